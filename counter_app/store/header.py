"""What the first hundred bytes of a store say, read before SQLite may touch the file."""

from pathlib import Path

from counter_app.store.errors import damaged, foreign, too_new

APPLICATION_ID = 0x53434C54
"""``SCLT``: stands in the header of every store of ours."""

VERSION = 1
"""How many migrations make the store that this program reads and writes."""

_LENGTH = 100
_MAGIC = b"SQLite format 3\0"
_USER_VERSION, _APPLICATION_ID = slice(60, 64), slice(68, 72)


def check_header(path: Path) -> None:
    """Refuse a file that is not ours to open; there may be none, or an empty one.

    Raises:
        StoreDamaged, StoreForeign, StoreTooNew: it is not ours.
        OSError: it cannot be read.
    """
    # With a journal beside it SQLite has to tidy up first; the connection is asked the same questions after that.
    if not path.exists() or path.stat().st_size == 0 or path.with_name(f"{path.name}-journal").exists():
        return
    with path.open("rb") as file:
        header = file.read(_LENGTH)
    if len(header) < _LENGTH or not header.startswith(_MAGIC):
        raise damaged(path)
    check_owner(path, int.from_bytes(header[_APPLICATION_ID]), int.from_bytes(header[_USER_VERSION]))


def check_owner(path: Path, application_id: int, version: int) -> None:
    """Refuse a database of another program, or of a newer version of this one.

    Raises:
        StoreForeign, StoreTooNew: it is not ours.
    """
    if application_id != APPLICATION_ID:
        raise foreign(path)
    if version > VERSION:
        raise too_new(path)

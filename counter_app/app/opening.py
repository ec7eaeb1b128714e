"""Opens the content at start: from the store, or from the shipped files where the store cannot be used."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.content.folders import ContentFolders, fingerprint
from counter_app.content.from_records import content_of
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError, CounterError
from counter_app.store.disks import is_on_network
from counter_app.store.errors import StoreError
from counter_app.store.library import Library, open_local

STORE = "schalterlotse.sqlite3"
"""The name of the store in the data folder."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the program can work with.

    Args:
        library: the store, owned by the thread that opened it; None where only reading is possible.
        trouble: what the clerk must be told; None when all is well.
    """

    content: Content
    library: Library | None
    trouble: CounterError | None = None


def open_content(folders: ContentFolders, data: Path, is_network: Callable[[Path], bool] = is_on_network) -> Opened:
    """Open the store in the data folder, bring its base layer up to the shipped files, and read the content from it.

    Whatever is wrong with the store, it stays as it is and the shipped files are read instead. Where these are broken,
    the last good base layer counts. The thread that calls this owns the library.

    Args:
        data: the data folder of the user; made if it is not there.
        is_network: whether a path lies on a network drive.

    Raises:
        ContentError: neither the shipped files nor the store give sound content.
    """
    try:
        library = open_local(data / STORE, is_network)
    except StoreError as trouble:
        return Opened(_shipped(folders), None, trouble)
    try:
        return _from_store(folders, library)
    except CounterError as trouble:
        library.close()
        return Opened(_shipped(folders), None, trouble)


def _from_store(folders: ContentFolders, library: Library) -> Opened:
    try:
        _bring_up_to_date(folders, library)
    except ContentError as trouble:
        if not library.fingerprint:
            raise
        return Opened(content_of(library.base()), library, trouble)
    return Opened(content_of(library.base()), library)


def _bring_up_to_date(folders: ContentFolders, library: Library) -> None:
    today = fingerprint(folders)
    if today != library.fingerprint:
        # Loaded late: files are read only after an update of the program.
        from counter_app.content.loader import load_records  # noqa: PLC0415

        library.replace_base(load_records(folders), today)


def _shipped(folders: ContentFolders) -> Content:
    from counter_app.content.loader import load_content  # noqa: PLC0415 - loaded late: rarely needed

    return load_content(folders)

"""What stands in a folder of sheets because we made it: ``manifest.json``."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from counter_app.system.files import write_whole

FILE = "manifest.json"
KIND = 1
"""Counts up when the file gets another form; a file of another kind is as good as none."""

_NAME = re.compile(r"[A-Za-z0-9-]+/[a-z0-9_]+\.pdf")


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet we made: fingerprints of what it was made from, and of the file."""

    made_from: str
    file: str

    def is_whole(self, path: Path) -> bool:
        """Whether the file is still as we made it."""
        try:
            return fingerprint_of_file(path.read_bytes()) == self.file
        except OSError:
            return False


def fingerprint_of_file(data: bytes) -> str:
    """What changes with any byte: 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(folder: Path) -> dict[str, Entry]:
    """The sheets we made in a folder, by name; none where the manifest is missing or damaged."""
    try:
        whole = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if whole["kind"] != KIND:
            return {}
        found = {name: Entry(str(entry["made_from"]), str(entry["file"])) for name, entry in whole["sheets"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}
    # Whoever changed a name by hand must not lead us to files elsewhere.
    return {name: entry for name, entry in found.items() if _NAME.fullmatch(name)}


def write_manifest(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Replace the manifest as a whole.

    Raises:
        FileError: it cannot be written.
    """
    shape = {"kind": KIND, "sheets": {name: asdict(entry) for name, entry in sorted(entries.items())}}
    write_whole(folder / FILE, f"{json.dumps(shape, indent=1)}\n".encode())


def remove_gone(folder: Path, entries: dict[str, Entry], today: Iterable[str]) -> tuple[str, ...]:
    """Remove sheets that there are no more, also from the entries; a file that somebody changed stays.

    Args:
        today: the names of all sheets there are.
    """
    gone = sorted(entries.keys() - set(today))
    removed = []
    for name in gone:
        path = folder / name
        if entries.pop(name).is_whole(path):
            with suppress(OSError):
                path.unlink()
                removed.append(name)
        with suppress(OSError):  # the folder goes with its last sheet
            path.parent.rmdir()
    return tuple(removed)

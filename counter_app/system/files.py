"""Files that are written whole or not at all."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from counter_app.domain.errors import CounterError

_REASONS = {
    errno.EACCES: "keine Berechtigung",
    errno.EEXIST: "dort steht schon eine Datei",
    errno.EISDIR: "dort steht ein Ordner mit diesem Namen",
    errno.ENOENT: "den Ordner gibt es nicht",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.ENOTDIR: "ein Teil des Weges ist kein Ordner",
    errno.EPERM: "keine Berechtigung",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
}


class FileError(CounterError):
    """A file or folder cannot be written."""

    code = "file"


def write_whole(path: Path, data: bytes, *, outlives_power: bool = True) -> None:
    """Put a file in place in one step: after any failure the old one is still there, and no half one.

    A new file gets the permissions that the system gives to new files, an old one keeps its own.

    Args:
        outlives_power: wait until the disk has it. Whoever does not wait must notice a file that a power cut damaged.

    Raises:
        FileError: the folder is missing, not writable or full.
    """
    temporary = path.parent / f".{os.urandom(16).hex()}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(data)
            if outlives_power:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        detail = f"Die Datei lässt sich nicht schreiben ({_reason(error)}). Bitte einen anderen Ort angeben."
        raise FileError(detail, str(path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def make_folder(path: Path) -> None:
    """Make a folder and those around it; fine if it is there.

    Raises:
        FileError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = f"Der Ordner lässt sich nicht anlegen ({_reason(error)}). Bitte einen anderen Ort angeben."
        raise FileError(detail, str(path)) from error


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, str(error.strerror))

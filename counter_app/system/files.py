"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from counter_app.domain.errors import CounterError


class FileError(CounterError):
    """A file or folder cannot be written."""

    code = "file"


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place in one step: after any failure the old one is still there, and no half one.

    Raises:
        FileError: the folder is missing, not writable or full.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        detail = f"Die Datei lässt sich nicht schreiben ({error.strerror}). Bitte einen anderen Ort angeben."
        raise FileError(detail, str(path)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder and those around it; fine if it is there.

    Raises:
        FileError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = f"Der Ordner lässt sich nicht anlegen ({error.strerror}). Bitte einen anderen Ort angeben."
        raise FileError(detail, str(path)) from error

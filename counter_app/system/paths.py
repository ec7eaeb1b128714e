"""Where everything lies, shipped and written: the one place that knows."""

import sys
from pathlib import Path

from counter_app.content.folders import ContentFolders
from counter_app.system.files import FileError

APP_NAME = "Schalterlotse"


def shipped_root() -> Path:
    """The folder that holds ``forms/``, ``phrasebooks/`` and ``resources/``: the unpacked program, or the checkout."""
    bundled = getattr(sys, "_MEIPASS", None)
    return Path(bundled) if bundled else Path(__file__).resolve().parents[2]


def content_folders() -> ContentFolders:
    """Where the shipped content lies."""
    root = shipped_root()
    return ContentFolders(root / "forms", root / "phrasebooks")


def fonts_folder() -> Path:
    """Where the shipped fonts lie."""
    return shipped_root() / "resources" / "fonts"


def office_pictures_folder() -> Path:
    """Where the pictures lie that the office's profile names."""
    return content_folders().forms / "offices"


def icons_folder() -> Path:
    """Where our own drawings lie."""
    return shipped_root() / "resources" / "icons"


def demo_folder() -> Path:
    """Where the two screens of the demo are described."""
    return shipped_root() / "resources" / "demo"


def translations_folder() -> Path:
    """Where the languages of the clerk's windows lie."""
    return shipped_root() / "resources" / "translations"


def themes_folder() -> Path:
    """Where the colours and shapes of the windows lie."""
    return shipped_root() / "resources" / "themes"


def data_folder(given: Path | None = None) -> Path:
    """Where this machine's data lies; all that is ever written lies below it. It need not exist yet.

    Without a given folder it is what Qt calls ``AppLocalDataLocation`` for an application without an organisation, but
    asked for in a way that does not depend on the application's name being set. It never roams: a database that
    is copied to a server at log-off gets damaged.

    Raises:
        FileError: the system names no such folder.
    """
    if given is not None:
        return given.absolute()
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - the command line does without Qt

    local = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    if not local:
        detail = "Das System nennt keinen Ordner für Daten. Bitte einen angeben: counter-app --data ORDNER"
        raise FileError(detail)
    return Path(local) / APP_NAME


def settings_file(data: Path) -> Path:
    """The settings of this machine."""
    return data / "settings.ini"


def log_folder(data: Path) -> Path:
    """Where the log and the notes of hard crashes lie."""
    return data / "log"


def instance_folder(data: Path) -> Path:
    """Where two starts on the same data meet."""
    return data / "instance"

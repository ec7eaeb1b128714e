"""The log of this machine: small, rotating, and without a word from a visit (see `discreet_log`)."""

import logging
import platform
import sqlite3
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import qVersion

from counter_app import __version__
from counter_app.system.discreet_log import DiscreetFormatter, Known

FILE = "counter.log"
LARGEST_BYTES = 1_000_000
OLDER_FILES = 2

log = logging.getLogger(__name__)


class Log:
    """What the program writes about itself, into files below a folder and to the terminal if there is one.

    A log that cannot be written stops nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = logging.getLogger()
        self._level = self._root.level
        self._handlers: list[logging.Handler] = []

    def start(self) -> None:
        """Take in everything that is logged from now on, and say what runs here."""
        if sys.stderr is not None:  # a program without a console has none
            self._add(_PatientStreamHandler(), logging.WARNING)
        file = _file_handler(self.folder)
        if file is not None:
            self._add(file, logging.INFO)
        self._root.setLevel(logging.INFO)
        log.info(
            "start of version %s, Python %s, Qt %s, SQLite %s, %s",
            *map(Known, (__version__, platform.python_version(), qVersion(), sqlite3.sqlite_version)),
            Known(platform.platform(terse=True)),
        )
        if file is None:
            log.warning("the log cannot be written; the counter goes on without")

    def close(self) -> None:
        """Let go of the files and leave logging as it was."""
        for handler in self._handlers:
            self._root.removeHandler(handler)
            handler.close()
        self._handlers.clear()
        self._root.setLevel(self._level)

    def _add(self, handler: logging.Handler, level: int) -> None:
        handler.setLevel(level)
        handler.setFormatter(DiscreetFormatter())
        self._root.addHandler(handler)
        self._handlers.append(handler)


class _PatientStreamHandler(logging.StreamHandler[TextIO]):
    """A terminal that has gone must not stop the counter."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging calls it so
        """Go on without this line."""


class _PatientFileHandler(RotatingFileHandler):
    """A full disk or a file that was taken away must neither stop nor flood the counter."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging calls it so
        """Go on without this line; the next one opens the file anew."""
        with suppress(OSError):
            stream, self.stream = self.stream, None
            if stream is not None:
                stream.close()


def _file_handler(folder: Path) -> logging.Handler | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _PatientFileHandler(
            folder / FILE, maxBytes=LARGEST_BYTES, backupCount=OLDER_FILES, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        return None

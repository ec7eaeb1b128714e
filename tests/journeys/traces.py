"""Looks for what somebody typed: in files, however they are packed, and in everything the program still holds."""

import gc
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit

from tests.journeys.counter_place import texts_of

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_BIG_WINDOW = (15, 31, -15)


def files_with(mark: str, folder: Path) -> list[str]:
    """The files below a folder that hold a text, in whatever encoding, database or archive."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return [str(path.relative_to(folder)) for path in found if _holds(path.read_bytes(), mark, path)]


def _holds(data: bytes, mark: str, path: Path) -> bool:
    return any(mark.encode(encoding) in part for part in _parts(data, path) for encoding in ENCODINGS)


def _parts(data: bytes, path: Path) -> Iterator[bytes]:
    """The file, and all that is packed in it."""
    yield data
    if data.startswith(b"SQLite format 3\0"):
        yield from (part for cell in _cells(path) for part in (cell, *_unpacked(cell)))
    elif zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    else:
        yield from _unpacked(data)


def _cells(path: Path) -> Iterator[bytes]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own tables
                yield from (cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)


def _unpacked(data: bytes) -> Iterator[bytes]:
    for window in _BIG_WINDOW:
        with suppress(zlib.error):
            yield zlib.decompressobj(window).decompress(data)


def widgets_with(mark: str) -> list[str]:
    """The widgets, of any window there is, that show, say, keep for undo or offer a text."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was let go of goes for good
    return [type(widget).__name__ for widget in QApplication.allWidgets() if mark in "\n".join(_kept(widget))]


def undoable_fields() -> list[str]:
    """The fields that could bring back what was typed."""
    fields = (widget for widget in QApplication.allWidgets() if isinstance(widget, QLineEdit))
    return [field.accessibleName() for field in fields if field.isUndoAvailable() or field.isRedoAvailable()]


def _kept(widget: object) -> Iterator[str]:
    match widget:
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
            yield widget.currentText()
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            indexes = (model.index(row, 0) for row in range(model.rowCount()))
            yield from (str(index.data(role)) for index in indexes for role in _ROLES)
        case _:
            pass
    yield from texts_of(widget)  # type: ignore[arg-type]


def clipboard_texts() -> str:
    """What another program could paste."""
    clipboard = QGuiApplication.clipboard()
    return "\n".join(clipboard.text(mode) for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection))


def holders_of(mark: str) -> list[str]:
    """The kinds of Python objects that still hold a text, or a sheet."""
    gc.collect()
    found = set()
    for thing in gc.get_objects():
        if not isinstance(thing, FrameType) and _has_trace(thing, mark):
            found.add(f"{type(thing).__module__}.{type(thing).__qualname__}")
    return sorted(found)


def _has_trace(thing: object, mark: str) -> bool:
    for text in _texts_in(thing):  # noqa: SIM110 - a generator expression would itself hold the mark
        if _is_trace(text, mark):
            return True
    return False


def _texts_in(thing: object) -> Iterator[str | bytes]:
    """The texts that an object holds itself; what the collector does not know hangs below what it knows."""
    for referent in gc.get_referents(thing):
        if isinstance(referent, str | bytes):
            yield referent
        elif isinstance(referent, dict | tuple) and not gc.is_tracked(referent):
            yield from _texts_in(referent)


def _is_trace(text: str | bytes, mark: str) -> bool:
    return mark in text if isinstance(text, str) else text.startswith(b"%PDF") or mark.encode() in text

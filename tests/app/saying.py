"""Everything a window says, and which of it comes from the content."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.system.paths import content_folders
from counter_app.ui.counter.list_row import RowWidget

WORD = re.compile(r"[^\W\d_]{2,}")
SLOT = re.compile(r"\{\w+\}")


@cache
def shipped() -> Content:
    """The shipped content."""
    return load_content(content_folders())


def said_by(window: QWidget, *, with_hidden: bool = True) -> Iterator[str]:
    """Every text of a window and of all that is in it, to read or to hear, in a fixed order."""
    if isinstance(window, QFileDialog):  # the rest of it are Qt's own texts and this machine's files
        yield from (window.windowTitle(), *window.nameFilters(), *(Path(name).name for name in window.selectedFiles()))
        return
    for widget in (window, *window.findChildren(QWidget)):
        if not with_hidden and not widget.isVisibleTo(window):
            continue
        yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QLineEdit | QComboBox):
            yield widget.placeholderText()
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        if isinstance(widget, RowWidget):  # it paints its words
            yield from (placed.words.text for placed in widget.plan.texts)
            yield from (spot.words for spot in (*widget.plan.states, *widget.plan.reasons))
        if isinstance(widget, QComboBox | QAbstractItemView):
            yield from lines_of(widget.model())
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), native(action.shortcut()))


def lines_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(model.data(model.index(row, 0), role) or "")


def native(key: QKeySequence) -> str:
    """A key by the name that stands on the keyboard."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def strings_in(thing: object) -> Iterator[str]:
    """Every text in a domain object."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from strings_in(value)
    elif isinstance(thing, list | tuple | set | frozenset):
        for one in thing:
            yield from strings_in(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from strings_in(getattr(thing, field.name))


@cache
def content_texts() -> tuple[str, ...]:
    """What comes from the shipped content, the longest first."""
    texts = {text for text in strings_in(shipped()) if WORD.search(SLOT.sub("", text))}
    return tuple(sorted(texts, key=len, reverse=True))


@cache
def content_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How to find each of them, and a piece that must be there; whatever fills the slots of a phrase belongs to it."""
    pieces = [SLOT.split(text) for text in content_texts()]
    return tuple((max(some, key=len), _whole(".{1,80}?".join(map(re.escape, some)))) for some in pieces)


@cache
def without_content(text: str) -> str:
    """What the program itself says in a text."""
    for piece, pattern in content_patterns():
        if piece in text:
            text = pattern.sub("◦", text)
    return text


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}(?!\w)")

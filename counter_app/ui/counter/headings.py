"""Headings and plain texts of the clerk's window."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from counter_app.ui.shared.plain_label import PlainLabel


def heading(text: str, parent: QWidget) -> QLabel:
    """The name of a part of the window."""
    return strong(plain(text, parent))


def plain(text: str, parent: QWidget) -> QLabel:
    """A German text that wraps."""
    return PlainLabel(text, parent)


def quiet(text: str, parent: QWidget) -> QLabel:
    """A text that stands back behind the others."""
    label = plain(text, parent)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def strong(label: QLabel) -> QLabel:
    """Let a text stand out, whatever size all text gets."""
    label.setProperty("strong", True)
    return label


def forget_widget(widget: QWidget) -> None:
    """Take a widget away for good, at once for the eye and for whoever looks for it."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()

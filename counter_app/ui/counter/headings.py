"""Headings and plain texts of the clerk's window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from counter_app.domain.language import Language
from counter_app.ui.shared.fonts import font_for


def heading(text: str, parent: QWidget) -> QLabel:
    """The name of a part of the window."""
    return strong(plain(text, parent))


def plain(text: str, parent: QWidget, language: Language | None = None) -> QLabel:
    """A text that wraps; in the fonts and direction of its language.

    Args:
        language: None for German.
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if language is not None:
        label.setFont(font_for(language, label.font()))
        if language.is_rtl:  # it reads from right to left, but stands where the clerk's eye looks for it
            label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    return label


def quiet(text: str, parent: QWidget, language: Language | None = None) -> QLabel:
    """A text that stands back behind the others."""
    label = plain(text, parent, language)
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

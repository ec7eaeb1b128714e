"""What somebody in front of the screen can see and tap."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from counter_app.ui.customer.fitted_text import FittedText
from counter_app.ui.customer.instruction import Instruction
from counter_app.ui.customer.paper_row import PaperRow
from counter_app.ui.customer.tile import Tile


def tiles(window: QWidget) -> list[Tile]:
    """All tiles that can be seen."""
    return [tile for tile in window.findChildren(Tile) if tile.isVisible()]


def names(window: QWidget) -> list[str]:
    """What the visible tiles are called."""
    return [tile.accessibleName() for tile in tiles(window)]


def tile(window: QWidget, name: str) -> Tile:
    """The visible tile with a name."""
    return next(tile for tile in tiles(window) if tile.accessibleName() == name)


def tap(window: QWidget, name: str) -> None:
    """Tap the visible tile with a name."""
    QTest.mouseClick(tile(window, name), Qt.MouseButton.LeftButton)


def press(window: QWidget, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused: QWidget | None = window.focusWidget()  # Qt's types know no None here
    QTest.keyClick(focused or window, key)


def texts(window: QWidget) -> list[str]:
    """Every text that can be seen or is read aloud, wherever it is."""
    widgets = [window, *window.findChildren(QWidget)]
    spoken = [text for widget in widgets for text in (widget.accessibleName(), widget.accessibleDescription())]
    written = [widget.text() for widget in widgets if isinstance(widget, QAbstractButton | QLabel)]
    return [text for text in (*spoken, *written) if text]


def visible_texts(window: QWidget) -> str:
    """Every text that can be seen, in one."""
    shown = (widget for widget in window.findChildren(QWidget) if widget.isVisible())
    return "\n".join(f"{widget.accessibleName()}\n{widget.accessibleDescription()}" for widget in shown)


def role(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes it for."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def clipped(window: QWidget) -> list[str]:
    """What does not show all of its text, or sticks out of what it stands in."""
    return [
        widget.accessibleName()
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and (not _is_inside(widget) or not _is_whole(widget))
    ]


def _is_inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is None or parent.rect().contains(widget.geometry())


def _is_whole(widget: QWidget) -> bool:
    match widget:
        case Tile():
            return widget.needed_height(widget.size_used, widget.width()) <= widget.height()
        case FittedText():
            return widget.visible_height <= widget.height()
        case PaperRow():
            return widget.needed_height(widget.size_used, widget.width()) <= widget.height()
        case Instruction():
            return widget.needed_height(widget.width()) <= widget.height()
        case _:
            return True

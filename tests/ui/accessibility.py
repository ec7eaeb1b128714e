"""Checks that every page has to pass: names, roles, keys, focus, room for the words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from counter_app.ui.shared.buttons import PADDING, WrapButton
from counter_app.ui.shared.palettes import contrast

VISIBLE = 3.0  # WCAG 2.2, success criterion 1.4.11
MOST_STOPS = 200
SILENT_ROLES = frozenset(
    {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border, QAccessible.Role.Pane}
)


def controls(window: QWidget) -> list[QWidget]:
    """Everything that can be seen and takes the focus."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith("qt_")
        and widget.window() is window
    ]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def spoken(widget: QWidget) -> str:
    """Role, name, value and description, as a screen reader has them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    is_combo = isinstance(widget, QComboBox)  # its own name comes as a relation on Linux
    parts = (
        interface.role().name,
        widget.accessibleName() if is_combo else interface.text(QAccessible.Text.Name),
        interface.text(QAccessible.Text.Value),
        interface.text(QAccessible.Text.Description),
    )
    state = interface.state()
    checked = "checked" if state.checked else ""
    return " | ".join(filter(None, (*parts, checked)))


def unnamed(window: QWidget) -> list[str]:
    """Controls without a name; a combo box needs one of its own, for its text is its value."""
    return [describe(widget) for widget in controls(window) if not _has_name(widget)]


def _has_name(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return bool(widget.accessibleName()) or _is_labelled(widget)
    return bool(spoken_name(widget).strip())


def _is_labelled(widget: QWidget) -> bool:
    return any(label.buddy() is widget for label in widget.window().findChildren(QLabel))


def without_role(window: QWidget) -> list[str]:
    """Controls that a screen reader cannot tell the kind of; an area that only scrolls has none in Qt."""
    found = (widget for widget in controls(window) if not isinstance(widget, QAbstractScrollArea))
    return [describe(widget) for widget in found if _role(widget) in SILENT_ROLES]


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def tab_steps(window: QWidget, *, back: bool = False) -> Iterator[QWidget]:
    """What has the focus, step by step with the Tab key, until it is where it was."""
    first = focus_of(window)
    yield first
    for _ in range(MOST_STOPS):
        QTest.keyClick(focus_of(window), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        QApplication.processEvents()
        if focus_of(window) is first:
            return
        yield focus_of(window)
    message = f"the Tab key never comes back to {describe(first)}"
    raise AssertionError(message)


def tab_walk(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """Where the Tab key goes, from where the focus is until it comes there again."""
    return list(tab_steps(window, back=back))


def focus_of(window: QWidget) -> QWidget:
    """What has the keyboard."""
    focused: QWidget | None = QApplication.focusWidget()  # Qt's types know no None here
    assert focused is not None, "nothing has the focus"
    assert focused.window() is window, f"the focus left the window: {describe(focused)}"
    return focused


def out_of_reach(window: QWidget, stops: Sequence[QWidget]) -> list[str]:
    """Controls that the Tab key should stop at, and does not."""
    return [
        describe(widget)
        for widget in controls(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget not in stops and widget.focusProxy() is None
    ]


def covered(widget: QWidget) -> bool:
    """Whether what has the focus is hidden behind something, or scrolled out of sight."""
    window, middle = widget.window(), widget.visibleRegion().boundingRect()
    if middle.isEmpty():
        return True
    seen = window.childAt(widget.mapTo(window, middle.center()))
    return seen is None or not (seen is widget or widget.isAncestorOf(seen))


def focus_marks(widget: QWidget) -> int:
    """How many pixels of the window tell clearly that the focus is here; it has the focus and keeps it."""
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    focused = window.grab(area).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    marks = _clear_changes(window.grab(area).toImage(), focused)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return marks


def _clear_changes(before: QImage, after: QImage) -> int:
    changed = 0
    for y in range(min(before.height(), after.height())):
        for x in range(min(before.width(), after.width())):
            if before.pixel(x, y) != after.pixel(x, y):
                changed += contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= VISIBLE
    return changed


def clipped(window: QWidget) -> list[str]:
    """What does not show all of its words, or sticks out of what it stands in."""
    return [
        describe(widget)
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.window() is window and (not _is_inside(widget) or not _is_whole(widget))
    ]


def _is_inside(widget: QWidget) -> bool:
    """Inside its parent; what a scroll area scrolls may only be too high."""
    parent = widget.parentWidget()
    if parent is None or widget.objectName().startswith("qt_") or not _has_words(widget):
        return True
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return widget.width() <= parent.width()
    return parent.rect().contains(widget.geometry())


def _has_words(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton | QLabel | QLineEdit | QComboBox) or bool(widget.findChildren(QWidget))


def _is_whole(widget: QWidget) -> bool:
    """Whether there is room for all of the words."""
    line = widget.fontMetrics().height()
    match widget:
        case QLabel() if widget.wordWrap():
            return widget.height() >= widget.heightForWidth(widget.width()) and widget.width() >= _widest_word(widget)
        case WrapButton():
            room = QRect(0, 0, widget.width() - 2 * PADDING, widget.height())
            lines = widget.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), widget.words)
            return widget.height() > lines.height()
        case QAbstractButton() if widget.hasHeightForWidth():
            return widget.height() >= widget.heightForWidth(widget.width())
        case QLabel() | QAbstractButton() if widget.text():
            return widget.width() >= widget.sizeHint().width() - 1 and widget.height() >= line
        case QScrollArea() if widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            page = widget.widget()
            return page is None or page.width() <= widget.viewport().width()
        case _:
            return not isinstance(widget, QLineEdit) or widget.height() >= line


def _widest_word(label: QLabel) -> int:
    metrics = label.fontMetrics()
    return max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)


def describe(widget: QWidget) -> str:
    """Kind, name and place, for whoever reads a failure."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__} „{spoken_name(widget) or text}“ {widget.size().toTuple()}"

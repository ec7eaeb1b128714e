"""A part of the window that stands where others usually are, for a while."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class StandIn:
    """Shows a part instead of the usual ones, and leads back to what the clerk was at.

    Args:
        part: what is shown for a while. usual: what gives way to it.
    """

    def __init__(self, part: QWidget, usual: Sequence[QWidget]) -> None:
        self._part = part
        self._usual = usual
        self._came_from: QWidget | None = None
        part.hide()

    @property
    def is_there(self) -> bool:
        """Whether the part is shown now."""
        return not self._part.isHidden()

    def come(self) -> None:
        """Show the part; who calls lets the clerk go on in it."""
        if self.is_there:
            return
        self._came_from = QApplication.focusWidget()
        self._swap(self._usual, (self._part,))

    def go(self) -> bool:
        """Show the usual parts again; whether the clerk could go on where it was."""
        if not self.is_there:
            return False
        came_from, self._came_from = self._came_from, None
        self._swap((self._part,), self._usual)
        if came_from is None or not isValid(came_from) or not came_from.isVisible() or not came_from.isEnabled():
            return False
        came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _swap(self, gone: Sequence[QWidget], come: Sequence[QWidget]) -> None:
        """Never both at once: the window would grow beyond the screen."""
        focused: QWidget | None = QApplication.focusWidget()  # Qt's types know no None here
        if focused is not None and any(widget.isAncestorOf(focused) for widget in gone):
            focused.clearFocus()  # else it falls onto whatever comes first, and that is read aloud
        for widget in gone:
            widget.hide()
        for widget in come:
            widget.show()

"""Knows whether what can be pasted comes from our windows, and takes it away with the visit."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class ClipboardWatch(QObject):
    """What was copied or marked while one of our windows had the keyboard is ours; the rest is not ours to wipe."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: set[QClipboard.Mode] = set()
        self._clipboard.changed.connect(self._on_changed)

    def wipe(self) -> None:
        """Leave nothing of ours to paste."""
        for mode in tuple(self._ours):
            self._clipboard.clear(mode)
        self._ours.clear()

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        # Asked so and not by `ownsClipboard`: that is not answered on every platform.
        if QGuiApplication.focusWindow() is not None:
            self._ours.add(mode)
        else:
            self._ours.discard(mode)

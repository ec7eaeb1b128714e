"""Hands on the keyboard and a finger on the screen: plays a visit through the real windows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_MS = 20_000
WAIT_MS = 10


class Hands:
    """Does what a person does: keys go to the window that has the keyboard, taps to what lies under the finger.

    Args:
        window: the window the person looks at while none has the keyboard.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.keys_pressed = 0

    @classmethod
    @contextmanager
    def at_nothing(cls) -> Iterator["Hands"]:
        """Hands that only wait, before there is a window."""
        nothing = QWidget()
        yield cls(nothing)
        nothing.deleteLater()

    def press(self, *keys: str) -> None:
        """Press keys one after the other: ``Ctrl+N``, ``F2``, ``Down``, ``1``."""
        for key in keys:
            QTest.keySequence(self._typed_into(), QKeySequence(key))
            self.keys_pressed += 1
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type letters and signs of a plain keyboard (ASCII)."""
        for letter in text:
            shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self._typed_into(), Qt.Key(ord(letter.upper())), shift)
            self.keys_pressed += 1
        QApplication.processEvents()

    def tap(self, widget: QWidget) -> None:
        """Tap where the middle of something is; whatever lies above it there gets the tap."""
        window = widget.window()
        place = widget.mapTo(window, QPoint(widget.rect().center()))
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QApplication.processEvents()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: it does not come about.
        """
        patience = QDeadlineTimer(PATIENCE_MS)
        while not until():
            if patience.hasExpired():
                message = "the window does not get there"
                raise TimeoutError(message)
            _let_work(WAIT_MS)

    def wait_ms(self, time_ms: int) -> None:
        """Do nothing for a while; the windows go on."""
        _let_work(time_ms)

    def _typed_into(self) -> QWindow:
        return (QApplication.activeWindow() or self._window).windowHandle()


def _let_work(time_ms: int) -> None:
    """Let the program go on for a while; unlike QTest's own wait, its other threads, too."""
    loop = QEventLoop()
    QTimer.singleShot(time_ms, loop.quit)
    loop.exec()

"""Digits typed one after the other, as the number of a tile."""

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE_MS = 900


class NumberKeys(QObject):
    """Waits for a second digit only where there could be one.

    Args:
        highest: the highest number there is.

    Signals:
        chosen: the number that was meant.
    """

    chosen = Signal(int)

    def __init__(self, highest: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._highest = highest
        self._typed = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.finish)

    @property
    def is_waiting(self) -> bool:
        """Whether a digit was typed that another one may follow."""
        return bool(self._typed)

    def type(self, digit: int) -> None:
        """Take a digit."""
        self._typed = self._typed * 10 + digit
        if self._typed * 10 > self._highest:
            self.finish()
        elif self._typed:
            self._pause.start()

    def finish(self) -> None:
        """What was typed is all."""
        self._pause.stop()
        number, self._typed = self._typed, 0
        if 0 < number <= self._highest:
            self.chosen.emit(number)

"""Numbers of one or two digits, typed one after the other."""

from PySide6.QtCore import QObject, QTimer, Signal

WAIT_MS = 700
"""How long a second digit may take."""


class DigitEntry(QObject):
    """Tells a number once it can be no other; where a second digit may follow it waits a moment.

    Args:
        highest: the highest number there is.

    Signals:
        entered: a number from 1 on.
    """

    entered = Signal(int)

    def __init__(self, highest: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._highest = highest
        self._first = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.finish)

    def take(self, digit: int) -> bool:
        """Take one more digit; whether it can be part of a number."""
        number = 10 * self._first + digit
        if self._first and number > self._highest:
            self.finish()
            number = digit
        if not 1 <= number <= self._highest:
            return False
        self._wait.stop()
        self._first = number
        if 10 * number <= self._highest:
            self._wait.start()
        else:
            self.finish()
        return True

    def finish(self) -> bool:
        """No digit follows any more; whether one was waiting."""
        self._wait.stop()
        number, self._first = self._first, 0
        if number:
            self.entered.emit(number)
        return bool(number)

"""Notices when nobody is there any more, while a visit is going on."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from counter_app.domain.idle import Active, IdleState, Over, Veiled, idle_state
from counter_app.domain.office import CounterSettings

TICK_MS = 500
_SIGNS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class IdleWatch(QObject):
    """Counts from the last key or tap on any window; looks at events only while a visit is going on.

    Args:
        clock: seconds of a clock that never jumps.

    Signals:
        veiled: the seconds that are left. active: somebody came back. over: nobody did.
    """

    veiled = Signal(int)
    active = Signal()
    over = Signal()

    def __init__(self, settings: CounterSettings, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._clock = clock
        self._touched_at = clock()
        self._state: IdleState = Active()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """A visit is going on."""
        if not self._timer.isActive():
            self.touch()
            self._timer.start()
            self._application().installEventFilter(self)

    def stop(self) -> None:
        """There is nothing to wipe."""
        self._timer.stop()
        self._application().removeEventFilter(self)
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched_at = self._clock()
        self.look()

    def look(self) -> None:
        """See how late it is, and tell what is new."""
        state = idle_state(timedelta(seconds=self._clock() - self._touched_at), self._settings)
        if state == self._state:
            return
        self._state = state
        match state:
            case Active():
                self.active.emit()
            case Veiled(seconds_left):
                self.veiled.emit(seconds_left)
            case Over():
                self.over.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key and tap, and let it pass; but the key that stops the countdown does nothing else."""
        if event.type() not in _SIGNS:
            return super().eventFilter(watched, event)
        stops_countdown = isinstance(self._state, Veiled) and event.type() == QEvent.Type.KeyPress
        self.touch()
        return stops_countdown

    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - windows exist, so there is one
        return application

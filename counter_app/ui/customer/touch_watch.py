"""Notices that somebody is there, and keeps a tap that lifts the veil from doing anything else."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

_SIGNS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class TouchWatch(QObject):
    """Looks at what happens to widgets and lets it pass, unless it is told to swallow it.

    Signals:
        touched: for every key, tap or touch; again for each widget that hands it on to the one around it.
    """

    touched = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.was_key = False
        """Whether the last sign was a key."""
        self._is_swallowing = False

    def watch(self, widget: QWidget) -> None:
        """Look at a widget and at everything in it, from now on."""
        for watched in (widget, *widget.findChildren(QWidget)):
            watched.installEventFilter(self)

    def swallow_this(self) -> None:
        """Whoever is tapping right now means nothing below the finger."""
        self._is_swallowing = True
        QTimer.singleShot(0, self, self._let_pass)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell, and let it pass."""
        if event.type() not in _SIGNS:
            return False
        self.was_key = event.type() is QEvent.Type.KeyPress
        self.touched.emit()
        return self._is_swallowing

    def _let_pass(self) -> None:
        self._is_swallowing = False


class TapGuard(QObject):
    """Knows, while a veil is drawn, whether a tap or key is on its way through a window right now.

    Whoever looks at the whole application sees a tap before any widget does, and may lift the veil at that moment:
    the tap would then hit what the veil had covered.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_running = False

    @property
    def is_tap_running(self) -> bool:
        """Whether the program is dealing with a tap or a key."""
        return self._is_running

    def start(self) -> None:
        """Look from now on, and before everybody who looked until now."""
        self._application().installEventFilter(self)

    def stop(self) -> None:
        """The veil is gone."""
        self._application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a tap on its way in, and let it pass."""
        if event.type() in _SIGNS and isinstance(watched, QWindow):
            self._is_running = True
            QTimer.singleShot(0, self, self._on_over)
        return False

    def _on_over(self) -> None:
        self._is_running = False

    def _application(self) -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are windows
        return application

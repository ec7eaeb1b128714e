"""Where the customer's window stands: on its own screen, or for a moment over the clerk's; and when it is veiled."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.screens import ScreenWatch, bring_onto, cover


class CustomerScreen(QObject):
    """Keeps the customer's window on the customer's side, and the clerk's on the clerk's.

    Where only the customer's screen is left, the veiled customer's window has it for itself; the clerk's window waits
    until the clerk asks for it, with the key that leads back from the customer's window with one screen.

    Signals:
        changed: the window was shown, hidden, veiled or unveiled.
    """

    changed = Signal()

    def __init__(
        self, window: CustomerWindow, counter: QWidget, screens: ScreenWatch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._counter = counter
        self._screens = screens
        self._is_veil_drawn = False
        self._is_held_back = False
        self._seconds_left: int | None = None
        self._is_closed = False
        self._counter_waits = False
        self._counter_state = Qt.WindowState.WindowMaximized
        screens.changed.connect(self._on_screens_changed)

    @property
    def is_on(self) -> bool:
        """Whether the customer's window can be seen."""
        return self._window.isVisible()

    @property
    def is_veiled(self) -> bool:
        """Whether the clerk, or a change of screens, drew the veil."""
        return self._is_veil_drawn

    @property
    def covers_counter(self) -> bool:
        """Whether it stands over the clerk's window, there being only one screen."""
        return self.is_on and self._screens.customer_screen is None

    def start(self) -> None:
        """Show the clerk's window, and the other one where the customer has a screen."""
        self._counter_waits = True
        if self._screens.placement.is_counter_exposed:
            self.draw_veil(is_drawn=True)
            self._show()
            return
        if self._screens.customer_screen is not None:
            self._show()
        self._show_counter()

    def close(self) -> None:
        """Let screens come and go from now on."""
        self._is_closed = True
        self._window.close()

    def toggle(self) -> None:
        """On or off; with one screen over the clerk's window and back."""
        if self.is_on:
            self._hide()
        else:
            self._show()
        self.changed.emit()

    def uncover_counter(self) -> None:
        """Let the clerk see something that cannot wait."""
        if self.covers_counter:
            self.toggle()

    def toggle_veil(self) -> None:
        """Draw the veil, or take it away."""
        self.draw_veil(is_drawn=not self._is_veil_drawn)

    def draw_veil(self, *, is_drawn: bool) -> None:
        """Veil the customer's screen until the clerk wants it back."""
        self._is_veil_drawn = is_drawn
        self._refresh_veil()
        self.changed.emit()

    def hold_back(self, *, is_held: bool) -> None:
        """Veil the customer's screen until a question to the clerk is answered."""
        self._is_held_back = is_held
        self._refresh_veil()

    def count_down(self, seconds_left: int | None) -> None:
        """Ask on the veil whether somebody is there; None when somebody is."""
        self._seconds_left = seconds_left
        self._refresh_veil()

    def _refresh_veil(self) -> None:
        if self._seconds_left is not None or self._is_veil_drawn or self._is_held_back:
            self._window.veil(self._seconds_left)
        else:
            self._window.unveil()

    def _show(self) -> None:
        own_screen = self._screens.customer_screen
        screen = own_screen or self._screens.counter_screen
        self._screens.stay()
        active = QApplication.activeWindow()
        # A tap must not carry the clerk's keyboard over to the customer's window.
        self._window.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, own_screen is not None)
        self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, own_screen is not None)
        if screen is not None:
            self._fill(screen)
        if own_screen is None:
            self._window.activateWindow()
        elif active is not None and active is not self._window:
            active.activateWindow()  # nor may the window itself, on systems that do not ask

    def _fill(self, screen: QScreen) -> None:
        """A window that fills a screen keeps its size when that gets another one, unless it goes for a moment."""
        if self._window.isVisible() and self._window.geometry() != screen.geometry():
            self._window.hide()
        if self._window.isHidden():
            self._window.setWindowState(Qt.WindowState.WindowNoState)
        cover(self._window, screen)

    def _hide(self) -> None:
        if self._screens.placement.is_counter_exposed:
            self._screens.let_go()
        self._window.hide()
        self._show_counter()
        self._counter.activateWindow()

    def _put_counter_away(self) -> None:
        if not self._counter_waits:
            self._counter_waits = True
            self._counter_state = self._counter.windowState()
            self._counter.hide()

    def _show_counter(self) -> None:
        """Let the clerk's window be seen on the clerk's screen, and on no other on the way."""
        if self._counter_waits:
            self._counter_waits = False
            self._counter.setWindowState(Qt.WindowState.WindowNoState)
            if (screen := self._screens.counter_screen) is not None:
                self._counter.setScreen(screen)  # maximised it takes this one, wherever its place would be
            self._bring_counter_home()
            self._counter.setWindowState(self._counter_state)
            self._counter.show()

    def _bring_counter_home(self) -> None:
        if (screen := self._screens.counter_screen) is not None:
            bring_onto(self._counter, screen)

    def _on_screens_changed(self) -> None:
        """Veil at once; then put both windows where they belong, or nowhere."""
        if self._is_closed:
            return
        self.draw_veil(is_drawn=True)
        if self._screens.placement.is_counter_exposed:
            self._put_counter_away()
            self._show()
        else:
            if self._screens.customer_screen is not None:
                self._show()
            elif self.is_on:
                self._hide()
            self._show_counter()
            self._bring_counter_home()
        self.changed.emit()

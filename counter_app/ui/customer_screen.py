"""Where the customer's window stands: on its own screen, or for a moment over the clerk's; and when it is veiled."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.screens import ScreenWatch, bring_onto, cover


class CustomerScreen(QObject):
    """Keeps the customer's window on the customer's side, and the clerk's on the clerk's.

    Where only the customer's screen is left, the clerk's window has to be there; the veiled customer's window covers
    it until the clerk asks for it with the same key as with one screen.

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
        self._customers_own = ""
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
        """Show the window where the customer has a screen; with one screen the clerk asks for it."""
        if self._is_counter_exposed:
            self.draw_veil(is_drawn=True)
            self._show()
        elif self._screens.customer_screen is not None:
            self._show()

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

    @property
    def _is_counter_exposed(self) -> bool:
        """Whether the clerk's window stands on what was the customer's screen until now."""
        placement, screen = self._screens.placement, self._screens.counter_screen
        was_customers = screen is not None and self._customers_own != "" and screen.name() == self._customers_own
        return placement.customer is None and (placement.is_counter_exposed or was_customers)

    def _refresh_veil(self) -> None:
        if self._seconds_left is not None or self._is_veil_drawn or self._is_held_back:
            self._window.veil(self._seconds_left)
        else:
            self._window.unveil()

    def _show(self) -> None:
        own_screen = self._screens.customer_screen
        screen = own_screen or self._screens.counter_screen
        if own_screen is not None:
            self._remember(own_screen)
        # A tap must not carry the clerk's keyboard over to the customer's window.
        self._window.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, own_screen is not None)
        self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, own_screen is not None)
        if screen is not None:
            cover(self._window, screen)
        if own_screen is None:
            self._window.raise_()
            self._window.activateWindow()

    def _remember(self, screen: QScreen) -> None:
        """Which screen stands on the customer's side; of two of the same name nobody could tell later."""
        counter = self._screens.counter_screen
        self._customers_own = "" if counter is None or counter.name() == screen.name() else screen.name()

    def _hide(self) -> None:
        if self._screens.customer_screen is None:
            self._customers_own = ""  # the clerk wants this screen
        self._window.hide()
        self._counter.activateWindow()

    def _on_screens_changed(self) -> None:
        """Veil at once; then put both windows where they belong, or nowhere."""
        if self._counter.isHidden():
            return
        self.draw_veil(is_drawn=True)
        is_exposed = self._is_counter_exposed
        if is_exposed or self._screens.customer_screen is not None:
            self._show()
        elif self.is_on:
            self._hide()
        if (screen := self._screens.counter_screen) is not None:
            bring_onto(self._counter, screen)
        if is_exposed:
            self._window.raise_()
        self.changed.emit()

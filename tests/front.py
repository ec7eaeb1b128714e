"""Both windows of a counter, and the hands of the clerk on the keys."""

from counter_app.app.hands import Hands
from counter_app.domain.visit import Visit
from counter_app.ui.counter.counter_window import CounterWindow
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.front_desk import FrontDesk


class AtTheCounter:
    """Sees the windows and the visit, and types."""

    front_desk: FrontDesk
    hands: Hands

    @property
    def counter(self) -> CounterWindow:
        """The clerk's window."""
        return self.front_desk.counter

    @property
    def customer(self) -> CustomerWindow:
        """The customer's window."""
        return self.front_desk.customer

    @property
    def visit(self) -> Visit:
        """What the program knows of the person who is there."""
        return self.front_desk.desk.visit

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.hands.press(*keys)

    def type(self, text: str) -> None:
        """Type letters."""
        self.hands.type(text)

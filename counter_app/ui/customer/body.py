"""What fills a page below its heading: something that may take several pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.customer.grid import Room
from counter_app.ui.customer.wording import Wording


class Body(QWidget):
    """The lower part of a page.

    Signals:
        tapped: the key of the tile.
        turned: another page is shown.
        reshaped: it may need more room, or less.
    """

    tapped = Signal(object)
    turned = Signal()
    reshaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = 0
        self._page_count = 1

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._page_count

    @property
    def used_height(self) -> int:
        """How much of its place it needs; more would only be air."""
        return self.height()

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text it shows, on whatever page."""
        return ()

    def arrange(self, room: Room) -> None:
        """Settle on a number of pages for a place; the geometry follows."""
        raise NotImplementedError

    def show_page(self, page: int) -> None:
        """Turn to a page."""
        page = min(max(0, page), self._page_count - 1)
        if page != self._page:
            self._page = page
            self._place()
            self.turned.emit()

    def turn(self, step: int) -> bool:
        """Go some pages on, or back; whether it led anywhere."""
        before = self._page
        self.show_page(before + step)
        return self._page != before

    def move_focus(self, columns: int, rows: int) -> bool:
        """Follow an arrow key; whether there was anything to follow."""
        del columns, rows
        return False

    def take_digit(self, digit: int) -> bool:
        """Take a digit as the number of a tile; whether there are tiles with numbers."""
        del digit
        return False

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the focus where reading goes on; whether there is such a place."""
        del reason
        return False

    def _place(self) -> None:
        """Put the parts of the page that is shown where they belong."""
        raise NotImplementedError

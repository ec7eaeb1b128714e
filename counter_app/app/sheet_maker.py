"""Makes sheets for the windows; loads the text engine when the first sheet is wanted."""

from functools import cached_property
from typing import TYPE_CHECKING

from counter_app.domain.content import Content
from counter_app.domain.sheet import SheetOrder
from counter_app.system.paths import fonts_folder, office_pictures_folder

if TYPE_CHECKING:
    from counter_app.sheets.printer import SheetPrinter


class LazySheetMaker:
    """Keeps fonts from sheet to sheet; used by one thread at a time."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._is_loaded = False

    def pdf(self, *orders: SheetOrder) -> bytes:
        """The sheet, or several of them, as one PDF.

        Raises:
            SheetError: one of them cannot be set.
        """
        self._is_loaded = True
        if len(orders) == 1:
            return self._printer.pdf(self._content, orders[0])
        return self._printer.bound(self._content, orders)

    def forget(self) -> None:
        """Keep nothing of the texts of a visit; in the same thread, so that no sheet is on its way."""
        if self._is_loaded:
            self._printer.forget()

    @cached_property
    def _printer(self) -> "SheetPrinter":
        # Loaded late: the window opens sooner without ReportLab and HarfBuzz.
        from counter_app.sheets.printer import SheetPrinter  # noqa: PLC0415

        return SheetPrinter(fonts_folder(), office_pictures_folder())

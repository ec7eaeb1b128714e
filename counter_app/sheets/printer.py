"""From the order for one sheet to its PDF."""

from pathlib import Path

from counter_app.domain.content import Content
from counter_app.domain.sheet import SheetOrder
from counter_app.sheets.composer import Composer
from counter_app.sheets.layout import Layout
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.shaping import shape_text


def sheet_pdf(content: Content, order: SheetOrder, fonts: FontLibrary) -> bytes:
    """The sheet as tagged PDF.

    Raises:
        MissingGlyph: no font has a character of a text; names both.
        SheetError: a font is missing, or the appointment does not fit a QR code.
    """
    return Layout(content, order.language, fonts).pdf(Composer(content, order).compose())


class SheetPrinter:
    """Makes one sheet after the other; fonts are loaded once.

    Args:
        fonts: the folder of the fonts.
    """

    def __init__(self, fonts: Path) -> None:
        self._fonts = FontLibrary(fonts)

    def pdf(self, content: Content, order: SheetOrder) -> bytes:
        """The sheet as tagged PDF; raises what `sheet_pdf` raises."""
        return sheet_pdf(content, order, self._fonts)

    def forget(self) -> None:
        """Keep nothing of the texts that were set: dates and rooms of a person are among them."""
        shape_text.cache_clear()

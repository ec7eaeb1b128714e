"""From the order for one sheet to its PDF."""

from counter_app.domain.content import Content
from counter_app.domain.sheet import SheetOrder
from counter_app.sheets.composer import Composer
from counter_app.sheets.layout import Layout
from counter_app.sheets.text import FontLibrary


def sheet_pdf(content: Content, order: SheetOrder, fonts: FontLibrary) -> bytes:
    """The sheet as tagged PDF.

    Raises:
        MissingGlyph: no font has a character of a text; names both.
        SheetError: a font is missing, or the appointment does not fit a QR code.
    """
    return Layout(content, order.language, fonts).pdf(Composer(content, order).compose())

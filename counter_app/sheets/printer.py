"""From the order for one sheet to its PDF."""

import gc
from collections.abc import Sequence
from pathlib import Path

from counter_app.domain.content import Content
from counter_app.domain.sheet import SheetOrder
from counter_app.sheets.composer import Composer
from counter_app.sheets.layout import Layout
from counter_app.sheets.pages import build_chapters
from counter_app.sheets.pictures import Pictures
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.shaping import shape_text


class SheetPrinter:
    """Makes one sheet after the other; fonts are loaded once.

    Args:
        fonts: the folder of the fonts.
        pictures: the folder of the office's pictures.
    """

    def __init__(self, fonts: Path, pictures: Path) -> None:
        self._fonts = FontLibrary(fonts)
        self._pictures = Pictures(pictures)

    def pdf(self, content: Content, order: SheetOrder) -> bytes:
        """The sheet as tagged PDF.

        Raises:
            MissingGlyph: no font has a character of a text; names both.
            SheetError: a font or picture is missing, or the appointment does not fit a QR code.
        """
        return Layout(Composer(content, order).compose(), self._fonts, self._pictures).pdf()

    def bound(self, content: Content, orders: Sequence[SheetOrder]) -> bytes:
        """Several sheets as one tagged PDF, each from a page of its own on; named and sized as the first of them.

        Raises:
            MissingGlyph, SheetError: as for one sheet.
        """
        structure = StructureTree()
        sheets = [Composer(content, order).compose() for order in orders]
        chapters = [Layout(sheet, self._fonts, self._pictures, structure).chapter() for sheet in sheets]
        first = sheets[0]
        return build_chapters(
            chapters, title=first.name, language=first.german.tag, structure=structure, paper=first.paper
        )

    def forget(self) -> None:
        """Keep nothing of the texts that were set: dates and rooms of a person are among them.

        Called in the thread that makes the sheets, between two of them.
        """
        shape_text.cache_clear()
        gc.collect()  # a text and its lines know each other: both would stay until the collector comes by itself

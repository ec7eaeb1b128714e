"""Makes the sheets of the library; apart from the plan, which does without the text engine."""

import hashlib
from datetime import date
from pathlib import Path

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.service import Service
from counter_app.domain.sheet_offer import OfferedSheet, SheetWish, offered_order
from counter_app.domain.visit import Case
from counter_app.sheets.composer import Composer
from counter_app.sheets.layout import Layout
from counter_app.sheets.parts import ComposedSheet
from counter_app.sheets.pictures import Pictures
from counter_app.sheets.stock import LibrarySheet
from counter_app.sheets.text.fonts import FontLibrary


class LibraryPrinter:
    """Makes one sheet of the library after the other; lists, fonts and pictures are made ready once.

    Args:
        day: whose rules count.
        fonts: the folder of the fonts.
        pictures: the folder of the office's pictures.
    """

    def __init__(self, content: Content, day: date, fonts: Path, pictures: Path) -> None:
        self._content = content
        self._day = day
        self._fonts = FontLibrary(fonts)
        self._pictures = Pictures(pictures)
        self._checklists: dict[str, Checklist] = {}

    def compose(self, sheet: LibrarySheet) -> ComposedSheet:
        """What stands on the sheet; lists show all papers, as nobody has said anything yet."""
        content = self._content
        service = content.service(sheet.service) if sheet.service else None
        wish = SheetWish(OfferedSheet(content.sheet(sheet.sheet), service), sheet.language, sheet.paper)
        checklist = self._checklist(service) if service else None
        return Composer(content, offered_order(content, wish, Case(), self._day, checklist)).compose()

    def pdf(self, sheet: ComposedSheet) -> bytes:
        """The sheet as tagged PDF.

        Raises:
            SheetError: it cannot be set.
        """
        return Layout(sheet, self._fonts, self._pictures).pdf()

    def _checklist(self, service: Service) -> Checklist:
        if service.id not in self._checklists:
            self._checklists[service.id] = self._content.checklists.make(service, {}, self._day)
        return self._checklists[service.id]


def fingerprint(sheet: ComposedSheet, surroundings: str) -> str:
    """What changes with anything the sheet is made from: 64 hexadecimal digits.

    Args:
        surroundings: see :func:`~counter_app.sheets.stock.fingerprint_of_surroundings`.
    """
    # All that stands on a sheet are values that print in full, in one order.
    return hashlib.sha256(f"{surroundings}\n{sheet!r}".encode()).hexdigest()

"""Sets a composed sheet: the office on top, the parts, what every sheet ends with."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.units import mm

from counter_app.domain.slots import filled
from counter_app.sheets.columns import BODY, GRID_PT, GUTTER_PT, SMALL, STRONG, Columns
from counter_app.sheets.figures import PictureFigure
from counter_app.sheets.pages import WIDTH_PT, Chapter, build_pdf
from counter_app.sheets.part_layout import THICK_PT, THIN_PT, PartLayout
from counter_app.sheets.parts import ComposedSheet, Fields, Papers
from counter_app.sheets.pictures import Pictures
from counter_app.sheets.rows import Cell, Group, Row
from counter_app.sheets.tagging import StructureElement, StructureTree
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.paragraph import TextStyle

LOGO_PT = 12 * mm
TITLE = TextStyle(16, bold=True)
FOOTER = TextStyle(8.5)
PAGE_NUMBER = TextStyle(8.5, bold=True)


class Layout:
    """Sets one sheet.

    Args:
        structure: the tree of a document that holds more sheets; without it, this sheet's own.
    """

    def __init__(
        self, sheet: ComposedSheet, fonts: FontLibrary, pictures: Pictures, structure: StructureTree | None = None
    ) -> None:
        self._sheet = sheet
        self._pictures = pictures
        self._columns = Columns(sheet, fonts)
        self._parts = PartLayout(sheet, self._columns)
        self._structure = structure or StructureTree()

    def pdf(self) -> bytes:
        """The tagged PDF.

        Raises:
            MissingGlyph: no font has a character of a text.
            SheetError: a font or a picture is missing, or the appointment does not fit a QR code.
        """
        return build_pdf(
            list(self._groups()),
            title=self._sheet.name,
            language=self._sheet.german.tag,
            structure=self._structure,
            paper=self._sheet.paper,
            footer=self._footer,
        )

    def chapter(self) -> Chapter:
        """The sheet as a part of a document that holds more of them; set them in their order.

        Raises:
            MissingGlyph: no font has a character of a text.
            SheetError: a font or a picture is missing, or the appointment does not fit a QR code.
        """
        return Chapter(list(self._groups()), self._footer)

    def _groups(self) -> Iterator[Group]:
        """What stands on the sheet; its closing never stands on a page alone."""
        *groups, last = self._above_the_closing()
        yield from groups
        if not self._sheet.closing and self._sheet.office.funding is None:
            yield last
            return
        yield replace(last, keeps_next=True)
        yield self._closing(self._structure.root.add("Sect"))

    def _above_the_closing(self) -> Iterator[Group]:
        root = self._structure.root
        yield self._head(root)
        if self._sheet.notice is not None:
            yield Group([self._columns.pair(self._sheet.notice, STRONG, root)], GRID_PT)
        yield Group(list(self._title(root)), GRID_PT, keeps_next=True)
        for part in self._sheet.parts:
            first, *others = self._parts.groups(part, root.add("Sect"))
            yield replace(first, space_pt=1.5 * GRID_PT)
            yield from others

    def _head(self, root: StructureElement) -> Group:
        """The office, underlined; its logo at the right."""
        office, columns = self._sheet.office, self._columns
        names = [columns.plain(office.name, STRONG, root.add("P"))]
        if self._sheet.head_lines:
            names.append(columns.plain(" · ".join(self._sheet.head_lines), SMALL, root.add("P")))
        if not office.logo:
            return Group([Row([Cell(0, WIDTH_PT, names)], below_pt=GRID_PT / 2, rule_pt=THICK_PT)])
        logo = root.add("Figure", alt=f"{self._sheet.words.logo}: {office.name}", language=columns.german.tag)
        figure = PictureFigure(logo, self._pictures.picture(office.logo), LOGO_PT, WIDTH_PT / 3)
        width = WIDTH_PT - figure.width_pt
        cells = [Cell(0, width - GUTTER_PT, names), Cell(width, figure.width_pt, [figure])]
        return Group([Row(cells, below_pt=GRID_PT / 2, rule_pt=THICK_PT)])

    def _title(self, root: StructureElement) -> Iterator[Row]:
        yield self._columns.heading(self._sheet.title, TITLE, root, "H1")
        if self._sheet.whose is not None:
            yield self._columns.pair(self._sheet.whose, STRONG, root)
        if self._sheet.matter is not None:
            yield self._columns.pair(self._sheet.matter, BODY, root)

    def _closing(self, section: StructureElement) -> Group:
        is_ruled = isinstance(self._sheet.parts[-1].body, Papers | Fields) if self._sheet.parts else False
        line = Row([Cell(0, WIDTH_PT, [])], below_pt=GRID_PT / 2, rule_pt=0 if is_ruled else THIN_PT)
        rows = [self._columns.pair(line, SMALL, section) for line in self._sheet.closing]
        return Group([line, *rows, *self._funding(section)], GRID_PT)

    def _funding(self, section: StructureElement) -> Iterator[Row]:
        """Who pays for the work of the office, if that is to be said."""
        funding = self._sheet.office.funding
        if funding is None:
            return
        text = self._columns.plain(funding.text, SMALL, section.add("P"))
        if not funding.logo:
            yield Row([Cell(0, WIDTH_PT, [text])], above_pt=GRID_PT)
            return
        element = section.add("Figure", alt=funding.text, language=self._columns.german.tag)
        figure = PictureFigure(element, self._pictures.picture(funding.logo), LOGO_PT, WIDTH_PT / 3)
        left = figure.width_pt + GRID_PT
        yield Row([Cell(0, figure.width_pt, [figure]), Cell(left, WIDTH_PT - left, [text])], above_pt=GRID_PT)

    def _footer(self, page: int, pages: int) -> Row:
        """What every page says, even when the pages get mixed up; the page number at the edge."""
        words, plain = self._sheet.words, self._columns.plain
        number = plain(filled(words.page, {"number": f"{page}/{pages}"}), PAGE_NUMBER, None)
        width = number.least_width_pt + GUTTER_PT
        text = Cell(0, WIDTH_PT - width, [plain(words.footer, FOOTER, None)])
        return Row([text, Cell(WIDTH_PT - number.least_width_pt, width, [number])], above_pt=GRID_PT / 2)

"""The two columns of a sheet, German left and the customer's language right, and the texts in them."""

from collections.abc import Sequence
from dataclasses import replace

from counter_app.domain.language import Language
from counter_app.domain.text import Trust
from counter_app.sheets.pages import WIDTH_PT
from counter_app.sheets.parts import ComposedSheet, Papers, Part
from counter_app.sheets.rows import Cell, Piece, Row
from counter_app.sheets.tagging import StructureElement
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.sentences import one_a_line
from counter_app.sheets.wording import Line

GRID_PT = 8
NUMBER_WIDTH_PT = 6 * GRID_PT
GUTTER_PT = 2 * GRID_PT

BODY = TextStyle(12)
STRONG = TextStyle(12, bold=True)
SMALL = TextStyle(10)
MARK = TextStyle(9)


class Columns:
    """Puts lines into the columns of one sheet."""

    def __init__(self, sheet: ComposedSheet, fonts: FontLibrary) -> None:
        self._sheet = sheet
        self._fonts = fonts
        self.german = sheet.german
        self.language = sheet.language
        # The other language begins at the same place all down the page, also beside the numbers of a list.
        numbers = NUMBER_WIDTH_PT if any(isinstance(part.body, Papers) for part in sheet.parts) else 0
        self.other_left_pt = numbers + (WIDTH_PT - numbers + GUTTER_PT) / 2

    @property
    def is_bilingual(self) -> bool:
        """Whether there are two."""
        return self._sheet.is_bilingual

    def german_cell(self, pieces: Sequence[Piece], left_pt: float = 0) -> Cell:
        """The left column, or what is left of it right of a number."""
        right = self.other_left_pt - GUTTER_PT if self.is_bilingual else WIDTH_PT
        return Cell(left_pt, right - left_pt, pieces)

    def other_cell(self, pieces: Sequence[Piece]) -> Cell:
        """The right column."""
        return Cell(self.other_left_pt, WIDTH_PT - self.other_left_pt, pieces)

    def heading(self, line: Line, style: TextStyle, parent: StructureElement, tag: str) -> Row:
        """One heading for readers, although it stands there in both languages."""
        heading = parent.add(tag)
        return self.line(line, style, heading.add("Span"), heading.add("Span"))

    def pair(self, line: Line, style: TextStyle, parent: StructureElement) -> Row:
        """One line in both columns."""
        return self.line(line, style, parent.add("P"), parent.add("P"))

    def line(
        self,
        line: Line,
        style: TextStyle,
        german: StructureElement,
        other: StructureElement,
        left_pt: float = 0,
    ) -> Row:
        """One line whose elements are there already; on the right nothing while it is not translated."""
        spans = _spans(line.german, line.german_lead)
        text = Paragraph(spans, self.german, style, self._fonts, german, line.key)
        cells = [self.german_cell([text], left_pt)]
        if self.is_bilingual and line.other:
            cells.append(self.other_cell([self.translated(line, style, other)]))
        return Row(cells)

    def plain(
        self, text: str, style: TextStyle, element: StructureElement | None, language: Language | None = None
    ) -> Paragraph:
        """A name or number, in German unless said otherwise; without an element it is decoration."""
        return Paragraph([Span(text)], language or self.german, style, self._fonts, element, text)

    def mark(self, trust: Trust, parent: StructureElement) -> Paragraph:
        """``Entwurf``, in both languages."""
        mark = self._sheet.words.marks[trust]
        spans = [Span(f"{mark.other} · " if mark.other else ""), Span(mark.german, language=self.german)]
        return Paragraph(spans, self.language, MARK, self._fonts, parent.add("P"), mark.key)

    def is_marked(self, part: Part) -> bool:
        """Whether the part's translation is to be told apart from a reviewed one."""
        return self.is_bilingual and part.trust is not Trust.REVIEWED

    def marked(self, row: Row, part: Part, parent: StructureElement) -> Row:
        """The row with the state of the part's translation below its right cell, where it is to be marked."""
        if not self.is_marked(part):
            return row
        mark = self.mark(part.trust, parent)
        others = [cell for cell in row.cells if cell.left_pt == self.other_left_pt] or [self.other_cell([])]
        kept = [cell for cell in row.cells if cell.left_pt != self.other_left_pt]
        return replace(row, cells=[*kept, replace(others[0], pieces=[*others[0].pieces, mark])])

    def translated(self, line: Line, style: TextStyle, element: StructureElement) -> Paragraph:
        """A line in the customer's language."""
        text = one_a_line(line.other) if self.language.sentence_lines else line.other
        larger = replace(style, size_pt=style.size_pt * self.language.type_scale)
        return Paragraph(_spans(text, line.other_lead), self.language, larger, self._fonts, element, line.key)


def _spans(text: str, lead: str) -> list[Span]:
    """The text with its label standing out."""
    return [Span(lead, bold=True), Span(text.removeprefix(lead))] if lead else [Span(text)]

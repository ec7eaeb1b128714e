"""Sets the table of a folder's cover: papers one below the other, people side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counter_app.sheets.columns import BODY, GRID_PT, GUTTER_PT, SMALL, Columns
from counter_app.sheets.pages import WIDTH_PT
from counter_app.sheets.parts import PaperTable, Part, TableCell, TableLine
from counter_app.sheets.rows import Cell, Group, Piece, Row
from counter_app.sheets.state_marks import StateMark
from counter_app.sheets.tagging import COLUMN_HEADER, StructureElement
from counter_app.sheets.wording import Line

MOST_ABREAST = 5
"""People side by side; further ones get a table of their own below."""
WIDEST_PT = 11 * GRID_PT
SHARE_OF_PEOPLE = 0.62
MARK_PT = 9
ROW_HEADER = {"O": "/Table", "Scope": "/Row"}
THIN_PT, THICK_PT = 0.6, 1.2


class TableLayout:
    """Sets the table of one part."""

    def __init__(self, columns: Columns, part: Part, names: Line) -> None:
        """``names``: what the column with the papers is called."""
        self._columns = columns
        self._part = part
        self._names = names
        self._person_pt = 0.0

    def groups(self, table: PaperTable, section: StructureElement) -> Iterator[Group]:
        """A row is never torn apart; every page has the heads."""
        for start in range(0, len(table.heads), MOST_ABREAST):
            end = start + MOST_ABREAST
            heads = table.heads[start:end]
            self._person_pt = min(WIDEST_PT, WIDTH_PT * SHARE_OF_PEOPLE / len(heads))
            element = section.add("Table")
            head = self._heads(heads, element.add("TR"))
            for place, line in enumerate(table.lines):
                space = GRID_PT if start and not place else 0
                yield Group([self._line(line, line.cells[start:end], element.add("TR"))], space, head=head)
        yield from self._legend(table.legend, section)

    def _heads(self, heads: Sequence[Sequence[Line]], row: StructureElement) -> Row:
        first = row.add("TH", attributes=COLUMN_HEADER)
        names = self._both(self._names, first)
        if self._columns.is_marked(self._part):
            names.append(self._columns.mark(self._part.trust, first))
        cells = [self._name_cell(names, len(heads))]
        for place, lines in enumerate(heads):
            element = row.add("TH", attributes=COLUMN_HEADER)
            number, *others = lines
            pieces = [*self._both(number, element), *(piece for line in others for piece in self._both(line, element))]
            cells.append(Cell(self._left_pt(place, len(heads)), self._person_pt - GRID_PT / 2, pieces))
        return Row(cells, above_pt=GRID_PT / 2, below_pt=GRID_PT / 2, rule_pt=THICK_PT)

    def _line(self, line: TableLine, cells: Sequence[TableCell | None], row: StructureElement) -> Row:
        name = row.add("TH", attributes=ROW_HEADER)
        found = [self._name_cell(self._both(line.name, name, is_strong=False), len(cells))]
        for place, cell in enumerate(cells):
            found += self._state(cell, self._left_pt(place, len(cells)), row.add("TD"))
        return Row(found, above_pt=GRID_PT / 2, below_pt=GRID_PT / 2, rule_pt=THIN_PT)

    def _state(self, cell: TableCell | None, left_pt: float, element: StructureElement) -> Iterator[Cell]:
        """Mark and word; a dash for a paper that is not on the person's list."""
        if cell is None:
            yield Cell(left_pt, self._person_pt, [self._columns.plain("–", SMALL, element.add("P"))])
            return
        word = left_pt + MARK_PT + GRID_PT / 2
        yield Cell(left_pt, MARK_PT, [StateMark(cell.state, MARK_PT)])
        width = self._person_pt - MARK_PT - GRID_PT
        yield Cell(word, width, [self._columns.plain(cell.word.german, SMALL, element.add("P"))])

    def _legend(self, cells: Sequence[TableCell], section: StructureElement) -> Iterator[Group]:
        """What the words of the table mean in the other language."""
        rows = []
        for cell in cells:
            row = self._columns.line(cell.word, SMALL, section.add("P"), section.add("P"), MARK_PT + GRID_PT / 2)
            mark = Cell(0, MARK_PT, [StateMark(cell.state, MARK_PT)])
            rows.append(replace(row, cells=[mark, *row.cells]))
        if rows:
            yield Group(rows, GRID_PT)

    def _both(self, line: Line, element: StructureElement, *, is_strong: bool = True) -> list[Piece]:
        """A line in both languages, one below the other."""
        style = replace(SMALL, bold=True) if is_strong else BODY
        pieces: list[Piece] = [self._columns.plain(line.german, style, element.add("P"))]
        if self._columns.is_bilingual and line.other:
            pieces.append(self._columns.translated(line, SMALL, element.add("P")))
        return pieces

    def _name_cell(self, pieces: Sequence[Piece], people: int) -> Cell:
        return Cell(0, WIDTH_PT - people * self._person_pt - GUTTER_PT / 2, pieces)

    def _left_pt(self, place: int, people: int) -> float:
        return float(WIDTH_PT - (people - place) * self._person_pt)

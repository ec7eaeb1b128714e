"""Sets the parts of a sheet: what each kind looks like, and what may not be torn apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counter_app.domain.language import Language
from counter_app.sheets.calendar_code import calendar_matrix
from counter_app.sheets.columns import BODY, GRID_PT, NUMBER_WIDTH_PT, SMALL, STRONG, Columns
from counter_app.sheets.figures import MatrixFigure, TickBox
from counter_app.sheets.pages import WIDTH_PT
from counter_app.sheets.parts import (
    CalendarCode,
    ComposedSheet,
    Entry,
    Fields,
    Items,
    OwnNames,
    Papers,
    PaperTable,
    Part,
)
from counter_app.sheets.rows import Cell, Group, Piece, Row
from counter_app.sheets.table_layout import TableLayout
from counter_app.sheets.tagging import BULLET_LIST, COLUMN_HEADER, NUMBERED_LIST, StructureElement
from counter_app.sheets.text.paragraph import TextStyle
from counter_app.sheets.wording import Line

MARKER_WIDTH_PT = 2.5 * GRID_PT
WRITING_PT = 3 * GRID_PT
TICK_BOX_PT = 14
NAMES_ABREAST = 4
ROWS_TOGETHER = 2
THIN_PT, THICK_PT = 0.6, 1.2
POINT = "•"

HEADING = TextStyle(14, bold=True)
OWN_NAME = TextStyle(16, bold=True, is_centred=True)
GERMAN_NAME = TextStyle(10, is_centred=True)


class PartLayout:
    """Sets the parts of one sheet."""

    def __init__(self, sheet: ComposedSheet, columns: Columns) -> None:
        self._sheet = sheet
        self._columns = columns

    def groups(self, part: Part, section: StructureElement) -> Iterator[Group]:
        """The part in pieces; only what may not be torn apart is one group."""
        if part.is_box:
            yield self._box(part, section)
            return
        head = self._head(part, section)
        match part.body:
            case None:
                rows = self._marked(head, part, section)
                yield from _chain([], rows) if part.is_loose else [Group(rows)]
            case Papers(entries):
                yield from _above(head)
                yield from self._papers(entries, part, section)
            case CalendarCode():
                yield from _above(head)
                yield self._calendar_code(part, part.body, section)
            case OwnNames(languages):
                yield from _above(head)
                yield from self._own_names(languages, section)
            case PaperTable():
                names = self._sheet.words.documents_column
                yield from _above(head)
                yield from TableLayout(self._columns, part, names).groups(part.body, section)
            case Items(lines, is_numbered):
                yield from _chain(head, list(self._items(lines, part, section, is_numbered=is_numbered)))
            case Fields(lines):
                yield from _chain(head, self._marked([self._field(line, section) for line in lines], part, section))

    def _head(self, part: Part, section: StructureElement) -> list[Row]:
        heading = [] if part.heading is None else [self._columns.heading(part.heading, HEADING, section, "H2")]
        return [*heading, *(self._columns.pair(line, BODY, section) for line in part.lines)]

    def _marked(self, rows: list[Row], part: Part, section: StructureElement) -> list[Row]:
        """The rows with the part's mark below the last translation."""
        return [*rows[:-1], self._columns.marked(rows[-1], part, section)]

    def _box(self, part: Part, section: StructureElement) -> Group:
        """A frame with its padding inside."""
        rows = [_inset(row) for row in self._marked(self._head(part, section), part, section)]
        rows[0] = replace(rows[0], above_pt=GRID_PT)
        rows[-1] = replace(rows[-1], below_pt=GRID_PT)
        return Group(rows, is_framed=True)

    def _papers(self, entries: Iterable[Entry], part: Part, section: StructureElement) -> Iterator[Group]:
        table = section.add("Table")
        head = self._column_names(part, table.add("TR"))
        for entry in entries:
            yield Group(self._entry(entry, table.add("TR")), head=head)

    def _column_names(self, part: Part, row: StructureElement) -> Row:
        """The columns' names; below that of the translation, its state: so every page says it."""
        columns, words = self._columns, self._sheet.words

        def names(text: str, language: Language, *, marked: bool = False) -> list[Piece]:
            head = row.add("TH", attributes=COLUMN_HEADER)
            name = columns.plain(text, STRONG, head.add("P"), language)
            return [name, columns.mark(part.trust, head)] if marked else [name]

        cells = [
            Cell(0, NUMBER_WIDTH_PT, names(words.number_column.german, columns.german)),
            columns.german_cell(names(words.documents_column.german, columns.german), NUMBER_WIDTH_PT),
        ]
        if columns.is_bilingual:
            name = words.documents_column.other or columns.language.own_name
            cells.append(columns.other_cell(names(name, columns.language, marked=columns.is_marked(part))))
        return Row(cells, above_pt=GRID_PT / 2, below_pt=GRID_PT / 2, rule_pt=THICK_PT)

    def _entry(self, entry: Entry, row: StructureElement) -> list[Row]:
        """The name with number and box, and below it line by line what is said about the paper."""
        first, german = row.add("TD"), row.add("TD")
        # Where there is no third column, nothing is written into its cell: every row is as wide as the head.
        other = row.add("TD") if self._columns.is_bilingual else german
        number = self._columns.plain(str(entry.number), HEADING, first.add("P"))
        box = first.add("Figure", alt=self._sheet.words.tick_box, language=self._columns.german.tag)
        lines = [(entry.name, STRONG), *((line, BODY) for line in entry.lines)]
        rows = [
            self._columns.line(line, style, german.add("P"), other.add("P"), NUMBER_WIDTH_PT) for line, style in lines
        ]
        left = NUMBER_WIDTH_PT - TICK_BOX_PT - GRID_PT
        markers = Cell(0, left, [number]), Cell(left, TICK_BOX_PT, [TickBox(box, TICK_BOX_PT)])
        rows[0] = replace(rows[0], cells=[*markers, *rows[0].cells], above_pt=GRID_PT / 2)
        rows[-1] = replace(rows[-1], below_pt=GRID_PT / 2, rule_pt=THIN_PT)
        return rows

    def _items(
        self, lines: Sequence[Line], part: Part, section: StructureElement, *, is_numbered: bool
    ) -> Iterator[Row]:
        """Steps or points; the sign stands where each language begins to read."""
        element = section.add("L", attributes=NUMBERED_LIST if is_numbered else BULLET_LIST)
        for number, line in enumerate(lines, 1):
            item = element.add("LI")
            sign = f"{number}." if is_numbered else POINT
            marker = self._columns.plain(sign, STRONG, item.add("Lbl"))
            body = item.add("LBody")
            row = self._columns.pair(line, BODY, body)
            if number == len(lines):
                row = self._columns.marked(row, part, body)
            german, *others = row.cells
            cells = [
                *_beside(german, marker, is_rtl=False),
                *(cell for one in others for cell in self._again(one, sign)),
            ]
            yield replace(row, cells=cells, above_pt=GRID_PT / 2)

    def _again(self, cell: Cell, sign: str) -> tuple[Cell, Cell]:
        """The other column with the sign once more; readers had it already."""
        language = self._columns.language
        return _beside(cell, self._columns.plain(sign, STRONG, None, language), is_rtl=language.is_rtl)

    def _field(self, line: Line, section: StructureElement) -> Row:
        """A label, and below it room to write on a line."""
        row = self._columns.pair(line, SMALL, section)
        return replace(row, above_pt=GRID_PT, below_pt=WRITING_PT, rule_pt=THIN_PT)

    def _calendar_code(self, part: Part, body: CalendarCode, section: StructureElement) -> Group:
        """A framed box: the appointment in both languages, and the code for the phone."""
        rows = self._marked([self._columns.pair(line, BODY, section) for line in body.lines], part, section)
        matrix = calendar_matrix(body.appointment, self._sheet.office.name)
        alt, tag = self._sheet.words.code, self._columns.german.tag
        code = MatrixFigure(section.add("Figure", alt=alt, language=tag), matrix)
        width = (WIDTH_PT - code.width_pt - GRID_PT) / (2 if self._columns.is_bilingual else 1)
        inside = [replace(_narrow(row, width), above_pt=GRID_PT / 2) for row in rows]
        inside[-1] = replace(inside[-1], below_pt=GRID_PT)
        return Group(inside, GRID_PT / 2, is_framed=True, aside=Cell(WIDTH_PT - code.width_pt, code.width_pt, [code]))

    def _own_names(self, languages: Sequence[Language], section: StructureElement) -> Iterator[Group]:
        """Fields to point at, as large as one page allows."""
        element = section.add("L")
        width = WIDTH_PT / NAMES_ABREAST
        for start in range(0, len(languages), NAMES_ABREAST):
            cells = []
            for place, language in enumerate(languages[start : start + NAMES_ABREAST]):
                body = element.add("LI").add("LBody")
                own = self._columns.plain(language.own_name, OWN_NAME, body.add("P"), language)
                german = self._columns.plain(language.german_name, GERMAN_NAME, body.add("P"))
                cells.append(Cell(place * width, width - GRID_PT, [own, german]))
            yield Group([Row(cells, above_pt=GRID_PT / 2, below_pt=GRID_PT / 2, rule_pt=THIN_PT)])


def _above(rows: Sequence[Row]) -> Iterator[Group]:
    """What must stand on the page of what follows it."""
    if rows:
        yield Group(rows, keeps_next=True)


def _chain(head: Sequence[Row], rows: Sequence[Row]) -> Iterator[Group]:
    """Rows that go on over the page: of many two stay with the head, and never does the last one stand alone."""
    beginning = min(ROWS_TOGETHER, max(len(rows) - ROWS_TOGETHER, 0)) or len(rows)
    yield Group([*head, *rows[:beginning]])
    yield from (Group([row]) for row in rows[beginning:-ROWS_TOGETHER])
    if beginning < len(rows):
        yield Group(rows[-ROWS_TOGETHER:])


def _beside(cell: Cell, marker: Piece, *, is_rtl: bool) -> tuple[Cell, Cell]:
    """A cell that makes room for a sign where its text begins."""
    width = cell.width_pt - MARKER_WIDTH_PT
    if is_rtl:
        return replace(cell, width_pt=width), Cell(cell.left_pt + width, MARKER_WIDTH_PT, [marker])
    text = replace(cell, left_pt=cell.left_pt + MARKER_WIDTH_PT, width_pt=width)
    return Cell(cell.left_pt, MARKER_WIDTH_PT, [marker]), text


def _narrow(row: Row, width: float) -> Row:
    """The same row in columns of another width, from the left edge of a frame on."""
    lefts = [GRID_PT + place * width for place in range(len(row.cells))]
    cells = [replace(cell, left_pt=left, width_pt=width - GRID_PT) for left, cell in zip(lefts, row.cells, strict=True)]
    return replace(row, cells=cells)


def _inset(row: Row) -> Row:
    """The same row between the edges of a frame."""
    cells = []
    for cell in row.cells:
        left, right = max(cell.left_pt, GRID_PT), min(cell.left_pt + cell.width_pt, WIDTH_PT - GRID_PT)
        cells.append(replace(cell, left_pt=left, width_pt=right - left))
    return replace(row, cells=cells)

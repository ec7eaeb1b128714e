"""Sets a composed sheet: German left, the customer's language right, lines and boxes that survive a photocopier."""

from collections.abc import Callable, Iterator, Sequence

from reportlab.lib.colors import black
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, TableStyle

from counter_app.domain.content import Content
from counter_app.domain.label import Label
from counter_app.domain.language import Language
from counter_app.domain.sheet import Appointment
from counter_app.domain.slots import filled, german_date
from counter_app.domain.text import Trust
from counter_app.sheets.calendar_code import calendar_matrix
from counter_app.sheets.composer import ComposedSheet, Entry, Part
from counter_app.sheets.pdf import CONTENT_WIDTH_PT, MatrixFigure, TaggedTable, TickBox, build_pdf
from counter_app.sheets.tagging import COLUMN_HEADER, StructureElement, StructureTree
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from counter_app.sheets.text.runs import Span
from counter_app.sheets.wording import Line

GRID_PT = 8
NUMBER_WIDTH_PT = 5 * GRID_PT
GUTTER_PT = 1.5 * GRID_PT
THIN_PT, THICK_PT = 0.6, 1.2

TITLE = TextStyle(16, bold=True)
HEADING = TextStyle(14, bold=True)
BODY = TextStyle(12)
STRONG = TextStyle(12, bold=True)
SMALL = TextStyle(10)
MARK = TextStyle(9)
FOOTER = TextStyle(8.5)

_BARE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
]
_COLUMNS = [
    *_BARE,
    ("RIGHTPADDING", (0, 0), (-2, -1), GUTTER_PT / 2),
    ("LEFTPADDING", (1, 0), (-1, -1), GUTTER_PT / 2),
]
_PAIR = [*_COLUMNS, ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]

_Say = Callable[[Line, TextStyle, StructureElement, str], list[Flowable]]


class Layout:
    """Sets one sheet.

    Args:
        language: the customer's; German makes one column.
    """

    def __init__(self, content: Content, language: Language, fonts: FontLibrary) -> None:
        self._content = content
        self._german = content.german
        self._language = language
        self._fonts = fonts
        self._is_bilingual = language != content.german
        self._structure = StructureTree()

    def pdf(self, sheet: ComposedSheet) -> bytes:
        """The tagged PDF.

        Raises:
            MissingGlyph: no font has a character of a text.
            SheetError: a font is missing, or the appointment does not fit a QR code.
        """
        story = list(self._story(sheet))
        title = f"{sheet.title.german} – {sheet.matter.german}"
        return build_pdf(
            story, title=title, language=self._german.tag, structure=self._structure, page_footer=self._footer
        )

    def _story(self, sheet: ComposedSheet) -> Iterator[Flowable]:
        root = self._structure.root
        yield self._head(root)
        yield Spacer(1, GRID_PT)
        yield self._pair(sheet.notice, STRONG, root)
        yield Spacer(1, GRID_PT)
        yield self._pair(sheet.title, TITLE, root, "H1")
        yield self._pair(sheet.matter, BODY, root)
        for part in sheet.parts:
            yield Spacer(1, GRID_PT)
            yield from _unbroken(part, list(self._part(part, root.add("Sect"))))
        yield Spacer(1, GRID_PT)
        yield KeepTogether(self._closing(sheet.closing, root.add("Sect")))

    def _head(self, root: StructureElement) -> Flowable:
        """The office, underlined."""
        office = self._content.office
        lines = [self._paragraph(office.name, STRONG, root.add("P"))]
        lines += [self._paragraph(line, SMALL, root.add("P")) for line in office.lines]
        table = TaggedTable([[lines]], colWidths=[CONTENT_WIDTH_PT])
        table.setStyle(TableStyle([*_BARE, ("LINEBELOW", (0, 0), (-1, -1), THICK_PT, black)]))
        return table

    def _part(self, part: Part, section: StructureElement) -> Iterator[TaggedTable]:
        if part.heading is not None:
            yield self._pair(part.heading, HEADING, section, "H2")
        if part.appointment is not None:
            yield self._appointment(part, part.appointment, section)
        else:
            yield from (self._pair(line, BODY, section) for line in part.lines)
        if part.entries:
            yield self._checklist(part, section)
        elif self._is_marked(part):
            yield self._mark_row(part.trust, section)

    def _is_marked(self, part: Part) -> bool:
        return self._is_bilingual and part.trust is not Trust.REVIEWED

    def _checklist(self, part: Part, section: StructureElement) -> TaggedTable:
        element = section.add("Table")
        rows = [
            self._head_row(part, element.add("TR")),
            *(self._row(entry, element.add("TR")) for entry in part.entries),
        ]
        table = TaggedTable(rows, colWidths=self._widths(numbered=True), repeatRows=1)
        table.setStyle(
            TableStyle(
                [
                    *_COLUMNS,
                    ("TOPPADDING", (0, 0), (-1, -1), GRID_PT / 2),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), GRID_PT / 2),
                    ("LINEBELOW", (0, 0), (-1, 0), THICK_PT, black),
                    ("LINEBELOW", (0, 1), (-1, -1), THIN_PT, black),
                ]
            )
        )
        return table

    def _head_row(self, part: Part, row: StructureElement) -> list[list[Flowable]]:
        """The columns' names; below that of the translation, its state: so every page says it."""

        def cell(text: str, language: Language) -> list[Flowable]:
            head = row.add("TH", attributes=COLUMN_HEADER)
            name = self._paragraph(text, STRONG, head.add("P"), language)
            is_marked = language == self._language and self._is_marked(part)
            return [name, self._mark(part.trust, head)] if is_marked else [name]

        names = self._content.label(Label.DOCUMENTS_COLUMN)
        cells = [cell(self._german_label(Label.NUMBER_COLUMN), self._german), cell(names.german, self._german)]
        if self._is_bilingual:
            cells.append(cell(names.in_language(self._language.tag) or self._language.own_name, self._language))
        return cells

    def _row(self, entry: Entry, row: StructureElement) -> list[list[Flowable]]:
        first = row.add("TD")
        number = self._paragraph(str(entry.number), HEADING, first.add("P"))
        box = first.add("Figure", alt=self._german_label(Label.TICK_BOX), language=self._german.tag)
        cells = [[number, TickBox(box, ticked=False, size_pt=14)]]
        cells.append(self._stack(entry, row.add("TD"), self._in_german))
        if self._is_bilingual:
            cells.append(self._stack(entry, row.add("TD"), self._in_other))
        return cells

    def _stack(self, entry: Entry, cell: StructureElement, say: _Say) -> list[Flowable]:
        """The lines of one cell in one language, the name first and strong."""
        name = say(entry.name, STRONG, cell, "P")
        return [*name, *(flowable for line in entry.lines for flowable in say(line, BODY, cell, "P"))]

    def _appointment(self, part: Part, appointment: Appointment, section: StructureElement) -> TaggedTable:
        """A framed box: the appointment in both languages, and the code for the phone."""
        matrix = calendar_matrix(appointment, self._content.office.name)
        rows = [self._cells(line, BODY, section, "P") for line in part.lines]
        alt = self._german_label(Label.QR_ALTERNATIVE)
        code = MatrixFigure(matrix, section.add("Figure", alt=alt, language=self._german.tag))
        width = CONTENT_WIDTH_PT - code.width - 2 * GRID_PT
        lines = TaggedTable(rows, colWidths=[width / len(rows[0])] * len(rows[0]))
        lines.setStyle(TableStyle(_PAIR))
        box = TaggedTable([[lines, code]], colWidths=[width + GRID_PT, code.width + GRID_PT])
        box.setStyle(
            TableStyle([*_BARE, ("BOX", (0, 0), (-1, -1), THICK_PT, black), ("LEFTPADDING", (0, 0), (0, 0), GRID_PT)])
        )
        return box

    def _closing(self, lines: Sequence[Line], section: StructureElement) -> Flowable:
        table = TaggedTable([self._cells(line, SMALL, section, "P") for line in lines], colWidths=self._widths())
        table.setStyle(TableStyle([*_PAIR, ("LINEABOVE", (0, 0), (-1, 0), THIN_PT, black)]))
        return table

    def _mark(self, trust: Trust, parent: StructureElement) -> Flowable:
        """Beside a translation that nobody reviewed, in a word: draft."""
        text = self._content.labels[f"trust_mark/{trust}"]
        translated = text.in_language(self._language.tag)
        spans = [Span(f"{translated} · " if translated else ""), Span(text.german, language=self._german)]
        return Paragraph(spans, self._language, MARK, self._fonts, parent.add("P"), text.key)

    def _mark_row(self, trust: Trust, section: StructureElement) -> TaggedTable:
        table = TaggedTable([[[], self._mark(trust, section)]], colWidths=self._widths())
        table.setStyle(TableStyle(_PAIR))
        return table

    def _pair(self, line: Line, style: TextStyle, parent: StructureElement, tag: str = "P") -> TaggedTable:
        """One line in both columns."""
        table = TaggedTable([self._cells(line, style, parent, tag)], colWidths=self._widths())
        table.setStyle(TableStyle(_PAIR))
        return table

    def _cells(self, line: Line, style: TextStyle, parent: StructureElement, tag: str) -> list[list[Flowable]]:
        """One line in as many cells as the sheet has languages; a heading is one for both."""
        if tag != "P":
            parent, tag = parent.add(tag), "Span"
        german = self._in_german(line, style, parent, tag)
        return [german, self._in_other(line, style, parent, tag)] if self._is_bilingual else [german]

    def _in_german(self, line: Line, style: TextStyle, parent: StructureElement, tag: str) -> list[Flowable]:
        spans = _spans(line.german, line.german_lead)
        return [Paragraph(spans, self._german, style, self._fonts, parent.add(tag), line.key)]

    def _in_other(self, line: Line, style: TextStyle, parent: StructureElement, tag: str) -> list[Flowable]:
        """Nothing while the line is not translated."""
        if not line.other:
            return []
        spans = _spans(line.other, line.other_lead)
        return [Paragraph(spans, self._language, style, self._fonts, parent.add(tag), line.key)]

    def _paragraph(
        self, text: str, style: TextStyle, element: StructureElement | None, language: Language | None = None
    ) -> Paragraph:
        return Paragraph([Span(text)], language or self._german, style, self._fonts, element, text)

    def _widths(self, *, numbered: bool = False) -> list[float]:
        """Column widths in points; the other language begins at the same place all down the page."""
        other = [(CONTENT_WIDTH_PT - NUMBER_WIDTH_PT) / 2] if self._is_bilingual else []
        german = CONTENT_WIDTH_PT - sum(other)
        return [NUMBER_WIDTH_PT, german - NUMBER_WIDTH_PT, *other] if numbered else [german, *other]

    def _german_label(self, label: Label) -> str:
        return self._content.label(label).german

    def _footer(self, page: int, pages: int) -> Flowable:
        """What every page says, even when the pages get mixed up."""
        office = self._content.office
        fixed = [self._german_label(Label.INFORMATION_ONLY)]
        if self._is_bilingual:
            fixed.append(self._german_label(Label.GERMAN_BINDS).removesuffix("."))
        state = filled(self._german_label(Label.CONTENT_DATE), {"date": german_date(self._content.day)})
        number = filled(self._german_label(Label.PAGE), {"number": f"{page}/{pages}"})
        return self._paragraph(" · ".join((office.name, *fixed, state, number)), FOOTER, None)


def _unbroken(part: Part, tables: list[TaggedTable]) -> list[Flowable]:
    """Only a list goes on over the page, and not before its first paper."""
    if not part.entries:
        return [KeepTogether(tables)]
    *above, papers = tables
    start = sum(table.height_pt() for table in above) + papers.height_pt(rows=2)
    return [CondPageBreak(start), *tables]


def _spans(text: str, lead: str) -> list[Span]:
    """The text with its label standing out."""
    return [Span(lead, bold=True), Span(text.removeprefix(lead))] if lead else [Span(text)]

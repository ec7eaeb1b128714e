"""fpdf2 with text shaping by HarfBuzz: one new document a sheet, because it keeps fonts nowhere else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fpdf import FPDF

from benchmarks.sheets.model import Entry, Pair, Part, Said, Sheet, Voice, dark_stretches, signs

POINT_MM = 25.4 / 72
LEFT_MM, TOP_MM, BOTTOM_MM, WIDTH_MM = 18.0, 14.0, 15.0, 174.0
GRID_MM = 8 * POINT_MM
NUMBER_MM, SIGN_MM, GUTTER_MM = 5 * GRID_MM, 2.5 * GRID_MM, 2 * GRID_MM
OTHER_MM = NUMBER_MM + (WIDTH_MM - NUMBER_MM + GUTTER_MM) / 2
MODULE_MM = 0.5
THIN_MM, THICK_MM = 0.6 * POINT_MM, 1.2 * POINT_MM
BODY, STRONG, SMALL, MARK = (12.0, ""), (12.0, "B"), (10.0, ""), (9.0, "")
HEADING, TITLE = (14.0, "B"), (16.0, "B")

Look = tuple[float, str]


class FpdfPeer:
    """Writes PDF without tags."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    def job(self, sheet: Sheet) -> Callable[[], bytes]:
        """From the lines to the PDF."""
        return lambda: _Writer(sheet, self._fonts).pdf()


@dataclass(frozen=True, slots=True)
class Cell:
    """Texts one below the other, ``left_mm`` from the left margin."""

    left_mm: float
    width_mm: float
    texts: Sequence[tuple[Voice, Said, Look]]


class _Writer:
    """Sets one sheet; ``_y`` is where the next row begins."""

    def __init__(self, sheet: Sheet, fonts: Path) -> None:
        self._sheet = sheet
        self._pdf = self._document(fonts)
        self._head: Sequence[Cell] = ()
        self._pdf.add_page()
        self._y = TOP_MM

    def _document(self, fonts: Path) -> Any:  # noqa: ANN401 - fpdf2 is no dependency of the checks
        pdf: Any = FPDF(format="A4")
        pdf.set_margins(LEFT_MM, TOP_MM)
        pdf.set_auto_page_break(auto=False)
        pdf.c_margin = 0
        pdf.set_title(self._sheet.title)
        pdf.set_lang(self._sheet.german.tag)
        families = self._sheet.other.fonts
        for family in families:
            file = family.replace(" SC", "sc").replace(" ", "")
            for style, weight in ("", "Regular"), ("B", "Bold"):
                path = fonts / f"{file}-{weight}.ttf"
                pdf.add_font(family, style, path if path.is_file() else fonts / f"{file}-Regular.ttf")
        pdf.set_fallback_fonts(families, exact_match=True)
        pdf.set_text_shaping(True)
        pdf.footer = self._footer
        return pdf

    def pdf(self) -> bytes:
        """The whole sheet."""
        sheet = self._sheet
        names = [(sheet.german, sheet.office, STRONG), *((sheet.german, line, SMALL) for line in sheet.office_lines)]
        self._row([Cell(0, WIDTH_MM, names)], below=GRID_MM / 2, rule=THICK_MM)
        self._pair(sheet.notice, STRONG, above=GRID_MM)
        self._pair(sheet.heading, TITLE, above=GRID_MM)
        if sheet.matter:
            self._pair(sheet.matter, BODY)
        for part in sheet.parts:
            self._part(part)
        self._row([], above=GRID_MM, below=GRID_MM / 2, rule=THIN_MM)
        for line in sheet.closing:
            self._pair(line, SMALL)
        return bytes(self._pdf.output())

    def _part(self, part: Part) -> None:
        self._y += 1.5 * GRID_MM
        top = self._y
        inset = GRID_MM if part.is_box else 0
        self._y += inset
        if part.heading:
            self._pair(part.heading, HEADING, inset=inset)
        for line in part.lines:
            self._pair(line, BODY, inset=inset)
        self._body(part)
        if part.kind != "papers" and part.mark:
            self._row([Cell(OTHER_MM, WIDTH_MM - OTHER_MM - inset, self._mark(part.mark))])
        self._y += inset
        if part.is_box and self._y > top:
            self._frame(top)

    def _body(self, part: Part) -> None:
        match part.kind:
            case "papers":
                self._papers(part)
            case "steps" | "points":
                for sign, pair in zip(signs(part), part.items, strict=True):
                    self._item(sign, pair)
            case "fields":
                for pair in part.items:
                    self._pair(pair, SMALL, above=GRID_MM, below=3 * GRID_MM, rule=THIN_MM)
            case "code":
                self._calendar_code(part)
            case _:
                pass

    def _papers(self, part: Part) -> None:
        sheet = self._sheet
        (german, left), (other, right) = sheet.voices(sheet.papers_column)
        names = [(other, right, STRONG)] if right else []
        self._head = [
            Cell(0, NUMBER_MM, [(german, sheet.number_column, STRONG)]),
            Cell(NUMBER_MM, OTHER_MM - GUTTER_MM - NUMBER_MM, [(german, left, STRONG)] if left else []),
            Cell(OTHER_MM, WIDTH_MM - OTHER_MM, [*names, *(self._mark(part.mark) if part.mark else [])]),
        ]
        head, self._head = self._head, ()
        self._row(head, above=GRID_MM / 2, below=GRID_MM / 2, rule=THICK_MM)
        self._head = head
        for entry in part.papers:
            self._entry(entry)
        self._head = ()

    def _entry(self, entry: Entry) -> None:
        looks = [(entry.name, STRONG), *((line, BODY) for line in entry.lines)]
        sides: tuple[list[tuple[Voice, Said, Look]], ...] = ([], [])
        for pair, look in looks:
            for side, (voice, said) in zip(sides, self._sheet.voices(pair), strict=True):
                if said:
                    side.append((voice, said, look))
        number = [(self._sheet.german, Said("", entry.number), HEADING)]
        cells = [
            Cell(0, NUMBER_MM / 2, number),
            Cell(NUMBER_MM, OTHER_MM - GUTTER_MM - NUMBER_MM, sides[0]),
            Cell(OTHER_MM, WIDTH_MM - OTHER_MM, sides[1]),
        ]
        top = self._row(cells, above=GRID_MM / 2, below=GRID_MM / 2, rule=THIN_MM)
        self._pdf.set_line_width(1.3 * POINT_MM)
        self._pdf.rect(LEFT_MM + NUMBER_MM / 2, top + 1, 12.7 * POINT_MM, 12.7 * POINT_MM)

    def _item(self, sign: str, pair: Pair) -> None:
        (german, left), (other, right) = self._sheet.voices(pair)
        mark = Said("", sign)
        cells = [Cell(0, SIGN_MM, [(german, mark, STRONG)])]
        if left:
            cells.append(Cell(SIGN_MM, OTHER_MM - GUTTER_MM - SIGN_MM, [(german, left, BODY)]))
        if right:
            room = WIDTH_MM - OTHER_MM - SIGN_MM
            sign_left, text_left = (OTHER_MM + room, OTHER_MM) if other.rtl else (OTHER_MM, OTHER_MM + SIGN_MM)
            cells += [Cell(sign_left, SIGN_MM, [(other, mark, STRONG)]), Cell(text_left, room, [(other, right, BODY)])]
        self._row(cells, above=GRID_MM / 2)

    def _calendar_code(self, part: Part) -> None:
        side = (len(part.code) + 8) * MODULE_MM
        self._turn_page_without(side)
        top = self._y
        column = (WIDTH_MM - side - GRID_MM) / 2
        for pair in part.items:
            places = enumerate(self._sheet.voices(pair))
            cells = [
                Cell(GRID_MM + n * column, column - GRID_MM, [(voice, said, BODY)])
                for n, (voice, said) in places
                if said
            ]
            self._row(cells, above=GRID_MM / 2)
        left, first = LEFT_MM + WIDTH_MM - side + 4 * MODULE_MM, top + 4 * MODULE_MM
        for x, y, length in dark_stretches(part.code):
            self._pdf.rect(left + x * MODULE_MM, first + y * MODULE_MM, length * MODULE_MM, MODULE_MM, style="F")
        self._y = max(self._y + GRID_MM / 2, top + side)
        self._frame(top)

    def _mark(self, mark: Pair) -> list[tuple[Voice, Said, Look]]:
        said = " · ".join(said.text for _, said in reversed(list(self._sheet.voices(mark))) if said)
        return [(self._sheet.other, Said("", said), MARK)]

    def _pair(
        self, pair: Pair, look: Look, above: float = 0, below: float = 0, rule: float = 0, inset: float = 0
    ) -> None:
        (german, left), (other, right) = self._sheet.voices(pair)
        cells = []
        if left:
            cells.append(Cell(inset, OTHER_MM - GUTTER_MM - inset, [(german, left, look)]))
        if right:
            cells.append(Cell(OTHER_MM, WIDTH_MM - OTHER_MM - inset, [(other, right, look)]))
        self._row(cells, above, below, rule)

    def _row(self, cells: Sequence[Cell], above: float = 0, below: float = 0, rule: float = 0) -> float:
        """Cells side by side on one page; gives back where their text begins."""
        heights = [[self._write(cell, *text, dry_run=True) for text in cell.texts] for cell in cells]
        height = above + max(map(sum, heights), default=0) + below
        self._turn_page_without(height)
        top = self._y + above
        for cell, cell_heights in zip(cells, heights, strict=True):
            y = top
            for text, text_height in zip(cell.texts, cell_heights, strict=True):
                self._pdf.set_xy(LEFT_MM + cell.left_mm, y)
                self._write(cell, *text)
                y += text_height
        self._y += height
        if rule:
            self._pdf.set_line_width(rule)
            self._pdf.line(LEFT_MM, self._y, LEFT_MM + WIDTH_MM, self._y)
        return top

    def _write(self, cell: Cell, voice: Voice, said: Said, look: Look, *, dry_run: bool = False) -> float:
        size, style = look
        size *= voice.scale
        self._pdf.set_font(voice.fonts[0], style, size)
        height: float = self._pdf.multi_cell(
            cell.width_mm,
            size * voice.spacing * POINT_MM,
            f"**{said.lead}**{said.text}" if said.lead else said.text,
            align="R" if voice.rtl else "L",
            markdown=bool(said.lead),
            dry_run=dry_run,
            output="HEIGHT",
        )
        return height

    def _turn_page_without(self, height: float) -> None:
        if self._y + height > 297 - BOTTOM_MM and self._y > TOP_MM:
            self._pdf.add_page()
            self._y = TOP_MM
            if self._head:
                head, self._head = self._head, ()
                self._row(head, above=GRID_MM / 2, below=GRID_MM / 2, rule=THICK_MM)
                self._head = head

    def _frame(self, top: float) -> None:
        self._pdf.set_line_width(THICK_MM)
        self._pdf.rect(LEFT_MM, top, WIDTH_MM, self._y - top)

    def _footer(self) -> None:
        self._pdf.set_font(self._sheet.german.fonts[0], "", 8.5)
        self._pdf.set_xy(LEFT_MM, 297 - 12)
        self._pdf.cell(text=self._sheet.footer.replace("{page}", f"{self._pdf.page_no()}/{{nb}}"))

"""From a story of flowables to one A4 PDF, and the flowables that are not text."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Table

from counter_app.sheets.tagging import StructureElement, StructureTree, TaggedCanvas

MARGIN_PT = 18 * mm
TOP_MARGIN_PT = BOTTOM_MARGIN_PT = 14 * mm
CONTENT_WIDTH_PT = A4[0] - 2 * MARGIN_PT
FOOTER_BASE_PT = 7 * mm
SMALLEST_MODULE_MM = 0.4
QUIET_MODULES = 4


def build_pdf(
    story: Sequence[Flowable],
    *,
    title: str,
    language: str,
    structure: StructureTree,
    page_footer: Callable[[int, int], Flowable] | None = None,
) -> bytes:
    """Set the story on A4 pages; the same story gives the same bytes.

    Args:
        language: BCP 47 tag of the document.
        structure: the tree whose elements the story's flowables carry.
        page_footer: makes the footer of page n (from 1) of m; it is an artifact and gets :data:`CONTENT_WIDTH_PT`.
    """
    target = BytesIO()

    def draw_footer(canvas: TaggedCanvas, page: int, pages: int) -> None:
        if page_footer is not None:
            footer = page_footer(page, pages)
            footer.wrapOn(canvas, CONTENT_WIDTH_PT, BOTTOM_MARGIN_PT)
            footer.drawOn(canvas, MARGIN_PT, FOOTER_BASE_PT)

    def make_canvas(*_args: object, **_options: object) -> TaggedCanvas:
        return TaggedCanvas(target, title=title, language=language, structure=structure, draw_footer=draw_footer)

    height = A4[1] - TOP_MARGIN_PT - BOTTOM_MARGIN_PT
    frame = Frame(MARGIN_PT, BOTTOM_MARGIN_PT, CONTENT_WIDTH_PT, height, 0, 0, 0, 0)
    document = BaseDocTemplate(target, pagesize=A4, pageTemplates=[PageTemplate(frames=[frame])], title=title)
    document.build(list(story), canvasmaker=make_canvas)
    return target.getvalue()


class TaggedTable(Table):
    """A platypus table whose lines and backgrounds are artifacts, and its head rows too where they are repeated.

    It adds nothing to the structure tree: the flowables in the cells carry their elements.
    """

    def __init__(self, data: Sequence[Sequence[Flowable | Sequence[Flowable]]], **options: object) -> None:
        super().__init__(data, **{**options, "renderCB": _mark_decoration})
        self.is_continued = False
        self.in_repeated_head = False

    def height_pt(self, rows: int | None = None) -> float:
        """How high its first rows are, or all, in points at the width of the page."""
        self.wrap(CONTENT_WIDTH_PT, A4[1])
        return float(sum(self._rowHeights[:rows]))

    def split(self, width: float, height: float) -> list[Flowable]:
        """The parts by page; all but the first repeat the head."""
        parts: list[Flowable] = super().split(width, height)
        for number, part in enumerate(parts):
            part.is_continued = self.is_continued or number > 0
        return parts


def _mark_decoration(table: TaggedTable, event: str, row: int = 0, *_details: object) -> None:
    """What ReportLab calls while it draws a table."""
    canvas: TaggedCanvas = table.canv
    if event in {"startBG", "startLines"}:
        canvas.begin_artifact()
    elif event in {"endBG", "endLines"}:
        canvas.end_artifact()
    elif event == "startCell":
        table.in_repeated_head = table.is_continued and row < table.repeatRows
        if table.in_repeated_head:
            canvas.begin_artifact("/Type /Pagination")
    elif event == "endCell" and table.in_repeated_head:
        canvas.end_artifact()


class Figure(Flowable):
    """A drawing with an alternative text; subclasses draw themselves in :meth:`draw_shape`."""

    def __init__(self, element: StructureElement, size_pt: float) -> None:
        super().__init__()
        self.element = element
        self.width = self.height = size_pt

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002  # ReportLab's signature
        """Its size in points, whatever there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the figure as content of its element."""
        canvas: TaggedCanvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        box = f"[{left:.2f} {bottom:.2f} {left + self.width:.2f} {bottom + self.height:.2f}]"
        self.element.attributes = {"O": "/Layout", "BBox": box}
        with canvas.marked(self.element):
            self.draw_shape(canvas)

    def draw_shape(self, canvas: TaggedCanvas) -> None:
        """Draw from the lower left corner."""
        raise NotImplementedError


class TickBox(Figure):
    """A box to tick, with a cross when ticked.

    Args:
        element: a Figure whose alternative text says what the box means.
    """

    def __init__(self, element: StructureElement, *, ticked: bool, size_pt: float = 11) -> None:
        super().__init__(element, size_pt)
        self.ticked = ticked

    def draw_shape(self, canvas: TaggedCanvas) -> None:
        """Draw the frame, and the cross inside it."""
        line = self.width / 11
        size = self.width - line
        canvas.emit(f"0 G {line:.3f} w {line / 2:.3f} {line / 2:.3f} {size:.3f} {size:.3f} re S")
        if self.ticked:
            low, high = self.width * 0.25, self.width * 0.75
            canvas.emit(f"{2 * line:.3f} w {low:.3f} {low:.3f} m {high:.3f} {high:.3f} l S")
            canvas.emit(f"{low:.3f} {high:.3f} m {high:.3f} {low:.3f} l S")


class MatrixFigure(Figure):
    """A QR code as one path of rectangles.

    Args:
        matrix: rows from the top, a true value is a dark module; without the quiet zone, which is added.
        module_mm: the side of a module; phones need 0.4.
        element: a Figure whose alternative text says what the code holds.
    """

    def __init__(self, matrix: Sequence[Sequence[int]], element: StructureElement, module_mm: float = 0.5) -> None:
        if module_mm < SMALLEST_MODULE_MM:
            raise ValueError(f"a module of {module_mm} mm is too small for phones")
        self._matrix = matrix
        self._module = module_mm * mm
        super().__init__(element, (len(matrix) + 2 * QUIET_MODULES) * self._module)

    def draw_shape(self, canvas: TaggedCanvas) -> None:
        """Draw each row's stretches of dark modules."""
        origin, top = QUIET_MODULES * self._module, self.height - QUIET_MODULES * self._module
        # One module is one unit, and rows count down.
        canvas.emit(f"q 0 g {self._module:.4f} 0 0 {-self._module:.4f} {origin:.4f} {top:.4f} cm")
        for number, row in enumerate(self._matrix):
            dark = "".join("1" if module else " " for module in row)
            for stretch in re.finditer("1+", dark):
                canvas.emit(f"{stretch.start()} {number} {len(stretch.group())} 1 re")
        canvas.emit("f Q")

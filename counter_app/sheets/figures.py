"""What stands on a sheet and is not text: boxes to tick, codes for the phone, pictures of the office."""

import re
from collections.abc import Sequence

from reportlab.lib.units import mm

from counter_app.sheets.pictures import Picture
from counter_app.sheets.tagging import StructureElement, TaggedCanvas

SMALLEST_MODULE_MM = 0.4
QUIET_MODULES = 4


class Figure:
    """A drawing with an alternative text; subclasses draw themselves in :meth:`draw_shape`.

    Args:
        element: a Figure of the structure tree whose alternative text says what is to be seen.
    """

    def __init__(self, element: StructureElement, width_pt: float, height_pt: float) -> None:
        self.element = element
        self.width_pt = width_pt
        self.height_pt = height_pt

    def height_at(self, width_pt: float) -> float:  # noqa: ARG002 - a figure has its own
        """Its height in points, whatever room there is."""
        return self.height_pt

    @property
    def first_baseline_pt(self) -> float | None:
        """Where a figure among letters stands on their line; None when it stands alone."""
        return None

    def halves(self, height_pt: float) -> None:
        """A figure cannot be split."""

    def draw_at(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the figure as content of its element."""
        bottom = top - self.height_pt
        corners = (*canvas.absolutePosition(left, bottom), *canvas.absolutePosition(left + self.width_pt, top))
        box = " ".join(f"{place:.2f}" for place in corners)
        self.element.attributes = {"O": "/Layout", "BBox": f"[{box}]", "Placement": "/Block"}
        with canvas.marked(self.element):
            canvas.emit(f"q 1 0 0 1 {left:.3f} {bottom:.3f} cm")
            self.draw_shape(canvas)
            canvas.emit("Q")

    def draw_shape(self, canvas: TaggedCanvas) -> None:
        """Draw from the lower left corner."""
        raise NotImplementedError


class TickBox(Figure):
    """An empty box, with a line thick enough for a bad copier."""

    def __init__(self, element: StructureElement, size_pt: float) -> None:
        super().__init__(element, size_pt, size_pt)

    @property
    def first_baseline_pt(self) -> float:
        """It reaches a little below the line, as a capital in a box would."""
        return self.height_pt * 0.85

    def draw_shape(self, canvas: TaggedCanvas) -> None:
        """Draw the frame."""
        line = self.width_pt / 11
        size = self.width_pt - line
        canvas.emit(f"0 G {line:.3f} w {line / 2:.3f} {line / 2:.3f} {size:.3f} {size:.3f} re S")


class MatrixFigure(Figure):
    """A QR code as one path of rectangles.

    Args:
        matrix: rows from the top, a true value is a dark module; without the quiet zone, which is added.
        module_mm: the side of a module; phones need 0.4.
    """

    def __init__(self, element: StructureElement, matrix: Sequence[Sequence[int]], module_mm: float = 0.5) -> None:
        if module_mm < SMALLEST_MODULE_MM:
            raise ValueError(f"a module of {module_mm} mm is too small for phones")
        self._matrix = matrix
        self._module = module_mm * mm
        size = (len(matrix) + 2 * QUIET_MODULES) * self._module
        super().__init__(element, size, size)

    def draw_shape(self, canvas: TaggedCanvas) -> None:
        """Draw each row's stretches of dark modules."""
        origin, top = QUIET_MODULES * self._module, self.height_pt - QUIET_MODULES * self._module
        # One module is one unit, and rows count down.
        canvas.emit(f"0 g {self._module:.4f} 0 0 {-self._module:.4f} {origin:.4f} {top:.4f} cm")
        rectangles = [
            f"{stretch.start()} {number} {stretch.end() - stretch.start()} 1 re"
            for number, row in enumerate(self._matrix)
            for stretch in re.finditer(b"\x01+", bytes(row))
        ]
        canvas.emit("\n".join([*rectangles, "f"]))


class PictureFigure(Figure):
    """A logo, as high as it is told and not wider than there is room."""

    def __init__(self, element: StructureElement, picture: Picture, height_pt: float, most_width_pt: float) -> None:
        scale = min(height_pt / picture.height_px, most_width_pt / picture.width_px)
        super().__init__(element, picture.width_px * scale, picture.height_px * scale)
        self._picture = picture

    def draw_shape(self, canvas: TaggedCanvas) -> None:
        """Draw the picture; what is transparent stays white."""
        canvas.drawImage(self._picture.reader, 0, 0, self.width_pt, self.height_pt)

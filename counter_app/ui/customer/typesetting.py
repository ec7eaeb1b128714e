"""Sets a text into lines and finds the largest size at which it fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption

from counter_app.ui.customer.wording import Wording
from counter_app.ui.shared.fonts import font_for

_SLACK = 0.5  # of a pixel: rounding inside Qt
_TRIFLE = 2.0  # pixels that are not worth measuring letters for


@dataclass(frozen=True)
class TextLine:
    """One line of a block. ``top`` and ``height`` in pixels; the height is the distance to the next line."""

    index: int
    top: float
    height: float


@dataclass(frozen=True)
class Block:
    """A text set into lines.

    Args:
        is_whole: no word had to be broken to fit the width.
        overhang: what high letters need above the first line and deep ones below the last.
    """

    layout: QTextLayout
    lines: tuple[TextLine, ...]
    is_whole: bool
    overhang: float

    @property
    def height(self) -> float:
        """How high all the lines are."""
        return self.height_of(self.lines)

    def height_of(self, lines: Sequence[TextLine]) -> float:
        """How high some lines are, one below the other."""
        return sum(line.height for line in lines) + 2 * self.overhang if lines else 0.0

    @property
    def width(self) -> float:
        """How wide the longest line is."""
        widths = (self.layout.lineAt(line.index).naturalTextWidth() for line in self.lines)
        return max(widths, default=0.0)

    def draw(self, painter: QPainter, at: QPointF, lines: Sequence[TextLine] | None = None) -> None:
        """Paint some lines, or all, the first of them at this place, in the painter's pen."""
        shown = self.lines if lines is None else lines
        if shown:
            origin = at - QPointF(0, shown[0].top - self.overhang)
            for line in shown:
                self.layout.lineAt(line.index).draw(painter, origin)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set. ``alignment``: absolute, left, right or centre."""

    alignment: Qt.AlignmentFlag
    is_bold: bool = False


def set_text(wording: Wording, setting: Setting, size: int, width: float) -> Block:
    """Break a text into lines at words; only a word that is wider than the line is broken inside.

    Args:
        size: of the font, in pixels.
        width: of the lines, in pixels.
    """
    block = _set(wording, setting, size, width, QTextOption.WrapMode.WordWrap)
    if block.is_whole:
        return block
    return _set(wording, setting, size, width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def largest_size(fits: Callable[[int], bool], smallest: int, largest: int) -> int | None:
    """The largest size that fits, where every smaller one does, too; None when not even the smallest does."""
    if not fits(smallest):
        return None
    while smallest < largest:
        middle = (smallest + largest + 1) // 2
        if fits(middle):
            smallest = middle
        else:
            largest = middle - 1
    return smallest


def _set(wording: Wording, setting: Setting, size: int, width: float, wrap: QTextOption.WrapMode) -> Block:
    layout = QTextLayout(wording.shown.replace("\n", "\u2028"), _font(wording, setting, size))
    layout.setTextOption(_option(wording, setting, wrap))
    layout.setCacheEnabled(True)
    spacing = size * wording.language.line_spacing
    lines: list[TextLine] = []
    top, widest, overhang = 0.0, 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (spacing - line.height()) / 2))
        lines.append(TextLine(len(lines), top, spacing))
        overhang = max(overhang, _overhang(line, top, spacing))
        top += spacing
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    is_whole = widest <= width + _SLACK and wrap is QTextOption.WrapMode.WordWrap
    return Block(layout, tuple(lines), is_whole, overhang)


def _overhang(line: QTextLine, top: float, height: float) -> float:
    """How far the letters of a line really reach beyond it; some fonts claim far more than they use."""
    claimed = max(0.0, (line.height() - height) / 2)
    if claimed <= _TRIFLE:
        return claimed
    above, below = 0.0, 0.0
    for run in line.glyphRuns():
        font = run.rawFont()
        size = font.pixelSize()
        reach = _reach(font.familyName(), font.styleName())
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            if glyph not in reach:
                box = font.boundingRect(glyph)
                reach[glyph] = (-box.top() / size, box.bottom() / size)
            up, down = reach[glyph]
            above = max(above, top - position.y() + up * size)
            below = max(below, position.y() + down * size - top - height)
    return max(above, below)


@cache
def _reach(_family: str, _style: str) -> dict[int, tuple[float, float]]:
    """How far up and down each glyph of a face reaches, by the size of the font; filled as glyphs turn up."""
    return {}


def _font(wording: Wording, setting: Setting, size: int) -> QFont:
    font = font_for(wording.language, QFont())
    font.setPixelSize(size)
    font.setBold(setting.is_bold)
    return font


def _option(wording: Wording, setting: Setting, wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption(setting.alignment)
    is_rtl = wording.language.is_rtl
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(wrap)
    return option

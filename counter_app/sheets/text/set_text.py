"""A text broken into lines for one width and size: worked out once, drawn as often as it comes."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from counter_app.sheets.text.drawing import DrawnText, PlacedLine, TextWriter, place_line
from counter_app.sheets.text.embedding import FontUses
from counter_app.sheets.text.fonts import EM
from counter_app.sheets.text.lines import break_lines
from counter_app.sheets.text.shaped_run import Ink
from counter_app.sheets.text.shaping import ShapedText, kept_with_text

FEWEST_LINES_TOGETHER = 2
# Widths come back from the page layout with rounding errors; a word must not break because of one.
TOLERANCE_PT = 0.01


class LineBox(NamedTuple):
    """The room of one line above and below its baseline, in points."""

    above: float
    below: float

    @property
    def height(self) -> float:
        """From the top of the box to its bottom."""
        return self.above + self.below


class Setting(NamedTuple):
    """How a text is set.

    Args:
        usual: the box of a line without unusual ink.
        shift: how much of the free space stands left of a line: 0, 0.5 or 1.
        language: BCP 47 tag of the text; words in another one are marked with theirs.
    """

    size_pt: float
    width_pt: float
    usual: LineBox
    shift: float
    language: str


@dataclass(frozen=True)
class SetText:
    """Lines of a text, each with its place in it and its box."""

    shaped: ShapedText
    setting: Setting
    lines: tuple[tuple[int, int], ...]
    boxes: tuple[LineBox, ...]

    @cached_property
    def height_pt(self) -> float:
        """The height of all lines."""
        return sum(box.height for box in self.boxes)

    @cached_property
    def drawn(self) -> DrawnText:
        """The operators as they are where no other text of the document minds."""
        uses = FontUses()
        return DrawnText(self.drawn_with(uses), uses)

    def drawn_with(self, uses: FontUses) -> str:
        """The operators in a document whose fonts say something already; the text hangs down from the origin."""
        writer = TextWriter(uses, self.setting.size_pt, self.setting.language)
        for line, left, baseline in self._placed():
            writer.add_line(line, left, baseline)
        return writer.finish()

    def halves(self, height_pt: float) -> "tuple[SetText, SetText] | None":
        """The lines that fit into a height, and the others; None if there would be less than two on a side."""
        bottoms = list(accumulate(box.height for box in self.boxes))
        fitting = bisect_right(bottoms, height_pt + TOLERANCE_PT)
        fitting = min(fitting, len(self.lines) - FEWEST_LINES_TOGETHER)
        if fitting < FEWEST_LINES_TOGETHER:
            return None
        first = replace(self, lines=self.lines[:fitting], boxes=self.boxes[:fitting])
        return first, replace(self, lines=self.lines[fitting:], boxes=self.boxes[fitting:])

    def _placed(self) -> Iterator[tuple[PlacedLine, float, float]]:
        """Each line with its left edge and its baseline."""
        size, width, shift = self.setting.size_pt, self.setting.width_pt, self.setting.shift
        top = 0.0
        for (start, end), box in zip(self.lines, self.boxes, strict=True):
            line = place_line(self.shaped, start, end)
            yield line, shift * (width - line.width * size / EM), top - box.above
            top -= box.height


@kept_with_text
def set_text(shaped: ShapedText, setting: Setting) -> SetText:
    """Break a text into lines."""
    lines = break_lines(shaped, (setting.width_pt + TOLERANCE_PT) * EM / setting.size_pt)
    boxes = (_box(place_line(shaped, start, end).ink, setting) for start, end in lines)
    return SetText(shaped, setting, lines, tuple(boxes))


def _box(ink: Ink, setting: Setting) -> LineBox:
    """The usual box, but a higher one where ink would touch the line above or below."""
    usual = setting.usual
    above, below = (setting.size_pt * distance / EM for distance in ink)
    if above <= usual.above and below <= usual.below:
        return usual
    return LineBox(max(usual.above, above), max(usual.below, below))

"""Breaking a shaped text into lines."""

import re
from bisect import bisect_right
from itertools import accumulate

from icu4py.breakers import CharacterBreaker

from counter_app.sheets.text.runs import LINE_BREAK
from counter_app.sheets.text.shaped_run import SOFT_HYPHEN
from counter_app.sheets.text.shaping import ShapedText, kept_with_text

# Where an address that is wider than the column is cut, before any word is.
ADDRESS_JOINT = re.compile(r"[@./_=?&-](?=\w)")


@kept_with_text
def break_lines(shaped: ShapedText, width: float) -> tuple[tuple[int, int], ...]:
    """Start and end of each line; together they hold every character.

    Args:
        width: in thousandths of the font size; spaces at a line's end may hang over it.
    """
    lines = []
    start = 0
    while start < len(shaped.text):
        end = _line_end(shaped, start, width)
        lines.append((start, end))
        start = end
    return tuple(lines)


@kept_with_text
def widest_segment(shaped: ShapedText) -> int:
    """The width no line break can help with, in thousandths of the font size."""
    starts = (0, *shaped.breaks)
    return max((_width(shaped, start, end) for start, end in zip(starts, shaped.breaks, strict=False)), default=0)


def _width(shaped: ShapedText, start: int, end: int) -> int:
    hyphen = shaped.hyphens[end].width if end in shaped.hyphens else 0
    return shaped.edges[shaped.trimmed(start, end)] - shaped.edges[start] + hyphen


def _line_end(shaped: ShapedText, start: int, width: float) -> int:
    fits = None
    for place in range(bisect_right(shaped.breaks, start), len(shaped.breaks)):
        end = shaped.breaks[place]
        if _width(shaped, start, end) > width:
            return fits or _cut_inside(shaped, start, end, width)
        fits = end
        if shaped.text[end - 1] == LINE_BREAK:
            break
    return fits or len(shaped.text)


def _cut_inside(shaped: ShapedText, start: int, end: int, width: float) -> int:
    """The end of the longest piece that fits, of a segment that does not: at least one grapheme cluster."""
    limit = shaped.edges[start] + width
    within = shaped.text[start : min(end, bisect_right(shaped.edges, limit) + 1)]
    joints = [start + match.end() for match in ADDRESS_JOINT.finditer(within)]
    # The end of the window is no place to break: it may cut a grapheme cluster in two, or have no room for its hyphen.
    clusters = [start + place for place in accumulate(map(len, CharacterBreaker(within, "")))][:-1]
    for places in (joints, clusters):
        # Right before a soft hyphen a word would be parted without a sign.
        fitting = [place for place in places if shaped.edges[place] <= limit and shaped.text[place] != SOFT_HYPHEN]
        if fitting:
            return fitting[-1]
    return start + len(next(iter(CharacterBreaker(shaped.text[start:end], ""))))

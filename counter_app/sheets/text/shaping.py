"""From spans to positioned glyphs: each text is ordered, itemised and shaped once and kept for the next sheet."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from itertools import accumulate, groupby
from typing import Any, Concatenate, ParamSpec, TypeVar

from icu4py.breakers import LineBreaker

from counter_app.domain.language import Direction, Language
from counter_app.sheets.text.bidi import levels
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.isolates import (
    LAYOUT_MARKS,
    LEFT_TO_RIGHT_ISOLATE,
    POP_ISOLATE,
    RIGHT_TO_LEFT_ISOLATE,
    glued,
    with_isolates,
    without_marks,
)
from counter_app.sheets.text.runs import Span, Style, itemise
from counter_app.sheets.text.shaped_run import SOFT_HYPHEN, ShapedRun, shape_run

SHAPED_TEXTS_KEPT = 4096
HYPHEN = "\u2010"

_Details = ParamSpec("_Details")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, eq=False)
class ShapedText:
    """A paragraph's text, shaped at size 1000, without the marks that only steer the layout.

    Args:
        edges: for each character its logical distance from the start, and last that of the end.
        breaks: where a line may end (a place between characters), ascending; the last is the end of the text.
        hyphens: what a line that ends at a soft hyphen shows there, by the end of the line.
        results: what was worked out about the text, see :func:`kept_with_text`.
    """

    text: str
    direction: Direction
    runs: tuple[ShapedRun, ...]
    edges: tuple[int, ...]
    breaks: tuple[int, ...]
    hyphens: Mapping[int, ShapedRun]
    results: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False)

    def trimmed(self, start: int, end: int) -> int:
        """``end`` without the spaces before it, which hang over the margin."""
        return start + len(self.text[start:end].rstrip())

    def part(self, start: int, end: int) -> list[ShapedRun]:
        """The runs between two places, in logical order."""
        found = []
        number = bisect_right(self.runs, start, key=lambda shaped: shaped.run.start) - 1
        while start < end:
            shaped = self.runs[number]
            stop = min(end, shaped.run.end)
            found.append(shaped.cut(self.text, start, stop))
            start = stop
            number += 1
        return found


def kept_with_text(
    work: Callable[Concatenate[ShapedText, _Details], _Result],
) -> Callable[Concatenate[ShapedText, _Details], _Result]:
    """Do the work once for each text and each set of details; what came out is forgotten together with the text."""

    @wraps(work)
    def once(shaped: ShapedText, /, *details: _Details.args, **named: _Details.kwargs) -> _Result:
        key = (work, *details, *named.items())
        if key not in shaped.results:
            shaped.results[key] = work(shaped, *details, **named)
        result: _Result = shaped.results[key]
        return result

    return once


@lru_cache(maxsize=SHAPED_TEXTS_KEPT)
def shape_text(spans: tuple[Span, ...], language: Language, fonts: FontLibrary) -> ShapedText:
    """Order, itemise and shape a paragraph's text.

    Raises:
        MissingGlyph: none of the fonts has a character.
        SheetError: a font file is missing.
    """
    marked = _marked(spans, language)
    text = without_marks(marked)
    text_levels = levels(marked, language.direction)
    if len(text) < len(marked):
        pairs = zip(text_levels, marked, strict=True)
        text_levels = [level for level, character in pairs if character not in LAYOUT_MARKS]
    styles = _styles(spans, language)
    runs = tuple(shape_run(text, run) for run in itemise(text, text_levels, styles, fonts))
    breaks = _breaks(marked, language)
    hyphens = {
        end: _hyphen(text_levels[end - 1], styles[end - 1], fonts)
        for end in breaks
        if text[end - 1] == SOFT_HYPHEN and end < len(text)
    }
    return ShapedText(text, language.direction, runs, _edges(len(text), runs), breaks, hyphens)


def _marked(spans: Sequence[Span], language: Language) -> str:
    """The text with its layout marks."""
    marked: list[str] = []
    for own, group in groupby(spans, key=lambda span: span.language or language):
        text = glued(with_isolates("".join(span.text for span in group), own.direction))
        if own.direction is not language.direction:
            text = f"{RIGHT_TO_LEFT_ISOLATE if own.is_rtl else LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}"
        marked.append(text)
    return "".join(marked)


def _styles(spans: Sequence[Span], language: Language) -> list[Style]:
    """A style for each character that is no layout mark."""
    styles: list[Style] = []
    for span in spans:
        styles += [Style(span.bold, span.language or language)] * len(without_marks(span.text))
    return styles


def _breaks(marked: str, language: Language) -> tuple[int, ...]:
    """The line breaks ICU allows, counted without the marks."""
    # Iterating gives strings; .segments() would give UTF-16 offsets.
    ends = dict.fromkeys(accumulate(len(without_marks(segment)) for segment in LineBreaker(marked, language.tag)))
    ends.pop(0, None)
    return tuple(ends)


def _hyphen(level: int, style: Style, fonts: FontLibrary) -> ShapedRun:
    """The hyphen at a break inside a word; readers get the soft hyphen of the source (ISO 32000-1, 14.8.2.2.3)."""
    (run,) = itemise(HYPHEN, [level], [style], fonts)
    shaped = shape_run(HYPHEN, run)
    return shaped._replace(clusters=tuple(cluster._replace(text=SOFT_HYPHEN) for cluster in shaped.clusters))


def _edges(length: int, runs: Sequence[ShapedRun]) -> tuple[int, ...]:
    advances = [0] * length
    for shaped in runs:
        for cluster in shaped.clusters:
            advances[cluster.start] = cluster.advance
    return tuple(accumulate(advances, initial=0))

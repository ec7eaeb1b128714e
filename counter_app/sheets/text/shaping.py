"""From spans to positioned glyphs: each text is ordered, itemised and shaped once and kept for the next sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

import uharfbuzz as hb
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
)
from counter_app.sheets.text.runs import Run, Span, Style, itemise

SHAPED_TEXTS_KEPT = 4096
UNSAFE_TO_BREAK = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
# A reader copies a space for each of them; the line break itself is drawn as a space.
COPIED_AS_SPACE = str.maketrans("\u00a0\n", "  ")


class Glyph(NamedTuple):
    """A glyph and its place, in thousandths of the font size from the left end of its cluster on the baseline."""

    id: int
    x: int
    y: int


class Cluster(NamedTuple):
    """The smallest piece of text with glyphs of its own.

    Args:
        start: the place of its first character in the whole text.
        x: its left edge, from the left edge of its run, in thousandths of the font size.
        text: what a reader copies.
        may_start_line: cutting the run here changes no glyph.
    """

    start: int
    x: int
    advance: int
    glyphs: tuple[Glyph, ...]
    text: str
    may_start_line: bool


class ShapedRun(NamedTuple):
    """A run with its clusters in logical order; ``width`` in thousandths of the font size."""

    run: Run
    clusters: tuple[Cluster, ...]
    width: int


@dataclass(frozen=True, slots=True)
class ShapedText:
    """A paragraph's text, shaped at size 1000, without the marks that only steer the layout.

    Args:
        edges: for each character its logical distance from the start, and last that of the end.
        breaks: where a line may end (a place between characters), ascending; the last is the end of the text.
    """

    text: str
    direction: Direction
    runs: tuple[ShapedRun, ...]
    edges: tuple[int, ...]
    breaks: tuple[int, ...]

    def trimmed(self, start: int, end: int) -> int:
        """``end`` without the spaces before it, which hang over the margin."""
        return start + len(self.text[start:end].rstrip())

    def part(self, start: int, end: int) -> list[ShapedRun]:
        """The runs between two places, in logical order."""
        return [
            self._cut(shaped, max(start, shaped.run.start), min(end, shaped.run.end))
            for shaped in self.runs
            if shaped.run.start < end and shaped.run.end > start
        ]

    def _cut(self, shaped: ShapedRun, start: int, end: int) -> ShapedRun:
        run = shaped.run
        if (start, end) == (run.start, run.end):
            return shaped
        safe = {cluster.start for cluster in shaped.clusters if cluster.may_start_line} | {run.start, run.end}
        if not {start, end} <= safe:
            return _shape(self.text, run._replace(start=start, end=end))
        clusters = [cluster for cluster in shaped.clusters if start <= cluster.start < end]
        left = min((cluster.x for cluster in clusters), default=0)
        return ShapedRun(
            run._replace(start=start, end=end),
            tuple(cluster._replace(x=cluster.x - left) for cluster in clusters),
            sum(cluster.advance for cluster in clusters),
        )


@lru_cache(maxsize=SHAPED_TEXTS_KEPT)
def shape_text(spans: tuple[Span, ...], language: Language, fonts: FontLibrary) -> ShapedText:
    """Order, itemise and shape a paragraph's text.

    Raises:
        MissingGlyph: none of the fonts has a character.
        SheetError: a font file is missing.
    """
    marked, styles = _marked(spans, language)
    text_levels = levels(marked, language.direction)
    kept = [i for i, character in enumerate(marked) if character not in LAYOUT_MARKS]
    text = "".join(marked[i] for i in kept)
    items = itemise(text, [text_levels[i] for i in kept], [styles[i] for i in kept], fonts)
    runs = tuple(_shape(text, run) for run in items)
    return ShapedText(text, language.direction, runs, _edges(len(text), runs), _breaks(marked, language))


def _marked(spans: Sequence[Span], language: Language) -> tuple[str, list[Style]]:
    """The text with its layout marks, and a style for each character."""
    marked: list[str] = []
    styles: list[Style] = []
    for own, group in groupby(spans, key=lambda span: span.language or language):
        characters = [(character, Style(span.bold, own)) for span in group for character in span.text]
        text = glued(with_isolates("".join(character for character, _ in characters), own.direction))
        if own.direction is not language.direction:
            text = f"{RIGHT_TO_LEFT_ISOLATE if own.is_rtl else LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}"
        marked.append(text)
        styles += _styles_of(text, characters, Style(bold=False, language=own))
    return "".join(marked), styles


def _styles_of(marked: str, characters: Sequence[tuple[str, Style]], style_of_marks: Style) -> list[Style]:
    source = iter(characters)
    return [
        style_of_marks if character in LAYOUT_MARKS else next(style for own, style in source if own not in LAYOUT_MARKS)
        for character in marked
    ]


def _breaks(marked: str, language: Language) -> tuple[int, ...]:
    """The line breaks ICU allows, counted without the marks."""
    ends: dict[int, None] = {}
    place = 0
    # Iterating gives strings; .segments() would give UTF-16 offsets.
    for segment in LineBreaker(marked, language.tag):
        place += sum(character not in LAYOUT_MARKS for character in segment)
        ends[place] = None
    ends.pop(0, None)
    return tuple(ends)


def _edges(length: int, runs: Sequence[ShapedRun]) -> tuple[int, ...]:
    advances = [0] * length
    for shaped in runs:
        for cluster in shaped.clusters:
            advances[cluster.start] = cluster.advance
    return tuple(accumulate(advances, initial=0))


def _shape(text: str, run: Run) -> ShapedRun:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    # The text around the run stays visible to the shaper: letters join across the edges of runs and lines.
    buffer.add_str(text.replace("\n", " "), run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script
    buffer.language = run.language.tag
    hb.shape(run.font.shaper, buffer)
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    visual = []
    x = 0
    for start, group in groupby(glyphs, key=lambda glyph: glyph[0].cluster):
        visual.append(_cluster(start, x, list(group)))
        x += visual[-1].advance
    clusters = visual[::-1] if run.level % 2 else visual
    return ShapedRun(run, _with_texts(clusters, text, run), x)


def _cluster(start: int, x: int, glyphs: Sequence[tuple[hb.GlyphInfo, hb.GlyphPosition]]) -> Cluster:
    placed = []
    pen = 0
    unsafe = 0
    for info, position in glyphs:
        placed.append(Glyph(info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
        unsafe |= int(info.flags) & UNSAFE_TO_BREAK
    return Cluster(start, x, pen, tuple(placed), "", not unsafe)


def _with_texts(clusters: Sequence[Cluster], text: str, run: Run) -> tuple[Cluster, ...]:
    """Each cluster reaches to the next one; invisible characters at the start of the run belong to the first."""
    starts = [run.start, *(cluster.start for cluster in clusters[1:]), run.end]
    return tuple(
        cluster._replace(text=text[start:end].translate(COPIED_AS_SPACE))
        for cluster, start, end in zip(clusters, starts, starts[1:], strict=False)
    )

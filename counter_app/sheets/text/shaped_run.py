"""One run as HarfBuzz sets it: clusters of glyphs, and how far their ink reaches."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple
from unicodedata import category, normalize

import uharfbuzz as hb

from counter_app.sheets.text.fonts import FontFile
from counter_app.sheets.text.runs import LINE_BREAK, Run

UNSAFE_TO_BREAK = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
SOFT_HYPHEN = "\u00ad"
JOINERS = frozenset("\u200c\u200d")
# Thai and Lao vowels that count as letters, although a part of them stands above the letter before.
AM_VOWELS = frozenset("\u0e33\u0eb3")
# A reader copies a space for the first two (the line break itself is drawn as one), and nothing for a soft hyphen.
COPIED = str.maketrans({"\u00a0": " ", LINE_BREAK: " ", SOFT_HYPHEN: None})

_Glyphs = list[tuple[hb.GlyphInfo, hb.GlyphPosition]]


class Glyph(NamedTuple):
    """A glyph and its place, in thousandths of the font size from the left end of its cluster on the baseline."""

    id: int
    x: int
    y: int


class Cluster(NamedTuple):
    """The smallest piece of text with glyphs of its own.

    Args:
        start: the place of its first character in the whole text.
        x: its left edge, from the left edge of the run as it was shaped, in thousandths of the font size.
        text: what a reader copies.
        may_start_line: cutting the run here changes no glyph.
    """

    start: int
    x: int
    advance: int
    glyphs: tuple[Glyph, ...]
    text: str
    may_start_line: bool


class Ink(NamedTuple):
    """Distances from the baseline up and down that glyphs reach, in thousandths of the font size."""

    above: int
    below: int


class ShapedRun(NamedTuple):
    """A run with its clusters in logical order.

    Args:
        left: the left edge of its clusters, which is not 0 in a piece of a longer run.
        width: in thousandths of the font size, as ``left``.
    """

    run: Run
    clusters: tuple[Cluster, ...]
    left: int
    width: int

    def cut(self, text: str, start: int, end: int) -> "ShapedRun":
        """The piece between two places inside the run, shaped anew where glyphs join across its edges.

        Args:
            text: what the run was shaped from.
        """
        run = self.run
        if (start, end) == (run.start, run.end):
            return self
        first, last = (0 if start == run.start else self._cluster_at(start)), self._cluster_at(end)
        if not (self._may_cut(first, start) and self._may_cut(last, end)):
            return shape_run(text, run._replace(start=start, end=end))
        clusters = self.clusters[first:last]
        left = min((cluster.x for cluster in clusters), default=0)
        width = sum(cluster.advance for cluster in clusters)
        return ShapedRun(run._replace(start=start, end=end), clusters, left, width)

    def _cluster_at(self, place: int) -> int:
        """The number of the first cluster that starts there or later."""
        return bisect_left(self.clusters, place, key=lambda cluster: cluster.start)

    def _may_cut(self, number: int, place: int) -> bool:
        if place in {self.run.start, self.run.end}:
            return True
        cluster = self.clusters[number] if number < len(self.clusters) else None
        return cluster is not None and cluster.start == place and cluster.may_start_line


def shape_run(text: str, run: Run) -> ShapedRun:
    """Set one run at size 1000."""
    buffer = hb.Buffer()
    # A glyph for each character wherever there is one: then a reader gets the text without replacement texts.
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = _ignorables(text[run.start : run.end])
    # The text around the run stays visible to the shaper: letters join across the edges of runs and lines.
    buffer.add_str(text.replace(LINE_BREAK, " "), run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script
    buffer.language = run.language.tag
    hb.shape(run.font.shaper, buffer)
    positions = buffer.glyph_positions or ()
    width = sum(position.x_advance for position in positions)
    glyphs = zip(buffer.glyph_infos, positions, strict=True)
    groups = [(start, [*group]) for start, group in groupby(glyphs, key=lambda glyph: glyph[0].cluster)]
    clusters = tuple(_clusters(groups, text, run, width))
    has_marks = any(map(_continues, set(text[run.start : run.end])))
    return ShapedRun(run, tuple(_whole(clusters)) if has_marks else clusters, 0, width)


def _ignorables(text: str) -> hb.BufferFlags:
    """Joiners stay, as empty glyphs without width, so that a reader copies them."""
    stay = SOFT_HYPHEN not in text and not JOINERS.isdisjoint(text)
    return hb.BufferFlags.DEFAULT if stay else hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES


def ink_of(runs: Iterable[ShapedRun]) -> Ink:
    """The ink of all these runs laid over each other."""
    above = below = 0
    for shaped in runs:
        font = shaped.run.font
        for glyph, rise in {(glyph, rise) for cluster in shaped.clusters for glyph, _, rise in cluster.glyphs}:
            ink = _glyph_ink(font, glyph)
            above = max(above, ink.above + rise)
            below = max(below, ink.below - rise)
    return Ink(above, below)


@cache
def _glyph_ink(font: FontFile, glyph: int) -> Ink:
    box = font.shaper.get_glyph_extents(glyph)
    return Ink(box.y_bearing, -box.y_bearing - box.height)


def _clusters(groups: list[tuple[int, _Glyphs]], text: str, run: Run, width: int) -> Iterator[Cluster]:
    """The clusters in logical order; from right to left the first is the last of the groups.

    Args:
        groups: start and glyphs of each, from left to right.
    """
    is_rtl = bool(run.level % 2)
    if is_rtl:
        groups.reverse()
    x = width if is_rtl else 0
    for (start, glyphs), said in zip(groups, _texts([start for start, _ in groups], text, run), strict=True):
        placed, advance, is_safe = _placed(glyphs)
        if is_rtl:  # a letter before its marks
            yield Cluster(start, x := x - advance, advance, placed[::-1], said, is_safe)
        else:
            yield Cluster(start, x, advance, placed, said, is_safe)
            x += advance


def _texts(starts: Sequence[int], text: str, run: Run) -> Iterator[str]:
    """Each cluster reaches to the next one; invisible characters at the start of the run belong to the first."""
    says_all = COPIED.keys().isdisjoint(map(ord, text))
    for start, end in pairwise([run.start, *starts[1:], run.end] if starts else ()):
        yield text[start:end] if says_all else text[start:end].translate(COPIED)


def _placed(glyphs: _Glyphs) -> tuple[tuple[Glyph, ...], int, bool]:
    """The glyphs of a cluster from left to right, its advance, and whether a line may start with it."""
    placed = []
    pen = unsafe = 0
    for info, position in glyphs:
        x, y, advance, _ = position.position
        placed.append(Glyph(info.codepoint, pen + x, y))
        pen += advance
        unsafe |= int(info.flags) & UNSAFE_TO_BREAK
    return tuple(placed), pen, not unsafe


def _whole(clusters: Sequence[Cluster]) -> Iterator[Cluster]:
    """Letters with their marks as one cluster where a part of the mark stands before the letter, as in கோ."""
    starts = [n for n, cluster in enumerate(clusters) if n == 0 or not _continues(cluster.text)]
    for first, last in pairwise([*starts, len(clusters)]):
        parts = clusters[first:last]
        if len(parts) > 1 and (any(len(part.glyphs) > len(part.text) for part in parts) or _splits(parts[1:])):
            yield _joined(parts)
        else:
            yield from parts


def _splits(marks: Sequence[Cluster]) -> bool:
    """Whether one of them is a vowel of two parts, as in க்ஷோ, of which the letter has the first."""
    return any(len(normalize("NFD", mark.text)) > max(len(mark.text), len(mark.glyphs)) for mark in marks)


def _joined(parts: Sequence[Cluster]) -> Cluster:
    left = min(part.x for part in parts)
    glyphs = (glyph._replace(x=part.x - left + glyph.x) for part in parts for glyph in part.glyphs)
    text = "".join(part.text for part in parts)
    advance = sum(part.advance for part in parts)
    return Cluster(parts[0].start, left, advance, tuple(glyphs), text, parts[0].may_start_line)


def _continues(text: str) -> bool:
    """Whether a text begins with a mark of the letter before it."""
    return text[:1] in AM_VOWELS or category(text[:1] or " ")[0] == "M"

"""The glyphs of a run as the words that a page's stream consists of; the same for every document and size."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from counter_app.sheets.text.fonts import FontFile
from counter_app.sheets.text.shaped_run import JOINERS, Cluster, ShapedRun

# To MuPDF a gap of four fifths of the font size is the edge of a column; some of it is left for kerning.
WIDEST_GAP = 700


class Stroke(NamedTuple):
    """Glyphs on one height.

    Args:
        rise: above the baseline, in thousandths of the font size like all distances here.
        start: where the pen must be, from the left edge of the run.
        end: where it is afterwards.
        codes: hexadecimal glyph ids, and between them in ``> <`` how far the pen jumps back.
    """

    rise: int
    start: int
    end: int
    codes: str


class Word(NamedTuple):
    """Clusters that are written together: a word, the spaces between two, or as much as glyphs alone can say.

    Args:
        says: each glyph with the text it stands for; empty where that cannot be told apart.
    """

    clusters: tuple[Cluster, ...]
    glyphs: frozenset[int]
    says: tuple[tuple[int, str], ...]
    strokes: tuple[Stroke, ...]

    @property
    def text(self) -> str:
        """What a reader copies."""
        return "".join(cluster.text for cluster in self.clusters)


def words_of(shaped: ShapedRun) -> tuple[Word, ...]:
    """A whole run in logical order, in as few pieces as glyphs alone may be able to say."""
    return tuple(_finest(_word(shaped.clusters, shaped), shaped)) if shaped.clusters else ()


def _finest(word: Word, shaped: ShapedRun) -> Iterator[Word]:
    parts = [word] if word.says else parts_of(word, shaped)
    if len(parts) == 1:
        yield word
    else:
        for part in parts:
            yield from _finest(part, shaped)


def parts_of(word: Word, shaped: ShapedRun) -> Sequence[Word]:
    """The pieces that get a text of their own where glyphs alone do not say it; the word itself if it is one.

    First words, then single clusters, then their halves: the less a replacement text covers, the fewer viewers go
    wrong with it.
    """
    words = [tuple(group) for _, group in groupby(word.clusters, key=lambda cluster: cluster.text.isspace())]
    if len(words) == 1:
        words = [(cluster,) for cluster in word.clusters]
    return [_word(clusters, shaped) for clusters in words] if len(words) > 1 else _shares(word, shaped)


def _shares(word: Word, shaped: ShapedRun) -> Sequence[Word]:
    """One cluster, in two where a reader like MuPDF would see a gap in it.

    MuPDF gives the characters of a replacement text to the glyphs, one to each. A mark has no width to it, so a glyph
    that gets one leaves a gap: that of க்ஷ in க்ஷே, which would get the second of the four characters.
    """
    (cluster,) = word.clusters
    widths = [shaped.run.font.advances[glyph.id] for glyph in cluster.glyphs]
    marks = (n for n in range(1, len(widths)) if category(cluster.text[n : n + 1] or " ") == "Mn")
    place = next((n for n in marks if sum(widths[n:]) > WIDEST_GAP), len(cluster.text))
    letter = next((n for n in range(place, len(cluster.text)) if category(cluster.text[n])[0] == "L"), 0)
    if not letter:
        return [word]
    halves = (
        cluster._replace(glyphs=cluster.glyphs[:place], text=cluster.text[:letter]),
        cluster._replace(glyphs=cluster.glyphs[place:], text=cluster.text[letter:]),
    )
    # No glyph stands for its share elsewhere.
    return [_word((half,), shaped)._replace(says=()) for half in halves]


def _word(clusters: tuple[Cluster, ...], shaped: ShapedRun) -> Word:
    glyphs = frozenset(glyph.id for cluster in clusters for glyph in cluster.glyphs)
    said = [_says(cluster, shaped.run.font) for cluster in clusters]
    says = dict.fromkeys(pair for pairs in said for pair in pairs) if all(said) else ()
    return Word(clusters, glyphs, tuple(says), tuple(_strokes(clusters, shaped)))


def _says(cluster: Cluster, font: FontFile) -> Sequence[tuple[int, str]]:
    """What each glyph stands for, if that can be told apart: all but one must be what the font has for the character.

    No glyph stands for a joiner: elsewhere, without one, it would have to be told apart.
    """
    ids = [glyph.id for glyph in cluster.glyphs]
    if not JOINERS.isdisjoint(cluster.text):
        return ()
    if len(ids) == 1:
        return ((ids[0], cluster.text),)
    pairs = tuple(zip(ids, cluster.text, strict=False))
    changed = sum(font.glyph_of(character) != glyph for glyph, character in pairs)
    return pairs if len(ids) == len(cluster.text) and changed <= 1 else ()


def _strokes(clusters: Iterable[Cluster], shaped: ShapedRun) -> Iterator[Stroke]:
    advances = shaped.run.font.advances
    placed = [(cluster.x - shaped.left + x, rise, glyph) for cluster in clusters for glyph, x, rise in cluster.glyphs]
    for rise, group in groupby(placed, key=lambda glyph: glyph[1]):
        glyphs = list(group)
        start = pen = glyphs[0][0]
        codes = []
        for left, _, glyph in glyphs:
            if left != pen:
                codes.append(f">{pen - left}<")
            codes.append(f"{glyph:04X}")
            pen = left + advances[glyph]
        yield Stroke(rise, start, pen, "".join(codes))

"""Writing lines of shaped text into a page: logical order in the stream, right places on the paper."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from counter_app.domain.language import Direction
from counter_app.sheets.tagging import TaggedCanvas
from counter_app.sheets.text.bidi import visual_order
from counter_app.sheets.text.embedding import EmbeddedFont, embedded
from counter_app.sheets.text.fonts import EM
from counter_app.sheets.text.shaping import Cluster, ShapedRun, ShapedText


class PlacedLine(NamedTuple):
    """The runs of one line in logical order with their left edges, in thousandths of the font size from the line's.

    Args:
        width: without the spaces at its end, in thousandths of the font size.
    """

    runs: tuple[tuple[ShapedRun, int], ...]
    width: int


def place_line(shaped: ShapedText, start: int, end: int) -> PlacedLine:
    """Order the runs of a line from left to right.

    The first space at the line's end hangs over it: it is drawn so that a reader does not join two words.
    """
    ink_end = shaped.trimmed(start, end)
    runs = shaped.part(start, ink_end)
    lefts = [0] * len(runs)
    x = 0
    for place in visual_order([shaped_run.run.level for shaped_run in runs]):
        lefts[place] = x
        x += runs[place].width
    placed = list(zip(runs, lefts, strict=True))
    hanging = shaped.part(ink_end, min(ink_end + 1, end))
    placed += [(space, -space.width if shaped.direction is Direction.RTL else x) for space in hanging]
    return PlacedLine(tuple(placed), x)


class TextWriter:
    """One text object (BT … ET) of one paragraph.

    Args:
        size_pt: the font size.
        language: BCP 47 tag of the paragraph; words in another one are marked with theirs.
    """

    def __init__(self, canvas: TaggedCanvas, size_pt: float, language: str) -> None:
        self._canvas = canvas
        self._size_pt = size_pt
        self._language = language
        self._font: EmbeddedFont | None = None
        self._operators = ["BT"]

    def add_line(self, line: PlacedLine, x_pt: float, y_pt: float) -> None:
        """Write a line whose left edge and baseline are given."""
        for shaped, left in line.runs:
            if shaped.clusters:
                self._add_run(shaped, x_pt + left * self._size_pt / EM, y_pt)

    def finish(self) -> None:
        """Hand the text object to the page."""
        self._canvas.emit("\n".join([*self._operators, "ET"]))

    def _add_run(self, shaped: ShapedRun, x_pt: float, y_pt: float) -> None:
        font = embedded(self._canvas.document, shaped.run.font)
        if font is not self._font:
            self._font = font
            self._operators.append(f"/{font.resource} {self._size_pt:g} Tf")
        self._operators.append(f"1 0 0 1 {x_pt:.3f} {y_pt:.3f} Tm")
        operators = _RunWriter(font, self._size_pt).operators(shaped)
        if shaped.run.language.tag != self._language:
            operators = [f"/Span <</Lang ({shaped.run.language.tag})>> BDC", *operators, "EMC"]
        self._operators += operators


class _RunWriter:
    """The glyphs of one run; the pen moves in thousandths of the font size from the run's left edge."""

    def __init__(self, font: EmbeddedFont, size_pt: float) -> None:
        self._font = font
        self._size_pt = size_pt
        self._operators: list[str] = []
        self._shown: list[str] = []  # what the next TJ holds: glyphs, and distances between them
        self._pen = 0
        self._rise = 0

    def operators(self, shaped: ShapedRun) -> list[str]:
        for group in _groups(shaped):
            can_say = [len(c.glyphs) == 1 and self._font.can_say(c.glyphs[0].id, c.text) for c in group]
            if all(can_say):
                self._add(group)
            else:
                self._flush()
                self._operators.append(f"/Span <</ActualText <{_hex(''.join(c.text for c in group))}>>> BDC")
                self._add(group)
                self._flush()
                self._operators.append("EMC")
        self._flush()
        if self._rise:
            self._operators.append("0 Ts")
        return self._operators

    def _add(self, clusters: Iterable[Cluster]) -> None:
        advances = self._font.file.advances
        for cluster in clusters:
            for glyph, x, y in cluster.glyphs:
                if y != self._rise:
                    self._flush()
                    self._operators.append(f"{y * self._size_pt / EM:.3f} Ts")
                    self._rise = y
                gap = self._pen - cluster.x - x
                if gap:
                    self._shown.append(f">{gap}<")
                self._shown.append(f"{glyph:04X}")
                self._font.glyphs.add(glyph)
                self._pen = cluster.x + x + advances[glyph]

    def _flush(self) -> None:
        if self._shown:
            self._operators.append(f"[<{''.join(self._shown)}>] TJ".replace("<>", ""))
            self._shown.clear()


def _groups(shaped: ShapedRun) -> Iterator[Sequence[Cluster]]:
    """What one ActualText spans: a word, but a cluster in right-to-left runs, where viewers would reverse a word's."""
    if shaped.run.level % 2:
        yield from ([cluster] for cluster in shaped.clusters)
    else:
        for _, word in groupby(shaped.clusters, key=lambda cluster: cluster.text.isspace()):
            yield list(word)


def _hex(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex()

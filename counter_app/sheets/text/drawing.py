"""Writing lines of shaped text into a page: logical order in the stream, right places on the paper."""

from typing import NamedTuple

from counter_app.domain.language import Direction
from counter_app.sheets.text.bidi import visual_order
from counter_app.sheets.text.embedding import FontUse, FontUses
from counter_app.sheets.text.fonts import EM, FontFile
from counter_app.sheets.text.shaped_run import Ink, ShapedRun, ink_of
from counter_app.sheets.text.shaping import ShapedText, kept_with_text
from counter_app.sheets.text.words import Word, parts_of, words_of


class PlacedRun(NamedTuple):
    """A run with its left edge, in thousandths of the font size from the line's."""

    shaped: ShapedRun
    left: int
    words: tuple[Word, ...]


class PlacedLine(NamedTuple):
    """The runs of one line in logical order.

    Args:
        width: without the spaces at its end, in thousandths of the font size.
        ink: how far its glyphs reach up and down.
    """

    runs: tuple[PlacedRun, ...]
    width: int
    ink: Ink


@kept_with_text
def place_line(shaped: ShapedText, start: int, end: int) -> PlacedLine:
    """Order the runs of a line from left to right.

    The first space at the line's end hangs over it: it is drawn so that a reader does not join two words.
    """
    ink_end = shaped.trimmed(start, end)
    runs = shaped.part(start, ink_end)
    if end in shaped.hyphens:
        runs.append(shaped.hyphens[end])
    lefts = [0] * len(runs)
    x = 0
    for place in visual_order([shaped_run.run.level for shaped_run in runs]):
        lefts[place] = x
        x += runs[place].width
    hanging = shaped.part(ink_end, min(ink_end + 1, end))
    runs += hanging
    lefts += [-space.width if shaped.direction is Direction.RTL else x for space in hanging]
    placed = (PlacedRun(run, left, words_of(run)) for run, left in zip(runs, lefts, strict=True))
    return PlacedLine(tuple(placed), x, ink_of(runs))


class DrawnText(NamedTuple):
    """PDF operators of a text, and the fonts they use."""

    operators: str
    uses: FontUses


class TextWriter:
    """One text object (BT … ET) of one paragraph.

    Args:
        uses: what the fonts hold and say; grows while lines are added.
        size_pt: the font size.
        language: BCP 47 tag of the paragraph; words in another one are marked with theirs.
    """

    def __init__(self, uses: FontUses, size_pt: float, language: str) -> None:
        self._uses = uses
        self._size_pt = size_pt
        self._language = language
        self._font: FontFile | None = None
        self._operators = ["BT"]

    def add_line(self, line: PlacedLine, x_pt: float, y_pt: float) -> None:
        """Write a line whose left edge and baseline are given."""
        for placed in line.runs:
            if placed.words:
                self._add_run(placed, x_pt + placed.left * self._size_pt / EM, y_pt)

    def finish(self) -> str:
        """The text object."""
        return "\n".join([*self._operators, "ET"])

    def _add_run(self, placed: PlacedRun, x_pt: float, y_pt: float) -> None:
        run = placed.shaped.run
        if run.font is not self._font:
            self._font = run.font
            self._operators.append(f"/{run.font.name} {self._size_pt:g} Tf")
        self._operators.append(f"1 0 0 1 {x_pt:.3f} {y_pt:.3f} Tm")
        operators = _RunWriter(self._uses[run.font], self._size_pt).operators(placed)
        if run.language.tag != self._language:
            operators = [f"/Span <</Lang ({run.language.tag})>> BDC", *operators, "EMC"]
        self._operators += operators


class _RunWriter:
    """The glyphs of one run; the pen moves in thousandths of the font size from the run's left edge."""

    def __init__(self, use: FontUse, size_pt: float) -> None:
        self._use = use
        self._size_pt = size_pt
        self._operators: list[str] = []
        self._shown: list[str] = []  # what the next TJ holds: glyphs, and distances between them
        self._pen = 0
        self._rise = 0

    def operators(self, placed: PlacedRun) -> list[str]:
        for word in placed.words:
            self._use.glyphs |= word.glyphs
            self._write(word, placed.shaped)
        self._flush()
        if self._rise:
            self._operators.append("0 Ts")
        return self._operators

    def _write(self, word: Word, shaped: ShapedRun) -> None:
        """Write the glyphs alone if a reader gets the text from them, else with the text beside them."""
        if word.says and all(self._use.claims(glyph, text) for glyph, text in word.says):
            self._add(word)
            return
        parts = parts_of(word, shaped)
        if len(parts) > 1:
            for part in parts:
                self._write(part, shaped)
        else:
            self._flush()
            self._operators.append(f"/Span <</ActualText <{_hex(word.text)}>>> BDC")
            self._add(word)
            self._flush()
            self._operators.append("EMC")

    def _add(self, word: Word) -> None:
        for rise, start, end, codes in word.strokes:
            if rise != self._rise:
                self._flush()
                self._operators.append(f"{rise * self._size_pt / EM:.3f} Ts")
                self._rise = rise
            if start != self._pen:
                self._shown.append(f">{self._pen - start}<")
            self._shown.append(codes)
            self._pen = end

    def _flush(self) -> None:
        if self._shown:
            self._operators.append(f"[<{''.join(self._shown)}>] TJ".replace("<>", ""))
            self._shown.clear()


def _hex(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex()

"""What stands on one sheet, as the peers get it: ready-made lines, with nothing of our program left in them.

A peer's fresh process reads it without loading our modules, so this module imports none.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """How texts of one language are set.

    Args:
        fonts: families as font files name themselves, e.g. ``Noto Sans Arabic``, in the order they are asked.
        spacing: line height as a multiple of the font size.
        scale: how much larger than German.
    """

    tag: str
    rtl: bool
    fonts: tuple[str, ...]
    spacing: float
    scale: float


@dataclass(frozen=True, slots=True)
class Said:
    """One text: its label, which stands out, and what follows it. Isolates and no-break spaces are in it."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The same in German and in the other language, if it is translated."""

    german: Said
    other: Said | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered paper of a list."""

    number: str
    name: Pair
    lines: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sheet, top to bottom.

    Args:
        papers: rows of a table with numbers and boxes to tick.
        items: steps, points, fields to write on, or lines beside the code, as ``kind`` says.
        code: the QR code, row by row, ``1`` for a dark module; empty for none.
        mark: the state of the translation; None when it was reviewed.
    """

    kind: str
    is_box: bool
    heading: Pair | None
    lines: tuple[Pair, ...]
    papers: tuple[Entry, ...]
    items: tuple[Pair, ...]
    code: tuple[str, ...]
    mark: Pair | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on a sheet, in reading order.

    Args:
        footer: with ``{page}`` where page n/m comes.
        tick_box, code_says: what a screen reader says in place of the figures.
    """

    german: Voice
    other: Voice
    title: str
    footer: str
    tick_box: str
    code_says: str
    number_column: Said
    papers_column: Pair
    office: Said
    office_lines: tuple[Said, ...]
    notice: Pair
    heading: Pair
    matter: Pair | None
    parts: tuple[Part, ...]
    closing: tuple[Pair, ...]

    def voices(self, pair: Pair) -> Iterator[tuple[Voice, Said | None]]:
        """Both sides of a line, each with the way to set it."""
        yield self.german, pair.german
        yield self.other, pair.other


def signs(part: Part) -> Iterator[str]:
    """What stands before each item: numbers or points."""
    return (f"{number}." if part.kind == "steps" else "•" for number in range(1, len(part.items) + 1))


def dark_stretches(code: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Left, top and length of each stretch of dark modules in a row, in modules."""
    for y, row in enumerate(code):
        x = 0
        for stretch in row.replace("10", "1 0").replace("01", "0 1").split():
            if stretch[0] == "1":
                yield x, y, len(stretch)
            x += len(stretch)


def code_svg(code: tuple[str, ...]) -> str:
    """The code as one path."""
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in dark_stretches(code))
    size = len(code)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}"/></svg>'

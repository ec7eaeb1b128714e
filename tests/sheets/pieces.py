"""Pieces for rows that remember where they were drawn, and groups of them set on pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import NamedTuple

import pikepdf

from counter_app.sheets.pages import build_pdf
from counter_app.sheets.rows import Cell, Group, Row
from counter_app.sheets.tagging import StructureTree, TaggedCanvas

COLUMN_PT = 100.0


class Drawn(NamedTuple):
    """One piece on paper: its page from 1, its corners in points from the lower left of an A4 page, its lines."""

    page: int
    left: float
    top: float
    bottom: float
    lines: tuple[str, ...]


@dataclass
class Stack:
    """Lines of one height, one below the other; splits between any two unless it is whole.

    Args:
        paper: gets what is drawn.
        rises_pt: how far above its lower edge the first line stands; None for a figure.
    """

    lines: tuple[str, ...]
    paper: list[Drawn]
    line_pt: float = 10
    is_whole: bool = False
    rises_pt: float | None = 2
    width_pt: float = field(default=0, init=False)

    @property
    def first_baseline_pt(self) -> float | None:
        """From the top to the first line."""
        return None if self.rises_pt is None else self.line_pt - self.rises_pt

    def height_at(self, width_pt: float) -> float:
        """As high as its lines."""
        self.width_pt = width_pt
        return self.line_pt * len(self.lines)

    def halves(self, height_pt: float) -> "tuple[Stack, Stack] | None":
        """The lines that fit, and the others."""
        count = int(height_pt // self.line_pt)
        if self.is_whole or not 0 < count < len(self.lines):
            return None
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])

    def draw_at(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Remember the place."""
        bottom = top - self.line_pt * len(self.lines)
        self.paper.append(Drawn(canvas.getPageNumber(), left, top, bottom, self.lines))
        canvas.emit("0 0 m")


def stack(name: str, count: int, paper: list[Drawn], line_pt: float = 10, *, is_whole: bool = False) -> Stack:
    """Lines ``a0``, ``a1`` … of a name."""
    return Stack(tuple(f"{name}{number}" for number in range(count)), paper, line_pt, is_whole)


def row_of(*stacks: Stack, above_pt: float = 0, below_pt: float = 0, rule_pt: float = 0) -> Row:
    """Stacks side by side."""
    cells = [Cell(place * COLUMN_PT, COLUMN_PT, [one]) for place, one in enumerate(stacks)]
    return Row(cells, above_pt, below_pt, rule_pt)


def set_pages(groups: Sequence[Group]) -> pikepdf.Pdf:
    """The groups on A4 pages."""
    pdf = build_pdf(groups, title="Probe", language="de", structure=StructureTree())
    return pikepdf.open(BytesIO(pdf))


def lines_by_page(paper: Sequence[Drawn], left_pt: float | None = None) -> dict[int, list[str]]:
    """What stands on each page, in the order it was drawn; of one column if that is named."""
    found: dict[int, list[str]] = {}
    for drawn in paper:
        if left_pt is None or abs(drawn.left - left_pt) < 1:
            found.setdefault(drawn.page, []).extend(drawn.lines)
    return found

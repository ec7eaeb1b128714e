"""Rows: what stands side by side on a sheet and goes over to the next page together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from counter_app.sheets.tagging import TaggedCanvas


class Piece(Protocol):
    """A text or a figure in a cell."""

    @property
    def first_baseline_pt(self) -> float | None:
        """From the top to the first line of text; None without text."""

    def height_at(self, width_pt: float) -> float:
        """Take a width; gives back the height it then has."""

    def halves(self, height_pt: float) -> "tuple[Piece, Piece] | None":
        """What fits into a height, and the rest; None where it must stay whole."""

    def draw_at(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw it below and right of a point of the page."""


@dataclass(frozen=True)
class Cell:
    """Pieces one below the other, ``left_pt`` from the left edge of the row."""

    left_pt: float
    width_pt: float
    pieces: Sequence[Piece]

    @cached_property
    def heights(self) -> list[float]:
        """The height of each piece."""
        return [piece.height_at(self.width_pt) for piece in self.pieces]

    @property
    def first_baseline_pt(self) -> float | None:
        """Where its first line of text stands."""
        return self.pieces[0].first_baseline_pt if self.heights else None

    def split(self, height_pt: float) -> "tuple[Cell, Cell]":
        """What fits into a height, and the rest."""
        room = height_pt
        for place, (piece, height) in enumerate(zip(self.pieces, self.heights, strict=True)):
            if height <= room:
                room -= height
                continue
            halves = piece.halves(room)
            above, below = ([halves[0]], [halves[1]]) if halves else ([], [piece])
            return self._with([*self.pieces[:place], *above]), self._with([*below, *self.pieces[place + 1 :]])
        return self, self._with([])

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the pieces."""
        for piece, height in zip(self.pieces, self.heights, strict=True):
            piece.draw_at(canvas, left + self.left_pt, top)
            top -= height

    def _with(self, pieces: Sequence[Piece]) -> "Cell":
        return Cell(self.left_pt, self.width_pt, pieces)


@dataclass(frozen=True)
class Row:
    """Cells side by side, their first lines of text on one level.

    Args:
        above_pt, below_pt: empty space inside the row.
        rule_pt: the thickness of the line at its lower edge; 0 for none.
    """

    cells: Sequence[Cell]
    above_pt: float = 0
    below_pt: float = 0
    rule_pt: float = 0

    @cached_property
    def height_pt(self) -> float:
        """Its height with space and line."""
        tallest = max(drop + sum(cell.heights) for cell, drop in zip(self.cells, self._drops, strict=True))
        return self.above_pt + tallest + self.below_pt

    def split(self, height_pt: float) -> "tuple[Row, Row] | None":
        """What fits into a height, and the rest; None when nothing fits."""
        room = height_pt - self.above_pt
        halves = [cell.split(room - drop) for cell, drop in zip(self.cells, self._drops, strict=True)]
        if not any(first.pieces for first, _ in halves):
            return None
        first = Row([half for half, _ in halves], self.above_pt)
        return first, Row([half for _, half in halves], 0, self.below_pt, self.rule_pt)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw cells and line."""
        for cell, drop in zip(self.cells, self._drops, strict=True):
            cell.draw(canvas, left, top - self.above_pt - drop)
        if self.rule_pt:
            y = top - self.height_pt + self.rule_pt / 2
            with canvas.artifact():
                canvas.emit(f"0 G {self.rule_pt:g} w {left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S")

    @cached_property
    def _drops(self) -> list[float]:
        """How far each cell goes down so that the first lines of all stand on one level."""
        firsts = [cell.first_baseline_pt for cell in self.cells]
        lowest = max((first for first in firsts if first is not None), default=0)
        return [0 if first is None else lowest - first for first in firsts]


@dataclass(frozen=True)
class Group:
    """Rows that stay on one page if they fit on one at all.

    Args:
        space_pt: the distance from what stands above.
        head: stands above the first of the rows and again on every new page.
        keeps_next: the next group must begin on the same page.
        is_framed: a frame around the rows.
        aside: stands beside the rows, all the way down.
    """

    rows: Sequence[Row]
    space_pt: float = 0
    head: Row | None = None
    keeps_next: bool = False
    is_framed: bool = False
    aside: Cell | None = None

    @cached_property
    def height_pt(self) -> float:
        """Its height without the space above and without the head."""
        rows = sum(row.height_pt for row in self.rows)
        return rows if self.aside is None else max(rows, sum(self.aside.heights))

"""Marks for how a paper stands: told apart by their shape, also in a bad copy."""

from counter_app.domain.list_row import RowState
from counter_app.sheets.tagging import TaggedCanvas

# On a square of 10 by 10, from the lower left corner; all with round ends and corners.
_CIRCLE = "9 5 m 9 7.2 7.2 9 5 9 c 2.8 9 1 7.2 1 5 c 1 2.8 2.8 1 5 1 c 7.2 1 9 2.8 9 5 c"
_SHAPES = {
    RowState.PRESENT: "1 5 m 4 1.5 l 9 9 l S",
    RowState.MISSING: "1.5 1.5 m 8.5 8.5 l 8.5 1.5 m 1.5 8.5 l S",
    RowState.UNCLEAR: f"{_CIRCLE} S 5 1 m 7.2 1 9 2.8 9 5 c 9 7.2 7.2 9 5 9 c f",
    RowState.NOT_NEEDED: "1 5 m 9 5 l S",
    RowState.OPEN: f"{_CIRCLE} S",
}
_LINE = 1.7


class StateMark:
    """A drawing beside the word that says the same; readers leave it out.

    Args:
        size_pt: of the square it stands in.
    """

    def __init__(self, state: RowState, size_pt: float) -> None:
        self.shape = _SHAPES[state]
        self._size = size_pt

    @property
    def first_baseline_pt(self) -> float:
        """It stands on the line as a capital does."""
        return self._size

    def height_at(self, width_pt: float) -> float:  # noqa: ARG002 - a mark has its own
        """Its height in points, whatever room there is."""
        return self._size

    def halves(self, height_pt: float) -> None:
        """A mark cannot be split."""

    def draw_at(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw it below and right of a point of the page."""
        scale = self._size / 10
        place = f"{scale:.4f} 0 0 {scale:.4f} {left:.3f} {top - self._size:.3f} cm"
        with canvas.artifact():
            canvas.emit(f"q {place} 0 G 0 g {_LINE} w 1 J 1 j {self.shape} Q")

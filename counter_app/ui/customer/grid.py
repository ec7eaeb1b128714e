"""How many columns and pages a board of tiles has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, log

from counter_app.ui.customer.scale import GAP, Scale

_NARROWEST = 1.2
_LIKED = 3.4  # width of a tile by its height
_TALLEST = 3.0  # touch targets
_STEP = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The shape of a board.

    Args:
        size: of the letters, in pixels, the same on every tile.
        width, height: of a tile.
    """

    columns: int
    per_page: int
    size: int
    width: int
    height: int

    def pages(self, count: int) -> int:
        """How many pages that many tiles take."""
        return max(1, ceil(count / self.per_page))


@dataclass(frozen=True, slots=True)
class Room:
    """The place for a board, in pixels. ``turning``: what the buttons for turning pages take of the height."""

    width: int
    height: int
    turning: int


def best_grid(count: int, room: Room, scale: Scale, largest: int, fits: Callable[[int, int, int], bool]) -> Grid:
    """As few pages as possible, then letters as large as possible, then tiles of a pleasant shape.

    Args:
        largest: no letters beyond this size.
        fits: whether every tile can show its texts, at a size in a width and height.
    """
    for pages in range(1, count + 1):
        height = room.height - (room.turning if pages > 1 else 0)
        per_page = ceil(count / pages)
        shapes = list(_shapes(per_page, room.width, height, scale))
        found = [grid for shape in shapes if (grid := _sized(shape, scale.body, largest, fits)) is not None]
        if found:
            return max(found, key=_beauty)
    height = max(scale.touch, min(room.height - room.turning, round(scale.touch * _TALLEST)))
    return Grid(1, 1, scale.body, room.width, height)


def _shapes(count: int, width: int, height: int, scale: Scale) -> Iterator[Grid]:
    for columns in range(1, count + 1):
        rows = ceil(count / columns)
        wide = (width - (columns - 1) * GAP) // columns
        high = (height - (rows - 1) * GAP) // rows
        high = min(high, round(scale.touch * _TALLEST * scale.factor))
        if high >= scale.touch and wide >= scale.touch * 2 and wide >= high * _NARROWEST:
            yield Grid(columns, count, 0, wide, high)


def _sized(shape: Grid, smallest: int, largest: int, fits: Callable[[int, int, int], bool]) -> Grid | None:
    best = None
    low, high = 0, (max(smallest, largest) - smallest) // _STEP
    while low <= high:
        middle = (low + high) // 2 if best is not None else 0
        size = smallest + middle * _STEP
        if fits(size, shape.width, shape.height):
            best, low = size, middle + 1
        else:
            high = middle - 1
    return None if best is None else Grid(shape.columns, shape.per_page, best, shape.width, shape.height)


def _beauty(grid: Grid) -> float:
    empty = -grid.per_page % grid.columns
    return grid.size / 4 - abs(log(grid.width / grid.height / _LIKED)) * 2 - empty * 0.4

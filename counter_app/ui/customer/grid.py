"""How the tiles of a board are spread over columns, rows and pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, log

from counter_app.ui.customer.scale import GAP, Scale
from counter_app.ui.customer.typesetting import largest_size

_NARROWEST = 1.2
_LIKED = 3.4  # width of a tile by its height
_TALLEST = 3.0  # touch targets
_STEP = 2
_CROWDED = 1.5  # the text size from which letters of a full board grow more slowly than those of a page
_LEAST_SHARE = 0.75  # of the usual smallest letters
_COMPANY = 2  # tiles before those that are always there: fewer would look like the only choice

Needs = Callable[[int, int], Sequence[int] | None]
"""How high each tile must be, at a size in a width; None where a word would be broken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of tiles, in pixels from the upper edge of its page."""

    page: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The shape of a board.

    Args:
        size: of the letters, in pixels, the same on every tile.
        width: of a tile.
        order: the tiles, as they follow each other from page to page.
        lines: the rows of all pages.
    """

    columns: int
    size: int
    width: int
    order: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.lines[-1].page + 1 if self.lines else 1

    @property
    def used_height(self) -> int:
        """As high as the fullest page."""
        return max((line.top + line.height for line in self.lines), default=0)

    def line_of(self, place: int) -> Line:
        """The row of a place in the order."""
        return self.lines[place // self.columns]

    def places_on(self, page: int) -> Iterator[tuple[int, int]]:
        """Each tile of a page and its place in the order."""
        return ((tile, place) for place, tile in enumerate(self.order) if self.line_of(place).page == page)


@dataclass(frozen=True, slots=True)
class Room:
    """The place for a board, in pixels. ``turning``: what the buttons for turning pages take of the height."""

    width: int
    height: int
    turning: int

    def height_for(self, pages: int) -> int:
        """What is left for the tiles."""
        return self.height - (self.turning if pages > 1 else 0)


@dataclass(frozen=True, slots=True)
class Tiles:
    """What a board has to show.

    Args:
        always: how many of the last tiles belong on the first page.
        largest: no letters beyond this size.
    """

    count: int
    always: int
    largest: int
    needs: Needs


def best_grid(tiles: Tiles, room: Room, scale: Scale) -> Grid:
    """As few pages as possible, then letters as large as possible, then tiles of a pleasant shape.

    Rows of one height look calmest; where that costs a page, each row is only as high as its own tiles need.
    """
    search = _Search(tiles, room, scale)
    for pages in range(1, tiles.count + 1):
        for smallest in dict.fromkeys((scale.body, crowded_letters(scale))):
            for shaped in (search.even, search.packed, search.crowded):
                if found := list(shaped(pages, smallest)):
                    return max(found, key=_beauty)
    return search.one_by_one()


def crowded_letters(scale: Scale) -> int:
    """The smallest letters of a board that would take more pages otherwise; smaller than usual for large text only."""
    return max(min(scale.body, round(scale.body / scale.factor * _CROWDED)), round(scale.body * _LEAST_SHARE))


class _Search:
    """Tries columns and sizes for the tiles of one board in one room."""

    def __init__(self, tiles: Tiles, room: Room, scale: Scale) -> None:
        self._tiles = tiles
        self._room = room
        self._scale = scale
        self._tallest = round(scale.touch * _TALLEST * scale.factor)
        self._known: dict[tuple[int, int], Sequence[int] | None] = {}

    def even(self, pages: int, smallest: int) -> Iterator[Grid]:
        """All rows of one height, and as high as there is room."""
        for columns, width in self._columns():
            rows = ceil(ceil(self._tiles.count / pages) / columns)
            height = self._room.height_for(pages)
            high = min((height - (rows - 1) * GAP) // rows, self._tallest)
            if high < self._scale.touch or width < high * _NARROWEST:
                continue
            size = self._largest_size(smallest, partial(self._fits, width=width, height=high))
            if size is not None:
                order = self._order(rows * columns - self._tiles.always)
                count = ceil(self._tiles.count / columns)
                lines = tuple(Line(row // rows, row % rows * (high + GAP), high) for row in range(count))
                yield Grid(columns, size, width, order, lines)

    def packed(self, pages: int, smallest: int) -> Iterator[Grid]:
        """Each row as high as it must be; what belongs on the first page ends it."""
        return self._packed(pages, smallest, ends_page=True)

    def crowded(self, pages: int, smallest: int) -> Iterator[Grid]:
        """The same with as many tiles as fit behind what belongs on the first page."""
        return self._packed(pages, smallest, ends_page=False)

    def _packed(self, pages: int, smallest: int, *, ends_page: bool) -> Iterator[Grid]:
        height = self._room.height_for(pages)
        for columns, width in self._columns():

            def fits(size: int, columns: int = columns, width: int = width) -> bool:
                grid = self._pack(columns, size, width, height, ends_page=ends_page)
                return grid is not None and grid.pages <= pages

            size = self._largest_size(smallest, fits)
            grid = None if size is None else self._pack(columns, size, width, height, ends_page=ends_page)
            if grid is not None:
                yield grid

    def one_by_one(self) -> Grid:
        """The last resort: a tile on each page."""
        count, room, touch = self._tiles.count, self._room, self._scale.touch
        height = max(touch, min(room.height_for(count), self._tallest))
        lines = tuple(Line(page, 0, height) for page in range(count))
        return Grid(1, crowded_letters(self._scale), room.width, tuple(range(count)), lines)

    def _columns(self) -> Iterator[tuple[int, int]]:
        for columns in range(1, self._tiles.count + 1):
            width = (self._room.width - (columns - 1) * GAP) // columns
            if width >= 2 * self._scale.touch:
                yield columns, width

    def _needs(self, size: int, width: int) -> Sequence[int] | None:
        if (size, width) not in self._known:
            self._known[size, width] = self._tiles.needs(size, width)
        return self._known[size, width]

    def _fits(self, size: int, width: int, height: int) -> bool:
        needs = self._needs(size, width)
        return needs is not None and max(needs) <= height

    def _largest_size(self, smallest: int, fits: Callable[[int], bool]) -> int | None:
        steps = (max(smallest, self._tiles.largest) - smallest) // _STEP
        step = largest_size(lambda step: fits(smallest + step * _STEP), 0, steps)
        return None if step is None else smallest + step * _STEP

    def _pack(self, columns: int, size: int, width: int, height: int, *, ends_page: bool) -> Grid | None:
        """The first order in which what belongs on the first page is there, or else the usual one."""
        needs = self._needs(size, width)
        if needs is None or max(needs) > height:
            return None
        usual, always = tuple(range(self._tiles.count)), self._tiles.always
        first = Grid(columns, size, width, usual, _lines(needs, usual, columns, height))
        if not always or first.pages == 1:
            return first
        for before in range(self._tiles.count - always, _COMPANY - 1, -1):
            end = before + always
            if ends_page and end % columns:
                continue
            order = self._order(before)
            lines = _lines(needs, order, columns, height, end // columns if ends_page else len(order))
            grid = replace(first, order=order, lines=lines)
            if grid.pages > 1 and grid.line_of(end - 1).page == 0:
                return grid
        return first

    def _order(self, before: int) -> tuple[int, ...]:
        """The last tiles move up behind so many others, unless that would leave them almost alone."""
        rest = self._tiles.count - self._tiles.always
        if not _COMPANY <= before < rest:
            return tuple(range(self._tiles.count))
        return (*range(before), *range(rest, self._tiles.count), *range(before, rest))


def _lines(
    needs: Sequence[int], order: Sequence[int], columns: int, height: int, most_on_first: int = 1000
) -> tuple[Line, ...]:
    """As many rows to a page as fit."""
    lines: list[Line] = []
    page, top = 0, 0
    for start in range(0, len(order), columns):
        high = max(needs[tile] for tile in order[start : start + columns])
        if top and (top + high > height or len(lines) == most_on_first):
            page, top = page + 1, 0
        lines.append(Line(page, top, high))
        top += high + GAP
    return tuple(lines)


def _beauty(grid: Grid) -> float:
    empty = -len(grid.order) % grid.columns
    height = sum(line.height for line in grid.lines) / len(grid.lines)
    return grid.size / 4 - abs(log(grid.width / height / _LIKED)) * 2 - empty * 0.4

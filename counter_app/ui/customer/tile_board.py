"""A board of tiles with letters of one size, on as few pages as possible."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_app.ui.customer.body import Body
from counter_app.ui.customer.drawing import mirrored
from counter_app.ui.customer.grid import Grid, Room, Tiles, best_grid
from counter_app.ui.customer.number_keys import NumberKeys
from counter_app.ui.customer.scale import GAP, Scale
from counter_app.ui.customer.tile import Face, Picks, Tile
from counter_app.ui.customer.wording import Wording

_LARGEST = 40
_LARGEST_OF_FEW = 52
_FEW = 4


class TileBoard(Body):
    """Tiles with the numbers 1, 2, …; digits, arrows and Enter do what a tap does.

    Args:
        name: what all the tiles are about.
        always: how many of the last tiles stand on the first page if they can; their numbers stay the last ones.
    """

    def __init__(self, name: str, faces: Sequence[Face], picks: Picks, scale: Scale, *, always: int = 0) -> None:
        super().__init__()
        self._always = always
        self._scale = scale
        self._picks = picks
        self._grid: Grid | None = None
        self._room: Room | None = None
        self._tiles = [self._tile(replace(face, number=number)) for number, face in enumerate(faces, start=1)]
        self._numbers = NumberKeys(len(self._tiles), self)
        self._numbers.chosen.connect(self._on_number)
        self.setAccessibleName(name)

    @property
    def tiles(self) -> Sequence[Tile]:
        """All tiles, on whatever page."""
        return self._tiles

    @property
    def used_height(self) -> int:
        """As high as its rows."""
        return self._grid.used_height if self._grid is not None else 0

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text on the tiles."""
        return tuple(wording for tile in self._tiles for wording in tile.face.wordings)

    @property
    def chosen(self) -> tuple[Hashable, ...]:
        """The keys of the tiles that are marked, in order."""
        return tuple(tile.face.key for tile in self._tiles if tile.isChecked())

    def mark(self, keys: Collection[Hashable]) -> None:
        """Mark the tiles with these keys and no other."""
        for tile in self._tiles:
            tile.mark(is_chosen=tile.face.key in keys)

    def arrange(self, room: Room) -> None:
        """Find columns, pages and the size of letters."""
        if room != self._room:
            self._room = room
            largest = self._scale.px(_LARGEST if len(self._tiles) > _FEW else _LARGEST_OF_FEW)
            tiles = Tiles(len(self._tiles), self._always, largest, self._needs)
            self._grid = best_grid(tiles, room, self._scale)
            self._page_count = self._grid.pages
            focused = self._focused()
            self._page = min(self._page, self._page_count - 1) if focused is None else self._page_of(focused)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Mirroring depends on the width."""
        super().resizeEvent(event)
        self._place()

    def move_focus(self, columns: int, rows: int) -> bool:
        """Go to the neighbour, over the edge of the page, too."""
        if self._grid is None or not self._tiles:
            return False
        here = self._focused()
        if here is None:
            return self.take_focus(Qt.FocusReason.TabFocusReason)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        order = self._grid.order
        there = order.index(here) + (-columns if is_rtl else columns) + rows * self._grid.columns
        if 0 <= there < len(order):
            self._focus(order[there], Qt.FocusReason.TabFocusReason)
        return True

    def take_digit(self, digit: int) -> bool:
        """Digits add up to a number."""
        self._numbers.type(digit)
        return True

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Go to what is chosen, or to the first tile of the page."""
        if not self._tiles:
            return False
        first = next(self._grid.places_on(self._page))[0] if self._grid is not None else 0
        chosen = [index for index, tile in enumerate(self._tiles) if tile.isChecked()]
        self._focus(chosen[0] if chosen else first, reason)
        return True

    def _tile(self, face: Face) -> Tile:
        tile = Tile(face, self._picks, self._scale, self)
        tile.clicked.connect(lambda: self.tapped.emit(face.key))
        return tile

    def _needs(self, size: int, width: int) -> Sequence[int] | None:
        if not all(tile.is_whole(size, width) for tile in self._tiles):
            return None
        return [tile.needed_height(size, width) for tile in self._tiles]

    def _on_number(self, number: int) -> None:
        self._focus(number - 1, Qt.FocusReason.ShortcutFocusReason)
        self._tiles[number - 1].click()

    def _focused(self) -> int | None:
        return next((index for index, tile in enumerate(self._tiles) if tile.hasFocus()), None)

    def _focus(self, index: int, reason: Qt.FocusReason) -> None:
        self.show_page(self._page_of(index))
        self._tiles[index].setFocus(reason)

    def _page_of(self, index: int) -> int:
        return 0 if self._grid is None else self._grid.line_of(self._grid.order.index(index)).page

    def _place(self) -> None:
        grid = self._grid
        if grid is None:
            return
        here = dict(grid.places_on(self._page))
        for index, tile in enumerate(self._tiles):
            tile.setVisible(index in here)
            if index in here:
                tile.set_size(grid.size)
                line = grid.line_of(here[index])
                left = here[index] % grid.columns * (grid.width + GAP)
                tile.setGeometry(mirrored(self, QRect(left, line.top, grid.width, line.height)))


def press_tile(face: Face, scale: Scale, parent: QWidget) -> Tile:
    """A tile outside a board, that does something at once."""
    tile = Tile(face, Picks.PRESS, scale, parent)
    tile.set_size(scale.body)
    return tile

"""A board of tiles, all of one size, on as few pages as possible."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_app.ui.customer.body import Body
from counter_app.ui.customer.drawing import mirrored
from counter_app.ui.customer.grid import Grid, Room, best_grid
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
    """

    def __init__(self, name: str, faces: Sequence[Face], picks: Picks, scale: Scale) -> None:
        super().__init__()
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
        grid = self._grid
        if grid is None:
            return 0
        rows = -(-min(grid.per_page, len(self._tiles)) // grid.columns)
        return rows * (grid.height + GAP) - GAP

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
            self._grid = best_grid(len(self._tiles), room, self._scale, largest, self._fits)
            self._page_count = self._grid.pages(len(self._tiles))
            self._page = (
                self._page_of(self._focused()) if self._focused() is not None else min(self._page, self._page_count - 1)
            )
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
        there = here + (-columns if is_rtl else columns) + rows * self._grid.columns
        if 0 <= there < len(self._tiles):
            self._focus(there, Qt.FocusReason.TabFocusReason)
        return True

    def take_digit(self, digit: int) -> bool:
        """Digits add up to a number."""
        self._numbers.type(digit)
        return True

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Go to what is chosen, or to the first tile of the page."""
        if not self._tiles:
            return False
        first = self._page * self._grid.per_page if self._grid is not None else 0
        chosen = [index for index, tile in enumerate(self._tiles) if tile.isChecked()]
        self._focus(chosen[0] if chosen else first, reason)
        return True

    def _tile(self, face: Face) -> Tile:
        tile = Tile(face, self._picks, self._scale, self)
        tile.clicked.connect(lambda: self.tapped.emit(face.key))
        return tile

    def _fits(self, size: int, width: int, height: int) -> bool:
        return all(tile.fits(size, width, height) for tile in self._tiles)

    def _on_number(self, number: int) -> None:
        self._focus(number - 1, Qt.FocusReason.ShortcutFocusReason)
        self._tiles[number - 1].click()

    def _focused(self) -> int | None:
        return next((index for index, tile in enumerate(self._tiles) if tile.hasFocus()), None)

    def _focus(self, index: int, reason: Qt.FocusReason) -> None:
        self.show_page(self._page_of(index))
        self._tiles[index].setFocus(reason)

    def _page_of(self, index: int | None) -> int:
        return 0 if index is None or self._grid is None else index // self._grid.per_page

    def _place(self) -> None:
        grid = self._grid
        if grid is None:
            return
        first = self._page * grid.per_page
        for index, tile in enumerate(self._tiles):
            place = index - first
            is_here = 0 <= place < grid.per_page
            tile.setVisible(is_here)
            if is_here:
                tile.set_size(grid.size)
                row, column = divmod(place, grid.columns)
                left, top = column * (grid.width + GAP), row * (grid.height + GAP)
                tile.setGeometry(mirrored(self, QRect(left, top, grid.width, grid.height)))


def press_tile(face: Face, scale: Scale, parent: QWidget) -> Tile:
    """A tile outside a board, that does something at once."""
    tile = Tile(face, Picks.PRESS, scale, parent)
    tile.set_size(scale.body)
    return tile

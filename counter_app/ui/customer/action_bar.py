"""The row below a page: back, the pages, done."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from counter_app.ui.customer.drawing import mirrored
from counter_app.ui.customer.scale import GAP, Scale
from counter_app.ui.customer.tile import Face, Tile
from counter_app.ui.customer.tile_board import press_tile
from counter_app.ui.customer.wording import Reader, Wording
from counter_app.ui.shared.fonts import font_for

_SHARE = 0.32


class ActionBar(QWidget):
    """Large buttons that stand at the same place on every page.

    Args:
        start: stands where reading starts; its key is told when it is tapped.
        end: stands at the other side.

    Signals:
        tapped: the key of what was tapped.
        turned: the page that is wanted.
    """

    tapped = Signal(object)
    turned = Signal(int)

    def __init__(self, reader: Reader, scale: Scale, start: Face | None, end: Face | None) -> None:
        super().__init__()
        self._reader = reader
        self._scale = scale
        self._page = 0
        self._start = self._action(start)
        self._end = self._action(end)
        self._previous = self._turn("previous_page", -1)
        self._next = self._turn("next_page", 1)
        self._mark = QLabel(self)
        self._mark.setTextFormat(Qt.TextFormat.PlainText)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_pages(0, 1)

    @property
    def has_actions(self) -> bool:
        """Whether there is anything but pages."""
        return self._start is not None or self._end is not None

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text it shows."""
        return tuple(wording for tile in self._actions for wording in tile.face.wordings)

    def show_pages(self, page: int, count: int) -> None:
        """Say where we are, and offer the neighbours."""
        self._page = page
        for button, other in ((self._previous, page - 1), (self._next, page + 1)):
            button.setVisible(count > 1)
            button.setEnabled(0 <= other < count)
            button.setAccessibleName(self._reader.page(min(max(0, other), count - 1) + 1))
        self._mark.setVisible(count > 1)
        self._mark.setText(f"{page + 1} / {count}")
        self._mark.setAccessibleName(self._reader.page(page + 1))
        font = font_for(self._reader.content.german, self._mark.font())
        font.setPixelSize(self._scale.body)
        self._mark.setFont(font)

    def needed_height(self, width: int) -> int:
        """How high it must be to show its texts."""
        size = self._scale.body
        heights = (tile.needed_height(size, self._width_of(tile, width)) for tile in self._actions)
        return max((self._scale.touch, *heights))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything at its place."""
        super().resizeEvent(event)
        width, height, touch = self.width(), self.height(), self._scale.touch
        if self._start is not None:
            self._put(self._start, 0, self._width_of(self._start, width))
        if self._end is not None:
            wide = self._width_of(self._end, width)
            self._put(self._end, width - wide, wide)
        middle = 2 * touch
        left = (width - middle) // 2 - touch - GAP
        self._put(self._previous, left, touch)
        self._put(self._mark, left + touch + GAP, middle)
        self._put(self._next, left + touch + middle + 2 * GAP, touch)
        self.setMinimumHeight(min(height, touch))

    @property
    def _actions(self) -> tuple[Tile, ...]:
        return tuple(tile for tile in (self._start, self._end) if tile is not None)

    def _action(self, face: Face | None) -> Tile | None:
        if face is None:
            return None
        tile = press_tile(face, self._scale, self)
        tile.clicked.connect(lambda: self.tapped.emit(face.key))
        return tile

    def _turn(self, icon: str, step: int) -> Tile:
        face = Face(icon, Wording("", self._reader.language), icon=icon)
        tile = press_tile(face, self._scale, self)
        tile.clicked.connect(lambda: self.turned.emit(self._page + step))
        return tile

    def _width_of(self, tile: Tile, width: int) -> int:
        return min(tile.natural_width(self._scale.body), round(width * _SHARE))

    def _put(self, widget: QWidget, left: int, width: int) -> None:
        widget.setGeometry(mirrored(self, QRect(left, 0, width, self.height())))

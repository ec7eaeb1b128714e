"""What the customer can say at any time, how large the text is, and how far the texts can be trusted."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.label import ScreenText
from counter_app.domain.language import GERMAN
from counter_app.domain.text import Trust
from counter_app.ui.customer import colours
from counter_app.ui.customer.drawing import mirrored
from counter_app.ui.customer.instruction import Instruction
from counter_app.ui.customer.scale import GAP, Scale, margin
from counter_app.ui.customer.tile import Face, Tile
from counter_app.ui.customer.tile_board import press_tile
from counter_app.ui.customer.wording import Reader, Wording

_SAYINGS = {
    ScreenText.REPEAT: "repeat",
    ScreenText.NOT_UNDERSTOOD: "not_understood",
    ScreenText.INTERPRETER: "interpreter",
}
_TRUST_ICONS = {
    Trust.MISSING: "untranslated",
    Trust.OUTDATED: "outdated",
    Trust.DRAFT: "draft",
    Trust.REVIEWED: "reviewed",
}
_AIR = 12
_MOST = 1.5  # beyond that the row would take the page's place


class AlwaysRow(QWidget):
    """The row at the bottom of every page, once the language is known.

    Signals:
        said: ScreenText.
        size_wanted: 1 for larger, -1 for smaller.
    """

    said = Signal(object)
    size_wanted = Signal(int)

    def __init__(self, reader: Reader, scale: Scale) -> None:
        super().__init__()
        self._scale = Scale(min(scale.factor, _MOST), scale.touch)
        self._reader = reader
        self._sayings = {text: self._saying(text, icon) for text, icon in _SAYINGS.items()}
        self._smaller = self._sizing(ScreenText.SMALLER_TEXT, "text_smaller", -1)
        self._larger = self._sizing(ScreenText.LARGER_TEXT, "text_larger", 1)
        self._trust: Trust | None = None
        self._mark = self._mark_for(None)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text that stands in it, save the mark of trust."""
        return tuple(tile.face.title for tile in self._sayings.values())

    @property
    def trust(self) -> Trust | None:
        """What the mark says; None for German, which needs none."""
        return self._trust

    @property
    def heard(self) -> ScreenText | None:
        """What the customer has just said."""
        return next((text for text, tile in self._sayings.items() if tile.isChecked()), None)

    def show_trust(self, trust: Trust) -> None:
        """Say how far the page can be trusted."""
        shown = None if self._reader.language.tag == GERMAN else trust
        if shown is not self._trust:
            self._trust = shown
            self._mark.hide()
            self._mark.deleteLater()
            self._mark = self._mark_for(shown)
            self._place()

    def show_heard(self, text: ScreenText | None) -> None:
        """Mark what was said, so that the customer sees that it was heard."""
        for said, tile in self._sayings.items():
            tile.mark(is_chosen=said is text)

    def show_sizes(self, *, has_smaller: bool, has_larger: bool) -> None:
        """Say where the text size can still go."""
        self._smaller.setEnabled(has_smaller)
        self._larger.setEnabled(has_larger)

    def focus_size(self, step: int) -> None:
        """Go on at the button that changed the size, or at the other one where that leads nowhere any more."""
        button, other = (self._larger, self._smaller) if step > 0 else (self._smaller, self._larger)
        (button if button.isEnabled() else other).setFocus()

    def needed_height(self, width: int) -> int:
        """How high it must be to show all its texts."""
        inner = width - 2 * margin(width)
        mark = self._mark.needed_height(inner)
        return self._buttons_height(inner) + mark + (GAP // 2 if mark else 0) + 2 * _AIR

    def sizeHint(self) -> QSize:
        """The window gives it its place."""
        return QSize(self.width(), self.needed_height(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything at its place."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin line divides the row from the page."""
        painter = QPainter(self)
        painter.setPen(QPen(colours.faint(self.palette()), 2))
        painter.drawLine(0, 1, self.width(), 1)

    def _place(self) -> None:
        edge = margin(self.width())
        inner = self.width() - 2 * edge
        height = self._buttons_height(inner)
        touch = self._scale.touch
        left = edge
        for tile, width in (
            *zip(self._sayings.values(), self._widths(inner), strict=True),
            (self._smaller, touch),
            (self._larger, touch),
        ):
            tile.setGeometry(mirrored(self, QRect(left, _AIR, width, height)))
            left += width + GAP
        mark = self._mark.needed_height(inner)
        self._mark.setGeometry(QRect(edge, _AIR + height + GAP // 2, inner, mark))

    def _buttons_height(self, inner: int) -> int:
        tiles = zip(self._sayings.values(), self._widths(inner), strict=True)
        return max(tile.needed_height(self._size, width) for tile, width in tiles)

    def _widths(self, inner: int) -> list[int]:
        """Longer texts get more of the row; alike while all of them have room."""
        room = inner - 2 * self._scale.touch - 4 * GAP
        natural = [tile.natural_width(self._size) for tile in self._sayings.values()]
        alike = room // len(natural)
        if max(natural) <= alike:
            return [alike] * len(natural)
        return [room * width // sum(natural) for width in natural]

    @property
    def _size(self) -> int:
        return self._scale.px(20)

    def _saying(self, text: ScreenText, icon: str) -> Tile:
        tile = press_tile(Face(text, self._reader.screen(text), icon=icon), self._scale, self)
        tile.setCheckable(True)
        tile.set_size(self._size)
        tile.clicked.connect(lambda: self.said.emit(text))
        return tile

    def _sizing(self, text: ScreenText, icon: str, step: int) -> Tile:
        tile = press_tile(Face(text, Wording("", self._reader.language), icon=icon), self._scale, self)
        tile.setAccessibleName(self._reader.screen(text).text)
        tile.clicked.connect(lambda: self.size_wanted.emit(step))
        return tile

    def _mark_for(self, trust: Trust | None) -> Instruction:
        text = None if trust is None else self._reader.reads(self._reader.content.labels[f"trust/{trust}"])
        icon = _TRUST_ICONS.get(trust, "") if trust is not None else ""
        return Instruction(text, icon, self._scale, self, size=self._scale.small)

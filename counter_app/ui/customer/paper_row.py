"""One paper of the list: its number, its name in both languages, how it stands."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from counter_app.domain.visit import RowState
from counter_app.ui.customer import colours
from counter_app.ui.customer.drawing import draw_icon, leading, mirrored
from counter_app.ui.customer.paper_lines import PaperLine
from counter_app.ui.customer.scale import GAP, RADIUS, Scale
from counter_app.ui.customer.typesetting import Block, Setting, set_text
from counter_app.ui.customer.wording import Wording
from counter_app.ui.shared.fonts import interface_font

_STATE_SHARE = 0.27
_SMALLER = 0.72
_AIR = 8
_GERMAN_SHARE = 0.42
_LEAST = 10
_MOST_GERMAN = 28


class PaperRow(QLabel):
    """A row that is read and pointed at. A paper that still depends on something has a dashed number."""

    def __init__(self, line: PaperLine, scale: Scale, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._scale = scale
        self._size = scale.body
        self._is_stacked = False
        self._measures: dict[tuple[int, int, bool], tuple[int, bool]] = {}
        self.show_line(line)

    @property
    def line(self) -> PaperLine:
        """What it shows."""
        return self._line

    @property
    def size_used(self) -> int:
        """The size of the name's letters, in pixels."""
        return self._fitting_size()

    @property
    def mark_box(self) -> QRect:
        """Where the shape of the state stands."""
        side = self._mark
        left = self._state_left(self.width()) - side - GAP // 2
        return mirrored(self, QRect(left, (self.height() - side) // 2, side, side))

    def show_line(self, line: PaperLine) -> None:
        """Show how the paper stands now."""
        if line != self._line:
            self._measures.clear()
        self._line = line
        self.setAccessibleName(line.spoken)
        self.update()

    def stack(self, *, is_stacked: bool) -> None:
        """Put the German name below the other one instead of beside it."""
        if is_stacked is not self._is_stacked:
            self._is_stacked = is_stacked
            self.update()

    def set_size(self, size: int) -> None:
        """Use letters of this size for the name."""
        self._size = size
        self.update()

    def needed_height(self, size: int, width: int) -> int:
        """How high it must be to show all its texts."""
        return self._measured(size, width)[0]

    def is_whole(self, size: int, width: int) -> bool:
        """Whether no word has to be broken."""
        return self._measured(size, width)[1]

    def _measured(self, size: int, width: int) -> tuple[int, bool]:
        key = size, width, self._is_stacked
        if key not in self._measures:
            columns = list(self._columns(size, width))
            height = ceil(max(self._badge, *map(_height, columns))) + 2 * _AIR
            self._measures[key] = height, all(block.is_whole for column in columns for block in column)
        return self._measures[key]

    def sizeHint(self) -> QSize:
        """Its list gives it its place."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw number, names and state, with a thin line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_number(painter)
        self._draw_state_icon(painter)
        width = self.width()
        front, quiet = colours.text(self.palette()), colours.quiet(self.palette())
        name = quiet if self._is_faint else front
        size = self._fitting_size()
        names, germans = self._name_blocks(size, width), self._german_blocks(size, width)
        states = self._state_blocks(size, width)
        self._draw_blocks(painter, germans, self._german_left(width), self._german_width(width), [quiet])
        self._draw_blocks(painter, names, self._name_left, self._name_width(width), [name, *[quiet] * len(names)])
        self._draw_blocks(painter, states, self._state_left(width), self._state_width(width), [front] * len(states))

    def _draw_number(self, painter: QPainter) -> None:
        painter.setPen(QPen(colours.faint(self.palette()), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        box = mirrored(self, QRect(_AIR, (self.height() - self._badge) // 2, self._badge, self._badge))
        style = Qt.PenStyle.DashLine if self._line.is_pending else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours.text(self.palette()), 1.5, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS / 2, RADIUS / 2)
        font = interface_font(1)
        font.setPixelSize(round(self._badge * 0.52))
        font.setBold(not self._line.is_pending)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._line.number))

    def _draw_state_icon(self, painter: QPainter) -> None:
        """Each state has its own shape; what is missing and what is there are full, so that they tell apart in grey."""
        palette = self.palette()
        box = self.mark_box
        state = self._line.state
        if state is RowState.OPEN:
            draw_icon(painter, "open", box, colours.line(palette))
            return
        is_full = state in {RowState.MISSING, RowState.PRESENT}
        front = colours.text(palette)
        painter.setPen(QPen(front, 2))
        painter.setBrush(front if is_full else Qt.BrushStyle.NoBrush)
        if state is RowState.MISSING:
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS / 2, RADIUS / 2)
        else:
            painter.drawEllipse(QRectF(box).adjusted(1, 1, -1, -1))
        inner = box.adjusted(4, 4, -4, -4)
        draw_icon(painter, state.value, inner, colours.page(palette) if is_full else front)

    def _fitting_size(self) -> int:
        """The size given, or a smaller one where a single row is higher than the screen: nothing is ever cut off."""
        size = self._size
        while size > _LEAST and self.needed_height(size, self.width()) > self.height():
            size -= 1
        return size

    def _draw_blocks(self, painter: QPainter, blocks: list[Block], left: int, width: int, pens: list[object]) -> None:
        top = (self.height() - _height(blocks)) / 2
        x = mirrored(self, QRect(left, 0, width, 1)).x()
        for block, pen in zip(blocks, pens, strict=False):
            painter.setPen(pen)
            block.draw(painter, QPointF(x, top))
            top += block.height

    def _name_blocks(self, size: int, width: int) -> list[Block]:
        line = self._line
        room = self._name_width(width)
        name = self._set(line.name, size, room, is_bold=not line.is_pending)
        below = [line.german] if line.german is not None and self._is_stacked else []
        return [name, *(self._set(text, round(size * _SMALLER), room) for text in (*below, *self._name_notes))]

    def _columns(self, size: int, width: int) -> Iterator[list[Block]]:
        yield self._name_blocks(size, width)
        yield self._german_blocks(size, width)
        yield self._state_blocks(size, width)

    def _german_blocks(self, size: int, width: int) -> list[Block]:
        german = self._line.german
        if german is None or self._is_stacked:
            return []
        return [self._set(german, min(round(size * _SMALLER), _MOST_GERMAN), self._german_width(width))]

    def _state_blocks(self, size: int, width: int) -> list[Block]:
        room = self._state_width(width)
        is_loud = self._line.state is RowState.MISSING
        word = self._set(self._line.state_text, round(size * 0.85), room, is_bold=is_loud)
        return [word, *(self._set(note, round(size * _SMALLER), room) for note in self._state_notes)]

    @property
    def _name_notes(self) -> tuple[Wording, ...]:
        return () if self._line.state is RowState.MISSING else self._line.notes

    @property
    def _state_notes(self) -> tuple[Wording, ...]:
        return self._line.notes if self._line.state is RowState.MISSING else ()

    def _set(self, wording: Wording, size: int, width: int, *, is_bold: bool = False) -> Block:
        return set_text(wording, Setting(leading(self), is_bold=is_bold), size, width)

    @property
    def _is_faint(self) -> bool:
        return self._line.is_pending or self._line.state is RowState.NOT_NEEDED

    @property
    def _badge(self) -> int:
        return min(self._scale.px(40), 56)

    @property
    def _mark(self) -> int:
        return min(self._scale.px(34), 52)

    @property
    def _name_left(self) -> int:
        return _AIR + self._badge + GAP

    def _name_width(self, width: int) -> int:
        is_beside = self._line.german is not None and not self._is_stacked
        german = self._german_width(width) + GAP if is_beside else 0
        return max(1, self._room(width) - german)

    def _german_width(self, width: int) -> int:
        return max(1, round(self._room(width) * _GERMAN_SHARE))

    def _german_left(self, width: int) -> int:
        return self._name_left + self._room(width) - self._german_width(width)

    def _room(self, width: int) -> int:
        """The width between number and state."""
        return self._state_left(width) - self._mark - GAP - GAP // 2 - self._name_left

    def _state_left(self, width: int) -> int:
        return width - self._state_width(width) - _AIR

    def _state_width(self, width: int) -> int:
        return round(width * _STATE_SHARE)


def _height(blocks: list[Block]) -> float:
    return sum(block.height for block in blocks)

"""A tile: something to tap, with a number to say it by."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QEvent, QLocale, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from counter_app.ui.customer import colours
from counter_app.ui.customer.drawing import draw_card, draw_icon, draw_ring, leading, mirrored
from counter_app.ui.customer.scale import GAP, PADDING, RADIUS, Scale
from counter_app.ui.customer.typesetting import Block, Setting, largest_size, set_text
from counter_app.ui.customer.wording import Wording, present
from counter_app.ui.shared.fonts import interface_font

_DETAIL = 0.72
_GERMAN = 0.66
_ICON = 1.35
_LAST_RESORT = 9
_EDGE = 2
_MOST_GERMAN = 26
_BY_ITSELF = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class Picks(Enum):
    """What a tap on a tile does: something at once, the one answer, or one of several."""

    PRESS = auto()
    ONE = auto()
    SEVERAL = auto()


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a tile.

    Args:
        key: what the tile stands for.
        detail: a second, smaller text in the same language.
        german: the German text beside another language.
        number: what both sides say; 0 for none.
    """

    key: Hashable
    title: Wording
    detail: Wording | None = None
    german: Wording | None = None
    icon: str = ""
    is_chosen: bool = False
    number: int = 0

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text on it; a tile with an icon only has none."""
        return present(self.title, self.detail, self.german) if self.title.text else ()


@dataclass(frozen=True, slots=True)
class _Part:
    wording: Wording
    ratio: float
    is_bold: bool = False
    is_quiet: bool = False


class Tile(QAbstractButton):
    """One tile. What it shows comes from outside only; a tap marks nothing by itself, save among several answers.

    A tile that has the focus by a tap shows no ring; the first key brings the ring and does nothing else.
    """

    def __init__(self, face: Face, picks: Picks, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._picks = picks
        self._scale = scale
        self._size = scale.body
        self._is_ringed = False
        self._parts = tuple(_parts(face))
        self.setCheckable(picks is not Picks.PRESS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(face.title.text)
        self.setAccessibleDescription("\n".join(wording.text for wording in present(face.detail, face.german)))
        self.setLocale(QLocale(face.title.language.tag))
        self.setAutoExclusive(picks is Picks.ONE)
        self.mark(is_chosen=face.is_chosen)

    @property
    def face(self) -> Face:
        """What stands on it."""
        return self._face

    @property
    def size_used(self) -> int:
        """The size of the title's letters, in pixels."""
        return self._last_resort()

    def mark(self, *, is_chosen: bool) -> None:
        """Show whether it is chosen."""
        if not self.isCheckable():
            return
        self.setAutoExclusive(False)  # Qt would never let go of the last one
        self.setChecked(is_chosen)
        self.setAutoExclusive(self._picks is Picks.ONE)

    def nextCheckState(self) -> None:
        """Toggle one of several; the one answer is marked once it was understood."""
        if self._picks is Picks.SEVERAL:
            self.setChecked(not self.isChecked())

    def set_size(self, size: int) -> None:
        """Use a size for the letters of the title; the board gives all its tiles the same."""
        self._size = size
        self.update()

    def is_whole(self, size: int, width: int) -> bool:
        """Whether no word has to be broken."""
        return all(block.is_whole for block in self._blocks(size, width))

    def needed_height(self, size: int, width: int) -> int:
        """How high it must be to show all its texts at this size."""
        return max(self._scale.touch, ceil(self._height_of(self._blocks(size, width))))

    def natural_width(self, size: int) -> int:
        """How wide it must be for texts on one line."""
        endless = 100_000
        widest = max((self._set(part, size, endless).width for part in self._parts), default=0.0)
        return max(self._scale.touch, round(widest + 1) + self._sides(size))

    def sizeHint(self) -> QSize:
        """One line of text."""
        width = self.natural_width(self._size)
        return QSize(width, self.needed_height(self._size, width))

    def minimumSizeHint(self) -> QSize:
        """What a finger can hit."""
        return QSize(self._scale.touch, self._scale.touch)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring, unless it was tapped."""
        if event.reason() not in _BY_ITSELF:
            self._is_ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar tap; arrows and digits belong to the board."""
        is_tap = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if is_tap and not self._is_ringed:
            self._is_ringed = True
            self.update()
        elif is_tap:
            self.click()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The press has done it all."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw card, number, icon, texts, and what shows that it is chosen."""
        painter = QPainter(self)
        palette = self.palette()
        is_chosen = self.isChecked() or (self._face.is_chosen and not self.isCheckable())
        front = colours.on_chosen(palette) if is_chosen else colours.text(palette)
        face = colours.chosen(palette) if is_chosen else colours.card(palette)
        edge = colours.text(palette) if self.isDown() else face if is_chosen else colours.line(palette)
        draw_card(painter, self.rect(), face, edge, _EDGE * (2 if self.isDown() else 1))
        self._draw_marks(painter, front, is_chosen=is_chosen)
        self._draw_texts(painter, front, front if is_chosen else colours.quiet(palette))
        if self.hasFocus() and self._is_ringed:
            draw_ring(painter, self)

    def _draw_marks(self, painter: QPainter, front: QColor, *, is_chosen: bool) -> None:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self._padding
        if self._face.number:
            self._draw_number(painter, mirrored(self, self._box(x, self._badge)), front)
            x += self._badge + GAP
        if self._face.icon:
            side = self._icon_side(self._size)
            left = (self.width() - side) // 2 if not self._parts else x
            draw_icon(painter, self._face.icon, mirrored(self, self._box(left, side)), front, is_mirrored=is_rtl)
        if self._has_check and is_chosen:
            left = self.width() - self._padding - self._check
            draw_icon(painter, "done", mirrored(self, self._box(left, self._check)), front)

    def _draw_number(self, painter: QPainter, box: QRect, front: QColor) -> None:
        painter.setPen(front)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS / 2, RADIUS / 2)
        font = interface_font(1)
        font.setPixelSize(round(self._badge * 0.55))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._face.number))

    def _draw_texts(self, painter: QPainter, front: QColor, quiet: QColor) -> None:
        if not self._parts:
            return
        size = self._last_resort()
        blocks = self._blocks(size, self.width())
        top = (self.height() - sum(block.height for block in blocks)) / 2
        start, end = self._start(size), self._end
        left = end if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else start
        for part, block in zip(self._parts, blocks, strict=True):
            painter.setPen(quiet if part.is_quiet else front)
            block.draw(painter, QPointF(left, top))
            top += block.height

    def _last_resort(self) -> int:
        """The size given, or, where even the board could not make room, one at which nothing is cut off."""

        def fits(size: int) -> bool:
            return ceil(self._height_of(self._blocks(size, self.width()))) <= self.height()

        if fits(self._size):
            return self._size
        return largest_size(fits, _LAST_RESORT, self._size) or _LAST_RESORT

    def _blocks(self, size: int, width: int) -> list[Block]:
        room = max(1, width - self._sides(size))
        return [self._set(part, size, room) for part in self._parts]

    def _set(self, part: _Part, size: int, width: float) -> Block:
        smaller = max(_LAST_RESORT, round(size * part.ratio))
        smaller = min(smaller, _MOST_GERMAN) if part.is_quiet else smaller
        return set_text(part.wording, Setting(leading(self), is_bold=part.is_bold), smaller, width)

    def _height_of(self, blocks: list[Block]) -> float:
        return sum(block.height for block in blocks) + 2 * self._upper_padding

    def _box(self, left: int, side: int) -> QRect:
        return QRect(left, (self.height() - side) // 2, side, side)

    @property
    def _padding(self) -> int:
        return PADDING if self._face.number else GAP

    @property
    def _upper_padding(self) -> int:
        return 10

    @property
    def _badge(self) -> int:
        return min(self._scale.px(44), self._scale.touch - 2 * self._upper_padding)

    @property
    def _check(self) -> int:
        return self._scale.px(32)

    @property
    def _has_check(self) -> bool:
        return self._picks is not Picks.PRESS

    def _icon_side(self, size: int) -> int:
        return round(size * _ICON) if self._parts else self._scale.touch // 2

    def _start(self, size: int) -> int:
        number = self._badge + GAP if self._face.number else 0
        icon = self._icon_side(size) + GAP if self._face.icon else 0
        return self._padding + number + icon

    @property
    def _end(self) -> int:
        return self._padding + (self._check + GAP // 2 if self._has_check else 0)

    def _sides(self, size: int) -> int:
        return self._start(size) + self._end


def _parts(face: Face) -> Iterator[_Part]:
    if face.title.text:
        yield _Part(face.title, 1, is_bold=True)
    if face.detail is not None:
        yield _Part(face.detail, _DETAIL)
    if face.german is not None:
        yield _Part(face.german, _GERMAN, is_quiet=True)

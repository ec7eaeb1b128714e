"""One line that says what the customer can do, with a drawing of it."""

from math import ceil

from PySide6.QtCore import QLocale, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from counter_app.ui.customer import colours
from counter_app.ui.customer.drawing import draw_icon, leading, mirrored
from counter_app.ui.customer.scale import GAP, Scale
from counter_app.ui.customer.typesetting import Block, Setting, set_text
from counter_app.ui.customer.wording import Wording

_ICON = 1.4


class Instruction(QLabel):
    """Says what to do now: write on paper, point here, several answers.

    Args:
        wording: None for nothing; then it takes no place.
        size: of the letters, in pixels; 0 for the smallest that one has to read.
        is_centred: stands in the middle instead of where reading starts.
    """

    def __init__(
        self,
        wording: Wording | None,
        icon: str,
        scale: Scale,
        parent: QWidget,
        *,
        size: int = 0,
        is_centred: bool = False,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._icon = icon
        self._size = size or scale.body
        self._is_centred = is_centred
        self.setVisible(wording is not None)
        if wording is not None:
            self.setAccessibleName(wording.text)
            self.setLocale(QLocale(wording.language.tag))

    def needed_height(self, width: int) -> int:
        """How high it must be to show its text."""
        if self._wording is None:
            return 0
        return max(self._side, ceil(self._block(self._wording, width).height))

    def sizeHint(self) -> QSize:
        """The page gives it its place."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and text."""
        if self._wording is None:
            return
        painter = QPainter(self)
        colour = colours.text(self.palette())
        block = self._block(self._wording, self.width())
        icon = self._side + GAP if self._icon else 0
        start = max(0, round((self.width() - block.width - icon) / 2)) if self._is_centred else 0
        if self._icon:
            box = QRect(start, (self.height() - self._side) // 2, self._side, self._side)
            draw_icon(painter, self._icon, mirrored(self, box), colour)
        painter.setPen(colour)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = -start if is_rtl else start + icon
        block.draw(painter, QPointF(left, (self.height() - block.height) / 2))

    @property
    def _side(self) -> int:
        return round(self._size * _ICON)

    def _block(self, wording: Wording, width: int) -> Block:
        icon = self._side + GAP if self._icon else 0
        return set_text(wording, Setting(leading(self)), self._size, max(1, width - icon))

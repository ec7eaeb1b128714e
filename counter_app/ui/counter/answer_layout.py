"""Lays out answers: two beside each other where both are short, else one below the other."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from counter_app.ui.shared.flow_layout import FlowLayout


class AnswerLayout(FlowLayout):
    """Two columns of one width; an answer that does not fit into its half gets a line of its own."""

    def sizeHint(self) -> QSize:
        """One column; it takes the width it gets."""
        return QSize(self.minimumSize().width(), self.heightForWidth(self.minimumSize().width()))

    def _placed(self, area: QRect, *, move: bool) -> int:
        inner = area.marginsRemoved(self.contentsMargins())
        y = inner.top()
        for line in self._lines(max(inner.width(), 1)):
            width = inner.width() if self._is_long(line[0], inner.width()) else self._half(inner.width())
            height = max(_height(item, width) for item in line)
            for place, item in enumerate(line):
                if move:
                    x = inner.left() + place * (width + self.spacing())
                    item.setGeometry(self._mirrored(QRect(x, y, width, height), inner))
            y += height + self.spacing()
        return max(y - self.spacing(), inner.top()) - area.top() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        return list(self._pairs(width))

    def _pairs(self, width: int) -> Iterator[list[QLayoutItem]]:
        waiting: list[QLayoutItem] = []
        for item in (item for item in self._items if not item.isEmpty()):
            if self._is_long(item, width) and waiting:
                yield waiting
                waiting = []
            waiting = [*waiting, item]
            if len(waiting) > 1 or self._is_long(item, width):
                yield waiting
                waiting = []
        if waiting:
            yield waiting

    def _is_long(self, item: QLayoutItem, width: int) -> bool:
        return item.sizeHint().width() > self._half(width)

    def _half(self, width: int) -> int:
        return (width - self.spacing()) // 2


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

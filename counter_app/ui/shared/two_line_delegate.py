"""Paints a line of a list: the German text, and below it the customer's language or a detail."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counter_app.ui.shared.fonts import font_for
from counter_app.ui.shared.foreign import as_drawn

PADDING = 8
_WRAP = (
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
)


class TwoLineDelegate(QStyledItemDelegate):
    """Wraps long texts instead of cutting them off.

    Args:
        view: the list; its width decides where texts wrap.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        choice = index.data(Qt.ItemDataRole.UserRole)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        painter.save()
        rect = self._below_heading(painter, option, choice.heading)
        if is_current:
            painter.fillRect(rect, palette.highlight())
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText if is_current else QPalette.ColorRole.Text))
        inner = rect.adjusted(PADDING, PADDING // 2, -PADDING, -PADDING // 2)
        font: QFont = option.font
        quiet = QPalette.ColorRole.HighlightedText if is_current else QPalette.ColorRole.PlaceholderText
        mark_width = self._draw_mark(painter, inner, font, choice.mark, palette.color(quiet))
        painter.setFont(font)
        used = painter.drawText(inner.adjusted(0, 0, -mark_width, 0), int(_WRAP), choice.text)
        if choice.detail:
            below = inner.adjusted(0, used.height(), 0, 0)
            painter.setFont(font_for(choice.language, font))
            if not is_current:
                painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            is_rtl = choice.language is not None and choice.language.is_rtl
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
            painter.drawText(below, int(_WRAP), as_drawn(choice.detail, choice.language))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the wrapped texts."""
        choice = index.data(Qt.ItemDataRole.UserRole)
        above = _heading_height(option.font) if choice.heading else 0
        width = self._view.width() - self._view.verticalScrollBar().sizeHint().width() - 2 * self._view.frameWidth()
        font: QFont = option.font
        inner = max(width - 2 * PADDING, 1)
        height = _height(font, choice.text, inner - _mark_width(font, choice.mark))
        if choice.detail:
            height += _height(font_for(choice.language, font), as_drawn(choice.detail, choice.language), inner)
        return QSize(width, above + height + PADDING)

    def _below_heading(self, painter: QPainter, option: QStyleOptionViewItem, heading: str) -> QRect:
        """Name the group that begins here; what is left for the line itself."""
        rect: QRect = option.rect
        if not heading:
            return rect
        height = _heading_height(option.font)
        palette: QPalette = option.palette
        painter.setFont(_heading_font(option.font))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        area = QRect(rect.left() + PADDING, rect.top(), rect.width() - 2 * PADDING, height - PADDING // 2)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), heading)
        return rect.adjusted(0, height, 0, 0)

    def _draw_mark(self, painter: QPainter, inner: QRect, font: QFont, mark: str, colour: QColor) -> int:
        if not mark:
            return 0
        painter.save()
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), mark)
        painter.restore()
        return _mark_width(font, mark)


def _heading_font(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _heading_height(font: QFont) -> int:
    """With room above, so that a group begins where the eye sees it."""
    return QFontMetrics(_heading_font(font)).height() + PADDING + PADDING // 2


def _mark_width(font: QFont, mark: str) -> int:
    return QFontMetrics(font).horizontalAdvance(mark) + PADDING if mark else 0


def _height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 10_000), int(_WRAP), text).height()

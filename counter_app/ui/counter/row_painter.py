"""Paints a row of the list from its plan, in the colours of the palette."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen

from counter_app.ui.counter.row_layout import (
    ICON_GAP,
    SEGMENT_PADDING,
    WRAPPED,
    PlacedWords,
    RowPlan,
    Spot,
    font_of,
)
from counter_app.ui.shared.icons import icon

RADIUS = 6.0
LETTER_GAP = 4
"""Pixels between a word and its key; they come from the room beside the word."""
RING_PX = 2
_NUMBER = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
_IN_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
Role = QPalette.ColorRole


def paint_row(painter: QPainter, area: QRect, plan: RowPlan, palette: QPalette, number: str) -> None:
    """The frame, the number and the texts."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(Role.Midlight), 1))
    painter.setBrush(palette.color(Role.Base))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    plain = painter.font()
    painter.setFont(font_of(plain, None, is_strong=True))
    painter.setPen(palette.color(Role.Text))
    painter.drawText(plan.number, _NUMBER, number)
    for placed in plan.texts:
        _paint_words(painter, placed, palette)
    painter.setFont(plain)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def paint_ring(painter: QPainter, area: QRect, palette: QPalette) -> None:
    """Where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(Role.Highlight), RING_PX))
    half = RING_PX / 2
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), RADIUS, RADIUS)


def paint_spots(painter: QPainter, spots: tuple[Spot, ...], palette: QPalette, hovered: str) -> None:
    """Things to click; those that touch share one frame."""
    for place, spot in enumerate(spots):
        is_joined_left = place > 0 and _touch(spots[place - 1], spot)
        is_joined_right = place + 1 < len(spots) and _touch(spot, spots[place + 1])
        shape = _shape(
            QRectF(spot.rect).adjusted(0.5, 0.5, 0.5 if is_joined_right else -0.5, -0.5),
            is_round_left=not is_joined_left,
            is_round_right=not is_joined_right,
        )
        _paint_spot(painter, spot, shape, palette, is_hovered=spot.key == hovered)
    for spot in spots:  # above its neighbours' edges
        if spot.is_chosen:
            _paint_words_of(painter, spot, palette)


def _touch(left: Spot, right: Spot) -> bool:
    return left.rect.right() + 1 == right.rect.left() and left.rect.top() == right.rect.top()


def _paint_spot(painter: QPainter, spot: Spot, shape: QPainterPath, palette: QPalette, *, is_hovered: bool) -> None:
    edge = Role.Highlight if spot.is_chosen else Role.Mid
    back = Role.Highlight if spot.is_chosen else Role.Midlight if is_hovered else Role.Button
    painter.setPen(QPen(palette.color(edge), 1))
    painter.setBrush(palette.color(back))
    painter.drawPath(shape)
    _paint_words_of(painter, spot, palette)


def _paint_words_of(painter: QPainter, spot: Spot, palette: QPalette) -> None:
    colour = palette.color(Role.HighlightedText if spot.is_chosen else Role.ButtonText)
    side = painter.fontMetrics().height()
    rect = spot.rect
    place = QRect(rect.left() + SEGMENT_PADDING, rect.top() + (rect.height() - side) // 2, side, side)
    icon(spot.icon_name, colour).paint(painter, place)
    painter.setPen(colour)
    words = rect.adjusted(SEGMENT_PADDING + side + ICON_GAP, 0, 0, 0)
    painter.drawText(words, _IN_MIDDLE, spot.words)
    if spot.shows_letter:
        if not spot.is_chosen:
            painter.setPen(palette.color(Role.PlaceholderText))
        across = painter.fontMetrics().horizontalAdvance(spot.words) + LETTER_GAP
        painter.drawText(words.adjusted(across, 0, 0, 0), _IN_MIDDLE, spot.letter)


def _paint_words(painter: QPainter, placed: PlacedWords, palette: QPalette) -> None:
    language = placed.words.language
    is_rtl = language is not None and language.is_rtl  # stands where the clerk's eye looks, reads from right to left
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    painter.setFont(placed.font)
    painter.setPen(QColor(palette.color(placed.words.role)))
    painter.drawText(placed.rect, int(WRAPPED | Qt.AlignmentFlag.AlignAbsolute), placed.drawn)


def _shape(rect: QRectF, *, is_round_left: bool, is_round_right: bool) -> QPainterPath:
    """A rectangle with round corners only where it ends."""
    left, right = (RADIUS if is_round else 0.0 for is_round in (is_round_left, is_round_right))
    path = QPainterPath(QPointF(rect.left() + left, rect.top()))
    path.lineTo(rect.right() - right, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + right))
    path.lineTo(rect.right(), rect.bottom() - right)
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - right, rect.bottom()))
    path.lineTo(rect.left() + left, rect.bottom())
    path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - left))
    path.lineTo(rect.left(), rect.top() + left)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + left, rect.top()))
    path.closeSubpath()
    return path

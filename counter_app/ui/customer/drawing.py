"""Small things that tiles and rows have in common."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from counter_app.system.paths import icons_folder
from counter_app.ui.customer import colours
from counter_app.ui.customer.scale import RADIUS
from counter_app.ui.shared.icons import icon

DIRECTED = frozenset({"back", "previous_page", "next_page"})
"""Drawings that point somewhere; mirrored where text runs from right to left."""

RING = 4


def draw_icon(painter: QPainter, name: str, box: QRect, colour: QColor, *, is_mirrored: bool = False) -> None:
    """One of our own line icons."""
    painter.save()
    if is_mirrored and name in DIRECTED:
        painter.translate(2 * box.x() + box.width(), 0)
        painter.scale(-1, 1)
    icon(name, colour).paint(painter, box)
    painter.restore()


def has_icon(name: str) -> bool:
    """Whether we have a drawing for it; content may name what nobody has drawn."""
    return (icons_folder() / f"{name}.svg").is_file()


def draw_card(painter: QPainter, box: QRect, face: QColor, edge: QColor, edge_width: float = 2) -> None:
    """A rounded card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, edge_width))
    painter.setBrush(face)
    inset = edge_width / 2
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def draw_ring(painter: QPainter, widget: QWidget) -> None:
    """The mark of the keyboard's focus: dark on the page, with a light gap to any card below it."""
    palette = widget.palette()
    box = QRectF(widget.rect())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, inset, colour in ((RING, RING / 2, colours.text(palette)), (2, RING + 1, colours.page(palette))):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def leading(widget: QWidget, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> Qt.AlignmentFlag:
    """The side where reading starts."""
    return Qt.AlignmentFlag(QStyle.visualAlignment(widget.layoutDirection(), alignment))


def mirrored(widget: QWidget, box: QRect) -> QRect:
    """A place inside a widget, on the other side where text runs from right to left."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), box)

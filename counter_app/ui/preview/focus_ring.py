"""Shows where the keyboard is, for widgets that Qt draws no frame for."""

from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

RING_PX = 2


def paint_focus_ring(painter: QPainter, widget: QWidget) -> None:
    """Draw a ring along the inner edge of a widget, in the colour of the selection."""
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Highlight), RING_PX))
    half = RING_PX // 2
    painter.drawRect(widget.rect().adjusted(half, half, -half, -half))

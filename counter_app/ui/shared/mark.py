"""A drawing with a word beside it, to be read only."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from counter_app.ui.shared.icons import icon

GAP = 8


class Mark(QLabel):
    """Icon and word; the icon alone where there is no word."""

    def __init__(self, icon_name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon_name = icon_name

    @property
    def icon_name(self) -> str:
        """What is drawn."""
        return self._icon_name

    def show_mark(self, icon_name: str, text: str = "") -> None:
        """Show something else."""
        self._icon_name = icon_name
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = self.fontMetrics()
        words = GAP + metrics.horizontalAdvance(self.text()) if self.text() else 0
        return QSize(2 * GAP + metrics.height() + words, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and word in the middle of the height."""
        painter = QPainter(self)
        side = self.fontMetrics().height()
        colour = self.palette().color(self.foregroundRole())
        icon(self._icon_name, colour).paint(painter, QRect(GAP, (self.height() - side) // 2, side, side))
        painter.setPen(colour)
        area = self.rect().adjusted(side + 2 * GAP, 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()

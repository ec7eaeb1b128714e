"""A text that wraps and asks for no more height than it needs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

FEW_LETTERS = 12


class PlainLabel(QLabel):
    """Plain text in as many lines as the width asks for.

    Qt's own label asks for the height it would need at its narrowest: windows would grow beyond small screens.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """One line of a few letters."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * FEW_LETTERS, metrics.height())

    def sizeHint(self) -> QSize:
        """One line; the height for a width is asked for apart."""
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        return QSize(metrics.horizontalAdvance(self.text()), metrics.height() + margins.top() + margins.bottom())

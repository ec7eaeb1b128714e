"""Three parts side by side, or one at a time where text is large or the screen small."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

ALL_IN_EM = 62
"""From this width on (in heights of a line) all parts fit side by side."""


class Columns(QWidget):
    """Shows its parts beside each other, or behind tabs.

    Args:
        parts: name, widget and share of the width of each.

    Signals:
        rearranged: whether the parts stand side by side now.
    """

    rearranged = Signal(bool)

    def __init__(self, parts: Sequence[tuple[str, QWidget, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_side_by_side = True
        self._parts = [widget for _, widget, _ in parts]
        self._tabs = QTabBar(self)
        self._tabs.setAccessibleName(self.tr("Bereiche"))
        self._tabs.setExpanding(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, widget, share in parts:
            self._tabs.addTab(name)
            row.addWidget(widget, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self._tabs)
        layout.addLayout(row, 1)
        self._tabs.currentChanged.connect(self._arrange)
        self._arrange()

    @property
    def is_side_by_side(self) -> bool:
        """Whether all parts can be seen."""
        return self.width() >= ALL_IN_EM * self.fontMetrics().height()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops before the parts."""
        return [self._tabs]

    def bring_forward(self, part: QWidget) -> None:
        """Make sure a part can be seen."""
        self._tabs.setCurrentIndex(self._parts.index(part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_tabs"):
            self._arrange()

    def _arrange(self) -> None:
        side_by_side = self.is_side_by_side
        if side_by_side is not self._was_side_by_side:
            self._was_side_by_side = side_by_side
            self.rearranged.emit(side_by_side)
        self._tabs.setVisible(not side_by_side)
        for place, part in enumerate(self._parts):
            part.setVisible(side_by_side or place == self._tabs.currentIndex())

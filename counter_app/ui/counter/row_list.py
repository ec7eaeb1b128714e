"""Stacks the rows of the list and keeps the one the clerk is at in sight."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from counter_app.ui.counter.list_row import RowWidget

SPACE = 8


class RowList(QScrollArea):
    """Rows one below the other, each as high as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(24)
        self._rows: Sequence[RowWidget] = ()
        self._page = QWidget(self)
        self.setWidget(self._page)

    @property
    def page(self) -> QWidget:
        """What the rows stand on."""
        return self._page

    def show_rows(self, rows: Mapping[str, RowWidget]) -> None:
        """Stack these rows."""
        self._rows = tuple(rows.values())
        self.place_rows()

    def place_rows(self) -> None:
        """Give each row the height it needs now."""
        width = max(self.width() - self.verticalScrollBar().sizeHint().width() - SPACE, 1)  # with or without the bar
        y = 0
        for row in self._rows:
            height = row.heightForWidth(width)
            row.setGeometry(0, y, width, height)
            y += height + SPACE
        self._page.resize(self.viewport().width(), max(y - SPACE, 0))

    def keep_in_sight(self, row: RowWidget) -> None:
        """Scroll as little as needed; of a row that is too high its end, where the reasons are, or else its start."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = row.y(), row.y() + row.height()
        if row.height() > room:
            bar.setValue(bottom - room if row.plan.reasons else top)
        elif top < bar.value():
            bar.setValue(max(0, top - SPACE))
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room + SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap elsewhere."""
        super().resizeEvent(event)
        self.place_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_page"):
            self.place_rows()

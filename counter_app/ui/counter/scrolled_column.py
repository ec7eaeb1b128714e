"""A column whose parts scroll where they do not fit; what has the focus stays in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

MARGIN = 24
"""Pixels that stay in sight around what the clerk is at."""


class ScrolledColumn(QScrollArea):
    """Parts one below the other."""

    def __init__(self, parent: QWidget, *parts: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for part in parts:
            layout.addWidget(part)
        inner.setContentsMargins(2, 0, 8, 0)
        self.setWidget(inner)
        self.verticalScrollBar().rangeChanged.connect(self.keep_in_sight)

    def keep_in_sight(self) -> None:
        """Whatever has the focus in this column can be seen, also when new parts need room."""
        focused, page = self.window().focusWidget(), self.widget()
        if page is not None and page.isAncestorOf(focused):
            if (layout := page.layout()) is not None:
                layout.activate()
            self.ensureWidgetVisible(focused, 0, MARGIN)

"""How large the pages are, and which one is in view."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

STEP_PX = 8
PERCENT = 100


class ZoomBar(QWidget):
    """Smaller, larger, whole width; the same as Ctrl+−, Ctrl++ and Ctrl+0.

    Signals:
        smaller_wanted: one step.
        larger_wanted: one step.
        width_wanted: as wide as the window.
    """

    smaller_wanted = Signal()
    larger_wanted = Signal()
    width_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QLabel(self)
        self._zoom = QLabel(self)
        smaller = self._button("−", self.tr("Kleiner"), self.tr("Strg+−"), self.smaller_wanted)
        larger = self._button("+", self.tr("Größer"), self.tr("Strg++"), self.larger_wanted)
        width = self._button(self.tr("Breite"), self.tr("Ganze Breite"), self.tr("Strg+0"), self.width_wanted)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP_PX, STEP_PX, 2 * STEP_PX, STEP_PX)
        row.setSpacing(STEP_PX)
        row.addWidget(self._page, 1)
        for widget in (smaller, self._zoom, larger, width):
            row.addWidget(widget)

    @property
    def page_text(self) -> str:
        """The page in view, in words."""
        return self._page.text()

    def show_page(self, page: int, pages: int) -> None:
        """Tell the page in view, counted from 0."""
        self._page.setText(self.tr("Seite {page} von {pages}").format(page=page + 1, pages=pages) if pages else "")

    def show_zoom(self, zoom: float) -> None:
        """Tell how large the paper is."""
        self._zoom.setText(self.tr("{percent} %").format(percent=round(zoom * PERCENT)))
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("000 %"))

    def _button(self, text: str, name: str, key: str, wanted: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {key}")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumSize(4 * STEP_PX, 4 * STEP_PX)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(wanted)
        return button

"""The pages with what belongs to them: which one it is, how large."""

from collections.abc import Sequence

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counter_app.ui.preview.page_view import PageView
from counter_app.ui.preview.pdf_document import Picture
from counter_app.ui.preview.zoom_bar import ZoomBar


class SheetPages(QWidget):
    """Page view and zoom bar, which tell each other.

    Signals:
        picture_wanted: a `PictureOrder`; to be answered with `show_picture`.
    """

    picture_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = 0
        self.view = PageView(self)
        self._bar = ZoomBar(self)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Seiten des Blatts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._bar)
        self._connect()

    @property
    def text(self) -> str:
        """Which page is in view, in words."""
        return self._bar.page_text

    def show_pages(self, sizes_pt: Sequence[QSizeF]) -> None:
        """Show pages of these sizes, in points; none to hold nothing."""
        self._pages = len(sizes_pt)
        self.view.show_pages(sizes_pt)
        self._on_page_changed(0)

    def show_picture(self, picture: Picture) -> None:
        """Take a picture that was asked for."""
        self.view.show_picture(picture)

    def _connect(self) -> None:
        self.view.picture_wanted.connect(self.picture_wanted)
        self.view.zoom_changed.connect(self._bar.show_zoom)
        self.view.page_changed.connect(self._on_page_changed)
        self._bar.smaller_wanted.connect(self.view.zoom_out)
        self._bar.larger_wanted.connect(self.view.zoom_in)
        self._bar.width_wanted.connect(self.view.fit_width)

    def _on_page_changed(self, page: int) -> None:
        self._bar.show_page(page, self._pages)
        self.view.setAccessibleDescription(self.text)

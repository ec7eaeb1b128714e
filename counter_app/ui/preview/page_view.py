"""The pages of a sheet on the screen, sharp at any zoom."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from counter_app.ui.preview.focus_ring import paint_focus_ring
from counter_app.ui.preview.page_layout import PageLayout, lay_out, next_zoom, within_limits, zoom_that_fits
from counter_app.ui.preview.pdf_document import Picture, PictureOrder

QUICK_WIDTH_PX = 480
WHOLE_PAGE_PIXELS = 6_000_000
NO_PAGES = PageLayout((), QSize())
WHEEL_NOTCH = 120
ZOOM_PER_NOTCH = 1.15
LINE_PX = 48


class PageView(QAbstractScrollArea):
    """Shows the pages of a document below one another; asks for their pictures and is told them.

    A small picture of a page comes first and is stretched; the sharp one, of just the part in view when the
    page is large, replaces it. There is never more than one picture asked for, so that scrolling and zooming
    build up no queue: the next question is always about what is to be seen then.

    Signals:
        picture_wanted: a `PictureOrder`; to be answered with `show_picture`.
        zoom_changed: how large 1 inch of paper is now, 1.0 for 96 pixels.
        page_changed: the page in the middle of the view, counted from 0.
    """

    picture_wanted = Signal(object)
    zoom_changed = Signal(float)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[QSizeF, ...] = ()
        self._layout = NO_PAGES
        self._zoom = 1.0
        self._fits_width = True
        self._page = 0
        self._quick: dict[int, Picture] = {}
        self._sharp: dict[int, Picture] = {}
        self._asked: PictureOrder | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        # A bar that comes and goes would change the width that the page is to fit.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalScrollBar().setSingleStep(LINE_PX)
        self.verticalScrollBar().setSingleStep(LINE_PX)

    @property
    def zoom(self) -> float:
        """1.0 shows a page in its real size on a screen with 96 dpi."""
        return self._zoom

    @property
    def page_rects(self) -> tuple[QRect, ...]:
        """Where each page lies now, seen from the corner of the view."""
        return tuple(page.translated(-self._offset()) for page in self._layout.pages)

    @property
    def is_sharp(self) -> bool:
        """Is everything in view as sharp as the screen can show it?"""
        return bool(self._sizes) and all(self._is_sharp(page) for page in self._pages_in_view())

    def show_pages(self, sizes_pt: Sequence[QSizeF]) -> None:
        """Start with another document: pages of these sizes in points, white until their pictures come."""
        self.clear()
        self._sizes = tuple(sizes_pt)
        self.fit_width()
        self.verticalScrollBar().setValue(0)

    def show_picture(self, picture: Picture) -> None:
        """Take a picture that was asked for."""
        if picture.order != self._asked:
            return  # of the document before
        self._asked = None
        is_quick = picture.order.whole == self._quick_size(picture.order.page)
        (self._quick if is_quick else self._sharp)[picture.order.page] = picture
        near = self._pages_in_view()
        self._sharp = {page: kept for page, kept in self._sharp.items() if page in near}
        self.viewport().update()

    def clear(self) -> None:
        """Hold nothing of any document."""
        self._sizes, self._asked, self._page = (), None, 0
        self._quick.clear()
        self._sharp.clear()
        self._lay_out()

    def zoom_in(self) -> None:
        """The next larger step."""
        self._set_zoom(next_zoom(self._zoom, larger=True))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self._set_zoom(next_zoom(self._zoom, larger=False))

    def fit_width(self) -> None:
        """As large as the width allows, from now on also when the width changes."""
        self._fits_width = True
        self._lay_out()

    def page_down(self) -> None:
        """One view further."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self._step())

    def page_up(self) -> None:
        """One view back."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - self._step())

    # Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, the small picture stretched, the sharp one over it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, rect in enumerate(self.page_rects):
            if rect.intersects(event.rect()):
                self._paint_page(painter, number, rect)
        if self.hasFocus():
            paint_focus_ring(painter, self.viewport())
        painter.end()
        self._ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps fitting the width, or just centres the pages again."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Moves to another part."""
        self.viewport().update()
        self._tell_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl zooms and keeps what is below the pointer there."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / WHEEL_NOTCH
        self._set_zoom(self._zoom * ZOOM_PER_NOTCH**notches, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys scroll; Home and End go to the first and the last page."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """On a screen with other pixels the pictures are asked for again."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.viewport().update()
        return super().viewportEvent(event)

    # Layout

    def _set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom, and keep the spot of paper at the anchor (else the middle of the view) where it is."""
        if not self._sizes:
            return
        spot = anchor or QRectF(self.viewport().rect()).center()
        page, across, down = self._spot_on_paper(spot)
        self._fits_width = False
        self._zoom = within_limits(zoom)
        self._lay_out()
        rect = self._layout.pages[page]
        self.horizontalScrollBar().setValue(round(rect.x() + across * rect.width() - spot.x()))
        self.verticalScrollBar().setValue(round(rect.y() + down * rect.height() - spot.y()))

    def _spot_on_paper(self, spot: QPointF) -> tuple[int, float, float]:
        """A point of the view as page and as parts of its width and height."""
        point = spot + QPointF(self._offset())
        page = self._layout.page_at(point.toPoint())
        rect = self._layout.pages[page]
        return page, (point.x() - rect.x()) / rect.width(), (point.y() - rect.y()) / rect.height()

    def _lay_out(self) -> None:
        size = self.viewport().size()
        if self._fits_width:
            self._zoom = zoom_that_fits(self._sizes, size.width())
        self._layout = lay_out(self._sizes, self._zoom, size.width()) if self._sizes else NO_PAGES
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._layout.size.width(), size.width()),
            (self.verticalScrollBar(), self._layout.size.height(), size.height()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, whole - seen))
        self.zoom_changed.emit(self._zoom)
        self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        middle = self.viewport().rect().center() + self._offset()
        page = self._layout.page_at(middle)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _step(self) -> int:
        return self.viewport().height() - LINE_PX

    # Pictures

    def _paint_page(self, painter: QPainter, number: int, rect: QRect) -> None:
        target = self._in_device(rect)
        painter.fillRect(target, Qt.GlobalColor.white)  # paper is white in every theme
        for pictures in (self._quick, self._sharp):
            if (picture := pictures.get(number)) is not None:
                painter.drawImage(_placed(picture.order, target), picture.image)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(target)

    def _in_device(self, rect: QRect) -> QRectF:
        """A rectangle moved so that its corner and size are whole pixels of the screen, however they are scaled."""
        ratio = self.devicePixelRatioF()
        whole = self._whole_size(rect)
        return QRectF(
            round(rect.x() * ratio) / ratio,
            round(rect.y() * ratio) / ratio,
            whole.width() / ratio,
            whole.height() / ratio,
        )

    def _whole_size(self, rect: QRect) -> QSize:
        return (QSizeF(rect.size()) * self.devicePixelRatioF()).toSize()

    def _quick_size(self, page: int) -> QSize:
        return self._sizes[page].scaled(QUICK_WIDTH_PX, QUICK_WIDTH_PX * 2, Qt.AspectRatioMode.KeepAspectRatio).toSize()

    def _pages_in_view(self) -> list[int]:
        view = self.viewport().rect()
        return [number for number, rect in enumerate(self.page_rects) if rect.intersects(view)]

    def _part_in_view(self, page: int, *, spare: int = 0) -> QRect:
        """What is to be seen of a page, and some pixels around it, in pixels of its picture."""
        rect = self.page_rects[page]
        view = self.viewport().rect().adjusted(-spare, -spare, spare, spare)
        seen = QRectF(rect.intersected(view).translated(-rect.topLeft()))
        ratio = self.devicePixelRatioF()
        part = QRectF(seen.topLeft() * ratio, seen.size() * ratio).toAlignedRect()
        return part.intersected(QRect(QPoint(), self._whole_size(rect)))

    def _is_sharp(self, page: int) -> bool:
        picture = self._sharp.get(page)
        return (
            picture is not None
            and picture.order.whole == self._whole_size(self._layout.pages[page])
            and picture.order.part.contains(self._part_in_view(page))
        )

    def _ask(self) -> None:
        """Ask for the picture that is missed most, unless one is under way."""
        if self._asked is None and (order := self._most_wanted()) is not None:
            self._asked = order
            self.picture_wanted.emit(order)

    def _most_wanted(self) -> PictureOrder | None:
        seen = self._pages_in_view()
        for page in seen:
            if page not in self._quick and page not in self._sharp:
                return self._quick_order(page)
        for page in seen:
            if not self._is_sharp(page):
                return self._sharp_order(page)
        return next((self._quick_order(page) for page in range(len(self._sizes)) if page not in self._quick), None)

    def _quick_order(self, page: int) -> PictureOrder:
        size = self._quick_size(page)
        return PictureOrder(page, size, QRect(QPoint(), size))

    def _sharp_order(self, page: int) -> PictureOrder:
        whole = self._whole_size(self._layout.pages[page])
        if whole.width() * whole.height() <= WHOLE_PAGE_PIXELS:
            return PictureOrder(page, whole, QRect(QPoint(), whole))
        return PictureOrder(page, whole, self._part_in_view(page, spare=self.viewport().height() // 2))


def _placed(order: PictureOrder, page: QRectF) -> QRectF:
    """Where a picture goes on a page of this size, which may be another than the one it was drawn for."""
    across, down = page.width() / order.whole.width(), page.height() / order.whole.height()
    part = QRectF(order.part)
    return QRectF(page.x() + part.x() * across, page.y() + part.y() * down, part.width() * across, part.height() * down)

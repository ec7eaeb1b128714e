import os
import subprocess
import sys
from textwrap import dedent

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.ui.preview.page_layout import LARGEST_ZOOM
from counter_app.ui.preview.page_view import WHOLE_PAGE_PIXELS, PageView
from counter_app.ui.preview.pdf_document import PictureOrder, page_picture, picture
from tests.ui.preview.paper import make_pdf

A4 = QSizeF(595, 842)
PDF = make_pdf()


class Clerk:
    """Answers the view by hand, so that every picture on the way can be looked at."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.orders: list[PictureOrder] = []
        view.picture_wanted.connect(self.orders.append)

    def see(self) -> None:
        QApplication.processEvents()
        self.view.grab()

    def sees_sharp(self) -> bool:
        return self.view.is_sharp

    def answer(self) -> PictureOrder:
        order = self.orders.pop(0)
        self.view.show_picture(picture(PDF, order))
        self.see()
        return order

    def answer_all(self) -> list[PictureOrder]:
        answered = []
        while self.orders:
            answered.append(self.answer())
        return answered


class FineScreenView(PageView):
    """As on a screen with two by two pixels for one."""

    def devicePixelRatioF(self) -> float:
        return 2.0


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    return shown(qtbot, PageView())


@pytest.fixture
def clerk(view: PageView) -> Clerk:
    return Clerk(view)


def shown(qtbot: QtBot, view: PageView) -> PageView:
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def turn_wheel(view: PageView, at: QPoint, notches: float, *, ctrl: bool = True) -> None:
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    place = QPointF(at)
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def ink_shown(view: PageView) -> bool:
    """Is the middle of the first black square black?"""
    page = view.page_rects[0]
    spot = page.topLeft() + QPoint(page.width() * 108 // 595, page.height() * 108 // 842)
    return view.viewport().grab().toImage().pixelColor(spot).lightness() < 64


def test_a_small_picture_comes_first_and_the_sharp_one_replaces_it(view: PageView, clerk: Clerk) -> None:
    view.show_pages((A4, A4))
    clerk.see()
    assert not ink_shown(view)
    quick = clerk.answer()
    assert quick.whole.width() < 500
    assert ink_shown(view)
    assert not clerk.sees_sharp()
    sharp = clerk.answer()
    assert sharp.whole == view.page_rects[0].size()
    assert clerk.sees_sharp()


def test_only_one_picture_is_asked_for_at_a_time(view: PageView, clerk: Clerk) -> None:
    view.show_pages((A4, A4))
    for _ in range(10):
        view.zoom_in()
        view.page_down()
        clerk.see()
    assert len(clerk.orders) == 1


def test_what_is_on_the_screen_is_the_picture_pixel_for_pixel(view: PageView, clerk: Clerk) -> None:
    view.show_pages((A4, A4))
    clerk.see()
    clerk.answer_all()
    page = view.page_rects[0]
    seen = page.intersected(view.viewport().rect()).adjusted(1, 1, -1, -3)
    drawn = page_picture(PDF, 0, page.size()).copy(seen.translated(-page.topLeft()))
    on_screen = view.viewport().grab(seen).toImage().convertToFormat(drawn.format())
    assert on_screen == drawn


def test_a_finer_screen_gets_finer_pictures(qtbot: QtBot) -> None:
    view = shown(qtbot, FineScreenView())
    clerk = Clerk(view)
    view.show_pages((A4,))
    clerk.see()
    clerk.answer()
    assert clerk.orders[0].whole == view.page_rects[0].size() * 2


def test_a_large_page_is_drawn_only_where_it_is_seen_and_sharp_all_the_same(view: PageView, clerk: Clerk) -> None:
    view.show_pages((A4, A4))
    clerk.see()
    clerk.answer_all()
    while view.zoom < LARGEST_ZOOM:
        view.zoom_in()
    view.horizontalScrollBar().setValue(200)
    view.verticalScrollBar().setValue(400)
    clerk.see()
    assert not clerk.sees_sharp()
    assert ink_shown(view), "the picture of before stands in"
    order = clerk.answer_all()[-1]
    assert clerk.sees_sharp()
    assert order.whole == view.page_rects[0].size()
    assert order.part.width() * order.part.height() < WHOLE_PAGE_PIXELS
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    clerk.see()
    assert not clerk.sees_sharp()
    clerk.answer_all()
    assert clerk.sees_sharp()


def test_pages_out_of_sight_keep_no_large_picture(view: PageView, clerk: Clerk) -> None:
    view.show_pages((A4, A4))
    clerk.see()
    clerk.answer_all()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    clerk.see()
    assert [order.page for order in clerk.answer_all()] == [1]
    view.verticalScrollBar().setValue(0)
    clerk.see()
    assert [order.page for order in clerk.orders] == [0]


def test_the_width_is_fitted_until_the_clerk_zooms(qtbot: QtBot, view: PageView) -> None:
    view.show_pages((A4,))
    before = view.zoom
    view.resize(1100, 600)
    assert view.zoom > before
    view.zoom_out()
    chosen = view.zoom
    view.resize(700, 600)
    assert view.zoom == chosen
    with qtbot.waitSignal(view.zoom_changed):
        view.fit_width()
    page = view.page_rects[0]
    assert page.left() >= 0
    assert page.right() <= view.viewport().width()


@pytest.mark.parametrize("notches", [2, -1, 0.25])
def test_ctrl_and_wheel_zoom_to_the_pointer(view: PageView, notches: float) -> None:
    view.show_pages((A4, A4))
    for _ in range(6):
        view.zoom_in()
    view.horizontalScrollBar().setValue(300)
    view.verticalScrollBar().setValue(900)
    at = QPoint(200, 150)
    before, page = view.zoom, view.page_rects[0]
    across, down = (at.x() - page.x()) / page.width(), (at.y() - page.y()) / page.height()
    turn_wheel(view, at, notches)
    page = view.page_rects[0]
    assert (view.zoom > before) == (notches > 0)
    assert abs(page.x() + across * page.width() - at.x()) <= 2
    assert abs(page.y() + down * page.height() - at.y()) <= 2


def test_the_wheel_alone_scrolls(view: PageView) -> None:
    view.show_pages((A4, A4))
    before = view.zoom
    turn_wheel(view, QPoint(100, 100), -1, ctrl=False)
    assert view.verticalScrollBar().value() > 0
    assert view.zoom == before


def test_keys_go_through_the_pages(view: PageView) -> None:
    pages: list[int] = []
    view.show_pages((A4, A4))
    view.page_changed.connect(pages.append)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert pages == [1, 0]
    view.page_down()
    view.page_down()
    view.page_down()
    view.page_up()
    view.page_up()
    view.page_up()
    assert pages == [1, 0, 1, 0]
    assert view.verticalScrollBar().value() == 0


def test_a_picture_of_the_document_before_is_not_shown(view: PageView, clerk: Clerk) -> None:
    view.show_pages((A4,))
    clerk.see()
    late = picture(PDF, clerk.orders.pop())
    view.clear()
    view.show_picture(late)
    clerk.see()
    assert not view.page_rects
    view.show_pages((QSizeF(300, 300),))
    view.show_picture(late)
    clerk.see()
    assert not ink_shown(view)


def test_pages_are_as_sharp_on_a_screen_that_is_scaled_by_half() -> None:
    """In a program of its own: the scale of a screen is settled when it starts."""
    script = """
        import sys
        from PySide6.QtCore import QRect, QSize, QSizeF
        from PySide6.QtWidgets import QApplication
        from counter_app.ui.preview.page_view import PageView
        from counter_app.ui.preview.pdf_document import page_picture, picture
        from tests.ui.preview.paper import make_pdf
        app = QApplication([])
        view = PageView()
        view.picture_wanted.connect(lambda order: view.show_picture(picture(make_pdf(), order)))
        view.resize(801, 601)
        view.show_pages((QSizeF(595, 842),))
        view.show()
        while not view.is_sharp:
            app.processEvents()
        seen = view.viewport().grab().toImage()
        left, top, width = (round(side * 1.5) for side in view.page_rects[0].getRect()[:3])
        size = (QSizeF(view.page_rects[0].size()) * 1.5).toSize()
        part = QRect(2, 2, size.width() - 4, 600)
        drawn = page_picture(make_pdf(), 0, size).copy(part)
        shown = seen.copy(part.translated(left, top)).convertToFormat(drawn.format())
        shown.setDevicePixelRatio(1)
        sys.exit(0 if shown == drawn and view.devicePixelRatioF() == 1.5 else 1)
    """
    ended = subprocess.run(
        [sys.executable, "-c", dedent(script)], env={**os.environ, "QT_SCALE_FACTOR": "1.5"}, check=False
    )
    assert ended.returncode == 0


def test_zooming_nothing_does_no_harm(view: PageView) -> None:
    view.zoom_in()
    view.zoom_out()
    view.page_down()
    view.grab()
    assert not view.is_sharp

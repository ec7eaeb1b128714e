"""Every page of both windows and the preview can be used without a mouse, without eyes, with large text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.domain.visit import IsClear, Languages, Moment, Papers, Scene, Services
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.shared.palettes import Scheme, contrast
from tests.ui.accessibility import (
    VISIBLE,
    clipped,
    controls,
    covered,
    describe,
    focus_marks,
    focus_of,
    out_of_reach,
    tab_steps,
    tab_walk,
    unnamed,
    without_role,
)
from tests.ui.seat import LARGE, SMALL, Look, Seat

READABLE = 4.5  # WCAG 2.2, success criterion 1.4.3
Enter = Callable[[Seat], QWidget]


def empty(seat: Seat) -> QWidget:
    return seat.counter


def nothing_found(seat: Seat) -> QWidget:
    seat.type("qqqq")
    return seat.counter


def matter(seat: Seat) -> QWidget:
    seat.choose("stud")
    return seat.counter


def opened_list(seat: Seat) -> QWidget:
    seat.begin()
    seat.press("D", "F", "2", "U", "E", "F")
    return seat.counter


def opened_fact(seat: Seat) -> QWidget:
    seat.begin()
    seat.press("Ctrl+G")
    seat.press("Space")
    return seat.counter


def phrase_card(seat: Seat) -> QWidget:
    seat.begin()
    seat.press("Ctrl+F")
    seat.type("neuer termin")
    seat.press("Return")
    return seat.counter


def message_asking(seat: Seat) -> QWidget:
    seat.begin()
    seat.press("F", "Ctrl+N")
    assert seat.counter.messages.is_asking
    return seat.counter


def language_panel(seat: Seat) -> QWidget:
    seat.press("F2")
    return seat.counter


def paper_picker(seat: Seat) -> QWidget:
    seat.begin()
    seat.press("Ctrl+U")
    seat.type("pass")
    return seat.counter


def key_list(seat: Seat) -> QWidget:
    seat.press("F1")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def sheets(seat: Seat) -> QWidget:
    seat.begin()
    seat.press("Ctrl+T")
    for text in ("+14", "+21", "930"):
        seat.type(text)
        seat.press("Tab")
    seat.press("Ctrl+B")
    seat.type("stud")
    seat.press("Return")
    return seat.counter


def sheet_for_everyone(seat: Seat) -> QWidget:
    seat.press("Ctrl+B")
    seat.type("welche sprache")
    seat.press("Return")
    return seat.counter


def preview(seat: Seat) -> QWidget:
    seat.begin()
    seat.press("F", "Ctrl+P")
    seat.hands.wait(lambda: seat.front_desk.sheets.is_shown() and not seat.jobs.is_busy)
    return seat.front_desk.sheets.window


PAGES = [
    empty,
    nothing_found,
    matter,
    opened_list,
    opened_fact,
    phrase_card,
    message_asking,
    language_panel,
    paper_picker,
    key_list,
    sheets,
    sheet_for_everyone,
    preview,
]
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)


@every_page
def test_every_control_has_a_name_and_a_role(seat: Seat, page: Enter) -> None:
    window = page(seat)
    assert controls(window)
    assert unnamed(window) == []
    assert without_role(window) == []
    leave(window)


@every_page
def test_the_tab_key_gets_everywhere_and_back(seat: Seat, page: Enter) -> None:
    window = page(seat)
    forwards = tab_walk(window)
    assert out_of_reach(window, forwards) == []
    backwards = tab_walk(window, back=True)
    assert [describe(stop) for stop in backwards[1:]] == [describe(stop) for stop in reversed(forwards[1:])]
    leave(window)


@every_page
@pytest.mark.parametrize("text_percent", [100, 200])
def test_what_has_the_focus_can_be_seen(seat: Seat, look: Look, page: Enter, text_percent: int) -> None:
    look.choose(text_percent=text_percent)
    window = page(seat)
    hidden = [describe(stop) for stop in tab_steps(window) if covered(stop)]
    hidden += [describe(stop) for stop in tab_steps(window, back=True) if covered(stop)]
    assert hidden == []
    leave(window)


@every_page
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
@pytest.mark.parametrize("text_percent", [100, 150, 200])
def test_no_words_are_cut_off(seat: Seat, look: Look, page: Enter, size: tuple[int, int], text_percent: int) -> None:
    look.choose(text_percent=text_percent)
    seat.counter.resize(*size)
    window = page(seat)
    QApplication.processEvents()
    assert clipped(window) == []
    assert seat.counter.size().toTuple() == size
    leave(window)


SCENES: dict[str, Scene] = {
    "languages": Languages(),
    "groups": Services(),
    "matters": Services("work"),
    "papers": Papers(),
    "clear": IsClear(),
    "moment": Moment(),
}


@pytest.fixture
def customer(seat: Seat) -> CustomerWindow:
    """The customer's window in front."""
    seat.begin()
    seat.customer.resize(1280, 1024)
    seat.customer.show()
    seat.customer.activateWindow()
    QTest.qWaitForWindowActive(seat.customer)
    return seat.customer


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
@pytest.mark.parametrize("tag", ["de", "ar"])
def test_the_customers_side_can_be_used_by_key_and_ear(
    seat: Seat, customer: CustomerWindow, scene: Scene, tag: str
) -> None:
    customer.show_visit(replace(seat.visit, language=tag, scene=scene))
    assert unnamed(customer) == []
    assert without_role(customer) == []
    controls(customer)[0].setFocus()
    stops = list(tab_steps(customer))
    assert [describe(stop) for stop in stops if covered(stop)] == []
    backwards = tab_walk(customer, back=True)
    assert [describe(stop) for stop in backwards[1:]] == [describe(stop) for stop in reversed(stops[1:])]


def test_behind_the_veil_nothing_can_be_reached(customer: CustomerWindow) -> None:
    customer.veil()
    assert len(tab_walk(customer)) == len(tab_walk(customer, back=True)) == 1
    assert not covered(tab_walk(customer)[0])


def test_the_tab_key_answers_the_question_on_the_veil_like_any_other_key(customer: CustomerWindow) -> None:
    customer.veil(30)
    assert focus_of(customer).accessibleName() != ""
    QTest.keyClick(focus_of(customer), Qt.Key.Key_Tab)
    assert not customer.is_veiled


@pytest.mark.parametrize("scheme", Scheme)
def test_texts_of_a_row_can_be_read_and_its_states_told_apart_in_grey(seat: Seat, look: Look, scheme: Scheme) -> None:
    look.choose(scheme)
    opened_list(seat)
    row = seat.row(1)
    picture = row.grab().toImage()
    for placed in row.plan.texts:
        assert strongest(picture, placed.rect) >= READABLE, placed.words.text
    chosen, other = row.spot("present"), row.spot("missing")
    assert strongest(picture, chosen.rect.adjusted(4, 4, -4, -4)) >= READABLE
    assert strongest(picture, other.rect.adjusted(4, 4, -4, -4)) >= READABLE
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    inside = QPoint(4, 4)
    backs = (grey.pixelColor(spot.rect.topLeft() + inside) for spot in (chosen, other))
    assert contrast(*backs) >= VISIBLE
    assert len({spot.icon_name for spot in row.plan.states}) == len({spot.words for spot in row.plan.states}) == 4


def strongest(picture: QImage, area: QRect) -> float:
    """The contrast between the ground of an area and the pixel that differs most from it."""
    area = area.intersected(picture.rect())
    ground = picture.pixelColor(area.topRight())
    pixels = {picture.pixel(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())}
    return max(contrast(ground, QColor(pixel)) for pixel in pixels)


@pytest.mark.parametrize("scheme", Scheme)
def test_the_focus_is_plain_to_see_in_every_set_of_colours(seat: Seat, look: Look, scheme: Scheme) -> None:
    look.choose(scheme)
    window = opened_list(seat)
    for stop in tab_steps(window):
        assert focus_marks(stop) >= stop.width() + stop.height(), describe(stop)


def leave(window: QWidget) -> None:
    """Dialogs go; the counter stays until the seat is cleared."""
    if window.isModal() or isinstance(window, PreviewWindow):
        window.close()

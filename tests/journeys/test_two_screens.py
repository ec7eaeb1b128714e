"""Screens are plugged, unplugged and resized during a visit: nobody ever sees what is meant for the other side."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.system.settings import Preferences
from tests.journeys.counter_place import DESK, TOUCH, Open, Place
from tests.ui.plugged_screens import PluggedScreen, plug

_MOVES = {QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Paint}


class Witness(QObject):
    """Notes whenever a window can be seen on a screen that it does not belong on."""

    def __init__(self, window: QWidget, forbidden: QRect) -> None:
        super().__init__()
        self._window = window
        self._forbidden = forbidden
        self.seen: list[str] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        place = self._window.geometry()
        if event.type() in _MOVES and self._window.isVisible() and place.intersects(self._forbidden):
            self.seen.append(f"{event.type().name}: {place}")
        return False


@contextmanager
def watched(place: Place) -> Iterator[None]:
    """Neither window may be seen on the other one's screen."""
    customer, counter = Witness(place.customer, area_of(DESK)), Witness(place.counter, area_of(TOUCH))
    place.customer.installEventFilter(customer)
    place.counter.installEventFilter(counter)
    yield
    assert customer.seen == counter.seen == []


def area_of(screen: PluggedScreen) -> QRect:
    return QRect(screen.x, screen.y, screen.width, screen.height)


def change_screens(place: Place, *screens: PluggedScreen) -> None:
    plug(screens)
    place.hands.wait_ms(0)  # another size is told a moment later


def begin(place: Place) -> Place:
    place.press("F2")
    place.type("engl")
    place.press("Return", "F3")
    place.type("stud")
    place.press("Return", "Ctrl+1", "F9")
    return place


def test_each_window_opens_on_its_own_screen_and_the_clerk_has_the_keyboard(place: Place) -> None:
    assert place.customer.geometry() == area_of(TOUCH)
    assert area_of(DESK).contains(place.counter.frameGeometry())
    assert QApplication.activeWindow() is place.counter
    assert not place.customer.is_veiled


def test_a_screen_unplugged_in_a_visit_takes_the_customers_window_with_it(place: Place) -> None:
    begin(place)
    with watched(place):
        change_screens(place, DESK)
    assert not place.customer.isVisible()
    assert place.customer.is_veiled
    assert len(place.rows()) == 10
    place.press("Ctrl+L", "D")
    assert place.row(1).startswith("1, Antragsformular, da")


def test_a_screen_plugged_in_again_shows_the_veil_until_the_clerk_lifts_it(place: Place) -> None:
    begin(place)
    with watched(place):
        change_screens(place, DESK)
        change_screens(place, DESK, TOUCH)
    assert place.customer.geometry() == area_of(TOUCH)
    assert place.customer.is_veiled
    assert "Your documents" not in place.customer_sees()
    place.press("F12")
    assert place.papers() == place.rows()
    place.press("Ctrl+L", "D")
    assert place.row(1).startswith("1, Antragsformular, da"), "the keyboard is still the clerk's"


def test_a_screen_of_another_size_is_veiled_and_filled(place: Place) -> None:
    begin(place)
    smaller = TOUCH._replace(width=1024, height=600)
    with watched(place):
        change_screens(place, DESK, smaller)
    assert place.customer.geometry() == area_of(smaller)
    assert place.customer.is_veiled
    place.press("F12")
    assert place.papers() == place.rows()


def test_a_screen_plugged_in_later_welcomes_veiled(open_place: Open) -> None:
    place = open_place(DESK)
    assert not place.customer.isVisible()
    with watched(place):
        change_screens(place, DESK, TOUCH)
    assert place.customer.geometry() == area_of(TOUCH)
    assert place.customer.is_veiled
    place.press("Ctrl+N")
    assert "Deutsch" in place.tiles()


def test_with_one_screen_f11_turns_the_customers_view_on_and_back(open_place: Open) -> None:
    place = begin(open_place(DESK))
    assert not place.customer.isVisible()
    place.press("F11")
    assert place.customer.geometry() == area_of(DESK)
    assert QApplication.activeWindow() is place.customer
    assert place.papers() == place.rows()
    place.press("F11")
    assert not place.customer.isVisible()
    assert QApplication.activeWindow() is place.counter


def test_when_the_clerks_screen_goes_the_visit_is_not_shown_on_the_customers(place: Place) -> None:
    begin(place)
    with watched(place):
        change_screens(place, TOUCH)
    assert not place.counter.isVisible()
    assert place.customer.isVisible()
    assert place.customer.is_veiled
    assert place.customer.geometry() == area_of(TOUCH)
    assert QApplication.activeWindow() is place.customer, "the clerk's keys work there"
    place.press("F12")
    assert place.papers() == place.rows(), "the customer's own view may come back"
    place.press("F11")
    assert not place.customer.isVisible(), "the clerk wants this screen"
    place.press("Ctrl+L", "D")
    assert place.row(1).startswith("1, Antragsformular, da")


def test_both_windows_go_home_when_the_clerks_screen_comes_back(place: Place) -> None:
    begin(place)
    with watched(place):
        change_screens(place, TOUCH)
        change_screens(place, DESK, TOUCH)
    assert place.customer.geometry() == area_of(TOUCH)
    assert place.customer.is_veiled
    assert area_of(DESK).contains(place.counter.frameGeometry())
    place.press("F12")
    assert place.papers() == place.rows()


def test_with_only_the_named_screen_of_the_customer_the_program_starts_covered(open_place: Open) -> None:
    place = open_place(TOUCH, preferences=Preferences(customer_screen="Touch"))
    assert place.customer.isVisible()
    assert place.customer.is_veiled
    place.press("F11")
    assert not place.customer.isVisible()
    assert place.focus() == "Anliegen suchen"


def test_the_clerk_may_work_on_the_second_screen(open_place: Open) -> None:
    place = open_place(DESK, TOUCH, preferences=Preferences(counter_screen="Touch"))
    assert area_of(TOUCH).contains(place.counter.frameGeometry())
    assert place.customer.geometry() == area_of(DESK)


def test_the_named_screen_of_the_customer_is_never_replaced(open_place: Open) -> None:
    place = begin(open_place(DESK, TOUCH, preferences=Preferences(customer_screen="Touch")))
    change_screens(place, DESK, TOUCH._replace(name="Beamer"))
    assert not place.customer.isVisible()

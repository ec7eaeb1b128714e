"""Nobody touches anything: veil, countdown, and then everything is wiped, unless somebody comes back."""

from datetime import timedelta

import pytest

from tests.journeys.counter_place import Place

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
COUNTDOWN = "Alles wird gelöscht in {} s. Eine Taste hält an."


@pytest.fixture
def busy(place: Place) -> Place:
    """A visit is going on; the customer reads the list."""
    place.tap("English")
    place.press("F3")
    place.type("stud")
    place.press("Return", "Ctrl+1", "F9")
    return place


def wait_for_veil(place: Place) -> None:
    place.clock.pass_by(3 * MINUTE)
    place.hands.wait(lambda: place.customer.is_veiled)


def assert_wiped(place: Place) -> None:
    assert place.visit.is_empty
    assert place.rows() == place.papers() == {}
    assert not place.customer.is_veiled
    assert "Deutsch" in place.tiles()


def test_the_veil_comes_after_the_minutes_of_the_office_and_counts_on_both_sides(busy: Place) -> None:
    busy.clock.pass_by(3 * MINUTE - SECOND)
    busy.hands.wait_ms(700)
    assert not busy.customer.is_veiled
    busy.clock.pass_by(SECOND)
    busy.hands.wait(lambda: busy.customer.is_veiled)
    assert COUNTDOWN.format(60) in busy.counter_sees()
    assert "Are you still there?" in busy.customer_sees()
    assert "Your documents" not in busy.customer_sees()
    busy.clock.pass_by(20 * SECOND)
    busy.hands.wait(lambda: COUNTDOWN.format(40) in busy.counter_sees())
    assert len(busy.rows()) == 10, "the clerk still sees what it is about"


def test_a_key_at_the_counter_extends(busy: Place) -> None:
    wait_for_veil(busy)
    busy.press("Down")
    assert not busy.customer.is_veiled
    assert busy.papers() == busy.rows()
    assert "Alles wird gelöscht" not in busy.counter_sees()
    busy.clock.pass_by(3 * MINUTE - SECOND)
    busy.hands.wait_ms(700)
    assert not busy.customer.is_veiled


def test_the_key_that_extends_does_nothing_else(busy: Place) -> None:
    wait_for_veil(busy)
    before = busy.visit
    busy.press("E")
    assert busy.visit == before
    assert not busy.customer.is_veiled


def test_a_tap_of_the_customer_extends_and_hits_nothing_below(busy: Place) -> None:
    busy.press("Ctrl+K")
    below = busy.tile("Yes, everything is clear")
    wait_for_veil(busy)
    busy.hands.tap(below)
    assert not busy.is_veiled()
    assert busy.heard() == ""
    assert not below.isChecked()
    busy.clock.pass_by(10 * SECOND)
    busy.hands.wait_ms(700)
    assert not busy.is_veiled(), "the time starts anew"
    busy.hands.tap(below)
    assert busy.heard() == "Ist alles klar? → Ja, alles klar"


def test_nobody_comes_back_and_everything_is_wiped(busy: Place) -> None:
    busy.press("Ctrl+L", "F")
    busy.open_preview()
    wait_for_veil(busy)
    busy.clock.pass_by(60 * SECOND)
    busy.hands.wait(lambda: busy.visit.is_empty)
    assert_wiped(busy)
    assert busy.preview() is None
    assert busy.message() == "", "nobody is there to be asked"
    assert "Alles wird gelöscht" not in busy.counter_sees()


def test_after_the_end_no_time_runs(place: Place) -> None:
    place.tap("English")
    place.press("Ctrl+N")
    place.clock.pass_by(10 * MINUTE)
    place.hands.wait_ms(700)
    assert not place.customer.is_veiled


def test_the_veil_of_the_clerk_stays_when_the_time_is_over_and_goes_with_the_next_person(busy: Place) -> None:
    busy.press("F12")
    assert busy.customer.is_veiled
    wait_for_veil(busy)
    busy.clock.pass_by(60 * SECOND)
    busy.hands.wait(lambda: busy.visit.is_empty)
    assert busy.customer.is_veiled
    busy.press("Ctrl+N")
    assert_wiped(busy)


def test_a_tap_does_not_lift_the_veil_that_the_clerk_drew(busy: Place) -> None:
    busy.press("F12")
    wait_for_veil(busy)
    busy.hands.tap(busy.customer)
    assert busy.is_veiled()
    assert "Alles wird gelöscht" not in busy.counter_sees()
    busy.press("F12")
    assert not busy.is_veiled()
    assert busy.papers() == busy.rows()

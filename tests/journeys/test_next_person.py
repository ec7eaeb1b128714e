"""Ctrl+N with something that nobody has on paper yet: the customer sees nothing more, the clerk is asked once."""

import pytest

from tests.journeys.counter_place import DESK, Open, Place

QUESTION = "1 Unterlage steht noch auf keinem gedruckten Blatt. Wirklich löschen?"


def begin(place: Place) -> Place:
    """One paper is missing; the customer reads the list."""
    place.press("F2")
    place.type("engl")
    place.press("Return", "F3")
    place.type("stud")
    place.press("Return", "Ctrl+1", "F9", "Ctrl+L", "F")
    return place


@pytest.fixture
def unprinted(place: Place) -> Place:
    return begin(place)


def assert_customer_sees_nothing(place: Place) -> None:
    assert place.customer.is_veiled
    assert place.papers() == {}
    assert "English" not in place.customer_sees()


def assert_welcoming(place: Place) -> None:
    assert place.visit.is_empty
    assert place.message() == ""
    assert place.rows() == {}
    assert not place.customer.is_veiled
    assert place.focus() == "Anliegen suchen"


def test_the_customers_screen_is_wiped_at_once_and_the_clerk_is_asked_once(unprinted: Place) -> None:
    unprinted.press("Ctrl+N")
    assert_customer_sees_nothing(unprinted)
    assert unprinted.message() == QUESTION
    assert len(unprinted.rows()) == 10
    unprinted.press("Ctrl+N")
    assert_welcoming(unprinted)
    assert "Deutsch" in unprinted.tiles()


def test_enter_loses_nothing(unprinted: Place) -> None:
    unprinted.press("Ctrl+N", "Return")
    assert unprinted.message() == ""
    assert unprinted.papers() == unprinted.rows()


def test_another_message_counts_as_staying(unprinted: Place) -> None:
    unprinted.press("Ctrl+N", "F4")
    assert unprinted.message() == "Keine Frage ist offen."
    assert not unprinted.customer.is_veiled
    assert unprinted.papers() == unprinted.rows()


@pytest.mark.parametrize("tabs", range(4))
def test_dates_that_are_being_typed_never_reach_the_next_person(unprinted: Place, tabs: int) -> None:
    unprinted.press("Ctrl+T")
    for text in ("+14", "+21", "930", "2.14")[: tabs + 1]:
        unprinted.type(text)
        unprinted.press("Tab")
    unprinted.press("Shift+Tab", "Ctrl+N", "Ctrl+N")
    assert_welcoming(unprinted)
    unprinted.type("stud")
    unprinted.press("Return")
    assert (unprinted.visit.case.deadline, unprinted.visit.case.appointment) == (None, None)


def test_the_sheet_says_what_was_typed_last(unprinted: Place) -> None:
    unprinted.press("Ctrl+T", "Tab")
    for text in ("+21", "930"):
        unprinted.type(text)
        unprinted.press("Tab")
    unprinted.type("2.14")
    unprinted.press("Ctrl+P")
    appointment = unprinted.visit.case.appointment
    assert appointment is not None
    assert appointment.room == "2.14"


def test_an_appointment_without_paper_is_asked_about(place: Place) -> None:
    begin(place)
    place.print_sheet()
    place.press("Ctrl+T", "Tab")
    for text in ("+21", "930"):
        place.type(text)
        place.press("Tab")
    place.press("Ctrl+N")
    assert place.message() != ""
    assert not place.visit.is_empty


def test_esc_goes_back_to_the_visit(unprinted: Place) -> None:
    unprinted.press("Ctrl+N", "Esc")
    assert unprinted.message() == ""
    assert not unprinted.customer.is_veiled
    assert unprinted.papers() == unprinted.rows()
    assert unprinted.focus().startswith("1, Antragsformular, fehlt")
    unprinted.press("Ctrl+N")
    assert unprinted.message() == QUESTION


def test_while_the_clerk_is_asked_a_tap_of_the_next_person_changes_nothing(unprinted: Place) -> None:
    unprinted.press("Ctrl+N")
    unprinted.hands.tap(unprinted.customer)
    assert_customer_sees_nothing(unprinted)
    assert unprinted.visit.language == "en"


def test_who_goes_on_working_has_answered(unprinted: Place) -> None:
    unprinted.press("Ctrl+N", "Ctrl+R")
    assert unprinted.message() == ""
    assert unprinted.papers() == unprinted.rows()
    unprinted.press("Ctrl+N")
    assert unprinted.message() == QUESTION, "asked again: more would be lost now"


def test_what_is_printed_is_not_asked_about(unprinted: Place) -> None:
    unprinted.print_sheet()
    unprinted.press("Ctrl+N")
    assert_welcoming(unprinted)


def test_from_the_preview_the_clerk_is_asked_and_both_answers_work(unprinted: Place) -> None:
    unprinted.open_preview()
    unprinted.press("Ctrl+N")
    assert unprinted.message() == QUESTION
    assert_customer_sees_nothing(unprinted)
    unprinted.press("Esc")
    assert unprinted.papers() == unprinted.rows()
    assert unprinted.front_desk.sheets.is_shown()
    unprinted.press("Ctrl+N", "Ctrl+N")
    assert unprinted.preview() is None
    assert_welcoming(unprinted)


def test_veil_and_customer_screen_work_from_the_preview(unprinted: Place) -> None:
    unprinted.open_preview()
    unprinted.press("F12")
    assert unprinted.customer.is_veiled
    unprinted.press("F12", "F11")
    assert not unprinted.customer.isVisible()
    unprinted.press("F11")
    assert unprinted.customer.isVisible()
    assert unprinted.front_desk.sheets.is_shown()


def test_the_next_person_comes_while_the_sheet_is_being_made(unprinted: Place) -> None:
    unprinted.press("Ctrl+P", "Ctrl+N", "Ctrl+N")
    assert_welcoming(unprinted)
    unprinted.hands.wait_ms(500)
    assert unprinted.preview() is None


def test_with_one_screen_the_question_is_seen_by_the_clerk(open_place: Open) -> None:
    place = begin(open_place(DESK))
    place.press("F11")
    assert place.customer.isVisible()
    place.press("Ctrl+N")
    assert not place.customer.isVisible()
    assert place.message() == QUESTION
    place.press("Esc", "F11")
    assert place.papers() == place.rows()
    place.press("Ctrl+N", "Ctrl+N")
    assert place.visit.is_empty
    assert place.focus() == "Anliegen suchen"

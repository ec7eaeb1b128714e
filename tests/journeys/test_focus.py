"""Where the clerk goes on: the focus never falls onto „Nächste Person“ by itself; the space bar would wipe all."""

import pytest

from tests.journeys.counter_place import Place

DANGER = "Nächste Person"


@pytest.fixture
def student(place: Place) -> Place:
    place.tap("English")
    place.press("F3")
    place.type("stud")
    place.press("Return", "Ctrl+1")
    return place


def test_after_a_fact_was_changed(student: Place) -> None:
    student.open_fact("Wohnung")
    student.press("4")
    assert student.focus() not in {"", DANGER}


def test_after_the_customer_answered_the_question_the_clerk_was_at(student: Place) -> None:
    student.open_fact("Krankenversicherung")
    student.tab_to("Angabe zurücknehmen")
    student.press("Space", "Ctrl+G", "F4")
    student.tap("Private insurance")
    assert student.focus() not in {"", DANGER}


def test_after_a_message_was_closed(student: Place) -> None:
    student.press("Ctrl+L", "F", "Ctrl+N", "Esc")
    assert student.focus().startswith("1, Antragsformular")


def test_after_the_preview_was_closed(student: Place) -> None:
    student.press("Ctrl+L", "Down")
    student.open_preview()
    student.press("Esc")
    assert student.focus().startswith("2, Reisepass")


def test_after_an_added_paper_was_removed(student: Place) -> None:
    student.press("Ctrl+U")
    student.type("heirat")
    student.press("Return", "Ctrl+L", "End")
    assert student.focus().startswith("11, Heirats")
    student.press("Del")
    assert 11 not in student.rows()
    assert student.focus() not in {"", DANGER}

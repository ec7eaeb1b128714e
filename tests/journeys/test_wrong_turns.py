"""Something went wrong and is taken back: nothing is lost, and a number never means two papers."""

import pytest

from tests.journeys.counter_place import Place

STUDY, BLUE_CARD = "Aufenthaltserlaubnis zum Studium", "Blaue Karte EU"
CONTRACT = "Untermietvertrag mit Zustimmung der Vermieterin oder des Vermieters"


def choose(place: Place, letters: str) -> None:
    place.press("F3")
    place.type(letters)
    place.press("Return")


def begin(place: Place) -> dict[int, str]:
    """A student's list; the customer has it before their eyes."""
    place.tap("English")
    choose(place, "stud")
    place.press("Ctrl+1", "F9")
    return place.rows()


def test_the_wrong_matter_is_taken_back_at_once(place: Place) -> None:
    choose(place, "blau")
    assert BLUE_CARD in place.counter_sees()
    place.press("Ctrl+Z")
    assert place.rows() == {}
    choose(place, "stud")
    place.press("Ctrl+1")
    assert list(place.rows()) == list(range(1, 11)), "nobody had seen the numbers of the wrong list"


def test_the_wrong_matter_in_the_middle_does_not_cost_the_list(place: Place) -> None:
    before = begin(place)
    place.press("Ctrl+L", "D", "F", "2")
    choose(place, "blau")
    wrong = place.rows()
    assert "Your documents" not in place.customer_sees()
    assert {number for number in wrong if wrong[number] != before.get(number)}.isdisjoint(before)
    place.press("Ctrl+Z")
    assert place.rows() == before
    assert place.row(1).startswith("1, Antragsformular, da")
    assert place.row(2).startswith("2, Reisepass oder Passersatz, fehlt, Abgelaufen")
    place.press("F9")
    assert place.papers() == before


def test_a_wrong_fact_is_taken_back_and_the_number_stays_with_its_paper(place: Place) -> None:
    before = begin(place)
    place.open_fact("Wohnung")
    place.press("4")
    assert place.rows()[11] == "Wohnheimvertrag"
    assert place.papers() == place.rows()
    place.press("Ctrl+Z")
    assert place.rows() == place.papers() == before
    place.open_fact("Wohnung")
    place.press("1")
    assert place.rows()[12] == "Mietvertrag"
    assert 11 not in place.rows()
    assert place.papers() == place.rows()


@pytest.mark.parametrize(("key", "field"), [("F3", "Anliegen suchen"), ("Ctrl+F", "Satz suchen")])
def test_undo_works_while_a_search_has_the_focus(place: Place, key: str, field: str) -> None:
    before = begin(place)
    place.open_fact("Wohnung")
    place.press("4", key)
    assert place.rows() != before
    place.press("Ctrl+Z")
    assert place.focus() == field
    assert place.rows() == before


def test_what_was_typed_is_undone_before_the_visit(place: Place) -> None:
    before = begin(place)
    place.press("F3")
    place.type("bl")
    place.press("Ctrl+Z")
    assert place.counter.services.picker.field.text() != "bl"
    assert place.rows() == before


def test_a_wrong_tick_is_taken_back(place: Place) -> None:
    begin(place)
    place.press("Ctrl+L", "F", "3")
    assert place.row(1).startswith("1, Antragsformular, fehlt, Die Kopie fehlt")
    place.press("Ctrl+Z")
    assert place.row(1).startswith("1, Antragsformular, fehlt, Heute nicht dabei")
    place.press("Ctrl+Z")
    assert place.row(1).startswith("1, Antragsformular, offen")
    place.press("Ctrl+R")
    assert "10 von 10 angesehen" in place.counter_sees()
    place.press("Ctrl+Z")
    assert "0 von 10 angesehen" in place.counter_sees()
    assert "Still open" in place.customer_sees()


def test_a_paper_that_is_on_the_list_already_is_named_with_its_number(place: Place) -> None:
    before = begin(place)
    place.press("Ctrl+U")
    place.type("reisepass")
    place.press("Return")
    assert place.rows() == before
    assert place.message() == "„Reisepass oder Passersatz“ steht schon auf der Liste: Nummer 2."


def test_a_day_that_has_passed_is_refused_with_the_next_step(place: Place) -> None:
    begin(place)
    place.press("Ctrl+T")
    place.fill("1.11.2026")
    assert place.visit.case.deadline is None
    assert place.message() == "Der 01.11.2026 ist schon vorbei. Bitte einen Tag ab heute wählen."

"""The matter is found by a few letters, by its paragraph or in everyday words; typical cases take one key."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from counter_app.domain.content import Content
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from tests.ui.seat import TODAY, Seat

NOTHING = "Nichts gefunden. Weniger Buchstaben oder ein anderes Wort helfen oft."


def lines(seat: Seat) -> list[str]:
    model = seat.counter.services.picker.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def labels(seat: Seat) -> list[QLabel]:
    return [label for label in seat.counter.services.findChildren(QLabel) if label.isVisible()]


def current(seat: Seat) -> str:
    return str(seat.counter.services.picker.list.currentIndex().data())


def test_every_matter_can_be_looked_through_before_anything_is_typed(seat: Seat, content: Content) -> None:
    assert sorted(lines(seat)) == sorted(service.name.german for service in content.services.values())


def test_every_matter_is_found_by_its_name(seat: Seat, content: Content) -> None:
    for service in content.services.values():
        seat.counter.services.picker.field.setText(service.name.german)
        assert lines(seat)[0] == service.name.german


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("16b", "Aufenthaltserlaubnis zum Studium"),
        ("stud", "Aufenthaltserlaubnis zum Studium"),
        ("18g", "Blaue Karte EU"),
        ("blue card", "Blaue Karte EU"),
    ],
)
def test_letters_paragraphs_and_everyday_words_find_it(seat: Seat, typed: str, found: str) -> None:
    seat.type(typed)
    assert current(seat) == found


def test_every_everyday_word_finds_its_matter(seat: Seat, content: Content) -> None:
    for service in content.services.values():
        for word in service.words:
            seat.counter.services.picker.field.setText(word)
            assert service.name.german in lines(seat), word


def test_nothing_found_says_so_to_eye_and_ear(seat: Seat, announced: list[str]) -> None:
    seat.type("qqqq")
    view = seat.counter.services.picker.list
    assert lines(seat) == []
    assert view.isVisible()
    assert view.nothing == NOTHING == announced[-1]
    seat.press("Return")
    assert seat.visit.is_empty


def test_the_ear_learns_how_many_fit_and_which_one_enter_takes(seat: Seat, announced: list[str]) -> None:
    seat.type("auf")
    assert announced[-1].startswith(f"{len(lines(seat))} Treffer: {lines(seat)[0]}, §")
    seat.press("Down")
    assert announced[-1].startswith(lines(seat)[1])


def test_the_arrows_move_in_the_list_while_one_types(seat: Seat) -> None:
    seat.type("auf")
    seat.press("Down", "Down", "Up")
    assert current(seat) == lines(seat)[1]
    assert seat.focus() == "Anliegen suchen"
    second = lines(seat)[1]
    seat.press("Return")
    assert seat.visit.case.service is not None
    assert seat.visit.case.service.name.german == second


def test_the_first_arrow_in_an_empty_field_takes_the_first_line(seat: Seat) -> None:
    seat.press("Down")
    assert current(seat) == lines(seat)[0]


def test_enter_takes_nothing_before_anything_was_typed(seat: Seat) -> None:
    seat.press("Return")
    assert seat.visit.is_empty


def test_a_click_opens_the_matter(seat: Seat) -> None:
    view = seat.counter.services.picker.list
    view.clicked.emit(view.model().index(0, 0))
    assert seat.visit.case.service is not None


def test_esc_empties_the_field_and_then_leads_back_to_the_list(seat: Seat) -> None:
    seat.begin()
    seat.press("F3")
    seat.type("bl")
    seat.press("Esc")
    assert seat.counter.services.picker.field.text() == ""
    assert seat.focus() == "Anliegen suchen"
    seat.press("Esc")
    assert seat.focus().startswith("1, ")


@pytest.mark.parametrize("place", range(1, 7))
def test_each_typical_case_has_its_key(seat: Seat, place: int) -> None:
    seat.choose("stud")
    service = seat.visit.case.service
    assert service is not None
    seat.press(f"Ctrl+{place}")
    assert seat.visit.case.facts == service.cases[place - 1].facts
    assert seat.focus().startswith("1, ")


def test_a_typical_case_can_be_clicked_and_the_offers_go_once_something_is_known(seat: Seat) -> None:
    seat.choose("stud")
    assert not seat.sees("Studium, Verlängerung, Sperrkonto, WG"), "the next question has to be in sight"
    seat.click(seat.named("Typische Fälle (6)"))
    button = seat.named("Studium, Verlängerung, Sperrkonto, WG")
    assert button.accessibleDescription() == "Strg+1"
    seat.click(button)
    assert seat.visit.case.facts
    assert not seat.sees("Studium, Verlängerung, Sperrkonto, WG")


def test_a_key_without_a_case_behind_it_says_so(seat: Seat) -> None:
    seat.press("Ctrl+1")
    assert seat.message() != ""
    seat.choose("stud")
    service = seat.visit.case.service
    assert service is not None
    seat.counter.services.case_chosen.emit(len(service.cases))
    assert "typische Fälle" in seat.message()


def test_a_matter_without_typical_cases_offers_none(seat: Seat, content: Content) -> None:
    study = content.service("study")
    bare = replace(study, cases=())
    visit = VisitSteps(content, TODAY).service_chosen(Visit(), "study")
    seat.counter.services.show_visit(visit.with_person(replace(visit.person, case=replace(visit.case, service=bare))))
    assert not seat.sees(study.cases[0].name)
    assert not seat.sees("Typische Fälle")


def test_the_cases_fold_and_the_next_question_is_in_sight(seat: Seat) -> None:
    seat.choose("stud")
    question = seat.counter.facts.tab_stops()[0].visibleRegion().boundingRect()
    assert question.height() == seat.counter.facts.tab_stops()[0].height()
    fold = seat.named("Typische Fälle (6)")
    fold.setFocus()
    seat.press("Space")
    assert seat.sees("Studium, Verlängerung, Sperrkonto, WG")
    seat.press("Space")
    assert not seat.sees("Studium, Verlängerung, Sperrkonto, WG")


def test_a_matter_with_a_very_long_name_is_not_cut_off(seat: Seat, content: Content) -> None:
    long = replace(content.service("study"), name=replace(content.service("study").name, german="Aufenthalts" * 40))
    visit = VisitSteps(content, TODAY).service_chosen(Visit(), "study")
    seat.counter.services.show_visit(visit.with_person(replace(visit.person, case=replace(visit.case, service=long))))
    QTest.qWait(0)
    name = next(label for label in labels(seat) if label.text().startswith("AufenthaltsA"))
    assert name.height() >= name.heightForWidth(name.width())
    assert seat.counter.width() == 1366


def test_undo_in_the_field_takes_back_letters_first(seat: Seat) -> None:
    seat.begin()
    seat.press("F3")
    seat.type("b")
    before = seat.visit
    seat.press("Ctrl+Z")
    assert seat.visit == before
    assert seat.counter.services.picker.field.text() == ""
    seat.press("Ctrl+Z")
    assert seat.visit != before


def test_after_esc_undo_belongs_to_the_visit(seat: Seat) -> None:
    seat.begin()
    seat.press("F3")
    seat.type("bl")
    before = seat.visit
    seat.press("Esc", "Ctrl+Z")
    assert seat.visit != before
    assert seat.counter.services.picker.field.text() == ""


def test_what_is_known_of_the_matter_stands_there(seat: Seat) -> None:
    seat.choose("16b")
    shown = [label.text() for label in labels(seat)]
    assert {"Aufenthaltserlaubnis zum Studium", "§ 16b AufenthG"} <= set(shown)

"""What is known: said, assumed, taken back, still open; the question that settles most; answers by one key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from benchmarks.questions.clerk import Clerk, best_question
from benchmarks.questions.people import settled, visitors
from counter_app.domain.content import Content
from counter_app.domain.fact import Asked, Fact, FactKind
from counter_app.domain.visit import Question
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import FactLine, fact_lines
from counter_app.ui.counter.answer_board import AnswerBoard
from counter_app.ui.counter.next_question import NextQuestionCard
from tests.makers import make_fact, make_multi_fact
from tests.ui.seat import Seat


def open_fact(seat: Seat, name: str) -> None:
    seat.click(seat.named(f"{name}: "))


def headings(seat: Seat) -> list[str]:
    return [label.text() for label in seat.counter.facts.findChildren(QLabel) if label.isVisible()]


def test_what_is_said_assumed_and_open_stands_apart(seat: Seat) -> None:
    seat.choose("stud")
    assert {"Offen", "Angenommen"} <= set(headings(seat))
    assert "Gesagt" not in headings(seat)
    seat.press("Ctrl+1")
    assert {"Angenommen", "Aus dem typischen Fall"} <= set(headings(seat))
    assert "Offen" not in headings(seat)
    assert seat.sees("Express-Karte: angenommen: Nein")
    assert seat.sees("Wohnung: WG oder Untermiete")


def test_another_answer_takes_the_place_of_the_first(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Wohnung")
    seat.press("4")
    assert seat.visit.case.facts["housing"] == ("dormitory",)
    assert seat.focus() == "Wohnung: Wohnheim", "the clerk stays where the answer was given"


def test_the_answer_that_holds_is_marked(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Wohnung")
    marked = [
        button.accessibleName()
        for button in seat.counter.facts.findChildren(QAbstractButton)
        if button.accessibleDescription().startswith("gilt jetzt")
    ]
    assert marked == ["WG oder Untermiete"]


def test_what_was_said_is_taken_back(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Wohnung")
    seat.click(seat.named("Angabe zurücknehmen"))
    assert "housing" not in seat.visit.case.facts
    assert seat.focus() != ""


def test_an_assumption_is_taken_back_and_made_again(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Express-Karte")
    seat.click(seat.named("Nicht annehmen"))
    assert seat.sees("Express-Karte: offen (nicht mehr angenommen)")
    open_fact(seat, "Express-Karte")
    seat.click(seat.named("Wieder annehmen"))
    assert seat.sees("Express-Karte: angenommen: Nein")


def test_esc_closes_the_answers_and_stays_at_the_fact(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Wohnung")
    before = seat.visit
    seat.press("Esc")
    assert seat.focus() == "Wohnung: WG oder Untermiete"
    assert not seat.sees("Wohnheim")
    assert seat.visit == before


def test_a_letter_opens_the_next_fact_that_begins_with_it(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+G", "w", "4")
    assert seat.visit.case.facts["housing"] == ("dormitory",)
    seat.press("a")
    first = seat.counter.focusWidget().accessibleDescription()
    seat.press("a")
    second = seat.counter.focusWidget().accessibleDescription()
    assert first != second
    boards = [board for board in seat.counter.facts.findChildren(AnswerBoard) if board.isVisible()]
    assert len(boards) == 1, "the one that was passed by is closed again"


def test_a_letter_with_which_no_fact_begins_does_nothing(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+G")
    before = seat.focus()
    seat.press("x")
    assert seat.focus() == before


def test_a_second_press_closes_the_answers(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Wohnung")
    open_fact(seat, "Wohnung")
    assert not seat.sees("Wohnheim")


def test_the_question_for_a_fact_can_be_shown_to_the_customer(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Wohnung")
    seat.click(seat.named("Der Person zeigen"))
    assert isinstance(seat.visit.scene, Question)
    assert seat.visit.scene.fact == "housing"


def test_what_the_office_decides_cannot_be_shown(seat: Seat, content: Content) -> None:
    seat.begin()
    office = [line.fact for line in office_lines(seat, content)]
    assert office
    open_fact(seat, office[0].label.german)
    assert not seat.sees("Der Person zeigen")


def office_lines(seat: Seat, content: Content) -> list[FactLine]:
    return [line for line in fact_lines(seat.visit, content) if line.fact.asked is Asked.OFFICE]


def test_f4_shows_the_next_question(seat: Seat) -> None:
    seat.choose("stud")
    seat.press("F4")
    checklist = seat.visit.case.checklist
    assert checklist is not None
    assert checklist.next_question is not None
    assert isinstance(seat.visit.scene, Question)
    assert seat.visit.scene.fact == checklist.next_question.fact.id


def test_f4_says_when_nothing_is_open(seat: Seat) -> None:
    seat.press("F4")
    assert seat.message() == "Keine Frage ist offen."
    seat.begin()
    seat.press("F4")
    assert seat.message() == "Keine Frage ist offen."


def test_a_digit_answers_the_next_question_and_the_next_one_follows(seat: Seat) -> None:
    seat.choose("stud")
    for _ in range(12):
        checklist = seat.visit.case.checklist
        assert checklist is not None
        if checklist.next_question is None:
            break
        asked = checklist.next_question
        assert seat.counter.facts.isAncestorOf(seat.counter.focusWidget()), asked.fact.id
        seat.press("1")
        if asked.fact.kind is FactKind.MULTI_CHOICE:
            seat.click(seat.named("Übernehmen"))
        assert seat.visit.case.facts[asked.fact.id] == (asked.answers[0],)


def test_with_the_last_answer_the_list_is_next(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Wohnung")
    seat.click(seat.named("Angabe zurücknehmen"))
    seat.press("Ctrl+G")
    assert seat.counter.facts.isAncestorOf(seat.counter.focusWidget())
    seat.press("1")
    assert seat.focus().startswith("1, ")


def board(qtbot: QtBot, fact: Fact, chosen: tuple[str, ...] = ()) -> tuple[AnswerBoard, list[tuple[str, ...]]]:
    shown = AnswerBoard(fact, fact.value_ids, chosen)
    qtbot.addWidget(shown)
    shown.show()
    heard: list[tuple[str, ...]] = []
    shown.told.connect(lambda _fact, values: heard.append(values))
    return shown, heard


def test_one_answer_is_told_at_once(qtbot: QtBot) -> None:
    shown, heard = board(qtbot, make_fact("housing", "flat", "dormitory"))
    QTest.keyClicks(shown, "2")
    assert heard == [("dormitory",)]


def test_several_answers_are_told_together(qtbot: QtBot) -> None:
    shown, heard = board(qtbot, make_multi_fact("income", "work", "grant", "parents"))
    QTest.keyClicks(shown, "1")
    QTest.keyClicks(shown, "3")
    assert heard == []
    shown.tab_stops()[-1].click()  # type: ignore[attr-defined]
    assert heard == [("work", "parents")]


def test_what_stands_alone_pushes_the_others_out_and_is_pushed_out_by_them(qtbot: QtBot) -> None:
    shown, heard = board(qtbot, make_multi_fact("income", "work", "grant", "none", alone="none"), ("work", "grant"))
    take_over = shown.tab_stops()[-1]
    QTest.keyClicks(shown, "3")
    take_over.click()  # type: ignore[attr-defined]
    QTest.keyClicks(shown, "1")
    take_over.click()  # type: ignore[attr-defined]
    assert heard == [("none",), ("work",)]


def test_no_answer_at_all_takes_back_what_was_said(seat: Seat) -> None:
    seat.begin()
    open_fact(seat, "Einkommen")
    chosen = seat.visit.case.facts["income"]
    seat.press(str(seat.front_desk.desk.steps.answers(seat.visit, "income").index(chosen[0]) + 1))
    seat.click(seat.named("Übernehmen"))
    assert "income" not in seat.visit.case.facts


@pytest.mark.parametrize(("keys", "place"), [("9", 9), ("12", 12), ("10", 10), ("2", 2)])
def test_more_than_nine_answers_take_two_digits(qtbot: QtBot, keys: str, place: int) -> None:
    shown, heard = board(qtbot, make_fact("many", *(f"value_{place}" for place in range(1, 13))))
    QTest.keyClicks(shown, keys)
    assert heard == [(f"value_{place}",)]


def test_a_first_digit_alone_counts_after_a_moment_or_with_enter(qtbot: QtBot) -> None:
    shown, heard = board(qtbot, make_fact("many", *(f"value_{place}" for place in range(1, 13))))
    QTest.keyClicks(shown, "1")
    assert heard == []
    qtbot.waitUntil(lambda: heard == [("value_1",)])
    QTest.keyClicks(shown, "1")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert heard == [("value_1",), ("value_1",)]


def test_a_second_digit_that_makes_no_number_is_a_number_of_its_own(qtbot: QtBot) -> None:
    shown, heard = board(qtbot, make_multi_fact("many", *(f"value_{place}" for place in range(1, 13))))
    QTest.keyClicks(shown, "13")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert heard == [("value_1", "value_3")]


def test_zero_is_no_answer(qtbot: QtBot) -> None:
    shown, heard = board(qtbot, make_fact("many", *(f"value_{place}" for place in range(1, 13))))
    QTest.keyClicks(shown, "0")
    assert heard == []


def test_enter_takes_over_what_is_ticked_and_never_nothing(qtbot: QtBot) -> None:
    shown, heard = board(qtbot, make_multi_fact("income", "work", "grant", "parents"))
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert heard == []
    QTest.keyClicks(shown, "12")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert heard == [("work", "grant")]


def test_short_answers_stand_in_two_columns_and_a_long_one_alone(qtbot: QtBot) -> None:
    shown, _ = board(qtbot, make_fact("many", "a", "b", "a_very_long_answer_that_needs_all_the_room_there_is", "c"))
    shown.resize(300, 400)
    qtbot.waitUntil(lambda: shown.tab_stops()[0].y() == shown.tab_stops()[1].y())
    first, second, long, last = shown.tab_stops()
    assert first.width() == second.width() == last.width() < long.width()
    assert first.y() < long.y() < last.y()


def test_a_question_for_the_office_says_that_it_is_not_shown(qtbot: QtBot) -> None:
    card = NextQuestionCard()
    qtbot.addWidget(card)
    fact = replace(make_fact("card", "yes", "no"), asked=Asked.OFFICE)
    card.show_question(fact, ("yes", "no"))
    assert "Das entscheidet das Amt. Die Frage wird nicht gezeigt." in [one.text() for one in card.findChildren(QLabel)]
    assert [stop.accessibleName() for stop in card.tab_stops()] == ["yes", "no"]


@pytest.mark.parametrize("matter", ["study", "toleration", "child_born"])
def test_the_clerk_of_the_benchmark_types_nothing_that_does_not_work_here(
    seat: Seat, content: Content, matter: str
) -> None:
    people = [one for one in visitors(content) if one.service.id == matter]
    for one in sorted(people, key=lambda one: len(one.facts))[-3:]:
        seat.press("Ctrl+N")
        seat.choose(one.service.name.german)
        effort = Clerk(VisitSteps(content, content.day), one, best_question).settle(one.nearest[0])
        seat.press(*effort.keys)
        assert seat.visit.case.checklist is not None
        assert settled(seat.visit.case.checklist) == one.wanted

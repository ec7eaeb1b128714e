"""The bars around the list: fee, deadline, appointment; language and trust; messages; what the customer said."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.domain.content import Content
from counter_app.domain.fee import FeeResult, FeeState
from counter_app.domain.label import ScreenText
from counter_app.domain.sheet import Appointment
from counter_app.ui.shared.mark import Mark
from counter_app.ui.shared.message_bar import MessageBar, Weight
from tests.ui.seat import Seat

AT = datetime.combine(date(2026, 12, 14), time(9, 30))


def fill(seat: Seat, *texts: str) -> None:
    for text in texts:
        seat.type(text)
        seat.press("Tab")


def fee(seat: Seat) -> str:
    labels = [label.text() for label in seat.counter.bottom.findChildren(QLabel)]
    return next(text for text in labels if text.startswith("Gebühr"))


def agreed(seat: Seat) -> Appointment | None:
    return seat.visit.case.appointment


def written(seat: Seat) -> list[str]:
    """What stands in the fields for deadline, day, time and room."""
    return [field.text() for field in seat.counter.bottom.findChildren(QLineEdit)]


def mark(seat: Seat) -> tuple[str, str]:
    trust = next(found for found in seat.counter.top.findChildren(Mark) if found.icon_name != "moment")
    return (trust.icon_name, trust.text()) if trust.isVisible() else ("", "")


# Fee


def test_the_fee_says_how_it_stands(seat: Seat) -> None:
    assert fee(seat) == "Gebühr: noch kein Anliegen"
    seat.choose("stud")
    assert fee(seat).startswith("Gebühr hängt ab von: Art des Antrags, ")
    seat.press("Ctrl+1")
    assert (
        fee(seat) == "Gebühr 93,00 € · Aufenthaltserlaubnis: Verlängerung über 3 Monate (§ 45 Nr. 2 Buchst. b AufenthV)"
    )


@pytest.mark.parametrize(
    ("state", "start"),
    [
        (FeeState.NONE, "Gebühr: keine"),
        (FeeState.OFFICE_DECIDES, "Gebühr: Das Amt kann sie senken oder erlassen. Sonst: "),
    ],
)
def test_a_fee_is_never_guessed(seat: Seat, state: FeeState, start: str) -> None:
    seat.begin()
    visit = seat.visit
    assert visit.case.checklist is not None
    result = replace(visit.case.checklist.fee, state=state)
    checklist = replace(visit.case.checklist, fee=result)
    case = replace(visit.case, checklist=checklist)
    seat.counter.bottom.show_visit(visit.with_person(replace(visit.person, case=case)))
    assert fee(seat).startswith(start)
    assert isinstance(result, FeeResult)
    assert result.total is None or result.total == Decimal("93.00")


# Deadline and appointment


def test_nothing_can_be_agreed_before_the_matter_is_known(seat: Seat) -> None:
    assert not any(field.isEnabled() for field in seat.counter.bottom.tab_stops())
    seat.begin()
    assert all(field.isEnabled() for field in seat.counter.bottom.tab_stops())


def test_an_appointment_is_told_once_day_and_time_are_there(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T", "Tab")
    fill(seat, "+21")
    assert agreed(seat) is None
    fill(seat, "930")
    assert agreed(seat) == Appointment(AT, "")
    fill(seat, "2.14")
    assert agreed(seat) == Appointment(AT, "2.14")


def test_a_half_typed_appointment_survives_whatever_else_happens(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T", "Tab")
    fill(seat, "+21")
    seat.press("Ctrl+L", "D", "D")
    assert written(seat)[1:3] == ["14.12.2026", ""]


def test_an_appointment_is_taken_back_by_emptying_it(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T", "Tab")
    fill(seat, "+21", "930")
    seat.press("Ctrl+T", "Tab", "Delete", "Tab", "Delete", "Tab")
    assert agreed(seat) is None


def test_a_day_that_has_passed_is_refused_and_stays_to_be_mended(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T")
    fill(seat, "1.11.2026")
    assert seat.visit.case.deadline is None
    assert "ist schon vorbei" in seat.message()
    assert written(seat)[0] == "1.11.2026"
    assert "Frist prüfen" in seat.counter.bottom.complaint


def test_what_is_no_date_is_told_once_with_an_example(seat: Seat, announced: list[str]) -> None:
    seat.begin()
    seat.press("Ctrl+T")
    fill(seat, "bald")
    assert seat.message() == "„bald“ ist kein Datum. Zum Beispiel: 3.12. oder +14."
    seat.press("Tab")
    fill(seat, "spaet")
    assert seat.message() == "„spaet“ ist keine Uhrzeit. Zum Beispiel: 930 oder 14:15."
    assert len([text for text in announced if "ist kein" in text]) == 2


def test_enter_in_a_field_takes_it_over(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T")
    seat.type("+14")
    seat.press("Return")
    assert seat.visit.case.deadline == date(2026, 12, 7)


def test_undo_of_the_visit_empties_the_field(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T")
    fill(seat, "+14")
    seat.press("Ctrl+L", "Ctrl+Z")
    assert seat.visit.case.deadline is None
    assert written(seat)[0] == ""


def test_after_the_visit_no_field_holds_anything(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T")
    fill(seat, "+14", "+21", "930", "2.14")
    seat.press("Ctrl+F")
    seat.type("abc")
    seat.press("F2")
    seat.type("xyz")
    seat.press("Ctrl+N")
    if seat.counter.messages.is_asking:
        seat.press("Ctrl+N")
    fields = seat.counter.findChildren(type(seat.counter.services.picker.field))
    assert seat.visit.is_empty
    assert [field.text() for field in fields] == [""] * len(fields)
    assert not any(field.isUndoAvailable() or field.isRedoAvailable() for field in fields)


# Top bar


def test_the_language_and_how_far_it_can_be_trusted(seat: Seat, content: Content) -> None:
    assert seat.sees("Sprache wählen")
    assert mark(seat) == ("", "")
    seat.begin()
    assert seat.sees("العربية · Arabisch")
    assert mark(seat) == ("draft", content.labels["trust_mark/draft"].german)
    seat.press("F2")
    seat.type("deut")
    seat.press("Return")
    assert seat.sees("Deutsch")
    assert mark(seat) == ("", "")


def test_undo_and_sheet_wait_until_there_is_something(seat: Seat) -> None:
    assert not seat.named("Rückgängig").isEnabled()
    assert not seat.named("Blatt").isEnabled()
    seat.begin()
    assert seat.named("Rückgängig").isEnabled()
    assert seat.named("Blatt").isEnabled()


def test_the_countdown_is_told_once_and_goes_again(seat: Seat, announced: list[str]) -> None:
    for seconds in (60, 59, 58):
        seat.counter.top.show_idle(seconds)
    assert announced == ["Alles wird gelöscht in 60 s. Eine Taste hält an."]
    assert any(
        label.text() == "Alles wird gelöscht in 58 s. Eine Taste hält an." and label.isVisible()
        for label in seat.counter.top.findChildren(Mark)
    )
    seat.counter.top.show_idle(None)
    assert not any(label.text() and label.isVisible() for label in seat.counter.top.findChildren(Mark))


# What the customer said


def test_what_the_customer_says_stands_above_the_list_and_is_told_once(seat: Seat, announced: list[str]) -> None:
    seat.begin()
    announced.clear()
    seat.customer.said.emit(ScreenText.REPEAT)
    assert seat.counter.heard.text == "Die Person sagt: Bitte noch einmal"
    assert announced == ["Die Person sagt: Bitte noch einmal"]
    seat.press("D")
    assert seat.counter.heard.text != "", "it stays while the clerk works"


def test_what_was_heard_stands_back_once_the_clerk_goes_on(seat: Seat) -> None:
    seat.begin()
    seat.customer.said.emit(ScreenText.REPEAT)
    assert seat.counter.heard.objectName() == "heardStrip"
    seat.press("D")
    assert seat.counter.heard.objectName() == "heardBefore"
    seat.customer.said.emit(ScreenText.INTERPRETER)
    assert seat.counter.heard.objectName() == "heardStrip"


def test_esc_or_a_click_puts_away_what_was_heard(seat: Seat) -> None:
    seat.begin()
    seat.customer.said.emit(ScreenText.REPEAT)
    seat.press("Esc")
    assert seat.counter.heard.text == ""
    assert seat.focus().startswith("1, ")
    seat.customer.said.emit(ScreenText.INTERPRETER)
    seat.click(seat.named("Gelesen"))
    assert seat.counter.heard.text == ""
    assert seat.focus().startswith("1, ")


# Messages


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def test_a_message_shows_until_the_next_one(bar: MessageBar, announced: list[str]) -> None:
    bar.say("Eins.")
    bar.say("Zwei.", Weight.WARNING)
    assert bar.text == "Zwei."
    assert announced == ["Eins.", "Zwei."]
    assert not bar.is_asking
    bar.clear()
    assert bar.text == ""


def test_a_question_is_answered_once(bar: MessageBar) -> None:
    heard: list[str] = []
    bar.ask("Wirklich?", "Ja", "Nein", lambda: heard.append("ja"), lambda: heard.append("nein"))
    assert bar.is_asking
    bar.tab_stops()[0].click()  # type: ignore[attr-defined]
    bar.close_message()
    assert heard == ["ja"]
    assert not bar.is_asking


def test_closing_a_question_is_an_answer_too(bar: MessageBar) -> None:
    heard: list[str] = []
    bar.ask("Wirklich?", "Ja", "Nein", lambda: heard.append("ja"), lambda: heard.append("nein"))
    bar.close_message()
    assert heard == ["nein"]


def test_a_new_message_leaves_all_as_it_is(bar: MessageBar) -> None:
    heard: list[str] = []
    bar.ask("Wirklich?", "Ja", "Nein", lambda: heard.append("ja"), lambda: heard.append("nein"))
    bar.say("Etwas anderes.")
    bar.close_message()
    assert heard == ["nein"]


def test_after_the_answer_the_keyboard_is_where_it_was(seat: Seat) -> None:
    seat.begin()
    seat.press("Down", "F", "Ctrl+N")
    assert seat.focus() == "" or seat.counter.messages.is_asking
    seat.press("Esc")
    assert not seat.visit.is_empty
    assert seat.focus().startswith("2, ")


def test_esc_closes_a_message_from_wherever_the_clerk_is(seat: Seat) -> None:
    seat.begin()
    seat.press("F4")
    assert seat.message() != ""
    seat.press("Esc")
    assert seat.message() == ""
    assert seat.focus().startswith("1, ")

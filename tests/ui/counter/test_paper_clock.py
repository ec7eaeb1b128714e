"""The paper clock at the counter: a key on the row, a small field, and what the row then says."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from counter_app.domain.content import Content
from counter_app.domain.visit import RowState, Tick
from counter_app.domain.visit_view import sheet_order
from counter_app.ui.counter.fields import read_issue_date
from counter_app.ui.counter.list_row import RowWidget
from counter_app.ui.counter.row_words import PAPER_DAY, SUGGESTION
from tests.ui.seat import TODAY, Look, Seat

REGISTRATION, CARD, PASSPORT = "meldebescheinigung", "bisheriger_titel", "pass"
TOO_OLD = Tick(RowState.MISSING, "expired")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3.11.26", date(2026, 11, 3)),
        ("3.11.", date(2026, 11, 3)),
        ("031126", date(2026, 11, 3)),
        ("03112026", date(2026, 11, 3)),
        ("3.12.", date(2025, 12, 3)),
        ("23.11.", TODAY),
        ("24.11.", date(2025, 11, 24)),
        ("29.2.", date(2024, 2, 29)),
        ("1.2.98", date(1998, 2, 1)),
        ("1.2.1987", date(1987, 2, 1)),
        ("+14", None),
        ("31.2.26", None),
        ("gestern", None),
        ("", None),
    ],
)
def test_a_day_of_issue_is_read_as_the_last_such_day(text: str, day: date | None) -> None:
    assert read_issue_date(text, TODAY) == day


def row_of(seat: Seat, paper: str) -> RowWidget:
    return next(row for row in seat.rows() if row.row.document.id == paper)


def begin(seat: Seat, paper: str = REGISTRATION) -> RowWidget:
    """A list with a registration and a card on it; the clerk stands at the row of a paper."""
    seat.choose("blaue karte")
    seat.press("Ctrl+1")
    row = row_of(seat, paper)
    row.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return row


def tell(seat: Seat, day: str) -> None:
    seat.press("A")
    seat.type(day)
    seat.press("Return")


def agree_on(seat: Seat, day: str) -> None:
    """An appointment on a day."""
    seat.press("Ctrl+T", "Tab")
    for text in (day, "930", "2.14"):
        seat.type(text)
        seat.press("Tab")


def complaint(seat: Seat) -> str:
    return seat.counter.checklist.paper_day.complaint


def said(row: RowWidget) -> list[str]:
    return [placed.words.text for placed in row.plan.texts]


def offered(row: RowWidget) -> list[str]:
    return [spot.key for spot in row.plan.reasons]


def test_a_key_asks_for_the_day_and_enter_leads_back_to_the_row(seat: Seat) -> None:
    row = begin(seat)
    assert "höchstens 3 Monate alt" in row.accessibleName()
    seat.press("A")
    assert seat.focus() == f"{row.row.number} Meldebescheinigung: Ausgestellt am"
    seat.type("3.11.")
    seat.press("Return")
    assert "ausgestellt 03.11.2026, gilt bis 03.02.2027" in said(row)
    assert "ausgestellt 03.11.2026, gilt bis 03.02.2027" in row.accessibleName()
    assert row.hasFocus()
    assert not seat.counter.checklist.paper_day.isVisible()


def test_a_click_asks_for_the_day_too(seat: Seat) -> None:
    row = begin(seat)
    seat.click(row, row.spot(PAPER_DAY).rect.center())
    assert seat.focus().endswith("Ausgestellt am")


def test_what_is_no_day_is_said_beside_the_field_and_nothing_is_lost(seat: Seat) -> None:
    begin(seat)
    tell(seat, "31.2.26")
    assert complaint(seat).startswith("„31.2.26“ ist kein Datum.")
    seat.press("Ctrl+A")
    seat.type("24.11.2026")
    assert complaint(seat) == ""
    seat.press("Return")
    assert complaint(seat) == "Der 24.11.2026 kommt erst noch."
    assert seat.counter.checklist.paper_day.field.hasFocus()
    assert not seat.visit.case.paper_days


def test_esc_tells_nothing(seat: Seat) -> None:
    row = begin(seat)
    seat.press("A")
    seat.type("3.11.")
    seat.press("Escape")
    assert row.hasFocus()
    assert not seat.visit.case.paper_days


def test_an_empty_field_takes_the_day_back_and_so_does_undo(seat: Seat) -> None:
    row = begin(seat)
    tell(seat, "3.11.")
    known = []
    for keys in (("A", "Delete", "Return"), ("Ctrl+Z",), ("Ctrl+Z",)):
        seat.press(*keys)
        known.append(row.row.time is not None)
    assert known == [False, True, False]


def test_a_paper_that_will_be_too_old_is_suggested_as_missing_and_one_key_takes_it(seat: Seat) -> None:
    row = begin(seat)
    tell(seat, "3.9.26")
    assert SUGGESTION not in offered(row)
    agree_on(seat, "10.12.2026")
    assert "am Tag des Termins 10.12.2026 zu alt (höchstens 3 Monate, gilt bis 03.12.2026)" in said(row)
    assert seat.message() == f"Am Tag des Termins zu alt: Nr. {row.row.number}."
    assert offered(row) == [SUGGESTION]
    assert row.row.tick.state is RowState.OPEN
    assert "V Vorschlag: fehlt, Abgelaufen oder zu alt" in row.accessibleDescription()
    row.setFocus(Qt.FocusReason.ShortcutFocusReason)
    seat.press("V")
    assert row.row.tick == TOO_OLD
    assert SUGGESTION not in offered(row)
    seat.press("Ctrl+Z")
    assert row.row.tick.state is RowState.OPEN


def test_a_tick_of_the_clerk_stays_until_the_clerk_takes_the_suggestion(seat: Seat) -> None:
    row = begin(seat)
    seat.press("D", "Up")
    tell(seat, "3.1.26")
    assert "heute zu alt (höchstens 3 Monate, galt bis 03.04.2026)" in said(row)
    assert row.row.tick.state is RowState.PRESENT
    seat.click(row, row.spot(SUGGESTION).rect.center())
    assert row.row.tick == TOO_OLD


def test_the_keys_do_nothing_on_a_row_without_age(seat: Seat) -> None:
    row = begin(seat, PASSPORT)
    before = seat.visit
    seat.press("A", "V")
    assert (seat.visit, row.hasFocus()) == (before, True)
    assert offered(row) == []


def test_a_card_says_when_it_ends_and_when_the_next_is_asked_for(seat: Seat) -> None:
    row = begin(seat, CARD)
    seat.press("A")
    assert seat.focus().endswith("Gültig bis")
    seat.type("1.3.27")
    seat.press("Return")
    assert "gültig bis 01.03.2027 · Verlängerung ab 01.12.2026" in said(row)
    agree_on(seat, "15.3.2027")
    assert "läuft vor dem Termin ab (gültig bis 01.03.2027)" in said(row)
    assert offered(row) == []
    row.setFocus(Qt.FocusReason.ShortcutFocusReason)
    tell(seat, "1.11.2026")
    agree_on(seat, "")
    assert row.row.time is not None


def test_the_next_person_finds_no_day_and_nothing_half_typed(seat: Seat) -> None:
    begin(seat)
    tell(seat, "3.11.")
    seat.press("A")
    seat.type("4.5.")
    seat.press("Ctrl+N")
    entry = seat.counter.checklist.paper_day
    assert entry.field.text() == ""
    assert not entry.field.isUndoAvailable()
    assert not entry.isVisible()
    assert not seat.visit.case.paper_days


def test_the_rest_is_there_leaves_what_is_too_old_open(seat: Seat) -> None:
    row = begin(seat)
    tell(seat, "3.1.26")
    seat.press("Ctrl+R")
    assert row.row.tick.state is RowState.OPEN


def test_with_large_text_the_field_and_its_complaint_can_be_seen(seat: Seat, look: Look) -> None:
    look.choose(text_percent=200)
    begin(seat)
    tell(seat, "quark")
    entry = seat.counter.checklist.paper_day
    for part in (entry.field, *(label for label in entry.findChildren(QLabel) if label.text())):
        assert part.isVisible()
        assert entry.rect().contains(part.geometry()), part.accessibleName()
    assert seat.counter.rect().contains(entry.mapTo(seat.counter, entry.rect().bottomRight()))


def test_the_ear_learns_until_when_the_paper_counts(seat: Seat, announced: list[str]) -> None:
    row = begin(seat)
    tell(seat, "3.11.")
    assert announced[-1] == f"{row.row.number}: ausgestellt 03.11.2026, gilt bis 03.02.2027"


def test_the_slip_says_until_when_the_paper_counts(seat: Seat, content: Content) -> None:
    row = begin(seat)
    tell(seat, "3.1.26")
    seat.press("V")
    order = sheet_order(seat.visit, content)
    assert order is not None
    assert [(missing.number, missing.last) for missing in order.missing] == [(row.row.number, date(2026, 4, 3))]

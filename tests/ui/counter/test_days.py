"""Weekends and holidays at the bottom bar: marked, never refused."""

from datetime import date

import pytest

from counter_app.domain.calendar import Calendar, Land
from counter_app.domain.content import Content
from counter_app.ui.counter.day_words import DayWords
from counter_app.ui.shared.mark import Mark
from tests.ui.seat import Look, Seat


def marked(seat: Seat) -> tuple[str, str]:
    """The drawing and the words beside the fields."""
    found = next(mark for mark in seat.counter.bottom.findChildren(Mark))
    return (found.icon_name, found.text()) if found.isVisible() else ("", "")


@pytest.mark.parametrize(
    ("land", "day", "said"),
    [
        (Land.SACHSEN, date(2026, 12, 5), "Samstag"),
        (Land.SACHSEN, date(2026, 12, 6), "Sonntag"),
        (Land.SACHSEN, date(2026, 12, 7), ""),
        (Land.SACHSEN, date(2026, 12, 25), "1. Weihnachtstag (Feiertag)"),
        (Land.SACHSEN, date(2027, 11, 17), "Buß- und Bettag (Feiertag)"),
        (Land.THUERINGEN, date(2027, 11, 17), ""),
        (None, date(2027, 11, 17), "Buß- und Bettag (Feiertag in Sachsen)"),
        (None, date(2027, 9, 20), "Weltkindertag (Feiertag in Thüringen)"),
        (Land.THUERINGEN, date(2027, 5, 27), "Fronleichnam (Feiertag nur in manchen Gemeinden)"),
    ],
)
@pytest.mark.usefixtures("look")
def test_a_day_is_named(content: Content, land: Land | None, day: date, said: str) -> None:
    assert DayWords(Calendar(content.holidays, land)).said(day) == said


def test_deadline_and_appointment_on_such_days_are_marked_and_taken_all_the_same(seat: Seat) -> None:
    seat.choose("stud")
    assert marked(seat) == ("", "")
    seat.press("Ctrl+T")
    seat.type("5.12.")
    assert marked(seat) == ("day", "Frist: Samstag")
    seat.press("Tab")
    for text in ("26.12.", "930", "2.14"):
        seat.type(text)
        seat.press("Tab")
    assert marked(seat) == ("day", "Frist: Samstag · Termin: 2. Weihnachtstag (Feiertag)")
    assert seat.visit.case.deadline == date(2026, 12, 5)
    assert seat.visit.case.appointment is not None
    seat.press("Ctrl+T")
    seat.type("7.12.")
    seat.press("Tab")
    assert marked(seat) == ("day", "Termin: 2. Weihnachtstag (Feiertag)")


def test_nothing_is_marked_for_the_next_person(seat: Seat) -> None:
    seat.choose("stud")
    seat.press("Ctrl+T")
    seat.type("5.12.")
    seat.press("Ctrl+N", "Ctrl+N")
    assert marked(seat) == ("", "")


def test_with_large_text_the_mark_stays_inside_the_window(seat: Seat, look: Look) -> None:
    look.choose(text_percent=200)
    seat.choose("stud")
    seat.press("Ctrl+T")
    seat.type("26.12.")
    mark = next(iter(seat.counter.bottom.findChildren(Mark)))
    assert mark.isVisible()
    assert seat.counter.rect().contains(mark.mapTo(seat.counter, mark.rect().bottomRight()))

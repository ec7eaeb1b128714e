"""What clerks type in a hurry is understood, or refused; never misread and never a crash."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.slots import german_date, german_time
from counter_app.ui.counter.fields import DateField, TimeField, read_date, read_time
from counter_app.ui.counter.slot_fields import read_slot

TODAY = date(2026, 11, 23)
ANY_DAY = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(ANY_DAY, ANY_DAY)
def test_a_day_written_in_full_is_read_as_that_day(day: date, today: date) -> None:
    assert read_date(german_date(day), today) == day
    assert read_date(f"{day.day}.{day.month}.{day:%y}", today) == day
    assert read_date(f"{day:%d%m%Y}", today) == read_date(f"{day:%d%m%y}", today) == day


@given(ANY_DAY, st.integers(0, 364))
def test_a_day_without_a_year_is_the_next_such_day(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    for text in (f"{day.day}.{day.month}.", f"{day:%d.%m}", f"{day:%d%m}"):
        read = read_date(text, today)
        assert read is None or (read >= today and (read.day, read.month) == (day.day, day.month)), text
        if (day.day, day.month) != (29, 2):
            assert read == day


@given(ANY_DAY, st.integers(0, 999), st.sampled_from(["", "t", "T", " t"]))
def test_days_and_weeks_ahead_are_counted(today: date, count: int, unit: str) -> None:
    assert read_date(f"+{count}{unit}", today) == today + timedelta(days=count)
    assert read_date(f"+{count}w", today) == today + timedelta(weeks=count)


@given(st.text(), ANY_DAY)
def test_no_text_at_all_breaks_a_date(text: str, today: date) -> None:
    read = read_date(text, today)
    assert read is None or read_date(german_date(read), today) == read


@given(st.from_regex(r"[0-9.+tw ]{0,12}", fullmatch=True), ANY_DAY)
def test_nothing_that_looks_like_a_date_breaks_it(text: str, today: date) -> None:
    read = read_date(text, today)
    assert read is None or isinstance(read, date)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29.2.2028", date(2028, 2, 29)),
        ("29.2.2027", None),
        ("29.2.", date(2028, 2, 29)),
        ("31.4.", None),
        ("0.1.", None),
        ("22.11.", date(2027, 11, 22)),
        ("23.11.", TODAY),
        ("1.1.1999", None),
        ("", None),
        ("morgen", None),
        ("+", None),
        ("٣.١٢.", None),
    ],
)
def test_the_odd_days(text: str, day: date | None) -> None:
    assert read_date(text, TODAY) == day


def test_a_calendar_has_an_end() -> None:
    assert read_date("+999w", date.max) is None


@given(st.times())
def test_a_time_written_in_full_is_read_as_that_time(moment: time) -> None:
    moment = moment.replace(second=0, microsecond=0)
    for text in (german_time(moment), f"{moment:%H%M}", f"{moment:%H.%M} Uhr", f"{moment.hour}:{moment:%M}"):
        assert read_time(text) == moment


@given(st.text())
def test_no_text_at_all_breaks_a_time(text: str) -> None:
    read = read_time(text)
    assert read is None or read_time(german_time(read)) == read


@pytest.mark.parametrize(
    ("text", "moment"),
    [("9", time(9)), ("930", time(9, 30)), ("24:00", None), ("9:60", None), ("", None), ("9 uhr", time(9))],
)
def test_the_odd_times(text: str, moment: time | None) -> None:
    assert read_time(text) == moment


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        ("date", "3.12.", "03.12.2026"),
        ("date", "bald", None),
        ("time", "930", "09:30"),
        ("time_to", "25", None),
        ("amount", "93", "93,00"),
        ("amount", "28,8 €", "28,80"),
        ("amount", "28.80", None),
        ("minutes", "20", "20"),
        ("minutes", "0", None),
        ("weeks", "zwei", None),
        ("room", " 2.14 ", "2.14"),
        ("room", "  ", None),
        ("phone", "+49 351 123", "+49 351 123"),
    ],
)
def test_slots_have_one_format_in_both_languages(slot: str, text: str, value: str | None) -> None:
    assert read_slot(slot, text, TODAY) == value


@given(st.sampled_from(["date", "time", "amount", "minutes", "weeks", "room"]), st.text())
def test_no_text_at_all_breaks_a_slot(slot: str, text: str) -> None:
    value = read_slot(slot, text, TODAY)
    assert value is None or read_slot(slot, value, TODAY) == value


def test_a_field_shows_long_what_was_typed_short(qtbot: QtBot) -> None:
    field = DateField("Frist", TODAY)
    qtbot.addWidget(field)
    heard: list[object] = []
    field.entered.connect(heard.append)
    QTest.keyClicks(field, "+14")
    field.editingFinished.emit()
    assert (field.text(), heard) == ("07.12.2026", [date(2026, 12, 7)])


def test_a_field_keeps_what_it_cannot_read(qtbot: QtBot) -> None:
    field = TimeField("Uhrzeit")
    qtbot.addWidget(field)
    misread: list[str] = []
    field.misread.connect(misread.append)
    QTest.keyClicks(field, "bald")
    field.editingFinished.emit()
    assert (field.text(), misread) == ("bald", ["bald"])

"""Slots in texts."""

from datetime import date, time
from decimal import Decimal

import pytest

from counter_app.domain.slots import AFTER_COLON, SLOTS, filled, german_amount, german_date, german_time, slots_of


def test_the_slots_of_a_text_are_found() -> None:
    assert slots_of("Bitte bis {date} um {time}, Zimmer {room}, {date}.") == {"date", "time", "room"}
    assert slots_of("Bitte warten.") == set()


def test_slots_are_filled_in_any_language() -> None:
    assert filled("Bis {date}: {document}", {"date": "03.12.2026", "document": "Pass"}) == "Bis 03.12.2026: Pass"
    assert filled("حتى {date}", {"date": "03.12.2026"}) == "حتى 03.12.2026"


def test_a_slot_without_a_value_stays_visible() -> None:
    assert filled("Zimmer {room}, {date}", {"room": "2.14"}) == "Zimmer 2.14, {date}"


def test_content_is_no_format_string() -> None:
    assert filled("{room.__class__} {0} {{room}} 100 %", {"room": "2.14"}) == "{room.__class__} {0} {2.14} 100 %"
    assert filled("{room}", {"room": "{date}", "date": "nie"}) == "{date}"


def test_slots_that_stand_after_a_colon_are_slots() -> None:
    assert AFTER_COLON < SLOTS


def test_dates_and_times_stand_as_on_german_paper() -> None:
    assert german_date(date(2026, 3, 1)) == "01.03.2026"
    assert german_time(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("euros", "written"),
    [
        ("0", "0,00 €"),
        ("93.00", "93,00 €"),
        ("62.6", "62,60 €"),
        ("1234.5", "1.234,50 €"),
        ("1234567.89", "1.234.567,89 €"),
    ],
)
def test_amounts_stand_as_on_german_paper(euros: str, written: str) -> None:
    assert german_amount(Decimal(euros)) == written

"""Which days are marked: weekends, and the holidays of the Land."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.calendar import (
    Calendar,
    DayKind,
    DayMark,
    EasterDay,
    FixedDay,
    Holiday,
    HolidayRule,
    Land,
    WeekdayBefore,
    easter_sunday,
)
from counter_app.domain.document import Confidence
from counter_app.domain.validity import Validity

BOTH = (Land.SACHSEN, Land.THUERINGEN)
SUNDAY = 6
# As printed in almanacs.
EASTERS = (
    date(1900, 4, 15),
    date(1913, 3, 23),
    date(1924, 4, 20),
    date(1943, 4, 25),
    date(1954, 4, 18),
    date(1961, 4, 2),
    date(1981, 4, 19),
    date(1989, 3, 26),
    date(1999, 4, 4),
    date(2000, 4, 23),
    date(2001, 4, 15),
    date(2005, 3, 27),
    date(2008, 3, 23),
    date(2010, 4, 4),
    date(2011, 4, 24),
    date(2016, 3, 27),
    date(2019, 4, 21),
    date(2020, 4, 12),
    date(2021, 4, 4),
    date(2022, 4, 17),
    date(2023, 4, 9),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2029, 4, 1),
    date(2030, 4, 21),
    date(2038, 4, 25),
    date(2049, 4, 18),
    date(2076, 4, 19),
    date(2100, 3, 28),
)


def easter_by_gauss(year: int) -> date:
    """Gauss's rule with his two exceptions; it knows nothing of the other formula."""
    century = year // 100
    solar = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sunday_shift = 2 - (3 * century + 3) // 4
    moon_place = year % 19
    full_moon = (19 * moon_place + solar) % 30
    late = (full_moon + moon_place // 11) // 29
    border = 21 + full_moon - late
    first_sunday = 7 - (year + year // 4 + sunday_shift) % 7
    return date(year, 3, 1) + timedelta(days=border + 7 - (border - first_sunday) % 7 - 1)


def holiday(name: str, when: HolidayRule, lands: tuple[Land, ...] = BOTH, *, is_local: bool = False) -> Holiday:
    return Holiday(name, name, when, lands, is_local, Confidence.HIGH, "")


UNITY = holiday("Tag der Deutschen Einheit", FixedDay(10, 3))
REPENTANCE = holiday("Buß- und Bettag", WeekdayBefore(2, FixedDay(11, 23)), (Land.SACHSEN,))
CORPUS_CHRISTI = holiday("Fronleichnam", EasterDay(60), is_local=True)
DAYS = (UNITY, REPENTANCE, CORPUS_CHRISTI)


@pytest.mark.parametrize("day", EASTERS)
def test_easter_is_where_the_almanac_has_it(day: date) -> None:
    assert easter_sunday(day.year) == day


@pytest.mark.parametrize("year", range(1900, 2101))
def test_two_formulas_agree_about_easter(year: int) -> None:
    assert easter_sunday(year) == easter_by_gauss(year)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_between_its_two_borders(year: int) -> None:
    day = easter_sunday(year)
    assert day.weekday() == SUNDAY
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.integers(1, 9999), st.integers(0, 6), st.dates(date(2026, 1, 9), date(2026, 12, 31)))
def test_a_weekday_before_a_day_is_at_most_a_week_before_it(year: int, weekday: int, border: date) -> None:
    found = WeekdayBefore(weekday, FixedDay(border.month, border.day)).in_year(year)
    assert found.weekday() == weekday
    assert 1 <= (date(year, border.month, border.day) - found).days <= 7


@pytest.mark.parametrize("day", [date(2022, 11, 16), date(2023, 11, 22), date(2026, 11, 18)])
def test_repentance_day_is_the_wednesday_before_the_23rd(day: date) -> None:
    assert Calendar(DAYS, Land.SACHSEN).mark(day) == DayMark(DayKind.HOLIDAY, "Buß- und Bettag")


def test_a_holiday_of_the_other_land_is_a_day_like_any_other() -> None:
    assert Calendar(DAYS, Land.THUERINGEN).mark(date(2026, 11, 18)) is None


def test_without_a_land_a_holiday_of_one_says_whose_it_is() -> None:
    calendar = Calendar(DAYS)
    assert calendar.mark(date(2026, 11, 18)) == DayMark(DayKind.HOLIDAY, "Buß- und Bettag", (Land.SACHSEN,))
    assert calendar.mark(date(2028, 10, 3)) == DayMark(DayKind.HOLIDAY, "Tag der Deutschen Einheit")


def test_a_day_that_counts_only_in_some_places_says_so() -> None:
    assert Calendar(DAYS, Land.SACHSEN).mark(date(2026, 6, 4)) == DayMark(DayKind.LOCAL_HOLIDAY, "Fronleichnam")


def test_saturday_and_sunday_are_marked_and_monday_is_not() -> None:
    calendar = Calendar(DAYS, Land.SACHSEN)
    weekend = DayMark(DayKind.WEEKEND)
    found = [calendar.mark(date(2026, 12, day)) for day in (4, 5, 6, 7)]
    assert found == [None, weekend, weekend, None]


def test_a_holiday_on_a_saturday_is_named() -> None:
    assert Calendar(DAYS).mark(date(2026, 10, 3)) == DayMark(DayKind.HOLIDAY, "Tag der Deutschen Einheit")


def test_a_holiday_for_everybody_goes_before_a_local_one() -> None:
    both = (CORPUS_CHRISTI, holiday("Anderer Tag", FixedDay(6, 4)))
    assert Calendar(both).mark(date(2026, 6, 4)) == DayMark(DayKind.HOLIDAY, "Anderer Tag")


def test_a_holiday_counts_from_its_law_on() -> None:
    new = replace(holiday("C", FixedDay(9, 21)), validity=Validity(date(2027, 1, 1)))
    calendar = Calendar((new,))
    assert calendar.mark(date(2026, 9, 21)) is None
    assert calendar.mark(date(2027, 9, 21)) == DayMark(DayKind.HOLIDAY, "C")

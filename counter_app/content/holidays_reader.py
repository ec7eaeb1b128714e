"""Reads ``forms/holidays.toml``: the days on which offices are closed."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from counter_app.content.problems import Problems
from counter_app.content.table import Table
from counter_app.content.validity_reader import validity_of
from counter_app.domain.calendar import EasterDay, FixedDay, Holiday, HolidayRule, Land, WeekdayBefore
from counter_app.domain.document import Confidence
from counter_app.domain.errors import ContentError

HOLIDAY = "Feiertag"
MOST_FROM_EASTER = 100
"""Days; further away from Easter no holiday lies."""
_DAY_OF_YEAR = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_USUAL_YEAR = 2026
"""Any year without 29 February."""


class Weekday(StrEnum):
    """The days of the week, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class HolidaysReader:
    """Makes holidays from tables.

    Args:
        sources: the keys of ``forms/sources.toml``.
    """

    def __init__(self, sources: Mapping[str, str], problems: Problems) -> None:
        self._sources = sources
        self._problems = problems

    def holiday(self, table: Table) -> Holiday:
        """One holiday."""
        lands = table.choices("lands", Land)
        if not lands or len(set(lands)) < len(lands):
            detail = "„lands“ ist falsch; erwartet jedes Land einmal und mindestens eines."
            raise ContentError(detail, table.where("lands"))
        return Holiday(
            table.id(),
            table.text("name"),
            _rule(table),
            lands,
            table.flag("only_some_places"),
            table.choice("confidence", Confidence),
            table.source(self._sources),
            table.text("note", ""),
            validity_of(table),
        )


def _rule(table: Table) -> HolidayRule:
    kinds = [key for key in ("on", "easter", "before") if key in table]
    if len(kinds) != 1 or ("weekday" in table) != ("before" in table):
        detail = "Wann der Feiertag ist, sagt genau eines: „on“, „easter“, oder „weekday“ mit „before“."
        raise ContentError(detail, table.where())
    if kinds == ["easter"]:
        return EasterDay(_days_from_easter(table))
    if kinds == ["on"]:
        return _day_of_year(table, "on")
    return WeekdayBefore([*Weekday].index(table.choice("weekday", Weekday)), _day_of_year(table, "before"))


def _days_from_easter(table: Table) -> int:
    days = table.whole("easter")
    if abs(days) > MOST_FROM_EASTER:
        detail = f"„easter“ ist falsch; erwartet höchstens {MOST_FROM_EASTER} Tage vor oder nach Ostersonntag."
        raise ContentError(detail, table.where("easter"))
    return days


def _day_of_year(table: Table, key: str) -> FixedDay:
    """A day as ``12-25``, one that every year has."""
    found = _DAY_OF_YEAR.fullmatch(table.text(key))
    try:
        day = date(_USUAL_YEAR, int(found[1]), int(found[2])) if found else None
    except ValueError:
        day = None
    if day is None:
        detail = f"„{key}“ ist falsch; erwartet Monat und Tag, die es jedes Jahr gibt, wie „12-25“."
        raise ContentError(detail, table.where(key))
    return FixedDay(day.month, day.day)

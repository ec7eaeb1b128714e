"""Days on which the office is closed: weekends, and the holidays of the Land. They are marked, never refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from counter_app.domain.document import Confidence
from counter_app.domain.validity import ALWAYS_VALID, Validity

SATURDAY = 5
DAYS_OF_WEEK = 7


class Land(StrEnum):
    """The Länder whose offices we serve."""

    SACHSEN = "sachsen"
    THUERINGEN = "thueringen"

    @property
    def german(self) -> str:
        """Its name."""
        return {Land.SACHSEN: "Sachsen", Land.THUERINGEN: "Thüringen"}[self]


def easter_sunday(year: int) -> date:
    """Easter Sunday of a year, 1583 to 9999: after the first full moon of spring, as churches count it."""
    century, place = divmod(year, 100)
    golden = year % 19
    # How far the calendar of the moon has drifted: leap days left out, and the moon's own correction.
    drift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    moon = (19 * golden + drift) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (place // 4) - moon - place % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The same day every year; never 29 February."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Its day in a year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class EasterDay:
    """So many days after Easter Sunday; before it where negative."""

    after: int

    def in_year(self, year: int) -> date:
        """Its day in a year."""
        return easter_sunday(year) + timedelta(days=self.after)


@dataclass(frozen=True, slots=True)
class WeekdayBefore:
    """The last such weekday before a day of the year, that day itself left out.

    Args:
        weekday: 0 is Monday.
    """

    weekday: int
    before: FixedDay

    def in_year(self, year: int) -> date:
        """Its day in a year."""
        eve = self.before.in_year(year) - timedelta(days=1)
        return eve - timedelta(days=(eve.weekday() - self.weekday) % DAYS_OF_WEEK)


HolidayRule = FixedDay | EasterDay | WeekdayBefore
"""How the day of a holiday is found."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday.

    Args:
        lands: where it is one. is_local: and there only in some municipalities; ``note`` says in which.
    """

    id: str
    name: str
    when: HolidayRule
    lands: tuple[Land, ...]
    is_local: bool
    confidence: Confidence
    source: str
    note: str = ""
    validity: Validity = ALWAYS_VALID

    def is_on(self, day: date) -> bool:
        """Whether it is that day."""
        return self.validity.covers(day) and self.when.in_year(day.year) == day


class DayKind(StrEnum):
    """Why the office may be closed."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    LOCAL_HOLIDAY = "local_holiday"


@dataclass(frozen=True, slots=True)
class DayMark:
    """What is special about a day.

    Args:
        name: of the holiday; empty for a weekend.
        lands: the Länder where it is one, while the office has not named its own and it is not one in all.
    """

    kind: DayKind
    name: str = ""
    lands: tuple[Land, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of one office.

    Args:
        land: where the office lies; None while nobody has said so: then the holidays of all Länder are marked.
    """

    holidays: tuple[Holiday, ...]
    land: Land | None = None

    def mark(self, day: date) -> DayMark | None:
        """What is special about a day; a holiday goes before the weekend, one for everybody before a local one."""
        marks = sorted(self._holiday_marks(day), key=lambda mark: (mark.kind is DayKind.LOCAL_HOLIDAY, mark.lands))
        if marks and (marks[0].kind is DayKind.HOLIDAY or day.weekday() < SATURDAY):
            return marks[0]
        return DayMark(DayKind.WEEKEND) if day.weekday() >= SATURDAY else None

    def _holiday_marks(self, day: date) -> Iterator[DayMark]:
        for holiday in self.holidays:
            if (self.land is None or self.land in holiday.lands) and holiday.is_on(day):
                kind = DayKind.LOCAL_HOLIDAY if holiday.is_local else DayKind.HOLIDAY
                is_everywhere = self.land is not None or set(holiday.lands) == set(Land)
                yield DayMark(kind, holiday.name, () if is_everywhere else holiday.lands)

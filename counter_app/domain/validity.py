"""The days on which something counts: a row, an amount, a value. A change of law waits in the file for its day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Validity:
    """The days on which something counts, both of them included; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it counts on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: "Validity") -> bool:
        """Whether there is a day on which both count."""
        first = max(self.first or date.min, other.first or date.min)
        last = min(self.last or date.max, other.last or date.max)
        return first <= last


ALWAYS_VALID = Validity()
"""Counts on every day."""


def turning_days(validities: Iterable[Validity]) -> Iterator[date]:
    """Every day on which something of this may change, in order; between two of them nothing does.

    The first is the first day there is.
    """
    days = {date.min}
    for validity in validities:
        if validity.first is not None:
            days.add(validity.first)
        if validity.last is not None and validity.last < date.max:
            days.add(validity.last + timedelta(days=1))
    yield from sorted(days)

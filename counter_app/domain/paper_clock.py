"""The paper clock: until when a paper counts, from the day that stands on it. In memory only.

These values print as their names only, as everything of a visit does.
"""

from dataclasses import dataclass
from datetime import date

from counter_app.domain.document import Age, Document

TOO_OLD = "expired"
"""Id of the reason why a paper that is too old is missing."""


@dataclass(frozen=True, slots=True, repr=False)
class PaperTime:
    """Until when a paper counts, and whether that is long enough.

    Args:
        told: what stands on it: the day of issue; on a paper that expires the last day on which it counts.
        last: the last day on which it counts.
        on: the day on which it must count.
        age: how old it may be; None for a paper that expires.
        is_appointment: whether that day is the one of the appointment; else it is today.
    """

    told: date
    last: date
    on: date
    age: Age | None
    is_appointment: bool

    @property
    def is_over(self) -> bool:
        """Whether it does not count any more on the day on which it must."""
        return self.on > self.last

    def renewal_from(self, months: int) -> date:
        """The first day on which the office wants the application for the next card.

        Args:
            months: how long before the end that is.
        """
        return Age(months=months).oldest(self.last)


def bears_day(document: Document, age: Age | None) -> bool:
    """Whether the clock has to know the day that stands on a paper.

    Args:
        age: how old it may be in this matter.
    """
    return document.expires or age is not None


def paper_time(document: Document, age: Age | None, told: date, on: date, *, is_appointment: bool) -> PaperTime | None:
    """Until when a paper of that day counts; None where it cannot be too old.

    Args:
        age: how old it may be in this matter.
        told: what stands on it. on: the day on which it must count.
    """
    if document.expires:
        return PaperTime(told, told, on, None, is_appointment)
    return PaperTime(told, age.last_day(told), on, age, is_appointment) if age is not None else None

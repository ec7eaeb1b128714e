"""Papers a customer may have to bring."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from counter_app.domain.role import Role
from counter_app.domain.text import Text


class Confidence(StrEnum):
    """How sure a statement of law or practice is: statute read, usual practice, weak hint."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Form(StrEnum):
    """In what form a paper is wanted."""

    ORIGINAL = "original"
    COPY = "copy"
    DIGITAL = "digital"
    STATEMENT = "statement"
    CERTIFIED_COPY = "certified_copy"
    CERTIFIED_TRANSLATION = "certified_translation"

    @property
    def is_paper(self) -> bool:
        """Whether there is something to put on the counter."""
        return self not in {Form.DIGITAL, Form.STATEMENT}


@dataclass(frozen=True, slots=True)
class Age:
    """How old a paper may be at most: so many days, or so many months by the calendar.

    Raises:
        ValueError: neither, both, or not above nought.
    """

    days: int = 0
    months: int = 0

    def __post_init__(self) -> None:
        """Refuse what is no age."""
        if min(self.days, self.months) != 0 or max(self.days, self.months) < 1:
            msg = f"an age has days or months, not {self.days} days and {self.months} months"
            raise ValueError(msg)

    @property
    def german(self) -> str:
        """What the clerk reads: ``14 Tage``, ``3 Monate``."""
        if self.days:
            return "1 Tag" if self.days == 1 else f"{self.days} Tage"
        return "1 Monat" if self.months == 1 else f"{self.months} Monate"

    def last_day(self, issued: date) -> date:
        """The last day on which a paper of that day is still good: 31 January and three months is 30 April."""
        if self.days:
            return issued + timedelta(days=min(self.days, (date.max - issued).days))
        year, month = divmod(issued.year * 12 + issued.month - 1 + self.months, 12)
        if year > MAXYEAR:
            return date.max
        return date(year, month + 1, min(issued.day, monthrange(year, month + 1)[1]))

    def oldest(self, on: date) -> date:
        """The earliest day of issue that is still good on a day."""
        if self.days:
            return on - timedelta(days=min(self.days, (on - date.min).days))
        year, month = divmod(on.year * 12 + on.month - 1 - self.months, 12)
        if year < MINYEAR:
            return date.min
        length = monthrange(year, month + 1)[1]
        return date(year, month + 1, on.day) if on.day <= length else date(year, month + 1, length) + timedelta(days=1)

    def is_too_old(self, issued: date, on: date) -> bool:
        """Whether a paper is too old on a day; the last day is still good."""
        return on > self.last_day(issued)


def strictest(ages: Iterable[Age], on: date) -> Age | None:
    """The age that allows least on a day: of a month and 30 days now the one, now the other."""
    return max(ages, key=lambda age: age.oldest(on), default=None)


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of paper.

    Args:
        name: for lists. short: for talk, after a colon. plain: what it is, in plain words.
        where: where the customer gets it. not_enough: what does not count as this paper.
        form_note, limit: what the clerk must know about form and age; German only.
        source: where the demand was read; keys of ``forms/sources.toml``.
        role: who must bring or make it.
        age: how old it may be on the day of the appointment; None where it cannot be too old.
        copies: how many copies are wanted.
        expires: whether it bears the last day on which it counts, as a card does.
    """

    id: str
    name: Text
    short: Text
    plain: Text
    where: Text | None
    not_enough: Text | None
    forms: tuple[Form, ...]
    form_note: str
    limit: str
    confidence: Confidence
    source: str
    role: Role = Role.APPLICANT
    age: Age | None = None
    copies: int = 1
    expires: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """A group of papers of which any one is enough, in some matters or (``services`` empty) in all.

    Args:
        optional: in some cases none of the papers shows, and that is meant. optional_in: only in these matters.
    """

    id: str
    name: Text
    hint: Text
    documents: tuple[str, ...]
    services: tuple[str, ...]
    optional: bool = False
    optional_in: tuple[str, ...] = ()

    def covers(self, document: str, service: str) -> bool:
        """Whether a paper belongs to the group in a matter."""
        return document in self.documents and (not self.services or service in self.services)

    def may_be_empty(self, service: str) -> bool:
        """Whether it is meant that some cases of a matter show none of the papers."""
        return self.optional or service in self.optional_in


@dataclass(frozen=True, slots=True)
class MissingReasons:
    """Why a paper counts as missing: reason id to its text; the first one is meant where none is given."""

    texts: Mapping[str, Text]

    @property
    def default(self) -> str:
        """The reason where nobody named one."""
        return next(iter(self.texts))

"""One visit: everything that is known, ticked and shown, as one value in memory. Dropping it forgets the people.

These values print as their names only: no report of a crash may ever hold what somebody said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from counter_app.domain.case import Case, Past, Step
from counter_app.domain.label import ScreenText
from counter_app.domain.list_row import OPEN, ListRow, RowState, Tick
from counter_app.domain.person import Person, Slip
from counter_app.domain.phrase import Phrase
from counter_app.domain.text import Text

# Who takes part in a visit needs one import.
__all__ = [
    "OPEN",
    "Case",
    "Heard",
    "IsClear",
    "Languages",
    "ListRow",
    "Moment",
    "Papers",
    "Past",
    "Person",
    "Question",
    "RowState",
    "Scene",
    "Sentence",
    "Services",
    "Slip",
    "Step",
    "Tick",
    "Visit",
]


@dataclass(frozen=True, slots=True)
class Languages:
    """The customer points to a language."""


@dataclass(frozen=True, slots=True, repr=False)
class Services:
    """The customer says what brings them: first the group, then the matter."""

    group: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Sentence:
    """A phrase, large. ``slots``: slot to its value. ``chosen``: ids of the answers that were tapped."""

    phrase: Phrase
    slots: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Question:
    """The question for a fact. ``answers``: those still possible. ``chosen``: those that were tapped."""

    fact: str
    answers: tuple[str, ...]
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Papers:
    """The list, with the same numbers as at the counter."""


@dataclass(frozen=True, slots=True, repr=False)
class IsClear:
    """Is everything clear? ``chosen``: the tile that was tapped."""

    chosen: ScreenText | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment, please."""


Scene = Languages | Services | Sentence | Question | Papers | IsClear | Moment
"""What the customer's screen shows."""


@dataclass(frozen=True, slots=True, repr=False)
class Heard:
    """What the customer last said by a tap, for the clerk. ``question``: what it answers, if anything."""

    question: Text | None
    answers: tuple[Text, ...]


@dataclass(frozen=True, repr=False)
class Visit:
    """Everything about the people at the counter; most visits have one person.

    What concerns one person at a time (`case`, `rows`, `slip` …) is said of the person at hand.

    Args:
        language: tag of the customers' language; empty until it is known.
        people: in the order of their numbers; never none.
        at: the place of the person at hand among them.
        highest: the highest number that somebody may have called a person by who has been removed since.
    """

    language: str = ""
    people: tuple[Person, ...] = (Person(),)
    at: int = 0
    scene: Scene = field(default_factory=Languages)
    heard: Heard | None = None
    highest: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nobody has said or done anything yet."""
        return self == Visit()

    @property
    def person(self) -> Person:
        """The person at hand."""
        return self.people[self.at]

    @property
    def others(self) -> tuple[Person, ...]:
        """Everybody but the person at hand."""
        return (*self.people[: self.at], *self.people[self.at + 1 :])

    @property
    def is_family(self) -> bool:
        """Whether more than one person came."""
        return len(self.people) > 1

    def with_person(self, person: Person) -> "Visit":
        """The visit with one person as they stand now; told apart by the number."""
        return replace(self, people=tuple(person if one.number == person.number else one for one in self.people))

    def place_of(self, number: int) -> int | None:
        """The place of the person with this number; None where there is none."""
        return next((place for place, person in enumerate(self.people) if person.number == number), None)

    @property
    def case(self) -> Case:
        """What is known about the matter."""
        return self.person.case

    @property
    def numbers(self) -> Mapping[str, int]:
        """Id of a paper to its number."""
        return self.person.numbers

    @property
    def is_list_out(self) -> bool:
        """Whether the customer has seen the list."""
        return self.person.is_list_out

    @property
    def past(self) -> tuple[Past, ...]:
        """The steps that can be undone, oldest first."""
        return self.person.past

    @property
    def printed(self) -> Slip | None:
        """What the last printed sheet said."""
        return self.person.printed

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """The list as it stands, in the order of the numbers."""
        return self.person.rows

    def in_state(self, state: RowState) -> tuple[ListRow, ...]:
        """The rows that stand in one way."""
        return self.person.in_state(state)

    def row_of(self, document: str) -> ListRow | None:
        """The row of a paper, if it is on the list."""
        return self.person.row_of(document)

    @property
    def slip(self) -> Slip:
        """What a sheet printed now would say."""
        return self.person.slip(self.language)

    @property
    def unprinted(self) -> tuple[Slip, ...]:
        """Of everybody, what was found or agreed and has not been got on paper.

        Deadline and appointment are those of all: of somebody for whom there is nothing else, one sheet is enough.
        """
        waiting = [person for person in self.people if person.has_unprinted(self.language)]
        return tuple(person.slip(self.language) for person in waiting if not self._is_told_by_another(person))

    @property
    def has_unprinted(self) -> bool:
        """Whether something was found or agreed that somebody has not got on paper."""
        return bool(self.unprinted)

    def _is_told_by_another(self, person: Person) -> bool:
        slip = person.slip(self.language)
        agreed = (slip.deadline, slip.appointment)
        printed = (other.printed for other in self.people if other is not person)
        is_on_paper = any(other and (other.deadline, other.appointment) == agreed for other in printed)
        return is_on_paper and not (slip.missing or slip.unclear)

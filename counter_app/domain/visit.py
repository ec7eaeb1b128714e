"""One visit: everything that is known, ticked and shown, as one value in memory. Dropping it forgets the person.

These values print as their names only: no report of a crash may ever hold what somebody said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from counter_app.domain.checklist import Checklist, Row
from counter_app.domain.document import Document
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import FactValues
from counter_app.domain.fee import FeeResult
from counter_app.domain.label import ScreenText
from counter_app.domain.phrase import Phrase
from counter_app.domain.service import Service
from counter_app.domain.sheet import Appointment
from counter_app.domain.text import Text


class RowState(StrEnum):
    """How a row of the list stands."""

    OPEN = "open"
    PRESENT = "present"
    MISSING = "missing"
    UNCLEAR = "unclear"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, repr=False)
class Tick:
    """What the clerk found about a paper. ``reason``: id of a reason, for a missing one only."""

    state: RowState
    reason: str = ""


OPEN = Tick(RowState.OPEN)


@dataclass(frozen=True, slots=True, repr=False)
class ListRow:
    """One row as both sides see it.

    Args:
        number: what both sides point at, the same for the whole visit.
        row: why the paper is on the list; None for one that the clerk added.
    """

    number: int
    document: Document
    row: Row | None
    tick: Tick


class Step(StrEnum):
    """What changed the case; names what can be undone."""

    SERVICE = "service"
    TYPICAL_CASE = "typical_case"
    FACT = "fact"
    ASSUMPTION = "assumption"
    TICK = "tick"
    REST_IS_PRESENT = "rest_is_present"
    PAPER = "paper"
    DEADLINE = "deadline"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, repr=False)
class Case:
    """What is known about the matter and decided about its papers; every change of it can be undone.

    Args:
        facts: what somebody said, or a typical case says. typical: those that only the typical case says.
        withdrawn: assumptions that somebody took back.
        ticks: id of a paper to what was found; also for papers that are not on the list just now.
        added: papers that the clerk put on the list.
        checklist: what follows; None until the matter is known.
    """

    service: Service | None = None
    facts: FactValues = field(default_factory=lambda: MappingProxyType({}))
    typical: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    ticks: Mapping[str, Tick] = field(default_factory=lambda: MappingProxyType({}))
    added: tuple[Document, ...] = ()
    deadline: date | None = None
    appointment: Appointment | None = None
    checklist: Checklist | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Past:
    """A step that can be undone, and how the case stood before it."""

    step: Step
    case: Case


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
class Slip:
    """What a printed sheet said: whether it still fits is a comparison."""

    language: str
    service: Service | None
    fee: FeeResult | None
    assumed: tuple[tuple[str, str], ...]
    missing: tuple[ListRow, ...]
    unclear: tuple[ListRow, ...]
    deadline: date | None
    appointment: Appointment | None


@dataclass(frozen=True, repr=False)
class Visit:
    """Everything about the person at the counter.

    Args:
        language: tag of the customer's language; empty until it is known.
        numbers: id of a paper to its number; grows only, so that no number ever means two papers.
        is_list_out: whether the customer has seen the list; from then on its numbers hold whatever changes.
        past: the steps that can be undone, oldest first.
        printed: what the last printed sheet said.
    """

    language: str = ""
    case: Case = field(default_factory=Case)
    scene: Scene = field(default_factory=Languages)
    heard: Heard | None = None
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    is_list_out: bool = False
    past: tuple[Past, ...] = ()
    printed: Slip | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody has said or done anything yet."""
        return self == Visit()

    @cached_property
    def rows(self) -> tuple[ListRow, ...]:
        """The list as it stands, in the order of the numbers."""
        shown = {row.document.id: row for row in self._shown_rows()}
        documents = {document.id: document for document in self.case.added}
        documents |= {name: row.document for name, row in shown.items()}
        rows = (
            ListRow(self.numbers[name], document, shown.get(name), self.case.ticks.get(name, OPEN))
            for name, document in documents.items()
        )
        return tuple(sorted(rows, key=lambda row: row.number))

    def in_state(self, state: RowState) -> tuple[ListRow, ...]:
        """The rows that stand in one way."""
        return tuple(row for row in self.rows if row.tick.state is state)

    def row_of(self, document: str) -> ListRow | None:
        """The row of a paper, if it is on the list."""
        return next((row for row in self.rows if row.document.id == document), None)

    @property
    def slip(self) -> Slip:
        """What a sheet printed now would say."""
        missing, unclear = self.in_state(RowState.MISSING), self.in_state(RowState.UNCLEAR)
        checklist = self.case.checklist
        return Slip(
            self.language,
            self.case.service,
            checklist.fee if checklist else None,
            tuple(checklist.assumed.items()) if checklist else (),
            missing,
            unclear,
            self.case.deadline,
            self.case.appointment,
        )

    @property
    def has_unprinted(self) -> bool:
        """Whether something was found or agreed that the customer has not got on paper."""
        slip = self.slip
        return bool(slip.missing or slip.unclear or slip.deadline or slip.appointment) and slip != self.printed

    def _shown_rows(self) -> tuple[Row, ...]:
        checklist = self.case.checklist
        return () if checklist is None else tuple(row for row in checklist.rows if row.needed is not Truth.NO)

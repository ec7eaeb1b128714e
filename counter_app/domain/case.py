"""What is known about the matter of one person and decided about its papers; every change of it can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from counter_app.domain.checklist import Checklist
from counter_app.domain.document import Document
from counter_app.domain.fact import FactValues
from counter_app.domain.list_row import Tick
from counter_app.domain.role import Role
from counter_app.domain.service import Service
from counter_app.domain.sheet import Appointment


class Step(StrEnum):
    """What changed the case; names what can be undone."""

    SERVICE = "service"
    TYPICAL_CASE = "typical_case"
    FACT = "fact"
    ASSUMPTION = "assumption"
    TICK = "tick"
    REST_IS_PRESENT = "rest_is_present"
    PAPER = "paper"
    PAPER_DAY = "paper_day"
    DEADLINE = "deadline"
    APPOINTMENT = "appointment"
    ROLE = "role"


@dataclass(frozen=True, repr=False)
class Case:
    """What is known about the matter of one person and decided about its papers.

    Args:
        facts: what somebody said of this person, or a typical case says.
        typical: those that only the typical case says.
        family: what was said of another person of the family and holds here, too; goes before what is typical.
        withdrawn: assumptions that somebody took back.
        ticks: id of a paper to what was found; also for papers that are not on the list just now.
        added: papers that the clerk put on the list.
        paper_days: id of a paper to the day that stands on it: of issue, or the last one of a paper that expires.
        deadline, appointment: the same for all who came together.
        checklist: what follows; None until the matter is known.
        role: who the person is among those who came together.
    """

    service: Service | None = None
    facts: FactValues = field(default_factory=lambda: MappingProxyType({}))
    typical: frozenset[str] = frozenset()
    family: FactValues = field(default_factory=lambda: MappingProxyType({}))
    withdrawn: frozenset[str] = frozenset()
    ticks: Mapping[str, Tick] = field(default_factory=lambda: MappingProxyType({}))
    added: tuple[Document, ...] = ()
    paper_days: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    deadline: date | None = None
    appointment: Appointment | None = None
    checklist: Checklist | None = None
    role: Role = Role.APPLICANT

    def list_day(self, today: date) -> date:
        """The day for which the list is made: that of the appointment, when the papers are handed in, else today."""
        return self.appointment.start.date() if self.appointment else today

    @property
    def known(self) -> FactValues:
        """All facts that the list is made from."""
        return MappingProxyType({**self.facts, **self.family}) if self.family else self.facts

    @property
    def said(self) -> FactValues:
        """What somebody said of this very person; what only a typical case says is left out."""
        return MappingProxyType({fact: values for fact, values in self.facts.items() if fact not in self.typical})


@dataclass(frozen=True, slots=True, repr=False)
class Past:
    """A step that can be undone, and how the case stood before it."""

    step: Step
    case: Case

"""One of the people who came together: matter, list, and what the person has got on paper. Never a name.

These values print as their names only, as everything of a visit does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from counter_app.domain.case import Case, Past
from counter_app.domain.checklist import Row
from counter_app.domain.document import Document
from counter_app.domain.evaluation import Truth
from counter_app.domain.fee import FeeResult
from counter_app.domain.list_row import OPEN, ListRow, RowState
from counter_app.domain.paper_clock import PaperTime, paper_time
from counter_app.domain.role import Role
from counter_app.domain.service import Service
from counter_app.domain.sheet import Appointment


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
class Person:
    """One person of a visit.

    Args:
        number: „Person 2“: what everybody calls this person by, the same for the whole visit.
        numbers: id of a paper to its number; grows only, so that no number ever means two papers.
        is_list_out: whether the customer has seen the list; from then on its numbers hold whatever changes.
        past: the steps that can be undone, oldest first.
        printed: what the last printed sheet said.
    """

    number: int = 1
    case: Case = field(default_factory=Case)
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    is_list_out: bool = False
    past: tuple[Past, ...] = ()
    printed: Slip | None = None

    @property
    def role(self) -> Role:
        """Who the person is among those who came together."""
        return self.case.role

    @property
    def is_known(self) -> bool:
        """Whether somebody may have pointed at a row of this person: the list was seen, or a row was ticked."""
        return self.is_list_out or bool(self.case.ticks)

    @cached_property
    def rows(self) -> tuple[ListRow, ...]:
        """The list as it stands, in the order of the numbers."""
        shown = {row.document.id: row for row in self._shown_rows()}
        documents = {document.id: document for document in self.case.added}
        documents |= {name: row.document for name, row in shown.items()}
        rows = (self._list_row(document, shown.get(name)) for name, document in documents.items())
        return tuple(sorted(rows, key=lambda row: row.number))

    def in_state(self, state: RowState) -> tuple[ListRow, ...]:
        """The rows that stand in one way."""
        return tuple(row for row in self.rows if row.tick.state is state)

    def row_of(self, document: str) -> ListRow | None:
        """The row of a paper, if it is on the list."""
        return next((row for row in self.rows if row.document.id == document), None)

    def slip(self, language: str) -> Slip:
        """What a sheet printed now in this language (tag) would say."""
        missing, unclear = self.in_state(RowState.MISSING), self.in_state(RowState.UNCLEAR)
        checklist = self.case.checklist
        return Slip(
            language,
            self.case.service,
            checklist.fee if checklist else None,
            tuple(checklist.assumed.items()) if checklist else (),
            missing,
            unclear,
            self.case.deadline,
            self.case.appointment,
        )

    def has_unprinted(self, language: str) -> bool:
        """Whether something was found or agreed that is not on paper in this language (tag)."""
        slip = self.slip(language)
        return bool(slip.missing or slip.unclear or slip.deadline or slip.appointment) and slip != self.printed

    def _list_row(self, document: Document, row: Row | None) -> ListRow:
        name = document.id
        tick = self.case.ticks.get(name, OPEN)
        return ListRow(self.numbers[name], document, row, tick, self._time(document, row))

    def _time(self, document: Document, row: Row | None) -> PaperTime | None:
        """Until when a paper counts; days are told of papers on a list only."""
        told, checklist = self.case.paper_days.get(document.id), self.case.checklist
        if told is None or checklist is None:
            return None
        has_appointment = self.case.appointment is not None
        age = row.age if row else document.age
        return paper_time(document, age, told, checklist.day, is_appointment=has_appointment)

    def _shown_rows(self) -> tuple[Row, ...]:
        checklist = self.case.checklist
        return () if checklist is None else tuple(row for row in checklist.rows if row.needed is not Truth.NO)

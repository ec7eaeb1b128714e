"""The list of papers for one person: what is needed, what still depends, what it costs, what to ask next."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from counter_app.domain.document import Document, OneOf
from counter_app.domain.evaluation import Reason, Truth, reasons, rule_outcome, truth, truth_of
from counter_app.domain.fact import FactBook, FactValues
from counter_app.domain.fee import FeeResult, fee_of
from counter_app.domain.knowledge import Knowledge, told
from counter_app.domain.question import Look, NextQuestion, next_question
from counter_app.domain.service import Requirement, Service
from counter_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list.

    Args:
        number: what both sides point at; None for a row that is not shown.
        because: the facts that make it needed; empty for a paper that everybody needs.
        notes: what the customer must know about the paper in this matter.
        hints: what only the clerk must know about it; German.
        groups: the groups of which any one paper is enough, where more than one of them shows.
    """

    number: int | None
    document: Document
    needed: Truth
    because: tuple[Reason, ...]
    depends_on: tuple[str, ...]
    notes: tuple[Text, ...]
    hints: tuple[str, ...]
    groups: tuple[OneOf, ...]


@dataclass(frozen=True)
class Checklist:
    """Everything a clerk and a customer need to know about one matter of one person on one day.

    Args:
        assumed: facts that stand in until somebody says otherwise, with their value.
        known: all that the list was made from.
    """

    service: Service
    day: date
    rows: tuple[Row, ...]
    fee: FeeResult
    assumed: Mapping[str, str]
    known: Knowledge

    @cached_property
    def next_question(self) -> NextQuestion | None:
        """The question that settles most; looked for when it is wanted, as it takes longer than the list itself."""
        rules = (rule for requirement in self.service.requirements if (rule := requirement.when(self.day)) is not None)
        looks: list[Look] = [partial(rule_outcome, rule) for rule in rules]
        return next_question([*looks, *(fee.prices for fee in self.service.fees)], self.known)

    def needed(self, wanted: Truth) -> tuple[Row, ...]:
        """The rows with one answer, in order."""
        return tuple(row for row in self.rows if row.needed is wanted)

    def row_of(self, document: str) -> Row | None:
        """The row of a paper, if the matter knows it."""
        return next((row for row in self.rows if row.document.id == document), None)


@dataclass(frozen=True, slots=True)
class ChecklistMaker:
    """Makes lists from the shipped facts and the office's settings.

    Args:
        groups: papers of which any one is enough.
        settings: the office's answers to facts of kind setting; defaults hold for the rest.
    """

    book: FactBook
    groups: tuple[OneOf, ...]
    settings: Mapping[str, str]

    def know(self, service: Service, facts: FactValues, withdrawn: Collection[str] = ()) -> Knowledge:
        """What is known in a matter once facts, settings and assumptions are in.

        Args:
            withdrawn: facts that are not assumed, though the matter would.

        Raises:
            UnknownName: no such fact or value.
            FactError: the facts contradict each other.
        """
        known = told(Knowledge.nothing(self.book, service.limits), facts).settled_by_office(self.settings)
        for fact, value in service.assumptions.items():
            if fact not in withdrawn:
                known = known.assume(fact, value)
        return known

    def make(self, service: Service, facts: FactValues, day: date, withdrawn: Collection[str] = ()) -> Checklist:
        """The list for one person.

        Raises:
            UnknownName: no such fact or value.
            FactError: the facts contradict each other.
        """
        known = self.know(service, facts, withdrawn)
        found = [_row(requirement, known, day) for requirement in service.requirements]
        used = service.facts_used
        return Checklist(
            service,
            day,
            self._numbered(found, service),
            fee_of(service.fees, known),
            {fact: value for fact, value in known.assumed.items() if fact in used},
            known,
        )

    def _numbered(self, rows: list[Row], service: Service) -> tuple[Row, ...]:
        """Rows that show get the numbers 1, 2, …; the others come last without one."""
        shown = [row for row in rows if row.needed is not Truth.NO]
        hidden = [row for row in rows if row.needed is Truth.NO]
        numbered = [
            replace(row, number=number, groups=tuple(self._groups(row, shown, service)))
            for number, row in enumerate(shown, start=1)
        ]
        return (*numbered, *hidden)

    def _groups(self, row: Row, shown: list[Row], service: Service) -> Iterator[OneOf]:
        for group in self.groups:
            members = [other for other in shown if group.covers(other.document.id, service.id)]
            if row in members and len(members) > 1:
                yield group


def _row(requirement: Requirement, known: Knowledge, day: date) -> Row:
    rule = requirement.when(day)
    if rule is None:
        return Row(None, requirement.document, Truth.NO, (), (), (), (), ())
    found = rule_outcome(rule, known)
    because = reasons(rule, known) if truth_of(found) is Truth.YES else ()
    grounds = [clause for clause in requirement.valid_clauses(day) if truth(clause.when, known) is not Truth.NO]
    notes = tuple(clause.note for clause in grounds if clause.note is not None)
    hints = tuple(clause.hint for clause in grounds if clause.hint)
    return Row(None, requirement.document, truth_of(found), because, found.depends_on, notes, hints, ())

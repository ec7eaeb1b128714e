"""The list of papers for one person: what is needed, what still depends, what it costs, what to ask next."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from counter_app.domain.document import Age, Confidence, Document, OneOf, strictest
from counter_app.domain.evaluation import Reason, Truth, reasons, rule_outcome, truth, truth_of
from counter_app.domain.fact import FactBook, FactValues
from counter_app.domain.fee import FeeResult, fee_of
from counter_app.domain.knowledge import Knowledge, told
from counter_app.domain.question import Look, NextQuestion, next_question
from counter_app.domain.role import Role
from counter_app.domain.service import Clause, Requirement, Service
from counter_app.domain.text import Text
from counter_app.domain.value import Value, ValueStep
from counter_app.domain.watch import Watch


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list.

    Args:
        number: what both sides point at; None for a row that is not shown.
        because: the facts that make it needed; empty for a paper that everybody needs.
        notes: what the customer must know about the paper in this matter.
        hints: what only the clerk must know about it; German.
        groups: the groups of which any one paper is enough, where more than one of them shows.
        role: who must bring or make it, by the first ground that holds.
        age: the strictest of the grounds that hold; None where it cannot be too old.
        copies: the most copies that one of these grounds wants.
        is_unsure: whether paper or grounds rest on a weak hint only.
    """

    number: int | None
    document: Document
    needed: Truth
    because: tuple[Reason, ...]
    depends_on: tuple[str, ...]
    notes: tuple[Text, ...]
    hints: tuple[str, ...]
    groups: tuple[OneOf, ...]
    role: Role = Role.APPLICANT
    age: Age | None = None
    copies: int = 1
    is_unsure: bool = False


@dataclass(frozen=True, repr=False)
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
        return next_question([*looks, *(fee.prices for fee in self.service.fees_on(self.day))], self.known)

    def needed(self, wanted: Truth) -> tuple[Row, ...]:
        """The rows with one answer, in order."""
        return tuple(row for row in self.rows if row.needed is wanted)

    def row_of(self, document: str) -> Row | None:
        """The row of a paper, if the matter knows it."""
        return next((row for row in self.rows if row.document.id == document), None)

    @property
    def needs_check(self) -> tuple[Watch, ...]:
        """The changes of law somebody must look at before this list is trusted."""
        return self.service.needs_check(self.day)

    @property
    def values(self) -> Iterator[tuple[Value, ValueStep]]:
        """The limits of the year that matter here, as they are on the day of the list."""
        return ((value, step) for value in self.service.yearly_values if (step := value.on(self.day)) is not None)


@dataclass(frozen=True)
class ChecklistMaker:
    """Makes lists from the shipped facts and the office's settings.

    It keeps what is known in a matter before anybody has spoken, and nothing that was said.

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
        beginning = self._beginning(service)
        if not facts and not withdrawn:
            return beginning.assuming
        return _assuming(told(beginning.settled, facts), service, withdrawn)

    def _beginning(self, service: Service) -> "_Beginning":
        """What is known while nothing was said; the matter is kept beside it because ids alone may come again."""
        found = self._beginnings.get(service.id)
        if found is None or found.service is not service:
            settled = Knowledge.nothing(self.book, service.limits).settled_by_office(self.settings)
            found = self._beginnings[service.id] = _Beginning(service, settled, _assuming(settled, service, ()))
        return found

    @cached_property
    def _beginnings(self) -> dict[str, "_Beginning"]:
        return {}

    def make(self, service: Service, facts: FactValues, day: date, withdrawn: Collection[str] = ()) -> Checklist:
        """The list for one person.

        Raises:
            UnknownName: no such fact or value.
            FactError: the facts contradict each other.
        """
        known = self.know(service, facts, withdrawn)
        used = service.facts_used
        return Checklist(
            service,
            day,
            self._rows(service, known, day),
            fee_of(service.fees_on(day), known),
            {fact: value for fact, value in known.assumed.items() if fact in used},
            known,
        )

    def _rows(self, service: Service, known: Knowledge, day: date) -> tuple[Row, ...]:
        """Rows that show get the numbers 1, 2, …; the others come last without one."""
        shown: list[Row] = []
        hidden: list[Row] = []
        for requirement in service.requirements:
            row = _row(requirement, known, day, len(shown) + 1)
            (hidden if row.number is None else shown).append(row)
        groups = self._groups({row.document.id for row in shown}, service)
        grouped = (replace(row, groups=groups[name]) if (name := row.document.id) in groups else row for row in shown)
        return (*grouped, *hidden)

    def _groups(self, shown: Collection[str], service: Service) -> Mapping[str, tuple[OneOf, ...]]:
        """Paper to the groups in which it stands beside another one that shows."""
        found: dict[str, tuple[OneOf, ...]] = {}
        for group in self.groups:
            members = [paper for paper in group.documents if paper in shown and group.covers(paper, service.id)]
            for paper in members if len(members) > 1 else ():
                found[paper] = (*found.get(paper, ()), group)
        return found


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What is known in a matter before anybody has spoken.

    Args:
        settled: with the settings of the office. assuming: with the assumptions of the matter, too.
    """

    service: Service
    settled: Knowledge
    assuming: Knowledge


def _assuming(known: Knowledge, service: Service, withdrawn: Collection[str]) -> Knowledge:
    return known.assume_all({fact: value for fact, value in service.assumptions.items() if fact not in withdrawn})


def _row(requirement: Requirement, known: Knowledge, day: date, number: int) -> Row:
    """One row. ``number``: the one it has if it shows."""
    document, clauses = requirement.document, requirement.valid_clauses(day)
    rule = requirement.joined(clauses)
    if rule is None:
        return _hidden(document)
    found = rule_outcome(rule, known)
    needed = truth_of(found)
    if needed is Truth.NO:
        return _hidden(document)
    truths = [(clause, needed if clause.when is rule else truth(clause.when, known)) for clause in clauses]
    grounds = [clause for clause, answer in truths if answer is not Truth.NO]
    # While no ground holds for certain, all that still may are meant.
    certain = [clause for clause, answer in truths if answer is Truth.YES] or grounds
    role, age, copies = _demand(document, certain, day)
    return Row(
        number=number,
        document=document,
        needed=needed,
        because=reasons(rule, known) if needed is Truth.YES else (),
        depends_on=found.depends_on,
        notes=tuple(clause.note for clause in grounds if clause.note is not None),
        hints=tuple(clause.hint for clause in grounds if clause.hint),
        groups=(),
        role=role,
        age=age,
        copies=copies,
        is_unsure=document.confidence is Confidence.LOW or _is_weak(certain),
    )


def _hidden(document: Document) -> Row:
    is_unsure = document.confidence is Confidence.LOW
    return Row(None, document, Truth.NO, (), (), (), (), (), document.role, document.age, document.copies, is_unsure)


def _is_weak(grounds: Sequence[Clause]) -> bool:
    """Whether each of these grounds is a weak hint."""
    return all(clause.confidence is Confidence.LOW for clause in grounds)


def _demand(document: Document, grounds: Sequence[Clause], day: date) -> tuple[Role, Age | None, int]:
    """What the grounds want: each as the paper itself says, unless the ground says otherwise."""
    ages = [age for clause in grounds if (age := clause.age or document.age) is not None]
    copies = max(clause.copies or document.copies for clause in grounds)
    return grounds[0].role or document.role, strictest(ages, day) if ages else None, copies

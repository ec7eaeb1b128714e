"""Matters of the office: what a customer can ask for and which papers that takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counter_app.domain.document import Age, Confidence, Document
from counter_app.domain.fact import FactValues
from counter_app.domain.fee import ServiceFee
from counter_app.domain.process import Process
from counter_app.domain.role import Role
from counter_app.domain.rule import Any, Rule, atoms
from counter_app.domain.text import Text
from counter_app.domain.validity import Validity
from counter_app.domain.value import Value
from counter_app.domain.watch import Watch


@dataclass(frozen=True, slots=True)
class Clause:
    """One ground on which a paper is wanted.

    Args:
        when: rule over base facts.
        note: what the customer must know in this matter.
        hint: what only the clerk must know; German.
        role, age, copies: what this ground wants otherwise than the paper itself; None leaves it at that.
    """

    when: Rule
    note: Text | None
    hint: str
    validity: Validity
    confidence: Confidence
    source: str
    role: Role | None = None
    age: Age | None = None
    copies: int | None = None


@dataclass(frozen=True)
class Requirement:
    """One row of a matter's checklist: a paper, wanted on any of these grounds."""

    document: Document
    clauses: tuple[Clause, ...]

    def valid_clauses(self, day: date) -> tuple[Clause, ...]:
        """The grounds that count on a day."""
        return tuple([clause for clause in self.clauses if clause.validity.covers(day)])

    def when(self, day: date) -> Rule | None:
        """The rule that counts on a day; None when no ground counts."""
        return self.joined(self.valid_clauses(day))

    def joined(self, clauses: tuple[Clause, ...]) -> Rule | None:
        """One rule for several of the grounds: always the same object, so that what is known of it is found quickly."""
        if len(clauses) <= 1:
            return clauses[0].when if clauses else None
        key = tuple(map(id, clauses))
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = Any(tuple(clause.when for clause in clauses))
        return found

    @cached_property
    def _joined(self) -> dict[tuple[int, ...], Rule]:
        return {}


@dataclass(frozen=True, slots=True)
class TypicalCase:
    """A case that comes every day: one key sets its facts."""

    name: str
    facts: FactValues


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """Matters that stand together on the customer's screen.

    ``first``: ids of those that most people come for, in the order in which they stand there.
    """

    id: str
    name: Text
    first: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Service:
    """One matter. Printing it names it only: a report would grow by all its rows.

    Args:
        law: the paragraphs it rests on. who: whom it is for (clerk). notes: what the clerk must know.
        words: everyday words that find it.
        assumptions: fact to the value that stands in until somebody says otherwise; always shown.
        limits: fact to the only values that make sense in this matter.
        yearly_values: limits of the year that the clerk needs in this matter.
        watches: changes of law that touch it, those to come included.
        free: why the matter costs nothing; empty where it has fees.
    """

    id: str
    group: ServiceGroup
    name: Text
    plain: Text
    law: str
    who: str
    words: tuple[str, ...]
    notes: str
    application_forms: str
    process: Process
    confidence: Confidence
    sources: tuple[str, ...]
    assumptions: Mapping[str, str]
    limits: Mapping[str, tuple[str, ...]]
    requirements: tuple[Requirement, ...]
    fees: tuple[ServiceFee, ...]
    cases: tuple[TypicalCase, ...]
    yearly_values: tuple[Value, ...] = ()
    watches: tuple[Watch, ...] = ()
    free: str = ""

    @cached_property
    def facts_used(self) -> frozenset[str]:
        """Every base fact that a row or a fee looks at, on any day."""
        rows = (clause.when for requirement in self.requirements for clause in requirement.clauses)
        fees = (rule for fee in self.fees for rule in fee.rules)
        return frozenset(atom.fact for rule in (*rows, *fees) for atom in atoms(rule))

    def fees_on(self, day: date) -> tuple[ServiceFee, ...]:
        """What the matter can cost on a day."""
        return tuple(found for fee in self.fees if (found := fee.on(day)) is not None)

    def validities(self) -> Iterator[Validity]:
        """The days on which each row, fee, amount and relief counts."""
        for requirement in self.requirements:
            yield from (clause.validity for clause in requirement.clauses)
        for row in self.fees:
            yield row.validity
            yield from (amount.validity for amount in row.fee.amounts)
            yield from (relief.validity for relief in row.fee.reliefs)

    def needs_check(self, day: date) -> tuple[Watch, ...]:
        """The changes of law somebody must look at before the matter is trusted on a day."""
        return tuple(watch for watch in self.watches if watch.is_due(day))

"""Rules under incomplete knowledge: yes, no, or depends on …, always exact, with the reasons."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from counter_app.domain.knowledge import Knowledge, fact_of
from counter_app.domain.rule import (
    NO,
    YES,
    All,
    Always,
    Any,
    Assignment,
    Has,
    Is,
    Not,
    Rule,
    holds,
    variable_of,
    variables,
)

Result = TypeVar("Result", bound=Hashable)
Result_co = TypeVar("Result_co", bound=Hashable, covariant=True)


class Truth(StrEnum):
    """Three-valued answer of a rule."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something holds: a fact and the answer (one of these values) it has."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Outcome(Generic[Result_co]):
    """Everything that can still come out, case by case."""

    cases: tuple[tuple[Assignment, Result_co], ...]
    known: Knowledge

    def mapped(self, result_of: Callable[[Result_co], Result]) -> "Outcome[Result]":
        """The same cases, looked at in another way."""
        return Outcome(tuple((case, result_of(result)) for case, result in self.cases), self.known)

    @cached_property
    def results(self) -> frozenset[Result_co]:
        """The different results."""
        return frozenset(result for _, result in self.cases)

    @property
    def is_settled(self) -> bool:
        """Whether no open fact can change the result."""
        return len(self.results) == 1

    @cached_property
    def depends_on(self) -> tuple[str, ...]:
        """The facts that can tip the result alone; where only several together can, all open ones."""
        if self.is_settled:
            return ()
        facts = {fact_of(name) for name in self.cases[0][0]}
        tipping = {fact for fact in facts if self._tips(fact)}
        return tuple(sorted(tipping or filter(self._is_open, facts), key=self.known.book.order))

    def _tips(self, fact: str) -> bool:
        seen: dict[tuple[str, ...], set[object]] = defaultdict(set)
        for case, result in self.cases:
            seen[tuple(value for name, value in case.items() if fact_of(name) != fact)].add(result)
        return any(len(results) > 1 for results in seen.values())

    def _is_open(self, fact: str) -> bool:
        answers = {tuple(value for name, value in case.items() if fact_of(name) == fact) for case, _ in self.cases}
        return len(answers) > 1


def outcome(rules: Sequence[Rule], result_of: Callable[[Assignment], Result], known: Knowledge) -> Outcome[Result]:
    """Go through every case that rules over base facts tell apart; no sampling.

    Args:
        rules: all rules ``result_of`` looks at.
        result_of: the result in one case; sees a value for every variable of the rules.
    """
    return Outcome(tuple((case, result_of(case)) for case in known.cases(rules)), known)


def rule_outcome(rule: Rule, known: Knowledge) -> Outcome[bool]:
    """Everything a rule can still be."""
    return outcome((rule,), lambda case: holds(rule, case), known)


def truth(rule: Rule, known: Knowledge) -> Truth:
    """Whether a rule holds, does not, or still depends on open facts."""
    return truth_of(rule_outcome(rule, known))


def truth_of(found: Outcome[bool]) -> Truth:
    """The answer in three values."""
    if not found.is_settled:
        return Truth.DEPENDS
    return Truth.YES if True in found.results else Truth.NO


def reasons(rule: Rule, known: Knowledge) -> tuple[Reason, ...]:
    """The fewest known facts that make a rule hold; empty for a rule without condition."""
    why = _why_true(rule, known)
    return tuple(dict.fromkeys(_enough(rule, known) if why is None else why))


def _enough(rule: Rule, known: Knowledge) -> tuple[Reason, ...]:
    """Known facts that are enough together; for a rule that holds although no part of it says so by itself."""
    if truth(rule, known) is not Truth.YES:
        return ()
    enough = [name for name in variables(rule) if name in known.possible]
    if truth(rule, known.only(enough)) is not Truth.YES:
        enough = list(known.possible)
    for name in tuple(enough):
        fewer = [other for other in enough if other != name]
        if truth(rule, known.only(fewer)) is Truth.YES:
            enough = fewer
    facts = sorted({fact_of(name) for name in enough}, key=known.book.order)
    return tuple(Reason(fact, known.open_values(fact)) for fact in facts)


def _why_true(rule: Rule, known: Knowledge) -> tuple[Reason, ...] | None:
    """The reasons why a rule holds; None when that is not certain."""
    match rule:
        case Always():
            return ()
        case Is(fact, values):
            return (Reason(fact, known.open_values(fact)),) if known.values(fact) <= set(values) else None
        case Has(fact, value):
            return (Reason(fact, (value,)),) if known.values(variable_of(rule)) == {YES} else None
        case Not(part):
            return _why_false(part, known)
        case All(parts):
            return _joined([_why_true(part, known) for part in parts])
        case Any(parts):
            return _shortest([_why_true(part, known) for part in parts])


def _why_false(rule: Rule, known: Knowledge) -> tuple[Reason, ...] | None:
    """The reasons why a rule does not hold; None when that is not certain."""
    match rule:
        case Always():
            return None
        case Is(fact, values):
            return None if known.values(fact) & set(values) else (Reason(fact, known.open_values(fact)),)
        case Has(fact):
            return (Reason(fact, known.open_values(fact)),) if known.values(variable_of(rule)) == {NO} else None
        case Not(part):
            return _why_true(part, known)
        case All(parts):
            return _shortest([_why_false(part, known) for part in parts])
        case Any(parts):
            return _joined([_why_false(part, known) for part in parts])


def _joined(found: Sequence[tuple[Reason, ...] | None]) -> tuple[Reason, ...] | None:
    certain = [why for why in found if why is not None]
    return tuple(reason for why in certain for reason in why) if len(certain) == len(found) else None


def _shortest(found: Sequence[tuple[Reason, ...] | None]) -> tuple[Reason, ...] | None:
    return min((why for why in found if why is not None), key=len, default=None)

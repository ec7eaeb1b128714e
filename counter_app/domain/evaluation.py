"""Rules under incomplete knowledge: yes, no, or depends on …, always exact, with the reasons."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial, reduce
from operator import or_
from typing import Generic, TypeVar

from counter_app.domain.case_table import CaseTable
from counter_app.domain.knowledge import Knowledge, fact_of
from counter_app.domain.rule import (
    NO,
    YES,
    All,
    Always,
    Any,
    Has,
    Is,
    Not,
    Rule,
    variable_of,
    variables,
)

Result = TypeVar("Result", bound=Hashable)
Result_co = TypeVar("Result_co", bound=Hashable, covariant=True)
Holds = Callable[[Rule], bool]
"""Whether a rule holds in the cases one looks at."""

_ONE_CASE = CaseTable({})
"""The table of what is settled: nothing is told apart."""


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
    """Everything that can still come out, case by case.

    Args:
        parts: each result with the cases of the table that lead to it.
    """

    parts: Mapping[Result_co, int]
    table: CaseTable
    known: Knowledge

    def mapped(self, result_of: Callable[[Result_co], Result]) -> "Outcome[Result]":
        """The same cases, looked at in another way."""
        return Outcome(
            _joined_parts((result_of(result), cases) for result, cases in self.parts.items()), self.table, self.known
        )

    @property
    def results(self) -> frozenset[Result_co]:
        """The different results."""
        return frozenset(self.parts)

    @property
    def is_settled(self) -> bool:
        """Whether no open fact can change the result."""
        return len(self.parts) == 1

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The facts that can tip the result alone; where only several together can, all open ones."""
        if self.is_settled:
            return ()
        of_facts: dict[str, list[str]] = {}
        for name in self._open_variables():
            of_facts.setdefault(fact_of(name), []).append(name)
        if len(of_facts) == 1:  # nothing else is open
            return tuple(of_facts)
        tipping = [fact for fact, names in of_facts.items() if self._tips(names)]
        return tuple(sorted(tipping or of_facts, key=self.known.book.order))

    def _open_variables(self) -> Iterator[str]:
        possible = reduce(or_, self.parts.values())
        for name, columns in self.table.columns.items():
            if sum(1 for column in columns if column & possible) > 1:
                yield name

    def _tips(self, names: Sequence[str]) -> bool:
        """Whether these variables of one fact can change the result while all others stay as they are."""
        around = 0
        *firsts, last = self.parts.values()
        for cases in firsts:
            if around & cases:
                return True
            around |= reduce(self.table.freed, names, cases)
        return bool(around & last)


def _joined_parts(parts: Iterable[tuple[Result, int]]) -> dict[Result, int]:
    joined: dict[Result, int] = {}
    for result, cases in parts:
        joined[result] = joined.get(result, 0) | cases
    return joined


def outcome(rules: Sequence[Rule], result_of: Callable[[Holds], Result], known: Knowledge) -> Outcome[Result]:
    """Everything that can come out of some rules over base facts; exact, no sampling.

    Args:
        rules: all rules ``result_of`` may ask about.
        result_of: the result where these rules hold.
    """
    try:
        return Outcome({result_of(partial(_certain, known)): 1}, _ONE_CASE, known)
    except _Open:
        pass
    table, possible = known.possible_cases(tuple(rules))
    holding = {id(rule): cases for rule, cases in zip(rules, table.holding, strict=False)}
    return Outcome(_joined_parts(split(possible, holding, result_of)), table, known)


def split(cases: int, holding: Mapping[int, int], result_of: Callable[[Holds], Result]) -> Iterator[tuple[Result, int]]:
    """Each result with cases that lead to it; cases are only told apart where the result asks for it.

    Args:
        cases: those to look at, as a set of a :class:`CaseTable`.
        holding: identity of a rule to the cases in which it holds.
    """
    waiting = [cases] if cases else []
    while waiting:
        part = [waiting.pop()]

        def holds(rule: Rule, part: list[int] = part) -> bool:
            inside = part[0] & holding[id(rule)]
            if outside := part[0] & ~inside:
                if not inside:
                    return False
                waiting.append(outside)  # its turn comes, and goes the same way up to here
                part[0] = inside
            return True

        yield result_of(holds), part[0]


def rule_outcome(rule: Rule, known: Knowledge) -> Outcome[bool]:
    """Everything a rule can still be."""
    answer = settled(rule, known)
    if answer is not None:
        return Outcome({answer: 1}, _ONE_CASE, known)
    table, possible = known.possible_cases((rule,))
    holding = table.holding[0]
    parts: dict[bool, int] = {}
    if inside := possible & holding:
        parts[True] = inside
    if outside := possible & ~holding:
        parts[False] = outside
    return Outcome(parts, table, known)


def settled(rule: Rule, known: Knowledge) -> bool | None:
    """Whether a rule holds, as far as its parts say so by themselves; None where only going through cases can tell.

    Quick, and with most rules enough: what somebody said settles them.
    """
    match rule:
        case Is(fact, values):
            possible = known.values(fact)
            return False if possible.isdisjoint(values) else True if possible.issubset(values) else None
        case Has():
            possible = known.values(variable_of(rule))
            return None if len(possible) > 1 else YES in possible
        case Not(part):
            answer = settled(part, known)
            return None if answer is None else not answer
        case All(parts):
            return _settled_together(parts, known, ends=False)
        case Any(parts):
            return _settled_together(parts, known, ends=True)
        case Always():
            return True


def _settled_together(parts: tuple[Rule, ...], known: Knowledge, *, ends: bool) -> bool | None:
    """All or any of some parts. ``ends``: the answer of a part that settles it."""
    found: bool | None = not ends
    for part in parts:
        answer = settled(part, known)
        if answer is ends:
            return ends
        if answer is None:
            found = None
    return found


class _Open(Exception):
    """A rule is not settled by its parts."""


def _certain(known: Knowledge, rule: Rule) -> bool:
    answer = settled(rule, known)
    if answer is None:
        raise _Open
    return answer


def truth(rule: Rule, known: Knowledge) -> Truth:
    """Whether a rule holds, does not, or still depends on open facts."""
    return truth_of(rule_outcome(rule, known))


def truth_of(found: Outcome[bool]) -> Truth:
    """The answer in three values."""
    if len(found.parts) > 1:
        return Truth.DEPENDS
    return Truth.YES if True in found.parts else Truth.NO


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

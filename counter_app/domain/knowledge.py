"""What is known about a visit: for every fact the answers that are still possible.

A fact with several values counts as one yes-no variable for each value, ``income/employed``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from types import MappingProxyType

from counter_app.domain.errors import FactError
from counter_app.domain.fact import Contradiction, Fact, FactBook, FactKind, FactValues
from counter_app.domain.rule import NO, YES, All, Always, Any, Atom, Has, Is, Not, Rule, atoms, variable_of, variables

Assignment = Mapping[str, str]
"""Variable to the one value it has in a case."""


def fact_of(variable: str) -> str:
    """The fact a variable belongs to."""
    return variable.partition("/")[0]


def holds(rule: Rule, case: Assignment) -> bool:
    """Whether a rule over base facts holds in a case that fixes all its variables."""
    match rule:
        case Is(fact, values):
            return case[fact] in values
        case Has():
            return case[variable_of(rule)] == YES
        case Not(part):
            return not holds(part, case)
        case All(parts):
            return all(holds(part, case) for part in parts)
        case Any(parts):
            return any(holds(part, case) for part in parts)
        case Always():
            return True


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The answers that are still possible; grows only by ``tell`` and ``assume``.

    Args:
        book: all declared facts.
        possible: variable to its possible values; a variable that is not listed may have any value of its fact.
        assumed: facts that stand in until somebody says otherwise, with their value.
    """

    book: FactBook
    possible: Mapping[str, frozenset[str]]
    assumed: Mapping[str, str]

    @classmethod
    def nothing(cls, book: FactBook, limits: Mapping[str, Iterable[str]] | None = None) -> "Knowledge":
        """Nobody has said anything yet.

        Args:
            limits: fact to the only values that make sense in the matter at hand.
        """
        possible = {fact: frozenset(values) for fact, values in (limits or {}).items()}
        return cls(book, MappingProxyType(possible), MappingProxyType({}))

    def values(self, variable: str) -> frozenset[str]:
        """The values a variable can still have."""
        if variable in self.possible:
            return self.possible[variable]
        return frozenset((YES, NO)) if "/" in variable else frozenset(self.book[variable].value_ids)

    def is_known(self, fact_id: str) -> bool:
        """Whether nothing about a fact is open any more."""
        fact = self.book[fact_id]
        if fact.kind is FactKind.MULTI_CHOICE:
            return all(len(self.values(f"{fact_id}/{value}")) == 1 for value in fact.value_ids)
        return len(self.values(fact_id)) == 1

    def open_values(self, fact_id: str) -> tuple[str, ...]:
        """The answers to a fact that are still possible, in order."""
        fact = self.book[fact_id]
        if fact.kind is FactKind.MULTI_CHOICE:
            return tuple(value for value in fact.value_ids if YES in self.values(f"{fact_id}/{value}"))
        return tuple(value for value in fact.value_ids if value in self.values(fact_id))

    def tell(self, fact_id: str, values: tuple[str, ...]) -> "Knowledge":
        """Add what somebody said.

        Raises:
            UnknownName: no such fact or value.
            FactError: it contradicts what is known, or a second value for a fact that takes one.
        """
        fact = self.book[fact_id]
        for value in values:
            fact.value(value)
        distinct = dict.fromkeys(values)
        if fact.kind is FactKind.SETTING:
            detail = f"„{fact.id}“ ist eine Einstellung des Amts und keine Angabe zum Besuch."
            raise FactError(detail)
        if len(distinct) != 1 and fact.kind is not FactKind.MULTI_CHOICE:
            detail = f"„{fact.id}“ nimmt genau einen Wert, gesagt wurden: {', '.join(distinct) or 'keiner'}."
            raise FactError(detail)
        if fact.rule is not None:
            rule = self.book.expanded(fact.rule)
            forbidden = Not(rule) if values[0] == YES else rule
            return _narrowed(self, [Contradiction(fact.id, forbidden, self._clash(fact, values))])
        return self._told(fact, values)

    def assume(self, fact_id: str, value: str) -> "Knowledge":
        """Let a value stand in for a fact; leaves it alone where the fact is known or the value impossible."""
        if self.is_known(fact_id) or value not in self.open_values(fact_id):
            return self
        try:
            believing = self._told(self.book[fact_id], (value,))
        except FactError:
            return self
        return replace(believing, assumed=MappingProxyType({**self.assumed, fact_id: value}))

    def settled_by_office(self, settings: Mapping[str, str]) -> "Knowledge":
        """Add the settings of the office, with the defaults where it says nothing."""
        chosen = {
            fact.id: frozenset((settings.get(fact.id, fact.default),))
            for fact in self.book.facts.values()
            if fact.kind is FactKind.SETTING
        }
        return replace(self, possible=MappingProxyType({**self.possible, **chosen}))

    def cases(self, rules: Iterable[Rule]) -> list[dict[str, str]]:
        """Every case these rules tell apart that is still possible: one assignment of their variables each.

        Values that no rule tells apart are represented by one of them; impossible combinations are left out.
        """
        looked_at = {atom for rule in rules for atom in atoms(rule)}
        limits = self._limits({variable_of(atom) for atom in looked_at})
        choices = self._choices(looked_at | {atom for rule in limits for atom in atoms(rule)})
        every = (dict(zip(choices, values, strict=True)) for values in product(*choices.values()))
        return [case for case in every if not any(holds(rule, case) for rule in limits)]

    def count_cases(self, rules: Iterable[Rule]) -> int:
        """At most how many cases these rules tell apart; quick even where going through them would not be."""
        return prod(map(len, self._choices({atom for rule in rules for atom in atoms(rule)}).values()))

    def _choices(self, looked_at: set[Atom]) -> dict[str, list[str]]:
        """Variable to the values that must be gone through."""
        names = sorted({variable_of(atom) for atom in looked_at})
        return {name: self._told_apart(name, looked_at) for name in names}

    def _limits(self, open_variables: set[str]) -> list[Rule]:
        """The constraints that speak of these variables and otherwise only of what is known."""
        near = {id(found): found.rule for name in open_variables for found in self.book.touching.get(name, ())}
        return [
            rule
            for rule in near.values()
            if all(name in open_variables or len(self.values(name)) == 1 for name in variables(rule))
        ]

    def _told_apart(self, variable: str, looked_at: set[Atom]) -> list[str]:
        sets = [frozenset(atom.values) for atom in looked_at if isinstance(atom, Is) and atom.fact == variable]
        if "/" in variable:
            return sorted(self.values(variable))
        by_answer = {tuple(value in group for group in sets): value for value in sorted(self.values(variable))}
        return list(by_answer.values())

    def _told(self, fact: Fact, values: tuple[str, ...]) -> "Knowledge":
        """A base fact with its values, and everything that follows from it."""
        if fact.kind is FactKind.MULTI_CHOICE:
            said = {f"{fact.id}/{value}": frozenset((YES if value in values else NO,)) for value in fact.value_ids}
        else:
            said = {fact.id: frozenset(values)}
        if any(not chosen & self.values(variable) for variable, chosen in said.items()):
            raise FactError(self._clash(fact, values))
        wiser = replace(self, possible=MappingProxyType({**self.possible, **said}))
        return _narrowed(wiser, [found for variable in said for found in self.book.touching.get(variable, ())])

    def _clash(self, fact: Fact, values: tuple[str, ...]) -> str:
        allowed = ", ".join(self.open_values(fact.id)) if fact.rule is None else ""
        hint = f" Möglich ist hier: {allowed}." if allowed else ""
        return f"„{fact.id}={','.join(values)}“ passt nicht zu den anderen Angaben oder zu diesem Anliegen.{hint}"


def told(knowledge: Knowledge, facts: FactValues) -> Knowledge:
    """Everything somebody said, one fact after the other."""
    for fact_id, values in facts.items():
        knowledge = knowledge.tell(fact_id, values)
    return knowledge


def _narrowed(known: Knowledge, contradictions: list[Contradiction]) -> Knowledge:
    """Drop every value that would make a contradiction certain, and what follows from that."""
    waiting = list(contradictions)
    while waiting:
        survivors = _survivors(known, waiting.pop())
        fewer = {name: values for name, values in survivors.items() if values != known.values(name)}
        if fewer:
            known = replace(known, possible=MappingProxyType({**known.possible, **fewer}))
            waiting += [found for name in fewer for found in known.book.touching.get(name, ())]
    return known


def _survivors(known: Knowledge, contradiction: Contradiction) -> dict[str, frozenset[str]]:
    """The values of each variable with which the contradiction can still be avoided."""
    names = variables(contradiction.rule)
    every = (dict(zip(names, values, strict=True)) for values in product(*(known.values(name) for name in names)))
    allowed = [case for case in every if not holds(contradiction.rule, case)]
    if not allowed:
        raise FactError(contradiction.text)
    return {name: frozenset(case[name] for case in allowed) for name in names}

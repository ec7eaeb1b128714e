"""What is known about a visit: for every fact the answers that are still possible.

A fact with several values counts as one yes-no variable for each value, ``income/employed``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import prod
from types import MappingProxyType

from counter_app.domain.errors import FactError
from counter_app.domain.fact import Contradiction, Fact, FactBook, FactKind, FactValues
from counter_app.domain.limits import linked_limits
from counter_app.domain.rule import (
    NO,
    YES,
    Assignment,
    Atom,
    Is,
    Not,
    Rule,
    atoms,
    every_case,
    holds,
    variable_of,
    variables,
)


def fact_of(variable: str) -> str:
    """The fact a variable belongs to."""
    return variable.partition("/")[0]


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

        Raises:
            FactError: the limits contradict each other.
        """
        possible = {fact: frozenset(values) for fact, values in (limits or {}).items()}
        known = cls(book, MappingProxyType(possible), MappingProxyType({}))
        return _narrowed(known, possible, "Die Werte, die das Anliegen zulässt, widersprechen sich.")

    def values(self, variable: str) -> frozenset[str]:
        """The values a variable can still have."""
        if variable in self.possible:
            return self.possible[variable]
        return self.book.domain(variable)

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
        clash = self._clash(fact, values)
        if fact.rule is not None:
            rule = self.book.expanded(fact.rule)
            return self._without(Contradiction(fact.id, Not(rule) if values[0] == YES else rule, clash))
        if fact.kind is FactKind.MULTI_CHOICE:
            said = {f"{fact.id}/{value}": frozenset((YES if value in values else NO,)) for value in fact.value_ids}
            return self._told(said, clash)
        return self._told({fact.id: frozenset(values)}, clash)

    def assume(self, fact_id: str, value: str) -> "Knowledge":
        """Let a value stand in for a fact; leaves it alone where the fact is known or the value impossible."""
        try:
            believing = self.tell(fact_id, (value,))
        except FactError:
            return self
        if believing.possible == self.possible:
            return self
        return replace(believing, assumed=MappingProxyType({**self.assumed, fact_id: value}))

    def only(self, names: Iterable[str]) -> "Knowledge":
        """What would be known if nobody had spoken of anything but these variables."""
        possible = {name: self.possible[name] for name in names}
        return _narrowed(replace(self, possible=MappingProxyType(possible)), possible, "")

    def settled_by_office(self, settings: Mapping[str, str]) -> "Knowledge":
        """Add the settings of the office, with the defaults where it says nothing.

        Raises:
            FactError: they contradict what is known.
        """
        chosen = {
            fact.id: frozenset((settings.get(fact.id, fact.default),))
            for fact in self.book.facts.values()
            if fact.kind is FactKind.SETTING
        }
        return self._told(chosen, "Die Angaben passen nicht zu den Einstellungen des Amts.")

    def cases(self, rules: Iterable[Rule]) -> list[dict[str, str]]:
        """Every case these rules tell apart that is still possible: one assignment of their variables each.

        Values that no rule tells apart are represented by one of them; impossible combinations are left out.
        """
        looked_at = frozenset(atom for rule in rules for atom in atoms(rule))
        names = sorted({variable_of(atom) for atom in looked_at})
        distinct = dict.fromkeys(tuple(case[name] for name in names) for case in self.combinations(names, looked_at))
        return [dict(zip(names, values, strict=True)) for values in distinct]

    def count_cases(self, rules: Iterable[Rule]) -> int:
        """At most how many cases these rules tell apart; quick even where going through them would not be."""
        return prod(map(len, self._choices(frozenset(atom for rule in rules for atom in atoms(rule))).values()))

    def combinations(self, names: Collection[str], looked_at: frozenset[Atom] = frozenset()) -> Iterator[Assignment]:
        """What can be together of these variables, with others as far as they limit them.

        Args:
            looked_at: which values must be told apart, beyond what the limits ask for.
        """
        limits = linked_limits(names, self.values, self.book)
        choices = self._choices(looked_at | {atom for rule in limits for atom in atoms(rule)})
        return (case for case in every_case(choices) if not any(holds(rule, case) for rule in limits))

    def _choices(self, looked_at: frozenset[Atom]) -> dict[str, list[str]]:
        """Variable to the values that must be gone through."""
        names = sorted({variable_of(atom) for atom in looked_at})
        return {name: self._told_apart(name, looked_at) for name in names}

    def _told_apart(self, variable: str, looked_at: frozenset[Atom]) -> list[str]:
        sets = [frozenset(atom.values) for atom in looked_at if isinstance(atom, Is) and atom.fact == variable]
        if "/" in variable:
            return sorted(self.values(variable))
        by_answer = {tuple(value in group for group in sets): value for value in sorted(self.values(variable))}
        return list(by_answer.values())

    def _told(self, said: Mapping[str, frozenset[str]], clash: str) -> "Knowledge":
        """Variables with the one value they have, and everything that follows from it."""
        wiser = _narrowed(replace(self, possible=MappingProxyType({**self.possible, **said})), said, clash)
        if any(not chosen & self.values(variable) for variable, chosen in said.items()):
            raise FactError(clash)  # no contradiction has said it better
        return wiser

    def _without(self, contradiction: Contradiction) -> "Knowledge":
        """One more combination that cannot be, and everything that follows from it."""
        book = replace(self.book, contradictions=(*self.book.contradictions, contradiction))
        names = variables(contradiction.rule)
        wiser = _narrowed(replace(self, book=book), names, contradiction.text)
        is_spent = len(names) == 1  # what it says of a single variable lies in the values now
        return replace(wiser, book=self.book) if is_spent else wiser

    def _clash(self, fact: Fact, values: tuple[str, ...]) -> str:
        said = f"„{fact.id}={','.join(values)}“"
        if fact.rule is not None:
            bases = dict.fromkeys(fact_of(name) for name in variables(self.book.expanded(fact.rule)))
            return f"{said} passt nicht zu dem, was über {', '.join(f'„{base}“' for base in bases)} schon gesagt ist."
        allowed = ", ".join(self.open_values(fact.id))
        hint = f" Möglich ist hier: {allowed}." if allowed else ""
        return f"{said} passt nicht zu den anderen Angaben oder zu diesem Anliegen.{hint}"


def told(knowledge: Knowledge, facts: FactValues) -> Knowledge:
    """Everything somebody said, one fact after the other."""
    for fact_id, values in facts.items():
        knowledge = knowledge.tell(fact_id, values)
    return knowledge


def _narrowed(known: Knowledge, changed: Iterable[str], clash: str) -> Knowledge:
    """Drop every value that would make a contradiction certain, and what follows from that.

    Args:
        changed: the variables about which more is known now.
        clash: what to say where no contradiction is certain, but one of several.
    """
    changed = list(changed)
    for variable in changed:  # grows while we go
        for contradiction in known.book.touching.get(variable, ()):
            survivors = _survivors(known, contradiction)
            fewer = {name: values for name, values in survivors.items() if values != known.values(name)}
            if fewer:
                known = replace(known, possible=MappingProxyType({**known.possible, **fewer}))
                changed += fewer
    if next(known.combinations(changed), None) is None:
        raise FactError(clash)
    return known


def _survivors(known: Knowledge, contradiction: Contradiction) -> dict[str, frozenset[str]]:
    """The values of each variable with which the contradiction can still be avoided."""
    names = variables(contradiction.rule)
    every = every_case({name: known.values(name) for name in names})
    allowed = [case for case in every if not holds(contradiction.rule, case)]
    if not allowed:
        raise FactError(contradiction.text)
    return {name: frozenset(case[name] for case in allowed) for name in names}

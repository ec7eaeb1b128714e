"""What is known about a visit: for every fact the answers that are still possible.

A fact with several values counts as one yes-no variable for each value, ``income/employed``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import prod
from types import MappingProxyType

from counter_app.domain.case_table import CaseTable
from counter_app.domain.errors import FactError
from counter_app.domain.fact import Contradiction, Fact, FactBook, FactKind, FactValues, Limit
from counter_app.domain.limits import Links, breaking, linked_limits
from counter_app.domain.rule import NO, YES, Not, Rule, variables

_YES, _NO = frozenset((YES,)), frozenset((NO,))


def fact_of(variable: str) -> str:
    """The fact a variable belongs to."""
    return variable.partition("/")[0]


@dataclass(frozen=True)
class Knowledge:
    """The answers that are still possible; grows only by ``tell`` and ``assume``.

    What follows from the answers is kept here and goes with them.

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
        return _narrowed(known, possible, lambda: "Die Werte, die das Anliegen zulässt, widersprechen sich.")

    def values(self, variable: str) -> frozenset[str]:
        """The values a variable can still have."""
        found = self.possible.get(variable)
        return self.book.domain(variable) if found is None else found

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
            clash = self._clash(fact, values)
            return self._without(Contradiction(fact.id, Not(rule) if values[0] == YES else rule, clash))
        return self._told(_said(fact, values), lambda: self._clash(fact, values))

    def assume(self, fact_id: str, value: str) -> "Knowledge":
        """Let a value stand in for a fact; leaves it alone where the fact is known or the value impossible."""
        fact = self.book[fact_id]
        if fact.is_base and not (fact.value(value).id in self.values(fact_id) and len(self.values(fact_id)) > 1):
            return self
        try:
            believing = self.tell(fact_id, (value,))
        except FactError:
            return self
        if believing.possible == self.possible:
            return self
        return replace(believing, assumed=MappingProxyType({**self.assumed, fact_id: value}))

    def assume_all(self, values: Mapping[str, str]) -> "Knowledge":
        """Let one value after the other stand in; the same as assuming each of them, but quicker where all can be."""
        at_once = self._assuming_at_once(values)
        if at_once is not None:
            return at_once
        known = self
        for fact_id, value in values.items():
            known = known.assume(fact_id, value)
        return known

    def _assuming_at_once(self, values: Mapping[str, str]) -> "Knowledge | None":
        """All of them, looked at together in the end; None where one of them clashes or is no single answer."""
        known, changed = self, list[str]()
        for fact_id, value in values.items():
            if not self.book[fact_id].is_base:
                return None
            still = known.values(fact_id)
            if value in still and len(still) > 1:
                possible = {**known.possible, fact_id: frozenset((value,))}
                assumed = {**known.assumed, fact_id: value}
                believing = Knowledge(self.book, MappingProxyType(possible), MappingProxyType(assumed))
                try:
                    known, names = _reduced(believing, (fact_id,))
                except FactError:
                    return None
                changed += names
        return known if known.can_be(changed) else None

    def only(self, names: Iterable[str]) -> "Knowledge":
        """What would be known if nobody had spoken of anything but these variables."""
        possible = {name: self.possible[name] for name in names}
        return _narrowed(self.narrowed_to(possible), possible, str)

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
        return self._told(chosen, lambda: "Die Angaben passen nicht zu den Einstellungen des Amts.")

    def cases(self, rules: Iterable[Rule]) -> list[dict[str, str]]:
        """Every case these rules tell apart that is still possible: one assignment of their variables each.

        Values that no rule tells apart are represented by one of them; impossible combinations are left out.
        """
        asked = tuple(rules)
        names = self.book.table(asked).choices
        table, cases = self.possible_cases(asked)
        return [
            {name: self._any_of(name, group) for name, group in case.items() if name in names}
            for case in table.each(cases)
        ]

    def possible_cases(self, rules: tuple[Rule, ...]) -> tuple[CaseTable, int]:
        """The cases these rules tell apart that are still possible.

        Returns:
            A table for the rules, and for those that limit them, which stand last; one case of it for each way the
            variables of the rules can stand.
        """
        table = self.book.table(rules)
        found = self._found.get(table)
        if found is None:
            found = self._found[table] = self._limited(table)
        return found

    def limits_of(self, names: Collection[str]) -> tuple[Rule, ...]:
        """The contradictions that can rule out a combination of these variables, also by way of others."""
        return linked_limits(names, self._links)

    def _limited(self, table: CaseTable) -> tuple[CaseTable, int]:
        # What is known already rules out nothing more: it was narrowed by it.
        open_names = [name for name in table.choices if len(self.values(name)) > 1]
        limits = self.limits_of(open_names) if open_names else ()
        if not limits:
            return table, self._allowed(table)
        wide = self.book.table((*table.rules, *limits))
        return wide, wide.only(self._unbroken(wide, len(limits)), table.choices)

    def count_cases(self, rules: Iterable[Rule]) -> int:
        """At most how many cases these rules tell apart; quick even where going through them would not be."""
        choices = self.book.table(tuple(rules)).choices
        return prod(
            sum(1 for group in groups if not self.values(name).isdisjoint(group)) for name, groups in choices.items()
        )

    @cached_property
    def _links(self) -> Links:
        return Links(self.values, self.book)

    @cached_property
    def _found(self) -> dict[CaseTable, tuple[CaseTable, int]]:
        return {}

    def _any_of(self, variable: str, group: Iterable[str]) -> str:
        return max(self.values(variable).intersection(group))

    def _allowed(self, table: CaseTable) -> int:
        """The cases in which every variable has a value that is still possible."""
        cases = table.every
        for name in table.choices:
            if name in self.possible:
                cases &= table.where(name, self.possible[name])
        return cases

    def _unbroken(self, table: CaseTable, limits: int) -> int:
        """The cases of a table that are still possible; its last rules are limits."""
        cases = self._allowed(table)
        for broken in table.holding[-limits:]:
            cases &= ~broken
        return cases

    def can_be(self, names: Iterable[str]) -> bool:
        """Whether these variables can have any values together."""
        limits = self.limits_of(tuple(names))
        return not limits or bool(self._unbroken(self.book.table(limits), len(limits)))

    def _told(self, said: Mapping[str, frozenset[str]], clash: Callable[[], str]) -> "Knowledge":
        """Variables with the one value they have, and everything that follows from it."""
        wiser = _narrowed(self.narrowed_to({**self.possible, **said}), said, clash)
        if any(not chosen & self.values(variable) for variable, chosen in said.items()):
            raise FactError(clash())  # no contradiction has said it better
        return wiser

    def narrowed_to(self, possible: Mapping[str, frozenset[str]]) -> "Knowledge":
        """The same with these possible values, whatever follows from them."""
        return Knowledge(self.book, MappingProxyType(possible), self.assumed)

    def _without(self, contradiction: Contradiction) -> "Knowledge":
        """One more combination that cannot be, and everything that follows from it."""
        book = replace(self.book, contradictions=(*self.book.contradictions, contradiction))
        names = variables(contradiction.rule)
        wiser = _narrowed(replace(self, book=book), names, lambda: contradiction.text)
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
    """Everything somebody said; one fact after the other only where that is needed to say what is wrong.

    Raises:
        UnknownName: no such fact or value.
        FactError: a fact contradicts what is known or was said before it.
    """
    if (at_once := _told_at_once(knowledge, facts)) is not None:
        return at_once
    for fact_id, values in facts.items():
        knowledge = knowledge.tell(fact_id, values)
    return knowledge


def _told_at_once(knowledge: Knowledge, facts: FactValues) -> Knowledge | None:
    """The same as telling them one by one; None where something is wrong or more than an answer."""
    said: dict[str, frozenset[str]] = {}
    for fact_id, values in facts.items():
        fact = knowledge.book.facts.get(fact_id)
        if fact is None or not _is_answer(fact, values):
            return None
        said |= _said(fact, values)
    if any(chosen.isdisjoint(knowledge.values(variable)) for variable, chosen in said.items()):
        return None
    try:
        return _narrowed(knowledge.narrowed_to({**knowledge.possible, **said}), said, str)
    except FactError:
        return None


def _is_answer(fact: Fact, values: tuple[str, ...]) -> bool:
    is_complete = len(values) == 1 if fact.is_base else fact.kind is FactKind.MULTI_CHOICE
    return is_complete and set(fact.value_ids).issuperset(values)


def _said(fact: Fact, values: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """An answer as the values of variables."""
    if fact.kind is FactKind.MULTI_CHOICE:
        return {f"{fact.id}/{value}": _YES if value in values else _NO for value in fact.value_ids}
    return {fact.id: frozenset(values)}


def _narrowed(known: Knowledge, changed: Iterable[str], clash: Callable[[], str]) -> Knowledge:
    """Drop every value that would make a contradiction certain, and what follows from that.

    Args:
        changed: the variables about which more is known now.
        clash: what to say where no contradiction is certain, but one of several.
    """
    wiser, names = _reduced(known, changed)
    if not wiser.can_be(names):
        raise FactError(clash())
    return wiser


def _reduced(known: Knowledge, changed: Iterable[str]) -> tuple[Knowledge, list[str]]:
    """As above, contradiction by contradiction: whether all of them leave a case is another question.

    Returns:
        What is known then, and all variables about which more is known.
    """
    names, touching, looked_at = list(changed), known.book.touching, set[Limit]()
    for variable in names:  # grows while we go
        for limit in touching.get(variable, ()):
            if limit in looked_at:
                continue
            looked_at.add(limit)
            if fewer := _fewer(known, limit):
                known = known.narrowed_to({**known.possible, **fewer})
                names += fewer
                looked_at.difference_update(*(touching[name] for name in fewer))
    return known, names


def _fewer(known: Knowledge, limit: Limit) -> dict[str, frozenset[str]]:
    """The variables that lose a value because the contradiction can only be avoided without it."""
    if not breaking(limit, known.values):
        return {}
    table = limit.table
    allowed = table.every ^ limit.broken
    for name in limit.names:
        allowed &= table.where(name, known.values(name))
    if not allowed:
        raise FactError(limit.contradiction.text)
    fewer = {}
    for name, groups in table.choices.items():
        left = [group for group, column in zip(groups, table.columns[name], strict=True) if column & allowed]
        values = known.values(name)
        kept = values.intersection(frozenset().union(*left))
        if kept != values:
            fewer[name] = kept
    return fewer

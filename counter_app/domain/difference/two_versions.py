"""What can be in one matter, in either of two versions of the facts.

A case counts when it can be in one of the versions. A fact that one version does not know is free there, but for the
contradictions of the other one: these say what can be of a fact that only that one knows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from counter_app.domain.case_table import CaseTable
from counter_app.domain.fact import Contradiction, FactBook, FactKind, FactValues
from counter_app.domain.knowledge import Knowledge, fact_of
from counter_app.domain.rule import NO, variables

MOST_BITS = 1 << 22
"""Cases of a table that are gone through, limits included."""


class TwoBooks:
    """The facts of two versions, each with what only the other one knows.

    Args:
        old: the facts before.
        new: the facts now.
    """

    def __init__(self, old: FactBook, new: FactBook) -> None:
        self._old = _Side.of(old, new)
        self._new = _Side.of(new, old)

    def matter(self, old_limits: FactValues, new_limits: FactValues) -> "Ground":
        """What can be in a matter, with the values it allows in each version.

        Raises:
            FactError: these values contradict each other.
        """
        return Ground(self._old.known(old_limits), self._new.known(new_limits))


@dataclass(frozen=True)
class Ground:
    """What can be in one matter before and now."""

    old: Knowledge
    new: Knowledge

    def values(self, variable: str) -> tuple[str, ...]:
        """The values a variable can have in either version, in order, those of the new one first."""
        ordered = (value for side in self._sides for value in _in_order(side, variable))
        return tuple(dict.fromkeys(ordered))

    def cases(self, table: CaseTable) -> "Possible | None":
        """The cases of a table that can be; None where there are too many to go through."""
        limits = [side.limits_of(tuple(table.choices)) for side in self._sides]
        wide = CaseTable.of((*table.rules, *limits[0], *limits[1]), self.values)
        if wide.size > MOST_BITS:
            return None
        by_side = [_allowed(side, wide) for side in self._sides]
        for place, broken in enumerate(wide.holding[len(table.rules) :]):
            side = 0 if place < len(limits[0]) else 1
            by_side[side] &= ~broken
        return Possible(table, wide, tuple(zip(self._sides, by_side, strict=True)))

    @property
    def _sides(self) -> tuple[Knowledge, Knowledge]:
        return self.new, self.old


@dataclass(frozen=True)
class Possible:
    """The cases of a table that can be.

    Args:
        table: what the rules tell apart. wide: with what limits them, and told apart as these do.
        by_side: the cases of the wide table that can be in each version.
    """

    table: CaseTable
    wide: CaseTable
    by_side: tuple[tuple[Knowledge, int], ...]

    @property
    def every(self) -> int:
        """All of them, in the wide table."""
        return self.by_side[0][1] | self.by_side[1][1]

    def example(self, cases: int) -> FactValues:
        """One of these cases of the wide table, as somebody would tell it: only what the rules look at."""
        side, inside = next((side, here) for side, mine in self.by_side if (here := mine & cases))
        told: dict[str, tuple[str, ...]] = {}
        for name, group in self.wide.first(inside).items():
            if name in self.table.choices:
                fact, _, part = name.partition("/")
                value = next(value for value in group if value in side.values(name))
                several = told.get(fact, ())
                told[fact] = (value,) if not part else several if value == NO else (*several, part)
        return MappingProxyType(told)


@dataclass(frozen=True)
class _Side:
    """One version, with what only the other one knows.

    Args:
        limits: variable to the values it can have here, where the facts do not say so themselves.
    """

    book: FactBook
    limits: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, own: FactBook, other: FactBook) -> "_Side":
        foreign = (one for one in _plain(other) if any(not _knows(own, name) for name in variables(one.rule)))
        facts = {fact.id: fact for book in (other, own) for fact in book.facts.values() if fact.rule is None}
        return cls(FactBook(facts, (*_plain(own), *foreign)), dict(_strange_values(own, other)))

    def known(self, limits: FactValues) -> Knowledge:
        return Knowledge.nothing(self.book, {**self.limits, **limits})


def _plain(book: FactBook) -> Iterator[Contradiction]:
    """The contradictions over base facts."""
    return (Contradiction(one.id, book.expanded(one.rule), one.text) for one in book.contradictions)


def _knows(book: FactBook, variable: str) -> bool:
    fact = book.facts.get(fact_of(variable))
    if fact is None or fact.rule is not None:
        return False
    if fact.kind is FactKind.MULTI_CHOICE:
        return variable.partition("/")[2] in fact.value_ids
    return "/" not in variable


def _strange_values(own: FactBook, other: FactBook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the variables of the other version can be here, where both have the fact but not in the same way."""
    for fact in other.facts.values():
        mine = own.facts.get(fact.id)
        if mine is None or mine.rule is not None or fact.rule is not None:
            continue
        if fact.kind is not FactKind.MULTI_CHOICE and mine.kind is FactKind.MULTI_CHOICE:
            yield fact.id, fact.value_ids
        if fact.kind is mine.kind is FactKind.MULTI_CHOICE:
            for value in fact.value_ids:
                if value not in mine.value_ids:
                    yield f"{fact.id}/{value}", (NO,)


def _in_order(side: Knowledge, variable: str) -> Iterator[str]:
    possible = side.values(variable)
    ordered = dict.fromkeys((*side.book.values(variable), *sorted(possible)))
    return (value for value in ordered if value in possible)


def _allowed(side: Knowledge, table: CaseTable) -> int:
    cases = table.every
    for name in table.choices:
        cases &= table.where(name, side.values(name))
    return cases

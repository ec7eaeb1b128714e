"""How one row or one fee differs between two versions: in which of its cases, and how these are told in short."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from counter_app.domain.case_table import CaseTable
from counter_app.domain.difference.shortest import MOST_CASES, shortest
from counter_app.domain.difference.two_versions import Ground, Possible
from counter_app.domain.evaluation import Holds, split
from counter_app.domain.fact import FactValues
from counter_app.domain.rule import Rule

Result = TypeVar("Result", bound=Hashable)
Result_co = TypeVar("Result_co", bound=Hashable, covariant=True)


@dataclass(frozen=True, slots=True)
class Looked(Generic[Result]):
    """One version of a row or fee: all rules it looks at, and what comes out where they hold."""

    rules: tuple[Rule, ...]
    result_of: Callable[[Holds], Result]


@dataclass(frozen=True, slots=True)
class Change(Generic[Result_co]):
    """All cases in which the same result turns into the same other one.

    Args:
        count: how many cases; None where they are too many to be counted.
        example: one of them, as far as the rules look at it.
        when: the shortest rule that holds in them and in no other possible case; None where there is no short one.
    """

    before: Result_co
    after: Result_co
    count: int | None
    example: FactValues
    when: Rule | None


@dataclass(frozen=True, slots=True)
class Compared(Generic[Result_co]):
    """What changes among the cases that both versions together tell apart.

    Args:
        total: how many of them can be; None where they are too many to be counted.
        is_complete: whether they could be gone through; else nothing is known about them.
    """

    total: int | None
    changes: tuple[Change[Result_co], ...]
    is_complete: bool = True

    @property
    def changed(self) -> int | None:
        """In how many cases anything changes; None where they are too many to be counted."""
        counts = [change.count for change in self.changes]
        return None if None in counts else sum(count for count in counts if count is not None)


def compared(before: Looked[Result], after: Looked[Result], ground: Ground) -> Compared[Result]:
    """Go through the cases of one row or fee; only its own facts count, so that nothing is multiplied out."""
    rules = (*before.rules, *after.rules)
    table = CaseTable.of(rules, ground.values)
    possible = ground.cases(table)
    if possible is None:
        return Compared(None, (), is_complete=False)
    holding = {id(rule): cases for rule, cases in zip(rules, possible.wide.holding, strict=False)}
    found: dict[tuple[Result, Result], int] = {}

    def both(holds: Holds) -> tuple[Result, Result]:
        return before.result_of(holds), after.result_of(holds)

    for results, cases in split(possible.every, holding, both):
        found[results] = found.get(results, 0) | cases
    return _counted(possible, {pair: cases for pair, cases in found.items() if pair[0] != pair[1]})


def _counted(possible: Possible, found: Mapping[tuple[Result, Result], int]) -> Compared[Result]:
    table, wide = possible.table, possible.wide
    if not found:
        return Compared(None, ())
    in_order = sorted(found.items(), key=lambda item: item[1] & -item[1])
    if table.size > MOST_CASES:
        many = (Change(*pair, None, possible.example(cases), None) for pair, cases in in_order)
        return Compared(None, tuple(many))
    every = wide.coarsened(possible.every, table)
    changes: Sequence[Change[Result]] = [
        Change(*pair, here.bit_count(), possible.example(cases), shortest(table, here, every))
        for pair, cases in in_order
        for here in [wide.coarsened(cases, table)]
    ]
    return Compared(every.bit_count(), tuple(changes))

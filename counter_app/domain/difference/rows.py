"""The rows and fees of one matter that differ between two versions, each compared over its own facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial

from counter_app.domain.difference.cases import Compared, Looked, compared
from counter_app.domain.difference.two_versions import Ground
from counter_app.domain.document import Age, strictest
from counter_app.domain.evaluation import Holds
from counter_app.domain.fee import ServiceFee
from counter_app.domain.role import Role
from counter_app.domain.service import Clause, Requirement
from counter_app.domain.text import Text


class Fate(StrEnum):
    """What became of a row or fee."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that is wanted: by whom, how old at most, how many copies."""

    role: Role
    age: Age | None
    copies: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What an act costs, with its paragraph. ``discretion``: by what the office may lower it, or empty."""

    eur: Decimal
    norm: str
    discretion: str


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row; a result is what is wanted in a case, None where the paper is not needed."""

    document: str
    name: Text
    fate: Fate
    cases: Compared[Wanted | None]


@dataclass(frozen=True, slots=True)
class FeeDifference:
    """One act of the fee; a result is what it costs in a case, None where it is not done."""

    fee: str
    name: Text
    fate: Fate
    cases: Compared[Cost | None]


def row_differences(
    old: Sequence[Requirement], new: Sequence[Requirement], ground: Ground, day: date
) -> Iterator[RowDifference]:
    """The rows that differ on a day."""
    before, after = ({row.document.id: row for row in rows if row.valid_clauses(day)} for rows in (old, new))
    for name, row in {**before, **after}.items():
        one, other = before.get(name), after.get(name)
        if one is None or other is None or _demands(one, day) != _demands(other, day):
            cases = compared(_looked_at_row(one, day), _looked_at_row(other, day), ground)
            if (fate := _fate(one, other)) is not Fate.CHANGED or cases.changes or not cases.is_complete:
                yield RowDifference(name, row.document.name, fate, cases)


def fee_differences(old: Sequence[ServiceFee], new: Sequence[ServiceFee], ground: Ground) -> Iterator[FeeDifference]:
    """The acts that differ, of those that a matter costs on a day."""
    before, after = ({row.fee.id: row for row in rows} for rows in (old, new))
    for name, row in {**before, **after}.items():
        one, other = before.get(name), after.get(name)
        if one is None or other is None or _prices(one) != _prices(other):
            cases = compared(_looked_at_fee(one), _looked_at_fee(other), ground)
            if (fate := _fate(one, other)) is not Fate.CHANGED or cases.changes or not cases.is_complete:
                yield FeeDifference(name, row.fee.name, fate, cases)


def _demands(row: Requirement, day: date) -> list[tuple[object, ...]]:
    """All that decides when the paper is wanted and how."""
    return [(clause.when, *_said(row, clause)) for clause in row.valid_clauses(day)]


def _said(row: Requirement, clause: Clause) -> tuple[Role, Age | None, int]:
    paper = row.document
    return clause.role or paper.role, clause.age or paper.age, clause.copies or paper.copies


def _looked_at_row(row: Requirement | None, day: date) -> Looked[Wanted | None]:
    clauses = () if row is None else row.valid_clauses(day)

    def wanted(holds: Holds) -> Wanted | None:
        said = [_said(row, clause) for clause in clauses if row is not None and holds(clause.when)]
        if not said:
            return None
        ages = (age for _, age, _ in said if age is not None)
        return Wanted(said[0][0], strictest(ages, day), max(copies for *_, copies in said))

    return Looked(tuple(clause.when for clause in clauses), wanted)


def _prices(row: ServiceFee) -> tuple[object, ...]:
    """All that decides what the act costs."""
    fee = row.fee
    amounts = tuple((amount.when, amount.eur, amount.norm or fee.norm) for amount in fee.amounts)
    return row.when, amounts, tuple((relief.when, relief.eur, relief.norm) for relief in fee.reliefs)


def _looked_at_fee(row: ServiceFee | None) -> Looked[Cost | None]:
    return Looked((), lambda _: None) if row is None else Looked(row.rules, partial(_cost, row))


def _cost(row: ServiceFee, holds: Holds) -> Cost | None:
    charge = row.charge(holds)
    if charge is None:
        return None
    return Cost(charge.eur, charge.norm, charge.discretion.norm if charge.discretion else "")


def _fate(old: object | None, new: object | None) -> Fate:
    return Fate.ADDED if old is None else Fate.REMOVED if new is None else Fate.CHANGED

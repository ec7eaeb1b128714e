"""The difference between two versions of the content, case by case, on one day.

Rows and fees are compared one by one, each over its own facts; see
``docs/decisions/0008-differences-case-by-case.md``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from counter_app.domain.content import Content
from counter_app.domain.particulars import changed_particulars, of_matter
from counter_app.domain.row_difference import FeeDifference, RowDifference, fee_differences, row_differences
from counter_app.domain.service import Service
from counter_app.domain.two_versions import Ground, TwoBooks
from counter_app.domain.validity import Validity, turning_days
from counter_app.domain.value import Value, ValueStep


@dataclass(frozen=True, slots=True)
class Turned:
    """A fact for which a matter allows or assumes other values; empty where it says nothing."""

    fact: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """A limit of the year that is another one; None where there is none on the day."""

    id: str
    name: str
    before: ValueStep | None
    after: ValueStep | None


@dataclass(frozen=True, slots=True)
class MatterDifference:
    """What changes in one matter.

    Args:
        limits: facts whose values that make sense in the matter changed. assumptions: likewise what stands in.
        particulars: ids of changed texts, notes, sources and the like.
        later: days after the compared one on which only one of the versions changes.
    """

    service: Service
    rows: tuple[RowDifference, ...]
    fees: tuple[FeeDifference, ...]
    limits: tuple[Turned, ...]
    assumptions: tuple[Turned, ...]
    particulars: tuple[str, ...]
    later: tuple[date, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.rows or self.fees or self.limits or self.assumptions or self.particulars or self.later)


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changes between two versions.

    Args:
        matters: those of both versions in which something changes.
        particulars: ids of changed texts, facts, contradictions and the like outside the files of matters.
    """

    day: date
    added: tuple[Service, ...]
    removed: tuple[Service, ...]
    matters: tuple[MatterDifference, ...]
    values: tuple[ValueDifference, ...]
    particulars: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.added or self.removed or self.matters or self.values or self.particulars)


def difference(old: Content, new: Content, day: date) -> Difference:
    """Compare two versions as they count on a day.

    Raises:
        FactError: the values that a matter allows contradict each other.
    """
    books = TwoBooks(old.facts, new.facts)
    particulars = changed_particulars(old, new)
    both = [(old.services[name], service) for name, service in new.services.items() if name in old.services]
    matters = [
        matter_difference(
            before, after, books.matter(before.limits, after.limits), day, of_matter(particulars, after.id)
        )
        for before, after in both
    ]
    theirs = {name for before, _ in both for name in of_matter(particulars, before.id)}
    added, removed = _only_in(new.services, old.services), _only_in(old.services, new.services)
    gone = {name for service in (*added, *removed) for name in of_matter(particulars, service.id)}
    return Difference(
        day,
        added,
        removed,
        tuple(matter for matter in matters if not matter.is_empty),
        tuple(_value_differences(old.values, new.values, day)),
        tuple(name for name in particulars if name not in theirs | gone),
    )


def matter_difference(
    old: Service, new: Service, ground: Ground, day: date, particulars: tuple[str, ...] = ()
) -> MatterDifference:
    """Compare one matter."""
    return MatterDifference(
        new,
        tuple(row_differences(old.requirements, new.requirements, ground, day)),
        tuple(fee_differences(old.fees_on(day), new.fees_on(day), ground)),
        tuple(_turned(old.limits, new.limits)),
        tuple(_turned(_tuples(old.assumptions), _tuples(new.assumptions))),
        particulars,
        tuple(sorted(set(_later(old, day)) ^ set(_later(new, day)))),
    )


def _turned(old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]) -> Iterator[Turned]:
    for fact in sorted({*old, *new}):
        before, after = old.get(fact, ()), new.get(fact, ())
        if set(before) != set(after):
            yield Turned(fact, before, after)


def _tuples(values: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {fact: (value,) for fact, value in values.items()}


def _only_in(one: Mapping[str, Service], other: Mapping[str, Service]) -> tuple[Service, ...]:
    return tuple(service for name, service in one.items() if name not in other)


def _value_differences(old: Mapping[str, Value], new: Mapping[str, Value], day: date) -> Iterator[ValueDifference]:
    for name, value in {**old, **new}.items():
        before, after = (values[name].on(day) if name in values else None for values in (old, new))
        if before != after:
            yield ValueDifference(name, value.name, before, after)


def _later(service: Service, day: date) -> Iterator[date]:
    """The days after this one on which something of the matter begins or ends to count."""
    return (turn for turn in turning_days(_validities(service)) if turn > day)


def _validities(service: Service) -> Iterator[Validity]:
    yield from (clause.validity for row in service.requirements for clause in row.clauses)
    for row in service.fees:
        yield row.validity
        yield from (amount.validity for amount in row.fee.amounts)
        yield from (relief.validity for relief in row.fee.reliefs)
    yield from (step.validity for value in service.yearly_values for step in value.steps)

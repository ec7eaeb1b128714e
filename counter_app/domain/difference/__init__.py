"""The difference between two versions of the content, case by case, on one day.

Rows and fees are compared one by one, each over its own facts; see
``docs/decisions/0009-differences-case-by-case.md``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from counter_app.domain.content import Content
from counter_app.domain.difference.matters import MatterDifference, matter_difference
from counter_app.domain.difference.particulars import changed_particulars, of_matter
from counter_app.domain.difference.two_versions import TwoBooks
from counter_app.domain.service import Service
from counter_app.domain.value import Unit, Value


@dataclass(frozen=True, slots=True)
class YearlyAmount:
    """What a limit of the year is on a day. ``amount``: None while nobody could read it."""

    amount: Decimal | None
    unit: Unit
    norm: str


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """A limit of the year that is another one; None where there is none on the day."""

    id: str
    name: str
    before: YearlyAmount | None
    after: YearlyAmount | None


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


def _only_in(one: Mapping[str, Service], other: Mapping[str, Service]) -> tuple[Service, ...]:
    return tuple(service for name, service in one.items() if name not in other)


def _value_differences(old: Mapping[str, Value], new: Mapping[str, Value], day: date) -> Iterator[ValueDifference]:
    for name, value in {**old, **new}.items():
        before, after = (_on(day, values[name]) if name in values else None for values in (old, new))
        if before != after:
            yield ValueDifference(name, value.name, before, after)


def _on(day: date, value: Value) -> YearlyAmount | None:
    step = value.on(day)
    return None if step is None else YearlyAmount(step.amount, value.unit, step.norm)

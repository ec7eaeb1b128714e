"""Everything that differs in one matter, on one day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from counter_app.domain.difference.rows import FeeDifference, RowDifference, fee_differences, row_differences
from counter_app.domain.difference.two_versions import Ground
from counter_app.domain.service import Service
from counter_app.domain.validity import turning_days


@dataclass(frozen=True, slots=True)
class Turned:
    """A fact for which a matter allows or assumes other values; empty where it says nothing."""

    fact: str
    before: tuple[str, ...]
    after: tuple[str, ...]


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


def _later(service: Service, day: date) -> Iterator[date]:
    """The days after this one on which something of the matter begins or ends to count."""
    steps = (step.validity for value in service.yearly_values for step in value.steps)
    return (turn for turn in turning_days([*service.validities(), *steps]) if turn > day)

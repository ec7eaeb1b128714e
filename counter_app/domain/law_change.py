"""What another day does to a list: the law may be another one on the day of the appointment."""

from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.domain.checklist import Checklist, Row
from counter_app.domain.evaluation import Truth


@dataclass(frozen=True, slots=True)
class LawChange:
    """How many papers came, went, or are wanted otherwise, and whether the fee is another one."""

    came: int
    went: int
    changed: int
    is_fee_changed: bool

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.came or self.went or self.changed or self.is_fee_changed)


def law_change(before: Checklist, after: Checklist) -> LawChange:
    """What differs between the lists of one case on two days."""
    old, new = _shown(before), _shown(after)
    changed = sum(_demand(old[name]) != _demand(new[name]) for name in old.keys() & new.keys())
    return LawChange(len(new.keys() - old), len(old.keys() - new), changed, before.fee != after.fee)


def _shown(checklist: Checklist) -> Mapping[str, Row]:
    return {row.document.id: row for row in checklist.rows if row.needed is not Truth.NO}


def _demand(row: Row) -> tuple[object, ...]:
    """All that is asked of a paper; not its number and not the papers beside it."""
    return row.needed, row.because, row.depends_on, row.notes, row.hints, row.role, row.age, row.copies

"""One row of the list as both sides see it, and what the clerk found about its paper."""

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.checklist import Row
from counter_app.domain.document import Document


class RowState(StrEnum):
    """How a row of the list stands."""

    OPEN = "open"
    PRESENT = "present"
    MISSING = "missing"
    UNCLEAR = "unclear"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, repr=False)
class Tick:
    """What the clerk found about a paper. ``reason``: id of a reason, for a missing one only."""

    state: RowState
    reason: str = ""


OPEN = Tick(RowState.OPEN)


@dataclass(frozen=True, slots=True, repr=False)
class ListRow:
    """One row as both sides see it.

    Args:
        number: what both sides point at, the same for the whole visit.
        row: why the paper is on the list; None for one that the clerk added.
    """

    number: int
    document: Document
    row: Row | None
    tick: Tick

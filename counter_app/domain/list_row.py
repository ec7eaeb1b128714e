"""One row of the list as both sides see it, and what the clerk found about its paper."""

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.checklist import Row
from counter_app.domain.document import Age, Document
from counter_app.domain.paper_clock import PaperTime, bears_day


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
        time: until when the paper counts; None while nobody told the day that stands on it.
    """

    number: int
    document: Document
    row: Row | None
    tick: Tick
    time: PaperTime | None = None

    @property
    def age(self) -> Age | None:
        """How old the paper may be here."""
        return self.row.age if self.row else self.document.age

    @property
    def bears_day(self) -> bool:
        """Whether the clerk can tell the day that stands on the paper."""
        return bears_day(self.document, self.age)

    @property
    def is_too_old(self) -> bool:
        """Whether the paper is older than it may be; a card that ends is still to be brought."""
        return self.time is not None and self.time.age is not None and self.time.is_over

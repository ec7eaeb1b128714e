"""Changes of law that are known to come, or were not read yet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Watch:
    """From a day on, matters may rest on old law.

    Args:
        first: the first day on which that may be so.
        text: what may have changed; German, for the clerk.
        services: ids of the matters.
    """

    id: str
    first: date
    text: str
    services: Collection[str]
    source: str

    def is_due(self, day: date) -> bool:
        """Whether somebody must look at the law before a matter is trusted on that day."""
        return self.first <= day

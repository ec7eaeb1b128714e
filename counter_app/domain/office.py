"""The office whose name stands on the sheets and whose settings hold."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """One office. Empty lines are not printed. ``settings``: fact of kind setting to ``yes`` or ``no``."""

    id: str
    name: str
    address: str
    phone: str
    email: str
    hours: str
    settings: Mapping[str, str]

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below the name on a sheet."""
        return tuple(line for line in (self.address, self.phone, self.email, self.hours) if line)

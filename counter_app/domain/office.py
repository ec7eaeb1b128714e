"""The office whose name stands on the sheets and whose settings hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from counter_app.domain.calendar import Land

USUAL_RENEWAL_MONTHS = 3
"""Offices ask for an application two to six months before a card ends."""


@dataclass(frozen=True, slots=True)
class CounterSettings:
    """How the counters of an office work.

    Args:
        veil_after: how long nobody touches anything until the customer's screen is veiled.
        clear_after: how long the countdown then runs until the visit is wiped.
        may_save_pdf: whether a sheet may be saved as a file.
        favourites: ids of the phrases on F5 … F8.
    """

    veil_after: timedelta
    clear_after: timedelta
    may_save_pdf: bool
    favourites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Funding:
    """Who pays for the work of the office, as the grant wants it said: a line and the name of a picture file."""

    text: str
    logo: str


@dataclass(frozen=True, slots=True)
class Office:
    """One office. Empty lines are not printed.

    Args:
        logo: the name of a picture file; empty for none.
        funding: None while it is not switched on.
        settings: fact of kind setting to ``yes`` or ``no``.
        folder_order: ids of papers as the office files them; papers it does not name follow in the order of the list.
        land: where it lies; None while nobody has said so.
        renewal_months: how long before a card ends the office wants the application for the next one.
    """

    id: str
    name: str
    address: str
    rooms: str
    phone: str
    email: str
    hours: str
    logo: str
    funding: Funding | None
    settings: Mapping[str, str]
    counter: CounterSettings
    folder_order: tuple[str, ...] = ()
    land: Land | None = None
    renewal_months: int = USUAL_RENEWAL_MONTHS

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below the name on a sheet."""
        return tuple(line for line in (self.address, self.rooms, self.phone, self.email, self.hours) if line)

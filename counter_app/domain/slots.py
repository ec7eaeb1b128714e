"""Slots in texts: a closed list of names, filled in one format for both languages.

German formats and Latin digits stand in every language, because both sides must be able to point at the same number.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal

SLOTS = frozenset(
    {
        "amount",
        "date",
        "document",
        "email",
        "minutes",
        "number",
        "office",
        "office_address",
        "phone",
        "room",
        "time",
        "time_to",
        "weeks",
    }
)
AFTER_COLON = frozenset({"document", "office", "office_address"})
"""Slots that stand only after a colon or at the start of a line: cases and articles differ between languages."""

SLOT = re.compile(r"\{([^{}]*)\}")


def slots_of(text: str) -> frozenset[str]:
    """The names of all slots in a text."""
    return frozenset(SLOT.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its slots filled; a slot without a value stays visible."""
    return SLOT.sub(lambda match: values.get(match[1], match[0]), text)


def with_names(text: str, name: Callable[[str], str]) -> str:
    """The text with the name of each slot in brackets, as one reads it before it is filled.

    Args:
        name: what a slot is called.
    """
    return SLOT.sub(lambda match: f"[{name(match[1])}]", text)


def german_date(day: date) -> str:
    """A date as on the German paper: ``03.12.2026``."""
    return f"{day:%d.%m.%Y}"


def german_time(moment: time) -> str:
    """A time of day: ``09:30``."""
    return f"{moment:%H:%M}"


def german_amount(euros: Decimal) -> str:
    """An amount of money: ``93,00 €``, ``1.234,50 €``."""
    whole, cents = f"{euros:,.2f}".split(".")
    return f"{whole.replace(',', '.')},{cents} €"

"""Limits that change every year, such as the least salary of a Blue Card: for the clerk, with their paragraph."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from counter_app.domain.document import Confidence
from counter_app.domain.validity import Validity


class Unit(StrEnum):
    """What an amount is counted in."""

    EUR_YEAR = "eur_year"
    EUR_MONTH = "eur_month"

    @property
    def german(self) -> str:
        """What stands after the amount of euros: ``im Jahr``."""
        return {Unit.EUR_YEAR: "im Jahr", Unit.EUR_MONTH: "im Monat"}[self]


@dataclass(frozen=True, slots=True)
class ValueStep:
    """What a value is for some time.

    Args:
        amount: None while nobody could read it; ``note`` says why.
    """

    validity: Validity
    amount: Decimal | None
    norm: str
    confidence: Confidence
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Value:
    """One limit with all its steps; no two of them count on one day."""

    id: str
    name: str
    unit: Unit
    steps: tuple[ValueStep, ...]

    def on(self, day: date) -> ValueStep | None:
        """What it is on a day; None where no step says so."""
        return next((step for step in self.steps if step.validity.covers(day)), None)

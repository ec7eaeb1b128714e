"""Fees as items with conditions: never guessed, always with their paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import itemgetter

from counter_app.domain.document import Confidence
from counter_app.domain.evaluation import Holds, Outcome, Reason, outcome, reasons
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import All, Rule
from counter_app.domain.text import Text
from counter_app.domain.validity import ALWAYS_VALID, Validity

Price = tuple[Decimal, bool]
"""Euros, and whether the office may still lower them."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What an act costs under a condition, for some time. ``norm`` empty: that of the fee."""

    when: Rule
    eur: Decimal
    norm: str = ""
    validity: Validity = ALWAYS_VALID


@dataclass(frozen=True, slots=True)
class Relief:
    """Who pays less or nothing. ``eur`` None: the office may lower the fee, nobody can say to what."""

    id: str
    name: str
    when: Rule
    eur: Decimal | None
    norm: str
    confidence: Confidence
    source: str
    note: str
    validity: Validity = ALWAYS_VALID


@dataclass(frozen=True, slots=True)
class Fee:
    """One act with its amounts and the reliefs that touch it, those of other days included.

    On every day there are amounts; the first of them whose rule holds counts, and the last one always holds.
    """

    id: str
    name: Text
    norm: str
    amounts: tuple[Amount, ...]
    reliefs: tuple[Relief, ...]
    note: str
    confidence: Confidence
    source: str

    def on(self, day: date) -> "Fee":
        """The fee with what counts on a day; itself where that is everything."""
        amounts = tuple(amount for amount in self.amounts if amount.validity.covers(day))
        reliefs = tuple(relief for relief in self.reliefs if relief.validity.covers(day))
        if (len(amounts), len(reliefs)) == (len(self.amounts), len(self.reliefs)):
            return self
        return replace(self, amounts=amounts, reliefs=reliefs)


@dataclass(frozen=True, slots=True)
class ServiceFee:
    """A fee a matter can cost, and when. What it costs on a day says its version of that day: see :meth:`on`."""

    fee: Fee
    when: Rule
    validity: Validity = ALWAYS_VALID

    def on(self, day: date) -> "ServiceFee | None":
        """Its version of a day; None where the matter does not cost it on that day."""
        if not self.validity.covers(day):
            return None
        fee = self.fee.on(day)
        return self if fee is self.fee else replace(self, fee=fee)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule the charge depends on."""
        amounts = (amount.when for amount in self.fee.amounts)
        reliefs = (relief.when for relief in self.fee.reliefs)
        return (self.when, *amounts, *reliefs)

    def outcome(self, known: Knowledge) -> "Outcome[Charge | None]":
        """Every charge that can still come out; None where the act is not done."""
        return outcome(self.rules, self.charge, known)

    def prices(self, known: Knowledge) -> Outcome[Price]:
        """Everything the act can still cost; an act that is free or not done costs nothing."""
        return self.outcome(known).mapped(_price)

    def charge(self, holds: Holds) -> "Charge | None":
        """What it costs where these rules hold; None when the act is not done."""
        if not holds(self.when):
            return None
        amount = next(amount for amount in self.fee.amounts if holds(amount.when))
        lowest = Charge(amount.eur, amount.norm or self.fee.norm, (amount.when,))
        firm = [(relief.eur, relief) for relief in self.fee.reliefs if relief.eur is not None]
        for eur, relief in sorted(firm, key=itemgetter(0)):
            if eur < lowest.eur and holds(relief.when):
                lowest = Charge(eur, relief.norm, (relief.when,))
        lowering = (relief for relief in self.fee.reliefs if relief.eur is None and lowest.eur)
        discretion = next((relief for relief in lowering if holds(relief.when)), None)
        return replace(lowest, discretion=discretion) if discretion else lowest


@dataclass(frozen=True, slots=True)
class Charge:
    """What one act costs: amount, its paragraph, the rules that made it so.

    Args:
        discretion: by what the office may lower the amount, if it may.
    """

    eur: Decimal
    norm: str
    rules: tuple[Rule, ...] = field(hash=False)  # going through whole rules takes time, and tells few charges apart
    discretion: Relief | None = field(default=None, hash=False)


class FeeState(StrEnum):
    """What can be said about the whole fee."""

    KNOWN = "known"
    DEPENDS = "depends"
    OFFICE_DECIDES = "office_decides"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One act of the fee with what it costs."""

    fee: Fee
    charge: Charge
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FeeResult:
    """The whole fee. ``total`` is None unless the state is known (0.00 for none)."""

    state: FeeState
    total: Decimal | None
    items: tuple[FeeItem, ...]
    depends_on: tuple[str, ...]


def fee_of(rows: Sequence[ServiceFee], known: Knowledge) -> FeeResult:
    """Work out the fee from what is known.

    Prices count: an open fact that cannot change the price of any act is not asked for.
    """
    outcomes = [row.outcome(known) for row in rows]
    prices = [found.mapped(_price) for found in outcomes]
    open_facts = {fact for price in prices for fact in price.depends_on}
    if open_facts:
        items = tuple(_items(rows, [found.results if found.is_settled else frozenset() for found in outcomes], known))
        return FeeResult(FeeState.DEPENDS, None, items, tuple(sorted(open_facts, key=known.book.order)))
    # Nothing can change the price of an act any more, though it may be open which of several free ones is done.
    items = tuple(_items(rows, [found.results for found in outcomes], known))
    if not items:
        return FeeResult(FeeState.NONE, Decimal("0.00"), (), ())
    if any(item.charge.discretion for item in items):
        return FeeResult(FeeState.OFFICE_DECIDES, None, items, ())
    return FeeResult(FeeState.KNOWN, sum((item.charge.eur for item in items), Decimal("0.00")), items, ())


def _items(
    rows: Sequence[ServiceFee], charges: Sequence[frozenset[Charge | None]], known: Knowledge
) -> Iterator[FeeItem]:
    for row, possible in zip(rows, charges, strict=True):
        done = [charge for charge in possible if charge is not None]
        if done:
            charge = min(done, key=lambda one: one.norm)
            lowered = () if charge.discretion is None else (charge.discretion.when,)
            yield FeeItem(row.fee, charge, reasons(All((row.when, *charge.rules, *lowered)), known))


def _price(charge: Charge | None) -> Price:
    return (Decimal("0.00"), False) if charge is None else (charge.eur, charge.discretion is not None)

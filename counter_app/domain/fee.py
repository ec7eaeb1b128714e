"""Fees as items with conditions: never guessed, always with their paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from counter_app.domain.document import Confidence
from counter_app.domain.evaluation import Outcome, Reason, outcome, reasons
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import All, Assignment, Rule, holds
from counter_app.domain.text import Text

Price = tuple[Decimal, bool]
"""Euros, and whether the office may still lower them."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What an act costs under a condition. ``norm`` empty: that of the fee."""

    when: Rule
    eur: Decimal
    norm: str = ""


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


@dataclass(frozen=True, slots=True)
class Fee:
    """One act with its amounts (the first whose rule holds counts) and the reliefs that touch it."""

    id: str
    name: Text
    norm: str
    amounts: tuple[Amount, ...]
    reliefs: tuple[Relief, ...]
    note: str
    confidence: Confidence
    source: str


@dataclass(frozen=True, slots=True)
class ServiceFee:
    """A fee a matter can cost, and when."""

    fee: Fee
    when: Rule

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule the charge depends on."""
        amounts = (amount.when for amount in self.fee.amounts)
        reliefs = (relief.when for relief in self.fee.reliefs)
        return (self.when, *amounts, *reliefs)

    def prices(self, known: Knowledge) -> Outcome[Price]:
        """Everything the act can still cost; an act that is free or not done costs nothing."""
        return outcome(self.rules, lambda case: _price(self.charge(case)), known)

    def charges(self, known: Knowledge) -> "frozenset[Charge | None]":
        """Every charge that can still come out, the paragraph and its reasons included."""
        return outcome(self.rules, self.charge, known).results

    def charge(self, case: Assignment) -> "Charge | None":
        """What it costs in one case; None when the act is not done."""
        if not holds(self.when, case):
            return None
        amount = next(amount for amount in self.fee.amounts if holds(amount.when, case))
        regular = Charge(amount.eur, amount.norm or self.fee.norm, (amount.when,))
        granted = [relief for relief in self.fee.reliefs if holds(relief.when, case)]
        firm = [Charge(relief.eur, relief.norm, (relief.when,)) for relief in granted if relief.eur is not None]
        lowest = min((regular, *firm), key=lambda charge: charge.eur)
        open_relief = next((relief for relief in granted if relief.eur is None), None)
        if open_relief is None or lowest.eur == 0:
            return lowest
        return Charge(lowest.eur, open_relief.norm, (*lowest.rules, open_relief.when), decided_by_office=True)


@dataclass(frozen=True, slots=True)
class Charge:
    """What one act costs: amount, paragraph, the rules that made it so."""

    eur: Decimal
    norm: str
    rules: tuple[Rule, ...]
    decided_by_office: bool = False


class FeeState(StrEnum):
    """What can be said about the whole fee."""

    KNOWN = "known"
    DEPENDS = "depends"
    OFFICE_DECIDES = "office_decides"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One settled item of the fee. ``eur`` is the highest amount where the office decides."""

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
    items = tuple(_certain_items(rows, known))
    prices = [row.prices(known) for row in rows]
    open_facts = {fact for price in prices for fact in price.depends_on}
    if open_facts:
        return FeeResult(FeeState.DEPENDS, None, items, tuple(sorted(open_facts, key=known.book.order)))
    if not any(row.charges(known) - {None} for row in rows):
        return FeeResult(FeeState.NONE, Decimal("0.00"), (), ())
    settled = [price for found in prices for price in found.results]
    if any(decided_by_office for _, decided_by_office in settled):
        return FeeResult(FeeState.OFFICE_DECIDES, None, items, ())
    return FeeResult(FeeState.KNOWN, sum((eur for eur, _ in settled), Decimal("0.00")), items, ())


def _certain_items(rows: Sequence[ServiceFee], known: Knowledge) -> Iterator[FeeItem]:
    """The acts that are done in every case and cost the same in each."""
    for row in rows:
        charges = row.charges(known)
        certain = [charge for charge in charges if charge is not None]
        if len(certain) == len(charges) and len({_price(charge) for charge in certain}) == 1:
            charge = min(certain, key=lambda one: one.norm)
            yield FeeItem(row.fee, charge, reasons(All((row.when, *charge.rules)), known))


def _price(charge: Charge | None) -> Price:
    return (Decimal("0.00"), False) if charge is None else (charge.eur, charge.decided_by_office)

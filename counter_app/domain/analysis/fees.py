"""Amounts and reliefs that count in no matter that costs the fee."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from counter_app.domain.analysis.insight import Insight, InsightKind
from counter_app.domain.analysis.matter import Matter, Matters
from counter_app.domain.fee import Amount, Fee, Relief, ServiceFee
from counter_app.domain.rule import All, Not, Rule
from counter_app.domain.slots import german_amount

_Look = tuple[Matter, ServiceFee]
"""A matter, and a fee of it as it is on one day."""


@dataclass
class _Use:
    """One fee of the book and everywhere it can be due."""

    fee: Fee
    looks: list[_Look] = field(default_factory=list)

    @property
    def matters(self) -> str:
        """The matters that cost it, in words."""
        return ", ".join(dict.fromkeys(f"„{matter.service.id}“" for matter, _ in self.looks))


def fee_insights(matters: Matters, day: date) -> Iterator[Insight]:
    """Amounts that never count and reliefs that nobody ever gets; those of the past are left alone."""
    uses: dict[str, _Use] = {}
    for matter in matters:
        for row in matter.service.fees:
            uses.setdefault(row.fee.id, _Use(row.fee))
        for _, row in matter.fees():
            uses[row.fee.id].looks.append((matter, row))
    for use in uses.values():
        yield from _amount_insights(use)
    yield from _relief_insights(list(uses.values()), day)


def _amount_insights(use: _Use) -> Iterator[Insight]:
    for number, amount in enumerate(use.fee.amounts):
        # An amount of the past is part of no look.
        looks = [(matter, row) for matter, row in use.looks if any(one is amount for one in row.fee.amounts)]
        if not looks or any(not matter.never(_counts(amount, row)) for matter, row in looks):
            continue
        before = "; vorher gilt immer ein anderer Betrag" if number else ""
        detail = (
            f"Der Betrag {german_amount(amount.eur)} der Gebühr „{use.fee.id}“ kann nie gelten: in keinem Fall der "
            f"Anliegen {use.matters} kommt „{amount.when}“ zum Zug{before}."
        )
        yield Insight(InsightKind.AMOUNT_NEVER, ("amount", use.fee.id, str(number)), detail)


def _counts(amount: Amount, row: ServiceFee) -> Rule:
    """When the fee is due and this is the first amount that holds."""
    parts: list[Rule] = [row.when]
    for other in row.fee.amounts:
        if other is amount:
            break
        parts.append(Not(other.when))
    return All((*parts, amount.when))


def _relief_insights(uses: list[_Use], day: date) -> Iterator[Insight]:
    by_relief: dict[str, list[tuple[Relief, _Use]]] = {}
    for use in uses:
        for relief in use.fee.reliefs:
            by_relief.setdefault(relief.id, []).append((relief, use))
    for relief_id, places in by_relief.items():
        relief = places[0][0]
        if relief.validity.last is not None and relief.validity.last < day:
            continue
        idle = [use for relief, use in places if not _applies(relief, use)]
        if len(idle) == len(places):
            fees = ", ".join(f"„{use.fee.id}“" for use in idle)
            detail = (
                f"Die Ermäßigung „{relief_id}“ kann nie gelten: in keinem Fall, in dem eine der Gebühren {fees} "
                f"anfällt, gilt „{relief.when}“."
            )
            yield Insight(InsightKind.RELIEF_NEVER, ("relief", relief_id), detail)
            continue
        for use in idle:
            detail = (
                f"Die Ermäßigung „{relief_id}“ kann bei der Gebühr „{use.fee.id}“ nie gelten (Anliegen {use.matters})."
            )
            yield Insight(InsightKind.RELIEF_IDLE, ("relief", relief_id), detail)


def _applies(relief: Relief, use: _Use) -> bool:
    looks = ((matter, row) for matter, row in use.looks if any(one is relief for one in row.fee.reliefs))
    return any(not matter.never(All((row.when, relief.when))) for matter, row in looks)

"""Amounts in texts: each must be a fee or a limit of the day, so that no text lives on with last year's number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from counter_app.content.problems import Finding
from counter_app.content.reader import Reading
from counter_app.domain.content import Content
from counter_app.domain.fee import Fee
from counter_app.domain.slots import german_amount, german_date
from counter_app.domain.validity import Validity


@dataclass(frozen=True, slots=True)
class _Known:
    """An amount of fees.toml or values.toml, what it is and when."""

    eur: Decimal
    name: str
    validity: Validity


def quote_findings(reading: Reading, day: date) -> Iterator[Finding]:
    """Texts that quote an amount in euro which nothing costs or limits on a day."""
    known = list(_amounts(reading.content))
    today = {one.eur: one for one in known if one.validity.covers(day)}
    for place, amount in reading.noted.quotes:
        if amount and amount not in today:
            complaint = f"Der Text nennt {german_amount(amount)}; diesen Betrag gibt es am {german_date(day)} weder in"
            advice = _other_day(amount, known) or _nearest(amount, list(today.values()))
            yield Finding(place, f"{complaint} fees.toml noch in values.toml. {advice}".rstrip())


def _other_day(amount: Decimal, known: list[_Known]) -> str:
    """What has this amount on another day."""
    one = next((one for one in known if one.eur == amount), None)
    if one is None:
        return ""
    first, last = one.validity.first, one.validity.last
    days = [f"ab {german_date(first)}" if first else "", f"bis {german_date(last)}" if last else ""]
    return f"„{one.name}“ hat ihn nur {' '.join(filter(None, days))}."


def _nearest(amount: Decimal, known: list[_Known]) -> str:
    if not known:
        return ""
    near = min(known, key=lambda one: (abs(one.eur - amount), one.eur))
    return f"Am nächsten liegt {german_amount(near.eur)} ({near.name})."


def _amounts(content: Content) -> Iterator[_Known]:
    """Everything that something costs or that limits something, on any day."""
    for value in content.values.values():
        steps = ((step, step.amount) for step in value.steps)
        yield from (_Known(eur, value.name, step.validity) for step, eur in steps if eur is not None)
    for fee in _fees(content):
        yield from (_Known(amount.eur, fee.name.german, amount.validity) for amount in fee.amounts)
        reliefs = ((relief, relief.eur) for relief in fee.reliefs)
        yield from (_Known(eur, relief.name, relief.validity) for relief, eur in reliefs if eur is not None)


def _fees(content: Content) -> Iterator[Fee]:
    for service in content.services.values():
        yield from (row.fee for row in service.fees)
    for sheet in content.sheets.values():
        for block in sheet.blocks:
            yield from block.fees

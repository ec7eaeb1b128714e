"""Limits of the year that nobody has carried on, and matters whose law somebody must look at again."""

from collections.abc import Iterator
from datetime import date

from counter_app.domain.analysis.insight import Insight, InsightKind
from counter_app.domain.content import Content
from counter_app.domain.slots import german_date
from counter_app.domain.validity import turning_days
from counter_app.domain.value import Value


def time_insights(content: Content, day: date) -> Iterator[Insight]:
    """What the calendar has overtaken."""
    for value in content.values.values():
        yield from _value_insights(value, day)
    watches = {watch.id: watch for service in content.services.values() for watch in service.needs_check(day)}
    for watch in watches.values():
        services = ", ".join(name for name in content.services if name in watch.services)
        detail = f"Seit {german_date(watch.first)} neu zu prüfen: {watch.text} Betroffen: {services}."
        yield Insight(InsightKind.NEEDS_CHECK, ("watch", watch.id), detail)


def _value_insights(value: Value, day: date) -> Iterator[Insight]:
    step, about = value.on(day), ("value", value.id)
    if step is not None and step.amount is None:
        detail = f"Der Wert „{value.id}“ hat am {german_date(day)} keinen Betrag: {step.note or 'niemand weiß ihn'}"
        yield Insight(InsightKind.VALUE_UNKNOWN, about, detail)
    if step is not None:
        yield from _gaps(value, day)
        return
    ends = [one.validity.last for one in value.steps if one.validity.last is not None and one.validity.last < day]
    until = f"; der letzte galt bis {german_date(max(ends))}" if ends else ""
    detail = f"Der Wert „{value.id}“ hat am {german_date(day)} keinen Betrag{until}."
    yield Insight(InsightKind.VALUE_OVER, about, detail)


def _gaps(value: Value, day: date) -> Iterator[Insight]:
    """Times to come for which no step says anything, although a later one does."""
    firsts = [first for step in value.steps if (first := step.validity.first) is not None]
    for turn in turning_days(step.validity for step in value.steps):
        later = [first for first in firsts if first > turn]
        if turn > day and later and value.on(turn) is None:
            detail = (
                f"Der Wert „{value.id}“ hat ab {german_date(turn)} keinen Betrag, erst ab {german_date(min(later))} "
                "wieder; bitte die Lücke schließen. Ist der Betrag nicht bekannt, bleibt „amount“ weg."
            )
            yield Insight(InsightKind.VALUE_OVER, ("value", value.id), detail)

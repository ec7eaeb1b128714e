"""The difference between two versions as the office reads it, line by line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from counter_app.app.fact_words import FactWords
from counter_app.domain.content import Content
from counter_app.domain.difference import Difference, ValueDifference, YearlyAmount
from counter_app.domain.difference.cases import Change, Compared
from counter_app.domain.difference.matters import MatterDifference, Turned
from counter_app.domain.difference.rows import Cost, Fate, FeeDifference, RowDifference, Wanted
from counter_app.domain.document import Age
from counter_app.domain.rule import Always
from counter_app.domain.slots import german_amount, german_date
from counter_app.domain.text import Text

FATES: Mapping[Fate, str] = {Fate.ADDED: "neu", Fate.REMOVED: "entfallen", Fate.CHANGED: "geändert"}
MOST_IDS = 8
"""Ids of texts a person reads; ``--json`` gives all."""


class DifferenceLines:
    """Tells a difference in German, facts by the names they have at the counter."""

    def __init__(self, old: Content, new: Content) -> None:
        self._facts = FactWords(new.facts, old.facts)
        self._labels = {**old.labels, **new.labels}

    def lines(self, found: Difference) -> Iterator[str]:
        """All of it."""
        if found.is_empty:
            yield f"Am {german_date(found.day)}: kein Unterschied."
            return
        changed, added, removed = len(found.matters), len(found.added), len(found.removed)
        yield f"Am {german_date(found.day)}: {changed} Anliegen geändert, {added} neu, {removed} entfallen."
        yield from (f"Neues Anliegen: {service.name.german} [{service.id}]" for service in found.added)
        yield from (f"Entfallenes Anliegen: {service.name.german} [{service.id}]" for service in found.removed)
        yield from (f"Jahreswert {_value(value)}" for value in found.values)
        yield from _ids("Texte und anderes außerhalb der Anliegen", found.particulars)
        yield from self._matters(found.matters)

    def _matters(self, found: Sequence[MatterDifference]) -> Iterator[str]:
        """The matters one by one; those in which exactly the same changes, together."""
        names: dict[tuple[str, ...], list[str]] = {}
        for matter in found:
            name = f"{matter.service.name.german} [{matter.service.id}]"
            names.setdefault(tuple(self._matter(matter)), []).append(name)
        for lines, alike in names.items():
            yield ""
            yield from alike
            yield from lines

    def _matter(self, found: MatterDifference) -> Iterator[str]:
        for row in found.rows:
            yield from _indented(self._row(row))
        for fee in found.fees:
            yield from _indented(self._fee(fee))
        yield from _indented(self._turned("Erlaubte Werte", found.limits, "alle"))
        yield from _indented(self._turned("Angenommen", found.assumptions, "nichts"))
        yield from _indented(_ids("Texte, Hinweise und Quellen", found.particulars))
        yield from _indented(_later(found.later))

    def _row(self, found: RowDifference) -> Iterator[str]:
        yield f"Unterlage {_title(found.name, found.document, found.fate, found.cases)}"
        for change in found.cases.changes:
            yield from _indented(self._change(self._wanted(change.before, change.after), change))

    def _fee(self, found: FeeDifference) -> Iterator[str]:
        yield f"Gebühr {_title(found.name, found.fee, found.fate, found.cases)}"
        for change in found.cases.changes:
            yield from _indented(self._change(_cost(change.before, change.after), change))

    def _change(self, what: str, change: Change[object]) -> Iterator[str]:
        if isinstance(change.when, Always):
            yield f"{what}: in allen Fällen"
            return
        yield f"{what}{'' if change.count is None else f': in {_cases(change.count)}'}"
        if change.when is None:
            yield "  wenn: … (zu viele Fälle für eine kurze Regel)"
        else:
            first, *others = self._facts.ways(change.when)
            yield f"  wenn {first}"
            yield from (f"  oder {way}" for way in others)
            yield f"  Regel: {change.when}"
        yield f"  Beispiel: {self._facts.case(change.example)}"

    def _wanted(self, before: Wanted | None, after: Wanted | None) -> str:
        if before is None or after is None:
            return "jetzt gebraucht" if before is None else "nicht mehr gebraucht"
        parts = []
        if before.copies != after.copies:
            parts.append(f"Kopien: {before.copies} → {after.copies}")
        if before.age != after.age:
            parts.append(f"Höchstalter: {_age(before.age)} → {_age(after.age)}")
        if before.role is not after.role:
            parts.append(f"von wem: {self._role(before.role)} → {self._role(after.role)}")
        return "; ".join(parts)

    def _role(self, role: str) -> str:
        text = self._labels.get(f"role/{role}")
        return role if text is None else text.german

    def _turned(self, what: str, found: Sequence[Turned], nothing: str) -> Iterator[str]:
        for one in found:
            before, after = (
                ", ".join(self._facts.tile(one.fact, value) for value in values) or nothing
                for values in (one.before, one.after)
            )
            yield f"{what}: {self._facts.name(one.fact)}: {before} → {after}"


def _title(name: Text, part_id: str, fate: Fate, cases: Compared[object]) -> str:
    return f"{name.german} [{part_id}]: {FATES[fate]}{_extent(cases)}"


def _extent(cases: Compared[object]) -> str:
    if not cases.is_complete:
        return "; die Fälle sind zu viele, um sie durchzugehen. Bitte die Regeln einfacher fassen."
    if not cases.changes:
        return "; ändert in keinem Fall etwas"
    if cases.total is None:
        return "; die Fälle sind zu viele, um sie zu zählen"
    return f" in {cases.changed} von {_cases(cases.total)} dieser Zeile"


def _cases(count: int) -> str:
    return "1 Fall" if count == 1 else f"{count} Fällen"


def _cost(before: Cost | None, after: Cost | None) -> str:
    if before is None or after is None:
        return f"jetzt fällig: {_price(after)}" if before is None else f"nicht mehr fällig: {_price(before)}"
    return f"{_price(before)} → {_price(after)}"


def _price(cost: Cost | None) -> str:
    if cost is None:
        return "keine"
    lowered = f"; das Amt kann sie senken: {cost.discretion}" if cost.discretion else ""
    return f"{german_amount(cost.eur)} ({cost.norm}{lowered})"


def _age(age: Age | None) -> str:
    return "keines" if age is None else age.german


def _value(found: ValueDifference) -> str:
    return f"{found.name} [{found.id}]: {_yearly(found.before)} → {_yearly(found.after)}"


def _yearly(found: YearlyAmount | None) -> str:
    if found is None:
        return "keiner"
    amount = "unbekannt" if found.amount is None else f"{german_amount(found.amount)} {found.unit.german}"
    return f"{amount} ({found.norm})"


def _ids(what: str, ids: Sequence[str]) -> Iterator[str]:
    if ids:
        more = f" und {len(ids) - MOST_IDS} weitere (--json zeigt alle)" if len(ids) > MOST_IDS else ""
        yield f"{what}: {len(ids)} geändert: {'; '.join(ids[:MOST_IDS])}{more}"


def _later(days: Sequence[date]) -> Iterator[str]:
    if days:
        shown = ", ".join(map(german_date, days))
        yield f"Später ändert sich nur in einer Fassung etwas, bitte mit --date ansehen: {shown}"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)

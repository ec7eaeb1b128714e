"""Entries that nothing names, and facts no rule asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from counter_app.content.blocks_reader import BLOCK
from counter_app.content.facts_reader import FACT
from counter_app.content.forms_reader import FEE, PAPER
from counter_app.content.phrases_reader import ANSWER
from counter_app.content.problems import Finding
from counter_app.content.processes_reader import PROCESS
from counter_app.content.reader import Reading
from counter_app.content.services_reader import GROUP
from counter_app.content.values_reader import VALUE
from counter_app.domain.fact import FactKind
from counter_app.domain.rule import atoms

_SERVICES, _FEES = "forms/services/", "forms/fees.toml"


@dataclass(frozen=True, slots=True)
class _Use:
    """Who must name the entries of one kind.

    Args:
        complaint: what to say of one that nobody names.
        is_use: whether a place that names it counts.
        is_hint: it can be meant.
    """

    kind: str
    complaint: str
    is_hint: bool
    is_use: Callable[[str], bool] = bool


_USES = (
    _Use(BLOCK, "Den Baustein „{}“ übernimmt kein Anliegen.", is_hint=False),
    _Use(PAPER, "Die Unterlage „{}“ verlangt kein Anliegen; im Katalog bleibt sie.", is_hint=True),
    _Use(VALUE, "Den Wert „{}“ nennt kein Anliegen.", is_hint=True, is_use=lambda place: place.startswith(_SERVICES)),
    _Use(PROCESS, "Den Ablauf „{}“ nennt kein Anliegen.", is_hint=True),
    _Use(GROUP, "In der Gruppe „{}“ steht kein Anliegen.", is_hint=True),
    _Use(ANSWER, "Die Antwort „{}“ nennt kein Satz.", is_hint=True),
)


def unused_findings(reading: Reading) -> Iterator[Finding]:
    """Everything that nothing needs."""
    yield from _unasked_facts(reading)
    yield from _idle_fees(reading)
    for use in _USES:
        for name, place in _entries(use.kind, reading):
            if not any(map(use.is_use, _naming(use.kind, name, reading))):
                yield Finding(place, use.complaint.format(name), use.is_hint)


def _unasked_facts(reading: Reading) -> Iterator[Finding]:
    """Facts that no row, fee or relief asks for, neither by themselves nor by what is derived from them."""
    book = reading.content.facts
    derived = (fact.rule for fact in book.facts.values() if fact.rule is not None)
    asked = reading.noted.asked.union(atom.fact for rule in derived for atom in atoms(rule))
    for fact in book.facts.values():
        if fact.id not in asked:
            is_setting = fact.kind is FactKind.SETTING
            what = "Die Einstellung" if is_setting else "Die Angabe"
            yield Finding(
                reading.places[f"{FACT}/{fact.id}"], f"{what} „{fact.id}“ nutzt keine Zeile und keine Gebühr."
            )


def _idle_fees(reading: Reading) -> Iterator[Finding]:
    for name, place in _entries(FEE, reading):
        users = [user for user in _naming(FEE, name, reading) if not user.startswith(_FEES)]
        if not any(user.startswith(_SERVICES) for user in users):
            is_on_sheet = bool(users)
            where = "; sie steht nur auf einem Blatt" if is_on_sheet else ""
            yield Finding(place, f"Die Gebühr „{name}“ nimmt kein Anliegen{where}.", is_hint=is_on_sheet)


def _entries(kind: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """Id and place of all entries of a kind."""
    prefix = f"{kind}/"
    return ((name.removeprefix(prefix), place) for name, place in reading.places.items() if name.startswith(prefix))


def _naming(kind: str, name: str, reading: Reading) -> set[str]:
    return reading.noted.named.get((kind, name), set())

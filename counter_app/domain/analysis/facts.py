"""Answers nobody can give, answers that no rule tells apart, and contradictions that exclude nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from counter_app.domain.analysis.insight import Insight, InsightKind
from counter_app.domain.analysis.search import witness
from counter_app.domain.errors import FactError
from counter_app.domain.fact import Contradiction, Fact, FactBook, FactKind
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import YES, Atom, Has, Is, Not, Rule, atoms
from counter_app.domain.service import Service


def fact_insights(book: FactBook, services: Iterable[Service]) -> Iterator[Insight]:
    """What is wrong with facts, whatever the matter."""
    for contradiction in book.contradictions:
        yield from _contradiction_insight(contradiction, book)
    for fact in book.facts.values():
        for value in fact.value_ids:
            if not _can_be(fact, value, book):
                yield _impossible(fact, value, book)
    yield from _alike(book, services)


def _contradiction_insight(contradiction: Contradiction, book: FactBook) -> Iterator[Insight]:
    bare = Knowledge.nothing(replace(book, contradictions=()))
    rule = book.expanded(contradiction.rule)
    if witness(rule, bare) is None:
        detail = (
            f"Der Widerspruch „{contradiction.id}“ schließt nichts aus: „{contradiction.rule}“ gilt in keinem Fall."
        )
        yield Insight(InsightKind.CONTRADICTION_EMPTY, ("contradiction", contradiction.id), detail)


def _can_be(fact: Fact, value: str, book: FactBook) -> bool:
    if fact.rule is not None:
        rule = book.expanded(fact.rule)
        return witness(rule if value == YES else Not(rule), Knowledge.nothing(book)) is not None
    variable, wanted = (f"{fact.id}/{value}", YES) if fact.kind is FactKind.MULTI_CHOICE else (fact.id, value)
    try:
        Knowledge.nothing(book, {variable: (wanted,)})
    except FactError:
        return False
    return True


def _impossible(fact: Fact, value: str, book: FactBook) -> Insight:
    """An answer nobody can give, at the contradiction that alone is to blame, if there is one."""
    if fact.rule is not None and not _can_be(fact, value, replace(book, contradictions=())):
        answer = "Ja" if value == YES else "Nein"
        detail = (
            f"„{fact.id}“ kann nie {answer} sein: In keinem Fall gilt {'' if value == YES else 'nicht '}„{fact.rule}“."
        )
        return Insight(InsightKind.DERIVED_SETTLED, ("fact", fact.id), detail)
    culprit = next((one for one in book.contradictions if _can_be(fact, value, _without(book, one))), None)
    what = f"Die Antwort „{fact.id} = {value}“ kann niemand mehr geben"
    if culprit is None:
        detail = f"{what}: Mehrere Widersprüche schließen sie aus."
        return Insight(InsightKind.ANSWER_IMPOSSIBLE, ("fact", fact.id), detail)
    detail = f"{what}: Der Widerspruch „{culprit.id}“ (Regel „{culprit.rule}“) schließt sie in jedem Fall aus."
    return Insight(InsightKind.ANSWER_IMPOSSIBLE, ("contradiction", culprit.id), detail)


def _without(book: FactBook, contradiction: Contradiction) -> FactBook:
    return replace(book, contradictions=tuple(one for one in book.contradictions if one is not contradiction))


def _alike(book: FactBook, services: Iterable[Service]) -> Iterator[Insight]:
    """Answers to one question that nothing tells apart: it is enough to ask for one of them."""
    looks: dict[str, set[Atom]] = defaultdict(set)
    for rule in (*_rules(services), *(book.expanded(one.rule) for one in book.contradictions)):
        for atom in atoms(rule):
            looks[atom.fact].add(atom)
    for fact in book.facts.values():
        if fact.id in looks and fact.kind in {FactKind.CHOICE, FactKind.MULTI_CHOICE}:
            for values in _classes(fact, looks[fact.id]):
                tiles = ", ".join(f"„{fact.value(value).tile.german}“ ({value})" for value in values)
                detail = (
                    f"Nach {tiles} fragt keine Regel."
                    if fact.kind is FactKind.MULTI_CHOICE
                    else f"Keine Regel unterscheidet {tiles}."
                )
                yield Insight(InsightKind.ANSWERS_ALIKE, ("fact", fact.id), f"„{fact.id}“: {detail}")


def _classes(fact: Fact, looks: set[Atom]) -> list[list[str]]:
    """The answers that stand together. Of several answers each is asked for alone; what stands alone needs no rule."""
    if fact.kind is FactKind.MULTI_CHOICE:
        asked = {atom.value for atom in looks if isinstance(atom, Has)}
        idle = [value.id for value in fact.values if value.id not in asked and not value.alone]
        return [idle] if idle else []
    sets = [atom.values for atom in looks if isinstance(atom, Is)]
    classes: dict[tuple[bool, ...], list[str]] = {}
    for value in fact.value_ids:
        classes.setdefault(tuple(value in group for group in sets), []).append(value)
    return [values for values in classes.values() if len(values) > 1]


def _rules(services: Iterable[Service]) -> Iterator[Rule]:
    for service in services:
        for requirement in service.requirements:
            yield from (clause.when for clause in requirement.clauses)
        for fee in service.fees:
            yield from fee.rules

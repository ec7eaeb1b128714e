"""Groups of papers of which any one is enough: can a case be left without any of them?"""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from counter_app.domain.analysis.insight import Insight, InsightKind, case_words
from counter_app.domain.analysis.matter import Matter, Matters
from counter_app.domain.document import OneOf
from counter_app.domain.rule import All, Assignment, Not, Rule
from counter_app.domain.slots import german_date

_CHOICE = 2
"""Papers; one alone is no choice."""


def group_insights(groups: tuple[OneOf, ...], matters: Matters) -> Iterator[Insight]:
    """Groups without a choice, and groups of which a case shows no paper although others show several."""
    for group in groups:
        yield from _small(group, matters)
        yield from _empty(group, matters)


def _small(group: OneOf, matters: Matters) -> Iterator[Insight]:
    sizes = {
        matter.service.id: max(len(_rules(group, matter, day)) for day in matter.days)
        for matter in matters
        if not group.services or matter.service.id in group.services
    }
    for service in group.services:
        if sizes.get(service, _CHOICE) < _CHOICE:
            papers = "eine Unterlage" if sizes[service] else "keine Unterlage"
            detail = f"Die Auswahl „{group.id}“ hat im Anliegen „{service}“ {papers}; erwartet mindestens zwei."
            yield Insight(InsightKind.GROUP_SMALL, ("group", group.id, service), detail)
    if not group.services and max(sizes.values(), default=0) < _CHOICE:
        detail = f"Die Auswahl „{group.id}“ hat in keinem Anliegen zwei Unterlagen."
        yield Insight(InsightKind.GROUP_SMALL, ("group", group.id), detail)


def _empty(group: OneOf, matters: Matters) -> Iterator[Insight]:
    """One insight for all matters, with the case of the first of them."""
    looks = [(matter, found) for matter in matters if (found := _gap(group, matter)) is not None]
    unmeant = [(matter, found) for matter, found in looks if not group.may_be_empty(matter.service.id)]
    if unmeant:
        matter, (day, none, several) = unmeant[0]
        others = ", ".join(f"„{other.service.id}“" for other, _ in unmeant[1:])
        since = "" if day == matter.day else f"ab {german_date(day)} "
        detail = (
            f"Die Auswahl „{group.id}“ kann im Anliegen „{matter.service.id}“ {since}leer bleiben, "
            f"z. B. bei {case_words(none, matter.known.book)}; mehrere Unterlagen zeigt sie "
            f"z. B. bei {case_words(several, matter.known.book)}."
            f"{f' Ebenso in {others}.' if others else ''} Ist das so gemeint, gehört „optional“ dazu."
        )
        yield Insight(InsightKind.GROUP_EMPTY, ("group", group.id), detail, none)
    gaps = {matter.service.id for matter, _ in looks}
    idle = [name for name in group.optional_in if name not in gaps]
    if idle or (group.optional and not gaps):
        where = "in keinem Anliegen" if group.optional else f"in {', '.join(f'„{name}“' for name in idle)} nie"
        detail = f"Die Auswahl „{group.id}“ bleibt {where} leer; „optional“ kann dort weg."
        yield Insight(InsightKind.GROUP_NEVER_EMPTY, ("group", group.id), detail)


def _gap(group: OneOf, matter: Matter) -> tuple[date, Assignment, Assignment] | None:
    """The first day with a case that shows no paper and one that shows several; with these two cases."""
    for day in matter.days:
        rules = _rules(group, matter, day)
        several = _several(rules, matter)
        none = None if several is None else matter.witness(All(tuple(Not(rule) for rule in rules)))
        if several is not None and none is not None:
            return day, none, several
    return None


def _several(rules: list[Rule], matter: Matter) -> Assignment | None:
    """A case in which two papers of the group show."""
    pairs = (matter.witness(All(pair)) for pair in combinations(rules, 2))
    return next((case for case in pairs if case is not None), None)


def _rules(group: OneOf, matter: Matter, day: date) -> list[Rule]:
    """When the papers of the group show on a day; those that never do are none."""
    covered = (row for row in matter.service.requirements if group.covers(row.document.id, matter.service.id))
    return [rule for row in covered if (rule := row.when(day)) is not None and not matter.never(rule)]

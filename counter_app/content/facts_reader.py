"""Reads ``forms/facts.toml``: facts with their answers, and combinations that cannot be."""

from collections.abc import Mapping
from types import MappingProxyType

from counter_app.content.problems import Consequence, Problems
from counter_app.content.references import by_id
from counter_app.content.table import Table
from counter_app.content.texts import Texts
from counter_app.domain.errors import ContentError
from counter_app.domain.fact import Asked, Contradiction, Fact, FactBook, FactKind, FactValue
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.label import Label
from counter_app.domain.role import Role
from counter_app.domain.rule import NO, YES, Rule, atoms, holds, variables
from counter_app.domain.text import Text

FACT, CONTRADICTION = "Angabe", "Widerspruch"
LONGEST_TILE = 4
"""Words: what a customer takes in at a glance."""

MOST_COMBINATIONS = 4096
"""Cases one row or fee may tell apart; more cannot be gone through while somebody waits."""


def checked_rule(table: Table, key: str, book: FactBook, problems: Problems) -> Rule:
    """A rule over base facts.

    Raises:
        ContentError: it cannot be read, tells too much apart, or speaks of facts or values that are not declared.
        Consequence: it speaks of a fact that is broken.
    """
    rule = table.rule(key)
    if problems.is_looked_through:
        return book.expanded(rule)
    strangers = (atom.fact for atom in atoms(rule) if atom.fact not in book.facts)
    if any(problems.is_left_out(FACT, fact) for fact in strangers):
        raise Consequence("", table.where(key))
    if error := book.complaint(rule):
        raise ContentError(error.detail, table.where(key))
    if key == "when":  # contradictions ask for nothing
        problems.noted.asked.update(atom.fact for atom in atoms(rule))
    expanded = book.expanded(rule)
    if (count := Knowledge.nothing(book).count_cases([expanded])) > MOST_COMBINATIONS:
        detail = f"Die Regel unterscheidet {count} Fälle; höchstens {MOST_COMBINATIONS} sind möglich."
        raise ContentError(detail, table.where(key))
    return expanded


class FactsReader:
    """Reads facts one by one.

    Args:
        yes_no: the tiles of yes and no, for facts that name none of their own.
    """

    def __init__(self, texts: Texts, yes_no: dict[str, Text], problems: Problems) -> None:
        self._texts = texts
        self._yes_no = yes_no
        self._problems = problems

    def read(self, root: Table) -> FactBook:
        """All facts and contradictions of the file."""
        facts = by_id(FACT, root.tables("fact"), self._fact, self._problems)
        self._leave_out_broken_rules(root, facts)
        book = FactBook(MappingProxyType(facts))

        def contradiction(table: Table) -> Contradiction:
            rule = checked_rule(table, "rule", book, self._problems)
            if not variables(rule) and holds(rule, {}):
                detail = f"„{table.text('rule')}“ gilt in jedem Fall; so wäre kein Fall mehr möglich."
                raise ContentError(
                    f"{detail} Erwartet eine Regel, die nur gilt, wo sich Angaben widersprechen.", table.where("rule")
                )
            return Contradiction(table.id(), rule, table.text("text"))

        contradictions = by_id(CONTRADICTION, root.tables("contradiction"), contradiction, self._problems)
        return FactBook(book.facts, tuple(contradictions.values()))

    def _fact(self, table: Table) -> Fact:
        fact_id = table.id()
        kind = table.choice("kind", FactKind)
        if kind is FactKind.SETTING:
            return self._setting(table, fact_id)
        asked = table.choice("asked", Asked, Asked.OFFICE if kind is FactKind.DERIVED else None)
        make = self._texts.make if asked is Asked.CUSTOMER else self._texts.internal
        is_derived = kind is FactKind.DERIVED
        return Fact(
            fact_id,
            kind,
            asked,
            make(table, "label", f"fact/{fact_id}/label"),
            None if is_derived else make(table, "question", f"fact/{fact_id}/question"),
            self._values(table, fact_id, kind),
            table.rule("rule") if is_derived else None,
            shared=table.flag("shared"),
            ask_always=frozenset(table.choices("ask_always", Role)) if "ask_always" in table else frozenset(),
        )

    def _setting(self, table: Table, fact_id: str) -> Fact:
        question = self._texts.internal(table, "question", f"fact/{fact_id}/question")
        default = table.text("default")
        if default not in {YES, NO}:
            detail = f"„{default}“ ist falsch; erwartet „yes“ oder „no“."
            raise ContentError(detail, table.where("default"))
        values = self._yes_no_values()
        return Fact(fact_id, FactKind.SETTING, Asked.OFFICE, question, question, values, default=default)

    def _values(self, table: Table, fact_id: str, kind: FactKind) -> tuple[FactValue, ...]:
        values = []
        for entry in table.tables("values"):
            value_id = entry.id()
            tile = self._texts.make(entry, "tile", f"fact/{fact_id}/value/{value_id}")
            if len(tile.german.split()) > LONGEST_TILE:
                self._problems.add(
                    entry.where("tile"), f"Die Kachel „{tile.german}“ hat mehr als {LONGEST_TILE} Wörter."
                )
            values.append(FactValue(value_id, tile, entry.flag("alone")))
            entry.close(self._problems)
        is_choice = kind in {FactKind.CHOICE, FactKind.MULTI_CHOICE}
        if is_choice and not values:
            detail = "Die Angabe hat keine Werte; erwartet „values“ mit id und tile."
            raise ContentError(detail, table.where())
        if values and not is_choice and {value.id for value in values} != {YES, NO}:
            detail = "Die Angabe hat die Antworten Ja und Nein; erwartet „values“ mit den Kennungen yes und no."
            raise ContentError(detail, table.where("values"))
        return tuple(values) or self._yes_no_values()

    def _yes_no_values(self) -> tuple[FactValue, ...]:
        return tuple(FactValue(value, self._yes_no[value]) for value in (YES, NO))

    def _leave_out_broken_rules(self, root: Table, facts: dict[str, Fact]) -> None:
        """Take out derived facts whose rule does not fit or leads back to them, and those that rest on these."""
        book = FactBook(MappingProxyType(dict(facts)))
        derived = {table.id(): table for table in root.tables("fact") if _is_derived(table.text("id", ""), facts)}
        broken: set[str] = set()
        for fact_id, table in derived.items():
            below = _facts_below(fact_id, book.facts)
            if below & broken:
                continue
            if any(self._problems.is_left_out(FACT, name) for name in below - facts.keys()):
                broken.add(fact_id)
                continue
            if error := book.complaint(table.rule("rule")):
                detail = error.detail
            elif fact_id in below:
                detail = f"Die Regel von „{fact_id}“ führt im Kreis zu sich selbst zurück."
            else:
                continue
            self._problems.add(table.where("rule"), detail)
            broken.add(fact_id)
        for fact_id in derived:
            if fact_id in broken or _facts_below(fact_id, book.facts) & broken:
                self._problems.leave_out(FACT, fact_id)
                del facts[fact_id]


def _is_derived(fact_id: str, facts: Mapping[str, Fact]) -> bool:
    return fact_id in facts and facts[fact_id].rule is not None


def _facts_below(fact_id: str, facts: Mapping[str, Fact]) -> set[str]:
    """All facts that a derived fact rests on, over any number of steps; itself where the rules go round."""
    found: set[str] = set()
    waiting = [fact_id]
    while waiting:
        rule = facts[fact].rule if (fact := waiting.pop()) in facts else None
        new = {atom.fact for atom in atoms(rule)} - found if rule is not None else set()
        found |= new
        waiting += new
    return found


def yes_no_tiles(labels: dict[str, Text]) -> dict[str, Text]:
    """The tiles that yes-no facts share."""
    return {YES: labels[f"label/{Label.YES}"], NO: labels[f"label/{Label.NO}"]}

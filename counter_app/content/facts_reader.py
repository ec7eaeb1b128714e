"""Reads ``forms/facts.toml``: facts with their answers, and combinations that cannot be."""

from counter_app.content.problems import Problems
from counter_app.content.texts import Texts
from counter_app.content.toml_file import Table
from counter_app.domain.errors import ContentError
from counter_app.domain.fact import Asked, Contradiction, Fact, FactBook, FactKind, FactValue
from counter_app.domain.label import Label
from counter_app.domain.rule import NO, YES, Rule
from counter_app.domain.text import Text

LONGEST_TILE = 4
"""Words: what a customer takes in at a glance."""


def checked_rule(table: Table, key: str, book: FactBook) -> Rule:
    """A rule over base facts.

    Raises:
        ContentError: it cannot be read, or speaks of facts or values that are not declared.
    """
    rule = table.rule(key)
    if error := book.complaint(rule):
        raise ContentError(error.detail, table.where(key))
    return book.expanded(rule)


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
        facts: dict[str, Fact] = {}
        for table in root.tables("fact"):
            with self._problems.collected(table.where()):
                fact = self._fact(table)
                if fact.id in facts:
                    detail = f"Die Angabe „{fact.id}“ gibt es schon."
                    raise ContentError(detail, table.where("id"))
                facts[fact.id] = fact
            table.close(self._problems)
        book = FactBook(facts)
        self._check_derived(root, book)
        return FactBook(facts, tuple(self._contradictions(root, book)))

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
        if values:
            return tuple(values)
        if kind in {FactKind.CHOICE, FactKind.MULTI_CHOICE}:
            detail = "Die Angabe hat keine Werte; erwartet „values“ mit id und tile."
            raise ContentError(detail, table.where())
        return self._yes_no_values()

    def _yes_no_values(self) -> tuple[FactValue, ...]:
        return tuple(FactValue(value, self._yes_no[value]) for value in (YES, NO))

    def _check_derived(self, root: Table, book: FactBook) -> None:
        for table in root.tables("fact"):
            if "rule" in table and table.text("id", "") in book.facts:
                error = book.complaint(table.rule("rule"))
                if error is not None:
                    self._problems.add(table.where("rule"), error.detail)

    def _contradictions(self, root: Table, book: FactBook) -> list[Contradiction]:
        found = []
        for table in root.tables("contradiction"):
            with self._problems.collected(table.where()):
                found.append(Contradiction(table.id(), checked_rule(table, "rule", book), table.text("text")))
            table.close(self._problems)
        return found


def yes_no_tiles(labels: dict[str, Text]) -> dict[str, Text]:
    """The tiles that yes-no facts share."""
    return {YES: labels[f"label/{Label.YES}"], NO: labels[f"label/{Label.NO}"]}

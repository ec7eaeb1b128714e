"""Facts, rules and cases as the office reads them, where some are known to one of two versions only."""

from collections.abc import Iterator
from itertools import chain

from counter_app.domain.fact import Fact, FactBook, FactKind, FactValues
from counter_app.domain.rule import NO, YES, All, Always, Any, Has, Is, Not, Rule


class FactWords:
    """Says in German what rules and cases mean.

    Args:
        books: the facts of all versions; where several know a fact, the first one names it.
    """

    def __init__(self, *books: FactBook) -> None:
        self._books = books

    def case(self, told: FactValues) -> str:
        """One case: ``Art des Antrags: Verlängern · Verheiratet: Ja``."""
        return " · ".join(self.answers(fact, values) for fact, values in told.items())

    def answers(self, fact_id: str, values: tuple[str, ...]) -> str:
        """A fact with its values; without any, none of its values is meant."""
        tiles = ", ".join(self.tile(fact_id, value) for value in values)
        return f"{self.name(fact_id)}: {tiles or 'nichts davon'}"

    def ways(self, rule: Rule) -> Iterator[str]:
        """A rule in sentences of which one must hold: ``Art des Antrags: Verlängern und Verheiratet: Nein``."""
        for part in rule.parts if isinstance(rule, Any) else (rule,):
            conditions = part.parts if isinstance(part, All) else (part,)
            yield " und ".join(map(self._condition, conditions))

    def name(self, fact_id: str) -> str:
        """What a fact is called; a setting by its question."""
        fact = next(self._known(fact_id), None)
        return fact_id if fact is None else fact.label.german.removesuffix("?")

    def tile(self, fact_id: str, value_id: str) -> str:
        """What an answer is called."""
        values = chain.from_iterable(fact.values for fact in self._known(fact_id))
        found = next((value.tile.german for value in values if value.id == value_id), None)
        return found or {YES: "Ja", NO: "Nein"}.get(value_id, value_id)

    def _known(self, fact_id: str) -> Iterator[Fact]:
        return (book.facts[fact_id] for book in self._books if fact_id in book.facts)

    def _condition(self, rule: Rule) -> str:
        match rule:
            case Not(Is(fact, (value,))) if self._is_yes_no(fact):
                return f"{self.name(fact)}: {self.tile(fact, NO if value == YES else YES)}"
            case Not(part):
                return self._look(part, "nicht ")
            case _:
                return self._look(rule)

    def _look(self, rule: Rule, sign: str = "") -> str:
        match rule:
            case Is(fact, values):
                return f"{self.name(fact)}: {sign}{' oder '.join(self.tile(fact, value) for value in values)}"
            case Has(fact, value):
                return f"{self.name(fact)}: {sign}{self.tile(fact, value)}"
            case Always():
                return f"{sign}immer"
            case _:
                return f"{sign}({rule})"

    def _is_yes_no(self, fact_id: str) -> bool:
        kinds = {FactKind.YES_NO, FactKind.DERIVED, FactKind.SETTING}
        return any(fact.kind in kinds for fact in self._known(fact_id))

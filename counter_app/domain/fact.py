"""Facts about a matter: what a checklist depends on. They live in memory only."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from counter_app.domain.case_table import CaseTable
from counter_app.domain.errors import RuleError, unknown
from counter_app.domain.role import Role
from counter_app.domain.rule import NO, YES, All, Atom, Has, Is, Rule, atoms, expanded
from counter_app.domain.text import Text

FactValues = Mapping[str, tuple[str, ...]]
"""What somebody said: fact id to value ids; more than one only for a fact with several values."""


class FactKind(StrEnum):
    """What answers a fact takes."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    DERIVED = "derived"
    SETTING = "setting"


class Asked(StrEnum):
    """Who answers: the customer by a tile, or the clerk, who never shows the question."""

    CUSTOMER = "customer"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class FactValue:
    """One answer, with its tile in the customer's view. ``alone``: cannot stand beside another value."""

    id: str
    tile: Text
    alone: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a plain yes or no, which says nothing without the name of its fact."""
        return self.tile.key.startswith("label/")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a checklist can depend on.

    Args:
        label: what the fact is called in lists, before a colon.
        question: what the customer or the clerk is asked; empty text only for derived facts (None).
        values: all answers; ``yes`` and ``no`` for yes_no, derived and setting.
        rule: what a derived fact is derived from.
        default: the value of a setting in an office that says nothing.
        shared: what is said of one person holds for a whole family that came together.
        ask_always: roles in a family for which nothing may stand in, whatever the matter assumes.
    """

    id: str
    kind: FactKind
    asked: Asked
    label: Text
    question: Text | None
    values: tuple[FactValue, ...]
    rule: Rule | None = None
    default: str = NO
    shared: bool = False
    ask_always: frozenset[Role] = frozenset()

    @property
    def is_base(self) -> bool:
        """Whether it has one answer that somebody gives at the counter."""
        return self.kind in {FactKind.YES_NO, FactKind.CHOICE}

    @property
    def value_ids(self) -> tuple[str, ...]:
        """The ids of all answers, in order."""
        return tuple(value.id for value in self.values)

    def place(self, value_id: str) -> int:
        """The place of an answer in the order of asking.

        Raises:
            UnknownName: there is none.
        """
        return self.values.index(self.value(value_id))

    def value(self, value_id: str) -> FactValue:
        """The answer with this id.

        Raises:
            UnknownName: there is none.
        """
        for value in self.values:
            if value.id == value_id:
                return value
        raise unknown(f"Wert der Angabe „{self.id}“", value_id, self.value_ids)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A combination of facts that cannot be; lets one answer settle another one, too.

    No answer may become impossible for everybody: it would have to go from its fact.
    """

    id: str
    rule: Rule
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """A contradiction with all cases of its variables.

    Args:
        broken: the cases in which it is broken.
    """

    contradiction: Contradiction
    table: CaseTable
    broken: int

    @property
    def names(self) -> Collection[str]:
        """The variables it joins."""
        return self.table.choices


@dataclass(frozen=True, repr=False)
class FactBook:
    """All facts an installation knows, in the order they are asked.

    What is worked out for rules is kept as long as the book; nothing that is known of a visit is among it.
    """

    facts: Mapping[str, Fact]
    contradictions: tuple[Contradiction, ...] = field(default=())

    def __getitem__(self, fact_id: str) -> Fact:
        """The fact with this id.

        Raises:
            UnknownName: there is none.
        """
        if fact_id not in self.facts:
            raise unknown("Angabe", fact_id, self.facts)
        return self.facts[fact_id]

    def expanded(self, rule: Rule) -> Rule:
        """The rule over base facts only."""
        return expanded(rule, self._derived)

    def complaint(self, rule: Rule) -> RuleError | None:
        """The first place where a rule does not fit the declared facts; None when it fits."""
        return next((error for atom in atoms(rule) if (error := self._atom_complaint(atom))), None)

    def domain(self, variable: str) -> frozenset[str]:
        """Every value a variable can ever have."""
        found = self._domains.get(variable)
        if found is None:
            found = self._domains[variable] = frozenset(self.values(variable))
        return found

    def values(self, variable: str) -> tuple[str, ...]:
        """Every value a variable can ever have, in order."""
        return (YES, NO) if "/" in variable else self[variable].value_ids

    def table(self, rules: tuple[Rule, ...]) -> CaseTable:
        """All cases that some rules over base facts tell apart."""
        # A table keeps its rules alive, so that their ids stay theirs: much quicker than comparing rules.
        key = tuple(map(id, rules))
        found = self._tables_by_id.get(key)
        if found is not None:
            return found
        found = self._tables.get(rules)
        if found is None:
            found = self._tables[rules] = self._tables_by_id[key] = CaseTable.of(rules, self.values)
        return found

    def order(self, fact_id: str) -> int:
        """The place of a fact in the order of asking."""
        return self._order[fact_id]

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The facts that hold for a whole family, in the order of asking."""
        return tuple(fact.id for fact in self.facts.values() if fact.shared)

    @cached_property
    def constraints(self) -> tuple[Contradiction, ...]:
        """All contradictions over base facts, with those that follow from values that stand alone."""
        stated = (Contradiction(c.id, self.expanded(c.rule), c.text) for c in self.contradictions)
        return (*stated, *self._loners())

    @cached_property
    def touching(self) -> Mapping[str, tuple[Limit, ...]]:
        """Variable to the constraints that look at it."""
        found: dict[str, list[Limit]] = defaultdict(list)
        for constraint in self.constraints:
            table = self.table((constraint.rule,))
            limit = Limit(constraint, table, table.holding[0])
            for variable in limit.names:
                found[variable].append(limit)
        return {variable: tuple(limits) for variable, limits in found.items()}

    @cached_property
    def harmless(self) -> Mapping[str, frozenset[str]]:
        """Variable to the values that no constraint minds, whatever else is the case."""
        return {name: self.domain(name).difference(self._disputed(name)) for name in self.touching}

    @cached_property
    def _derived(self) -> dict[str, Rule]:
        return {fact.id: fact.rule for fact in self.facts.values() if fact.rule is not None}

    @cached_property
    def _order(self) -> dict[str, int]:
        return {fact_id: place for place, fact_id in enumerate(self.facts)}

    @cached_property
    def _domains(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _tables_by_id(self) -> dict[tuple[int, ...], CaseTable]:
        return {}

    @cached_property
    def _tables(self) -> dict[tuple[Rule, ...], CaseTable]:
        return {}

    def _disputed(self, variable: str) -> Iterator[str]:
        """The values of a variable with which a constraint can be broken."""
        for limit in self.touching[variable]:
            table = limit.table
            for group, column in zip(table.choices[variable], table.columns[variable], strict=True):
                if column & limit.broken:
                    yield from group

    def _loners(self) -> Iterator[Contradiction]:
        for fact in self.facts.values():
            for lone in (value for value in fact.values if value.alone):
                for other in fact.values:
                    if other.id != lone.id:
                        rule = All((Has(fact.id, lone.id), Has(fact.id, other.id)))
                        text = f"„{lone.tile.german}“ passt nicht zu „{other.tile.german}“."
                        yield Contradiction(f"{fact.id}_{lone.id}_{other.id}", rule, text)

    def _atom_complaint(self, atom: Atom) -> RuleError | None:
        place = f"Regel, Spalte {atom.position}: "
        fact = self.facts.get(atom.fact)
        if fact is None:
            return RuleError(place + unknown("Angabe", atom.fact, self.facts).detail)
        is_multi = fact.kind is FactKind.MULTI_CHOICE
        if is_multi and isinstance(atom, Is):
            return RuleError(f"{place}„{fact.id}“ hat mehrere Werte; erwartet „{fact.id} has WERT“.")
        if not is_multi and isinstance(atom, Has):
            return RuleError(f"{place}„{fact.id}“ hat nur einen Wert; erwartet „{fact.id} == WERT“.")
        values = atom.values if isinstance(atom, Is) else (atom.value,)
        if values == (YES,) and YES not in fact.value_ids:
            return RuleError(f"{place}„{fact.id}“ ist keine Ja-Nein-Angabe; erwartet „{fact.id} == WERT“.")
        wrong = next((value for value in values if value not in fact.value_ids), None)
        if wrong is None:
            return None
        return RuleError(place + unknown(f"Wert der Angabe „{fact.id}“", wrong, fact.value_ids).detail)

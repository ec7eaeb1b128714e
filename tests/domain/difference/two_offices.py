"""Two versions of a small fact book, and everybody they can describe, gone through one by one.

Who is possible is found without the comparison of the program. A person is a value for every variable of the versions.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from hypothesis import strategies as st

from counter_app.domain.fact import Fact, FactBook, FactKind
from counter_app.domain.knowledge import fact_of
from counter_app.domain.rule import (
    NO,
    YES,
    All,
    Always,
    Any,
    Has,
    Is,
    Not,
    Rule,
    atoms,
    holds,
    variable_of,
    variables,
)
from tests.makers import make_book, make_fact, make_multi_fact

Person = Mapping[str, str]
"""Variable to value."""

FACTS = (
    make_fact("role", "self", "spouse", "parent"),
    make_fact("age", "child", "youth", "adult"),
    make_fact("minor", rule="age in [child, youth]"),
    make_fact("married"),
    make_multi_fact("income", "employed", "benefits", "none", alone="none"),
    make_fact("student"),
)
MORE = {
    "age": make_fact("age", "child", "youth", "adult", "old"),
    "minor": make_fact("minor", rule="age == child"),
    "income": make_multi_fact("income", "employed", "pension", "none", alone="none"),
    "student": make_fact("student", rule="age == youth and income has none"),
}
"""The same facts, as another version has them."""


@dataclass(frozen=True)
class Version:
    """One version: its facts, what it excludes, and the only values one of its matters allows."""

    book: FactBook
    limits: Mapping[str, tuple[str, ...]]

    @cached_property
    def domains(self) -> dict[str, tuple[str, ...]]:
        """Variable to all its values in this version."""
        base = (fact for fact in self.book.facts.values() if fact.rule is None)
        return {name: values for fact in base for name, values in _variables(fact)}

    @cached_property
    def excluded(self) -> list[Rule]:
        """What cannot be, over base facts."""
        return [self.book.expanded(one.rule) for one in self.book.contradictions] + [
            All((Has(fact.id, lone.id), Has(fact.id, other.id)))
            for fact in self.book.facts.values()
            for lone in fact.values
            for other in fact.values
            if lone.alone and other is not lone
        ]


@dataclass(frozen=True)
class TwoVersions:
    """Both versions."""

    old: Version
    new: Version

    @cached_property
    def people(self) -> list[Person]:
        """Everybody who is possible in one of the versions."""
        names = {**self.new.domains, **self.old.domains}
        every = {
            name: dict.fromkeys((*self.new.domains.get(name, ()), *self.old.domains.get(name, ()))) for name in names
        }
        people = (dict(zip(every, values, strict=True)) for values in product(*every.values()))
        return [
            person
            for person in people
            if _is_possible(person, self.new, self.old) or _is_possible(person, self.old, self.new)
        ]


def _is_possible(person: Person, version: Version, other: Version) -> bool:
    for name, value in person.items():
        fact = version.book.facts.get(fact_of(name))
        if name in version.domains:
            if value not in version.limits.get(name, version.domains[name]):
                return False
        elif "/" in name and fact is not None and fact.rule is None and value == YES:
            return False
    foreign = (rule for rule in other.excluded if not set(variables(rule)) <= set(version.domains))
    return not any(holds(rule, person) for rule in (*version.excluded, *foreign))


def cases(people: Sequence[Person], rules: Sequence[Rule]) -> dict[tuple[object, ...], list[Person]]:
    """The people by what the rules tell apart of them."""
    looks = sorted({(variable_of(atom), _values(atom)) for rule in rules for atom in atoms(rule)})
    found: dict[tuple[object, ...], list[Person]] = {}
    for person in people:
        found.setdefault(tuple(person[name] in values for name, values in looks), []).append(person)
    return found


def _values(atom: Is | Has) -> tuple[str, ...]:
    return atom.values if isinstance(atom, Is) else (YES,)


def _variables(fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    if fact.kind is FactKind.MULTI_CHOICE:
        yield from ((f"{fact.id}/{value}", (YES, NO)) for value in fact.value_ids)
    else:
        yield fact.id, fact.value_ids


def rules_over(book: FactBook, leaves: int = 5) -> st.SearchStrategy[Rule]:
    """Rules that fit the facts of a book."""
    atom = st.one_of([_looks(fact) for fact in book.facts.values()])
    return st.recursive(atom | st.just(Always()), _joined, max_leaves=leaves)


def _looks(fact: Fact) -> st.SearchStrategy[Rule]:
    ids = fact.value_ids
    if fact.kind is FactKind.MULTI_CHOICE:
        return st.sampled_from([Has(fact.id, value) for value in ids])
    return st.sampled_from([Is(fact.id, values) for values in (*combinations(ids, 1), *combinations(ids, 2))])


def _joined(parts: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(parts.map(Not), several.map(All), several.map(Any))


@st.composite
def versions(draw: st.DrawFn) -> Version:
    """A version: some facts are missing, some are others; up to three contradictions leave every value possible."""
    missing = draw(st.sets(st.sampled_from(["role", "married", "student"]), max_size=2))
    other = draw(st.sets(st.sampled_from(sorted(MORE))))
    facts = [MORE[fact.id] if fact.id in other else fact for fact in FACTS if fact.id not in missing]
    book = make_book(*facts)
    limits = draw(st.sampled_from([{}, {}, {"age": ("youth", "adult")}]))
    version = Version(book, limits)
    for rule in draw(st.lists(rules_over(book, 3), max_size=3)):
        more = make_book(*facts, contradictions={**_texts(version.book), str(rule): "Das kann nicht sein."})
        if _everything_is_possible(Version(more, limits)):
            version = Version(more, limits)
    return version


def _texts(book: FactBook) -> dict[str, str]:
    return {str(one.rule): one.text for one in book.contradictions}


def _everything_is_possible(version: Version) -> bool:
    alone = TwoVersions(version, version).people
    wanted = {(name, value) for name, values in version.domains.items() for value in version.limits.get(name, values)}
    return wanted <= {item for person in alone for item in person.items()}

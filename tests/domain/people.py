"""Everybody a small fact book can describe, gone through one by one: what the exact evaluation is measured by.

Who is possible is found without the evaluation of the program. A person is a complete set of answers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product

from hypothesis import strategies as st

from counter_app.domain.evaluation import Outcome, Truth, rule_outcome, truth
from counter_app.domain.fact import Contradiction, FactBook, FactKind, FactValues
from counter_app.domain.knowledge import Knowledge, told
from counter_app.domain.rule import NO, YES, All, Always, Any, Has, Is, Not, Rule
from tests.makers import make_book, make_fact, make_multi_fact

Person = Mapping[str, frozenset[str]]
"""Base fact to the answer, or to all answers where a fact takes several."""

BOOK = make_book(
    make_fact("role", "self", "spouse", "parent"),
    make_fact("age", "child", "youth", "adult"),
    make_fact("minor", rule="age in [child, youth]"),
    make_fact("married"),
    make_multi_fact("income", "employed", "benefits", "none", alone="none"),
    make_fact("benefits", rule="income has benefits"),
    make_fact("student"),
    make_fact("family", rule="role == spouse or married and not minor"),
    contradictions={
        "role == spouse and not married": "Nicht verheiratet.",
        "married and age == child": "Zu jung.",
        "student and age == child": "Noch ein Kind.",
    },
)


def is_true(rule: Rule, person: Person) -> bool:
    """Whether a rule holds for somebody; derived facts included."""
    match rule:
        case Always():
            return True
        case Is(fact, values):
            return not answer(fact, person).isdisjoint(values)
        case Has(fact, value):
            return value in answer(fact, person)
        case Not(part):
            return not is_true(part, person)
        case All(parts):
            return all(is_true(part, person) for part in parts)
        case Any(parts):
            return any(is_true(part, person) for part in parts)


def answer(fact: str, person: Person) -> frozenset[str]:
    """What somebody would answer."""
    derived_from = BOOK[fact].rule
    if derived_from is None:
        return person[fact]
    return frozenset((YES if is_true(derived_from, person) else NO,))


def everybody() -> list[Person]:
    """Every complete set of answers that no contradiction excludes."""
    base = [fact for fact in BOOK.facts.values() if fact.kind is not FactKind.DERIVED]
    answers = [
        _sets(fact.value_ids) if fact.kind is FactKind.MULTI_CHOICE else [frozenset((v,)) for v in fact.value_ids]
        for fact in base
    ]
    people = (dict(zip((fact.id for fact in base), chosen, strict=True)) for chosen in product(*answers))
    return [person for person in people if _is_possible(person)]


def fitting(people: Iterable[Person], facts: FactValues) -> list[Person]:
    """Those to whom everything that was said applies."""
    return [p for p in people if all(answer(fact, p) == frozenset(values) for fact, values in facts.items())]


def answers_of(people: Iterable[Person]) -> set[tuple[str, str]]:
    """Every answer that somebody gives."""
    return {(fact, value) for person in people for fact, given in person.items() for value in given}


def neighbours(people: Sequence[Person]) -> Iterator[tuple[str, Person, Person]]:
    """Every two people who differ in one fact only, with that fact."""
    for one, other in combinations(people, 2):
        different = [fact for fact in one if one[fact] != other[fact]]
        if len(different) == 1:
            yield different[0], one, other


def _sets(values: Sequence[str]) -> list[frozenset[str]]:
    every = chain.from_iterable(combinations(values, size) for size in range(len(values) + 1))
    return [frozenset(chosen) for chosen in every]


def _is_possible(person: Person) -> bool:
    loners = {(fact.id, value.id) for fact in BOOK.facts.values() for value in fact.values if value.alone}
    return not any(is_true(c.rule, person) for c in BOOK.contradictions) and not any(
        lone in person[fact] and len(person[fact]) > 1 for fact, lone in loners
    )


def _atoms() -> st.SearchStrategy[Rule]:
    single = [fact for fact in BOOK.facts.values() if fact.kind is not FactKind.MULTI_CHOICE]
    looks = [
        st.builds(
            Is, st.just(fact.id), st.sampled_from([*combinations(fact.value_ids, 1), *combinations(fact.value_ids, 2)])
        )
        for fact in single
    ]
    return st.one_of(*looks, st.sampled_from(BOOK["income"].value_ids).map(lambda value: Has("income", value)))


def _joined(parts: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(parts.map(Not), several.map(All), several.map(Any))


EVERYBODY = everybody()
ANSWERS = answers_of(EVERYBODY)

rules: st.SearchStrategy[Rule] = st.recursive(_atoms() | st.just(Always()), _joined, max_leaves=6)
"""Rules over the facts of the book."""


@dataclass(frozen=True)
class Visit:
    """What was said by somebody, in an office that may know more contradictions than the small book."""

    more: tuple[Rule, ...]
    facts: FactValues

    @cached_property
    def book(self) -> FactBook:
        """The small book with the further contradictions."""
        more = (Contradiction(f"more_{n}", rule, "Das kann nicht sein.") for n, rule in enumerate(self.more))
        return FactBook(BOOK.facts, (*BOOK.contradictions, *more))

    @cached_property
    def people(self) -> list[Person]:
        """Everybody to whom what was said applies."""
        return fitting((p for p in EVERYBODY if not any(is_true(rule, p) for rule in self.more)), self.facts)

    @cached_property
    def known(self) -> Knowledge:
        """What the program knows."""
        return told(Knowledge.nothing(self.book), self.facts)

    def rule_outcome(self, rule: Rule) -> Outcome[bool]:
        """What the program says about a rule, derived facts and all."""
        return rule_outcome(self.book.expanded(rule), self.known)

    def truth(self, rule: Rule) -> Truth:
        """The answer of the program."""
        return truth(self.book.expanded(rule), self.known)


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """Up to four more contradictions that leave every answer possible, and some answers of somebody, in any order."""
    more: list[Rule] = []
    people = EVERYBODY
    for rule in draw(st.lists(st.recursive(_atoms(), _joined, max_leaves=3), max_size=4)):
        fewer = [person for person in people if not is_true(rule, person)]
        if answers_of(fewer) == ANSWERS:
            more, people = [*more, rule], fewer
    person = draw(st.sampled_from(people))
    facts = draw(st.lists(st.sampled_from(sorted(BOOK.facts)), unique=True))
    return Visit(tuple(more), {fact: tuple(sorted(answer(fact, person))) for fact in facts})

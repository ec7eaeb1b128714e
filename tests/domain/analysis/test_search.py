"""A case in which a rule holds is found whenever there is one, measured by going through everybody."""

from hypothesis import given

from counter_app.domain.analysis.search import WitnessSearch, witness
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import YES, All, Any, Is, Not, Rule, variables
from tests.domain.people import Person, Visit, is_true, rules, visits
from tests.makers import make_book, make_fact


def _has(person: Person, variable: str, value: str) -> bool:
    fact, is_one_of_several, answer = variable.partition("/")
    if is_one_of_several:
        return (answer in person[fact]) == (value == YES)
    return person[fact] == {value}


@given(visits(), rules)
def test_a_witness_is_somebody_and_none_proves_that_there_is_nobody(visit: Visit, rule: Rule) -> None:
    found = witness(visit.book.expanded(rule), visit.known)
    holding = [person for person in visit.people if is_true(rule, person)]
    if found is None:
        assert holding == []
    else:
        assert any(all(_has(person, name, value) for name, value in found.items()) for person in holding)


@given(visits(), rules, rules)
def test_what_was_found_before_changes_nothing(visit: Visit, one: Rule, other: Rule) -> None:
    search = WitnessSearch(visit.known)
    asked = [visit.book.expanded(rule) for rule in (one, Not(one), All((one, other)), Any((one, other)), one)]
    assert [search.witness(rule) is None for rule in asked] == [witness(rule, visit.known) is None for rule in asked]


def test_a_witness_names_only_what_it_takes_in_the_order_of_the_facts() -> None:
    book = make_book(make_fact("a", "x", "y", "z"), make_fact("b"), make_fact("c"))
    rule = Any((All((Is("a", ("y", "z")), Is("b"))), Is("c")))
    assert witness(rule, Knowledge.nothing(book)) == {"a": "x", "c": YES}
    assert witness(Is("a", ("y", "z")), Knowledge.nothing(book)) == {"a": "y"}


def test_a_rule_of_forty_facts_is_no_trouble() -> None:
    book = make_book(*(make_fact(f"f{number}") for number in range(40)))
    some, others = [Is(f"f{number}") for number in range(20)], [Is(f"f{number}") for number in range(20, 40)]
    rule = All((Any(tuple(some)), Not(Any(tuple(others)))))
    found = witness(rule, Knowledge.nothing(book))
    assert found is not None
    assert found.keys() <= set(variables(rule))
    assert witness(All((rule, Any(tuple(others)))), Knowledge.nothing(book)) is None

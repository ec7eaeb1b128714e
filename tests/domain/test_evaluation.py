"""Rules under incomplete knowledge, measured by going through everybody possible."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import FactError
from counter_app.domain.evaluation import Reason, Truth, outcome, reasons, rule_outcome, truth
from counter_app.domain.knowledge import Knowledge, fact_of, told
from counter_app.domain.rule import Rule
from counter_app.domain.rule_parser import parse_rule
from tests.domain.people import BOOK, EVERYBODY, Visit, answer, fitting, is_true, neighbours, rules, visits
from tests.makers import make_book, make_fact


@given(visits(), rules)
def test_an_answer_is_what_everybody_possible_has_in_common(visit: Visit, rule: Rule) -> None:
    results = {is_true(rule, person) for person in visit.people}
    expected = Truth.DEPENDS if len(results) > 1 else Truth.YES if True in results else Truth.NO
    assert visit.truth(rule) is expected


@given(visits(), st.lists(rules, min_size=1, max_size=3))
def test_what_can_come_out_of_several_rules_is_what_comes_out_for_somebody(visit: Visit, asked: list[Rule]) -> None:
    own = [visit.book.expanded(rule) for rule in asked]
    found = outcome(
        own, lambda holds: next((place for place, rule in enumerate(own) if holds(rule)), None), visit.known
    )
    first = (next((n for n, rule in enumerate(asked) if is_true(rule, person)), None) for person in visit.people)
    assert found.results == set(first)


@given(visits(), rules)
def test_a_rule_depends_only_on_open_facts(visit: Visit, rule: Rule) -> None:
    found = visit.rule_outcome(rule)
    open_facts = {fact for fact in visit.people[0] if len({person[fact] for person in visit.people}) > 1}
    assert set(found.depends_on) <= open_facts
    assert bool(found.depends_on) is not found.is_settled
    assert list(found.depends_on) == sorted(found.depends_on, key=list(BOOK.facts).index)


@given(visits(), rules)
def test_a_fact_that_is_not_named_cannot_tip_the_answer_alone(visit: Visit, rule: Rule) -> None:
    named = visit.rule_outcome(rule).depends_on
    for fact, one, other in neighbours(visit.people):
        if fact not in named:
            assert is_true(rule, one) is is_true(rule, other)


@given(visits(), rules, st.data())
def test_knowing_more_never_takes_an_answer_back(visit: Visit, rule: Rule, data: st.DataObject) -> None:
    person = data.draw(st.sampled_from(visit.people))
    fact = data.draw(st.sampled_from(sorted(BOOK.facts)))
    wiser = Visit(visit.more, {**visit.facts, fact: tuple(sorted(answer(fact, person)))})
    assert visit.truth(rule) in {Truth.DEPENDS, wiser.truth(rule)}


@given(visits(), rules)
def test_the_facts_named_as_reasons_of_a_yes_are_enough_for_it(visit: Visit, rule: Rule) -> None:
    if visit.truth(rule) is Truth.YES:
        named = {reason.fact for reason in reasons(visit.book.expanded(rule), visit.known)}
        alone = visit.known.only(name for name in visit.known.possible if fact_of(name) in named)
        assert truth(visit.book.expanded(rule), alone) is Truth.YES


@given(visits(), st.data())
def test_assuming_several_answers_is_assuming_one_after_the_other(visit: Visit, data: st.DataObject) -> None:
    answers = {fact.id: st.sampled_from(fact.value_ids) for fact in BOOK.facts.values()}
    assumptions = data.draw(
        st.lists(st.sampled_from(sorted(answers)), unique=True).flatmap(
            lambda chosen: st.fixed_dictionaries({fact: answers[fact] for fact in chosen})
        )
    )
    expected = visit.known
    for fact, value in assumptions.items():
        expected = expected.assume(fact, value)
    found = visit.known.assume_all(assumptions)
    assert (found.possible, found.assumed) == (expected.possible, expected.assumed)


@given(visits(), st.data())
def test_what_nobody_can_say_together_is_refused(visit: Visit, data: st.DataObject) -> None:
    person = data.draw(st.sampled_from(EVERYBODY))
    fact = data.draw(st.sampled_from(sorted(BOOK.facts)))
    values = tuple(sorted(answer(fact, person)))
    if fitting(visit.people, {fact: values}):
        visit.known.tell(fact, values)
    else:
        with pytest.raises(FactError):
            visit.known.tell(fact, values)


@given(visits(), st.data())
def test_telling_everything_at_once_is_telling_it_one_by_one(visit: Visit, data: st.DataObject) -> None:
    facts = data.draw(st.lists(st.sampled_from(sorted(BOOK.facts)), unique=True))
    person = {fact: data.draw(st.sampled_from(EVERYBODY)) for fact in facts}
    said = {fact: tuple(sorted(answer(fact, person[fact]))) for fact in facts}
    one_by_one = visit.known
    try:
        for fact, values in said.items():
            one_by_one = one_by_one.tell(fact, values)
    except FactError as error:
        with pytest.raises(FactError, match=re.escape(str(error))):
            told(visit.known, said)
    else:
        assert told(visit.known, said).possible == one_by_one.possible


def test_where_only_several_facts_together_tip_the_answer_all_open_ones_are_named() -> None:
    book = make_book(
        make_fact("mother_signed"),
        make_fact("father_signed"),
        make_fact("minor"),
        contradictions={
            "mother_signed and not father_signed": "Beide oder keiner.",
            "father_signed and not mother_signed": "Beide oder keiner.",
        },
    )
    rule = parse_rule("minor and mother_signed and father_signed")
    minor = Knowledge.nothing(book).tell("minor", ("yes",))
    assert rule_outcome(rule, minor).depends_on == ("mother_signed", "father_signed")


def test_a_fact_that_can_tip_nothing_is_not_named() -> None:
    found = rule_outcome(parse_rule("(married and student) or (married and not student)"), Knowledge.nothing(BOOK))
    assert found.depends_on == ("married",)


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("role == spouse and not married", Truth.NO),
        ("role == spouse and age == child", Truth.NO),  # a child is not married, and a spouse is
        ("role != spouse or age in [youth, adult]", Truth.YES),
        ("student and age == child or income has none and income has employed", Truth.NO),
        ("role == spouse and age == youth", Truth.DEPENDS),
    ],
)
def test_what_cannot_be_together_is_ruled_out_before_anything_is_known(rule: str, answer: Truth) -> None:
    assert truth(parse_rule(rule), Knowledge.nothing(BOOK)) is answer


def test_answers_that_only_together_leave_nothing_possible_are_refused() -> None:
    book = make_book(
        *(make_fact(fact) for fact in ("a", "b", "c", "two_shifts", "third_shift")),
        contradictions={
            "two_shifts and a == yes and b == yes": "1",
            "two_shifts and a == no and b == no": "2",
            "two_shifts and b == yes and c == yes": "3",
            "two_shifts and b == no and c == no": "4",
            "third_shift and a == yes and c == yes": "5",
            "third_shift and a == no and c == no": "6",
        },
    )
    known = Knowledge.nothing(book).tell("two_shifts", ("yes",))
    assert truth(parse_rule("a == yes and c == no"), known) is Truth.NO
    with pytest.raises(FactError, match="third_shift=yes"):
        known.tell("third_shift", ("yes",))
    both = Knowledge.nothing(book).assume_all({"two_shifts": "yes", "third_shift": "yes"})
    assert both.assumed == {"two_shifts": "yes"}


def test_a_reason_can_be_a_fact_that_the_rule_does_not_name() -> None:
    book = make_book(
        make_fact("a"),
        make_fact("b"),
        make_fact("c"),
        make_fact("d"),
        contradictions={"a and b and c": "Nie alle drei."},
    )
    known = told(Knowledge.nothing(book), {"d": ("yes",), "c": ("yes",)})
    assert reasons(parse_rule("not (a and b)"), known) == (Reason("c", ("yes",)),)


def test_a_part_that_is_not_certain_is_no_reason() -> None:
    known = told(Knowledge.nothing(BOOK), {"married": ("yes",), "income": ("employed",), "role": ("self",)})
    rule = parse_rule("(married and student) or (income has employed and role == self)")
    assert reasons(rule, known) == (Reason("income", ("employed",)), Reason("role", ("self",)))


def test_of_several_values_only_the_one_that_counts_is_the_reason() -> None:
    known = Knowledge.nothing(BOOK).tell("income", ("benefits", "employed"))
    assert reasons(parse_rule("income has benefits"), known) == (Reason("income", ("benefits",)),)

"""Two versions of a row, compared by the program and by going through everybody they can describe."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.difference.cases import Compared, Looked, compared
from counter_app.domain.difference.two_versions import Ground, TwoBooks
from counter_app.domain.evaluation import Holds
from counter_app.domain.fact import FactBook, FactValues
from counter_app.domain.rule import Rule, holds
from counter_app.domain.rule_parser import parse_rule
from tests.domain.difference.two_offices import Person, TwoVersions, Version, cases, rules_over, versions
from tests.makers import make_book, make_fact, make_multi_fact

Result = tuple[bool, ...]


def looked(rules: Sequence[Rule]) -> Looked[Result]:
    """What comes out is which of the rules hold."""

    def result_of(holding: Holds) -> Result:
        return tuple(holding(rule) for rule in rules)

    return Looked(tuple(rules), result_of)


def ground_of(both: TwoVersions) -> Ground:
    return TwoBooks(both.old.book, both.new.book).matter(both.old.limits, both.new.limits)


def expanded(rules: Sequence[Rule], version: Version) -> list[Rule]:
    return [version.book.expanded(rule) for rule in rules]


def results(person: Person, rules: Sequence[Rule]) -> Result:
    return tuple(holds(rule, person) for rule in rules)


@given(versions(), versions(), st.data())
def test_a_comparison_is_what_going_through_everybody_gives(old: Version, new: Version, data: st.DataObject) -> None:
    both = TwoVersions(old, new)
    before = expanded(data.draw(st.lists(rules_over(old.book), min_size=1, max_size=2)), old)
    after = expanded(data.draw(st.lists(rules_over(new.book), min_size=len(before), max_size=len(before))), new)
    found = compared(looked(before), looked(after), ground_of(both))
    by_case = cases(both.people, [*before, *after])
    expected: dict[tuple[Result, Result], set[tuple[object, ...]]] = {}
    for case, people in by_case.items():
        pair = (results(people[0], before), results(people[0], after))
        if pair[0] != pair[1]:
            expected.setdefault(pair, set()).add(case)
    assert {(one.before, one.after): one.count for one in found.changes} == {
        pair: len(those) for pair, those in expected.items()
    }
    assert found.total == (len(by_case) if expected else None)
    for change in found.changes:
        inside = expected[change.before, change.after]
        assert change.when is not None
        for case, people in by_case.items():
            assert {holds(change.when, person) for person in people} == {case in inside}
        assert any(fits(person, change.example) for case in inside for person in by_case[case])


def fits(person: Person, example: FactValues) -> bool:
    """Whether an example tells of a person what is true; a value of several that it leaves out is no."""
    return all(
        person[fact] in values if fact in person else _has(person, fact, values) for fact, values in example.items()
    )


def _has(person: Person, fact: str, values: Sequence[str]) -> bool:
    return all(person[f"{fact}/{value}"] == "yes" for value in values)


def difference_of(old: str, new: str, old_book: FactBook, new_book: FactBook | None = None) -> Compared[Result]:
    books = TwoBooks(old_book, new_book or old_book)
    rules = old_book.expanded(parse_rule(old)), (new_book or old_book).expanded(parse_rule(new))
    return compared(looked(rules[:1]), looked(rules[1:]), books.matter({}, {}))


BOOK = make_book(
    make_fact("application", "first", "renewal", "loss"),
    make_fact("married"),
    make_fact("age", "child", "youth", "adult"),
    make_fact("minor", rule="age in [child, youth]"),
    make_multi_fact("income", "employed", "savings"),
    contradictions={"married and age == child": "Zu jung."},
)


def test_a_change_tells_its_cases_in_the_shortest_rule() -> None:
    found = difference_of("application == first", "application == first or application == renewal and married", BOOK)
    (change,) = found.changes
    assert (change.before, change.after, change.count, found.total) == ((False,), (True,), 1, 6)
    assert str(change.when) == "application == renewal and married"
    assert change.example == {"application": ("renewal",), "married": ("yes",)}


def test_what_cannot_be_is_no_case() -> None:
    found = difference_of("married", "married and minor", BOOK)
    assert found.total == 4
    (change,) = found.changes
    assert str(change.when) == "age == adult and married"
    assert difference_of("married", "married and age != child", BOOK).changes == ()


def test_what_reads_otherwise_and_means_the_same_is_no_change() -> None:
    found = difference_of("not (married or minor)", "not married and not minor", BOOK)
    assert (found.total, found.changes) == (None, ())


def test_a_fact_that_only_one_version_knows_does_not_matter_to_the_other() -> None:
    new = make_book(
        make_fact("married"), make_fact("expecting"), contradictions={"expecting and not married": "Nur so gedacht."}
    )
    found = difference_of("married", "married and not expecting", make_book(make_fact("married")), new)
    (change,) = found.changes
    assert (change.count, found.total, str(change.when)) == (1, 3, "expecting")


def test_a_value_that_came_is_a_case() -> None:
    new = make_book(make_fact("age", "child", "adult", "old"))
    found = difference_of("age == adult", "age in [adult, old]", make_book(make_fact("age", "child", "adult")), new)
    assert [(str(one.when), one.count) for one in found.changes] == [("age == old", 1)]
    assert found.total == 3


def test_the_values_a_matter_allows_count_from_either_version() -> None:
    books = TwoBooks(BOOK, BOOK)
    before, after = looked([parse_rule("always")]), looked([parse_rule("application == first")])
    narrow = books.matter({"application": ("first", "loss")}, {"application": ("first",)})
    found = compared(before, after, narrow)
    assert (found.total, [str(one.when) for one in found.changes]) == (2, ["application == loss"])


def test_too_many_cases_are_told_as_such() -> None:
    many = make_book(*(make_fact(f"fact_{number}") for number in range(13)))
    rule = " and ".join(many.facts)
    found = difference_of(rule, f"not ({rule})", many)
    assert found.total is None
    assert [(change.count, change.when) for change in found.changes] == [(None, None)] * 2
    assert found.changes[0].example == dict.fromkeys(many.facts, ("yes",))


def test_cases_that_nobody_can_go_through_are_told_as_such() -> None:
    many = make_book(*(make_fact(f"fact_{number}") for number in range(25)))
    found = difference_of(" and ".join(many.facts), "always", many)
    assert (found.is_complete, found.total, found.changes) == (False, None, ())

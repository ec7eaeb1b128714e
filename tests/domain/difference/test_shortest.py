"""The shortest rule for some cases of a table, measured by trying all others."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.case_table import CaseTable
from counter_app.domain.difference.shortest import MOST_CASES, shortest
from counter_app.domain.rule import Any, Rule, holds
from counter_app.domain.rule_parser import parse_rule
from tests.makers import make_book, make_fact, make_multi_fact

BOOK = make_book(
    make_fact("married"),
    make_fact("age", "child", "youth", "adult", "old"),
    make_multi_fact("income", "employed", "savings"),
)
WORK, SAVED = "income has employed", "income has savings"
VALUES = {"a": ("yes", "no"), "b": ("one", "two", "three"), "c/x": ("yes", "no"), "d": ("p", "q", "r", "s")}


@st.composite
def tables(draw: st.DrawFn) -> CaseTable:
    """Up to three variables, each value told apart."""
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=3, unique=True))
    return CaseTable({name: tuple((value,) for value in VALUES[name]) for name in names})


def truth(table: CaseTable, rule: Rule) -> int:
    """The cases in which a rule holds, asked one by one."""
    found = 0
    for place, case in enumerate(table.each(table.every)):
        found |= holds(rule, {name: group[0] for name, group in case.items()}) << place
    return found


def products(table: CaseTable) -> list[int]:
    """The cases of every product there is."""
    some = [
        [sum(chosen) for size in range(1, len(columns) + 1) for chosen in combinations(columns, size)]
        for columns in table.columns.values()
    ]
    found = []
    for chosen in product(*some):
        cases = table.every
        for one in chosen:
            cases &= one
        found.append(cases)
    return found


def fewest(table: CaseTable, wanted: int, possible: int) -> int:
    """How many products it takes at least."""
    fitting = {cases & wanted for cases in products(table) if not cases & possible & ~wanted}
    largest = [cases for cases in fitting if not any(cases != other and not cases & ~other for other in fitting)]
    covered = {0}
    count = 0
    while wanted not in covered:
        covered = {one | other for one in covered for other in largest}
        count += 1
    return count


@given(tables(), st.data())
def test_the_rule_holds_in_the_wanted_cases_alone_and_no_other_has_fewer_products(
    table: CaseTable, data: st.DataObject
) -> None:
    possible = data.draw(st.integers(1, table.every))
    wanted = data.draw(st.integers(0, table.every)) & possible
    rule = shortest(table, wanted, possible)
    assert rule is not None
    assert truth(table, rule) & possible == wanted
    if wanted:
        assert (len(rule.parts) if isinstance(rule, Any) else 1) == fewest(table, wanted, possible)


@given(tables(), st.data())
def test_the_rule_can_be_read_again(table: CaseTable, data: st.DataObject) -> None:
    wanted = data.draw(st.integers(1, table.every))
    rule = shortest(table, wanted, table.every)
    assert parse_rule(str(rule)) == rule


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("married and age == child or married and age != child", "married"),
        ("age in [child, youth] or age == adult", "age != old"),
        ("age == child and married or age == youth and married", "age in [child, youth] and married"),
        ("income has savings and (not income has savings or not income has employed)", None),
        ("not (married and income has employed)", "not income has employed or not married"),
        (f"married and {WORK} or not married and {SAVED} or {WORK} and {SAVED}",
         f"{WORK} and married or {SAVED} and not married"),
        ("married or not married", "always"),
        ("married and not married", "not always"),
    ],
)  # fmt: skip
def test_what_a_rule_says_in_short(long: str, short: str | None) -> None:
    rule = parse_rule(long)
    table = CaseTable.of((rule,), BOOK.values)
    expected = short or "income has savings and not income has employed"
    found = shortest(table, table.holding[0], table.every)
    assert table.cases_of(parse_rule(expected)) == table.holding[0]
    assert sorted(str(found).split(" and ")) == sorted(expected.split(" and "))


def test_cases_that_cannot_be_make_a_rule_shorter() -> None:
    rules = (parse_rule("married and age == adult"), parse_rule("married and age == child"))
    table = CaseTable.of(rules, BOOK.values)
    assert str(shortest(table, table.holding[0], table.every ^ table.holding[1])) == "age == adult and married"
    married = table.where("married", ("yes",))
    adults = table.where("age", ("adult",))
    assert str(shortest(table, table.holding[0], table.every & ~(married & ~adults))) == "married"


def test_a_table_that_nobody_could_read_has_no_rule() -> None:
    table = CaseTable({f"fact_{number}": (("yes",), ("no",)) for number in range(13)})
    assert table.size > MOST_CASES
    assert shortest(table, 1, table.every) is None


def test_a_rule_of_all_odd_cases_is_found_or_given_up_quickly() -> None:
    table = CaseTable({f"fact_{number}": (("yes",), ("no",)) for number in range(12)})
    odd = sum(1 << place for place in range(table.size) if place.bit_count() % 2)
    rule = shortest(table, odd, table.every)
    assert rule is None or table.cases_of(rule) == odd


def test_the_same_cases_always_give_the_same_rule() -> None:
    table = CaseTable({name: tuple((value,) for value in values) for name, values in VALUES.items()})
    wanted = sum(1 << place for place in range(0, table.size, 3))
    assert str(shortest(table, wanted, table.every)) == str(shortest(table, wanted, table.every))

"""Rules against the declared facts."""

import pytest

from counter_app.domain.evaluation import Truth, truth
from counter_app.domain.fact import FactBook
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import atoms, variables
from counter_app.domain.rule_parser import parse_rule
from tests.makers import make_book, make_fact, make_multi_fact


@pytest.fixture
def book() -> FactBook:
    """One fact of every kind of answer."""
    return make_book(
        make_fact("age_band", "0_5", "16_17", "18_23"),
        make_fact("minor", rule="age_band in [0_5, 16_17]"),
        make_fact("child", rule="minor and age_band != 16_17"),
        make_multi_fact("income", "employed", "benefits"),
        make_fact("married"),
    )


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("maried", "Regel, Spalte 1: „maried“ gibt es nicht als Angabe. Meinten Sie „married“?"),
        (
            "married and zzz",
            "Regel, Spalte 13: „zzz“ gibt es nicht als Angabe. Möglich sind: age_band, child, income, ",
        ),
        (
            "age_band == 18_24",
            "Regel, Spalte 1: „18_24“ gibt es nicht als Wert der Angabe „age_band“. Meinten Sie „18_23“",
        ),
        (
            "age_band in [0_5, 9]",
            "Regel, Spalte 1: „9“ gibt es nicht als Wert der Angabe „age_band“. Möglich sind: 0_5, ",
        ),
        ("income has employee", "Regel, Spalte 1: „employee“ gibt es nicht als Wert der Angabe „income“. Meinten Sie"),
        ("not income", "Regel, Spalte 5: „income“ hat mehrere Werte; erwartet „income has WERT“."),
        ("income == employed", "Regel, Spalte 1: „income“ hat mehrere Werte; erwartet „income has WERT“."),
        ("married has yes", "Regel, Spalte 1: „married“ hat nur einen Wert; erwartet „married == WERT“."),
        ("age_band", "Regel, Spalte 1: „age_band“ ist keine Ja-Nein-Angabe; erwartet „age_band == WERT“."),
    ],
)
def test_a_rule_that_does_not_fit_the_facts_is_explained(book: FactBook, rule: str, complaint: str) -> None:
    found = book.complaint(parse_rule(rule))
    assert found is not None
    assert found.detail.startswith(complaint)


@pytest.mark.parametrize("rule", ["always", "married == no", "minor", "age_band in [0_5]", "not income has benefits"])
def test_a_rule_that_fits_is_not_complained_about(book: FactBook, rule: str) -> None:
    assert book.complaint(parse_rule(rule)) is None


@pytest.mark.parametrize(
    ("rule", "expanded"),
    [
        ("minor", "age_band in [0_5, 16_17]"),
        ("minor == no", "not age_band in [0_5, 16_17]"),
        ("not minor or married", "not age_band in [0_5, 16_17] or married"),
        ("child and married", "(age_band in [0_5, 16_17] and age_band != 16_17) and married"),
        ("minor in [yes, no]", "always"),
        ("married", "married"),
    ],
)
def test_derived_facts_are_replaced_by_what_they_are_derived_from(book: FactBook, rule: str, expanded: str) -> None:
    assert str(book.expanded(parse_rule(rule))) == expanded


def test_a_rule_knows_what_it_looks_at() -> None:
    rule = parse_rule("income has b and (not a or income has a) and a == no")
    assert [str(atom) for atom in atoms(rule)] == ["income has b", "a", "income has a", "a == no"]
    assert variables(rule) == ("a", "income/a", "income/b")


def test_cases_are_counted_by_what_the_rules_tell_apart(book: FactBook) -> None:
    nothing = Knowledge.nothing(book)
    rules = [parse_rule("age_band == 0_5"), parse_rule("married and income has employed")]
    assert nothing.count_cases(rules) == 2 * 2 * 2
    assert len(nothing.cases(rules)) == 8
    assert nothing.tell("married", ("yes",)).count_cases(rules) == 4
    assert nothing.count_cases([parse_rule("age_band == 0_5 or age_band == 16_17")]) == 3


def test_a_rule_that_holds_either_way_is_certain(book: FactBook) -> None:
    assert truth(parse_rule("married or not married"), Knowledge.nothing(book)) is Truth.YES
    assert truth(parse_rule("married and not married"), Knowledge.nothing(book)) is Truth.NO

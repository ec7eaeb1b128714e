"""Rules as office managers write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import RuleError
from counter_app.domain.rule import All, Always, Any, Has, Is, Not, Rule
from counter_app.domain.rule_parser import parse_rule

RESERVED = {"always", "and", "has", "in", "not", "or"}

A, B, C = Is("a"), Is("b"), Is("c")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("always", Always()),
        ("enrolled", Is("enrolled", ("yes",))),
        ("not enrolled", Not(Is("enrolled", ("yes",)))),
        ("age_band == 18_23", Is("age_band", ("18_23",))),
        ("enrolled == yes", Is("enrolled", ("yes",))),
        ("enrolled == no", Is("enrolled", ("no",))),
        ("application != renewal", Not(Is("application", ("renewal",)))),
        ("health in [private, none]", Is("health", ("private", "none"))),
        ("health in [private]", Is("health", ("private",))),
        ("health in [private, none, private]", Is("health", ("private", "none"))),
        ("income has employed", Has("income", "employed")),
        ("not income has employed", Not(Has("income", "employed"))),
        ("a and b and c", All((A, B, C))),
        ("a or b or c", Any((A, B, C))),
        ("a==b and c!=a", All((Is("a", ("b",)), Not(Is("c", ("a",)))))),
        ("  a\n  and\tb ", All((A, B))),
    ],
)
def test_every_operator_is_read(text: str, rule: Rule) -> None:
    assert parse_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a or b and c", Any((A, All((B, C))))),
        ("a and b or c", Any((All((A, B)), C))),
        ("not a and b", All((Not(A), B))),
        ("not a or b", Any((Not(A), B))),
        ("not not a", Not(Not(A))),
        ("(a or b) and c", All((Any((A, B)), C))),
        ("not (a and b)", Not(All((A, B)))),
        ("a and (b and c)", All((A, All((B, C))))),
        ("((a))", A),
    ],
)
def test_not_binds_closer_than_and_and_that_closer_than_or(text: str, rule: Rule) -> None:
    assert parse_rule(text) == rule


A_CONDITION = "eine Angabe, „not“, „always“ oder „(“"
MORE = "„and“, „or“ oder das Ende"


@pytest.mark.parametrize(
    ("text", "column", "expected", "found"),
    [
        ("", 1, A_CONDITION, "das Ende"),
        ("   ", 4, A_CONDITION, "das Ende"),
        ("and a", 1, A_CONDITION, "„and“"),
        ("a and", 6, A_CONDITION, "das Ende"),
        ("a or or b", 6, A_CONDITION, "„or“"),
        ("a and not", 10, A_CONDITION, "das Ende"),
        ("has employed", 1, A_CONDITION, "„has“"),
        ("Enrolled", 1, A_CONDITION, "„E“"),
        ("()", 2, A_CONDITION, "„)“"),
        ("(a or b", 8, "„)“", "das Ende"),
        ("a)", 2, MORE, "„)“"),
        ("a b", 3, MORE, "„b“"),
        ("always a", 8, MORE, "„a“"),
        ("a = b", 3, MORE, "„=“"),
        ("a && b", 3, MORE, "„&“"),
        ("a == b c", 8, MORE, "„c“"),
        ("a ==", 5, "einen Wert", "das Ende"),
        ("a == not", 6, "einen Wert", "„not“"),
        ("a != Ä", 6, "einen Wert", "„Ä“"),
        ("income has", 11, "einen Wert", "das Ende"),
        ("income has [b]", 12, "einen Wert", "„[“"),
        ("a in b", 6, "„[“", "„b“"),
        ("a in []", 7, "einen Wert", "„]“"),
        ("a in [b,]", 9, "einen Wert", "„]“"),
        ("a in [b c]", 9, "„,“ oder „]“", "„c“"),
        ("a in [b", 8, "„,“ oder „]“", "das Ende"),
    ],
)
def test_a_broken_rule_says_where_what_was_expected_and_what_stood_there(
    text: str, column: int, expected: str, found: str
) -> None:
    with pytest.raises(RuleError) as caught:
        parse_rule(text)
    assert str(caught.value) == f"Regel, Spalte {column}: erwartet {expected}, gefunden {found}."


def test_an_atom_remembers_its_column_for_later_complaints() -> None:
    rule = parse_rule("not a and income has b")
    assert isinstance(rule, All)
    negated, has = rule.parts
    assert isinstance(negated, Not)
    assert isinstance(negated.part, Is)
    assert isinstance(has, Has)
    assert (negated.part.position, has.position) == (5, 11)


words = st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True).filter(lambda word: word not in RESERVED)
conditions: st.SearchStrategy[Rule] = st.one_of(
    st.just(Always()),
    words.map(Is),
    st.builds(Is, words, st.lists(words, min_size=1, max_size=3, unique=True).map(tuple)),
    st.builds(Has, words, words),
)


def _compound(parts: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(parts.map(Not), several.map(All), several.map(Any))


trees = st.recursive(conditions, _compound, max_leaves=12)


@given(trees)
def test_a_printed_rule_reads_as_the_same_rule(rule: Rule) -> None:
    assert parse_rule(str(rule)) == rule


@given(trees)
def test_printing_is_stable(rule: Rule) -> None:
    printed = str(rule)
    assert str(parse_rule(printed)) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("enrolled == yes", "enrolled"),
        ("enrolled != yes", "not enrolled"),
        ("not enrolled == no", "enrolled != no"),
        ("health in [private]", "health == private"),
        ("( a and b ) or c", "a and b or c"),
        ("not( a or b )", "not (a or b)"),
        ("health in [private,none]", "health in [private, none]"),
        ("not health in [private,none]", "not health in [private, none]"),
    ],
)
def test_a_rule_is_printed_in_its_plainest_form(text: str, printed: str) -> None:
    assert str(parse_rule(text)) == printed


@given(st.text(alphabet="abc01_()[],=! \n andorinothasäÄ", max_size=30))
def test_any_text_is_a_rule_or_a_clear_error(text: str) -> None:
    with suppress(RuleError):
        assert parse_rule(str(parse_rule(text))) == parse_rule(text)

"""What is known in a visit: what was said, what follows from it, and what merely stands in."""

import re

import pytest

from counter_app.domain.errors import FactError, UnknownName
from counter_app.domain.fact import FactBook
from counter_app.domain.knowledge import Knowledge, told
from tests.makers import make_book, make_fact, make_multi_fact, make_setting

AGES = ("0_5", "12_15", "16_17", "18_23", "45_plus")


@pytest.fixture
def book() -> FactBook:
    """A small book as at work."""
    return make_book(
        make_fact("application", "first", "renewal", "transfer"),
        make_fact("age_band", *AGES),
        make_fact("minor", rule="age_band in [0_5, 12_15, 16_17]"),
        make_multi_fact("income", "employed", "benefits", "spouse", "none", alone="none"),
        make_fact("benefits", rule="income has benefits"),
        make_fact("supported", rule="income has spouse or income has benefits"),
        make_fact("married"),
        make_setting("office_instruction_form"),
        make_setting("office_asks_rent", default="yes"),
        contradictions={
            "married and age_band == 0_5": "Ein Kind ist nicht verheiratet.",
            "income has spouse and not married": "Der Ehepartner zahlt, aber die Person ist nicht verheiratet.",
        },
    )


def know(book: FactBook, **facts: str) -> Knowledge:
    """Told in order; several values with commas."""
    return told(Knowledge.nothing(book), {fact: tuple(values.split(",")) for fact, values in facts.items()})


def is_known(known: Knowledge, fact: str) -> bool:
    """Whether nothing about a fact is open any more."""
    parts = [f"{fact}/{value}" for value in known.book[fact].value_ids] if fact == "income" else [fact]
    return all(len(known.values(part)) == 1 for part in parts)


def test_at_first_everything_is_open(book: FactBook) -> None:
    nothing = Knowledge.nothing(book)
    assert nothing.open_values("age_band") == AGES
    assert nothing.open_values("income") == ("employed", "benefits", "spouse", "none")
    assert not is_known(nothing, "married")
    assert not is_known(nothing, "income")


def test_what_was_said_is_known(book: FactBook) -> None:
    known = know(book, married="yes", income="employed,spouse")
    assert is_known(known, "married")
    assert is_known(known, "income")
    assert known.open_values("income") == ("employed", "spouse")
    assert not is_known(known, "age_band")


def test_no_value_of_several_is_an_answer_too(book: FactBook) -> None:
    known = Knowledge.nothing(book).tell("income", ())
    assert is_known(known, "income")
    assert known.open_values("income") == ()


def test_saying_not_a_minor_leaves_the_grown_up_ages(book: FactBook) -> None:
    assert know(book, minor="no").open_values("age_band") == ("18_23", "45_plus")
    assert know(book, minor="yes").open_values("age_band") == ("0_5", "12_15", "16_17")


def test_an_age_settles_whether_somebody_is_a_minor(book: FactBook) -> None:
    with pytest.raises(FactError, match=r"minor=yes"):
        know(book, age_band="45_plus", minor="yes")
    assert know(book, age_band="45_plus", minor="no").open_values("age_band") == ("45_plus",)


def test_benefits_is_one_of_the_incomes(book: FactBook) -> None:
    with_benefits = know(book, benefits="yes")
    assert with_benefits.values("income/benefits") == {"yes"}
    assert with_benefits.values("income/none") == {"no"}
    assert not is_known(with_benefits, "income")
    assert know(book, benefits="no").open_values("income") == ("employed", "spouse", "none")


def test_a_derived_fact_over_two_facts_is_kept_in_mind(book: FactBook) -> None:
    known = know(book, supported="yes")
    assert known.tell("benefits", ("no",)).values("income/spouse") == {"yes"}
    assert known.tell("married", ("no",)).values("income/benefits") == {"yes"}
    with pytest.raises(FactError):
        known.tell("income", ("employed",))
    with pytest.raises(FactError):
        known.tell("income", ("none",))


def test_a_contradiction_is_refused_with_its_own_words() -> None:
    text = "Entweder läuft das Asylverfahren, oder es ist zu Ende."
    asylum = make_book(
        make_fact("pending"),
        make_fact("ended"),
        make_fact("appeal"),
        contradictions={"pending and ended": text, "appeal and ended": "Anders."},
    )
    with pytest.raises(FactError) as caught:
        told(Knowledge.nothing(asylum), {"pending": ("yes",), "ended": ("yes",)})
    assert str(caught.value) == text


def test_one_answer_settles_another_one(book: FactBook) -> None:
    assert know(book, income="spouse").values("married") == {"yes"}
    assert know(book, married="no").values("income/spouse") == {"no"}
    assert know(book, married="yes").open_values("age_band") == AGES[1:]


def test_one_answer_settles_another_one_over_several_steps(book: FactBook) -> None:
    assert know(book, income="spouse").open_values("age_band") == AGES[1:]
    assert know(book, age_band="0_5").values("income/spouse") == {"no"}


def test_a_value_that_stands_alone_excludes_the_others(book: FactBook) -> None:
    with pytest.raises(FactError, match=re.escape("„none“ passt nicht zu „employed“.")):
        know(book, income="employed,none")
    assert know(book, income="none").open_values("income") == ("none",)


def test_a_fact_takes_one_value_only(book: FactBook) -> None:
    with pytest.raises(FactError, match=r"„married“ nimmt genau einen Wert, gesagt wurden: yes, no\."):
        know(book, married="yes,no")
    with pytest.raises(FactError, match=r"gesagt wurden: keiner\."):
        Knowledge.nothing(book).tell("married", ())
    with pytest.raises(FactError, match=r"„minor“ nimmt genau einen Wert"):
        know(book, minor="yes,no")


def test_the_same_value_twice_is_one_value(book: FactBook) -> None:
    assert know(book, married="yes,yes").values("married") == {"yes"}


def test_a_second_answer_cannot_replace_the_first(book: FactBook) -> None:
    with pytest.raises(FactError, match=r"„application=first“ passt nicht .* Möglich ist hier: renewal\."):
        know(book, application="renewal").tell("application", ("first",))


def test_an_unknown_fact_names_the_nearest_one(book: FactBook) -> None:
    with pytest.raises(UnknownName, match=r"^„age_bnd“ gibt es nicht als Angabe\. Meinten Sie „age_band“\?$"):
        know(book, age_bnd="18_23")


def test_an_unknown_value_names_the_nearest_one(book: FactBook) -> None:
    with pytest.raises(UnknownName, match=r"^„18_32“ gibt es nicht als Wert der Angabe „age_band“\. Meinten"):
        know(book, age_band="18_32")


def test_where_nothing_is_near_all_values_are_named(book: FactBook) -> None:
    with pytest.raises(UnknownName, match=r"Möglich sind: no, yes\.$"):
        know(book, married="vielleicht")


def test_a_matter_allows_only_its_values(book: FactBook) -> None:
    known = Knowledge.nothing(book, {"application": ("first", "renewal")})
    assert known.open_values("application") == ("first", "renewal")
    with pytest.raises(FactError, match=r"zu diesem Anliegen\. Möglich ist hier: first, renewal\.$"):
        known.tell("application", ("transfer",))


def test_what_a_matter_allows_settles_other_facts(book: FactBook) -> None:
    assert Knowledge.nothing(book, {"age_band": ("0_5",)}).values("married") == {"no"}


def test_a_matter_whose_values_contradict_each_other_is_refused(book: FactBook) -> None:
    with pytest.raises(FactError):
        Knowledge.nothing(book, {"age_band": ("0_5",), "married": ("yes",)})


def test_settings_have_defaults_and_the_office_overrides_them(book: FactBook) -> None:
    by_default = Knowledge.nothing(book).settled_by_office({})
    assert by_default.values("office_instruction_form") == {"no"}
    assert by_default.values("office_asks_rent") == {"yes"}
    overridden = Knowledge.nothing(book).settled_by_office({"office_asks_rent": "no"})
    assert overridden.values("office_asks_rent") == {"no"}
    assert overridden.values("office_instruction_form") == {"no"}


def test_a_setting_is_nothing_to_say_in_a_visit(book: FactBook) -> None:
    with pytest.raises(FactError, match=r"„office_asks_rent“ ist eine Einstellung des Amts"):
        know(book, office_asks_rent="no")


def test_an_assumption_stands_in_and_is_listed(book: FactBook) -> None:
    known = Knowledge.nothing(book).assume("married", "no")
    assert known.values("married") == {"no"}
    assert known.values("income/spouse") == {"no"}
    assert known.assumed == {"married": "no"}


def test_an_assumption_yields_to_what_was_told(book: FactBook) -> None:
    known = know(book, married="yes").assume("married", "no")
    assert known.values("married") == {"yes"}
    assert known.assumed == {}


def test_an_assumption_yields_to_what_follows_from_what_was_told(book: FactBook) -> None:
    known = know(book, income="spouse").assume("married", "no")
    assert known.values("married") == {"yes"}
    assert known.assumed == {}


def test_what_was_said_is_not_listed_as_assumed(book: FactBook) -> None:
    assert know(book, married="no").assume("married", "no").assumed == {}
    assert know(book, age_band="45_plus").assume("minor", "no").assumed == {}


def test_an_impossible_assumption_is_dropped(book: FactBook) -> None:
    limited = Knowledge.nothing(book, {"application": ("first", "renewal")})
    assert limited.assume("application", "transfer") == limited


def test_an_assumption_can_be_about_a_derived_fact(book: FactBook) -> None:
    known = Knowledge.nothing(book).assume("minor", "no")
    assert known.open_values("age_band") == ("18_23", "45_plus")
    assert known.assumed == {"minor": "no"}


def test_assumptions_come_one_after_the_other(book: FactBook) -> None:
    known = Knowledge.nothing(book).assume("age_band", "0_5").assume("married", "yes")
    assert known.assumed == {"age_band": "0_5"}
    assert known.values("married") == {"no"}

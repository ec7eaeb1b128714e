"""Fees: never guessed, the first amount that fits, the lowest relief."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from counter_app.domain.evaluation import Reason
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import FeeResult, FeeState, ServiceFee, fee_of
from counter_app.domain.knowledge import Knowledge, told
from counter_app.domain.validity import Validity
from tests.makers import make_book, make_fact, make_fee, make_multi_fact, make_relief


@pytest.fixture
def book() -> FactBook:
    """What fees look at."""
    return make_book(
        make_fact("application", "first", "renewal", "transfer"),
        make_fact("minor"),
        make_multi_fact("income", "employed", "benefits", "scholarship"),
        make_fact("association"),
        make_fact("express"),
    )


def work_out(book: FactBook, *fees: ServiceFee, **facts: str) -> FeeResult:
    said = {fact: tuple(values.split(",")) for fact, values in facts.items()}
    return fee_of(fees, told(Knowledge.nothing(book), said))


FIRST = make_fee(("minor", "50.00"), ("always", "100.00"), when="application == first")
EXPRESS = make_fee(("always", "35.00"), when="express")
PERMIT = make_fee(("always", "100.00"))


def test_the_first_amount_whose_rule_holds_counts(book: FactBook) -> None:
    assert work_out(book, FIRST, application="first", minor="yes").total == Decimal("50.00")
    assert work_out(book, FIRST, application="first", minor="no").total == Decimal("100.00")


def test_acts_add_up(book: FactBook) -> None:
    found = work_out(book, FIRST, EXPRESS, application="first", minor="no", express="yes")
    assert (found.state, found.total) == (FeeState.KNOWN, Decimal("135.00"))
    assert [(item.charge.eur, item.charge.norm) for item in found.items] == [
        (Decimal("100.00"), "§ 45"),
        (Decimal("35.00"), "§ 45"),
    ]


def test_amounts_are_exact_decimals(book: FactBook) -> None:
    dime = make_fee(("always", "0.10"))
    found = work_out(book, dime, dime, dime)
    assert isinstance(found.total, Decimal)
    assert str(found.total) == "0.30"


def test_an_item_says_why_it_is_due(book: FactBook) -> None:
    (item,) = work_out(book, FIRST, application="first", minor="yes").items
    assert item.because == (Reason("application", ("first",)), Reason("minor", ("yes",)))


def test_the_lowest_relief_counts(book: FactBook) -> None:
    fee = make_fee(
        ("always", "93.00"),
        reliefs=(make_relief("association", "46.00", "§ 52a"), make_relief("minor", "27.60", "§ 50")),
    )
    found = work_out(book, fee, association="yes", minor="yes")
    assert found.total == Decimal("27.60")
    assert found.items[0].charge.norm == "§ 50"
    assert work_out(book, fee, association="yes", minor="no").total == Decimal("46.00")


def test_a_relief_above_the_amount_changes_nothing(book: FactBook) -> None:
    fee = make_fee(("minor", "16.00"), ("always", "93.00"), reliefs=(make_relief("association", "46.00"),))
    found = work_out(book, fee, association="yes", minor="yes")
    assert (found.total, found.items[0].charge.norm) == (Decimal("16.00"), "§ 45")


BENEFITS = make_relief("income has benefits", None, "§ 53 Abs. 2")
SCHOLARSHIP = make_relief("income has scholarship", "0.00", "§ 52 Abs. 5")


def test_where_the_office_decides_there_is_no_total_but_the_highest_amount(book: FactBook) -> None:
    found = work_out(book, make_fee(("always", "93.00"), reliefs=(BENEFITS,)), income="benefits")
    assert (found.state, found.total, found.depends_on) == (FeeState.OFFICE_DECIDES, None, ())
    (item,) = found.items
    assert (item.charge.eur, item.charge.norm, item.charge.discretion) == (Decimal("93.00"), "§ 45", BENEFITS)
    assert item.because == (Reason("income", ("benefits",)),)


def test_free_beats_what_the_office_may_decide(book: FactBook) -> None:
    fee = make_fee(("always", "93.00"), reliefs=(BENEFITS, SCHOLARSHIP))
    found = work_out(book, fee, income="benefits,scholarship")
    assert (found.state, found.total) == (FeeState.KNOWN, Decimal("0.00"))
    assert found.items[0].charge.norm == "§ 52 Abs. 5"
    assert found.items[0].charge.discretion is None


def test_a_firm_relief_is_the_highest_amount_of_what_the_office_may_decide(book: FactBook) -> None:
    fee = make_fee(("always", "93.00"), reliefs=(make_relief("association", "46.00"), BENEFITS))
    (item,) = work_out(book, fee, association="yes", income="benefits").items
    assert (item.charge.eur, item.charge.discretion) == (Decimal("46.00"), BENEFITS)


def test_the_office_decides_over_the_whole_where_it_may_lower_one_act(book: FactBook) -> None:
    found = work_out(book, PERMIT, make_fee(("always", "35.00"), reliefs=(BENEFITS,)), income="benefits")
    assert (found.state, found.total) == (FeeState.OFFICE_DECIDES, None)
    assert len(found.items) == 2


def test_an_act_that_is_not_done_costs_nothing(book: FactBook) -> None:
    assert work_out(book, FIRST, application="renewal") == FeeResult(FeeState.NONE, Decimal("0.00"), (), ())
    assert work_out(book) == FeeResult(FeeState.NONE, Decimal("0.00"), (), ())


def test_a_free_act_is_known_to_cost_nothing(book: FactBook) -> None:
    found = work_out(book, make_fee(("always", "0.00")))
    assert (found.state, found.total, len(found.items)) == (FeeState.KNOWN, Decimal("0.00"), 1)


def test_an_open_fee_names_the_facts_that_change_it(book: FactBook) -> None:
    found = work_out(book, FIRST, EXPRESS, application="first")
    assert (found.state, found.total, found.depends_on) == (FeeState.DEPENDS, None, ("minor", "express"))
    assert work_out(book, FIRST).depends_on == ("application", "minor")


def test_an_open_fee_still_shows_what_is_certain(book: FactBook) -> None:
    found = work_out(book, PERMIT, EXPRESS)
    assert [item.charge.eur for item in found.items] == [Decimal("100.00")]
    assert found.depends_on == ("express",)


def test_a_fact_that_cannot_change_the_amount_is_not_asked_for(book: FactBook) -> None:
    fee = make_fee(("minor", "50.00"), ("always", "50.00"))
    found = work_out(book, fee)
    assert (found.state, found.total, found.depends_on) == (FeeState.KNOWN, Decimal("50.00"), ())


def test_the_total_is_known_although_it_is_open_which_of_two_free_acts_is_done(book: FactBook) -> None:
    free = (SCHOLARSHIP,)
    first = make_fee(("always", "100.00"), reliefs=free, when="application == first")
    other = make_fee(("always", "93.00"), reliefs=free, when="application != first")
    found = work_out(book, first, other, income="scholarship")
    assert (found.state, found.total, found.depends_on) == (FeeState.KNOWN, Decimal("0.00"), ())
    assert [(item.charge.eur, item.charge.norm) for item in found.items] == [(Decimal("0.00"), "§ 52 Abs. 5")] * 2


def test_whether_the_office_decides_can_depend_on_a_fact(book: FactBook) -> None:
    found = work_out(book, make_fee(("always", "93.00"), reliefs=(BENEFITS,)))
    assert (found.state, found.depends_on) == (FeeState.DEPENDS, ("income",))


def test_an_amount_can_have_a_paragraph_of_its_own(book: FactBook) -> None:
    half = replace(PERMIT.fee, amounts=(replace(PERMIT.fee.amounts[0], norm="§ 50 Abs. 1"),))
    (item,) = work_out(book, replace(PERMIT, fee=half)).items
    assert item.charge.norm == "§ 50 Abs. 1"


# The version of a day.

NEW_YEAR = date(2027, 1, 1)
OLD_YEAR = date(2026, 12, 31)
UNTIL, SINCE = Validity(last=OLD_YEAR), Validity(NEW_YEAR)


def dearer(fee: ServiceFee, *validities: Validity) -> ServiceFee:
    """The fee whose amounts count for these times, in order."""
    pairs = zip(fee.fee.amounts, validities, strict=True)
    return replace(fee, fee=replace(fee.fee, amounts=tuple(replace(amount, validity=one) for amount, one in pairs)))


@pytest.mark.parametrize(("day", "eur"), [(date.min, "100.00"), (OLD_YEAR, "100.00"), (NEW_YEAR, "120.00")])
def test_the_amount_of_the_day_counts(book: FactBook, day: date, eur: str) -> None:
    fee = dearer(make_fee(("always", "100.00"), ("always", "120.00")), UNTIL, SINCE).on(day)
    assert fee is not None
    assert work_out(book, fee).total == Decimal(eur)


def test_a_relief_counts_on_its_days_only(book: FactBook) -> None:
    relief = replace(make_relief("income has benefits", "0.00"), validity=SINCE)
    fee = make_fee(("always", "100.00"), reliefs=(relief,))
    before, after = fee.on(OLD_YEAR), fee.on(NEW_YEAR)
    assert before is not None
    assert after is not None
    assert work_out(book, before, income="benefits").total == Decimal("100.00")
    assert work_out(book, after, income="benefits").total == Decimal("0.00")


def test_a_fee_that_waits_for_its_day_is_not_due_before() -> None:
    fee = replace(PERMIT, validity=SINCE)
    assert fee.on(OLD_YEAR) is None
    assert fee.on(NEW_YEAR) is fee


def test_a_fact_that_tips_the_price_between_any_two_of_several_is_asked_for(book: FactBook) -> None:
    fee = make_fee(("application == first and minor", "1.00"), ("not minor", "2.00"), ("always", "3.00"))
    assert work_out(book, fee).depends_on == ("application", "minor")

"""Exact analysis of a small office: what it finds, what it leaves alone, and the cases that show it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from counter_app.domain.analysis import analysed
from counter_app.domain.analysis.insight import Insight, InsightKind, case_words
from counter_app.domain.content import Content
from counter_app.domain.document import Confidence, OneOf
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import ServiceFee
from counter_app.domain.rule import NO, YES
from counter_app.domain.service import Requirement, Service
from counter_app.domain.validity import Validity
from counter_app.domain.value import Unit, Value, ValueStep
from counter_app.domain.watch import Watch
from tests.makers import (
    make_book,
    make_clause,
    make_fact,
    make_fee,
    make_group,
    make_multi_fact,
    make_relief,
    make_row,
    make_service,
    make_setting,
)

DAY, LATER = date(2026, 11, 20), date(2027, 1, 1)
PAST, FUTURE = Validity(last=date(2026, 11, 19)), Validity(first=LATER)
ALWAYS = "always"
BOOK = make_book(
    make_fact("application", "first", "renewal", "loss"),
    make_fact("age", "child", "youth", "adult"),
    make_fact("minor", rule="age in [child, youth]"),
    make_fact("married"),
    make_multi_fact("income", "employed", "savings", "none", alone="none"),
    make_setting("asks_rent"),
    contradictions={"married and age == child": "Zu jung."},
)


@dataclass(frozen=True)
class Office:
    """The shipped labels with facts, matters and groups of their own."""

    content: Content

    def insights(
        self, *services: Service, book: FactBook = BOOK, groups: tuple[OneOf, ...] = (), day: date = DAY
    ) -> tuple[Insight, ...]:
        """What is found out about matters, apart from answers that are alike."""
        return tuple(
            insight
            for insight in self.all_insights(*services, book=book, groups=groups, day=day)
            if insight.kind is not InsightKind.ANSWERS_ALIKE
        )

    def all_insights(
        self, *services: Service, book: FactBook = BOOK, groups: tuple[OneOf, ...] = (), day: date = DAY
    ) -> tuple[Insight, ...]:
        """Everything that is found out."""
        by_id = {service.id: service for service in services}
        return analysed(replace(self.content, facts=book, services=by_id, groups=groups), day)


@pytest.fixture(scope="session")
def office(content: Content) -> Office:
    return Office(replace(content, values={}, watches={}))


def matter(*rows: Requirement, fees: tuple[ServiceFee, ...] = (), **more: object) -> Service:
    """A matter that costs nothing unless fees are given."""
    made = make_service(*rows, fees=fees)
    return replace(made, free="" if fees else "§ 1", **more)  # type: ignore[arg-type]


def abouts(insights: tuple[Insight, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """What was found, and about what."""
    return [(str(insight.kind), insight.about) for insight in insights]


def one(insights: tuple[Insight, ...]) -> Insight:
    """The only one."""
    (insight,) = insights
    return insight


def test_rows_that_may_or_may_not_show_and_such_as_say_always_are_left_alone(office: Office) -> None:
    rows = make_row("pass", "always"), make_row("heirat", "married"), make_row("miete", "asks_rent and age != child")
    assert office.insights(matter(*rows)) == ()


@pytest.mark.parametrize(
    ("rule", "proof"),
    [
        ("married and not married", "in keinem der 2 Fälle gilt „married and not married“."),
        ("age == child and married", "in keinem der 3 Fälle gilt „age == child and married“."),
        ("not always", "im einzigen Fall gilt „not always“ nicht."),
    ],
)
def test_a_row_that_never_shows_is_proven(office: Office, rule: str, proof: str) -> None:
    found = one(office.insights(matter(make_row("pass", "always", rule))))
    assert (found.kind, found.about) == (InsightKind.ROW_NEVER, ("row", "study", "pass", "1"))
    assert found.detail == f"Die Zeile „pass“ kann sich nie zeigen: {proof}"
    assert found.kind.is_defect


def test_a_row_that_the_values_of_its_matter_rule_out_says_what_is_left(office: Office) -> None:
    study = matter(make_row("karte", "application == loss"), limits={"application": ("first", "renewal")})
    found = one(office.insights(study))
    assert found.kind is InsightKind.ROW_NEVER
    assert found.detail.endswith("Möglich ist hier nur application = first / renewal.")


def test_settings_of_the_office_count_in_both_ways(office: Office) -> None:
    shipped = office.content.office
    strict = replace(shipped, settings={"asks_rent": YES})
    content = replace(office.content, offices={shipped.id: strict})
    assert Office(content).insights(matter(make_row("a", "asks_rent"), make_row("b", "not asks_rent"))) == ()


def test_a_row_that_always_shows_without_saying_so_is_proven(office: Office) -> None:
    found = one(office.insights(matter(make_row("pass", "age in [child, youth] or age == adult"))))
    assert found.kind is InsightKind.ROW_ALWAYS
    assert "in allen 2 Fällen gilt „age in [child, youth] or age == adult“" in found.detail


def test_grounds_that_always_hold_together_are_found_at_the_last_of_them(office: Office) -> None:
    found = one(office.insights(matter(make_row("pass", "married", "not married"))))
    assert (found.kind, found.about) == (InsightKind.ROW_ALWAYS, ("row", "study", "pass", "1"))
    assert "ihre 2 Gründe zusammen" in found.detail


def test_grounds_that_follow_each_other_do_not_hold_together(office: Office) -> None:
    old = make_clause("married", validity=Validity(last=date(2026, 12, 31)))
    new = make_clause("not married", validity=FUTURE)
    assert office.insights(matter(make_row("pass", old, new))) == ()


def test_grounds_that_always_hold_together_from_a_later_day_on_are_found_today(office: Office) -> None:
    row = make_row("pass", "married", make_clause("not married", validity=FUTURE))
    assert one(office.insights(matter(row))).kind is InsightKind.ROW_ALWAYS


def test_a_row_that_is_only_valid_later_is_not_dead_and_one_of_the_past_is_a_hint(office: Office) -> None:
    later, over = make_clause("married", validity=FUTURE), make_clause("married", validity=PAST)
    found = one(office.insights(matter(make_row("a", later), make_row("b", over))))
    assert (found.kind, found.about) == (InsightKind.ROW_OVER, ("row", "study", "b", "0"))
    assert "galt bis 19.11.2026" in found.detail
    assert not found.kind.is_defect


def test_fees_that_are_never_or_always_due_are_proven(office: Office) -> None:
    never, always = (
        make_fee((ALWAYS, "1.00"), when="not always"),
        make_fee((ALWAYS, "1.00"), when="married or not married"),
    )
    over = replace(make_fee((ALWAYS, "1.00"), when="married"), validity=PAST)
    fees = (never, always, over, make_fee((ALWAYS, "2.00")))
    found = [kind for kind, about in abouts(office.insights(matter(fees=fees))) if about[0] == "fee"]
    assert found == ["fee_never", "fee_always", "fee_over"]


def test_a_matter_has_a_fee_or_says_why_it_has_none(office: Office) -> None:
    bare, both = make_service(), replace(make_service(fees=(make_fee((ALWAYS, "1.00")),)), free="§ 1")
    assert one(office.insights(bare)).kind is InsightKind.NO_FEE
    assert one(office.insights(both)).kind is InsightKind.FREE_WITH_FEE


def test_a_matter_whose_last_fee_ends_is_told_from_when_on_it_has_none(office: Office) -> None:
    ending = replace(make_fee((ALWAYS, "1.00")), validity=Validity(last=date(2026, 12, 31)))
    found = one(office.insights(matter(fees=(ending,))))
    assert found.kind is InsightKind.NO_FEE
    assert "ab 01.01.2027" in found.detail


def test_values_of_a_matter_that_exclude_each_other_are_told(office: Office) -> None:
    clashing = matter(limits={"married": ("yes",), "age": ("child",)})
    found = one(office.insights(clashing))
    assert (found.kind, found.about) == (InsightKind.LIMITS_CLASH, ("service", "study"))
    assert "Zu jung." in found.detail


def test_a_value_of_a_matter_that_the_others_exclude_is_told(office: Office) -> None:
    found = one(office.insights(matter(limits={"married": ("yes",), "age": ("child", "adult")})))
    assert (found.kind, found.about) == (InsightKind.LIMIT_IMPOSSIBLE, ("limit", "study", "age"))
    assert "age = child" in found.detail


def test_an_assumption_outside_the_values_of_its_matter_is_told(office: Office) -> None:
    rows = (make_row("a", "application == first"),)
    bad = matter(*rows, limits={"application": ("first", "renewal")}, assumptions={"application": "loss"})
    found = one(office.insights(bad))
    assert (found.kind, found.about) == (InsightKind.ASSUMPTION_IMPOSSIBLE, ("assumption", "study", "application"))
    assert "Möglich ist nur first, renewal." in found.detail


def test_an_assumption_that_another_one_excludes_is_told(office: Office) -> None:
    found = one(office.insights(matter(make_row("a", "married"), assumptions={"age": "child", "married": YES})))
    assert (found.kind, found.about) == (InsightKind.ASSUMPTION_IMPOSSIBLE, ("assumption", "study", "married"))


def test_an_assumption_that_changes_nothing_is_a_hint(office: Office) -> None:
    rows = (make_row("a", "married"),)
    idle, tied = matter(*rows, assumptions={"application": "first"}), matter(*rows, assumptions={"age": "adult"})
    assert one(office.insights(idle)).kind is InsightKind.ASSUMPTION_IDLE
    assert office.insights(tied) == ()  # a child is not married


HOUSING = make_group("money", "lohn", "sparbuch", services=("study",))
BOTH = make_row("lohn", "income has employed"), make_row("sparbuch", "income has savings")


def test_a_group_that_can_be_empty_shows_a_case_of_each_kind(office: Office) -> None:
    found = one(office.insights(matter(*BOTH), groups=(HOUSING,)))
    assert (found.kind, found.about) == (InsightKind.GROUP_EMPTY, ("group", "money"))
    assert found.case == {"income/employed": NO, "income/savings": NO}
    assert "bei income ohne „employed“ und „savings“" in found.detail
    assert "bei income = „employed“ und „savings“." in found.detail


@pytest.mark.parametrize("changes", [{"optional": True}, {"optional_in": ("study",)}])
def test_a_group_may_be_empty_where_that_is_meant(office: Office, changes: dict[str, object]) -> None:
    assert office.insights(matter(*BOTH), groups=(replace(HOUSING, **changes),)) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("changes", [{"optional": True}, {"optional_in": ("study",)}])
def test_a_group_that_is_never_empty_need_not_be_optional(office: Office, changes: dict[str, object]) -> None:
    rows = make_row("lohn", "always"), make_row("sparbuch", "income has savings")
    found = one(office.insights(matter(*rows), groups=(replace(HOUSING, **changes),)))  # type: ignore[arg-type]
    assert found.kind is InsightKind.GROUP_NEVER_EMPTY
    assert not found.kind.is_defect


def test_a_group_whose_papers_never_show_together_may_be_empty(office: Office) -> None:
    rows = make_row("lohn", "application == first"), make_row("sparbuch", "application == renewal")
    assert office.insights(matter(*rows), groups=(HOUSING,)) == ()


def test_a_group_that_can_be_empty_from_a_later_day_on_says_so(office: Office) -> None:
    until = make_clause("always", validity=Validity(last=date(2026, 12, 31)))
    rows = make_row("lohn", "income has employed", until), make_row("sparbuch", "income has savings")
    found = one(office.insights(matter(*rows), groups=(HOUSING,)))
    assert "ab 01.01.2027 leer" in found.detail
    assert office.insights(matter(*rows), groups=(HOUSING,), day=date(2026, 1, 1)) == (found,)


def test_groups_of_one_paper_are_told_by_matter_or_as_a_whole(office: Office) -> None:
    service = matter(make_row("lohn", "married"), make_row("sparbuch", "always"))
    named, general = make_group("money", "lohn", "x", services=("study",)), make_group("any", "sparbuch", "y")
    assert abouts(office.insights(service, groups=(named, general))) == [
        ("group_small", ("group", "money", "study")),
        ("group_small", ("group", "any")),
    ]


def test_amounts_and_reliefs_that_no_matter_can_bring_are_told_once(office: Office) -> None:
    relief, idle = make_relief("married", "0.00"), make_relief("age == child", "0.00")
    row = make_fee(
        ("age in [child, youth]", "5.00"),
        ("age == youth", "6.00"),
        (ALWAYS, "9.00"),
        reliefs=(relief, idle),
        when="married",
    )
    found = office.insights(matter(fees=(row,)))
    assert abouts(found) == [
        ("amount_never", ("amount", "fee_married", "1")),
        ("relief_never", ("relief", "relief_age == child")),
    ]
    assert "6,00 €" in found[0].detail
    assert "„age == child“" in found[1].detail


def test_an_amount_counts_if_one_of_its_matters_brings_it(office: Office) -> None:
    row = make_fee(("age in [child, youth]", "5.00"), (ALWAYS, "9.00"))
    adults = matter(fees=(row,), id="adults", limits={"age": ("adult",)})
    children = matter(fees=(row,), id="children", limits={"age": ("child",)})
    assert abouts(office.insights(adults)) == [("amount_never", ("amount", "fee_always", "0"))]
    assert abouts(office.insights(children)) == [("amount_never", ("amount", "fee_always", "1"))]
    assert office.insights(adults, children) == ()


def test_amounts_of_the_past_are_left_alone_and_those_to_come_count(office: Office) -> None:
    row = make_fee(("age in [child, youth]", "5.00"), ("age in [child, youth]", "6.00"), (ALWAYS, "9.00"))
    old, new, rest = row.fee.amounts
    fee = replace(row.fee, amounts=(replace(old, validity=PAST), replace(new, validity=FUTURE), rest))
    assert office.insights(matter(fees=(replace(row, fee=fee),))) == ()


def test_a_relief_that_applies_to_one_fee_of_two_is_a_hint(office: Office) -> None:
    relief = make_relief("married", "0.00")
    fits = make_fee((ALWAYS, "5.00"), reliefs=(relief,))
    never = make_fee((ALWAYS, "7.00"), reliefs=(relief,), when="age == child")
    found = one(office.insights(matter(fees=(fits, never))))
    assert (found.kind, found.about) == (InsightKind.RELIEF_IDLE, ("relief", "relief_married"))
    assert "„fee_age == child“" in found.detail


def test_an_answer_nobody_can_give_is_told_at_the_contradiction_to_blame(office: Office) -> None:
    book = make_book(
        *BOOK.facts.values(),
        contradictions={"married and age == child": "Zu jung.", "age == child and not married": "Nicht verheiratet."},
    )
    bare = make_book(*BOOK.facts.values(), contradictions={"income has savings": "Nie."})
    assert abouts(office.insights(book=book)) == [("answer_impossible", ("contradiction", "contradiction_0"))]
    assert abouts(office.insights(book=bare)) == [("answer_impossible", ("contradiction", "contradiction_0"))]


def test_an_answer_that_several_contradictions_exclude_is_told_at_its_fact(office: Office) -> None:
    facts = make_fact("a", "x", "y"), make_fact("b")
    rules = {"a == x": "1", "a == x and b or a == x and not b": "2"}
    found = one(office.insights(book=make_book(*facts, contradictions=rules)))
    assert (found.kind, found.about) == (InsightKind.ANSWER_IMPOSSIBLE, ("fact", "a"))


@pytest.mark.parametrize(
    ("rule", "answer"), [("age == child and age == adult", "Ja"), ("married or not married", "Nein")]
)
def test_a_derived_fact_with_a_single_answer_is_told(office: Office, rule: str, answer: str) -> None:
    book = make_book(*BOOK.facts.values(), make_fact("odd", rule=rule))
    found = one(office.insights(book=book))
    assert (found.kind, found.about) == (InsightKind.DERIVED_SETTLED, ("fact", "odd"))
    assert f"nie {answer} sein" in found.detail


def test_a_contradiction_that_excludes_nothing_is_a_hint(office: Office) -> None:
    book = make_book(*BOOK.facts.values(), contradictions={"minor and age == adult": "Nie."})
    found = one(office.insights(book=book))
    assert (found.kind, found.kind.is_defect) == (InsightKind.CONTRADICTION_EMPTY, False)


def test_answers_that_no_rule_tells_apart_are_a_hint(office: Office) -> None:
    rows = (
        make_row("a", "application == first"),
        make_row("b", "income has employed"),
        make_row("c", "age == child", "age == youth"),
    )
    found = office.all_insights(matter(*rows))
    assert [(insight.about[1], insight.kind.is_defect) for insight in found] == [
        ("application", False),
        ("income", False),
    ]
    assert "„renewal“ (renewal), „loss“ (loss)" in found[0].detail
    assert "„savings“ (savings) fragt keine Regel" in found[1].detail  # nobody needs a rule for "none"


def step(validity: Validity, amount: Decimal | None) -> ValueStep:
    return ValueStep(validity, amount, "", Confidence.HIGH, "", "Noch nicht gelesen.")


def test_a_limit_of_the_year_that_ran_out_is_wrong_and_one_without_amount_a_hint(office: Office) -> None:
    over = Value("over", "", Unit.EUR_YEAR, (step(PAST, Decimal(5)),))
    unread = Value("unread", "", Unit.EUR_YEAR, (step(Validity(), None),))
    fine = Value("fine", "", Unit.EUR_YEAR, (step(Validity(last=LATER), Decimal(5)),))
    values = {value.id: value for value in (over, unread, fine)}
    found = Office(replace(office.content, values=values)).insights()
    assert abouts(found) == [("value_over", ("value", "over")), ("value_unknown", ("value", "unread"))]
    assert "am 20.11.2026 keinen Betrag; der letzte galt bis 19.11.2026" in found[0].detail
    assert [insight.kind.is_defect for insight in found] == [True, False]


def test_a_time_to_come_between_two_steps_of_a_limit_is_wrong(office: Office) -> None:
    old, new = Validity(last=date(2026, 12, 30)), Validity(LATER)
    gap = Value("gap", "", Unit.EUR_YEAR, (step(new, Decimal(6)), step(old, Decimal(5))))
    closed = Value(
        "closed", "", Unit.EUR_YEAR, (*gap.steps, step(Validity(date(2026, 12, 31), date(2026, 12, 31)), None))
    )
    office = Office(replace(office.content, values={"gap": gap, "closed": closed}))
    found = one(office.insights())
    assert (found.kind, found.about) == (InsightKind.VALUE_OVER, ("value", "gap"))
    assert "hat ab 31.12.2026 keinen Betrag, erst ab 01.01.2027 wieder" in found.detail
    assert office.insights(day=LATER) == ()


def test_a_change_of_law_whose_day_has_come_is_one_hint_for_all_its_matters(office: Office) -> None:
    watch = Watch("reform", DAY, "Neues Gesetz.", ("study", "work"), "")
    services = matter(watches=(watch,)), matter(id="work", watches=(watch,))
    found = one(office.insights(*services))
    assert (found.kind, found.kind.is_defect) == (InsightKind.NEEDS_CHECK, False)
    assert found.detail == "Seit 20.11.2026 neu zu prüfen: Neues Gesetz. Betroffen: study, work."
    assert office.insights(*services, day=date(2026, 11, 19)) == ()


def test_a_case_is_told_fact_by_fact_in_the_order_of_asking() -> None:
    case = {"income/savings": NO, "income/employed": YES, "married": NO, "application": "loss"}
    words = "application = „loss“, married = „no“, income = „employed“ ohne „savings“"
    assert case_words(case, BOOK) == words
    assert case_words({}, BOOK) == "in jedem Fall"

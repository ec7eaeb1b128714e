"""The list of one person on one day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from counter_app.domain import checklist as checklist_module
from counter_app.domain.checklist import Checklist, ChecklistMaker
from counter_app.domain.document import Age, OneOf
from counter_app.domain.errors import FactError
from counter_app.domain.evaluation import Reason, Truth
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import FeeState
from counter_app.domain.role import Role
from counter_app.domain.service import Clause, Requirement, Service
from counter_app.domain.validity import Validity
from counter_app.domain.watch import Watch
from tests.makers import (
    make_book,
    make_clause,
    make_document,
    make_fact,
    make_fee,
    make_group,
    make_multi_fact,
    make_row,
    make_service,
    make_setting,
)

DAY = date(2026, 11, 22)


@pytest.fixture
def book() -> FactBook:
    """What the rows of these tests look at."""
    return make_book(
        make_fact("application", "first", "renewal"),
        make_multi_fact("income", "employed", "savings"),
        make_fact("health", "statutory", "private", "none"),
        make_fact("married"),
        make_fact("moved"),
        make_setting("asks_rent"),
    )


def the_list(
    book: FactBook,
    service: Service,
    *groups: OneOf,
    day: date = DAY,
    settings: Mapping[str, str] | None = None,
    **facts: str,
) -> Checklist:
    said = {fact: tuple(values.split(",")) for fact, values in facts.items()}
    return ChecklistMaker(book, groups, settings or {}).make(service, said, day)


def shown(checklist: Checklist) -> list[tuple[int | None, str, Truth]]:
    return [(row.number, row.document.id, row.needed) for row in checklist.rows]


def test_rows_that_show_are_numbered_and_the_others_come_last_without_number(book: FactBook) -> None:
    service = make_service(
        make_row("antrag", "always"),
        make_row("lohn", "income has employed"),
        make_row("heirat", "married"),
        make_row("pass", "always"),
    )
    found = the_list(book, service, income="savings")
    assert shown(found) == [
        (1, "antrag", Truth.YES),
        (2, "heirat", Truth.DEPENDS),
        (3, "pass", Truth.YES),
        (None, "lohn", Truth.NO),
    ]
    assert [row.document.id for row in found.needed(Truth.YES)] == ["antrag", "pass"]


def test_a_row_is_found_by_its_paper(book: FactBook) -> None:
    found = the_list(book, make_service(make_row("pass", "always")))
    assert found.row_of("pass") is found.rows[0]
    assert found.row_of("foto") is None


def test_a_row_says_why_it_is_needed_or_what_it_depends_on(book: FactBook) -> None:
    service = make_service(
        make_row("lohn", "income has employed and application == renewal"), make_row("pass", "always")
    )
    known = the_list(book, service, income="employed", application="renewal").rows
    assert known[0].because == (Reason("income", ("employed",)), Reason("application", ("renewal",)))
    assert (known[0].depends_on, known[1].because) == ((), ())
    still_open = the_list(book, service, income="employed").rows[0]
    assert (still_open.because, still_open.depends_on) == ((), ("application",))


def test_the_shortest_reason_is_given(book: FactBook) -> None:
    service = make_service(make_row("kv", "(health == private and moved) or married"))
    row = the_list(book, service, health="private", moved="yes", married="yes").rows[0]
    assert row.because == (Reason("married", ("yes",)),)


def test_a_reason_without_a_single_certain_part_names_what_is_enough(book: FactBook) -> None:
    service = make_service(make_row("kv", "married and (moved or not moved)"))
    assert the_list(book, service, married="yes", health="none").rows[0].because == (Reason("married", ("yes",)),)


def test_a_paper_wanted_on_several_grounds_is_one_row(book: FactBook) -> None:
    service = make_service(
        make_row(
            "meldung", make_clause("moved", "Nach dem Umzug."), make_clause("application == first", "Beim ersten Mal.")
        )
    )
    both = the_list(book, service, moved="yes", application="first").rows
    assert [(row.needed, [note.german for note in row.notes]) for row in both] == [
        (Truth.YES, ["Nach dem Umzug.", "Beim ersten Mal."])
    ]
    one = the_list(book, service, moved="no", application="first").rows[0]
    assert [note.german for note in one.notes] == ["Beim ersten Mal."]
    unclear = the_list(book, service, application="first").rows[0]
    assert (unclear.needed, len(unclear.notes)) == (Truth.YES, 2)
    hidden = the_list(book, service, moved="no", application="renewal").rows[0]
    assert (hidden.needed, hidden.notes) == (Truth.NO, ())


INSURANCE = make_group("insurance", "kv_statutory", "kv_private")


@pytest.mark.parametrize(
    ("health", "grouped"),
    [("", ["insurance", "insurance", None]), ("statutory", [None, None]), ("private", [None, None])],
)
def test_papers_are_grouped_only_where_two_of_them_show(book: FactBook, health: str, grouped: list[str | None]) -> None:
    service = make_service(
        make_row("kv_statutory", "health == statutory"),
        make_row("kv_private", "health == private"),
        make_row("pass", "always"),
    )
    found = the_list(book, service, INSURANCE, health=health) if health else the_list(book, service, INSURANCE)
    shown_rows = [row for row in found.rows if row.number is not None]
    assert [row.groups[0].id if row.groups else None for row in shown_rows] == grouped
    assert all(not row.groups for row in found.needed(Truth.NO))


def test_a_group_counts_only_in_its_matters(book: FactBook) -> None:
    rows = (make_row("a", "always"), make_row("b", "always"))
    group = make_group("either", "a", "b", services=("study",))
    assert the_list(book, make_service(*rows, service_id="study"), group).rows[0].groups == (group,)
    assert the_list(book, make_service(*rows, service_id="work"), group).rows[0].groups == ()


NEW_YEAR = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("day", "papers"),
    [
        (date(2026, 12, 31), ["old", "pass"]),
        (date(2027, 1, 1), ["new", "pass"]),
        (date(2027, 6, 30), ["new", "pass"]),
        (date(2027, 7, 1), ["pass"]),
    ],
)
def test_validity_dates_switch_rows_on_their_day(book: FactBook, day: date, papers: list[str]) -> None:
    service = make_service(
        make_row("old", make_clause("always", validity=Validity(last=date(2026, 12, 31)))),
        make_row("new", make_clause("always", validity=Validity(NEW_YEAR, date(2027, 6, 30)))),
        make_row("pass", "always"),
    )
    found = the_list(book, service, day=day)
    assert [row.document.id for row in found.needed(Truth.YES)] == papers
    assert [row.number for row in found.needed(Truth.NO)] == [None] * (3 - len(papers))


def test_only_the_grounds_of_the_day_make_a_row(book: FactBook) -> None:
    until_then = make_clause("married", "Alt.", Validity(last=date(2026, 12, 31)))
    from_then = make_clause("moved", "Neu.", Validity(NEW_YEAR))
    service = make_service(make_row("meldung", until_then, from_then))
    before = the_list(book, service, married="yes").rows[0]
    after = the_list(book, service, day=NEW_YEAR, married="yes").rows[0]
    assert (before.needed, [note.german for note in before.notes]) == (Truth.YES, ["Alt."])
    assert (after.needed, after.depends_on, [note.german for note in after.notes]) == (
        Truth.DEPENDS,
        ("moved",),
        ["Neu."],
    )


def test_a_row_waiting_for_its_day_is_no_reason_to_ask(book: FactBook) -> None:
    service = make_service(make_row("meldung", make_clause("moved", validity=Validity(NEW_YEAR))))
    assert the_list(book, service).next_question is None
    assert the_list(book, service, day=NEW_YEAR).next_question is not None


def test_the_office_settles_its_rows(book: FactBook) -> None:
    service = make_service(make_row("miete", "asks_rent"))
    assert the_list(book, service).rows[0].needed is Truth.NO
    asked_for = the_list(book, service, settings={"asks_rent": "yes"}).rows[0]
    assert (asked_for.needed, asked_for.because) == (Truth.YES, (Reason("asks_rent", ("yes",)),))


def test_assumptions_fill_the_list_and_are_listed_where_they_matter(book: FactBook) -> None:
    service = make_service(
        make_row("heirat", "married"),
        assumptions={"married": "no", "moved": "no"},
        fees=(make_fee(("always", "1.00")),),
    )
    found = the_list(book, service)
    assert (found.rows[0].needed, found.assumed, found.next_question) == (Truth.NO, {"married": "no"}, None)
    told = the_list(book, service, married="yes")
    assert (told.rows[0].needed, told.assumed) == (Truth.YES, {})


def test_an_assumption_that_only_a_fee_looks_at_is_listed_too(book: FactBook) -> None:
    fee = make_fee(("moved", "5.00"), ("always", "10.00"))
    found = the_list(book, make_service(fees=(fee,), assumptions={"moved": "no"}))
    assert (found.assumed, str(found.fee.total)) == ({"moved": "no"}, "10.00")


def test_a_matter_allows_only_its_values(book: FactBook) -> None:
    service = make_service(make_row("titel", "application == renewal"), limits={"application": ("renewal",)})
    found = the_list(book, service)
    assert (found.rows[0].needed, found.next_question) == (Truth.YES, None)
    with pytest.raises(FactError):
        the_list(book, service, application="first")


def test_the_next_question_is_the_one_that_settles_most(book: FactBook) -> None:
    # moved settles one row, income two, health three with each of its answers.
    service = make_service(
        make_row("a", "moved"),
        make_row("b", "income has employed"),
        make_row("c", "income has employed"),
        make_row("d", "health == statutory"),
        make_row("e", "health == private"),
        make_row("f", "health == none"),
    )
    first = the_list(book, service).next_question
    assert first is not None
    assert (first.fact.id, first.answers) == ("health", ("statutory", "private", "none"))
    second = the_list(book, service, health="none").next_question
    assert second is not None
    assert (second.fact.id, second.answers) == ("income", ("employed", "savings"))
    third = the_list(book, service, health="none", income="savings").next_question
    assert third is not None
    assert (third.fact.id, third.answers) == ("moved", ("yes", "no"))
    assert the_list(book, service, health="none", income="savings", moved="no").next_question is None


@pytest.mark.parametrize(
    "rules",
    [
        # With the right answer, health or married settle three rows, but on average 1 and 1.5; moved settles 2.
        ["health == none or married"] * 3 + ["moved", "moved"],
        # All answers together, health and moved settle 3 rows; but health has three answers and moved two.
        ["health == none", "moved", "moved or married"],
    ],
)
def test_the_average_over_the_answers_decides(book: FactBook, rules: list[str]) -> None:
    rows = (make_row(f"paper_{number}", rule) for number, rule in enumerate(rules))
    found = the_list(book, make_service(*rows)).next_question
    assert found is not None
    assert found.fact.id == "moved"


def test_where_two_questions_settle_as_much_the_first_declared_is_asked(book: FactBook) -> None:
    service = make_service(make_row("a", "health == none"), make_row("b", "income has employed"))
    found = the_list(book, service).next_question
    assert found is not None
    assert found.fact.id == "income"


def test_a_fee_is_worth_a_question_too(book: FactBook) -> None:
    service = make_service(make_row("pass", "always"), fees=(make_fee(("moved", "5.00"), ("always", "10.00")),))
    found = the_list(book, service)
    assert found.next_question is not None
    assert (found.next_question.fact.id, found.fee.state) == ("moved", FeeState.DEPENDS)


def test_only_answers_that_are_still_possible_are_offered(book: FactBook) -> None:
    service = make_service(make_row("a", "health == private"), limits={"health": ("statutory", "private")})
    found = the_list(book, service).next_question
    assert found is not None
    assert found.answers == ("statutory", "private")


def test_nothing_is_asked_when_all_is_settled(book: FactBook) -> None:
    assert the_list(book, make_service(make_row("pass", "always"))).next_question is None


# Who brings a paper, how old it may be, how many copies.

LETTER = make_document("letter", Role.EMPLOYER, Age(months=3), 2)


def demand(book: FactBook, *clauses: Clause, **facts: str) -> tuple[Role, Age | None, int]:
    """What the row of the letter wants."""
    said = {fact: (value,) for fact, value in facts.items()}
    row = ChecklistMaker(book, (), {}).make(make_service(Requirement(LETTER, clauses)), said, DAY).rows[0]
    return row.role, row.age, row.copies


def test_a_row_wants_what_its_paper_says(book: FactBook) -> None:
    assert demand(book, make_clause("always")) == (Role.EMPLOYER, Age(months=3), 2)
    assert demand(book, make_clause("married"), married="no") == (Role.EMPLOYER, Age(months=3), 2)


def test_a_ground_overrides_its_paper(book: FactBook) -> None:
    ground = replace(make_clause("always"), role=Role.SPOUSE, age=Age(days=14), copies=1)
    assert demand(book, ground) == (Role.SPOUSE, Age(days=14), 1)


def test_of_several_grounds_the_first_that_holds_says_who_and_the_strictest_how_old(book: FactBook) -> None:
    first = replace(make_clause("married"), role=Role.SPOUSE, age=Age(days=14))
    second = replace(make_clause("moved"), role=Role.HOST, age=Age(days=7), copies=3)
    assert demand(book, first, second, married="yes", moved="yes") == (Role.SPOUSE, Age(days=7), 3)
    assert demand(book, first, second, married="no", moved="yes") == (Role.HOST, Age(days=7), 3)
    assert demand(book, first, second, married="yes", moved="no") == (Role.SPOUSE, Age(days=14), 2)


def test_a_ground_that_is_still_open_does_not_count_beside_one_that_holds(book: FactBook) -> None:
    open_ground = replace(make_clause("moved"), role=Role.HOST, age=Age(days=7))
    assert demand(book, open_ground, make_clause("married"), married="yes") == (Role.EMPLOYER, Age(months=3), 2)
    assert demand(book, open_ground, make_clause("married")) == (Role.HOST, Age(days=7), 2)


# The day of the list.


def test_the_fee_of_the_day_counts(book: FactBook) -> None:
    fee = make_fee(("always", "100.00"), ("always", "120.00"))
    old, new = fee.fee.amounts
    amounts = (
        replace(old, validity=Validity(last=NEW_YEAR - timedelta(days=1))),
        replace(new, validity=Validity(NEW_YEAR)),
    )
    service = make_service(fees=(replace(fee, fee=replace(fee.fee, amounts=amounts)),))
    assert the_list(book, service).fee.total == Decimal("100.00")
    assert the_list(book, service, day=NEW_YEAR).fee.total == Decimal("120.00")


def test_a_fee_waiting_for_its_day_is_no_reason_to_ask(book: FactBook) -> None:
    fee = replace(make_fee(("always", "100.00"), when="moved"), validity=Validity(NEW_YEAR))
    service = make_service(fees=(fee,))
    assert the_list(book, service).next_question is None
    assert the_list(book, service, day=NEW_YEAR).next_question is not None


def test_a_list_needs_a_check_from_the_day_the_law_may_change(book: FactBook) -> None:
    watch = Watch("new_law", NEW_YEAR, "Neues Gesetz.", ("study",), "")
    service = replace(make_service(), watches=(watch,))
    assert the_list(book, service).needs_check == ()
    assert the_list(book, service, day=NEW_YEAR).needs_check == (watch,)


def test_a_list_is_made_without_looking_for_a_question(book: FactBook, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_details: object) -> None:
        raise AssertionError("nobody asked for it, and it takes longer than the list itself")

    monkeypatch.setattr(checklist_module, "next_question", refuse)
    assert len(the_list(book, make_service(make_row("a", "moved"))).rows) == 1

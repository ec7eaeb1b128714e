"""What the clerk reads off a visit."""

import pytest

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.sheet import SheetOrder
from counter_app.domain.visit import Papers, RowState, Tick, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import FactState, ListChange, fact_lines, list_change, open_facts, sheet_order
from tests.domain.small_office import DAY, MISSING, NOT_NEEDED, PRESENT, UNCLEAR, numbers, small_office


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    """The steps in the small office."""
    return VisitSteps(small_office(content), DAY)


@pytest.fixture
def study(steps: VisitSteps) -> Visit:
    """A visit about studying, nothing said yet."""
    return steps.service_chosen(Visit(), "study")


# Facts


def lines(steps: VisitSteps, visit: Visit) -> list[tuple[str, FactState, tuple[str, ...]]]:
    return [(line.fact.id, line.state, line.values) for line in fact_lines(visit, steps.content)]


def test_without_a_matter_no_fact_matters(steps: VisitSteps) -> None:
    assert lines(steps, Visit()) == []


def test_facts_that_matter_stand_in_the_order_of_asking_with_where_they_come_from(
    steps: VisitSteps, study: Visit
) -> None:
    assert lines(steps, study) == [
        ("application", FactState.OPEN, ()),
        ("income", FactState.OPEN, ()),
        ("health", FactState.OPEN, ()),
        ("married", FactState.ASSUMED, ("no",)),
        ("express", FactState.ASSUMED, ("no",)),
    ]


def test_what_was_told_is_a_line_and_an_assumption_can_be_withdrawn(steps: VisitSteps, study: Visit) -> None:
    visit = steps.fact_told(study, "income", ("employed", "savings"))
    visit = steps.assumption_toggled(steps.fact_told(visit, "married", ("yes",)), "express")
    assert lines(steps, visit) == [
        ("application", FactState.OPEN, ()),
        ("income", FactState.TOLD, ("employed", "savings")),
        ("health", FactState.OPEN, ()),
        ("married", FactState.TOLD, ("yes",)),
        ("express", FactState.WITHDRAWN, ()),
    ]


def test_a_fact_that_was_told_although_its_assumption_was_withdrawn_is_told(steps: VisitSteps, study: Visit) -> None:
    visit = steps.fact_told(steps.assumption_toggled(study, "married"), "married", ("no",))
    assert ("married", FactState.TOLD, ("no",)) in lines(steps, visit)
    assert len(lines(steps, visit)) == 5


def test_only_open_facts_on_which_something_depends_are_lines(steps: VisitSteps) -> None:
    work = steps.service_chosen(Visit(), "work")
    assert lines(steps, work) == [("income", FactState.OPEN, ())]


def test_rows_and_the_fee_leave_facts_open(steps: VisitSteps, study: Visit) -> None:
    assert study.case.checklist is not None
    assert open_facts(study.case.checklist) == {"application", "income", "health"}
    without = steps.assumption_toggled(study, "express")
    assert without.case.checklist is not None
    assert open_facts(without.case.checklist) == {"application", "income", "health", "express"}  # the fee asks


def test_in_every_shipped_matter_each_fact_is_one_line(content: Content) -> None:
    steps = VisitSteps(content, DAY)
    for service in content.services.values():
        visit = steps.typical_case_chosen(steps.service_chosen(Visit(), service.id), 0)
        names = [line.fact.id for line in fact_lines(visit, content)]
        assert names == sorted(set(names), key=content.facts.order)
        assert set(service.cases[0].facts) & service.facts_used <= set(names)


# What a step did


def test_a_change_of_the_list_is_counted(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "income", ("savings",))
    assert list_change(study, told) == ListChange(came=0, went=1, settled=1)
    assert list_change(told, study) == ListChange(came=1, went=0, settled=0)
    assert list_change(study, steps.assumption_toggled(study, "married")) == ListChange(came=1, went=0, settled=0)
    assert list_change(study, steps.paper_added(study, "vollmacht")) == ListChange(came=1, went=0, settled=0)
    assert list_change(Visit(), study) == ListChange(came=9, went=0, settled=0)
    assert list_change(study, steps.ticked(study, "pass", PRESENT)) == ListChange(0, 0, 0)
    assert list_change(study, steps.typical_case_chosen(study, 0)) == ListChange(came=0, went=3, settled=2)


# The sheet


def ordered(visit: Visit, steps: VisitSteps) -> SheetOrder:
    order = sheet_order(visit, steps.content)
    assert order is not None
    return order


def list_on(order: SheetOrder) -> Checklist:
    assert order.checklist is not None
    return order.checklist


def listed(order: SheetOrder) -> list[tuple[int | None, str]]:
    return [(row.number, row.document.id) for row in list_on(order).rows]


def test_before_the_matter_is_known_there_is_no_sheet(steps: VisitSteps) -> None:
    assert sheet_order(steps.language_chosen(Visit(), "ar"), steps.content) is None


def test_while_nothing_is_missing_the_sheet_says_everything_to_bring(steps: VisitSteps, study: Visit) -> None:
    order = ordered(study, steps)
    assert (order.definition.id, order.missing, order.unclear) == ("full", (), ())
    assert listed(order) == [(number, name) for name, number in numbers(study).items()]


def test_what_is_missing_stands_on_the_sheet_with_its_number_and_reason(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(study, "mietvertrag", Tick(RowState.MISSING, "expired"))
    visit = steps.paper_added(steps.ticked(visit, "pass", MISSING), "vollmacht")
    order = ordered(visit, steps)
    assert order.definition.id == "missing"
    assert [(one.number, one.document.id, one.reason) for one in order.missing] == [
        (2, "pass", "not_brought"),
        (9, "mietvertrag", "expired"),
        (10, "vollmacht", "not_brought"),
    ]


def test_what_is_unclear_stands_on_the_sheet_with_its_number(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(steps.ticked(study, "foto", UNCLEAR), "pass", MISSING)
    visit = steps.ticked(steps.paper_added(visit, "vollmacht"), "vollmacht", UNCLEAR)
    order = ordered(visit, steps)
    assert [(one.number, one.document.id) for one in order.unclear] == [(3, "foto"), (10, "vollmacht")]
    assert [one.number for one in order.missing] == [2]


def test_what_the_clerk_found_not_to_be_needed_is_not_on_the_sheet(steps: VisitSteps, study: Visit) -> None:
    order = ordered(steps.ticked(study, "meldung", NOT_NEEDED), steps)
    assert listed(order) == [(number, name) for name, number in numbers(study).items() if name != "meldung"]


def test_the_sheet_keeps_the_gaps_and_the_order_of_the_numbers(steps: VisitSteps, study: Visit) -> None:
    work = steps.service_chosen(steps.shown(study, Papers()), "work")
    told = steps.fact_told(work, "income", ("savings",))
    order = ordered(told, steps)
    assert listed(order) == [(1, "antrag"), (2, "pass"), (10, "vertrag")]
    assert [row.needed for row in list_on(order).rows] == [Truth.YES] * 3


def test_papers_that_nobody_needs_are_not_on_the_sheet(steps: VisitSteps, study: Visit) -> None:
    order = ordered(steps.fact_told(study, "health", ("private",)), steps)
    assert "kv_gesetzlich" not in [name for _, name in listed(order)]
    assert None not in [number for number, _ in listed(order)]


@pytest.mark.parametrize(("chosen", "printed"), [("", "de"), ("de", "de"), ("ar", "ar"), ("ti", "ti")])
def test_the_sheet_is_german_unless_a_language_was_chosen(
    steps: VisitSteps, study: Visit, chosen: str, printed: str
) -> None:
    visit = steps.language_chosen(study, chosen) if chosen else study
    assert ordered(visit, steps).language.tag == printed


def test_the_sheet_carries_deadline_and_fee(steps: VisitSteps, study: Visit) -> None:
    visit = steps.deadline_set(study, DAY)
    order = ordered(visit, steps)
    assert (order.deadline, order.appointment) == (DAY, None)
    assert study.case.checklist is not None
    assert list_on(order).fee == study.case.checklist.fee

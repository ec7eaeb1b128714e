"""A visit as a value: the list as both sides see it, and what a sheet would say."""

from dataclasses import replace
from datetime import date

import pytest

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.visit import OPEN, Case, Languages, Moment, Papers, RowState, Services, Tick, Visit
from counter_app.domain.visit_steps import VisitSteps
from tests.domain.small_office import APPOINTMENT, DAY, MISSING, NOT_NEEDED, PRESENT, UNCLEAR, numbers, small_office


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    """The steps in the small office."""
    return VisitSteps(small_office(content), DAY)


@pytest.fixture
def study(steps: VisitSteps) -> Visit:
    """A visit about studying, nothing said yet."""
    return steps.service_chosen(Visit(), "study")


# Nobody there yet


def test_a_new_visit_knows_nothing() -> None:
    visit = Visit()
    assert visit.is_empty
    assert (visit.language, visit.scene, visit.heard, visit.case) == ("", Languages(), None, Case())
    assert (visit.rows, visit.past, visit.printed, visit.has_unprinted) == ((), (), None, False)


def test_whatever_somebody_does_the_visit_is_not_empty_any_more(steps: VisitSteps) -> None:
    for touched in (
        steps.language_chosen(Visit(), "ar"),
        steps.service_chosen(Visit(), "study"),
        steps.shown(Visit(), Services()),
        steps.said(Visit(), ScreenText.INTERPRETER),
        steps.deadline_set(Visit(), DAY),
    ):
        assert not touched.is_empty


def test_a_visit_that_was_undone_may_still_be_on_the_screen_and_is_not_empty(steps: VisitSteps, study: Visit) -> None:
    undone = steps.undone(steps.shown(study, Moment()))
    assert undone.case == Case()
    assert not undone.is_empty


def test_two_visits_in_which_the_same_happened_are_equal(steps: VisitSteps) -> None:
    def played() -> Visit:
        visit = steps.service_chosen(steps.language_chosen(Visit(), "ti"), "study")
        return steps.printed(steps.ticked(steps.shown(visit, Papers()), "pass", UNCLEAR))

    assert played() == played()


# The list


def test_the_list_stands_in_the_order_of_its_numbers(steps: VisitSteps, study: Visit) -> None:
    out = steps.shown(steps.paper_added(study, "vollmacht"), Papers())
    work = steps.service_chosen(out, "work")  # vertrag comes first in the matter, and last here
    assert [(row.number, row.document.id) for row in work.rows] == [
        (1, "antrag"),
        (2, "pass"),
        (4, "lohn"),
        (10, "vollmacht"),
        (11, "vertrag"),
    ]


def test_a_row_says_what_was_found_and_why_it_is_there(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(steps.paper_added(study, "vollmacht"), "pass", PRESENT)
    by_name = {row.document.id: row for row in visit.rows}
    assert by_name["pass"].tick == PRESENT
    assert by_name["antrag"].tick == OPEN
    assert by_name["vollmacht"].row is None
    assert by_name["foto"].row is not None
    assert by_name["foto"].row.depends_on == ("application",)
    assert by_name["vollmacht"].document == steps.content.document("vollmacht")


def test_rows_are_found_by_paper_and_by_state(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(steps.ticked(study, "mietvertrag", UNCLEAR), "pass", UNCLEAR)
    found = visit.row_of("mietvertrag")
    assert found is not None
    assert (found.number, found.tick) == (9, UNCLEAR)
    assert visit.row_of("heirat") is None  # the matter knows it, but nobody is married
    assert [row.document.id for row in visit.in_state(RowState.UNCLEAR)] == ["pass", "mietvertrag"]
    assert visit.in_state(RowState.MISSING) == ()
    assert len(visit.in_state(RowState.OPEN)) == 7


def test_a_paper_that_is_not_needed_any_more_is_not_on_the_list_but_keeps_its_number(
    steps: VisitSteps, study: Visit
) -> None:
    visit = steps.fact_told(study, "health", ("private",))
    assert "kv_gesetzlich" not in numbers(visit)
    assert visit.numbers["kv_gesetzlich"] == 6


# What a sheet would say


def test_a_slip_says_what_is_missing_and_unclear_and_when(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(steps.ticked(study, "mietvertrag", MISSING), "pass", UNCLEAR)
    visit = steps.ticked(steps.ticked(visit, "antrag", PRESENT), "meldung", NOT_NEEDED)
    visit = steps.language_chosen(steps.appointment_set(steps.deadline_set(visit, DAY), APPOINTMENT), "ar")
    slip = visit.slip
    assert (slip.language, slip.deadline, slip.appointment) == ("ar", DAY, APPOINTMENT)
    assert ([row.number for row in slip.missing], [row.number for row in slip.unclear]) == ([9], [2])


@pytest.mark.parametrize(
    ("tick", "unprinted"), [(PRESENT, False), (MISSING, True), (UNCLEAR, True), (NOT_NEEDED, False)]
)
def test_only_what_is_missing_or_unclear_must_be_on_paper(
    steps: VisitSteps, study: Visit, tick: Tick, *, unprinted: bool
) -> None:
    assert not study.has_unprinted
    visit = steps.ticked(study, "pass", tick)
    assert visit.has_unprinted is unprinted
    assert not steps.printed(visit).has_unprinted


def test_a_paper_that_was_added_must_be_on_paper(steps: VisitSteps, study: Visit) -> None:
    assert steps.paper_added(study, "vollmacht").has_unprinted


def test_the_sheet_does_not_fit_any_more_after_a_change(steps: VisitSteps, study: Visit) -> None:
    printed = steps.printed(steps.ticked(study, "pass", MISSING))
    for changed in (
        steps.ticked(printed, "pass", Tick(RowState.MISSING, "expired")),
        steps.ticked(printed, "antrag", UNCLEAR),
        steps.paper_added(printed, "vollmacht"),
        steps.deadline_set(printed, date(2026, 12, 3)),
        steps.appointment_set(printed, APPOINTMENT),
        steps.language_chosen(printed, "en"),
    ):
        assert changed.has_unprinted
        assert not steps.printed(changed).has_unprinted


def test_the_sheet_still_fits_what_it_does_not_speak_of(steps: VisitSteps, study: Visit) -> None:
    printed = steps.printed(steps.ticked(study, "pass", MISSING))
    for same in (
        steps.ticked(printed, "antrag", PRESENT),
        steps.fact_told(printed, "health", ("private",)),
        steps.shown(printed, Papers()),
        steps.undone(steps.paper_added(printed, "vollmacht")),
        replace(printed, heard=None),
    ):
        assert not same.has_unprinted


def test_nothing_is_left_to_print_once_the_missing_paper_turns_up(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(study, "pass", MISSING)
    assert not steps.ticked(visit, "pass", PRESENT).has_unprinted

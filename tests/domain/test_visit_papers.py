"""From one value of a visit to the next: papers, dates, undo and print."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from counter_app.domain.content import Content
from counter_app.domain.errors import UnknownName
from counter_app.domain.evaluation import Truth
from counter_app.domain.visit import IsClear, Papers, RowState, Scene, Services, Step, Tick, Visit
from counter_app.domain.visit_steps import VisitError, VisitSteps
from tests.domain.small_office import (
    APPOINTMENT,
    DAY,
    MISSING,
    NOT_NEEDED,
    OPEN_STUDY,
    PRESENT,
    UNCLEAR,
    numbers,
    small_office,
    states,
)

Play = Callable[[Visit], Visit]


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    """The steps in the small office."""
    return VisitSteps(small_office(content), DAY)


@pytest.fixture
def study(steps: VisitSteps) -> Visit:
    """A visit about studying, nothing said yet."""
    return steps.service_chosen(Visit(), "study")


@pytest.fixture
def shipped(content: Content) -> VisitSteps:
    """The steps with everything that is shipped."""
    return VisitSteps(content, DAY)


# Papers


@pytest.mark.parametrize("tick", [PRESENT, UNCLEAR, NOT_NEEDED])
def test_a_paper_is_ticked_and_only_that_one(steps: VisitSteps, study: Visit, tick: Tick) -> None:
    ticked = steps.ticked(study, "foto", tick)
    row = ticked.row_of("foto")
    assert row is not None
    assert row.tick == tick
    assert states(ticked) == states(study) | {"foto": str(tick.state)}
    assert numbers(ticked) == OPEN_STUDY


def test_every_reason_can_be_given_for_a_missing_paper(steps: VisitSteps, study: Visit) -> None:
    reasons = list(steps.content.reasons.texts)
    assert len(reasons) == 7
    for reason in reasons:
        row = steps.ticked(study, "pass", Tick(RowState.MISSING, reason)).row_of("pass")
        assert row is not None
        assert row.tick == Tick(RowState.MISSING, reason)


def test_a_missing_paper_was_just_not_brought_unless_somebody_says_why(steps: VisitSteps, study: Visit) -> None:
    row = steps.ticked(study, "pass", MISSING).row_of("pass")
    assert row is not None
    assert row.tick.reason == "not_brought"


def test_an_unknown_reason_is_refused(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(UnknownName, match="„lost“ gibt es nicht als Grund"):
        steps.ticked(study, "pass", Tick(RowState.MISSING, "lost"))


def test_only_papers_on_the_list_are_ticked(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(VisitError, match="„heirat“ steht nicht auf der Liste"):
        steps.ticked(study, "heirat", PRESENT)
    with pytest.raises(UnknownName, match="„quark“ gibt es nicht als Unterlage"):
        steps.ticked(study, "quark", PRESENT)


def test_a_tick_outlives_that_the_paper_goes_from_the_list(steps: VisitSteps, study: Visit) -> None:
    ticked = steps.ticked(study, "sparbuch", UNCLEAR)
    gone = steps.fact_told(ticked, "income", ("employed",))
    assert gone.row_of("sparbuch") is None
    assert states(steps.fact_taken_back(gone, "income"))["sparbuch"] == "unclear"


def test_the_rest_is_present_where_it_is_certainly_needed(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(study, "antrag", MISSING)
    assert states(steps.rest_is_present(visit)) == {
        "antrag": "missing",
        "pass": "present",
        "foto": "open",
        "lohn": "open",
        "sparbuch": "open",
        "kv_gesetzlich": "open",
        "kv_privat": "open",
        "meldung": "present",
        "mietvertrag": "present",
    }


@pytest.mark.parametrize(
    ("tick", "other"),
    [(PRESENT, "not_needed"), (MISSING, "not_needed"), (UNCLEAR, "not_needed"), (NOT_NEEDED, "present")],
)
def test_where_one_paper_of_a_group_is_dealt_with_the_others_are_not_needed(
    steps: VisitSteps, study: Visit, tick: Tick, other: str
) -> None:
    rest = steps.rest_is_present(steps.ticked(study, "mietvertrag", tick))
    assert states(rest)["meldung"] == other
    assert states(rest)["antrag"] == "present"  # another group, or none: not touched
    assert states(rest)["mietvertrag"] == str(tick.state)


def test_one_group_says_nothing_about_another(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(study, "kv_privat", PRESENT)
    assert states(steps.rest_is_present(visit))["meldung"] == "present"


def test_the_rest_is_one_step_and_none_where_nothing_is_left(steps: VisitSteps, study: Visit) -> None:
    rest = steps.rest_is_present(study)
    assert [past.step for past in rest.past] == [Step.SERVICE, Step.REST_IS_PRESENT]
    assert steps.rest_is_present(rest) == rest
    assert states(steps.undone(rest)) == states(study)
    assert steps.rest_is_present(Visit()) == Visit()


def test_the_rest_of_every_shipped_list_is_settled_by_one_key(shipped: VisitSteps) -> None:
    for service in shipped.content.services.values():
        nothing_said = shipped.service_chosen(Visit(), service.id)
        for visit in (nothing_said, shipped.typical_case_chosen(nothing_said, 0)):
            rest = shipped.rest_is_present(visit)
            assert {row.row.needed for row in rest.in_state(RowState.OPEN) if row.row} <= {Truth.DEPENDS}
            certain = [row for row in visit.rows if row.row and row.row.needed is Truth.YES]
            assert len(rest.in_state(RowState.PRESENT)) == len(certain)


# Papers that the clerk adds


def test_a_paper_of_the_catalogue_comes_last_and_counts_as_missing(steps: VisitSteps, study: Visit) -> None:
    added = steps.paper_added(steps.paper_added(study, "vollmacht"), "urkunde")
    assert numbers(added) == OPEN_STUDY | {"vollmacht": 10, "urkunde": 11}
    row = added.row_of("vollmacht")
    assert row is not None
    assert (row.row, row.tick) == (None, Tick(RowState.MISSING, "not_brought"))


def test_a_paper_on_the_list_is_not_added_again(steps: VisitSteps, study: Visit) -> None:
    added = steps.paper_added(study, "vollmacht")
    for name, number in (("pass", 2), ("vollmacht", 10)):
        with pytest.raises(VisitError, match=f"„{name}“ steht schon auf der Liste: Nummer {number}"):
            steps.paper_added(added, name)


def test_only_papers_of_the_catalogue_are_added(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(UnknownName, match="„vollmach“ gibt es nicht als Unterlage"):
        steps.paper_added(study, "vollmach")


def test_a_paper_that_was_added_goes_and_comes_back_with_its_number(steps: VisitSteps, study: Visit) -> None:
    added = steps.paper_added(study, "vollmacht")
    unclear = steps.ticked(added, "vollmacht", UNCLEAR)
    removed = steps.paper_removed(unclear, "vollmacht")
    assert (removed.case, numbers(removed)) == (study.case, OPEN_STUDY)
    other = steps.paper_added(removed, "urkunde")
    assert numbers(other)["urkunde"] == 11  # 10 has meant another paper
    back = steps.paper_added(other, "vollmacht")
    assert (numbers(back)["vollmacht"], states(back)["vollmacht"]) == (10, "missing")


def test_a_paper_that_was_added_stands_once_when_the_matter_wants_it_too(steps: VisitSteps, study: Visit) -> None:
    added = steps.paper_added(study, "heirat")
    wanted = steps.fact_told(added, "married", ("yes",))
    assert numbers(wanted) == numbers(added) == OPEN_STUDY | {"heirat": 10}
    row = wanted.row_of("heirat")
    assert row is not None
    assert row.row is not None
    assert row.row.needed is Truth.YES


# Deadline and appointment


def test_a_deadline_from_today_on_is_set_moved_and_cleared(steps: VisitSteps, study: Visit) -> None:
    today = steps.deadline_set(study, DAY)
    later = steps.deadline_set(today, date(2026, 12, 3))
    assert (today.case.deadline, later.case.deadline) == (DAY, date(2026, 12, 3))
    assert steps.deadline_set(later, None).case == study.case


def test_an_appointment_from_today_on_is_set_and_cleared(steps: VisitSteps, study: Visit) -> None:
    today = replace(APPOINTMENT, start=APPOINTMENT.start.replace(month=11, day=20))
    assert steps.appointment_set(study, today).case.appointment == today
    visit = steps.appointment_set(study, APPOINTMENT)
    assert visit.case.appointment == APPOINTMENT
    assert replace(visit.case, appointment=None, checklist=study.case.checklist) == study.case
    assert steps.appointment_set(visit, None).case == study.case


def test_a_day_that_has_passed_is_refused(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(VisitError, match=r"Der 19\.11\.2026 ist schon vorbei"):
        steps.deadline_set(study, DAY - timedelta(days=1))
    with pytest.raises(VisitError, match=r"Der 19\.11\.2026 ist schon vorbei"):
        steps.appointment_set(study, replace(APPOINTMENT, start=datetime(2026, 11, 19, 23, 59)))  # noqa: DTZ001 - local


# Undo


def test_every_step_can_be_undone_one_by_one(steps: VisitSteps) -> None:
    visits = [Visit()]
    played: tuple[Play, ...] = (
        lambda visit: steps.service_chosen(visit, "study"),
        lambda visit: steps.typical_case_chosen(visit, 0),
        lambda visit: steps.fact_told(visit, "age", ("adult",)),
        lambda visit: steps.fact_taken_back(visit, "age"),
        lambda visit: steps.assumption_toggled(visit, "married"),
        lambda visit: steps.ticked(visit, "pass", UNCLEAR),
        steps.rest_is_present,
        lambda visit: steps.paper_added(visit, "vollmacht"),
        lambda visit: steps.paper_removed(visit, "vollmacht"),
        lambda visit: steps.deadline_set(visit, DAY),
        lambda visit: steps.appointment_set(visit, APPOINTMENT),
        lambda visit: steps.service_chosen(visit, "work"),
    )
    for step in played:
        visits.append(step(visits[-1]))
    last = visits[-1]
    assert [past.step for past in last.past] == [
        Step.SERVICE,
        Step.TYPICAL_CASE,
        Step.FACT,
        Step.FACT,
        Step.ASSUMPTION,
        Step.TICK,
        Step.REST_IS_PRESENT,
        Step.PAPER,
        Step.PAPER,
        Step.DEADLINE,
        Step.APPOINTMENT,
        Step.SERVICE,
    ]
    for before in reversed(visits[:-1]):
        last = steps.undone(last)
        assert (last.case, last.past, states(last)) == (before.case, before.past, states(before))
    assert steps.undone(last) == last


def test_undoing_keeps_numbers_that_were_given(steps: VisitSteps, study: Visit) -> None:
    out = steps.shown(study, Papers())
    undone = steps.undone(steps.fact_told(out, "married", ("yes",)))
    assert numbers(undone) == OPEN_STUDY
    assert numbers(steps.paper_added(undone, "vollmacht"))["vollmacht"] == 11


def test_undoing_leaves_what_the_customer_sees_and_said(steps: VisitSteps, study: Visit) -> None:
    asked = steps.asked(study, "health")
    answered = steps.fact_answered(asked, ("private",))
    undone = steps.undone(answered)
    assert (undone.scene, undone.heard) == (asked.scene, answered.heard)  # the tile is not marked any more


def test_a_list_put_aside_before_anybody_saw_it_leaves_no_gaps(steps: VisitSteps, study: Visit) -> None:
    back = steps.undone(steps.service_chosen(study, "work"))
    assert numbers(back) == numbers(study)


@pytest.mark.parametrize(("scene", "expected"), [(Papers(), Services()), (IsClear(), IsClear())])
def test_without_a_matter_there_is_no_list_to_show(
    steps: VisitSteps, study: Visit, scene: Scene, expected: Scene
) -> None:
    undone = steps.undone(steps.shown(study, scene))
    assert (undone.case.service, undone.scene) == (None, expected)
    asked = steps.undone(steps.asked(study, "health"))
    assert asked.scene == Services()


# Paper


def test_a_print_remembers_what_it_said_and_is_nothing_to_undo(steps: VisitSteps, study: Visit) -> None:
    ticked = steps.ticked(study, "pass", MISSING)
    printed = steps.printed(ticked)
    got = replace(ticked.person, printed=ticked.slip, is_list_out=True)
    assert printed == ticked.with_person(got)
    undone = steps.undone(printed)
    assert undone.case == study.case
    assert undone.printed == ticked.slip

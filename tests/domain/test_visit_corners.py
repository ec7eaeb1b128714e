"""Corners of a visit that once went wrong."""

from dataclasses import replace

import pytest

from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError
from counter_app.domain.label import ScreenText
from counter_app.domain.visit import OPEN, IsClear, Languages, Moment, Question, RowState, Tick, Visit
from counter_app.domain.visit_steps import VisitError, VisitSteps
from counter_app.domain.visit_view import FactState, fact_lines, sheet_order
from tests.domain.small_office import DAY, numbers, small_office, states
from tests.makers import make_group, make_row, make_service


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    """The steps of a small office."""
    return VisitSteps(small_office(content), DAY)


@pytest.fixture
def study(steps: VisitSteps) -> Visit:
    """A visit whose matter is known."""
    return steps.service_chosen(Visit(), "study")


def test_a_visit_never_prints_what_it_knows(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_answered(steps.asked(study, "health"), ("private",))
    assert len(repr(told)) < 200
    assert "private" not in repr((told, told.case, told.scene, told.heard, told.past, told.slip))


def test_a_language_chosen_after_the_matter_takes_the_languages_off_the_screen(steps: VisitSteps, study: Visit) -> None:
    assert study.scene == Languages()
    assert steps.language_chosen(study, "ar").scene != Languages()


def test_facts_of_the_office_are_never_shown(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(VisitError):
        steps.asked(study, "express")


def test_settings_are_never_shown(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(VisitError):
        steps.asked(study, "asks_rent")


def test_only_unclear_papers_stand_on_the_sheet(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(steps.rest_is_present(study), "pass", Tick(RowState.UNCLEAR))
    order = sheet_order(visit, steps.content)
    assert order is not None
    assert order.unclear
    assert any(block.rows == "unclear" for block in order.definition.blocks)


def test_undo_of_the_wrong_matter_before_the_list_is_out_brings_the_order_back(steps: VisitSteps, study: Visit) -> None:
    undone = steps.undone(steps.service_chosen(study, "work"))
    assert numbers(undone) == numbers(study)


def test_a_paper_in_two_groups_is_not_needed_only_when_both_are_dealt_with(steps: VisitSteps) -> None:
    groups = (make_group("german", "b1", "course"), make_group("society", "lid", "course"))
    content = replace(steps.content, groups=groups)
    service = make_service(*(make_row(n, "always") for n in ("b1", "lid", "course")))
    content = replace(content, services={"study": service})
    steps = VisitSteps(content, DAY)
    visit = steps.service_chosen(Visit(), "study")
    visit = steps.ticked(visit, "b1", Tick(RowState.PRESENT))
    visit = steps.ticked(visit, "lid", Tick(RowState.NOT_NEEDED))
    assert states(steps.rest_is_present(visit))["course"] == "present"


def test_open_again_is_no_step(steps: VisitSteps, study: Visit) -> None:
    assert steps.ticked(study, "pass", OPEN) == study


def test_ticked_and_reopened_is_as_before(steps: VisitSteps, study: Visit) -> None:
    assert steps.ticked(steps.ticked(study, "pass", Tick(RowState.PRESENT)), "pass", OPEN).case == study.case


def test_a_reason_is_for_missing_papers_only(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(study, "pass", Tick(RowState.PRESENT, "quark"))
    assert visit.case.ticks == {"pass": Tick(RowState.PRESENT)}


def test_a_paper_that_was_not_added_keeps_its_tick(steps: VisitSteps, study: Visit) -> None:
    visit = steps.ticked(study, "pass", Tick(RowState.PRESENT))
    assert states(steps.paper_removed(visit, "pass"))["pass"] == "present"  # noqa: S105 - a passport


def test_an_unknown_assumption_is_refused(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(CounterError):
        steps.assumption_toggled(study, "quark")


def test_only_an_assumption_of_the_matter_can_be_withdrawn(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(CounterError):
        steps.assumption_toggled(study, "health")


def test_an_assumption_withdrawn_in_one_matter_is_no_line_in_another(steps: VisitSteps, study: Visit) -> None:
    work = steps.service_chosen(steps.assumption_toggled(study, "express"), "work")
    assert "express" not in [line.fact.id for line in fact_lines(work, steps.content)]


def test_the_matter_is_on_the_sheet(steps: VisitSteps, study: Visit) -> None:
    visit = steps.printed(steps.ticked(study, "pass", Tick(RowState.MISSING)))
    assert steps.service_chosen(visit, "work").has_unprinted


def test_the_fee_is_on_the_sheet(steps: VisitSteps, study: Visit) -> None:
    visit = steps.printed(steps.ticked(study, "pass", Tick(RowState.MISSING)))
    assert steps.fact_told(visit, "express", ("yes",)).has_unprinted


def test_no_paper_is_added_or_printed_before_the_matter(steps: VisitSteps) -> None:
    with pytest.raises(VisitError):
        steps.paper_added(Visit(), "pass")


def test_no_sheet_is_printed_before_the_matter(steps: VisitSteps) -> None:
    with pytest.raises(VisitError):
        steps.printed(Visit())


def test_nothing_is_assumed_before_the_matter(steps: VisitSteps) -> None:
    with pytest.raises(CounterError):
        steps.assumption_toggled(Visit(), "married")


def test_please_repeat_does_not_answer_is_everything_clear(steps: VisitSteps, study: Visit) -> None:
    visit = steps.said(steps.shown(study, IsClear()), ScreenText.REPEAT)
    assert visit.scene == IsClear()
    assert visit.heard is not None
    assert visit.heard.question is None


def test_an_assumption_does_not_take_an_answer_away(content: Content) -> None:
    steps = VisitSteps(content, DAY)
    visit = steps.service_chosen(Visit(), "study")
    steps.fact_told(visit, "document_not_german", ("yes",))
    assert steps.answers(visit, "document_not_german") == ("yes", "no")


def test_a_question_on_the_screen_keeps_up_with_what_is_told(steps: VisitSteps, study: Visit) -> None:
    asked = steps.asked(study, "married")
    child = steps.fact_told(asked, "age", ("child",))
    assert child.scene == Question("married", ("no",))


def test_an_answer_that_was_undone_is_not_marked_any_more(steps: VisitSteps, study: Visit) -> None:
    answered = steps.fact_answered(steps.asked(study, "health"), ("private",))
    assert steps.undone(answered).scene == steps.asked(study, "health").scene


def test_the_same_answers_in_another_order_are_no_step(steps: VisitSteps, study: Visit) -> None:
    told = steps.fact_told(study, "income", ("employed", "savings"))
    assert len(steps.fact_told(told, "income", ("savings", "employed")).past) == len(told.past)


def test_an_undone_matter_leaves_no_question_of_it_on_the_screen(steps: VisitSteps, study: Visit) -> None:
    asked = steps.asked(steps.service_chosen(study, "work"), "application")
    assert steps.undone(asked).scene == Moment()


def test_a_language_that_is_not_there_is_heard_at_the_counter(steps: VisitSteps) -> None:
    visit = steps.said(Visit(), ScreenText.OTHER_LANGUAGE)
    assert visit.scene == Moment()
    assert visit.heard is not None
    assert [answer.german for answer in visit.heard.answers] == ["Andere Sprache"]


def test_facts_of_a_typical_case_do_not_follow_into_another_matter(steps: VisitSteps, study: Visit) -> None:
    chosen = steps.fact_told(steps.typical_case_chosen(study, 0), "health", ("private",))
    other = steps.service_chosen(chosen, "work")
    assert set(other.case.facts) <= {"health"}
    assert [line.state for line in fact_lines(chosen, steps.content) if line.fact.id == "health"] == [FactState.TOLD]
    assert FactState.TYPICAL in {line.state for line in fact_lines(chosen, steps.content)}

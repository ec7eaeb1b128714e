"""The desk holds the one visit: steps change it, and everybody hears of it; what makes no sense changes nothing."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError
from counter_app.domain.visit import Papers, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.ui.visit_desk import VisitDesk


class Calendar:
    """A day that a test turns over."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 23)

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def desk(content: Content, calendar: Calendar) -> VisitDesk:
    return VisitDesk(content, calendar)


def test_a_step_changes_the_visit_and_everybody_hears_what_was_before(desk: VisitDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed) as heard:
        assert desk.take(VisitSteps.language_chosen, "ar")
    assert heard.args == [Visit(), desk.visit]
    assert desk.visit.language == "ar"


def test_a_step_that_changes_nothing_is_not_told(desk: VisitDesk, qtbot: QtBot) -> None:
    desk.take(VisitSteps.service_chosen, "study")
    with qtbot.assertNotEmitted(desk.changed):
        assert desk.take(VisitSteps.service_chosen, "study")


def test_a_step_that_makes_no_sense_is_refused_and_changes_nothing(desk: VisitDesk, qtbot: QtBot) -> None:
    before = desk.visit
    with qtbot.assertNotEmitted(desk.changed), qtbot.waitSignal(desk.refused) as heard:
        assert not desk.take(VisitSteps.shown, Papers())
    assert desk.visit is before
    assert heard.args is not None
    assert isinstance(heard.args[0], CounterError)


def test_the_end_forgets_the_person_and_looks_at_the_calendar(
    desk: VisitDesk, calendar: Calendar, qtbot: QtBot
) -> None:
    desk.take(VisitSteps.service_chosen, "study")
    calendar.day = date(2026, 11, 24)
    with qtbot.waitSignal(desk.ended):
        desk.end()
    assert desk.visit.is_empty
    assert desk.steps.day == date(2026, 11, 24)


def test_a_day_never_changes_inside_a_visit(desk: VisitDesk, calendar: Calendar) -> None:
    desk.take(VisitSteps.service_chosen, "study")
    calendar.day = date(2026, 11, 24)
    desk.take(VisitSteps.typical_case_chosen, 0)
    assert desk.steps.day == date(2026, 11, 23)

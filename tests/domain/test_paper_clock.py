"""The paper clock: until when a paper counts, told from the day that stands on it."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.case_steps import VisitError
from counter_app.domain.content import Content
from counter_app.domain.document import Age
from counter_app.domain.paper_clock import TOO_OLD, PaperTime, paper_time
from counter_app.domain.sheet import Appointment
from counter_app.domain.visit import RowState, Step, Tick, Visit
from counter_app.domain.visit_steps import VisitSteps
from tests.domain.small_office import APPOINTMENT, DAY, MISSING, PRESENT, small_office, states
from tests.makers import make_document, make_row

ISSUED = date(2026, 9, 1)
LAST = date(2026, 12, 1)
PAPER = make_document("paper")
CARD = replace(PAPER, expires=True)
DATES = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    """The steps in the small office."""
    return VisitSteps(small_office(content), DAY)


@pytest.fixture
def study(steps: VisitSteps) -> Visit:
    """A visit about studying, nothing said yet."""
    return steps.service_chosen(Visit(), "study")


def time_of(visit: Visit, document: str = "meldung") -> PaperTime:
    row = visit.row_of(document)
    assert row is not None
    assert row.time is not None
    return row.time


def is_too_old(visit: Visit) -> bool:
    row = visit.row_of("meldung")
    assert row is not None
    return row.is_too_old


# Ages


@pytest.mark.parametrize(
    ("months", "issued", "last"),
    [
        (1, date(2026, 1, 31), date(2026, 2, 28)),
        (1, date(2028, 1, 31), date(2028, 2, 29)),
        (3, date(2026, 1, 31), date(2026, 4, 30)),
        (3, date(2026, 11, 30), date(2027, 2, 28)),
        (3, date(2026, 9, 10), date(2026, 12, 10)),
        (12, date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_months_go_by_the_calendar_also_at_the_end_of_a_month(months: int, issued: date, last: date) -> None:
    time = paper_time(PAPER, Age(months=months), issued, last, is_appointment=True)
    assert time is not None
    assert (time.last, time.is_over) == (last, False)
    after = paper_time(PAPER, Age(months=months), issued, last + timedelta(days=1), is_appointment=True)
    assert after is not None
    assert after.is_over


@given(DATES, st.integers(1, 60))
def test_the_last_day_lies_in_the_month_so_many_months_on(issued: date, months: int) -> None:
    time = paper_time(PAPER, Age(months=months), issued, issued, is_appointment=False)
    assert time is not None
    passed = (time.last.year - issued.year) * 12 + time.last.month - issued.month
    assert passed == months
    assert time.last.day == min(issued.day, monthrange(time.last.year, time.last.month)[1])


@given(DATES, DATES, st.builds(Age, days=st.integers(1, 400)))
def test_a_paper_is_over_from_the_day_after_the_last(issued: date, on: date, age: Age) -> None:
    time = paper_time(PAPER, age, issued, on, is_appointment=True)
    assert time is not None
    assert time.is_over is ((on - issued).days > age.days)


def test_a_paper_that_cannot_be_too_old_has_no_time() -> None:
    assert paper_time(PAPER, None, ISSUED, DAY, is_appointment=False) is None


@given(DATES, DATES)
def test_a_card_counts_until_its_own_day_whatever_the_age(until: date, on: date) -> None:
    time = paper_time(CARD, Age(days=1), until, on, is_appointment=True)
    assert time is not None
    assert (time.last, time.is_over, time.age) == (until, on > until, None)


@given(DATES, st.integers(1, 12))
def test_on_the_first_day_of_renewal_the_card_ends_within_these_months(until: date, months: int) -> None:
    time = paper_time(CARD, None, until, DAY, is_appointment=False)
    assert time is not None
    first = time.renewal_from(months)
    assert Age(months=months).last_day(first) >= until
    assert Age(months=months).last_day(first - timedelta(days=1)) < until


# In a visit


def test_a_paper_that_is_good_today_may_be_too_old_on_the_day_of_the_appointment(
    steps: VisitSteps, study: Visit
) -> None:
    today = steps.paper_dated(study, "meldung", ISSUED)
    assert (time_of(today).last, time_of(today).on, time_of(today).is_appointment) == (LAST, DAY, False)
    assert not is_too_old(today)
    later = steps.appointment_set(today, APPOINTMENT)
    assert (time_of(later).on, time_of(later).is_appointment) == (date(2026, 12, 10), True)
    assert is_too_old(later)


def test_on_its_last_day_a_paper_is_still_good(steps: VisitSteps, study: Visit) -> None:
    dated = steps.paper_dated(study, "meldung", ISSUED)
    last = datetime(LAST.year, LAST.month, LAST.day, 8)  # noqa: DTZ001 - the office's own wall clock
    assert not is_too_old(steps.appointment_set(dated, Appointment(last, "")))
    assert is_too_old(steps.appointment_set(dated, Appointment(last + timedelta(days=1), "")))


@pytest.mark.parametrize("tick", [PRESENT, MISSING, Tick(RowState.UNCLEAR)])
def test_what_the_clerk_found_stays_whatever_the_clock_says(steps: VisitSteps, study: Visit, tick: Tick) -> None:
    ticked = steps.ticked(study, "meldung", tick)
    old = steps.paper_dated(ticked, "meldung", date(2020, 1, 1))
    assert is_too_old(old)
    assert old.case.ticks == ticked.case.ticks


def test_the_rest_leaves_a_paper_that_is_too_old_to_the_clerk(steps: VisitSteps, study: Visit) -> None:
    old = steps.rest_is_present(steps.paper_dated(study, "meldung", date(2020, 1, 1)))
    assert (states(old)["meldung"], states(old)["antrag"]) == ("open", "present")
    good = steps.rest_is_present(steps.paper_dated(study, "meldung", ISSUED))
    assert states(good)["meldung"] == "present"


def test_the_day_of_a_paper_is_a_step_that_is_undone_like_any_other(steps: VisitSteps, study: Visit) -> None:
    dated = steps.paper_dated(study, "meldung", ISSUED)
    assert dated.past[-1].step is Step.PAPER_DAY
    assert steps.undone(dated).case == study.case
    assert steps.paper_dated(dated, "meldung", None).case == study.case
    assert steps.paper_dated(dated, "meldung", ISSUED) == dated


def test_a_paper_without_age_takes_no_day(steps: VisitSteps, study: Visit) -> None:
    for paper in ("pass", "vollmacht"):
        with pytest.raises(VisitError, match="zählt hier kein Datum"):
            steps.paper_dated(study, paper, ISSUED)


def test_a_paper_cannot_have_been_issued_tomorrow(steps: VisitSteps, study: Visit) -> None:
    assert time_of(steps.paper_dated(study, "meldung", DAY)).told == DAY
    with pytest.raises(VisitError, match=r"Der 21\.11\.2026 kommt erst noch"):
        steps.paper_dated(study, "meldung", DAY + timedelta(days=1))


def test_a_card_may_end_before_the_appointment_and_is_still_to_be_brought(content: Content) -> None:
    office = small_office(content)
    service = office.service("study")
    card = replace(make_document("card"), expires=True)
    row = replace(make_row("card", "always"), document=card)
    matters = {"study": replace(service, requirements=(*service.requirements, row))}
    steps = VisitSteps(replace(office, services=matters, documents={**office.documents, "card": card}), DAY)
    study = steps.service_chosen(Visit(), "study")
    visit = steps.appointment_set(steps.paper_dated(study, "card", date(2026, 12, 1)), APPOINTMENT)
    found = visit.row_of("card")
    assert found is not None
    assert time_of(visit, "card").is_over
    assert not found.is_too_old


def test_a_paper_that_was_added_goes_with_its_day(content: Content) -> None:
    office = small_office(content)
    papers = {**office.documents, "vollmacht": make_document("vollmacht", age=Age(days=30))}
    steps = VisitSteps(replace(office, documents=papers), DAY)
    study = steps.service_chosen(Visit(), "study")
    dated = steps.paper_dated(steps.paper_added(study, "vollmacht"), "vollmacht", ISSUED)
    assert time_of(dated, "vollmacht").is_over
    assert not steps.paper_removed(dated, "vollmacht").case.paper_days


def test_what_the_clock_knows_prints_as_its_name_only(steps: VisitSteps, study: Visit) -> None:
    dated = steps.paper_dated(study, "meldung", ISSUED)
    row = dated.row_of("meldung")
    for value in (dated, dated.case, row, time_of(dated)):
        assert "2026" not in repr(value)


def test_the_reason_for_a_paper_that_is_too_old_is_shipped(content: Content) -> None:
    assert TOO_OLD in content.reasons.texts

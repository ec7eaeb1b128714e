"""What another day does to a list."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from counter_app.domain.checklist import Checklist, ChecklistMaker
from counter_app.domain.content import Content
from counter_app.domain.document import Age, Confidence
from counter_app.domain.fee import ServiceFee
from counter_app.domain.law_change import LawChange, law_change
from counter_app.domain.role import Role
from counter_app.domain.service import Requirement
from counter_app.domain.sheet import Appointment
from counter_app.domain.validity import Validity
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from tests.domain.small_office import DAY, numbers, small_office
from tests.makers import make_book, make_clause, make_document, make_fact, make_fee, make_row, make_service

NEW_LAW = date(2026, 12, 1)
BEFORE, AFTER = Validity(last=date(2026, 11, 30)), Validity(NEW_LAW)
KEPT = make_row("kept", "always")
NOTHING = LawChange(0, 0, 0, is_fee_changed=False)


def on(day: date, *rows: Requirement, fees: tuple[ServiceFee, ...] = ()) -> Checklist:
    book = make_book(make_fact("married"))
    return ChecklistMaker(book, (), {}).make(make_service(*rows, fees=fees), {}, day)


def change(*rows: Requirement, fees: tuple[ServiceFee, ...] = ()) -> LawChange:
    """What the new law does to a list."""
    return law_change(on(DAY, *rows, fees=fees), on(NEW_LAW, *rows, fees=fees))


def test_another_day_alone_changes_nothing() -> None:
    assert change(KEPT, fees=(make_fee(("always", "100.00")),)) == NOTHING
    assert not change(KEPT)


def test_papers_come_and_go() -> None:
    came = make_row("came", make_clause("always", validity=AFTER))
    went = make_row("went", make_clause("always", validity=BEFORE))
    assert change(came, KEPT) == replace(NOTHING, came=1)
    assert change(went, KEPT) == replace(NOTHING, went=1)
    assert change(came, went)


def test_a_paper_that_is_wanted_otherwise_counts_and_another_number_does_not() -> None:
    older = replace(make_clause("always", validity=BEFORE), age=Age(months=3))
    younger = replace(make_clause("always", validity=AFTER), age=Age(months=1))
    went = make_row("went", make_clause("always", validity=BEFORE))
    assert change(went, make_row("paper", older, younger), KEPT) == replace(NOTHING, went=1, changed=1)


def test_a_paper_that_only_depends_from_then_on_counts() -> None:
    row = make_row("paper", make_clause("always", validity=BEFORE), make_clause("married", validity=AFTER))
    assert change(row) == replace(NOTHING, changed=1)


def test_another_fee_counts() -> None:
    fee = replace(make_fee(("always", "100.00")), validity=AFTER)
    assert change(KEPT, fees=(fee,)) == replace(NOTHING, is_fee_changed=True)


@pytest.mark.parametrize(
    ("paper", "grounds", "is_unsure"),
    [
        (Confidence.LOW, [Confidence.HIGH], True),
        (Confidence.HIGH, [Confidence.LOW], True),
        (Confidence.HIGH, [Confidence.LOW, Confidence.MEDIUM], False),
        (Confidence.MEDIUM, [Confidence.MEDIUM], False),
    ],
)
def test_a_row_is_unsure_where_its_paper_or_all_its_grounds_are_weak(
    paper: Confidence, grounds: list[Confidence], *, is_unsure: bool
) -> None:
    document = replace(make_document("paper"), confidence=paper)
    clauses = tuple(replace(make_clause("always"), confidence=confidence) for confidence in grounds)
    assert on(DAY, Requirement(document, clauses)).rows[0].is_unsure is is_unsure


def test_in_a_visit_the_list_is_that_of_the_day_of_the_appointment_for_everybody(content: Content) -> None:
    office = small_office(content)
    service = office.service("study")
    came = make_row("vollmacht", make_clause("always", validity=AFTER))
    matters = {"study": replace(service, requirements=(*service.requirements, came))}
    steps = VisitSteps(replace(office, services=matters), DAY)
    family = steps.person_added(steps.service_chosen(Visit(), "study"), Role.SPOUSE)
    new = Appointment(datetime(2026, 12, 1, 9, 30), "")  # noqa: DTZ001 - the office's own wall clock
    agreed = steps.appointment_set(family, new)
    assert ["vollmacht" in {row.document.id for row in person.rows} for person in agreed.people] == [True, True]
    back = steps.appointment_set(agreed, None)
    assert "vollmacht" not in numbers(back)
    assert back.numbers["vollmacht"] == agreed.numbers["vollmacht"]
    assert steps.undone(back).case == agreed.case

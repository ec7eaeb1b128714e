"""Several people in one visit: who is at hand, what holds for all of them, and what only for one."""

from dataclasses import replace
from datetime import date

import pytest

from counter_app.domain.content import Content
from counter_app.domain.fact import FactBook
from counter_app.domain.family import MOST_PEOPLE
from counter_app.domain.role import Role
from counter_app.domain.visit import Case, Moment, Papers, Question, Visit
from counter_app.domain.visit_steps import VisitError, VisitSteps
from counter_app.domain.visit_view import FactState, fact_lines, list_change
from tests.domain.small_office import APPOINTMENT, DAY, MISSING, PRESENT, numbers, small_office, states

SHARED = ("health", "application")
DEADLINE = date(2026, 12, 3)


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    """The small office; two facts hold for a whole family, and nobody assumes that a child is unmarried."""
    office = small_office(content)
    changed = {name: replace(fact, shared=name in SHARED) for name, fact in office.facts.facts.items()}
    changed["married"] = replace(changed["married"], ask_always=frozenset({Role.CHILD}))
    return VisitSteps(replace(office, facts=FactBook(changed, office.facts.contradictions)), DAY)


@pytest.fixture
def study(steps: VisitSteps) -> Visit:
    return steps.service_chosen(steps.language_chosen(Visit(), "ar"), "study")


@pytest.fixture
def couple(steps: VisitSteps, study: Visit) -> Visit:
    """Two people, the second at hand."""
    return steps.person_added(study, Role.SPOUSE)


def told(steps: VisitSteps, visit: Visit, number: int, fact: str, value: str) -> Visit:
    """Somebody says something about one person; back to who was at hand."""
    at_hand = visit.person.number
    said = steps.fact_told(steps.person_chosen(visit, number), fact, (value,))
    return steps.person_chosen(said, at_hand)


def known(visit: Visit, fact: str) -> dict[int, str]:
    """What is known of each person."""
    return {person.number: ",".join(person.case.known.get(fact, ())) for person in visit.people}


# Who is there


def test_somebody_who_comes_along_has_the_same_matter_and_an_own_list(steps: VisitSteps, study: Visit) -> None:
    ticked = steps.ticked(study, "antrag", PRESENT)
    visit = steps.person_added(ticked, Role.SPOUSE)
    assert [(person.number, person.role) for person in visit.people] == [(1, Role.APPLICANT), (2, Role.SPOUSE)]
    assert visit.case.service == study.case.service
    assert states(visit)["antrag"] == "open"
    assert states(steps.person_chosen(visit, 1))["antrag"] == "present"
    assert visit.past == ()


def test_before_the_matter_is_known_somebody_can_come_along_as_well(steps: VisitSteps) -> None:
    visit = steps.person_added(Visit(), Role.CHILD)
    assert (len(visit.people), visit.case.service, visit.rows) == (2, None, ())
    both = steps.service_chosen(visit, "study")
    assert (both.people[0].case.service, both.case.service is not None) == (None, True)


def test_each_has_numbers_and_ticks_of_their_own(steps: VisitSteps, couple: Visit) -> None:
    work = steps.service_chosen(couple, "work")
    assert numbers(work) == {"vertrag": 1, "pass": 2, "lohn": 3, "antrag": 4}
    first = steps.person_chosen(work, 1)
    assert numbers(first) == numbers(couple)
    ticked = steps.ticked(first, "antrag", MISSING)
    assert states(steps.person_chosen(ticked, 2))["antrag"] == "open"


@pytest.mark.parametrize(("start", "step", "number"), [(3, 1, 1), (3, -1, 2), (1, -1, 3), (1, 1, 2)])
def test_one_goes_from_person_to_person_and_round(
    steps: VisitSteps, couple: Visit, start: int, step: int, number: int
) -> None:
    three = steps.person_chosen(steps.person_added(couple, Role.CHILD), start)
    assert steps.person_beside(three, step).person.number == number


def test_alone_there_is_nobody_beside(steps: VisitSteps, study: Visit) -> None:
    assert steps.person_beside(study, 1) == study


def test_nobody_has_a_number_that_was_not_given(steps: VisitSteps, couple: Visit) -> None:
    with pytest.raises(VisitError, match="Eine Person 3 gibt es in diesem Besuch nicht"):
        steps.person_chosen(couple, 3)


def test_there_is_an_end_to_a_family(steps: VisitSteps, study: Visit) -> None:
    visit = study
    for _ in range(MOST_PEOPLE - 1):
        visit = steps.person_added(visit, Role.CHILD)
    with pytest.raises(VisitError, match="Mehr als 9 Personen"):
        steps.person_added(visit, Role.CHILD)


def test_the_list_on_the_screen_is_that_of_the_person_at_hand(steps: VisitSteps, couple: Visit) -> None:
    shown = steps.shown(couple, Papers())
    first = steps.person_chosen(shown, 1)
    assert (first.scene, first.is_list_out) == (Papers(), True)
    assert steps.person_added(shown, Role.CHILD).scene == Moment()
    assert not steps.person_added(shown, Role.CHILD).is_list_out


def test_a_question_goes_with_the_person_whom_it_was_asked_of(steps: VisitSteps, couple: Visit) -> None:
    asked = steps.asked(couple, "income")
    assert isinstance(asked.scene, Question)
    answered = steps.fact_answered(asked, ("employed",))
    other = steps.person_chosen(answered, 1)
    assert (other.scene, other.heard) == (Moment(), None)


# Removing


def test_whoever_was_added_by_mistake_leaves_no_gap(steps: VisitSteps, couple: Visit) -> None:
    alone = steps.person_removed(couple, 2)
    assert (len(alone.people), alone.at) == (1, 0)
    assert steps.person_added(alone, Role.CHILD).person.number == 2


@pytest.mark.parametrize("seen", ["ticked", "shown", "printed"])
def test_no_number_ever_means_two_people(steps: VisitSteps, couple: Visit, seen: str) -> None:
    known_by_number = {
        "ticked": lambda visit: steps.ticked(visit, "antrag", MISSING),
        "shown": lambda visit: steps.shown(visit, Papers()),
        "printed": steps.printed,
    }[seen](couple)
    again = steps.person_added(steps.person_removed(known_by_number, 2), Role.CHILD)
    assert [person.number for person in again.people] == [1, 3]


def test_the_first_may_go_as_well_and_what_was_said_for_all_holds_on(steps: VisitSteps, couple: Visit) -> None:
    said = told(steps, steps.person_added(couple, Role.CHILD), 1, "health", "private")
    left = steps.person_removed(said, 1)
    assert known(left, "health") == {2: "private", 3: "private"}
    assert left.person.number == 3
    assert left.case.checklist == said.case.checklist


def test_the_one_who_is_at_hand_is_followed_by_the_next(steps: VisitSteps, couple: Visit) -> None:
    three = steps.person_chosen(steps.person_added(couple, Role.CHILD), 2)
    assert steps.person_removed(three, 2).person.number == 3
    assert steps.person_removed(steps.person_chosen(three, 3), 3).person.number == 2


def test_the_last_one_stays(steps: VisitSteps, study: Visit) -> None:
    with pytest.raises(VisitError, match="nur eine Person"):
        steps.person_removed(study, 1)


# What holds for all


def test_what_is_said_of_one_is_said_for_all(steps: VisitSteps, couple: Visit) -> None:
    visit = told(steps, couple, 1, "health", "private")
    assert known(visit, "health") == {1: "private", 2: "private"}
    assert numbers(visit).keys() & {"kv_privat", "kv_gesetzlich"} == {"kv_privat"}
    (line,) = (line for line in fact_lines(visit, steps.content) if line.fact.id == "health")
    assert (line.state, line.values) == (FactState.FAMILY, ("private",))
    assert visit.past == ()


def test_whoever_comes_later_hears_it_too(steps: VisitSteps, study: Visit) -> None:
    said = steps.fact_told(study, "health", ("private",))
    assert known(steps.person_added(said, Role.CHILD), "health") == {1: "private", 2: "private"}


def test_what_is_not_shared_is_said_of_one_alone(steps: VisitSteps, couple: Visit) -> None:
    assert known(told(steps, couple, 1, "income", "employed"), "income") == {1: "employed", 2: ""}


def test_what_is_said_otherwise_of_somebody_holds_for_that_person(steps: VisitSteps, couple: Visit) -> None:
    three = steps.person_added(couple, Role.CHILD)
    said = told(steps, told(steps, three, 1, "health", "private"), 2, "health", "statutory")
    assert known(said, "health") == {1: "private", 2: "statutory", 3: "private"}
    corrected = told(steps, said, 1, "health", "statutory")
    assert known(corrected, "health") == {1: "statutory", 2: "statutory", 3: "statutory"}
    assert known(told(steps, corrected, 1, "health", "private"), "health") == {
        1: "private",
        2: "statutory",
        3: "private",
    }


def test_saying_what_is_known_already_is_no_step(steps: VisitSteps, couple: Visit) -> None:
    said = told(steps, couple, 1, "health", "private")
    assert steps.fact_told(said, "health", ("private",)) == said


def test_what_was_said_of_another_one_cannot_be_taken_back_here(steps: VisitSteps, couple: Visit) -> None:
    said = told(steps, couple, 1, "health", "private")
    with pytest.raises(VisitError, match="gilt für alle gemeinsam"):
        steps.fact_taken_back(said, "health")
    taken = steps.fact_taken_back(steps.person_chosen(said, 1), "health")
    assert known(taken, "health") == {1: "", 2: ""}


def test_an_own_word_taken_back_lets_that_of_the_family_hold(steps: VisitSteps, couple: Visit) -> None:
    said = told(steps, told(steps, couple, 1, "health", "private"), 2, "health", "statutory")
    assert known(steps.fact_taken_back(said, "health"), "health") == {1: "private", 2: "private"}


def test_a_word_goes_before_a_typical_case(steps: VisitSteps, couple: Visit) -> None:
    typical = steps.typical_case_chosen(couple, 0)
    assert known(typical, "health") == {1: "statutory", 2: "statutory"}
    said = told(steps, typical, 1, "health", "private")
    assert known(said, "health") == {1: "private", 2: "private"}
    assert known(told(steps, typical, 2, "health", "private"), "health") == {1: "private", 2: "private"}


def test_each_has_the_own_typical_case_until_somebody_speaks(steps: VisitSteps, couple: Visit) -> None:
    typical = steps.typical_case_chosen(steps.person_chosen(couple, 1), 1)
    both = steps.typical_case_chosen(steps.person_chosen(typical, 2), 0)
    assert known(both, "application") == {1: "first", 2: "renewal"}


def test_what_makes_no_sense_in_the_matter_of_another_one_stays_away(steps: VisitSteps, couple: Visit) -> None:
    work = steps.service_chosen(couple, "work")
    said = told(steps, work, 1, "application", "renewal")
    assert known(said, "application") == {1: "renewal", 2: ""}


def test_deadline_and_appointment_are_those_of_all(steps: VisitSteps, couple: Visit) -> None:
    visit = steps.appointment_set(steps.deadline_set(couple, DEADLINE), APPOINTMENT)
    agreed = {(person.case.deadline, person.case.appointment) for person in visit.people}
    assert agreed == {(DEADLINE, APPOINTMENT)}
    assert steps.person_added(visit, Role.CHILD).case.deadline == DEADLINE


# A child


def test_of_a_child_is_not_assumed_what_has_to_be_asked(steps: VisitSteps, study: Visit) -> None:
    assert study.case.checklist is not None
    assert "married" in study.case.checklist.assumed
    child = steps.person_added(study, Role.CHILD)
    assert child.case.checklist is not None
    assert "married" not in child.case.checklist.assumed
    (line,) = (line for line in fact_lines(child, steps.content) if line.fact.id == "married")
    assert line.state is FactState.OPEN
    with pytest.raises(VisitError, match="wird bei dieser Person nicht angenommen"):
        steps.assumption_toggled(child, "married")


def test_another_role_asks_anew_and_can_be_undone(steps: VisitSteps, couple: Visit) -> None:
    child = steps.role_changed(couple, Role.CHILD)
    assert child.person.role is Role.CHILD
    assert child.case.checklist is not None
    assert "married" not in child.case.checklist.assumed
    undone = steps.undone(child).person
    assert (undone.case, undone.past) == (couple.case, ())


def test_no_shipped_matter_takes_a_child_for_an_adult(content: Content) -> None:
    steps = VisitSteps(content, DAY)
    for service in content.services.values():
        child = steps.person_added(steps.service_chosen(Visit(), service.id), Role.CHILD)
        assert child.case.checklist is not None
        assert "age_band" not in child.case.checklist.assumed, service.id


# Undo


def test_undo_takes_back_a_step_of_the_person_at_hand(steps: VisitSteps, couple: Visit) -> None:
    ticked = steps.ticked(couple, "antrag", MISSING)
    first = steps.ticked(steps.person_chosen(ticked, 1), "meldung", PRESENT)
    undone = steps.undone(steps.person_chosen(first, 2))
    assert states(undone)["antrag"] == "open"
    assert states(steps.person_chosen(undone, 1))["meldung"] == "present"


def test_undo_takes_back_what_was_said_for_all_from_all(steps: VisitSteps, couple: Visit) -> None:
    said = steps.fact_told(couple, "health", ("private",))
    assert steps.undone(said) == couple


def test_undo_of_one_takes_nothing_from_what_another_one_said(steps: VisitSteps, couple: Visit) -> None:
    ticked = steps.ticked(couple, "antrag", MISSING)
    said = told(steps, ticked, 1, "health", "private")
    agreed = steps.person_chosen(steps.deadline_set(steps.person_chosen(said, 1), DEADLINE), 2)
    undone = steps.undone(agreed)
    assert states(undone)["antrag"] == "open"
    assert known(undone, "health") == {1: "private", 2: "private"}
    assert undone.case.deadline == DEADLINE


@pytest.mark.parametrize("is_first", [True, False])
def test_undo_of_what_was_agreed_holds_for_all(steps: VisitSteps, couple: Visit, *, is_first: bool) -> None:
    agreed = steps.deadline_set(steps.appointment_set(couple, APPOINTMENT), DEADLINE)
    undone = steps.undone(agreed)
    assert {person.case.deadline for person in undone.people} == {None}
    assert {person.case.appointment for person in undone.people} == {APPOINTMENT}
    other = steps.person_chosen(agreed, 1 if is_first else 2)
    assert steps.undone(other).past == other.past[:-1]


# Paper


def test_a_sheet_of_one_leaves_those_of_the_others_to_be_printed(steps: VisitSteps, couple: Visit) -> None:
    missing = steps.ticked(couple, "antrag", MISSING)
    both = steps.ticked(steps.person_chosen(missing, 1), "meldung", MISSING)
    one = steps.printed(both)
    assert [len(slip.missing) for slip in one.unprinted] == [1]
    assert not steps.family_printed(both).has_unprinted
    assert all(person.is_list_out for person in steps.family_printed(both).people)


def test_an_appointment_on_one_sheet_is_on_paper_for_all(steps: VisitSteps, couple: Visit) -> None:
    agreed = steps.appointment_set(couple, APPOINTMENT)
    assert agreed.has_unprinted
    assert not steps.printed(agreed).has_unprinted


def test_a_family_without_any_matter_has_nothing_to_print(steps: VisitSteps) -> None:
    with pytest.raises(VisitError, match="zuerst das Anliegen"):
        steps.family_printed(steps.person_added(Visit(), Role.SPOUSE))


def test_a_family_is_not_the_empty_visit_and_prints_as_bare_names(couple: Visit) -> None:
    assert not couple.is_empty
    assert not steps_shown(couple)
    assert Case() != couple.case


def steps_shown(visit: Visit) -> list[str]:
    """Everything of a person that a report of a crash would hold."""
    shown = " ".join(map(repr, (visit, *visit.people, *(person.case for person in visit.people))))
    return [word for word in ("study", "spouse", "antrag") if word in shown]


def test_another_person_is_no_change_of_the_list_of_one(steps: VisitSteps, couple: Visit) -> None:
    assert list_change(couple, steps.ticked(couple, "antrag", MISSING)).came == 0

"""A visit played at random: whatever the two sides do, in whatever order, some things always hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError
from counter_app.domain.label import ScreenText
from counter_app.domain.sheet import Appointment
from counter_app.domain.visit import Case, IsClear, Languages, Moment, Papers, RowState, Services, Tick, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import fact_lines, sheet_order
from tests.domain.small_office import DAY, small_office

Play = Callable[[VisitSteps, Visit], Visit]

MATTERS = st.sampled_from(["study", "work", "study", "work", "quark"])
PAPERS = st.sampled_from(
    ("antrag", "pass", "foto", "lohn", "sparbuch", "kv_gesetzlich", "kv_privat", "meldung", "mietvertrag", "heirat")
) | st.sampled_from(("vertrag", "vollmacht", "urkunde", "quark"))
ANSWERS = st.sampled_from(
    [
        ("application", ("first",)),
        ("application", ("renewal",)),
        ("income", ("employed",)),
        ("income", ("savings", "employed")),
        ("income", ("none", "savings")),  # cannot be
        ("health", ("statutory",)),
        ("health", ("private",)),
        ("age", ("child",)),
        ("age", ("adult",)),
        ("married", ("yes",)),  # not as a child
        ("express", ("yes",)),
        ("quark", ("yes",)),
    ]
)
FACTS = st.sampled_from(["application", "income", "health", "age", "married", "express"])
TICKS = st.builds(Tick, st.sampled_from(RowState), st.sampled_from(["", "", "expired", "quark"]))
DAYS = st.none() | st.dates(DAY - timedelta(days=1), DAY + timedelta(days=2))
SCENES = st.sampled_from([Languages(), Services("stay"), IsClear(), Moment(), Papers()])


class AnyVisit(RuleBasedStateMachine):
    """Random steps, with a record of what must hold that knows nothing of how the visit keeps it.

    Args:
        steps: in a small office.
    """

    steps: ClassVar[VisitSteps]

    @initialize()
    def begin(self) -> None:
        self.visit = Visit()
        self.earlier: list[Case] = []
        self.played: list[Play] = []
        self.promised: dict[str, int] = {}

    @rule(tag=st.sampled_from(["ar", "de", "quark"]))
    def language(self, tag: str) -> None:
        self._play(lambda steps, visit: steps.language_chosen(visit, tag))

    @rule(scene=SCENES)
    def show(self, scene: Languages | Services | IsClear | Moment | Papers) -> None:
        self._play(lambda steps, visit: steps.shown(visit, scene))

    @rule(text=st.sampled_from([ScreenText.REPEAT, ScreenText.LETTER, ScreenText.ALL_CLEAR]))
    def say(self, text: ScreenText) -> None:
        self._play(lambda steps, visit: steps.said(visit, text))

    @rule(matter=MATTERS, by_customer=st.booleans())
    def matter(self, matter: str, *, by_customer: bool) -> None:
        if by_customer:
            self._play(lambda steps, visit: steps.service_tapped(visit, matter))
        else:
            self._play(lambda steps, visit: steps.service_chosen(visit, matter))

    @rule(index=st.integers(-1, 2))
    def typical_case(self, index: int) -> None:
        self._play(lambda steps, visit: steps.typical_case_chosen(visit, index))

    @rule(answer=ANSWERS)
    def tell(self, answer: tuple[str, tuple[str, ...]]) -> None:
        self._play(lambda steps, visit: steps.fact_told(visit, *answer))

    @rule(answer=ANSWERS)
    def ask_and_answer(self, answer: tuple[str, tuple[str, ...]]) -> None:
        self._play(lambda steps, visit: steps.asked(visit, answer[0]))
        self._play(lambda steps, visit: steps.fact_answered(visit, answer[1]))

    @rule(fact=FACTS)
    def take_back(self, fact: str) -> None:
        self._play(lambda steps, visit: steps.fact_taken_back(visit, fact))

    @rule(fact=st.sampled_from(["married", "express"]))
    def toggle(self, fact: str) -> None:
        self._play(lambda steps, visit: steps.assumption_toggled(visit, fact))

    @rule(paper=PAPERS, tick=TICKS)
    def tick(self, paper: str, tick: Tick) -> None:
        self._play(lambda steps, visit: steps.ticked(visit, paper, tick))

    @rule()
    def rest(self) -> None:
        self._play(lambda steps, visit: steps.rest_is_present(visit))

    @rule(paper=PAPERS)
    def add(self, paper: str) -> None:
        self._play(lambda steps, visit: steps.paper_added(visit, paper))

    @rule(paper=PAPERS)
    def remove(self, paper: str) -> None:
        self._play(lambda steps, visit: steps.paper_removed(visit, paper))

    @rule(day=DAYS)
    def deadline(self, day: date | None) -> None:
        self._play(lambda steps, visit: steps.deadline_set(visit, day))

    @rule(day=DAYS)
    def appointment(self, day: date | None) -> None:
        start = None if day is None else datetime(day.year, day.month, day.day, 9)  # noqa: DTZ001 - local
        next_time = None if start is None else Appointment(start, "2.14")
        self._play(lambda steps, visit: steps.appointment_set(visit, next_time))

    @rule(paper=PAPERS, day=DAYS)
    def date_paper(self, paper: str, day: date | None) -> None:
        self._play(lambda steps, visit: steps.paper_dated(visit, paper, day))

    @precondition(lambda self: self.visit.case.service is not None)
    @rule()
    def print_sheet(self) -> None:
        self._play(lambda steps, visit: steps.printed(visit))
        assert not self.visit.has_unprinted

    @rule()
    def undo(self) -> None:
        self._undo()

    @rule()
    def next_customer(self) -> None:
        """The same steps once more, from a new visit and by other steps, lead to the same."""
        again, steps = Visit(), VisitSteps(self.steps.content, DAY)
        for play in self.played:
            again = play(steps, again)
        assert again == self.visit
        self.begin()
        assert self.visit.is_empty

    @invariant()
    def numbers_that_are_out_hold(self) -> None:
        if self.visit.is_list_out:
            self.promised = {row.document.id: row.number for row in self.visit.rows} | self.promised
        assert {**self.visit.numbers, **self.promised} == self.visit.numbers

    @invariant()
    def no_number_means_two_papers(self) -> None:
        given = sorted(self.visit.numbers.values())
        assert given == sorted(set(given))
        assert all(self.visit.numbers[row.document.id] == row.number for row in self.visit.rows)

    @invariant()
    def rows_are_sorted_and_each_paper_stands_once(self) -> None:
        rows = self.visit.rows
        assert list(rows) == sorted(rows, key=lambda row: row.number)
        assert len({row.document.id for row in rows}) == len(rows)

    @invariant()
    def the_list_follows_from_what_is_known(self) -> None:
        case = self.visit.case
        if case.service is None:
            assert case.checklist is None
        else:
            made = self.steps.content.checklists.make(case.service, case.facts, case.list_day(DAY), case.withdrawn)
            assert case.checklist == made

    @invariant()
    def the_clerk_can_read_and_print_it(self) -> None:
        content = self.steps.content
        assert (sheet_order(self.visit, content) is None) is (self.visit.case.service is None)
        facts = [line.fact.id for line in fact_lines(self.visit, content)]
        assert facts == sorted(set(facts), key=content.facts.order)

    def teardown(self) -> None:
        """Everything can be undone in the end."""
        while self.earlier:
            self._undo()
        assert (self.visit.case, self.visit.past) == (Case(), ())
        assert self.steps.undone(self.visit) == self.visit

    def _play(self, play: Play) -> None:
        before, copy = self.visit, _copied(self.visit)
        try:
            after = play(self.steps, before)
        except CounterError:
            after = before
        else:
            self.played.append(play)
        assert copy == before
        if after.case != before.case:
            self.earlier.append(before.case)
        assert len(after.past) == len(self.earlier)  # a step that changes nothing is none
        self.visit = after

    def _undo(self) -> None:
        self.played.append(lambda steps, visit: steps.undone(visit))
        self.visit = self.steps.undone(self.visit)
        assert self.visit.case == (self.earlier.pop() if self.earlier else Case())


def _copied(visit: Visit) -> Visit:
    """The same with mappings of its own: what a step did to those of the visit would show."""
    case = replace(visit.case, facts=dict(visit.case.facts), ticks=dict(visit.case.ticks))
    return visit.with_person(replace(visit.person, case=case, numbers=dict(visit.numbers)))


def test_whatever_happens_numbers_hold_and_everything_can_be_undone(content: Content) -> None:
    class InTheSmallOffice(AnyVisit):
        steps = VisitSteps(small_office(content), DAY)

    run_state_machine_as_test(
        InTheSmallOffice, settings=settings(max_examples=40, stateful_step_count=30, deadline=None)
    )

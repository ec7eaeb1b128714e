"""Connects what the clerk does about people with the visit."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject

from counter_app.domain.role import Role
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.ui.counter.counter_window import CounterWindow
from counter_app.ui.visit_desk import VisitDesk

P = ParamSpec("P")


class PeopleDesk(QObject):
    """People come, go, and are turned to."""

    def __init__(self, desk: VisitDesk, counter: CounterWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counter = counter
        self._question = ""
        people = counter.people
        people.added.connect(self._add)
        people.person_wanted.connect(lambda number: self._turn_to(VisitSteps.person_chosen, number))
        people.beside_wanted.connect(lambda step: self._turn_to(VisitSteps.person_beside, step))
        people.paper_wanted.connect(self._turn_to_paper)
        people.removal_wanted.connect(self._ask_whether_to_remove)
        people.role_chosen.connect(lambda role: self._turn_to(VisitSteps.role_changed, role))

    def _add(self, role: Role) -> None:
        """On with what has to be asked of somebody of whom nothing is known yet."""
        self._counter.bottom.take_over()
        if self._desk.take(VisitSteps.person_added, role):
            self._counter.go_on_with_new_person()

    def _turn_to(
        self, step: Callable[Concatenate[VisitSteps, Visit, P], Visit], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """A step after which one goes on with the person who is then at hand."""
        self._counter.bottom.take_over()
        if self._desk.take(step, *args, **kwargs):
            self._counter.go_on_with_person()

    def _turn_to_paper(self, number: int, paper: str) -> None:
        if self._desk.take(VisitSteps.person_chosen, number):
            self._counter.go_on_with_person(paper)

    def _ask_whether_to_remove(self, number: int) -> None:
        """Removing cannot be undone, so it is asked for; a second press of the key means it."""
        visit, messages = self._desk.visit, self._counter.messages
        place = visit.place_of(number)
        has_asked = messages.is_asking and messages.text == self._question
        if place is None or not visit.is_family or has_asked:
            self._turn_to(VisitSteps.person_removed, number)
            return
        name = self._counter.people.words.name(visit.people[place])
        self._question = self.tr("{person} entfernen? Angaben und Liste dieser Person gehen verloren.").format(
            person=name
        )
        remove, stay = self.tr("Entfernen"), self.tr("Behalten")
        messages.ask(
            self._question,
            remove,
            stay,
            lambda: self._turn_to(VisitSteps.person_removed, number),
            self._counter.go_on_with_list,
        )

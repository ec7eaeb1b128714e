"""The steps that change what is known about a person's matter and decided about the papers; each can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from types import MappingProxyType
from typing import TypeVar

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError, FactError, unknown
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import FactValues
from counter_app.domain.family import family_facts
from counter_app.domain.service import Service
from counter_app.domain.sheet import Appointment
from counter_app.domain.slots import german_date
from counter_app.domain.visit import (
    Case,
    ListRow,
    Moment,
    Papers,
    Past,
    Person,
    Question,
    RowState,
    Scene,
    Services,
    Step,
    Tick,
    Visit,
)

Value = TypeVar("Value")

_DEALT_WITH = frozenset({RowState.PRESENT, RowState.MISSING, RowState.UNCLEAR})


class VisitError(CounterError):
    """A step that makes no sense now."""

    code = "visit"


@dataclass(frozen=True)
class CaseSteps:
    """The steps about the case of the person at hand.

    Args:
        day: today, in the office's own calendar.
    """

    content: Content
    day: date

    def service_chosen(self, visit: Visit, service_id: str) -> Visit:
        """A matter; what somebody said stays, as far as it makes sense there.

        Raises:
            UnknownName: there is no such matter.
        """
        service = self.content.service(service_id)
        if visit.case.service == service:
            return visit
        said = self._fitting(service, {}, visit.case.said)
        case = replace(visit.case, service=service, facts=said, typical=frozenset())
        return self._changed(_of_other_matter(visit, service), Step.SERVICE, case)

    def answers(self, visit: Visit, fact_id: str) -> tuple[str, ...]:
        """What can be said about a fact, whatever was said about it before; what only a typical case says gives way.

        Raises:
            VisitError: before the matter is known. UnknownName: no such fact.
        """
        service, others = self._service(visit), _without({**visit.case.said, **visit.case.family}, fact_id)
        return self.content.checklists.know(service, others, service.assumptions).open_values(fact_id)

    def typical_case_chosen(self, visit: Visit, index: int) -> Visit:
        """The facts of a typical case, instead of all that was said of this person.

        Raises:
            VisitError: the matter has no such case.
        """
        cases = self._service(visit).cases
        if not 0 <= index < len(cases):
            detail = f"Das Anliegen hat {len(cases)} typische Fälle, keinen mit der Nummer {index + 1}."
            raise VisitError(detail)
        facts = cases[index].facts
        case = replace(visit.case, facts=facts, typical=frozenset(facts), withdrawn=frozenset())
        return self._changed(visit.with_person(_renumbered(visit.person)), Step.TYPICAL_CASE, case)

    def fact_told(self, visit: Visit, fact_id: str, values: tuple[str, ...]) -> Visit:
        """Somebody says something; it takes the place of what was said or assumed before.

        What only a typical case says goes where it cannot stand beside it. What is a matter of the whole family then
        holds for everybody of whom nothing else was said.

        Raises:
            VisitError: before the matter is known. UnknownName, FactError: it cannot be.
        """
        service = self._service(visit)
        in_order = tuple(sorted(set(values), key=self.content.facts[fact_id].place))
        if visit.case.family.get(fact_id) == in_order:
            return visit
        facts = MappingProxyType({**_without(visit.case.facts, fact_id), fact_id: in_order})
        case = replace(visit.case, facts=facts, typical=visit.case.typical - {fact_id})
        try:
            return self._changed(visit, Step.FACT, case)
        except FactError:
            if not case.typical:
                raise
        return self._changed(visit, Step.FACT, self._less_typical(service, case))

    def fact_taken_back(self, visit: Visit, fact_id: str) -> Visit:
        """What was said about a fact does not hold; an assumption may stand in again.

        Raises:
            VisitError: it was said of another person of the family.
        """
        if fact_id in visit.case.family:
            name = self.content.facts[fact_id].label.german
            detail = f"„{name}“ gilt für alle gemeinsam. Bitte sagen Sie hier etwas anderes."
            raise VisitError(detail)
        facts, typical = _without(visit.case.facts, fact_id), visit.case.typical - {fact_id}
        return self._changed(visit, Step.FACT, replace(visit.case, facts=facts, typical=typical))

    def assumption_toggled(self, visit: Visit, fact_id: str) -> Visit:
        """An assumption does not stand in any more, or does so again.

        Raises:
            VisitError: the matter assumes nothing about the fact, or not for a person in this role.
        """
        if fact_id not in self._service(visit).assumptions:
            detail = f"Über „{fact_id}“ ist bei diesem Anliegen nichts angenommen."
            raise VisitError(detail)
        if visit.case.role in self.content.facts[fact_id].ask_always:
            name = self.content.facts[fact_id].label.german
            detail = f"„{name}“ wird bei dieser Person nicht angenommen. Bitte fragen Sie danach."
            raise VisitError(detail)
        case = replace(visit.case, withdrawn=visit.case.withdrawn ^ {fact_id})
        return self._changed(visit, Step.ASSUMPTION, case)

    def ticked(self, visit: Visit, document_id: str, tick: Tick) -> Visit:
        """The clerk looked at a paper.

        Raises:
            VisitError: the paper is not on the list. UnknownName: there is no such reason.
        """
        if visit.row_of(document_id) is None:
            detail = f"„{self.content.document(document_id).name.german}“ steht nicht auf der Liste."
            raise VisitError(detail)
        others = _without(visit.case.ticks, document_id)
        found = {} if tick.state is RowState.OPEN else {document_id: self._with_reason(tick)}
        case = replace(visit.case, ticks=MappingProxyType({**others, **found}))
        return self._changed(visit, Step.TICK, case)

    def rest_is_present(self, visit: Visit) -> Visit:
        """All other papers that are certainly needed are there, but for those that are too old.

        Where any one paper of a group is enough and one is dealt with, the others of the group are not needed.
        """
        is_open = visit.in_state(RowState.OPEN)
        found = {row.document.id: self._rest(row, visit) for row in is_open if _is_certain(row) and not row.is_too_old}
        if not found:
            return visit
        case = replace(visit.case, ticks=MappingProxyType({**visit.case.ticks, **found}))
        return self._changed(visit, Step.REST_IS_PRESENT, case)

    def paper_added(self, visit: Visit, document_id: str) -> Visit:
        """A paper of the catalogue comes onto the list of this visit, as a missing one.

        Raises:
            UnknownName: there is no such paper. VisitError: it is on the list, or there is no list yet.
        """
        self._service(visit)
        document = self.content.document(document_id)
        if row := visit.row_of(document_id):
            detail = f"„{document.name.german}“ steht schon auf der Liste: Nummer {row.number}."
            raise VisitError(detail)
        tick = Tick(RowState.MISSING, self.content.reasons.default)
        ticks = MappingProxyType({**visit.case.ticks, document_id: tick})
        return self._changed(visit, Step.PAPER, replace(visit.case, added=(*visit.case.added, document), ticks=ticks))

    def paper_removed(self, visit: Visit, document_id: str) -> Visit:
        """A paper that the clerk added goes again; any other one stays as it is."""
        if document_id not in {document.id for document in visit.case.added}:
            return visit
        case = replace(
            visit.case,
            added=tuple(document for document in visit.case.added if document.id != document_id),
            ticks=_without(visit.case.ticks, document_id),
            paper_days=_without(visit.case.paper_days, document_id),
        )
        return self._changed(visit, Step.PAPER, case)

    def paper_dated(self, visit: Visit, document_id: str, day: date | None) -> Visit:
        """The day that stands on a paper: of issue, or the last one of a paper that expires; None where it is not told.

        Whether the paper is too old is shown; what the clerk found about it stays.

        Raises:
            VisitError: the paper is not on the list, cannot be too old, or will only be issued.
        """
        row = visit.row_of(document_id)
        if row is None or not row.bears_day:
            detail = f"Bei „{self.content.document(document_id).name.german}“ zählt hier kein Datum."
            raise VisitError(detail)
        if day is not None and day > self.day and not row.document.expires:
            detail = f"Der {german_date(day)} kommt erst noch. Bitte den Tag der Ausstellung eintragen."
            raise VisitError(detail)
        others = _without(visit.case.paper_days, document_id)
        told = {} if day is None else {document_id: day}
        case = replace(visit.case, paper_days=MappingProxyType({**others, **told}))
        return self._changed(visit, Step.PAPER_DAY, case)

    def deadline_set(self, visit: Visit, deadline: date | None) -> Visit:
        """Until when the customers are asked to bring the papers; for all who came together.

        Raises:
            VisitError: the day has passed.
        """
        self._not_past(deadline)
        return self._changed(visit, Step.DEADLINE, replace(visit.case, deadline=deadline))

    def appointment_set(self, visit: Visit, appointment: Appointment | None) -> Visit:
        """When the customers come again; for all who came together.

        Raises:
            VisitError: the day has passed.
        """
        self._not_past(appointment.start.date() if appointment else None)
        return self._changed(visit, Step.APPOINTMENT, replace(visit.case, appointment=appointment))

    def undone(self, visit: Visit) -> Visit:
        """The case of the person at hand before their last step; numbers stay, and so does what the customer sees."""
        if not visit.past:
            return visit
        *past, last = visit.past
        case = self._listed(visit, _agreed_as_now(last, visit.case))
        person = replace(visit.person, case=case, past=tuple(past))
        if last.step is Step.TYPICAL_CASE or case.service != visit.case.service:
            person = _renumbered(person)
        earlier = visit.with_person(self._numbered(person))
        if case.service != visit.case.service:
            earlier = replace(earlier, scene=_scene_of_other_matter(visit.scene, case.service))
        return self._with_family(replace(earlier, scene=self._asked_again(earlier)))

    def printed(self, visit: Visit) -> Visit:
        """The customer has the sheet as it stands.

        Raises:
            VisitError: before the matter is known.
        """
        self._service(visit)
        return visit.with_person(replace(visit.person, printed=visit.slip, is_list_out=True))

    # How it is done

    def _changed(self, visit: Visit, step: Step, case: Case) -> Visit:
        """The case with the list that follows from it; a step that changes nothing is none."""
        listed = self._listed(visit, case)
        if listed == visit.case:
            return visit
        past = (*visit.past, Past(step, visit.case))
        changed = visit.with_person(self._numbered(replace(visit.person, case=listed, past=past)))
        return self._with_family(replace(changed, scene=self._asked_again(changed)))

    def _with_family(self, visit: Visit) -> Visit:
        """What was just said, and what was agreed, holds for the others, too; of them that is no step."""
        for other in visit.others:
            agreed = replace(other.case, deadline=visit.case.deadline, appointment=visit.case.appointment)
            listed = self._listed(visit, agreed, other)
            if listed != other.case:
                visit = visit.with_person(self._numbered(replace(other, case=listed)))
        return visit

    def _listed(self, visit: Visit, case: Case, whose: Person | None = None) -> Case:
        """A case of a person (usually the one at hand) with what the family said, and the list that follows."""
        number = (whose or visit.person).number
        if case.service is None:
            return replace(case, family=MappingProxyType({}), checklist=None)
        others = [person.case for person in visit.people if person.number != number]
        heard = family_facts(case, others, self.content.facts.shared)
        family = self._fitting(case.service, _without_all(case.facts, heard), heard)
        listed = replace(case, family=family)
        return replace(listed, checklist=self._checklist(case.service, listed))

    def _checklist(self, service: Service, case: Case) -> Checklist:
        withdrawn = case.withdrawn | {fact for fact in service.assumptions if self._asks_always(fact, case)}
        return self.content.checklists.make(service, case.known, case.list_day(self.day), withdrawn)

    def _asks_always(self, fact: str, case: Case) -> bool:
        return case.role in self.content.facts[fact].ask_always

    def _asked_again(self, visit: Visit) -> Scene:
        """The question on the screen offers what is possible now; an answer that does not hold any more is unmarked."""
        scene = visit.scene
        if not isinstance(scene, Question):
            return scene
        said = visit.case.known.get(scene.fact, ())
        return Question(scene.fact, self.answers(visit, scene.fact), scene.chosen if scene.chosen == said else ())

    def _numbered(self, person: Person) -> Person:
        """New rows get the numbers after the highest that was ever given."""
        numbers = dict(person.numbers)
        fresh = count(max(numbers.values(), default=0) + 1)
        checklist = person.case.checklist
        rows = () if checklist is None else checklist.rows
        shown = (row.document.id for row in rows if row.needed is not Truth.NO)
        for document_id in (*shown, *(document.id for document in person.case.added)):
            if document_id not in numbers:
                numbers[document_id] = next(fresh)
        return replace(person, numbers=MappingProxyType(numbers))

    def _less_typical(self, service: Service, case: Case) -> Case:
        """Of what only a typical case says, no more than fits to what was said."""
        typical = {fact: values for fact, values in case.facts.items() if fact in case.typical}
        kept = self._fitting(service, {**_without_all(case.family, case.said), **case.said}, typical)
        facts = {fact: values for fact, values in case.facts.items() if fact in kept or fact not in case.typical}
        return replace(case, facts=MappingProxyType(facts), typical=frozenset(kept))

    def _fitting(self, service: Service, known: FactValues, facts: FactValues) -> FactValues:
        """What was said, as far as it makes sense in a matter and beside what is known of the person."""
        fitting: dict[str, tuple[str, ...]] = {}
        for fact, values in facts.items():
            try:
                self.content.checklists.know(service, {**known, **fitting, fact: values})
            except FactError:
                continue
            fitting[fact] = values
        return MappingProxyType(fitting)

    def _service(self, visit: Visit) -> Service:
        if visit.case.service is None:
            detail = "Bitte zuerst das Anliegen wählen."
            raise VisitError(detail)
        return visit.case.service

    def _with_reason(self, tick: Tick) -> Tick:
        """A missing paper has a reason, any other has none."""
        if tick.state is not RowState.MISSING:
            return Tick(tick.state)
        reason = tick.reason or self.content.reasons.default
        if reason not in self.content.reasons.texts:
            raise unknown("Grund", reason, self.content.reasons.texts)
        return Tick(tick.state, reason)

    def _not_past(self, day: date | None) -> None:
        if day is not None and day < self.day:
            detail = f"Der {german_date(day)} ist schon vorbei. Bitte einen Tag ab heute wählen."
            raise VisitError(detail)

    def _rest(self, row: ListRow, visit: Visit) -> Tick:
        groups = row.row.groups if row.row else ()
        seen = [other.row.groups for other in visit.rows if other.row and other.tick.state in _DEALT_WITH]
        is_spared = bool(groups) and all(any(group in others for others in seen) for group in groups)
        return Tick(RowState.NOT_NEEDED if is_spared else RowState.PRESENT)


def _of_other_matter(visit: Visit, service: Service | None) -> Visit:
    """Nothing on the customer's screen belongs to the matter before; numbers nobody has seen start anew."""
    changed = visit.with_person(_renumbered(visit.person))
    return replace(changed, scene=_scene_of_other_matter(visit.scene, service))


def _scene_of_other_matter(scene: Scene, service: Service | None) -> Scene:
    if isinstance(scene, Services | Question | Papers):
        return Services() if service is None else Moment()
    return scene


def _renumbered(person: Person) -> Person:
    """Numbers start anew where nobody has pointed at one: the customer saw no list, the clerk ticked no row."""
    return person if person.is_known else replace(person, numbers=MappingProxyType({}))


def _agreed_as_now(last: Past, now: Case) -> Case:
    """The earlier case; deadline and appointment are those of all, and go only with the step that set them."""
    match last.step:
        case Step.DEADLINE:
            return replace(last.case, appointment=now.appointment)
        case Step.APPOINTMENT:
            return replace(last.case, deadline=now.deadline)
        case _:
            return replace(last.case, deadline=now.deadline, appointment=now.appointment)


def _is_certain(row: ListRow) -> bool:
    return row.row is None or row.row.needed is Truth.YES


def _without(values: Mapping[str, Value], key: str) -> Mapping[str, Value]:
    return MappingProxyType({name: value for name, value in values.items() if name != key})


def _without_all(values: Mapping[str, Value], keys: Mapping[str, object]) -> Mapping[str, Value]:
    return MappingProxyType({name: value for name, value in values.items() if name not in keys})

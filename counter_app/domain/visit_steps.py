"""Every step of a visit: from one value to the next."""

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
from counter_app.domain.fact import Asked, FactKind, FactValues
from counter_app.domain.label import ScreenText
from counter_app.domain.service import Service
from counter_app.domain.sheet import Appointment
from counter_app.domain.slots import german_date
from counter_app.domain.visit import (
    Case,
    Heard,
    IsClear,
    Languages,
    ListRow,
    Moment,
    Papers,
    Past,
    Question,
    RowState,
    Scene,
    Sentence,
    Services,
    Step,
    Tick,
    Visit,
)

Value = TypeVar("Value")

_DEALT_WITH = frozenset({RowState.PRESENT, RowState.MISSING, RowState.UNCLEAR})
CLEAR_ANSWERS = (ScreenText.ALL_CLEAR, ScreenText.SIMPLER, ScreenText.INTERPRETER)


class VisitError(CounterError):
    """A step that makes no sense now."""

    code = "visit"


@dataclass(frozen=True)
class VisitSteps:
    """The steps, on one snapshot of the content and one day. Each raises and changes nothing where it makes no sense.

    Args:
        day: today, in the office's own calendar.
    """

    content: Content
    day: date

    # What the customer is shown, and says

    def language_chosen(self, visit: Visit, tag: str) -> Visit:
        """The customer reads this language; asks next what brings them, unless that is known.

        Raises:
            UnknownName: we do not ship it.
        """
        self.content.language(tag)
        if isinstance(visit.scene, Languages) or visit.case.service is None:
            return replace(visit, language=tag, scene=Moment() if visit.case.service else Services())
        return replace(visit, language=tag)

    def shown(self, visit: Visit, scene: Scene) -> Visit:
        """The customer's screen shows something else.

        Raises:
            VisitError: the list, before the matter is known.
        """
        if isinstance(scene, Papers):
            self._service(visit)
            return replace(visit, scene=scene, is_list_out=True)
        return replace(visit, scene=scene)

    def asked(self, visit: Visit, fact_id: str) -> Visit:
        """The customer is asked for a fact.

        Raises:
            UnknownName: no such fact. VisitError: before the matter is known, or it is for the office to decide.
        """
        fact = self.content.facts[fact_id]
        if fact.asked is Asked.OFFICE or fact.kind in {FactKind.DERIVED, FactKind.SETTING}:
            detail = "Das entscheidet das Amt. Die Frage wird der Person nicht gezeigt."
            raise VisitError(detail)
        return self.shown(visit, Question(fact.id, self.answers(visit, fact_id)))

    def fact_answered(self, visit: Visit, values: tuple[str, ...]) -> Visit:
        """The customer answers the question on the screen; another tap corrects the first.

        Raises:
            VisitError: there is no question. FactError: the answer contradicts what is known.
        """
        scene = visit.scene
        if not isinstance(scene, Question):
            detail = "Auf dem Kundenbildschirm steht gerade keine Frage."
            raise VisitError(detail)
        fact = self.content.facts[scene.fact]
        told = self.fact_told(visit, fact.id, values)
        heard = Heard(fact.question or fact.label, tuple(fact.value(value).tile for value in values))
        return replace(told, scene=replace(scene, chosen=values), heard=heard)

    def phrase_answered(self, visit: Visit, answer_id: str) -> Visit:
        """The customer answers the phrase on the screen.

        Raises:
            VisitError: there is no phrase with this answer.
        """
        scene = visit.scene
        answers = {answer.id: answer.tile for answer in scene.phrase.answers} if isinstance(scene, Sentence) else {}
        if not isinstance(scene, Sentence) or answer_id not in answers:
            detail = "Auf dem Kundenbildschirm steht gerade kein Satz mit dieser Antwort."
            raise VisitError(detail)
        heard = Heard(scene.phrase.text, (answers[answer_id],))
        return replace(visit, scene=replace(scene, chosen=(answer_id,)), heard=heard)

    def said(self, visit: Visit, text: ScreenText) -> Visit:
        """The customer taps something that is always there, or one of the tiles beside the matters."""
        said = self.content.screen(text)
        match visit.scene:
            case IsClear() if text in CLEAR_ANSWERS:
                question = self.content.screen(ScreenText.IS_CLEAR)
                return replace(visit, scene=IsClear(text), heard=Heard(question, (said,)))
            case Languages() if text is ScreenText.OTHER_LANGUAGE:
                question = self.content.screen(ScreenText.CHOOSE_LANGUAGE)
                return replace(visit, heard=Heard(question, (said,)), scene=Moment())
            case Services():
                question = self.content.screen(ScreenText.CHOOSE_MATTER)
                is_answer = text in {ScreenText.OTHER_MATTER, ScreenText.DO_NOT_KNOW, ScreenText.LETTER}
                scene: Scene = Moment() if is_answer else visit.scene
                return replace(visit, scene=scene, heard=Heard(question if is_answer else None, (said,)))
            case _:
                return replace(visit, heard=Heard(None, (said,)))

    def service_tapped(self, visit: Visit, service_id: str) -> Visit:
        """The customer says what brings them: the matter opens at the counter.

        Raises:
            UnknownName: there is no such matter.
        """
        chosen = self.service_chosen(visit, service_id)
        heard = Heard(self.content.screen(ScreenText.CHOOSE_MATTER), (self.content.service(service_id).name,))
        return replace(chosen, heard=heard, scene=Moment())

    # The case

    def service_chosen(self, visit: Visit, service_id: str) -> Visit:
        """A matter; what somebody said stays, as far as it makes sense there.

        Raises:
            UnknownName: there is no such matter.
        """
        service = self.content.service(service_id)
        if visit.case.service == service:
            return visit
        said = {fact: values for fact, values in visit.case.facts.items() if fact not in visit.case.typical}
        case = replace(visit.case, service=service, facts=self._fitting(service, said), typical=frozenset())
        return self._changed(self._of_other_matter(visit, service), Step.SERVICE, case)

    def answers(self, visit: Visit, fact_id: str) -> tuple[str, ...]:
        """What can be said about a fact, whatever was said about it before.

        Raises:
            VisitError: before the matter is known. UnknownName: no such fact.
        """
        service, others = self._service(visit), _without(visit.case.facts, fact_id)
        return self.content.checklists.know(service, others, service.assumptions).open_values(fact_id)

    def typical_case_chosen(self, visit: Visit, index: int) -> Visit:
        """The facts of a typical case, instead of all that was said.

        Raises:
            VisitError: the matter has no such case.
        """
        cases = self._service(visit).cases
        if not 0 <= index < len(cases):
            detail = f"Das Anliegen hat {len(cases)} typische Fälle, keinen mit der Nummer {index + 1}."
            raise VisitError(detail)
        facts = cases[index].facts
        case = replace(visit.case, facts=facts, typical=frozenset(facts), withdrawn=frozenset())
        return self._changed(_renumbered(visit), Step.TYPICAL_CASE, case)

    def fact_told(self, visit: Visit, fact_id: str, values: tuple[str, ...]) -> Visit:
        """Somebody says something; it takes the place of what was said or assumed before.

        Raises:
            VisitError: before the matter is known. UnknownName, FactError: it cannot be.
        """
        self._service(visit)
        others = _without(visit.case.facts, fact_id)
        in_order = tuple(sorted(set(values), key=self.content.facts[fact_id].place))
        facts = MappingProxyType({**others, fact_id: in_order})
        case = replace(visit.case, facts=facts, typical=visit.case.typical - {fact_id})
        return self._changed(visit, Step.FACT, case)

    def fact_taken_back(self, visit: Visit, fact_id: str) -> Visit:
        """What was said about a fact does not hold; an assumption may stand in again."""
        facts, typical = _without(visit.case.facts, fact_id), visit.case.typical - {fact_id}
        return self._changed(visit, Step.FACT, replace(visit.case, facts=facts, typical=typical))

    def assumption_toggled(self, visit: Visit, fact_id: str) -> Visit:
        """An assumption does not stand in any more, or does so again.

        Raises:
            VisitError: the matter assumes nothing about the fact.
        """
        if fact_id not in self._service(visit).assumptions:
            detail = f"Über „{fact_id}“ ist bei diesem Anliegen nichts angenommen."
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
        """All other papers that are certainly needed are there.

        Where any one paper of a group is enough and one is dealt with, the others of the group are not needed.
        """
        found = {row.document.id: self._rest(row, visit) for row in visit.in_state(RowState.OPEN) if _is_certain(row)}
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
        )
        return self._changed(visit, Step.PAPER, case)

    def deadline_set(self, visit: Visit, deadline: date | None) -> Visit:
        """Until when the customer is asked to bring the papers.

        Raises:
            VisitError: the day has passed.
        """
        self._not_past(deadline)
        return self._changed(visit, Step.DEADLINE, replace(visit.case, deadline=deadline))

    def appointment_set(self, visit: Visit, appointment: Appointment | None) -> Visit:
        """When the customer comes again.

        Raises:
            VisitError: the day has passed.
        """
        self._not_past(appointment.start.date() if appointment else None)
        return self._changed(visit, Step.APPOINTMENT, replace(visit.case, appointment=appointment))

    def undone(self, visit: Visit) -> Visit:
        """The case as it stood before the last step; numbers stay, and so does what the customer sees."""
        if not visit.past:
            return visit
        *past, last = visit.past
        earlier = replace(visit, case=last.case, past=tuple(past))
        if last.case.service != visit.case.service:
            return self._numbered(self._of_other_matter(earlier, last.case.service))
        if last.step is Step.TYPICAL_CASE:
            earlier = _renumbered(earlier)
        return self._numbered(replace(earlier, scene=self._asked_again(earlier)))

    def printed(self, visit: Visit) -> Visit:
        """The customer has the sheet as it stands.

        Raises:
            VisitError: before the matter is known.
        """
        self._service(visit)
        return replace(visit, printed=visit.slip, is_list_out=True)

    # How it is done

    def _changed(self, visit: Visit, step: Step, case: Case) -> Visit:
        """The case with the list that follows from it; a step that changes nothing is none."""
        listed = replace(case, checklist=self._checklist(case))
        if listed == visit.case:
            return visit
        changed = replace(visit, case=listed, past=(*visit.past, Past(step, visit.case)))
        return self._numbered(replace(changed, scene=self._asked_again(changed)))

    def _asked_again(self, visit: Visit) -> Scene:
        """The question on the screen offers what is possible now; an answer that does not hold any more is unmarked."""
        scene = visit.scene
        if not isinstance(scene, Question):
            return scene
        said = visit.case.facts.get(scene.fact, ())
        return Question(scene.fact, self.answers(visit, scene.fact), scene.chosen if scene.chosen == said else ())

    def _of_other_matter(self, visit: Visit, service: Service | None) -> Visit:
        """Nothing on the customer's screen belongs to the matter before; numbers nobody has seen start anew."""
        scene: Scene = visit.scene
        if isinstance(scene, Services | Question | Papers):
            scene = Services() if service is None else Moment()
        return _renumbered(replace(visit, scene=scene))

    def _checklist(self, case: Case) -> Checklist | None:
        if case.service is None:
            return None
        return self.content.checklists.make(case.service, case.facts, self.day, case.withdrawn)

    def _numbered(self, visit: Visit) -> Visit:
        """New rows get the numbers after the highest that was ever given."""
        numbers = dict(visit.numbers)
        fresh = count(max(numbers.values(), default=0) + 1)
        checklist = visit.case.checklist
        rows = () if checklist is None else checklist.rows
        shown = (row.document.id for row in rows if row.needed is not Truth.NO)
        for document_id in (*shown, *(document.id for document in visit.case.added)):
            if document_id not in numbers:
                numbers[document_id] = next(fresh)
        return replace(visit, numbers=MappingProxyType(numbers))

    def _fitting(self, service: Service, facts: FactValues) -> FactValues:
        """What was said, as far as it makes sense in a matter."""
        fitting: dict[str, tuple[str, ...]] = {}
        for fact, values in facts.items():
            try:
                self.content.checklists.know(service, {**fitting, fact: values})
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


def _renumbered(visit: Visit) -> Visit:
    """Numbers start anew where nobody has pointed at one: the customer saw no list, the clerk ticked no row."""
    return visit if visit.is_list_out or visit.case.ticks else replace(visit, numbers=MappingProxyType({}))


def _is_certain(row: ListRow) -> bool:
    return row.row is None or row.row.needed is Truth.YES


def _without(values: Mapping[str, Value], key: str) -> Mapping[str, Value]:
    return MappingProxyType({name: value for name, value in values.items() if name != key})

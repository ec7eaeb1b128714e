"""The steps about the people who came together: who they are, and who is at hand."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from counter_app.domain.case_steps import CaseSteps, VisitError
from counter_app.domain.family import MOST_PEOPLE
from counter_app.domain.role import Role
from counter_app.domain.visit import Case, Moment, Papers, Person, Question, Scene, Step, Visit


@dataclass(frozen=True)
class PeopleSteps(CaseSteps):
    """The steps about people. Undo is each person's own; these steps, but for another role, have none."""

    def person_added(self, visit: Visit, role: Role) -> Visit:
        """One more person, with the matter of the person at hand and what holds for all; goes on with that person.

        Raises:
            VisitError: there are as many as there are keys.
        """
        if len(visit.people) >= MOST_PEOPLE:
            detail = f"Mehr als {MOST_PEOPLE} Personen gehen nicht in einen Besuch."
            raise VisitError(detail)
        now = visit.case
        case = Case(service=now.service, deadline=now.deadline, appointment=now.appointment, role=role)
        person = Person(max(visit.highest, *(one.number for one in visit.people)) + 1, case)
        grown = replace(visit, people=(*visit.people, person))
        person = self._numbered(replace(person, case=self._listed(grown, case, person)))
        scene = Moment() if isinstance(visit.scene, Papers | Question) else visit.scene
        return replace(grown.with_person(person), at=len(visit.people), scene=scene, heard=None)

    def person_chosen(self, visit: Visit, number: int) -> Visit:
        """Go on with another person.

        Raises:
            VisitError: there is none with this number.
        """
        place = self._place(visit, number)
        if place == visit.at:
            return visit
        turned = replace(visit, at=place, heard=None)
        if isinstance(visit.scene, Papers) and turned.case.service is not None:
            return turned.with_person(replace(turned.person, is_list_out=True))
        return replace(turned, scene=_without_person(visit.scene))

    def person_beside(self, visit: Visit, step: int) -> Visit:
        """Go on with the person so many places further; after the last comes the first."""
        return self.person_chosen(visit, visit.people[(visit.at + step) % len(visit.people)].number)

    def person_removed(self, visit: Visit, number: int) -> Visit:
        """Somebody does not belong to the visit any more; what was said for all holds on.

        Raises:
            VisitError: there is none with this number, or nobody else.
        """
        place = self._place(visit, number)
        if not visit.is_family:
            detail = "Es ist nur eine Person da. Mit Strg+N beginnt ein neuer Besuch."
            raise VisitError(detail)
        gone = visit.people[place]
        first, *others = (person for person in visit.people if person is not gone)
        heir = replace(first, case=_speaking_for_all(first.case, gone.case))
        at = visit.at - (place < visit.at)
        left = replace(
            visit,
            people=(heir, *others),
            at=min(at, len(others)),
            highest=max(visit.highest, gone.number if gone.is_known or gone.printed else 0),
        )
        if visit.at == place:
            left = replace(left, scene=_without_person(visit.scene), heard=None)
        return self._with_family(self._relisted(left))

    def role_changed(self, visit: Visit, role: Role) -> Visit:
        """The person at hand is somebody else among those who came together."""
        return self._changed(visit, Step.ROLE, replace(visit.case, role=role))

    def family_printed(self, visit: Visit) -> Visit:
        """Everybody who has a list has the sheet as it stands.

        Raises:
            VisitError: nobody's matter is known.
        """
        if all(person.case.service is None for person in visit.people):
            self._service(visit)
        for person in visit.people:
            if person.case.service is not None:
                got = replace(person, printed=person.slip(visit.language), is_list_out=True)
                visit = visit.with_person(got)
        return visit

    def _place(self, visit: Visit, number: int) -> int:
        place = visit.place_of(number)
        if place is None:
            detail = f"Eine Person {number} gibt es in diesem Besuch nicht."
            raise VisitError(detail)
        return place

    def _relisted(self, visit: Visit) -> Visit:
        """The list of the person at hand, after those who came together are others."""
        return visit.with_person(self._numbered(replace(visit.person, case=self._listed(visit, visit.case))))


def _without_person(scene: Scene) -> Scene:
    """Nothing on the customers' screen belongs to somebody who is not at hand."""
    return Moment() if isinstance(scene, Papers | Question) else scene


def _speaking_for_all(case: Case, gone: Case) -> Case:
    """The case that keeps what was said for all by somebody who has been removed."""
    kept = {fact: values for fact, values in case.family.items() if gone.facts.get(fact) == values}
    return replace(case, facts=MappingProxyType({**case.facts, **kept}), typical=case.typical - kept.keys())

"""The steps about the customer's screen: what the customers are shown, and say by a tap."""

from dataclasses import dataclass, replace

from counter_app.domain.case_steps import CaseSteps, VisitError
from counter_app.domain.fact import Asked, FactKind
from counter_app.domain.label import ScreenText
from counter_app.domain.visit import (
    Heard,
    IsClear,
    Languages,
    Moment,
    Papers,
    Question,
    Scene,
    Sentence,
    Services,
    Visit,
)

CLEAR_ANSWERS = (ScreenText.ALL_CLEAR, ScreenText.SIMPLER, ScreenText.INTERPRETER)


@dataclass(frozen=True)
class ScreenSteps(CaseSteps):
    """The steps about what the customers see."""

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
            shown = visit.with_person(replace(visit.person, is_list_out=True))
            return replace(shown, scene=scene)
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

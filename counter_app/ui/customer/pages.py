"""Which page shows which scene."""

from dataclasses import replace

from counter_app.domain.visit import (
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
from counter_app.ui.customer.clear_page import ClearPage
from counter_app.ui.customer.languages_page import LanguagesPage
from counter_app.ui.customer.moment_page import MomentPage
from counter_app.ui.customer.papers_page import PapersPage
from counter_app.ui.customer.question_page import QuestionPage
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import ScenePage
from counter_app.ui.customer.sentence_page import SentencePage
from counter_app.ui.customer.services_page import ServicesPage
from counter_app.ui.customer.wording import Reader


def page_for(visit: Visit, reader: Reader, scale: Scale) -> ScenePage:  # noqa: PLR0911 - one for each scene
    """A fresh page for what the visit shows."""
    match visit.scene:
        case Languages():
            return LanguagesPage(reader, scale)
        case Services(group):
            return ServicesPage(reader, scale, group)
        case Sentence() as sentence:
            return SentencePage(reader, scale, sentence)
        case Question() as question:
            return QuestionPage(reader, scale, question)
        case Papers():
            return PapersPage(reader, scale, visit)
        case IsClear() as scene:
            return ClearPage(reader, scale, scene)
        case Moment():
            return MomentPage(reader, scale)


def without_answer(scene: Scene) -> Scene:
    """The scene as it was before it was answered: as long as that is the same, so is the page."""
    match scene:
        case Sentence() | Question():
            return replace(scene, chosen=())
        case IsClear():
            return IsClear()
        case _:
            return scene

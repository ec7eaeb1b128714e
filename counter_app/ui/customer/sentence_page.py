"""A phrase, as large as it fits, and what the customer can answer."""

from collections.abc import Hashable

from counter_app.domain.label import ScreenText
from counter_app.domain.phrase import AnswerKind, PointsAt
from counter_app.domain.visit import Sentence, Services, Visit
from counter_app.ui.customer.languages_page import language_board
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import Opening, ScenePage
from counter_app.ui.customer.services_page import group_faces
from counter_app.ui.customer.tile import Face, Picks
from counter_app.ui.customer.tile_board import TileBoard
from counter_app.ui.customer.wording import Reader

_TO_DO = {
    AnswerKind.POINT_AT: (ScreenText.POINT_HERE, "point_here"),
    AnswerKind.NUMBER: (ScreenText.WRITE_ON_PAPER, "draft"),
    AnswerKind.DATE: (ScreenText.WRITE_ON_PAPER, "draft"),
    AnswerKind.TEXT_PAPER: (ScreenText.WRITE_ON_PAPER, "draft"),
}
"""What the customer does where there is nothing to tap, with its drawing."""


class SentencePage(ScenePage):
    """The phrase in the customer's language and in German, so that both sides see the same."""

    def __init__(self, reader: Reader, scale: Scale, sentence: Sentence) -> None:
        self._phrase = sentence.phrase
        self._board = _board(reader, scale, sentence)
        if self._board is not None:
            self._board.mark(sentence.chosen)
        opening = _opening(reader, sentence, is_alone=self._board is None)
        super().__init__(reader, scale, opening, self._board)

    def show_visit(self, visit: Visit) -> None:
        """Mark what was answered."""
        if isinstance(visit.scene, Sentence) and self._board is not None:
            self._board.mark(visit.scene.chosen)

    def on_tapped(self, key: Hashable) -> None:
        """An answer, a language or a group."""
        match key:
            case Services():
                self.scene_wanted.emit(key)
            case ScreenText():
                self.said.emit(key)
            case _ if self._phrase.points_at is PointsAt.LANGUAGES:
                self.language_chosen.emit(str(key))
            case _:
                self.phrase_answered.emit(str(key))


def _opening(reader: Reader, sentence: Sentence, *, is_alone: bool) -> Opening:
    phrase = sentence.phrase
    text, icon = _TO_DO.get(phrase.answer, (None, ""))
    return Opening(
        reader.reads(phrase.text, sentence.slots),
        reader.german(phrase.text, sentence.slots),
        reader.screen(text) if text is not None else None,
        icon,
        largest=96 if is_alone else 72,
        share=0.42,
        is_centred=is_alone,
    )


def _board(reader: Reader, scale: Scale, sentence: Sentence) -> TileBoard | None:
    """The answers, or what the phrase asks to point at, as far as it is on the screen."""
    phrase = sentence.phrase
    name = phrase.text.german
    if phrase.answers:
        faces = [
            Face(answer.id, reader.reads(answer.tile), german=reader.german(answer.tile)) for answer in phrase.answers
        ]
        return TileBoard(name, faces, Picks.ONE, scale)
    match phrase.points_at:
        case PointsAt.LANGUAGES:
            return language_board(reader.content, scale, name)
        case PointsAt.SERVICES:
            return TileBoard(name, list(group_faces(reader)), Picks.PRESS, scale)
        case _:
            return None

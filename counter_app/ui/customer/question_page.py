"""A question of the list, with its answers to tap."""

from collections.abc import Hashable
from dataclasses import replace

from counter_app.domain.fact import Fact, FactKind
from counter_app.domain.label import ScreenText
from counter_app.domain.visit import Question, Visit
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import ScenePage, opening_for
from counter_app.ui.customer.tile import Face, Picks
from counter_app.ui.customer.tile_board import TileBoard
from counter_app.ui.customer.wording import Reader


class QuestionPage(ScenePage):
    """One tap answers at once and another one corrects it; several answers wait for „done“."""

    def __init__(self, reader: Reader, scale: Scale, question: Question) -> None:
        self._fact = reader.content.facts[question.fact]
        self._told = question.chosen
        is_several = self._fact.kind is FactKind.MULTI_CHOICE
        text = self._fact.question or self._fact.label
        opening = opening_for(reader, text, reader.screen(ScreenText.SEVERAL_ANSWERS) if is_several else None)
        picks = Picks.SEVERAL if is_several else Picks.ONE
        faces = [_face(reader, self._fact, value) for value in question.answers]
        self._board = TileBoard(opening.heading.text, faces, picks, scale)
        self._board.mark(self._told)
        super().__init__(reader, scale, replace(opening, hint_icon="done"), self._board, has_done=is_several)

    def show_visit(self, visit: Visit) -> None:
        """Mark what was said, unless the customer is about to say something else."""
        if isinstance(visit.scene, Question) and visit.scene.chosen != self._told:
            self._told = visit.scene.chosen
            self._board.mark(self._told)

    def take_over(self, earlier: ScenePage) -> None:
        """Keep what is marked and not sent yet."""
        if isinstance(earlier, QuestionPage):
            self._board.mark(earlier.marked)

    @property
    def marked(self) -> tuple[Hashable, ...]:
        """The answers that are marked, sent or not."""
        return self._board.chosen

    def on_tapped(self, key: Hashable) -> None:
        """One answer is told at once; one of several excludes what cannot stand beside it."""
        if self._fact.kind is not FactKind.MULTI_CHOICE:
            self.fact_answered.emit((str(key),))
            return
        chosen = self._board.chosen
        if key in chosen:
            self._board.mark(_compatible(self._fact, str(key), chosen))

    def finish(self) -> None:
        """All answers are given."""
        values = tuple(map(str, self._board.chosen))
        if values:
            self.fact_answered.emit(values)


def _compatible(fact: Fact, newest: str, chosen: tuple[Hashable, ...]) -> frozenset[Hashable]:
    """What stays marked beside the newest answer."""
    if fact.value(newest).alone:
        return frozenset((newest,))
    return frozenset(key for key in chosen if not fact.value(str(key)).alone)


def _face(reader: Reader, fact: Fact, value: str) -> Face:
    tile = fact.value(value).tile
    return Face(value, reader.reads(tile), german=reader.german(tile))

"""„Is everything clear?“, asked at the end."""

from collections.abc import Hashable

from counter_app.domain.label import ScreenText
from counter_app.domain.visit import IsClear, Visit
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import ScenePage, opening_for
from counter_app.ui.customer.tile import Face, Picks
from counter_app.ui.customer.tile_board import TileBoard
from counter_app.ui.customer.wording import Reader

_ANSWERS = {
    ScreenText.ALL_CLEAR: "done",
    ScreenText.SIMPLER: "simpler",
    ScreenText.INTERPRETER: "interpreter",
}


class ClearPage(ScenePage):
    """Yes, again in simpler words, or with an interpreter."""

    def __init__(self, reader: Reader, scale: Scale, scene: IsClear) -> None:
        opening = opening_for(reader, reader.content.screen(ScreenText.IS_CLEAR))
        faces = [_face(reader, text, icon) for text, icon in _ANSWERS.items()]
        self._board = TileBoard(opening.heading.text, faces, Picks.ONE, scale)
        self._mark(scene)
        super().__init__(reader, scale, opening, self._board)

    def show_visit(self, visit: Visit) -> None:
        """Mark what was said."""
        if isinstance(visit.scene, IsClear):
            self._mark(visit.scene)

    def on_tapped(self, key: Hashable) -> None:
        """One of the three was tapped."""
        self.said.emit(key)

    def _mark(self, scene: IsClear) -> None:
        self._board.mark(() if scene.chosen is None else (scene.chosen,))


def _face(reader: Reader, text: ScreenText, icon: str) -> Face:
    return Face(text, reader.screen(text), german=reader.german(reader.content.screen(text)), icon=icon)

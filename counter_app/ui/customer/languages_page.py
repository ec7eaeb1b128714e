"""„Point to your language“: every language in its own words."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.language import Language
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import Opening, ScenePage
from counter_app.ui.customer.tile import Face, Picks
from counter_app.ui.customer.tile_board import TileBoard
from counter_app.ui.customer.wording import Reader, Wording


class LanguagesPage(ScenePage):
    """The language finder. German comes first, then the order of the content."""

    def __init__(self, reader: Reader, scale: Scale) -> None:
        german = replace(reader, chosen=None)
        opening = Opening(german.screen(ScreenText.CHOOSE_LANGUAGE), largest=48)
        board = language_board(reader.content, scale, opening.heading.text)
        board.mark({reader.chosen.tag} if reader.chosen else ())
        super().__init__(german, scale, opening, board)

    def on_tapped(self, key: Hashable) -> None:
        """A language was tapped."""
        self.language_chosen.emit(str(key))


def language_board(content: Content, scale: Scale, name: str) -> TileBoard:
    """A tile for every language; the key of each is its tag."""
    return TileBoard(name, [_face(content, language) for language in _in_order(content)], Picks.ONE, scale)


def _in_order(content: Content) -> Sequence[Language]:
    others = (language for language in content.languages.values() if language != content.german)
    return (content.german, *others)


def _face(content: Content, language: Language) -> Face:
    line = Reader(content, language).screen(ScreenText.CHOOSE_LANGUAGE)
    is_own = line.language == language
    return Face(language.tag, Wording(language.own_name, language), line if is_own else None)

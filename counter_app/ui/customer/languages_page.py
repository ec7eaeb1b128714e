"""„Point to your language“: every language in its own words."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

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
        opening = Opening(german.screen(ScreenText.CHOOSE_LANGUAGE), largest=28, is_quiet=True)
        board = language_board(reader.content, scale, opening.heading.text)
        board.mark({reader.chosen.tag} if reader.chosen else ())
        super().__init__(german, scale, opening, board)

    def on_tapped(self, key: Hashable) -> None:
        """A language was tapped, or that it is not among them."""
        if isinstance(key, ScreenText):
            self.said.emit(key)
        else:
            self.language_chosen.emit(str(key))


def language_board(content: Content, scale: Scale, name: str) -> TileBoard:
    """A tile for every language, whose key is its tag, and one for whoever reads none of them.

    Each tile runs in the direction of its language, whatever that of the page.
    """
    faces = [*(_face(content, language) for language in _in_order(content)), _other_face(content)]
    board = TileBoard(name, faces, Picks.ONE, scale)
    for tile in board.tiles:
        is_rtl = tile.face.title.language.is_rtl
        tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    return board


def _in_order(content: Content) -> Sequence[Language]:
    others = (language for language in content.languages.values() if language != content.german)
    return (content.german, *others)


def _face(content: Content, language: Language) -> Face:
    line = Reader(content, language).screen(ScreenText.CHOOSE_LANGUAGE)
    is_own = line.language == language
    return Face(language.tag, Wording(language.own_name, language), line if is_own else None)


def _other_face(content: Content) -> Face:
    """In German and, for whoever knows a little of it, in English."""
    text = content.screen(ScreenText.OTHER_LANGUAGE)
    words = " · ".join(filter(None, (text.german, text.in_language("en"))))
    return Face(ScreenText.OTHER_LANGUAGE, Wording(words, content.german), icon="other_language")

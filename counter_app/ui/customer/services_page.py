"""„What do you need today?“: first the group, then the matter."""

from collections.abc import Hashable, Iterator

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.service import Service, ServiceGroup
from counter_app.domain.visit import Languages, Services
from counter_app.ui.customer.drawing import has_icon
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import Opening, ScenePage, opening_for
from counter_app.ui.customer.tile import Face, Picks
from counter_app.ui.customer.tile_board import TileBoard
from counter_app.ui.customer.wording import Reader

_BESIDE = {
    ScreenText.OTHER_MATTER: "something_else",
    ScreenText.DO_NOT_KNOW: "question",
    ScreenText.LETTER: "letter",
}
"""What else a customer can say, with its drawing."""


class ServicesPage(ScenePage):
    """The groups, or the matters of one group, with what else there is to say."""

    def __init__(self, reader: Reader, scale: Scale, group: str) -> None:
        self._group = reader.content.service_groups.get(group)
        opening = self._opening_for(reader)
        faces = [*(_matters(reader, self._group) if self._group else group_faces(reader)), *_beside(reader)]
        board = TileBoard(opening.heading.text, faces, Picks.PRESS, scale, always=len(_BESIDE))
        super().__init__(reader, scale, opening, board, has_back=True)

    def on_tapped(self, key: Hashable) -> None:
        """A group leads to its matters, a matter to the counter; the rest is said."""
        if isinstance(key, Services):
            self.scene_wanted.emit(key)
        elif isinstance(key, ScreenText):
            self.said.emit(key)
        else:
            self.service_tapped.emit(str(key))

    def go_back(self) -> None:
        """Back to the groups, or to the languages."""
        self.scene_wanted.emit(Services() if self._group else Languages())

    def _opening_for(self, reader: Reader) -> Opening:
        question = reader.content.screen(ScreenText.CHOOSE_MATTER)
        return opening_for(reader, self._group.name if self._group else question)


def group_faces(reader: Reader) -> Iterator[Face]:
    """A tile for every group that has a matter; the key of each is the scene it leads to."""
    for group in groups_in_use(reader.content):
        drawing = f"group_{group.id}"
        icon = drawing if has_icon(drawing) else ""
        yield Face(Services(group.id), reader.reads(group.name), german=reader.german(group.name), icon=icon)


def _matters(reader: Reader, group: ServiceGroup) -> Iterator[Face]:
    return (_matter_face(reader, service) for service in reader.content.matters_of(group))


def groups_in_use(content: Content) -> Iterator[ServiceGroup]:
    """The groups that have a matter."""
    used = {service.group.id for service in content.services.values()}
    return (group for group in content.service_groups.values() if group.id in used)


def _matter_face(reader: Reader, service: Service) -> Face:
    return Face(service.id, reader.reads(service.name), reader.reads(service.plain), reader.german(service.name))


def _beside(reader: Reader) -> Iterator[Face]:
    for text, icon in _BESIDE.items():
        german = reader.german(reader.content.screen(text))
        yield Face(text, reader.screen(text), german=german, icon=icon)

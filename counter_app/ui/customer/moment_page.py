"""„One moment, please“, while the clerk looks something up."""

from dataclasses import replace

from counter_app.domain.label import ScreenText
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.scene_page import ScenePage, opening_for
from counter_app.ui.customer.wording import Reader


class MomentPage(ScenePage):
    """Nothing to do but wait."""

    def __init__(self, reader: Reader, scale: Scale) -> None:
        opening = opening_for(reader, reader.content.screen(ScreenText.MOMENT))
        super().__init__(reader, scale, replace(opening, is_centred=True, largest=72, picture="moment"))

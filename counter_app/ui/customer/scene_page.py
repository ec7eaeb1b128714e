"""What all pages of the customer's screen have in common: a heading, a body, a row of actions."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from counter_app.domain.label import ScreenText
from counter_app.domain.text import Text, Trust
from counter_app.domain.visit import Visit
from counter_app.ui.customer import colours
from counter_app.ui.customer.action_bar import ActionBar
from counter_app.ui.customer.body import Body
from counter_app.ui.customer.drawing import draw_icon
from counter_app.ui.customer.fitted_text import FittedText, Sizes
from counter_app.ui.customer.grid import Room
from counter_app.ui.customer.instruction import Instruction
from counter_app.ui.customer.scale import GAP, Scale, margin
from counter_app.ui.customer.tile import Face
from counter_app.ui.customer.voice import Voice
from counter_app.ui.customer.wording import Reader, Wording, present, trust_of

_BACK = "back"
_DONE = "done"
_AIR = 3
_MODEST = 0.07  # share of the height for a heading that makes room for what is below it
_PICTURE = 96
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """How a page begins.

    Args:
        german: the German text beside another language.
        hint: what the customer can do, with an icon.
        largest: size of the heading's letters, in pixels at usual text size.
        share: of the height that the heading may take where there is a body.
        is_centred: a heading that stands alone stands in the middle.
        is_quiet: a heading that only goes along with what is below it.
        picture: a drawing above a heading that stands alone.
    """

    heading: Wording
    german: Wording | None = None
    hint: Wording | None = None
    hint_icon: str = ""
    largest: int = 56
    share: float = 0.3
    is_centred: bool = False
    is_quiet: bool = False
    picture: str = ""

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text in it."""
        return present(self.heading, self.german, self.hint)


def opening_for(reader: Reader, text: Text, hint: Wording | None = None) -> Opening:
    """The usual opening: a text, the German one below it."""
    return Opening(reader.reads(text), reader.german(text), hint)


class ScenePage(Voice):
    """One page. It is told the visit and speaks up; each scene has its own."""

    def __init__(
        self,
        reader: Reader,
        scale: Scale,
        opening: Opening,
        body: Body | None = None,
        *,
        has_back: bool = False,
        has_done: bool = False,
    ) -> None:
        super().__init__()
        self._reader = reader
        self._scale = scale
        self._opening = opening
        self._body = body
        front = colours.quiet if opening.is_quiet else colours.text
        self._heading = FittedText(self, is_bold=not opening.is_quiet, alignment=self._side, colour=front)
        self._german = FittedText(self, alignment=self._side, colour=colours.quiet)
        self._instruction = Instruction(opening.hint, opening.hint_icon, scale, self, is_centred=opening.is_centred)
        if body is not None:
            body.setParent(self)  # before the actions: that is the order of the Tab key
            body.tapped.connect(self.on_tapped)
            body.turned.connect(self._on_turned)
            body.reshaped.connect(self._arrange)
        back = self._action(ScreenText.BACK, _BACK) if has_back else None
        done = self._action(ScreenText.DONE, _DONE) if has_done else None
        self._bar = ActionBar(reader, scale, back, done)
        self._bar.setParent(self)
        self._bar.tapped.connect(self._on_action)
        self._has_back = has_back
        self._picture_box = QRect()
        if body is not None:
            self._bar.turned.connect(body.show_page)
        self._say()

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text of the page."""
        body = self._body.wordings if self._body is not None else ()
        return (*self._opening.wordings, *body, *self._bar.wordings)

    @property
    def trust(self) -> Trust:
        """How far the page can be trusted."""
        return trust_of(self.wordings)

    @property
    def spoken(self) -> str:
        """What is read aloud when the page appears."""
        return "\n".join(wording.text for wording in present(self._opening.heading, self._opening.hint))

    def show_visit(self, visit: Visit) -> None:
        """Follow a step of the visit that leaves the page as it is; most pages have nothing to follow."""

    def on_tapped(self, key: Hashable) -> None:
        """React to a tap on a tile."""

    def go_back(self) -> None:
        """React to the button that leads back."""

    def finish(self) -> None:
        """React to the button that says that all is said."""

    def take_key(self, key: Qt.Key) -> bool:
        """React to a key; whether it meant anything here."""
        if key in _ARROWS:
            return self._body is not None and self._body.move_focus(*_ARROWS[key])
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            return self._body is not None and self._body.take_digit(key - Qt.Key.Key_0)
        if key == Qt.Key.Key_Escape and self._has_back:
            self.go_back()
            return True
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            return self.turn_page(1 if key == Qt.Key.Key_PageDown else -1)
        return False

    def turn_page(self, step: int) -> bool:
        """Go on to what does not fit beside what is shown, or back; whether there was anything.

        A long text comes before what stands below it.

        Args:
            step: 1 or -1.
        """
        turns = [self._heading.turn, self._german.turn, *([] if self._body is None else [self._body.turn])]
        return any(turn(step) for turn in (turns if step > 0 else reversed(turns)))

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the focus where the customer goes on; whether there is such a place."""
        return self._body is not None and self._body.take_focus(reason)

    def take_over(self, earlier: "ScenePage") -> None:
        """Go on where the same page with another text size was left; most pages hold nothing of their own."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange the parts for the other direction."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange and self.isVisible():
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, if there is one."""
        if self._picture_box.height() > 0:
            painter = QPainter(self)
            draw_icon(painter, self._opening.picture, self._picture_box, colours.quiet(self.palette()))

    @property
    def _side(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignHCenter if self._opening.is_centred else Qt.AlignmentFlag.AlignLeft

    def _action(self, text: ScreenText, name: str) -> Face:
        return Face(name, self._reader.screen(text), icon=name)

    def _say(self) -> None:
        scale, opening = self._scale, self._opening
        smallest = scale.small if opening.is_quiet else scale.px(32)
        sizes = Sizes(smallest, max(smallest, scale.px(opening.largest)))
        self._heading.say(opening.heading, sizes, scale, self._reader.page)
        if opening.german is not None:
            self._german.say(opening.german, Sizes(scale.small, scale.small + 6), scale, self._reader.page)
        self._german.setVisible(opening.german is not None)

    def _on_action(self, name: str) -> None:
        if name == _BACK:
            self.go_back()
        else:
            self.finish()

    def _on_turned(self) -> None:
        if self._body is not None:
            self._bar.show_pages(self._body.page, self._body.page_count)

    def _arrange(self) -> None:
        edge = margin(self.width())
        width, height = self.width() - 2 * edge, self.height() - edge - GAP
        if width <= 0 or height <= 0:
            return
        if self._body is None:
            self._arrange_alone(width, height)
        else:
            self._arrange_with_body(self._body, width, height)

    def _arrange_alone(self, width: int, height: int) -> None:
        """The heading takes all that the other texts leave, and stands in the middle with them."""
        german = self._german_height(width, height // 4)
        hint = self._instruction.needed_height(width)
        heading = self._heading.wanted_height(width, height - german - hint - 2 * GAP)
        spare = max(0, height - heading - german - hint - 2 * GAP)
        side = min(self._scale.px(_PICTURE), spare // 2) if self._opening.picture else 0
        top = (spare - side) // 2
        edge = margin(self.width())
        self._picture_box = QRect((self.width() - side) // 2, edge + top, side, side)
        self._place_opening(top + side, width, (heading, german, hint))
        self._bar.hide()

    def _arrange_with_body(self, body: Body, width: int, height: int) -> None:
        """Heading, body, actions; what is left over is air, a third of it above."""
        bar = self._bar.needed_height(width) + GAP
        fixed = bar if self._bar.has_actions else 0

        def arranged(share: float) -> tuple[int, int, int]:
            heights = self._opening_heights(width, height, share)
            rest = height - self._place_opening(0, width, heights)
            body.arrange(Room(width, rest - fixed, 0 if fixed else bar))
            return heights

        heights = arranged(self._opening.share)
        if (pages := body.page_count) > 1:
            modest = arranged(_MODEST)
            heights = modest if body.page_count < pages else arranged(self._opening.share)
        is_barred = bool(fixed) or body.page_count > 1
        rest = height - self._place_opening(0, width, heights) - (bar if is_barred else 0)
        air = max(0, rest - body.used_height) // _AIR if body.page_count == 1 else 0
        top = self._place_opening(air, width, heights)
        edge = margin(self.width())
        body.setGeometry(QRect(edge, edge + top, width, rest - air))
        self._bar.setGeometry(QRect(edge, self.height() - bar, width, bar - GAP))
        self._bar.setVisible(is_barred)
        self._bar.show_pages(body.page, body.page_count)

    def _opening_heights(self, width: int, height: int, share: float) -> tuple[int, int, int]:
        most = max(round(height * self._opening.share), min(self._heading.least_height(width), height // 3))
        heading = self._heading.wanted_height(
            width, min(most, max(round(height * share), self._heading.least_height(width)))
        )
        return heading, self._german_height(width, height // 6), self._instruction.needed_height(width)

    def _place_opening(self, top: int, width: int, heights: tuple[int, int, int]) -> int:
        """Place the texts above the body; where the body begins."""
        edge = margin(self.width())
        for widget, height in zip((self._heading, self._german, self._instruction), heights, strict=True):
            widget.setGeometry(QRect(edge, edge + top, width, height))
            top += height + (GAP // 2 if height else 0)
        return top + GAP

    def _german_height(self, width: int, limit: int) -> int:
        return self._german.wanted_height(width, limit) if self._opening.german is not None else 0

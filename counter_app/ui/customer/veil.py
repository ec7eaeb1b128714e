"""What covers the customer's screen: nothing of the visit is to be seen, no tap gets through."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.language import Language
from counter_app.ui.customer import colours
from counter_app.ui.customer.fitted_text import FittedText, Sizes
from counter_app.ui.customer.scale import GAP, PADDING, Scale
from counter_app.ui.customer.wording import Reader, Wording
from counter_app.ui.shared.fonts import interface_font

_RING = 10
_DIAL = 220


class Veil(QWidget):
    """A neutral page with the name of the office; in the last minute it asks whether somebody is still there.

    Signals:
        tapped: any key or tap.
    """

    tapped = Signal()

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._scale = Scale()
        self._left: int | None = None
        self._whole = 0
        self._top = PADDING
        self._office = FittedText(self, alignment=Qt.AlignmentFlag.AlignHCenter, colour=colours.quiet)
        self._texts = [
            FittedText(self, alignment=Qt.AlignmentFlag.AlignHCenter, is_bold=is_bold, colour=colour)
            for is_bold, colour in ((True, colours.text), (False, colours.text), (False, colours.quiet))
        ]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)

    @property
    def is_asking(self) -> bool:
        """Whether the time is running."""
        return self._left is not None

    @property
    def spoken(self) -> str:
        """What is read aloud when it appears."""
        texts = [text.wording for text in self._texts]
        return "\n".join(wording.text for wording in texts if wording is not None)

    def cover(self, scale: Scale, language: Language | None = None, seconds_left: int | None = None) -> None:
        """Show the neutral page, or with a number of seconds the question.

        Args:
            language: of the customer; without it the question stands in German only.
        """
        was_asking, self._left = self.is_asking, seconds_left
        if seconds_left is not None:
            self._whole = max(1, seconds_left, self._whole if was_asking else 1)
        if scale != self._scale or was_asking != self.is_asking or self._office.wording is None:
            self._scale = scale
            self._say(Reader(self._content, language))
            self._arrange()
        self.update()

    def show_content(self, content: Content) -> None:
        """Use another snapshot."""
        self._content = content
        self.rest()

    def rest(self) -> None:
        """Nobody sees it: forget the language and the time."""
        self._left = None
        self._say(Reader(self._content, None))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap goes no further."""
        event.accept()
        self.tapped.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nor does its end."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nor does a key."""
        event.accept()
        self.tapped.emit()

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """The Tab key is a key like any other: it never leads behind the veil."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the seconds with a ring that gets shorter."""
        if self._left is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        box = self._dial.adjusted(_RING, _RING, -_RING, -_RING)
        painter.setPen(QPen(colours.faint(palette), _RING))
        painter.drawEllipse(box)
        painter.setPen(QPen(colours.text(palette), _RING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(box, 90 * 16, round(360 * 16 * self._left / self._whole))
        font = interface_font(1)
        font.setPixelSize(round(box.height() * 0.36))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._left))

    @property
    def _dial(self) -> QRect:
        side = min(self._scale.px(_DIAL), self.height() // 4)
        return QRect((self.width() - side) // 2, self._top, side, side)

    def _say(self, reader: Reader) -> None:
        scale = self._scale
        office = Wording(self._content.office.name, self._content.german)
        self._office.say(office, Sizes(scale.small, scale.px(36)), scale, reader.page)
        question, stay = ScreenText.STILL_THERE, ScreenText.TAP_TO_STAY
        german = reader.german(self._content.screen(question))
        wordings = (reader.screen(question), reader.screen(stay), german)
        sizes = (Sizes(scale.px(32), scale.px(64)), Sizes(scale.body, scale.px(36)), Sizes(scale.small, scale.px(30)))
        for text, wording, size in zip(self._texts, wordings, sizes, strict=True):
            text.setVisible(self.is_asking and wording is not None)
            if wording is not None and self.is_asking:
                text.say(wording, size, scale, reader.page)
            else:
                text.clear_text()
        self.setAccessibleName(f"{office.text}\n{self.spoken}".strip())

    def _arrange(self) -> None:
        width, height = self.width() - 2 * PADDING, self.height()
        if width <= 0 or self._office.wording is None:
            return
        office = self._office.wanted_height(width, height // 6)
        if not self.is_asking:
            self._office.setGeometry(PADDING, (height - office) // 2, width, office)
            return
        self._office.setGeometry(PADDING, height - PADDING - office, width, office)
        dial = self._dial.height() + 2 * GAP
        room = height - 2 * PADDING - office - GAP - dial
        shown = [text for text in self._texts if text.isVisibleTo(self)]
        heights: list[int] = []
        for place, text in enumerate(shown):
            kept = sum(other.least_height(width) + GAP for other in shown[place + 1 :])
            heights.append(text.wanted_height(width, max(1, room - kept)))
            room -= heights[-1] + GAP
        self._top = PADDING + max(0, room) // 2
        top = self._top + dial
        for text, high in zip(shown, heights, strict=True):
            text.setGeometry(PADDING, top, width, high)
            top += high + GAP

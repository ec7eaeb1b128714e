"""A text as large as its place allows."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLocale, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from counter_app.ui.customer import colours
from counter_app.ui.customer.drawing import draw_card, draw_icon, draw_ring, leading
from counter_app.ui.customer.scale import GAP, Scale
from counter_app.ui.customer.typesetting import Block, Setting, TextLine, largest_size, set_text
from counter_app.ui.customer.wording import Wording


@dataclass(frozen=True, slots=True)
class Sizes:
    """Between which sizes a text may stand, in pixels."""

    smallest: int
    largest: int


class FittedText(QLabel):
    """A text that takes the largest size at which all of it fits.

    Where not even the smallest size does, it stays readable and whole, and two large buttons go through its lines.

    Args:
        alignment: left is where reading starts, whatever the direction of the page.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        is_bold: bool = False,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        colour: Callable[[QPalette], QColor] = colours.text,
    ) -> None:
        super().__init__(parent)
        self._is_bold = is_bold
        self._side = alignment
        self._colour = colour
        self._wording: Wording | None = None
        self._sizes = Sizes(16, 96)
        self._scale = Scale()
        self._block: Block | None = None
        self._size = 0
        self._pages: tuple[tuple[TextLine, ...], ...] = ()
        self._page = 0
        self._up = _Turn("line_up", self)
        self._down = _Turn("line_down", self)
        self._named: Callable[[int], str] = str
        self._up.setAccessibleName(self._named(1))
        self._down.setAccessibleName(self._named(1))
        self._up.clicked.connect(lambda: self.turn(-1))
        self._down.clicked.connect(lambda: self.turn(1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def wording(self) -> Wording | None:
        """What stands here."""
        return self._wording

    @property
    def size_used(self) -> int:
        """The size of the letters, in pixels."""
        return self._size

    @property
    def page_count(self) -> int:
        """How many times one has to look; 1 for a text that fits."""
        return max(1, len(self._pages))

    @property
    def line_count(self) -> int:
        """How many lines the text has."""
        return len(self._block.lines) if self._block is not None else 0

    @property
    def visible_lines(self) -> tuple[TextLine, ...]:
        """The lines that can be seen now."""
        return self._pages[self._page] if self._pages else ()

    @property
    def visible_height(self) -> float:
        """How high the lines are that can be seen now."""
        return self._block.height_of(self.visible_lines) if self._block is not None else 0.0

    def say(self, wording: Wording, sizes: Sizes, scale: Scale, named: Callable[[int], str] = str) -> None:
        """Show a text.

        Args:
            named: what its pages are called, counted from 1, for the buttons of a text that needs several.
        """
        self._wording, self._sizes, self._scale, self._named = wording, sizes, scale, named
        self.setAccessibleName(wording.text)
        self.setLocale(QLocale(wording.language.tag))
        self._page = 0
        self._fit()

    def turn(self, step: int) -> bool:
        """Go on in a text that needs several pages, or back; whether it led anywhere."""
        page = min(max(0, self._page + step), self.page_count - 1)
        if page == self._page:
            return False
        self._page = page
        self._place_turns()
        self.update()
        return True

    def clear_text(self) -> None:
        """Show nothing."""
        self._wording, self._block, self._pages, self._page = None, None, (), 0
        self.setAccessibleName("")
        self._place_turns()
        self.update()

    def wanted_height(self, width: int, limit: int) -> int:
        """The height it would like: that of the largest size that stays within a limit."""
        if self._wording is None:
            return 0
        size = self._best(width, limit) or self._sizes.smallest
        return min(limit, ceil(self._set(size, width).height))

    def least_height(self, width: int) -> int:
        """The height at which all of it can be seen at once, in its smallest size."""
        return ceil(self._set(self._sizes.smallest, width).height) if self._wording is not None else 0

    def minimumSizeHint(self) -> QSize:
        """Room for a line and, if need be, for the buttons."""
        return QSize(2 * self._scale.touch + GAP, 2 * self._scale.touch)

    def sizeHint(self) -> QSize:
        """The layout decides; the text follows."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines in the middle of the height they do not need."""
        if self._block is None:
            return
        painter = QPainter(self)
        painter.setPen(self._colour(self.palette()))
        top = max(0.0, (self.height() - self.visible_height) / 2) if self._is_centred else 0.0
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self._turns_width if is_rtl else 0
        self._block.draw(painter, QPointF(left, top), self.visible_lines)

    @property
    def _is_centred(self) -> bool:
        return self._side == Qt.AlignmentFlag.AlignHCenter

    @property
    def _turns_width(self) -> int:
        return self._scale.touch + GAP if len(self._pages) > 1 else 0

    def _fit(self) -> None:
        if self._wording is None or self.width() <= 0 or self.height() <= 0:
            return
        best = self._best(self.width(), self.height())
        self._size = best or self._sizes.smallest
        width = self.width() if best else max(1, self.width() - self._scale.touch - GAP)
        self._block = self._set(self._size, width)
        self._pages = (self._block.lines,) if best else _pages(self._block, self.height())
        self._page = min(self._page, len(self._pages) - 1)
        self._place_turns()
        self.update()

    def _best(self, width: int, height: int) -> int | None:
        def fits(size: int) -> bool:
            block = self._set(size, width)
            return block.height <= height and block.is_whole

        best = largest_size(fits, self._sizes.smallest, self._sizes.largest)
        if best is None and self._set(self._sizes.smallest, width).height <= height:
            return self._sizes.smallest  # a word wider than the line is broken, but all of it is there
        return best

    def _set(self, size: int, width: float) -> Block:
        assert self._wording is not None  # noqa: S101 - asked for by nobody before there is a text
        setting = Setting(leading(self, self._side), is_bold=self._is_bold)
        return set_text(self._wording, setting, size, width)

    def _place_turns(self) -> None:
        touch = min(self._scale.touch, max(1, self.height() // 2))
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = 0 if is_rtl else self.width() - self._scale.touch
        for button, top, other in (
            (self._up, 0, self._page - 1),
            (self._down, self.height() - touch, self._page + 1),
        ):
            is_useful = 0 <= other < self.page_count
            button.setAccessibleName(self._named((other if is_useful else self._page) + 1))
            button.setGeometry(QRect(left, top, self._scale.touch, touch))
            button.setEnabled(is_useful)
            button.setVisible(len(self._pages) > 1)


class _Turn(QAbstractButton):
    """A button that goes through the lines of a long text."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.hide()

    def sizeHint(self) -> QSize:
        """Its place is given to it."""
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a tap does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrow, faint where it leads nowhere."""
        painter = QPainter(self)
        palette = self.palette()
        front = colours.text(palette) if self.isEnabled() else colours.faint(palette)
        draw_card(painter, self.rect(), colours.card(palette), colours.line(palette))
        side = min(40, self.height() - 8, self.width() - 8)
        box = QRect(0, 0, side, side)
        box.moveCenter(self.rect().center())
        draw_icon(painter, self._name, box, front)
        if self.hasFocus():
            draw_ring(painter, self)


def _pages(block: Block, height: int) -> tuple[tuple[TextLine, ...], ...]:
    """As many whole lines as fit at a time; at least one."""
    pages: list[list[TextLine]] = []
    for line in block.lines:
        if not pages or block.height_of([*pages[-1], line]) > height:
            pages.append([])
        pages[-1].append(line)
    return tuple(map(tuple, pages))

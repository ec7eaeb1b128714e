"""How large things are on the customer's screen."""

from dataclasses import dataclass

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

GAP = 16
PADDING = 24
RADIUS = 12
LEVELS = (1.0, 1.25, 1.5, 2.0)
"""What „larger text“ goes through."""

_TOUCH_MM = 12
_MM_PER_INCH = 25.4
_LEAST_TOUCH = 64
_USUAL_DPI = 96
_USUAL_FONT = 14.0  # pixels: the text size of the program at 100 % and 96 dots per inch
_LEAST_WIDTH, _LEAST_HEIGHT = 640, 480  # what a page needs at 100 %
_MOST_SMALL = 28
_WIDE = 1000


@dataclass(frozen=True, slots=True)
class Scale:
    """The measures of one screen and one pair of eyes.

    Args:
        factor: how much larger than usual the text is.
        touch: least side of anything that is tapped, in pixels.
    """

    factor: float = 1.0
    touch: int = _LEAST_TOUCH

    def px(self, size: float) -> int:
        """A text size, in pixels."""
        return round(size * self.factor)

    @property
    def small(self) -> int:
        """Text that only goes along: German beside another language, the mark of trust."""
        return min(self.px(20), _MOST_SMALL)

    @property
    def body(self) -> int:
        """The smallest text that a customer has to read."""
        return self.px(25)


def margin(width: int) -> int:
    """The empty edge of a page of this width, in pixels."""
    return PADDING if width < _WIDE else 2 * PADDING


def scale_for(widget: QWidget, level: float) -> Scale:
    """The measures for a window, from its screen's resolution and the text size of the program.

    Text never gets so large that the window could no longer hold a page.
    """
    dpi = widget.logicalDpiY()
    program = QFontInfo(widget.font()).pixelSize() / _USUAL_FONT
    touch = max(_LEAST_TOUCH, round(_TOUCH_MM / _MM_PER_INCH * dpi))
    most = max(1.0, min(widget.width() / _LEAST_WIDTH, widget.height() / _LEAST_HEIGHT))
    return Scale(min(max(1.0, dpi / _USUAL_DPI, program) * level, most), touch)

"""Where the pages of a preview lie: one below the other, centred, in widget pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF

PIXELS_PER_POINT = 96 / 72
MARGIN_PX = 24
GAP_PX = 16
ZOOM_STEPS = (0.25, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
SMALLEST_ZOOM, LARGEST_ZOOM = ZOOM_STEPS[0], ZOOM_STEPS[-1]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The rectangle of every page, and the size of all together with the margins around them."""

    pages: tuple[QRect, ...]
    size: QSize

    def page_at(self, point: QPoint) -> int:
        """The page at this height, or the nearest one above; 0 when there is none."""
        return max((number for number, page in enumerate(self.pages) if page.top() <= point.y()), default=0)


def lay_out(sizes_pt: Sequence[QSizeF], zoom: float, width: int) -> PageLayout:
    """Put the pages below one another.

    Args:
        sizes_pt: how large each page is, in points.
        zoom: 1.0 shows a page in its real size on a screen with 96 dpi.
        width: what there is to centre them in, in pixels.
    """
    sizes = [(size * (zoom * PIXELS_PER_POINT)).toSize() for size in sizes_pt]
    whole_width = max([width, *(size.width() + 2 * MARGIN_PX for size in sizes)])
    pages, top = [], MARGIN_PX
    for size in sizes:
        pages.append(QRect(QPoint((whole_width - size.width()) // 2, top), size))
        top += size.height() + GAP_PX
    return PageLayout(tuple(pages), QSize(whole_width, top - GAP_PX + MARGIN_PX))


def zoom_that_fits(sizes_pt: Sequence[QSizeF], width: int) -> float:
    """The zoom at which the widest page just fills the width, within what can be chosen."""
    widest = max((size.width() for size in sizes_pt), default=0.0) * PIXELS_PER_POINT
    return within_limits((width - 2 * MARGIN_PX) / widest) if widest else 1.0


def within_limits(zoom: float) -> float:
    """The nearest zoom that can be chosen."""
    return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)


def next_zoom(zoom: float, *, larger: bool) -> float:
    """The next step up or down."""
    if larger:
        return next((step for step in ZOOM_STEPS if step > zoom * 1.001), LARGEST_ZOOM)
    return next((step for step in reversed(ZOOM_STEPS) if step < zoom * 0.999), SMALLEST_ZOOM)

import pytest
from PySide6.QtCore import QPoint, QSizeF

from counter_app.ui.preview.page_layout import GAP_PX, MARGIN_PX, ZOOM_STEPS, lay_out, next_zoom, zoom_that_fits

A4 = QSizeF(595, 842)
TURNED = QSizeF(842, 595)


def test_pages_lie_one_below_the_other_and_are_centred() -> None:
    layout = lay_out((A4, TURNED), 1.0, 2000)
    first, second = layout.pages
    assert first.top() == MARGIN_PX
    assert second.top() == first.bottom() + 1 + GAP_PX
    assert abs(first.center().x() - second.center().x()) <= 1
    assert abs(first.center().x() - 1000) <= 1
    assert layout.size.height() == second.bottom() + 1 + MARGIN_PX


def test_a_page_wider_than_the_view_keeps_its_margins() -> None:
    layout = lay_out((A4,), 2.0, 300)
    assert layout.pages[0].left() == MARGIN_PX
    assert layout.size.width() == layout.pages[0].width() + 2 * MARGIN_PX


@pytest.mark.parametrize("width", [400, 777, 1366])
def test_the_widest_page_fits_the_width(width: int) -> None:
    layout = lay_out((A4, TURNED), zoom_that_fits((A4, TURNED), width), width)
    assert layout.size.width() == width
    assert abs(layout.pages[1].width() - (width - 2 * MARGIN_PX)) <= 1


def test_the_steps_go_up_and_down_and_end() -> None:
    zoom, seen = ZOOM_STEPS[0], [ZOOM_STEPS[0]]
    while (larger := next_zoom(zoom, larger=True)) != zoom:
        zoom = larger
        seen.append(zoom)
    assert tuple(seen) == ZOOM_STEPS
    assert next_zoom(0.93, larger=True) == 1.0
    assert next_zoom(0.93, larger=False) == 0.9
    assert next_zoom(ZOOM_STEPS[0], larger=False) == ZOOM_STEPS[0]


def test_a_point_between_two_pages_belongs_to_the_one_above() -> None:
    layout = lay_out((A4, A4), 1.0, 900)
    assert layout.page_at(QPoint(0, 0)) == 0
    assert layout.page_at(QPoint(0, layout.pages[1].top() - 1)) == 0
    assert layout.page_at(layout.pages[1].topLeft()) == 1

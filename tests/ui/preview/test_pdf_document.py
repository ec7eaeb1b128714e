import pytest
from PySide6.QtCore import QRect, QSize, QSizeF

from counter_app.domain.errors import SheetError
from counter_app.ui.preview.pdf_document import PictureOrder, page_picture, page_sizes, picture
from tests.ui.preview.paper import A4_LANDSCAPE_PT, A4_PT, ink, make_pdf

WHOLE = QSize(595, 842)


def test_every_page_has_its_own_size() -> None:
    assert page_sizes(make_pdf(A4_PT, A4_LANDSCAPE_PT)) == (QSizeF(*A4_PT), QSizeF(*A4_LANDSCAPE_PT))


def test_a_page_has_its_ink_where_it_belongs_on_white() -> None:
    image = page_picture(make_pdf(), 1, WHOLE)
    assert image.size() == WHOLE
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert {(x // 72, y // 72) for x, y in ink(image)} == {(1, 1), (3, 1)}


@pytest.mark.parametrize("factor", [1, 3, 7])
def test_a_part_is_the_same_as_that_piece_of_the_whole(factor: int) -> None:
    whole = WHOLE * factor
    part = QRect(70 * factor, 69 * factor, 101, 77)
    piece = picture(make_pdf(), PictureOrder(0, whole, part)).image
    assert piece == page_picture(make_pdf(), 0, whole).copy(part)
    assert ink(piece)


@pytest.mark.parametrize("data", [b"", b"no pdf at all", make_pdf()[:300]])
def test_what_is_no_pdf_says_so_with_the_next_step(data: bytes) -> None:
    with pytest.raises(SheetError, match="Bitte machen Sie es noch einmal"):
        page_sizes(data)

"""Pages of a PDF as pictures; every call belongs into the one thread that PDFium may live in."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QImage

from counter_app.domain.errors import SheetError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

PAPER = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """Which part of which page is wanted, and how large.

    Args:
        page: counted from 0.
        whole: size in pixels that the whole page would have.
        part: the piece of it, in the same pixels.
    """

    page: int
    whole: QSize
    part: QRect


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Picture:
    """A part of a page as an image, white where the page is empty."""

    order: PictureOrder
    image: QImage


def page_sizes(data: bytes) -> tuple[QSizeF, ...]:
    """How large each page is, in points.

    Raises:
        SheetError: this is no PDF, or it has no page.
    """
    with _opened(data) as document:
        if not len(document):
            raise _unreadable()
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))


def picture(data: bytes, order: PictureOrder) -> Picture:
    """Draw one part of one page.

    Raises:
        SheetError: this is no PDF.
    """
    with _opened(data) as document:
        return Picture(order, _drawn(document, order))


def page_picture(data: bytes, page: int, size: QSize) -> QImage:
    """Draw one whole page in exactly this size.

    Raises:
        SheetError: this is no PDF.
    """
    return picture(data, PictureOrder(page, size, QRect(0, 0, size.width(), size.height()))).image


@contextmanager
def _opened(data: bytes) -> Iterator["PdfDocument"]:
    """The document, closed again in the same thread: nothing of it outlives the piece of work."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - 60 ms that only a preview has to pay

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise _unreadable() from error
    try:
        yield document
    finally:
        document.close()


def _drawn(document: "PdfDocument", order: PictureOrder) -> QImage:
    """PDFium draws straight into the image's own memory."""
    from pypdfium2 import PdfBitmap, raw  # noqa: PLC0415 - as above

    image = QImage(order.part.size(), QImage.Format.Format_RGB32)
    image.fill(PAPER)
    memory = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
    size, left, top = image.size(), -order.part.x(), -order.part.y()
    bitmap = PdfBitmap.new_native(
        size.width(), size.height(), raw.FPDFBitmap_BGRx, buffer=memory, stride=image.bytesPerLine()
    )
    page = document[order.page]
    raw.FPDF_RenderPageBitmap(bitmap, page, left, top, order.whole.width(), order.whole.height(), 0, raw.FPDF_ANNOT)
    page.close()
    bitmap.close()
    return image


def _unreadable() -> SheetError:
    return SheetError("Das Blatt lässt sich nicht anzeigen. Bitte machen Sie es noch einmal.")

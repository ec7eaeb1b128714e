"""Pictures of the office, such as its logo: read once, checked before anything is unpacked."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from struct import error as StructError  # noqa: N812 - the name says whose it is
from typing import NamedTuple

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from counter_app.domain.errors import SheetError

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 5_000_000
MOST_PIXELS_A_SIDE = 6000
PRINTED_PIXELS = (1200, 400)
"""Twice what a printer shows at 12 mm; more only makes files large."""


_ON_ITS_SIDE = {5, 6, 7, 8}
"""Values of the EXIF orientation that swap width and height (EXIF 2.32, 4.6.4)."""


class Picture(NamedTuple):
    """A picture that can be drawn."""

    reader: ImageReader
    width_px: int
    height_px: int


class Pictures:
    """The pictures of one folder.

    Args:
        folder: where the files lie that the office's profile names.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def picture(self, name: str) -> Picture:
        """The picture in a file of this name.

        Raises:
            SheetError: there is none, or it cannot be printed; says what to do.
        """
        path = self._folder / name
        if path.parent != self._folder or not path.is_file():
            raise SheetError(
                f"Das Bild „{name}“ fehlt. Bitte legen Sie die Datei neben die Datei des Amts, oder nehmen Sie den"
                " Namen dort heraus.",
                name,
            )
        status = path.stat()
        return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _read(path: Path, _changed_ns: int, size: int) -> Picture:
    """The picture as it was at that time."""
    if size > MOST_BYTES:
        raise _refused(path, f"Die Datei hat {size / 1e6:.0f} MB; erlaubt sind {MOST_BYTES / 1e6:.0f}.")
    try:
        # From memory, because a damaged picture would keep its file open. Only its head is looked at here, so that a
        # huge one cannot fill the memory.
        image = Image.open(BytesIO(path.read_bytes()), formats=FORMATS)
        if max(image.size) > MOST_PIXELS_A_SIDE:
            width, height = image.size
            raise _refused(path, f"Es hat {width} × {height} Punkte; erlaubt sind {MOST_PIXELS_A_SIDE} je Seite.")
        return _on_white(_upright(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused(path, f"Es hat viel zu viele Punkte; erlaubt sind {MOST_PIXELS_A_SIDE} je Seite.") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, StructError) as error:
        raise _refused(path, "Es ist keine PNG- oder JPEG-Datei, oder sie ist beschädigt.") from error


def _upright(image: Image.Image) -> Image.Image:
    """The picture as large as paper shows it, turned as the camera was held."""
    on_its_side = image.getexif().get(ExifTags.Base.Orientation, 1) in _ON_ITS_SIDE
    image.thumbnail(PRINTED_PIXELS[::-1] if on_its_side else PRINTED_PIXELS)
    return ImageOps.exif_transpose(image)


def _eight_bits(image: Image.Image) -> Image.Image:
    """The picture with at most 256 steps of grey: converting one with more makes all but black white."""
    if not image.mode.startswith("I"):
        return image
    grey = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in grey.info:
        grey.info["transparency"] >>= 8
    return grey


def _on_white(image: Image.Image) -> Picture:
    """The picture as it looks on paper; a photocopier knows no transparency."""
    coloured = _eight_bits(image).convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    paper.alpha_composite(coloured)
    return Picture(ImageReader(paper.convert("RGB")), *coloured.size)


def _refused(path: Path, reason: str) -> SheetError:
    detail = f"Das Bild „{path.name}“ kann nicht gedruckt werden. {reason} Bitte nehmen Sie eine andere Datei."
    return SheetError(detail, path.name)

"""Pictures of the office: what is taken, and what is refused before it can do harm."""

import struct
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from counter_app.domain.errors import SheetError
from counter_app.sheets.pictures import MOST_BYTES, MOST_PIXELS_A_SIDE, PRINTED_PIXELS, Picture, Pictures

HELP = "Bitte "


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG file (PNG specification, 5.3)."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_that_claims(width: int, height: int) -> bytes:
    """A file of a few bytes whose head names a size, and which holds a single line."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    line = zlib.compress(bytes(1 + 4 * 10))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", line) + chunk(b"IEND", b"")


def saved(folder: Path, image: Image.Image, name: str = "logo.png") -> Picture:
    image.save(folder / name)
    return Pictures(folder).picture(name)


def pixel(picture: Picture, x: int, y: int) -> tuple[int, ...]:
    """The colour of one point as it is printed."""
    width, _ = picture.reader.getSize()
    content: bytes = picture.reader.getRGBData()
    place = 3 * (y * width + x)
    return tuple(content[place : place + 3])


def refused(folder: Path, name: str) -> str:
    with pytest.raises(SheetError) as caught:
        Pictures(folder).picture(name)
    assert caught.value.where == name
    assert name in caught.value.detail
    assert HELP in caught.value.detail
    return caught.value.detail


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_can_be_printed(mode: str, tmp_path: Path) -> None:
    picture = saved(tmp_path, Image.new(mode, (60, 30)))
    assert (picture.width_px, picture.height_px) == (60, 30)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_can_be_printed(mode: str, tmp_path: Path) -> None:
    picture = saved(tmp_path, Image.new(mode, (60, 30)), "logo.jpg")
    assert (picture.width_px, picture.height_px) == (60, 30)


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    image = Image.new("RGBA", (2, 1), (0, 0, 0, 0))
    image.putpixel((1, 0), (200, 0, 0, 255))
    picture = saved(tmp_path, image)
    assert [pixel(picture, x, 0) for x in (0, 1)] == [(255, 255, 255), (200, 0, 0)]


def test_half_transparent_black_is_grey(tmp_path: Path) -> None:
    (red, green, blue) = pixel(saved(tmp_path, Image.new("RGBA", (1, 1), (0, 0, 0, 128))), 0, 0)
    assert red == green == blue == pytest.approx(127, abs=2)


def test_sixteen_bits_of_grey_are_grey(tmp_path: Path) -> None:
    image = Image.new("I;16", (3, 1))
    for x, value in enumerate((0x0000, 0x8000, 0xFFFF)):
        image.putpixel((x, 0), value)
    picture = saved(tmp_path, image)
    assert [pixel(picture, x, 0) for x in range(3)] == [(0, 0, 0), (128, 128, 128), (255, 255, 255)]


def test_a_large_picture_of_sixteen_bits_stays_grey_when_it_is_made_smaller(tmp_path: Path) -> None:
    picture = saved(tmp_path, Image.new("I;16", (3000, 500), 0x4040))
    assert pixel(picture, 600, 100) == (64, 64, 64)


def test_what_is_transparent_in_sixteen_bits_is_white(tmp_path: Path) -> None:
    image = Image.new("I;16", (2, 1), 0x1234)
    image.putpixel((1, 0), 0x8000)
    image.save(tmp_path / "logo.png", transparency=0x1234)
    picture = Pictures(tmp_path).picture("logo.png")
    assert [pixel(picture, x, 0) for x in (0, 1)] == [(255, 255, 255), (128, 128, 128)]


def turned(folder: Path, image: Image.Image, orientation: int, name: str = "logo.jpg") -> Picture:
    """The picture from a camera that was held so (EXIF 2.32, 4.6.4, Orientation)."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    image.save(folder / name, exif=exif, quality=95)
    return Pictures(folder).picture(name)


RED_CORNER = {1: (5, 5), 3: (74, 34), 6: (34, 5), 8: (5, 74)}
"""Where the upper left corner of the stored picture is seen."""


@pytest.mark.parametrize("name", ["logo.jpg", "logo.png"])
@pytest.mark.parametrize(("orientation", "corner"), RED_CORNER.items())
def test_a_picture_stands_as_the_camera_was_held(
    orientation: int, corner: tuple[int, int], name: str, tmp_path: Path
) -> None:
    image = Image.new("RGB", (80, 40), "blue")
    image.paste("red", (0, 0, 16, 16))
    picture = turned(tmp_path, image, orientation, name)
    assert (picture.width_px, picture.height_px) == ((80, 40) if orientation in {1, 3} else (40, 80))
    places = [RED_CORNER[1], RED_CORNER[3]] if orientation in {1, 3} else [RED_CORNER[6], RED_CORNER[8]]
    reds = [place for place in places if pixel(picture, *place)[0] > 200]
    assert reds == [corner]


def test_a_large_picture_that_is_turned_is_as_large_as_paper_shows(tmp_path: Path) -> None:
    picture = turned(tmp_path, Image.new("L", (500, 3000)), 6)
    assert (picture.width_px, picture.height_px) == (1200, 200)


def test_a_large_picture_is_made_as_small_as_paper_shows_and_keeps_its_shape(tmp_path: Path) -> None:
    picture = saved(tmp_path, Image.new("L", (3000, 500)))
    assert (picture.width_px, picture.height_px) == (1200, 200)
    assert picture.width_px <= PRINTED_PIXELS[0]
    assert picture.height_px <= PRINTED_PIXELS[1]


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    assert saved(tmp_path, Image.new("L", (10, 10))).width_px == 10
    assert saved(tmp_path, Image.new("L", (100, 10))).width_px == 100


# What is refused.


@pytest.mark.parametrize("name", ["fehlt.png", "../logo.png", "unter/logo.png", "..", ".", "unter", "a\0b"])
def test_only_a_file_of_the_folder_itself_is_taken(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "offices"
    (folder / "unter").mkdir(parents=True)
    for place in (tmp_path, folder / "unter"):
        Image.new("L", (9, 9)).save(place / "logo.png")
    assert "fehlt" in refused(folder, name)


def test_a_whole_path_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "offices").mkdir()
    Image.new("L", (9, 9)).save(tmp_path / "logo.png")
    assert "fehlt" in refused(tmp_path / "offices", str(tmp_path / "logo.png"))


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"Das ist ein Text.", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_what_is_no_picture_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    assert "keine PNG- oder JPEG-Datei" in refused(tmp_path, "logo.png")


@pytest.mark.parametrize("name", ["logo.gif", "logo.bmp", "logo.tiff"])
def test_other_kinds_of_pictures_are_refused(name: str, tmp_path: Path) -> None:
    Image.new("L", (9, 9)).save(tmp_path / name)
    assert "keine PNG- oder JPEG-Datei" in refused(tmp_path, name)


def test_a_picture_that_ends_too_early_is_refused(tmp_path: Path) -> None:
    Image.effect_noise((200, 200), 50).save(tmp_path / "logo.png")
    whole = (tmp_path / "logo.png").read_bytes()
    (tmp_path / "logo.png").write_bytes(whole[: len(whole) // 2])
    assert "beschädigt" in refused(tmp_path, "logo.png")


@pytest.mark.parametrize("side", [MOST_PIXELS_A_SIDE + 1, 10_000, 13_000, 30_000, 2**31 - 1])
def test_a_huge_picture_is_refused_by_its_head_alone(side: int, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    (tmp_path / "logo.png").write_bytes(png_that_claims(side, side))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert f"erlaubt sind {MOST_PIXELS_A_SIDE} je Seite" in refused(tmp_path, "logo.png")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_a_picture_with_one_huge_side_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png_that_claims(30_000, 10))
    assert "30000 × 10 Punkte" in refused(tmp_path, "logo.png")


def test_a_file_with_too_many_bytes_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with (tmp_path / "logo.png").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert "5 MB" in refused(tmp_path, "logo.png")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_a_picture_or_refused_and_nothing_else(data: st.DataObject, tmp_path: Path) -> None:
    kind = data.draw(st.sampled_from(["png", "jpg"]))
    turned(tmp_path, Image.linear_gradient("L").resize((12, 9)), 6, f"whole.{kind}")
    content = bytearray((tmp_path / f"whole.{kind}").read_bytes())
    for place in data.draw(st.lists(st.integers(8, len(content) - 1), max_size=3)):
        content[place] = data.draw(st.integers(0, 255))
    damaged = tmp_path / "logo.png"
    damaged.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    # Anything but a refusal in our own words fails the test, and so does a file left open.
    with suppress(SheetError):
        assert Pictures(tmp_path).picture("logo.png").width_px > 0

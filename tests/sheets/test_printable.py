"""Pictures and sheets that could not be printed are found before somebody waits for them."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PIL import Image

from counter_app.domain.content import Content
from counter_app.domain.errors import MissingGlyph
from counter_app.domain.office import Funding
from counter_app.sheets.printable import unprintable_pictures, unprintable_sheets
from counter_app.system.paths import fonts_folder, office_pictures_folder
from tests.makers import make_text
from tests.sheets.slips import shipped


def with_pictures(logo: str = "", grant: str = "") -> Content:
    office = replace(shipped().office, logo=logo, funding=Funding("Gefördert", grant) if grant else None)
    return replace(shipped(), offices=MappingProxyType({office.id: office}))


def test_everything_shipped_can_be_printed() -> None:
    assert list(unprintable_pictures(shipped(), office_pictures_folder())) == []
    assert list(unprintable_sheets(shipped(), fonts_folder(), office_pictures_folder())) == []


def test_a_logo_and_a_funding_picture_that_are_missing_are_found(tmp_path: Path) -> None:
    found = list(unprintable_pictures(with_pictures("wappen.png", "foerderung.png"), tmp_path))
    assert [error.where for error in found] == [f"forms/offices/{shipped().office.id}.toml"] * 2
    assert ["wappen.png" in found[0].detail, "foerderung.png" in found[1].detail] == [True, True]


@pytest.mark.parametrize("size", [(30_000, 30), (30, 30_000)], ids=["wide", "high"])
def test_a_picture_that_cannot_be_printed_is_found(tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("1", size).save(tmp_path / "huge.png")
    Image.new("1", (30, 30)).save(tmp_path / "good.png")
    (error,) = unprintable_pictures(with_pictures("good.png", "huge.png"), tmp_path)
    assert "kann nicht gedruckt werden" in error.detail


def test_a_sheet_that_cannot_be_set_is_found_with_its_file() -> None:
    content = shipped()
    broken = replace(content.sheet("help"), title=make_text("Hilfe \u13a0", "sheet/help/title"))
    (error,) = unprintable_sheets(
        replace(content, sheets=MappingProxyType({"work": content.sheet("work"), "help": broken})),
        fonts_folder(),
        office_pictures_folder(),
    )
    assert isinstance(error, MissingGlyph)
    assert error.where == "forms/sheets/help.toml"
    assert "U+13A0" in error.detail


def test_without_any_matter_only_sheets_that_need_none_are_tried() -> None:
    content = shipped()
    sheets = MappingProxyType({name: content.sheet(name) for name in ("full", "missing", "work")})
    bare = replace(content, services=MappingProxyType({}), sheets=sheets)
    assert list(unprintable_sheets(bare, fonts_folder(), office_pictures_folder())) == []

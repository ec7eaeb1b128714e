"""The fonts are what their table says, may be shipped, and can write what the sheets need."""

from hashlib import sha256

import pytest
from fontTools.ttLib import TTFont

from tools.build_fonts import FONTS, Font, read_table, slim

TABLE = read_table()
COPYRIGHT = 0
each_font = pytest.mark.parametrize("font", TABLE, ids=lambda font: font.output)


def test_every_shipped_font_is_the_one_in_the_table() -> None:
    shipped = {path.name: sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.?tf")}
    assert shipped == {font.output: font.output_sha256 for font in TABLE}


@each_font
def test_the_licence_beside_the_fonts_names_their_owner(font: Font) -> None:
    owner = TTFont(FONTS / font.output)["name"].getDebugName(COPYRIGHT)
    assert f"{font.family}: {owner}\n" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@each_font
def test_the_provenance_page_has_the_checksums_of_the_table(font: Font) -> None:
    row = f"| `{font.output}` | `{font.input_sha256}` | `{font.output_sha256}` |"
    assert row in (FONTS / "PROVENANCE.md").read_text(encoding="utf-8")


@each_font
def test_no_font_carries_hints(font: Font) -> None:
    assert {"fpgm", "prep", "cvt "}.isdisjoint(TTFont(FONTS / font.output).keys())


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("NotoSans", "ÄÖÜäöüß €§–—…„“‚‘•·×½²\u00a0\u202f"),
        ("NotoSans", "Ệơặ Їґў Ωάλφα ığşçęłžőșțə"),
        ("NotoSansArabic", "جواز سفر گچپژکی ښځټ ٹڈںہے ێۆڵ، ؟\u200c"),
        ("NotoSansEthiopic", "ፓስፖርት ኣብ ቆጸራ፡ ።"),
    ],
)
def test_the_fonts_write_our_languages(family: str, text: str) -> None:
    for style in ("Regular", "Bold"):
        glyphs = TTFont(FONTS / f"{family}-{style}.ttf").getBestCmap()
        assert [char for char in text if ord(char) not in glyphs] == []


def test_slimming_twice_gives_the_same_bytes() -> None:
    source = (FONTS / "NotoSansArabic-Regular.ttf").read_bytes()
    assert slim(source) == slim(source)

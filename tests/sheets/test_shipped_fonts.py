"""The fonts are what their table says, may be shipped, and can write what the sheets need."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.system.paths import content_folders
from tests.sheets.text.samples import GERMAN
from tools.build_fonts import (
    CHINESE,
    FONTS,
    Font,
    Package,
    build,
    chinese_characters,
    find_packages,
    main,
    read_packages,
    read_table,
    slim,
)

TABLE = read_table()
COPYRIGHT = 0
MOST_BYTES = 9_000_000
IDEOGRAPHS_OF_GB_2312 = 6763
MIXED_IN = "Ausländerbehörde § 16b Abs. 1 AufenthG 93,00 € 03.12.2026 +49 341 123-4567 (Straße) „x“ – ☐ →"
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
    package = font.package.removeprefix("fonts-noto-")
    row = f"| `{font.output}` | {package} | `{font.input_sha256}` | `{font.output_sha256}` |"
    assert row in (FONTS / "PROVENANCE.md").read_text(encoding="utf-8")


def test_the_provenance_page_names_packages_and_signs_of_the_table() -> None:
    page = (FONTS / "PROVENANCE.md").read_text(encoding="utf-8")
    for package in read_packages():
        assert f"| `{package.name}` | `{package.version}` | `{package.sha256}` |" in page
    assert [
        font.characters for font in TABLE if font.characters not in {"", CHINESE} and font.characters not in page
    ] == []


def test_all_fonts_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) <= MOST_BYTES


def test_every_font_of_a_language_is_shipped_in_both_weights(content: Content) -> None:
    families = {family for language in content.known_languages.values() for family in language.fonts}
    assert {f"{family}-{style}.ttf" for family in families for style in ("Regular", "Bold")} <= {
        font.output for font in TABLE
    }


@pytest.mark.parametrize("bold", [False, True])
def test_every_known_language_can_write_its_own_name_and_what_german_it_is_mixed_with(
    content: Content, *, bold: bool
) -> None:
    library = FontLibrary(FONTS)
    for language in content.known_languages.values():
        stack = library.stack(language, bold=bold)
        text = f"{language.own_name} {MIXED_IN}"
        assert [char for char in text if stack.for_character(char) is None] == [], language.tag


def test_a_sheet_may_hold_signs() -> None:
    stack = FontLibrary(FONTS).stack(GERMAN, bold=True)
    signs = "".join(font.characters for font in TABLE if font.characters != CHINESE)
    assert "☐☑☒✓" in signs
    assert "→" in signs
    assert [char for char in signs if stack.for_character(char) is None] == []


def test_the_chinese_font_has_gb_2312_and_no_latin() -> None:
    glyphs = TTFont(FONTS / "NotoSansCJKsc-Bold.ttf").getBestCmap()
    ideographs = [char for char in chinese_characters() if 0x4E00 <= char <= 0x9FFF]
    assert len(ideographs) == IDEOGRAPHS_OF_GB_2312
    assert glyphs.keys() == chinese_characters()


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
        ("NotoNastaliqUrdu", "پاسپورٹ، ٹڈڑںھہۂے ۔ ؟ ۱۲۳۴"),
        ("NotoSansDevanagari", "निवास शुल्क ज़्ड़ऑ ।१२३"),
        ("NotoSansBengali", "আবাসিক ক্ষ্রঞ্জ ।১২৩"),
        ("NotoSansGurmukhi", "ਪਾਸਪੋਰਟ ੴ ਸ਼੍ਰੀ ।੧੨੩"),
        ("NotoSansTamil", "கடவுச்சீட்டு க்ஷ ௧௨௩"),
        ("NotoSansSinhala", "ශ්‍රී ගමන් බලපත්‍රය".replace("\u200d", "")),
        ("NotoSansThai", "หนังสือเดินทาง น้ำ ๑๒๓ ฿"),
        ("NotoSansLao", "ໜັງສືຜ່ານແດນ ນ້ຳ ໑໒໓"),
        ("NotoSansKhmer", "លិខិតឆ្លងដែន ស្ត្រី ១២៣ ។"),
        ("NotoSansMyanmar", "နိုင်ငံကူးလက်မှတ် ၁၂၃ ။၊"),
        ("NotoSansGeorgian", "პასპორტი"),
        ("NotoSansArmenian", "անձնագիր և ։՞՛"),
        ("NotoSansHebrew", "דרכון ״׳ שָׁלוֹם ־"),
        ("NotoSansCJKsc", "居留许可，护照。《》“”（１２３）：；？！"),
    ],
)
def test_the_fonts_write_our_languages(family: str, text: str) -> None:
    for style in ("Regular", "Bold"):
        glyphs = TTFont(FONTS / f"{family}-{style}.ttf").getBestCmap()
        assert [char for char in text if ord(char) not in glyphs] == []


def test_slimming_twice_gives_the_same_bytes() -> None:
    source = (FONTS / "NotoSansArabic-Regular.ttf").read_bytes()
    assert slim(source) == slim(source)


def test_a_package_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "renamed.deb").write_bytes(b"right")
    (tmp_path / "fonts-noto-core.deb").write_bytes(b"wrong")
    wanted = [Package("fonts-noto-core", "1", sha256(b"right").hexdigest())]
    assert find_packages([tmp_path], wanted) == {"fonts-noto-core": tmp_path / "renamed.deb"}
    assert find_packages([tmp_path / "fonts-noto-core.deb"], wanted) == {}


def test_missing_packages_are_named_and_nothing_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in FONTS.iterdir()}
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().err.count(" is missing; its sha256 is ") == len(read_packages())
    assert {path: path.stat().st_mtime_ns for path in FONTS.iterdir()} == before


def test_another_font_than_the_named_one_is_not_used(tmp_path: Path) -> None:
    font = replace(TABLE[0], input="other.ttf")
    (tmp_path / "other.ttf").write_bytes((FONTS / "NotoSansThai-Bold.ttf").read_bytes())
    (complaint,) = build([font], {font.package: tmp_path}, tmp_path)
    assert complaint.endswith("; not used")
    assert not (tmp_path / font.output).exists()


@pytest.fixture(scope="module")
def content() -> Content:
    """The shipped content."""
    return load_content(content_folders())

"""Glyphs for each script, and the choice of fonts."""

from pathlib import Path

import pytest

from counter_app.domain.errors import MissingGlyph, SheetError
from counter_app.domain.language import Language
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.paragraph import Paragraph
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import ShapedText, shape_text
from tests.sheets.text.samples import ARABIC, BODY, FONTS, GERMAN, LANGUAGES, TEXTS, TIGRINYA
from tests.sheets.text.scripts import KNOWN, SCRIPTS, TALL_WORDS


def shaped(text: str, language: Language) -> ShapedText:
    return shape_text((Span(text),), language, FONTS)


def glyphs(text: str, language: Language) -> list[int]:
    return [glyph.id for run in shaped(text, language).runs for cluster in run.clusters for glyph in cluster.glyphs]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
@pytest.mark.parametrize("bold", [False, True])
def test_every_character_of_the_samples_has_a_glyph(language: Language, bold: bool) -> None:  # noqa: FBT001
    text = shape_text((Span(TEXTS[language.tag], bold=bold),), language, FONTS)
    found = [glyph.id for run in text.runs for cluster in run.clusters for glyph in cluster.glyphs]
    assert found
    assert 0 not in found


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_the_clusters_hold_the_whole_text(language: Language) -> None:
    text = shaped(TEXTS[language.tag], language)
    assert "".join(cluster.text for run in text.runs for cluster in run.clusters) == TEXTS[language.tag]


def test_arabic_letters_join() -> None:
    assert glyphs("بب", ARABIC) != glyphs("ب", ARABIC) * 2


def test_letters_join_across_a_change_of_weight() -> None:
    parts = shape_text((Span("ب"), Span("ب", bold=True)), ARABIC, FONTS)
    whole = glyphs("بب", ARABIC)
    assert [glyph.id for run in parts.runs for cluster in run.clusters for glyph in cluster.glyphs] == whole


def test_an_amount_is_set_in_one_font() -> None:
    fonts = {run.run.font.name for run in shaped("الرسوم 93,00 €", ARABIC).runs if run.run.level == 2}
    assert fonts == {"NotoSans-Regular"}


def test_a_german_word_in_tigrinya_comes_from_the_latin_font() -> None:
    fonts = [run.run.font.name for run in shaped("ናብ Amt ስደድ", TIGRINYA).runs]
    assert fonts == ["NotoSansEthiopic-Regular", "NotoSans-Regular", "NotoSansEthiopic-Regular"]


def test_a_missing_glyph_is_named_with_its_text() -> None:
    with pytest.raises(MissingGlyph, match="U\\+1F600 GRINNING FACE") as error:
        Paragraph("Hallo 😀", GERMAN, BODY, FONTS, text_id="phrase/hello")
    assert error.value.where == "phrase/hello"


def test_a_missing_font_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"NotoSans-Regular\.ttf fehlt"):
        Paragraph("Hallo", GERMAN, BODY, FontLibrary(tmp_path))


def test_joiners_are_invisible_but_copied() -> None:
    (run,) = shaped("می\u200cخواهم", ARABIC).runs
    assert "".join(cluster.text for cluster in run.clusters) == "می\u200cخواهم"
    (joiner,) = (cluster for cluster in run.clusters if cluster.text == "\u200c")
    assert joiner.advance == 0
    box = run.run.font.shaper.get_glyph_extents(joiner.glyphs[0].id)
    assert (box.width, box.height) == (0, 0)


def test_a_text_is_shaped_once() -> None:
    assert shaped("einmal", GERMAN) is shaped("einmal", GERMAN)


def test_a_ligature_cut_by_a_line_break_is_shaped_anew() -> None:
    text = shaped("لا", ARABIC)
    assert len(text.runs[0].clusters) == 1
    parts = [*text.part(0, 1), *text.part(1, 2)]
    assert [cluster.text for run in parts for cluster in run.clusters] == ["ل", "ا"]


def test_a_run_cut_at_a_space_keeps_its_glyphs() -> None:
    text = shaped("نعم لا", ARABIC)
    cut = [cluster.glyphs for run in (*text.part(0, 4), *text.part(4, 6)) for cluster in run.clusters]
    assert cut == [cluster.glyphs for run in text.runs for cluster in run.clusters]


def fonts_of(text: str, language: Language) -> list[tuple[str, str]]:
    """Each run's text and font family."""
    whole = shaped(text, language)
    return [(whole.text[run.run.start : run.run.end], run.run.font.name.split("-")[0]) for run in whole.runs]


def test_brackets_around_a_german_word_come_from_one_font() -> None:
    assert fonts_of("लाएँ (Amt) अभी", KNOWN["hi"]) == [
        ("लाएँ (", "NotoSansDevanagari"),
        ("Amt", "NotoSans"),
        (") अभी", "NotoSansDevanagari"),
    ]


@pytest.mark.parametrize("text", ["ክሳብ ) Amt", "([)] Amt (ክ]", "(" * 200 + "ክ" + ")" * 200])
def test_brackets_without_a_partner_do_no_harm(text: str) -> None:
    assert "".join(piece for piece, _ in fonts_of(text, TIGRINYA)) == text


def test_signs_that_several_scripts_share_stay_with_the_script_before_them() -> None:
    assert fonts_of("আছে। ঠিক॥", KNOWN["bn"]) == [("আছে। ঠিক॥", "NotoSansBengali")]
    assert fonts_of("है। ९३", KNOWN["hi"]) == [("है। ९३", "NotoSansDevanagari")]
    assert {run.run.script for run in shaped("نعم، لا؟ ـ", ARABIC).runs} == {"Arab"}


def test_a_number_in_brackets_is_set_in_one_font() -> None:
    assert fonts_of("ኣብ (12) ክ", TIGRINYA) == [
        ("ኣብ ", "NotoSansEthiopic"),
        ("(12) ", "NotoSans"),
        ("ክ", "NotoSansEthiopic"),
    ]


def test_a_mark_comes_from_the_font_of_its_letter() -> None:
    pieces = fonts_of("ክ x\u0323\u0301 ክ", TIGRINYA)
    assert ("x\u0323\u0301 ", "NotoSans") in pieces
    assert fonts_of("क़\u0301", KNOWN["hi"])[0][0].startswith("क")


@pytest.mark.parametrize("joiner", ["\u200d", "\u200c"])
def test_a_joiner_takes_no_room(joiner: str) -> None:
    assert shaped(f"a{joiner}b", GERMAN).edges[-1] == shaped("ab", GERMAN).edges[-1]
    assert glyphs(f"a{joiner}\u00adb", GERMAN) == glyphs("ab", GERMAN)


@pytest.mark.parametrize("sign", ["\ufe0f", "\U000e0100", "\u2060", "\u00ad", "\u034f", "\ufeff"])
def test_signs_without_a_shape_get_no_glyph(sign: str) -> None:
    assert glyphs(f"a{sign}b", GERMAN) == glyphs("ab", GERMAN)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("❤️‍🔥", "U+2764"),
        ("1\ufe0f\u20e3", "U+20E3"),
        ("👩‍👧", "U+1F469"),
        ("\u110bd", "U+110B"),
        ("a\U000110bd", "U+110BD"),
        ("\x07", "U\\+0007 ohne Namen"),
        ("\ud800", "U\\+D800"),
        ("\u3164", "U\\+3164"),
    ],
)
def test_what_has_a_shape_but_no_glyph_is_named(text: str, named: str) -> None:
    with pytest.raises(MissingGlyph, match=named.replace("U+", "U\\+")):
        shaped(text, GERMAN)


@pytest.mark.parametrize("language", SCRIPTS, ids=lambda language: language.tag)
def test_every_script_is_set_in_its_own_font(language: Language) -> None:
    text = TALL_WORDS.get(language.tag, language.own_name)
    assert {family for _, family in fonts_of(text, language)} == {language.fonts[0]}
    assert 0 not in glyphs(text, language)


@pytest.mark.parametrize("language", SCRIPTS, ids=lambda language: language.tag)
def test_a_line_cut_anywhere_keeps_every_cluster(language: Language) -> None:
    text = shaped(TALL_WORDS.get(language.tag, language.own_name), language)
    for place in range(len(text.text) + 1):
        parts = [*text.part(0, place), *text.part(place, len(text.text))]
        assert "".join(cluster.text for run in parts for cluster in run.clusters).replace(" ", "") == (
            text.text.replace(" ", "").replace("\u00a0", "")
        )

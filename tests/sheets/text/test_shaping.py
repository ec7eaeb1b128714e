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
    assert all(cluster.advance for cluster in run.clusters)


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

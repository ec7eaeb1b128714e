"""What readers, viewers and printers get from the page."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.language import Language
from counter_app.sheets.pages import LEFT_PT, WIDTH_PT
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.paragraph import Paragraph
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import shape_text
from tests.sheets.text.samples import (
    ARABIC,
    BODY,
    ENGLISH,
    FONTS,
    GERMAN,
    LANGUAGES,
    TEXTS,
    TIGRINYA,
    opened,
    page_of,
    pdf_of,
    structure_of,
)

LEFT_TO_RIGHT = (GERMAN, ENGLISH, TIGRINYA)


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_screen_reader_gets_the_source(language: Language) -> None:
    with opened(page_of(TEXTS[language.tag], language)) as pdf:
        assert structure_of(pdf) == [("Document", ""), ("P", TEXTS[language.tag])]


@pytest.mark.parametrize("language", LEFT_TO_RIGHT, ids=lambda language: language.tag)
def test_pdfium_copies_the_source(language: Language) -> None:
    document = pypdfium2.PdfDocument(page_of(TEXTS[language.tag], language))
    page = document[0]
    text_page = page.get_textpage()
    copied = text_page.get_text_range()
    for opened_object in (text_page, page, document):
        opened_object.close()
    assert one_line(copied) == TEXTS[language.tag]


@pytest.mark.parametrize("language", LEFT_TO_RIGHT, ids=lambda language: language.tag)
def test_pypdf_copies_the_source(language: Language) -> None:
    reader = pypdf.PdfReader(BytesIO(page_of(TEXTS[language.tag], language)))
    assert one_line(reader.pages[0].extract_text()) == TEXTS[language.tag]


WORDS = {
    "de": ["§ 16b", "ffi", "AVATo", "x\u0301", "(a)", "a-b.de/", "\n", "  ", "\u00a0", "93,00 €"],
    "ar": ["§ 16b", "لا", "نُعم", "می\u200cخ", "(", "]", "\n", "  ", "٢٠", "93,00 €", "Amt", "،"],
    "ti": ["§ 16b", "ሰነዳት", "።", "(ክሳብ)", "\n", "  ", "93,00 €", "Amt", "፣"],
}


@given(st.sampled_from([GERMAN, ARABIC, TIGRINYA]), st.data())
def test_whatever_stands_together_is_read_as_written(language: Language, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(WORDS[language.tag]), max_size=40)))
    with opened(page_of(text, language)) as pdf:
        read = "".join(text for _, text in structure_of(pdf))
    assert one_line(read.replace("\u200c", "")) == one_line(text.replace("\u200c", ""))


def test_a_line_break_in_the_source_is_read_as_a_space() -> None:
    with opened(page_of("Raum\n2.14", GERMAN)) as pdf:
        assert structure_of(pdf)[1] == ("P", "Raum 2.14")


def test_mirrored_brackets_are_read_as_written() -> None:
    with opened(page_of("(نعم) [لا] a(b)c", ARABIC)) as pdf:
        assert structure_of(pdf)[1] == ("P", "(نعم) [لا] a(b)c")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_font_is_embedded_as_a_subset(language: Language) -> None:
    with opened(page_of(TEXTS[language.tag], language)) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        descendants = [font for font in fonts if "/DescendantFonts" not in font]
        assert len(descendants) >= 1
        assert len(fonts) == 2 * len(descendants)
        for font in descendants:
            assert str(font.BaseFont)[7] == "+"
            assert 500 < len(font.FontDescriptor.FontFile2.read_bytes()) < 60_000


def test_words_in_another_language_are_marked() -> None:
    tree = StructureTree()
    spans = [Span("من "), Span("Görlitz", bold=True, language=GERMAN)]
    pdf = pdf_of(Paragraph(spans, ARABIC, BODY, FONTS, tree.root.add("P")), tree)
    with opened(pdf) as document:
        marks: list[Any] = [
            instruction.operands[1]
            for instruction in pikepdf.parse_content_stream(document.pages[0])
            if str(instruction.operator) == "BDC"
        ]
        assert [str(properties.Lang) for properties in marks if "/Lang" in properties] == ["de"]
        assert structure_of(document)[1] == ("P", "من Görlitz")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_the_ink_lies_where_the_layout_says(language: Language) -> None:
    text = TEXTS[language.tag][:40].strip()
    document = pypdfium2.PdfDocument(page_of(text, language))
    page = document[0]
    bitmap = page.render(scale=1, grayscale=True)
    pixels, stride, columns = bytes(bitmap.buffer), bitmap.stride, range(bitmap.width)
    for opened_object in (bitmap, page, document):
        opened_object.close()
    dark = [x for x in columns if min(pixels[x::stride]) < 160]
    width = shape_text((Span(text),), language, FONTS).edges[-1] * BODY.size_pt / 1000
    left = LEFT_PT + (WIDTH_PT - width if language.is_rtl else 0)
    assert (min(dark), max(dark)) == pytest.approx((left, left + width), abs=3)
    assert len(dark) > 0.6 * width


def test_kerning_moves_letters() -> None:
    with opened(page_of("AV", GERMAN)) as pdf:
        shown: list[Any] = [
            instruction.operands[0]
            for instruction in pikepdf.parse_content_stream(pdf.pages[0])
            if str(instruction.operator) == "TJ"
        ]
    ((_, kern, _),) = shown
    assert 0 < int(kern) < 100

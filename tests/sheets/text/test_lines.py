"""Where lines may end in each script, and how high they are."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from counter_app.domain.language import Language
from counter_app.sheets.pages import WIDTH_PT
from counter_app.sheets.tagging import StructureTree, TaggedCanvas
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import shape_text
from tests.sheets.text.samples import ARABIC, BODY, FONTS, GERMAN, opened, page_of, structure_of
from tests.sheets.text.scripts import KNOWN, TALL_WORDS

BOTTOM_PT, PAGE_HEIGHT_PT = 400, 842


def paragraph(text: str, language: Language = GERMAN, width: float = 1, style: TextStyle = BODY) -> Paragraph:
    made = Paragraph(text, language, style, FONTS)
    made.height_at(width)
    return made


def segments(text: str, tag: str) -> list[str]:
    """The pieces between the places where a line may end."""
    breaks = shape_text((Span(text),), KNOWN[tag], FONTS).breaks
    return [text[start:end] for start, end in zip((0, *breaks), breaks, strict=False)]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("th", ["กรุณา", "นำ", "หนังสือเดินทาง", "มา", "ด้วย"]),
        ("lo", ["ກະລຸນາ", "ເອົາ", "ໜັງສື"]),
        ("km", ["សូម", "យក", "លិខិតឆ្លងដែន"]),
        ("my", ["မြန်မာဘာသာ", "စကား"]),
        ("zh-Hans", ["请", "带", "护", "照，", "谢", "谢。"]),
        ("ti", ["ሰነዳት፡", "ኣብ ", "ቆጸራ"]),
        ("hi", ["कृपया ", "पासपोर्ट ", "लाएँ। ", "अभी"]),
    ],
)
def test_lines_end_between_words_in_each_script(tag: str, words: list[str]) -> None:
    assert segments("".join(words), tag) == words


@pytest.mark.parametrize(
    "whole", ["§ 16b", "03.12.2026", "3. Dezember 2026", "1.234,56 €", "09:30–10:15", "+49 341 123-4567", "a@b-c.de"]
)
@pytest.mark.parametrize("tag", ["de", "ar", "th", "zh-Hans", "my"])
def test_a_german_fragment_stays_in_one_line_in_each_script(whole: str, tag: str) -> None:
    assert any(whole in line.replace("\u00a0", " ") for line in paragraph(f"a {whole} a", KNOWN[tag], 1).lines) or (
        max(map(len, segments(whole, tag))) == len(whole)
    )


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    word = "Aufenthalts\u00aderlaubnis"
    whole, broken = paragraph(word, width=200), paragraph(word, width=80)
    assert whole.lines == [word]
    assert broken.lines == ["Aufenthalts\u00ad", "erlaubnis"]
    assert paragraph("Aufenthaltserlaubnis").least_width_pt > broken.least_width_pt


def test_the_hyphen_at_the_end_of_a_line_has_room() -> None:
    with_hyphen = paragraph("Aufenthalts\u00ad a").least_width_pt
    bare, hyphen = paragraph("Aufenthalts").least_width_pt, paragraph("\u2010").least_width_pt
    assert paragraph("Aufenthalts\u00aderlaubnis").least_width_pt == pytest.approx(bare + hyphen)
    assert with_hyphen == pytest.approx(bare)


def test_a_piece_that_has_no_room_for_its_hyphen_is_cut_earlier() -> None:
    bare = paragraph("Aufenthalts").least_width_pt
    assert paragraph("Aufenthalts\u00aderlaubnis", width=bare + 1).lines[0] == "Aufenthalt"


def test_only_a_soft_hyphen_that_shows_is_copied() -> None:
    with opened(page_of("Aufent\u00adhalt am Ende\u00ad", GERMAN)) as pdf:
        assert structure_of(pdf)[1] == ("P", "Aufenthalt am Ende")
    text = "Aufenthalts\u00ad" * 20 + "ende"
    with opened(page_of(text, GERMAN)) as pdf:
        read = structure_of(pdf)[1][1]
    assert read.count("\u00ad") == len(paragraph(text, width=WIDTH_PT).lines) - 1 == 2
    assert read.replace("\u00ad", "") == text.replace("\u00ad", "")


def test_a_hyphen_stands_at_the_left_end_of_an_arabic_line() -> None:
    shaped = shape_text((Span("اب\u00adجد"),), ARABIC, FONTS)
    assert shaped.breaks == (3, 5)
    assert shaped.hyphens[3].run.level == 1


def ink_rows(language: Language, text: str) -> tuple[float, float]:
    """How far the ink of a one-line paragraph ends below its top and above its bottom, in points."""
    target, tree = BytesIO(), StructureTree()
    canvas = TaggedCanvas(target, title="Probe", language="de", structure=tree)
    made = Paragraph(text, language, TextStyle(40), FONTS, tree.root.add("P"))
    height = made.height_at(550)
    made.draw_at(canvas, 20, BOTTOM_PT + height)
    assert len(made.lines) == 1
    canvas.save()
    document = pypdfium2.PdfDocument(target.getvalue())
    page = document[0]
    bitmap = page.render(scale=1, grayscale=True)
    pixels, stride = bytes(bitmap.buffer), bitmap.stride
    for opened_object in (bitmap, page, document):
        opened_object.close()
    dark = [row for row in range(PAGE_HEIGHT_PT) if min(pixels[row * stride : (row + 1) * stride]) < 128]
    top, bottom = PAGE_HEIGHT_PT - BOTTOM_PT - height, PAGE_HEIGHT_PT - BOTTOM_PT
    return min(dark) - top, bottom - max(dark)


@pytest.mark.parametrize("tag", TALL_WORDS)
def test_no_line_reaches_into_the_one_above_or_below(tag: str) -> None:
    tight = replace(KNOWN[tag], line_spacing=1.3)
    above, below = ink_rows(tight, TALL_WORDS[tag][:16])
    assert above >= -1
    assert below >= -1


def test_only_the_lines_that_need_it_grow() -> None:
    tight = replace(KNOWN["ur"], line_spacing=1.3)
    usual = paragraph("a", tight).height_at(400)
    tall = paragraph("نستعلیق", tight).height_at(400)
    assert usual == pytest.approx(12 * 1.3, abs=0.5)
    assert tall > 1.3 * usual
    assert paragraph("a\nنستعلیق\na", tight).height_at(400) == pytest.approx(2 * usual + tall)


def test_a_split_counts_the_height_of_each_line() -> None:
    tight = replace(KNOWN["ur"], line_spacing=1.3)
    usual, tall = paragraph("a", tight).height_at(400), paragraph("نستعلیق", tight).height_at(400)
    made = paragraph("a\na\nنستعلیق\na\na", tight, 400)
    full, tight_room = made.halves(2 * usual + tall), made.halves(2 * usual + tall - 1)
    assert full is not None
    assert tight_room is not None
    assert [len(part.lines) for part in full] == [3, 2]
    assert [len(part.lines) for part in tight_room] == [2, 3]
    assert [part.height_at(400) for part in full] == pytest.approx([2 * usual + tall, 2 * usual])


@pytest.mark.parametrize("tag", KNOWN)
def test_ordinary_text_keeps_the_line_height_of_its_language(tag: str) -> None:
    language = KNOWN[tag]
    made = paragraph(language.own_name + " § 16b AufenthG", language, 400)
    assert made.height_at(400) == pytest.approx(len(made.lines) * 12 * language.line_spacing)

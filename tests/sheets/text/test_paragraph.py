"""Lines and pages."""

import math

import pikepdf
import pytest

from counter_app.domain.language import Language
from counter_app.sheets.pages import WIDTH_PT
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from tests.sheets.text.samples import ARABIC, BODY, ENGLISH, FONTS, GERMAN, LANGUAGES, TEXTS, opened, pdf_of

LINE_PT = 12 * 1.3


def paragraph(text: str, language: Language = GERMAN, width: float = 100, style: TextStyle = BODY) -> Paragraph:
    made = Paragraph(text, language, style, FONTS)
    made.height_at(width)
    return made


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_lines_end_where_words_end(language: Language) -> None:
    lines = paragraph(TEXTS[language.tag], language, 230).lines
    assert len(lines) > 2
    assert all(line.endswith((" ", "/")) for line in lines[:-1])


def test_spaces_hang_over_the_margin() -> None:
    width = paragraph("Reise").least_width_pt
    assert paragraph("Reise     Reise", width=width).lines == ["Reise     ", "Reise"]


def test_a_newline_breaks_the_line() -> None:
    assert paragraph("a\n\nb", width=300).lines == ["a\n", "\n", "b"]


def test_a_word_wider_than_the_column_is_cut() -> None:
    word = paragraph("Aufenthaltserlaubnisverlängerung", width=60)
    assert "".join(word.lines) == "Aufenthaltserlaubnisverlängerung"
    assert len(word.lines) == math.ceil(word.least_width_pt / 60)


def test_an_address_wider_than_the_column_is_cut_at_a_joint() -> None:
    assert paragraph("auslaenderbehoerde@stadt-beispiel.de", width=160).lines == [
        "auslaenderbehoerde@",
        "stadt-beispiel.de",
    ]


def test_a_mark_is_not_cut_from_its_letter() -> None:
    assert paragraph("x\u0301y\u0301", width=1).lines == ["x\u0301", "y\u0301"]


def test_a_long_word_takes_no_endless_time() -> None:
    assert len(paragraph("a" * 20_000, width=30).lines) > 4_000


def test_lines_are_at_least_one_point_three_times_the_size() -> None:
    assert paragraph("a").height_at(100) == pytest.approx(LINE_PT)
    assert paragraph("ا", ARABIC).height_at(100) == pytest.approx(12 * 1.5)


def halves(whole: Paragraph, lines: float) -> tuple[list[str], list[str]]:
    """The lines above and below, when there is room for so many."""
    parts = whole.halves(lines * LINE_PT)
    assert parts is not None
    return parts[0].lines, parts[1].lines


def test_both_halves_hold_the_whole_text() -> None:
    whole = paragraph(TEXTS["en"], ENGLISH)
    head, tail = halves(whole, 3.5)
    assert len(head) == 3
    assert head + tail == whole.lines


def test_a_half_can_be_halved_again_and_keeps_its_lines() -> None:
    whole = paragraph(TEXTS["en"], ENGLISH)
    parts = whole.halves(3 * LINE_PT)
    assert parts is not None
    head, tail = parts
    assert head.height_at(100) == pytest.approx(3 * LINE_PT)
    assert tail.height_at(100) == pytest.approx((len(whole.lines) - 3) * LINE_PT)
    middle, end = halves(tail, 2)
    assert head.lines + middle + end == whole.lines


def test_two_lines_stay_together_on_both_sides() -> None:
    whole = paragraph("eins\nzwei\ndrei\nvier", width=300)
    assert [len(part) for part in halves(whole, 3.5)] == [2, 2]
    assert whole.halves(1.5 * LINE_PT) is None
    assert paragraph("eins\nzwei\ndrei", width=300).halves(2.5 * LINE_PT) is None


@pytest.mark.parametrize(
    ("language", "is_centred", "place"),
    [(GERMAN, False, 0), (ARABIC, False, 1), (GERMAN, True, 0.5), (ARABIC, True, 0.5)],
)
def test_the_start_follows_the_direction_unless_centred(language: Language, *, is_centred: bool, place: float) -> None:
    tree = StructureTree()
    made = Paragraph("a", language, TextStyle(12, is_centred=is_centred), FONTS, tree.root.add("P"))
    with opened(pdf_of(made, tree)) as pdf:
        matrices = [item.operands for item in pikepdf.parse_content_stream(pdf.pages[0]) if str(item.operator) == "Tm"]
    free = WIDTH_PT - made.least_width_pt
    assert float(matrices[0][4]) == pytest.approx(place * free, abs=0.01)

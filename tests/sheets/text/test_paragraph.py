"""Lines and pages."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import MissingGlyph
from counter_app.domain.language import Language
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from tests.sheets.text.samples import ARABIC, BODY, ENGLISH, FONTS, GERMAN, LANGUAGES, TEXTS

TALL = 1_000_000
LETTERS = (
    st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc"])
    | st.characters(min_codepoint=0x300, max_codepoint=0x36F)
    | st.characters(min_codepoint=0x600, max_codepoint=0x6FF)
    | st.characters(min_codepoint=0x1200, max_codepoint=0x137F)
    | st.sampled_from(" \n\u00a0\u00ad\u200b\u200c\u200d-/.@()§€😀")
)


def paragraph(text: str, language: Language = GERMAN, width: float = 100, style: TextStyle = BODY) -> Paragraph:
    made = Paragraph(text, language, style, FONTS)
    made.wrap(width, TALL)
    return made


def visible(text: str) -> str:
    return text.replace("\u00a0", " ")


@given(st.text(LETTERS, max_size=80), st.sampled_from(LANGUAGES), st.floats(1, 400))
def test_no_line_loses_a_character(text: str, language: Language, width: float) -> None:
    try:
        lines = paragraph(text, language, width).lines
    except MissingGlyph:
        return
    assert all(lines)
    assert visible("".join(lines)) == visible(text)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_lines_end_where_words_end(language: Language) -> None:
    lines = paragraph(TEXTS[language.tag], language, 230).lines
    assert len(lines) > 2
    assert all(line.endswith((" ", "/")) for line in lines[:-1])


def test_spaces_hang_over_the_margin() -> None:
    width = paragraph("Reise").minWidth()
    assert paragraph("Reise     Reise", width=width).lines == ["Reise     ", "Reise"]


def test_a_newline_breaks_the_line() -> None:
    assert paragraph("a\n\nb", width=300).lines == ["a\n", "\n", "b"]


def test_a_word_wider_than_the_column_is_cut() -> None:
    word = paragraph("Aufenthaltserlaubnisverlängerung", width=60)
    assert "".join(word.lines) == "Aufenthaltserlaubnisverlängerung"
    assert len(word.lines) == math.ceil(word.minWidth() / 60)


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
    assert paragraph("a", width=100).height == pytest.approx(12 * 1.3)
    assert paragraph("ا", ARABIC, width=100).height == pytest.approx(12 * 1.5)


def test_the_parts_of_a_split_hold_the_whole_text() -> None:
    whole = paragraph(TEXTS["en"], ENGLISH)
    head, tail = whole.split(100, 3.5 * whole.leading)
    assert len(head.lines) == 3
    assert head.lines + tail.lines == whole.lines
    tail.wrap(100, TALL)
    head.wrap(100, TALL)
    assert head.lines + tail.lines == whole.lines


def test_a_part_can_be_split_again_for_another_width() -> None:
    whole = paragraph(TEXTS["en"], ENGLISH)
    head, tail = whole.split(100, 3 * whole.leading)
    middle, end = tail.split(200, 2 * whole.leading)
    assert "".join(head.lines + middle.lines + end.lines) == "".join(whole.lines)
    first = head.lines
    head.wrap(300, TALL)
    assert head.lines != first
    assert "".join(head.lines) == "".join(first)


def test_two_lines_stay_together_on_both_sides() -> None:
    whole = paragraph("eins\nzwei\ndrei\nvier", width=300)
    assert [len(part.lines) for part in whole.split(300, 3.5 * whole.leading)] == [2, 2]
    assert whole.split(300, 1.5 * whole.leading) == []
    assert paragraph("eins\nzwei\ndrei", width=300).split(300, 2.5 * whole.leading) == []


@pytest.mark.parametrize(("language", "left"), [(GERMAN, 0), (ARABIC, 60)])
def test_the_start_follows_the_direction(language: Language, left: float) -> None:
    made = paragraph("a", language)
    assert made.left_of_line(40) == left

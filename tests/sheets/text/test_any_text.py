"""No text of any script, length or mark makes the engine fail, lose a character or hang."""

import unicodedata
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from counter_app.domain.errors import MissingGlyph
from counter_app.domain.language import Language
from counter_app.sheets.text.drawing import place_line
from counter_app.sheets.text.isolates import LAYOUT_MARKS
from counter_app.sheets.text.lines import break_lines
from counter_app.sheets.text.paragraph import Paragraph
from counter_app.sheets.text.runs import IGNORABLE, LINE_BREAK, Span
from counter_app.sheets.text.shaping import shape_text
from tests.sheets.text.samples import BODY, FONTS, opened, page_of, structure_of
from tests.sheets.text.scripts import SCRIPTS, TALL_WORDS, letters_of

# Where a word is cut, letters that joined across the cut are set anew and may be a little wider.
A_JOINT_SET_ANEW = 50
MARKS = "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u00ad\ufe0f"
SIGNS = " \n\u00a0.,:/-–@§€%()[]{}«»„“0129٠١۰۱🛂😀\u0301\u064b\u20e3"
FRAGMENTS = (
    "§ 16b Abs. 1 AufenthG",
    "93,00 €",
    "+49 341 123-4567",
    "2026-12-03",
    "https://a-b.de/c",
    "     ",
    "ا" * 60,
)


@cache
def letters(language: Language) -> st.SearchStrategy[str]:
    return st.sampled_from(letters_of(language))


@st.composite
def texts(draw: st.DrawFn, language: Language) -> str:
    """Letters of the language among signs, marks, German, another script, and anything at all."""
    other = draw(st.sampled_from(SCRIPTS))
    piece = st.one_of(
        st.text(letters(language), max_size=12),
        st.text(letters(language) | st.sampled_from(MARKS), max_size=12),
        st.text(letters(other), max_size=4),
        st.text(st.sampled_from(SIGNS + MARKS), max_size=6),
        st.sampled_from((*FRAGMENTS, *TALL_WORDS.values())),
        st.text(max_size=3),
    )
    return "".join(draw(st.lists(piece, max_size=8))) * draw(st.sampled_from((1, 1, 1, 12)))


def printable(text: str, language: Language) -> str:
    """The text without what no font of the language has."""
    coverage = frozenset().union(*(font.coverage for font in FONTS.stack(language, bold=False).files))
    return "".join(sign for sign in text if ord(sign) in coverage or sign in IGNORABLE or sign == LINE_BREAK)


def seen(text: str) -> str:
    """What is left without signs that have no shape; spaces of all kinds count as one."""
    shown = "".join(" " if sign.isspace() else sign for sign in text if sign not in IGNORABLE)
    return " ".join(shown.split())


@given(st.data(), st.sampled_from(SCRIPTS), st.floats(1, 500))
def test_the_lines_hold_every_character(data: st.DataObject, language: Language, width: float) -> None:
    text = printable(data.draw(texts(language)), language)
    paragraph = Paragraph(text, language, BODY, FONTS)
    paragraph.height_at(width)
    kept = "".join(sign for sign in text if sign not in LAYOUT_MARKS)
    assert all(paragraph.lines)
    assert "".join(paragraph.lines).replace("\u00a0", " ").replace("\u2060", "") == kept.replace("\u00a0", " ")


@given(st.data(), st.sampled_from(SCRIPTS), st.floats(2_000, 30_000))
def test_no_line_is_wider_than_the_column(data: st.DataObject, language: Language, width: float) -> None:
    text = printable(data.draw(texts(language)), language)
    shaped = shape_text((Span(text),), language, FONTS)
    for start, end in break_lines(shaped, width):
        is_one_letter = len(list(CharacterBreaker(shaped.text[start:end].strip(), ""))) <= 1
        assert is_one_letter or place_line(shaped, start, end).width <= width + A_JOINT_SET_ANEW


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(SCRIPTS))
def test_a_screen_reader_gets_every_character(data: st.DataObject, language: Language) -> None:
    text = printable(data.draw(texts(language)), language)
    with opened(page_of(text, language)) as pdf:
        assert seen("".join(found for _, found in structure_of(pdf))) == seen(text)


@given(st.text(max_size=30), st.sampled_from(SCRIPTS))
def test_what_no_font_has_is_named(text: str, language: Language) -> None:
    missing = [sign for sign in text if sign not in printable(sign, language) and sign not in LAYOUT_MARKS]
    if not missing:
        Paragraph(text, language, BODY, FONTS)
        return
    with pytest.raises(MissingGlyph) as error:
        Paragraph(text, language, BODY, FONTS, text_id="a/b")
    assert error.value.where == "a/b"
    assert any(f"U+{ord(sign):04X} {unicodedata.name(sign, 'ohne Namen')}" in error.value.detail for sign in missing)

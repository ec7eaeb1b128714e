"""What replacement texts cover: MuPDF takes the glyphs below one for its characters, one for each."""

from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from counter_app.domain.language import Language
from tests.sheets.text.hard_texts import copied_by_pdfium, hard_pages
from tests.sheets.text.samples import opened, page_of, structure_of

WIDE = (
    ("ta", "க்ஷேத்திரம்", ["க்", "ஷே"]),
    ("ta", "அக்ஷோபம்", ["க்", "ஷோ"]),
    ("bn", "চুক্তিপত্র", ["ক্", "তি"]),
    ("hi", "स्त्रियों", ["स्", "त्रि"]),
    ("km", "ស្រី", ["ស្", "រ"]),
    ("my", "သင်္ဘော", ["င်္", "ဘေ"]),
)
"""Syllables in which a wide glyph would get a mark, and the gap after it would look like the edge of a column."""
NARROW = (("hi", "द्वितीय", ["द्वि"]), ("ta", "கோடு", ["கோ"]), ("bn", "কর্ম", ["র্ম"]))


def language_of(tag: str) -> Language:
    return hard_pages()[tag].language


def replacement_texts(pdf: bytes) -> Iterator[str]:
    with opened(pdf) as document:
        for instruction in pikepdf.parse_content_stream(document.pages[0]):
            operands: Any = instruction.operands
            if str(instruction.operator) == "BDC" and "/ActualText" in operands[1]:
                yield str(operands[1]["/ActualText"])


@pytest.mark.parametrize(("tag", "word", "texts"), WIDE)
def test_a_wide_glyph_gets_a_letter_of_its_syllable(tag: str, word: str, texts: list[str]) -> None:
    assert list(replacement_texts(page_of(word, language_of(tag)))) == texts


@pytest.mark.parametrize(("tag", "word", "texts"), NARROW)
def test_a_syllable_without_a_wide_gap_stays_whole(tag: str, word: str, texts: list[str]) -> None:
    assert list(replacement_texts(page_of(word, language_of(tag)))) == texts


@pytest.mark.parametrize(("tag", "word", "texts"), WIDE)
def test_the_halves_of_a_syllable_are_read_as_one(tag: str, word: str, texts: list[str]) -> None:
    pdf = page_of(word, language_of(tag))
    with opened(pdf) as document:
        assert structure_of(document) == [("Document", ""), ("P", word)]
    assert copied_by_pdfium(pdf).strip() == word, texts


def test_both_parts_of_a_vowel_belong_to_its_letter() -> None:
    """Else the part behind the letter says the whole vowel here, and no longer its own sign in the second word."""
    assert list(replacement_texts(page_of("அக்ஷோபம் பாடம்", language_of("ta")))) == ["க்", "ஷோ"]

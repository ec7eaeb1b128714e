"""Cutting a text into runs that HarfBuzz can shape in one go: one font, script, level and language each."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from fontTools import unicodedata as scripts

from counter_app.domain.errors import MissingGlyph
from counter_app.domain.language import Language
from counter_app.sheets.text.fonts import FontFile, FontLibrary, FontStack

INHERITING = frozenset({"Zyyy", "Zinh", "Zzzz"})
LINE_BREAK = "\n"
# Signs that span Arabic or Syriac numbers are format characters, but they have a shape.
VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
INVISIBLE_OTHERS = frozenset({LINE_BREAK, "\u034f", *map(chr, range(0xFE00, 0xFE10))})


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph.

    Args:
        language: the language of these words if it is not the paragraph's, e.g. a German office name.
    """

    text: str
    bold: bool = False
    language: Language | None = None


class Style(NamedTuple):
    """What a character needs besides its level."""

    bold: bool
    language: Language


class Run(NamedTuple):
    """The characters ``start`` to ``end`` of a text; odd levels run right to left."""

    start: int
    end: int
    font: FontFile
    script: str
    level: int
    language: Language


def itemise(text: str, levels: Sequence[int], styles: Sequence[Style], fonts: FontLibrary) -> list[Run]:
    """The runs of a text in logical order.

    Args:
        levels: the bidi level of each character.
        styles: the style of each character.

    Raises:
        MissingGlyph: none of the fonts has a character.
    """
    runs = []
    for start, end, script in _pieces(text, levels, styles):
        bold, language = styles[start]
        chosen = _fonts(text[start:end], fonts.stack(language, bold=bold))
        for first, last in _stretches(chosen):
            runs.append(Run(start + first, start + last, chosen[first], script, levels[start], language))
    return runs


def _pieces(text: str, levels: Sequence[int], styles: Sequence[Style]) -> Iterator[tuple[int, int, str]]:
    """Start, end and script of the pieces with one level, style and script each."""
    for start, end in _stretches(list(zip(levels, styles, strict=True))):
        found = _resolved_scripts(text[start:end], styles[start].language.script)
        for first, last in _stretches(found):
            yield start + first, start + last, found[first]


def _stretches(keys: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of equal keys."""
    start = 0
    for end in range(1, len(keys) + 1):
        if end == len(keys) or keys[end] != keys[start]:
            yield start, end
            start = end


def _resolved_scripts(text: str, default: str) -> list[str]:
    """A script per character; digits, marks and punctuation take the script before them, or else the first after."""
    own = [_script(character) for character in text]
    current = next((script for script in own if script not in INHERITING), default)
    result = []
    for script in own:
        current = current if script in INHERITING else script
        result.append(current)
    return result


@cache
def _script(character: str) -> str:
    return str(scripts.script(character))


def _fonts(text: str, stack: FontStack) -> list[FontFile]:
    """A font per character: one for the whole piece if possible, so that "93,00 €" is not made of two typefaces."""
    visible = "".join(character for character in text if not is_ignorable(character))
    for font in stack.files:
        if font.covers(visible):
            return [font] * len(text)
    result: list[FontFile] = []
    for character in text:
        sticks = result and (is_ignorable(character) or _follows_font(character, result[-1]))
        result.append(result[-1] if sticks else _first_font(character, stack))
    return result


def _follows_font(character: str, font: FontFile) -> bool:
    return _script(character) in INHERITING and ord(character) in font.coverage


def _first_font(character: str, stack: FontStack) -> FontFile:
    if is_ignorable(character):
        return stack.files[0]
    font = stack.for_character(character)
    if font is None:
        name = unicodedata.name(character, "ohne Namen")
        raise MissingGlyph(
            f"Keine Schrift hat das Zeichen U+{ord(character):04X} {name}. Bitte ersetzen Sie es im Text."
        )
    return font


def is_ignorable(character: str) -> bool:
    """Whether the character needs no glyph of its own: joiners, variation selectors, and our line break."""
    if character in VISIBLE_FORMATS:
        return False
    return unicodedata.category(character) == "Cf" or character in INVISIBLE_OTHERS

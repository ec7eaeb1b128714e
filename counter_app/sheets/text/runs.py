"""Cutting a text into runs that HarfBuzz can shape in one go: one font, script, level and language each."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from fontTools import unicodedata as scripts

from counter_app.domain.errors import MissingGlyph
from counter_app.domain.language import Language
from counter_app.sheets.text.bidi_data import brackets
from counter_app.sheets.text.bidi_runs import DEEPEST_BRACKETS
from counter_app.sheets.text.fonts import FontFile, FontLibrary, FontStack

INHERITING = frozenset({"Zyyy", "Zinh", "Zzzz"})
LINE_BREAK = "\n"
# Unicode's Default_Ignorable_Code_Point: HarfBuzz leaves them out of the line even where a font does not know them.
# The Hangul fillers and shorthand controls among them are missing here, because it draws those.
IGNORABLE = frozenset(
    {
        *"\u00ad\u034f\u061c\u17b4\u17b5\ufeff",
        *(
            chr(code)
            for first, last in (
                *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F)),
                *((0xFFF0, 0xFFF8), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
            )
            for code in range(first, last + 1)
        ),
    }
)


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
    if keys and keys.count(keys[0]) == len(keys):  # nearly always, and counting is quick
        yield 0, len(keys)
        return
    start = 0
    for end in range(1, len(keys) + 1):
        if end == len(keys) or keys[end] != keys[start]:
            yield start, end
            start = end


def _resolved_scripts(text: str, default: str) -> list[str]:
    """A script per character; digits, marks and punctuation take the script before them, or else the first after.

    A closing bracket takes the script of its opening one, so that both come from one font (UAX #24).
    """
    found = {_script(character) for character in set(text)} - INHERITING
    if len(found) <= 1:  # nearly always
        return [*(found or {default})] * len(text)
    own = [_script(character) for character in text]
    current = next((script for script in own if script not in INHERITING), default)
    openings, closings = brackets()
    open_brackets: list[tuple[str, str]] = []  # what closes each, and its script
    result = []
    for character, script in zip(text, own, strict=True):
        current = current if script in INHERITING else script
        if character in openings and len(open_brackets) < DEEPEST_BRACKETS:
            open_brackets.append((openings[character], current))
        elif character in closings:
            current = _script_of_opening(closings[character], open_brackets) or current
        result.append(current)
    return result


def _script_of_opening(closing: str, open_brackets: list[tuple[str, str]]) -> str | None:
    """The script of the bracket that ends here; it and those left open inside it are taken from the list."""
    for depth in range(len(open_brackets) - 1, -1, -1):
        name, script = open_brackets[depth]
        if name == closing:
            del open_brackets[depth:]
            return script
    return None


@cache
def _script(character: str) -> str:
    return str(scripts.script(character))


def _fonts(text: str, stack: FontStack) -> list[FontFile]:
    """A font per character: one for the whole piece if possible, so that "93,00 €" is not made of two typefaces."""
    visible = "".join(character for character in set(text) if not is_ignorable(character))
    for font in stack.files:
        if font.covers(visible):
            return [font] * len(text)
    result: list[FontFile] = []
    for cluster in _clusters(text):
        result += _cluster_fonts(cluster, stack, result[-1] if result else None)
    return result


def _clusters(text: str) -> Iterator[str]:
    """Each character with the marks and joiners that sit on it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _sits_on_another(text[end]):
            yield text[start:end]
            start = end


@cache
def _sits_on_another(character: str) -> bool:
    return is_ignorable(character) or unicodedata.category(character).startswith("M")


def _cluster_fonts(cluster: str, stack: FontStack, before: FontFile | None) -> list[FontFile]:
    """One font for a letter and its marks if any has them all; what has no script stays with the font before it."""
    visible = "".join(character for character in cluster if not is_ignorable(character))
    belongs_to_text_before = all(_script(character) in INHERITING for character in visible)
    fonts = (before, *stack.files) if before and belongs_to_text_before else stack.files
    for font in fonts:
        if font.covers(visible):
            return [font] * len(cluster)
    return [_first_font(character, stack) for character in cluster]


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
    return character in IGNORABLE or character == LINE_BREAK

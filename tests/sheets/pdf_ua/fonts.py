"""Whether each shown character has a glyph, a width and a meaning."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from tests.sheets.pdf_ua.rules import Rule

EM = 1000
FONT_FILES = ("/FontFile2", "/FontFile3")
OPEN_TYPE = pikepdf.Name("/OpenType")
DEFAULT_WIDTH = 1000
TOLERANCE = 1
SUBSET = re.compile(r"/[A-Z]{6}\+.")
MAPPINGS = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
TOKENS = re.compile(rb"<([^<>]*)>|[\[\]]")


@dataclass(frozen=True)
class ShownFont:
    """A font of the file, and the codes that pages show in it."""

    font: pikepdf.Object
    codes: AbstractSet[bytes]

    @cached_property
    def name(self) -> str:
        """As the file calls it."""
        return str(self.font.get("/BaseFont", "?"))

    @cached_property
    def descendant(self) -> pikepdf.Object:
        """The font behind the composite one."""
        return self.font.DescendantFonts[0]

    @cached_property
    def file(self) -> pikepdf.Object | None:
        """The embedded font file."""
        descriptor = self.descendant.FontDescriptor
        return next((descriptor[key] for key in FONT_FILES if key in descriptor), None)

    @cached_property
    def program(self) -> Any:  # noqa: ANN401  # fontTools ships no types
        """The embedded font, or None; bare outlines without tables are not read."""
        if self.file is None or self.file.get("/Subtype", OPEN_TYPE) != OPEN_TYPE:
            return None
        return TTFont(BytesIO(self.file.read_bytes()), lazy=True)

    @cached_property
    def meanings(self) -> dict[bytes, str]:
        """What each code stands for."""
        return dict(_mappings(self.font.ToUnicode.read_bytes()))

    @cached_property
    def widths(self) -> Mapping[int, float]:
        """The widths in the PDF, by character; those not listed have the default."""
        return dict(_widths(list(self.descendant.get("/W", pikepdf.Array()).as_list())))

    def glyph(self, code: bytes) -> int:
        """The glyph of a code."""
        character = int.from_bytes(code, "big")
        glyphs = self.descendant.get("/CIDToGIDMap")
        if isinstance(glyphs, pikepdf.Stream):
            return int.from_bytes(glyphs.read_bytes()[2 * character :][:2], "big")
        return character


def font_problems(shown: ShownFont) -> Iterator[str]:
    """What is wrong with one font."""
    if shown.font.get("/Subtype") != pikepdf.Name.Type0:
        yield f"{Rule.NOT_COMPOSITE} ({shown.name})"
        return
    yield from (f"{rule} ({shown.name})" for rule in _dictionary_problems(shown))
    yield from (f"{rule} ({shown.name})" for rule in _meaning_problems(shown))
    if shown.program is not None:
        yield from (f"{rule} ({shown.name}, {code.hex()})" for rule, code in _glyph_problems(shown))


def _dictionary_problems(shown: ShownFont) -> Iterator[Rule]:
    if shown.font.get("/Encoding") != pikepdf.Name("/Identity-H"):
        yield Rule.CODES
    if shown.file is None:
        yield Rule.NOT_EMBEDDED
    elif shown.program is None:
        yield Rule.UNKNOWN_FEATURE
    if not SUBSET.match(shown.name):
        yield Rule.NOT_SUBSET
    if "/CIDSet" in shown.descendant.FontDescriptor:
        yield Rule.CIDSET
    if shown.descendant.get("/Subtype") == pikepdf.Name.CIDFontType2:
        glyphs = shown.descendant.get("/CIDToGIDMap")
        if glyphs is None:
            yield Rule.NO_GLYPH_MAP
        elif not isinstance(glyphs, pikepdf.Stream) and glyphs != pikepdf.Name.Identity:
            yield Rule.BAD_GLYPH_MAP


def _meaning_problems(shown: ShownFont) -> Iterator[str]:
    if "/ToUnicode" not in shown.font:
        yield Rule.NO_UNICODE_MAP
        return
    texts = shown.meanings.values()
    if any("\0" in text for text in texts):
        yield Rule.ZERO
    if any(mark in text for text in texts for mark in "\ufeff\ufffe"):
        yield Rule.BYTE_ORDER_MARK
    unknown = sorted(code for code in shown.codes if not shown.meanings.get(code))
    if unknown:
        yield f"{Rule.NOT_IN_UNICODE}: {len(unknown)} of {len(shown.codes)}, {unknown[0].hex()} first"


def _glyph_problems(shown: ShownFont) -> Iterator[tuple[Rule, bytes]]:
    program = shown.program
    names = program.getGlyphOrder()
    default = float(shown.descendant.get("/DW", DEFAULT_WIDTH))
    for code in sorted(shown.codes):
        glyph = shown.glyph(code)
        if glyph == 0:
            yield Rule.NOTDEF, code
        elif glyph >= len(names) or _is_lost(shown, code, names[glyph]):
            yield Rule.NO_GLYPH, code
        else:
            width = program["hmtx"][names[glyph]][0] * EM / program["head"].unitsPerEm
            if abs(shown.widths.get(int.from_bytes(code, "big"), default) - width) > TOLERANCE:
                yield Rule.WIDTHS, code


def _is_lost(shown: ShownFont, code: bytes, name: str) -> bool:
    """Whether a letter or a digit has no outline."""
    program = shown.program
    text = shown.meanings.get(code, "") if "/ToUnicode" in shown.font else ""
    is_seen = any(unicodedata.category(character)[0] in "LN" for character in text)
    return is_seen and "glyf" in program and program["glyf"][name].numberOfContours == 0


def _mappings(cmap: bytes) -> Iterator[tuple[bytes, str]]:
    """Code and text; brackets count as None."""
    for kind, block in MAPPINGS.findall(cmap):
        words = [match[1] for match in TOKENS.finditer(block)]
        tokens = [None if word is None else bytes.fromhex(word.decode()) for word in words]
        yield from _pairs(tokens) if kind == b"bfchar" else _ranges(iter(tokens))


def _pairs(tokens: list[bytes | None]) -> Iterator[tuple[bytes, str]]:
    for code, text in zip(tokens[::2], tokens[1::2], strict=True):
        if code is not None and text is not None:
            yield code, text.decode("utf-16-be")


def _ranges(tokens: Iterator[bytes | None]) -> Iterator[tuple[bytes, str]]:
    for first in tokens:
        last, target = next(tokens), next(tokens)
        if first is None or last is None:
            raise ValueError("a range starts with a bracket")
        codes = range(int.from_bytes(first, "big"), int.from_bytes(last, "big") + 1)
        for code in codes:
            if target is None:
                text = (next(tokens) or b"").decode("utf-16-be")
            else:
                start = target.decode("utf-16-be")
                text = start[:-1] + chr(ord(start[-1]) + code - codes.start)
            yield code.to_bytes(len(first), "big"), text
        if target is None:
            next(tokens)


def _widths(words: list[Any]) -> Iterator[tuple[int, float]]:
    rest = iter(words)
    for first in rest:
        following = next(rest)
        if isinstance(following, pikepdf.Array):
            yield from ((int(first) + place, float(width)) for place, width in enumerate(following.as_list()))
        else:
            width = float(next(rest))
            yield from ((character, width) for character in range(int(first), int(following) + 1))

"""The shipped font files, each loaded once, and the fall-back chain of a language."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from struct import unpack_from
from typing import Any

import uharfbuzz as hb

from counter_app.domain.errors import SheetError
from counter_app.domain.language import LAST_RESORTS, Language

ONE_WEIGHT = frozenset({"NotoSansSymbols2", "NotoSansMath"})
"""Fonts of signs, which look the same in bold text."""
EM = 1000
HEAD_BOX_OFFSET = 36


class FontFile:
    """One font file as HarfBuzz sees it; all lengths are in thousandths of the font size.

    Args:
        path: a TrueType file.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.face: Any = hb.Face(hb.Blob.from_file_path(str(path)))
        self.shaper: Any = hb.Font(self.face)
        self.shaper.scale = (EM, EM)
        self.coverage: frozenset[int] = frozenset(self.face.unicodes)
        extents = self.shaper.get_font_extents("ltr")
        self.ascent: int = extents.ascender
        self.descent: int = -extents.descender

    @cached_property
    def advances(self) -> tuple[int, ...]:
        """The width of every glyph, by glyph id."""
        return tuple(self.shaper.get_glyph_h_advance(glyph) for glyph in range(self.face.glyph_count))

    @cached_property
    def characters(self) -> dict[int, str]:
        """The character that each glyph is drawn for when it stands alone, by glyph id."""
        return {self.glyph_of(chr(code)): chr(code) for code in sorted(self.coverage, reverse=True)}

    @cached_property
    def bounding_box(self) -> tuple[int, int, int, int]:
        """Left, bottom, right and top of all glyphs laid over each other."""
        left, bottom, right, top = unpack_from(">4h", self.face.reference_table("head").data, HEAD_BOX_OFFSET)
        unit = EM / self.face.upem
        return round(left * unit), round(bottom * unit), round(right * unit), round(top * unit)

    def glyph_of(self, character: str) -> int:
        """The glyph that the font has for a character which stands alone; 0 for none."""
        return int(self.shaper.get_nominal_glyph(ord(character)) or 0)

    def covers(self, text: str) -> bool:
        """Whether every character has a glyph."""
        return self.coverage.issuperset(map(ord, text))


@dataclass(frozen=True)
class FontStack:
    """The fonts of one language and weight, in the order they are asked for a character."""

    files: tuple[FontFile, ...]

    def for_character(self, character: str) -> FontFile | None:
        """The first font that has the character."""
        code = ord(character)
        return next((file for file in self.files if code in file.coverage), None)


class FontLibrary:
    """The fonts of one folder, named ``Family-Regular.ttf`` and ``Family-Bold.ttf``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stacks: dict[tuple[tuple[str, ...], bool], FontStack] = {}

    def stack(self, language: Language, *, bold: bool) -> FontStack:
        """The language's families in its order, then Noto Sans, then the signs.

        Raises:
            SheetError: a font file is missing.
        """
        key = language.fonts, bold
        if key not in self._stacks:
            families = dict.fromkeys((*language.fonts, *LAST_RESORTS))
            self._stacks[key] = FontStack(tuple(_load(self._file(family, bold=bold)) for family in families))
        return self._stacks[key]

    def _file(self, family: str, *, bold: bool) -> Path:
        weight = "Bold" if bold and family not in ONE_WEIGHT else "Regular"
        return self.folder / f"{family}-{weight}.ttf"


@cache
def _load(path: Path) -> FontFile:
    if not path.is_file():
        raise SheetError(
            f"Die Schriftdatei {path.name} fehlt. Bitte installieren Sie Schalterlotse neu oder legen Sie die Datei"
            " in den Ordner der Schriften.",
            str(path),
        )
    return FontFile(path)

"""Languages as we ship them: our own tag decides, never the system locale."""

from dataclasses import dataclass
from enum import StrEnum

GERMAN = "de"
LAST_RESORTS = ("NotoSans", "NotoSansSymbols2", "NotoSansMath")
"""What every text may fall back to, on paper as on the screen: Latin, Cyrillic and Greek, then signs."""


class Direction(StrEnum):
    """The base direction of a script."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True)
class Language:
    """One language a customer can point to.

    Args:
        tag: BCP 47 tag and our identity for files and ``lang`` attributes, e.g. ``fa-AF``, ``de-simple``.
        own_name: the language's name in itself; what the customer sees.
        german_name: what the clerk sees.
        script: ISO 15924 code of the script, e.g. ``Arab``.
        fonts: font families in fallback order, e.g. ``("NotoSansArabic", "NotoSans")``.
        line_spacing: line height as a multiple of the font size.
        tier: 1 (both Länder need it) to 3.
        type_scale: how much larger than the German text it is set.
        sentence_lines: each sentence begins a line of its own.
    """

    tag: str
    own_name: str
    german_name: str
    script: str
    direction: Direction
    fonts: tuple[str, ...]
    line_spacing: float
    tier: int
    type_scale: float = 1.0
    sentence_lines: bool = False

    @property
    def is_rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.direction is Direction.RTL

    def __hash__(self) -> int:
        """By the tag: languages are looked up for every line of a sheet."""
        return hash(self.tag)

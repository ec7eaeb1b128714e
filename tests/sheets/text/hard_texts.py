"""Pages of hard text in every script, and what a reader copies from them."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
from icu4py.breakers import WordBreaker

from counter_app.content.loader import load_content
from counter_app.domain.language import Language
from counter_app.sheets.pages import WIDTH_PT, build_pdf
from counter_app.sheets.rows import Cell, Group, Row
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from counter_app.system.paths import content_folders
from tests.sheets.text.samples import FONTS

COLUMN_PT = WIDTH_PT * 0.6
"""Narrow, so that every text breaks into several lines."""
TITLE, BODY = TextStyle(14, bold=True), TextStyle(12)


@dataclass(frozen=True)
class HardPage:
    """A page in one language: a heading in bold, then paragraphs."""

    language: Language
    texts: tuple[str, ...]

    def share_found(self, copied: str) -> float:
        """The share of the page's words that somebody copied, each as often as it is there."""
        wanted, found = (Counter(words_of(text, self.language)) for text in ("\n".join(self.texts), copied))
        return (wanted & found).total() / wanted.total()

    def pdf(self) -> bytes:
        """The page as the text engine sets it."""
        tree = StructureTree()
        heading, *others = (
            Paragraph(
                text, self.language, TITLE if number == 0 else BODY, FONTS, tree.root.add("P" if number else "H1")
            )
            for number, text in enumerate(self.texts)
        )
        rows = [Row([Cell(0, COLUMN_PT, [paragraph])]) for paragraph in (heading, *others)]
        return build_pdf([Group(rows)], title=self.texts[0], language=self.language.tag, structure=tree)


@cache
def hard_pages() -> Mapping[str, HardPage]:
    """All pages by the tags of their languages."""
    known = load_content(content_folders()).known_languages
    table = tomllib.loads(Path(__file__).with_name("hard_texts.toml").read_text(encoding="utf-8"))
    return {tag: HardPage(known[tag], (page["title"], *page["texts"])) for tag, page in table.items()}


def words_of(text: str, language: Language) -> list[str]:
    """The words of a text as Unicode tells them apart (UAX #29); marks that only steer the layout do not count.

    Languages that write no space between words may have a line's end anywhere, so theirs are looked for without spaces.
    """
    visible = "".join(char for char in unicodedata.normalize("NFC", text) if char not in INVISIBLE)
    if language.tag in WITHOUT_SPACES:
        visible = "".join(visible.split())
    return [word for word in WordBreaker(visible, language.tag) if any(map(str.isalnum, word))]


WITHOUT_SPACES = frozenset({"km", "lo", "my", "th", "zh-Hans"})
INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe")


def copied_by_pdfium(pdf: bytes) -> str:
    """What the extractor copies that our own preview ships, and with it the most used browsers."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()

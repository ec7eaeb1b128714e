"""Content in languages that are not translated yet, or not all of it: words of the language where German ones stand.

Numbers, paragraphs of acts, amounts, dates, slots and punctuation stay where they are.
"""

import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from zlib import crc32

import polib

from counter_app.content.folders import ContentFolders
from counter_app.content.loader import load_content, read_content
from counter_app.domain.content import Content

SENTENCES = Path(__file__).parent / "stand_in.toml"
ENOUGH_OWN = 200
"""Shipped texts of a language from which we take its words rather than from the list."""

_LAW = r"§{1,2}\s?[0-9]+[a-z]?(?:\s(?:Abs\.|Nr\.|Satz)\s?[0-9]+[a-z]?)*(?:\s[A-Z][A-Za-zäöü]*[GV]\b)?"
KEPT = re.compile(
    rf"(\{{\w+\}}|{_LAW}|\S+@\S+|https?://\S+|[+]?[0-9][0-9.,:/ –-]*[0-9€%]|[0-9]|[.,:;!?()„“…/·–]+\s?|\n)"
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language, and how long its texts are beside German ones."""

    words: tuple[str, ...]
    ratio: float
    joiner: str
    signs: Mapping[str, str]

    def said(self, key: str, german: str) -> str:
        """As many words as the German text has room for; the same text always gets the same ones."""
        start = crc32(key.encode()) % len(self.words)
        words = cycle((*self.words[start:], *self.words[:start]))
        pieces = KEPT.split(german)
        kept = (
            self.signs.get(piece, piece) if place % 2 else self._filled(piece, words)
            for place, piece in enumerate(pieces)
        )
        return "".join(kept).strip()

    def _filled(self, german: str, words: Iterator[str]) -> str:
        if not german.strip():
            return german
        text = next(words)
        while len(text) < len(german.strip()) * self.ratio:
            text += self.joiner + next(words)
        before = german[: len(german) - len(german.lstrip())]
        after = german[len(german.rstrip()) :]
        return f"{before}{text}{after}"


@dataclass(frozen=True, slots=True)
class Stock:
    """Content in which every text is there in every language of the race.

    Args:
        folders: its files, to be read again by other processes.
        stand_ins: for each language the share of texts that are none of ours, 0 to 1.
    """

    content: Content
    folders: ContentFolders
    stand_ins: Mapping[str, float]


def stocked(shipped: ContentFolders, tags: Iterable[str], scratch: Path) -> Stock:
    """Copy the content and fill in what is not translated."""
    content = load_content(shipped)
    folders = ContentFolders(scratch / "forms", scratch / "phrasebooks")
    shutil.copytree(shipped.forms, folders.forms)
    shutil.copytree(shipped.phrasebooks, folders.phrasebooks)
    phrases = {entry.msgctxt for path in shipped.phrasebooks.glob("*.po") for entry in polib.pofile(str(path))}
    wanted = {key: text.german for key, text in content.texts.items() if key not in phrases}
    shares = {tag: _fill(folders.forms / f"{tag}.po", _tongue(content, tag), wanted) for tag in tags}
    return Stock(read_content(folders).content, folders, shares)


def _fill(path: Path, tongue: Tongue, german: Mapping[str, str]) -> float:
    """Add what is missing; gives back how much of it all that was."""
    file = polib.pofile(str(path)) if path.is_file() else polib.POFile()
    there = {entry.msgctxt: entry for entry in file}
    added = 0
    for key, text in german.items():
        entry = there.get(key)
        if entry is not None and entry.msgstr:
            continue
        if entry is None:
            entry = polib.POEntry(msgctxt=key, msgid=text)
            file.append(entry)
        entry.msgstr = tongue.said(key, text)
        added += 1
    file.save(str(path))
    return added / len(german)


def _tongue(content: Content, tag: str) -> Tongue:
    """The words of our own translations, where there are any, else those of the list."""
    own = [(text.german, text.in_language(tag)) for text in content.texts.values() if text.in_language(tag)]
    if len(own) >= ENOUGH_OWN:
        ratio = sum(len(other) for _, other in own) / sum(len(german) for german, _ in own)
        words = (word for _, other in own for word in re.split(KEPT, other)[::2])
        return Tongue(tuple(word for piece in words for word in piece.split()), ratio, " ", {})
    listed = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))[tag]
    text = " ".join(listed["sentences"])
    joiner = listed["joiner"]
    words_of = re.sub(r"[\s，。、]", "", text) if not joiner else re.sub(r"[.,।]", "", text).split()
    return Tongue(tuple(words_of), listed["ratio"], joiner, listed["signs"])

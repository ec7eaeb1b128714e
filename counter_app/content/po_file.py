"""Translations as gettext PO files, one per language and folder; the id of a text is its msgctxt."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polib

from counter_app.content.problems import Problems
from counter_app.content.text_file import read_text
from counter_app.content.wording import translation_complaints
from counter_app.domain.errors import ContentError, unknown
from counter_app.domain.record import Review, TranslationRecord

TEXT_ID = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)*")
_REVIEW = re.compile(r"reviewed: (?P<name>[^,\n]+), (?P<day>\d{4}-\d{2}-\d{2}), (?P<mark>[0-9a-f]{8})")
_NEW_FLAGS = re.compile(r"(?m)^#=(?= )")
_OLD_PREVIOUS = re.compile(r"(?m)^#~\|(?= )")
_LINE = re.compile(
    r"""\s*(\#(?![~|]).*                                                     # a comment
      |(\#[~|]+\s+)?((msgctxt|msgid|msgid_plural|msgstr(\[\d+])?)\s+)?"([^"\\]|\\.)*"  # a text
      |)\s*""",
    re.VERBOSE,
)
_LINE_BREAKS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NO_PO = 'Diese Zeile passt nicht in eine PO-Datei; erwartet zum Beispiel: msgstr "Text".'
LARGEST = 5_000_000
"""Bytes; a phrasebook is a tenth of that."""


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One translated text as it stands in the file, with its line."""

    entry: polib.POEntry
    where: str

    @property
    def key(self) -> str:
        """The id of the text."""
        return str(self.entry.msgctxt or "")

    @property
    def record(self) -> TranslationRecord:
        """What the entry says."""
        entry = self.entry
        previous, review = entry.previous_msgid or "", _review(entry.tcomment or "")
        return TranslationRecord(self.key, entry.msgid, previous, entry.msgstr, entry.fuzzy, review)


def _review(comment: str) -> Review | None:
    found = _REVIEW.search(comment)
    if found is None:
        return None
    try:
        return Review(found["name"], date.fromisoformat(found["day"]), found["mark"])
    except ValueError:  # no such day
        return None


def read_po(path: Path, shown_as: str) -> polib.POFile:
    """Read one file.

    Raises:
        ContentError: too large, not UTF-8, or not PO; names the line.
    """
    text = _checked_text(path, shown_as)
    # WORKAROUND polib 1.2: it does not know the newer "#=" spelling of flags, and drops the "#~|" it writes itself.
    text = _OLD_PREVIOUS.sub("#|", _NEW_FLAGS.sub("#,", text))
    try:
        return polib.pofile(text, wrapwidth=0)
    except (OSError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise ContentError(_NO_PO, f"{shown_as}:{line[1]}" if line else shown_as) from error


def _checked_text(path: Path, shown_as: str) -> str:
    text = read_text(path, shown_as)
    if len(text.encode()) > LARGEST:
        detail = f"Die Datei ist größer als {LARGEST // 1_000_000} MB."
        raise ContentError(detail, shown_as)
    if found := _LINE_BREAKS.search(text):
        detail = f"Das Steuerzeichen U+{ord(found[0]):04X} ist nicht erlaubt; bitte löschen."
        line = text.count("\n", 0, found.start()) + 1
        raise ContentError(detail, f"{shown_as}:{line}")
    # polib would cut off the first and last letter of a text without quotes.
    for number, line_text in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line_text):
            raise ContentError(_NO_PO, f"{shown_as}:{number}")
    return text


def entries(file: polib.POFile, shown_as: str, problems: Problems) -> Iterator[PoEntry]:
    """All entries of a file with a usable, single id; what is wrong with the others is noted."""
    seen: set[str] = set()
    for entry in file:
        found = PoEntry(entry, f"{shown_as}:{max(entry.linenum, 1)}")
        if entry.obsolete:
            continue
        if not TEXT_ID.fullmatch(found.key):
            problems.add(
                found.where, f"„{found.key}“ ist keine Kennung (msgctxt); erwartet zum Beispiel „phrase/doc_missing“."
            )
        elif found.key in seen:
            problems.add(found.where, f"„{found.key}“ steht doppelt in der Datei.")
        else:
            seen.add(found.key)
            yield found


class PoFolder:
    """All translations of one folder: language to text id to what is said there, and where that stands."""

    def __init__(self, by_language: Mapping[str, Mapping[str, tuple[TranslationRecord, str]]]) -> None:
        self._by_language = by_language

    @classmethod
    def read(cls, folder: Path, shown_as: str, tags: tuple[str, ...], problems: Problems) -> "PoFolder":
        """Read the PO file of every language that has one."""
        by_language: dict[str, dict[str, tuple[TranslationRecord, str]]] = {}
        for path in sorted(folder.glob("*.po")):
            name = f"{shown_as}/{path.name}"
            with problems.collected(name):
                if path.stem not in tags:
                    problems.add(name, unknown("Zielsprache in phrasebooks/languages.toml", path.stem, tags).detail)
                else:
                    found = entries(read_po(path, name), name, problems)
                    by_language[path.stem] = {entry.key: (entry.record, entry.where) for entry in found}
        return cls(by_language)

    @property
    def records(self) -> Mapping[str, tuple[TranslationRecord, ...]]:
        """Language tag to its translations, in the order of the file; a file without any leaves its language out."""
        by_tag = {
            tag: tuple(record for record, _ in found.values() if record.text)
            for tag, found in self._by_language.items()
        }
        return {tag: records for tag, records in by_tag.items() if records}

    def check(self, german: Mapping[str, str], problems: Problems) -> None:
        """Note entries that belong to nothing, and translations that break the rules of wording.

        A translation is measured by the German it was made from: that it is outdated says its state.

        Args:
            german: today's German texts by id.
        """
        for by_key in self._by_language.values():
            for key, (record, where) in by_key.items():
                if key not in german and problems.is_complete:
                    problems.add(where, f"Der Text „{key}“ gehört zu nichts; „content sync“ räumt ihn weg.")
                elif record.text:
                    for complaint in translation_complaints(record.source, record.text):
                        problems.add(where, f"„{key}“: {complaint}")

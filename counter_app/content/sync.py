"""Brings the PO files up to today's German. Merges by the id of a text, never by likeness; throws nothing away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from counter_app.content.loader import ContentFolders
from counter_app.content.po_file import read_po
from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN
from counter_app.domain.slots import slots_of
from counter_app.domain.text import Text

BRACE_FORMAT = "python-brace-format"
FUZZY = "fuzzy"
PHRASEBOOK_TEXTS = frozenset({"answer", "phrase", "situation"})
"""First parts of the ids whose translations lie in ``phrasebooks/``; all others lie in ``forms/``."""


@dataclass(frozen=True, slots=True)
class SyncedFile:
    """A PO file as it should be.

    Args:
        text: the whole new file.
        added, outdated, retired: how many texts are new, have new German, belong to nothing any more.
    """

    path: Path
    shown_as: str
    text: str
    added: int
    outdated: int
    retired: int
    is_changed: bool


def synced_files(folders: ContentFolders, content: Content) -> list[SyncedFile]:
    """Every PO file of every language, brought up to today's German; nothing is written.

    Raises:
        ContentError: a PO file cannot be read.
    """
    halves = {
        folders.forms: [text for key, text in content.texts.items() if not _is_phrasebook(key)],
        folders.phrasebooks: [text for key, text in content.texts.items() if _is_phrasebook(key)],
    }
    return [
        _synced(folder / f"{tag}.po", f"{folder.name}/{tag}.po", texts, tag)
        for folder, texts in halves.items()
        for tag in content.languages
        if tag != GERMAN
    ]


def _is_phrasebook(key: str) -> bool:
    return key.partition("/")[0] in PHRASEBOOK_TEXTS


def _synced(path: Path, shown_as: str, texts: Iterable[Text], tag: str) -> SyncedFile:
    before = read_po(path, shown_as) if path.exists() else polib.POFile(wrapwidth=0)
    known = {str(entry.msgctxt): entry for entry in before}
    wanted = {text.key: text.german for text in texts}
    after = polib.POFile(wrapwidth=0)
    after.header = before.header or "Translations by id (msgctxt). CC0-1.0. What nobody reviewed is a draft."
    after.metadata = _metadata(before.metadata, tag)
    outdated = sum(_update(known[key], german) for key, german in sorted(wanted.items()) if key in known)
    after.extend(known.get(key) or _new(key, german) for key, german in sorted(wanted.items()))
    retired = [entry for key, entry in sorted(known.items()) if key not in wanted and entry.msgstr]
    newly_retired = sum(not entry.obsolete for entry in retired)
    for entry in retired:
        entry.obsolete = True
    after.extend(retired)
    text = f"{str(after).rstrip()}\n"
    is_changed = not path.exists() or path.read_text(encoding="utf-8") != text
    return SyncedFile(path, shown_as, text, len(wanted.keys() - known.keys()), outdated, newly_retired, is_changed)


def _new(key: str, german: str) -> polib.POEntry:
    return polib.POEntry(msgctxt=key, msgid=german, msgstr="", flags=[BRACE_FORMAT] if slots_of(german) else [])


def _update(entry: polib.POEntry, german: str) -> bool:
    """Give an entry today's German; tells whether that made its translation outdated."""
    entry.obsolete = False
    becomes_outdated = entry.msgid != german and bool(entry.msgstr) and not entry.previous_msgid
    if entry.msgid != german and entry.msgstr:
        # The first previous text is the one that was really translated: it stays through several changes.
        entry.previous_msgid = entry.previous_msgid or entry.msgid
    if entry.previous_msgid == german:
        entry.previous_msgid = None
    entry.msgid = german
    flags = {BRACE_FORMAT} if slots_of(german) else set()
    if entry.previous_msgid or (FUZZY in entry.flags and not becomes_outdated and entry.msgstr):
        flags.add(FUZZY)
    entry.flags = sorted({*flags, *(flag for flag in entry.flags if flag not in {BRACE_FORMAT, FUZZY})})
    return becomes_outdated


def _metadata(before: Mapping[str, str], tag: str) -> dict[str, str]:
    fixed = {
        "Project-Id-Version": "Schalterlotse",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return {**before, **fixed}

"""Brings the PO files up to today's German. Merges by the id of a text, never by likeness; throws nothing away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from counter_app.content.loader import ContentFolders
from counter_app.content.po_file import entries, read_po
from counter_app.content.problems import Problems
from counter_app.content.text_file import read_text
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError, unknown
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


def synced_files(folders: ContentFolders, content: Content, begin: str = "") -> list[SyncedFile]:
    """Every PO file of every language that is offered or begun, brought up to today's German; nothing is written.

    Args:
        begin: tag of a language whose files start now.

    Raises:
        ContentError: a PO file cannot be read, or an id in it is broken or doubled.
        UnknownName: the language that shall begin is not in ``languages.toml``.
    """
    if begin and begin not in content.known_languages:
        raise unknown("Sprache in phrasebooks/languages.toml", begin, content.known_languages)
    halves = {
        folders.forms: [text for key, text in content.texts.items() if not _is_phrasebook(key)],
        folders.phrasebooks: [text for key, text in content.texts.items() if _is_phrasebook(key)],
    }
    return [
        _synced(folder / f"{tag}.po", f"{folder.name}/{tag}.po", texts, tag)
        for folder, texts in halves.items()
        for tag in _kept_up(folders, content, begin)
    ]


def _kept_up(folders: ContentFolders, content: Content, begin: str) -> list[str]:
    """The tags of all languages that are offered, or of which at least one file is there."""
    begun = {path.stem for folder in (folders.forms, folders.phrasebooks) for path in folder.glob("*.po")}
    return [tag for tag in content.known_languages if tag in {*content.languages, *begun, begin} - {GERMAN}]


def _is_phrasebook(key: str) -> bool:
    return key.partition("/")[0] in PHRASEBOOK_TEXTS


def _synced(path: Path, shown_as: str, texts: Iterable[Text], tag: str) -> SyncedFile:
    before = read_po(path, shown_as) if path.exists() else polib.POFile(wrapwidth=0)
    live = _live_entries(before, shown_as)
    wanted = {text.key: text.german for text in texts}
    # Of several obsolete entries with one id the first in the file was retired last.
    resting = {entry.msgctxt: entry for entry in reversed(before) if entry.obsolete}
    known = {key: live.get(key) or resting[key] for key in wanted if key in live or key in resting}
    outdated = sum(_update(entry, wanted[key]) for key, entry in known.items())
    retired = [entry for key, entry in live.items() if key not in wanted and _has_text(entry)]
    for entry in retired:
        entry.obsolete = True
    after = polib.POFile(wrapwidth=0)
    after.header = before.header or "Translations by id (msgctxt). CC0-1.0. What nobody reviewed is a draft."
    after.metadata = _metadata(before.metadata, tag)
    after.extend(known.get(key) or _new(key, german) for key, german in sorted(wanted.items()))
    obsolete = (entry for entry in before if entry.obsolete and _has_text(entry))
    after.extend(sorted(obsolete, key=lambda entry: entry.msgctxt or ""))
    text = f"{str(after).rstrip()}\n"
    is_changed = not path.exists() or read_text(path, shown_as) != text
    return SyncedFile(path, shown_as, text, len(wanted) - len(known), outdated, len(retired), is_changed)


def _live_entries(file: polib.POFile, shown_as: str) -> dict[str, polib.POEntry]:
    """The entries in use; where one of them cannot be told by its id, text would be lost."""
    problems = Problems()
    live = {found.key: found.entry for found in entries(file, shown_as, problems)}
    for finding in problems.findings:
        raise ContentError(finding.detail, finding.where)
    return live


def _has_text(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def _new(key: str, german: str) -> polib.POEntry:
    return polib.POEntry(msgctxt=key, msgid=german, msgstr="", flags=[BRACE_FORMAT] if slots_of(german) else [])


def _update(entry: polib.POEntry, german: str) -> bool:
    """Give an entry today's German; tells whether that made its translation outdated."""
    was_outdated = bool(entry.previous_msgid)
    returns = entry.previous_msgid == german
    if returns or not entry.msgstr:
        entry.previous_msgid = None
    elif entry.msgid != german:
        # The first previous text is the one that was really translated: it stays through several changes.
        entry.previous_msgid = entry.previous_msgid or entry.msgid
    entry.obsolete = False
    entry.msgid = german
    entry.flags = _flags(entry, keeps_fuzzy=bool(entry.msgstr) and not returns)
    return bool(entry.previous_msgid) and not was_outdated


def _flags(entry: polib.POEntry, *, keeps_fuzzy: bool) -> list[str]:
    ours = {BRACE_FORMAT} if slots_of(entry.msgid) else set()
    if entry.previous_msgid or (keeps_fuzzy and entry.fuzzy):
        ours.add(FUZZY)
    return sorted(ours.union(entry.flags) - ({BRACE_FORMAT, FUZZY} - ours))


def _metadata(before: Mapping[str, str], tag: str) -> dict[str, str]:
    fixed = {
        "Project-Id-Version": "Schalterlotse",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return {**before, **fixed}

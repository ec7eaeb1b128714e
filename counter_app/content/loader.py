"""Reads the shipped files: into content, or into records of it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from counter_app.content.entries import entries_of
from counter_app.content.folders import ContentFolders
from counter_app.content.po_file import PoFolder
from counter_app.content.problems import Problems
from counter_app.content.quotes import german_amounts
from counter_app.content.reader import ContentReader, Reading
from counter_app.content.table import Table
from counter_app.content.toml_file import TomlFile
from counter_app.content.wording import character_complaints, complaints
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError
from counter_app.domain.record import Catalogue, Records, TranslationRecord

__all__ = ["ContentFolders", "Reading", "load_content", "load_records", "read_content"]

QUOTED_ELSEWHERE = {"forms/sources.toml", "forms/values.toml"}
"""Files that say what was read, or from what an amount follows."""

READ_ELSEWHERE = ("source", "norm")
"""Keys that say where something was read."""


def load_content(folders: ContentFolders) -> Content:
    """The content of these folders.

    Raises:
        ContentError: anything is wrong; names file and line of the first finding.
    """
    return _sound(read_content(folders)).content


def load_records(folders: ContentFolders) -> Records:
    """The content of these folders as records, once all of it was read and found sound.

    Raises:
        ContentError: anything is wrong; names file and line of the first finding.
    """
    source = FileSource(folders, Problems())
    _sound(source.read())
    return source.records()


def read_content(folders: ContentFolders) -> Reading:
    """Read everything, going on after what is broken.

    Raises:
        ContentError: a file without which nothing can be read is missing or broken.
    """
    return FileSource(folders, Problems()).read()


def _sound(reading: Reading) -> Reading:
    if reading.findings:
        first, *others = reading.findings
        more = f" (und {len(others)} weitere; „content check“ zeigt alle)" if others else ""
        raise ContentError(first.detail + more, first.where)
    return reading


class FileSource:
    """The content files themselves; notes bad characters and translations where they stand.

    Args:
        problems: where findings are noted.
    """

    def __init__(self, folders: ContentFolders, problems: Problems) -> None:
        self._folders = folders
        self._problems = problems
        self._files: dict[str, TomlFile] = {}
        self._translations: dict[str, PoFolder] = {}

    def read(self) -> Reading:
        """Everything in the files.

        Raises:
            ContentError: a file without which nothing can be read is missing or broken.
        """
        return ContentReader(self, self._problems).read()

    def root(self, name: str) -> Table:
        """What stands in one file."""
        file = self._files[name] = TomlFile(self._folders.path(name), name)
        for where, text in file.texts():
            for complaint in character_complaints(text):
                self._problems.add(where, complaint)
        if name not in QUOTED_ELSEWHERE:
            quotes = ((where, amount) for where, text in file.texts(READ_ELSEWHERE) for amount in german_amounts(text))
            self._problems.noted.quotes.extend(quotes)
        return file.root

    def stems(self, folder: str) -> tuple[str, ...]:
        """The names of all files in a folder."""
        return tuple(path.stem for path in sorted(self._folders.path(folder).glob("*.toml")))

    def catalogues(self, folder: str, tags: tuple[str, ...]) -> Mapping[str, Catalogue]:
        """The translations of one folder."""
        read = self._translations[folder] = PoFolder.read(self._folders.path(folder), folder, tags, self._problems)
        return MappingProxyType({tag: Catalogue.of(tag, records) for tag, records in read.records.items()})

    def complaints(self, german: str) -> Iterable[str]:
        """What is wrong with the wording of a German text."""
        return complaints(german)

    def check_translations(self, folder: str, german: Mapping[str, str]) -> None:
        """Note what is wrong with the translations of one folder."""
        self._translations[folder].check(german, self._problems)

    def records(self) -> Records:
        """All that was read so far, as records."""
        entries = (entry for name, file in sorted(self._files.items()) for entry in entries_of(name, file.data))
        by_tag: dict[str, list[TranslationRecord]] = {}
        for folder in self._translations.values():
            for tag, found in folder.records.items():
                by_tag.setdefault(tag, []).extend(found)
        return Records(tuple(entries), tuple(Catalogue.of(tag, by_tag[tag]) for tag in sorted(by_tag)))

"""Makes content of records, quickly: what was looked through when the records were made is not looked through again."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from counter_app.content.entries import RecordFile
from counter_app.content.problems import Problems
from counter_app.content.reader import ContentReader
from counter_app.content.table import Table
from counter_app.domain.content import Content
from counter_app.domain.errors import ContentError
from counter_app.domain.record import Catalogue, EntryRecord, Records


def content_of(records: Records) -> Content:
    """The content that these records were made of.

    Args:
        records: their entries in the order of files.

    Raises:
        ContentError: they do not fit together, or this program wants more of them than they say.
    """
    problems = Problems(is_looked_through=True)
    reading = ContentReader(RecordSource(records), problems).read()
    if reading.findings:
        first = reading.findings[0]
        raise ContentError(first.detail, first.where)
    return reading.content


class RecordSource:
    """Stored records in the place of files."""

    def __init__(self, records: Records) -> None:
        self._entries: Mapping[str, tuple[EntryRecord, ...]] = {
            file: tuple(entries) for file, entries in groupby(records.entries, attrgetter("file"))
        }
        self._catalogues = {catalogue.tag: catalogue for catalogue in records.catalogues}

    def root(self, name: str) -> Table:
        """What stood in one file."""
        if name not in self._entries:
            detail = "Die Datei fehlt."
            raise ContentError(detail, name)
        return RecordFile(name, self._entries[name]).root

    def stems(self, folder: str) -> tuple[str, ...]:
        """The names of all files of a folder."""
        prefix = f"{folder}/"
        inside = (file.removeprefix(prefix) for file in self._entries if file.startswith(prefix))
        return tuple(sorted(name.removesuffix(".toml") for name in inside))

    def catalogues(self, folder: str, tags: tuple[str, ...]) -> Mapping[str, Catalogue]:  # noqa: ARG002 - ids tell them apart
        """All translations; those of other folders have other ids."""
        return MappingProxyType({tag: found for tag, found in self._catalogues.items() if tag in tags})

    def complaints(self, german: str) -> Iterable[str]:  # noqa: ARG002 - it was looked through
        """Nothing."""
        return ()

    def check_translations(self, folder: str, german: Mapping[str, str]) -> None:
        """Nothing to note: they were looked through."""

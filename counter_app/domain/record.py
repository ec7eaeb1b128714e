"""Content as the files hold it, before anything is made of it: what is stored, compared and merged."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from counter_app.domain.text import Translation, Trust

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """One entry of a content file.

    Args:
        file: the file it belongs to, e.g. ``forms/documents.toml``.
        key: which entry of the file, e.g. ``document/pass``; empty for what stands outside of all lists of entries.
        order: its place among all entries of the file, from 0.
        fields: what it says; a day is ``{"$day": "2026-12-03"}``.
    """

    file: str
    key: str
    order: int
    fields: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Review:
    """Who read a translation, when, and the mark of the pair of texts that was read."""

    name: str
    day: date
    mark: str


@dataclass(frozen=True, slots=True)
class TranslationRecord:
    """One text in one other language, with all that its state follows from.

    Args:
        key: id of the text.
        german: the German it stands beside.
        previous: the German it was really translated from, where that is another one; else empty.
        text: the translation; empty while it is missing.
    """

    key: str
    german: str
    previous: str
    text: str
    is_fuzzy: bool = False
    review: Review | None = None

    @property
    def source(self) -> str:
        """The German that was really translated."""
        return self.previous or self.german

    def translation(self, german: str) -> Translation:
        """The translation with its computed state, measured against today's German."""
        return Translation(self.text, self._trust(german))

    def _trust(self, german: str) -> Trust:
        if not self.text:
            return Trust.MISSING
        if self.previous or self.german != german:
            return Trust.OUTDATED
        fits = self.review is not None and self.review.mark == review_mark(german, self.text)
        return Trust.REVIEWED if fits and not self.is_fuzzy else Trust.DRAFT


def review_mark(german: str, translation: str) -> str:
    """What ties a review to exactly this pair of texts: eight hexadecimal digits."""
    return hashlib.sha256(f"{german}\0{translation}".encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Catalogue:
    """All translations into one language. They lie packed in memory; the first question for one unpacks them.

    Args:
        tag: the language.
        packed: what :meth:`of` makes of the records, as UTF-8 JSON.
    """

    tag: str
    packed: bytes

    @classmethod
    def of(cls, tag: str, records: Iterable[TranslationRecord]) -> "Catalogue":
        """Pack the translations into one language; equal ones give equal bytes."""
        rows = [_row(record) for record in sorted(records, key=lambda record: record.key)]
        return cls(tag, json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())

    @cached_property
    def records(self) -> Mapping[str, TranslationRecord]:
        """The translations by id of their text."""
        return MappingProxyType({row[0]: _record(*row) for row in json.loads(self.packed)})


@dataclass(frozen=True, slots=True)
class Records:
    """All content as records: entries in the order of files and places, catalogues in the order of their tags."""

    entries: tuple[EntryRecord, ...]
    catalogues: tuple[Catalogue, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Translations(Mapping[str, Translation]):
    """The translations of one text, read from the catalogues when somebody asks.

    Args:
        german: today's German, which says how far a translation can be trusted.
        catalogues: language tag to catalogue; all texts share them.
    """

    key: str
    german: str
    catalogues: Mapping[str, Catalogue]

    def __getitem__(self, tag: str) -> Translation:
        record = self.catalogues[tag].records[self.key]
        if not record.text:
            raise KeyError(tag)
        return record.translation(self.german)

    def __iter__(self) -> Iterator[str]:
        return (tag for tag in self.catalogues if tag in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _row(record: TranslationRecord) -> list[Json]:
    row: list[Json] = [record.key, record.german, record.previous, record.text, record.is_fuzzy]
    if record.review is not None:
        row += [record.review.name, record.review.day.isoformat(), record.review.mark]
    return row


def _record(key: str, german: str, previous: str, text: str, is_fuzzy: bool, *review: str) -> TranslationRecord:  # noqa: FBT001 - one row
    if not review:
        return TranslationRecord(key, german, previous, text, is_fuzzy)
    name, day, mark = review
    return TranslationRecord(key, german, previous, text, is_fuzzy, Review(name, date.fromisoformat(day), mark))

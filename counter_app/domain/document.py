"""Papers a customer may have to bring."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.text import Text


class Confidence(StrEnum):
    """How sure a statement of law or practice is: statute read, usual practice, weak hint."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Form(StrEnum):
    """In what form a paper is wanted."""

    ORIGINAL = "original"
    COPY = "copy"
    DIGITAL = "digital"
    STATEMENT = "statement"

    @property
    def is_paper(self) -> bool:
        """Whether there is something to put on the counter."""
        return self in {Form.ORIGINAL, Form.COPY}


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of paper.

    Args:
        name: for lists. short: for talk, after a colon. plain: what it is, in plain words.
        where: where the customer gets it. not_enough: what does not count as this paper.
        form_note, limit: what the clerk must know about form and age; German only.
        source: where the demand was read; keys of ``forms/sources.toml``.
    """

    id: str
    name: Text
    short: Text
    plain: Text
    where: Text | None
    not_enough: Text | None
    forms: tuple[Form, ...]
    form_note: str
    limit: str
    confidence: Confidence
    source: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """A group of papers of which any one is enough, in some matters or (``services`` empty) in all."""

    id: str
    name: Text
    hint: Text
    documents: tuple[str, ...]
    services: tuple[str, ...]

    def covers(self, document: str, service: str) -> bool:
        """Whether a paper belongs to the group in a matter."""
        return document in self.documents and (not self.services or service in self.services)


@dataclass(frozen=True, slots=True)
class MissingReasons:
    """Why a paper counts as missing: reason id to its text; the first one is meant where none is given."""

    texts: Mapping[str, Text]

    @property
    def default(self) -> str:
        """The reason where nobody named one."""
        return next(iter(self.texts))

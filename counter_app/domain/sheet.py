"""Sheets as blocks that an office manager can write, and the order for one printed sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.checklist import Checklist
from counter_app.domain.document import Document
from counter_app.domain.language import Language
from counter_app.domain.text import Text


class BlockKind(StrEnum):
    """What a block prints."""

    TEXT = "text"
    CHECKLIST = "checklist"
    DEADLINE = "deadline"
    APPOINTMENT = "appointment"
    FEE = "fee"


class RowChoice(StrEnum):
    """Which rows of the list a checklist block prints."""

    MISSING = "missing"
    UNCLEAR = "unclear"
    NEEDED = "needed"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a sheet. A block without anything to say is left out."""

    id: str
    kind: BlockKind
    heading: Text | None = None
    text: Text | None = None
    rows: RowChoice | None = None


@dataclass(frozen=True, slots=True)
class SheetDefinition:
    """A sheet the office can print."""

    id: str
    title: Text
    blocks: tuple[Block, ...]

    @property
    def needs_missing(self) -> bool:
        """Whether the sheet makes no sense until somebody said what is missing."""
        return any(block.rows is RowChoice.MISSING for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Appointment:
    """The next appointment: local time of the office, and the room (may be empty)."""

    start: datetime
    room: str


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A paper that is missing: its number on the list, and why (reason id)."""

    number: int
    document: Document
    reason: str


@dataclass(frozen=True, slots=True)
class UnclearDocument:
    """A paper the office still has to look at, with its number on the list."""

    number: int
    document: Document


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """One sheet for one person; lives in memory only.

    Args:
        missing: in the order of the list, with the numbers both sides pointed at.
        unclear: papers the office still has to look at, with their numbers.
    """

    definition: SheetDefinition
    language: Language
    checklist: Checklist
    missing: tuple[MissingDocument, ...]
    deadline: date | None
    appointment: Appointment | None
    unclear: tuple[UnclearDocument, ...] = ()


def missing_documents(
    checklist: Checklist, named: Mapping[str, str], documents: Mapping[str, Document]
) -> tuple[MissingDocument, ...]:
    """What is missing, with the numbers of the list; papers added for this visit get the next numbers.

    Args:
        named: id of a paper to the id of the reason.
        documents: all papers by id.
    """
    numbers = {row.document.id: row.number for row in checklist.rows if row.number is not None}
    for document in named:
        numbers.setdefault(document, max(numbers.values(), default=0) + 1)
    found = (MissingDocument(numbers[name], documents[name], reason) for name, reason in named.items())
    return tuple(sorted(found, key=lambda missing: missing.number))

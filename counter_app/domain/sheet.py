"""Sheets as blocks that an office manager can write, and the order for one printed sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain.checklist import Checklist
from counter_app.domain.document import Confidence, Document
from counter_app.domain.fee import Fee
from counter_app.domain.folder import Companion, Folder
from counter_app.domain.language import Language
from counter_app.domain.text import Text


class BlockKind(StrEnum):
    """What a block prints.

    ``box`` frames what must not be overlooked, ``fields`` are lines to fill in by hand, ``fee`` is what the matter
    costs in this case and ``fees`` a list of prices, ``languages`` are all languages in their own names, ``matrix``
    shows the papers of all who came together and ``fees_together`` what it costs them.
    """

    TEXT = "text"
    STEPS = "steps"
    POINTS = "points"
    BOX = "box"
    FIELDS = "fields"
    CHECKLIST = "checklist"
    DEADLINE = "deadline"
    APPOINTMENT = "appointment"
    FEE = "fee"
    FEES = "fees"
    OFFICE = "office"
    LANGUAGES = "languages"
    MATRIX = "matrix"
    FEES_TOGETHER = "fees_together"


class Paper(StrEnum):
    """What a sheet is printed on; A3 is the same sheet in large print."""

    A4 = "a4"
    A3 = "a3"


class RowChoice(StrEnum):
    """Which rows of the list a checklist block prints."""

    MISSING = "missing"
    UNCLEAR = "unclear"
    NEEDED = "needed"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a sheet. A block without anything to say is left out.

    Args:
        items: the steps, points or labels of fields, in their order.
        rows: of a checklist.
        fees: of a list of prices.
    """

    id: str
    kind: BlockKind
    heading: Text | None = None
    text: Text | None = None
    items: tuple[Text, ...] = ()
    rows: RowChoice | None = None
    fees: tuple[Fee, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetDefinition:
    """A sheet the office can print.

    Args:
        confidence: how sure the facts on it are; None on a sheet that only shows the list of a matter.
        source: where they were read.
        note: for the office: what is in doubt, or differs from office to office.
    """

    id: str
    title: Text
    blocks: tuple[Block, ...]
    confidence: Confidence | None = None
    source: str = ""
    note: str = ""

    @property
    def needs_missing(self) -> bool:
        """Whether the sheet makes no sense until somebody said what is missing."""
        return any(block.rows is RowChoice.MISSING for block in self.blocks)

    @property
    def needs_matter(self) -> bool:
        """Whether the sheet shows the list or the fee of a matter."""
        return self.is_for_one or self.is_for_folder

    @property
    def is_for_one(self) -> bool:
        """Whether the sheet shows the list or the fee of one person."""
        return any(block.kind in {BlockKind.CHECKLIST, BlockKind.FEE} for block in self.blocks)

    @property
    def is_for_folder(self) -> bool:
        """Whether the sheet shows the papers or the fees of all who came together."""
        return any(block.kind in {BlockKind.MATRIX, BlockKind.FEES_TOGETHER} for block in self.blocks)

    @property
    def is_for_everyone(self) -> bool:
        """Whether the sheet speaks to readers of all languages at once, such as the poster to point at."""
        return any(block.kind is BlockKind.LANGUAGES for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Appointment:
    """The next appointment: local time of the office, and the room (may be empty)."""

    start: datetime
    room: str


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A paper that is missing: its number on the list, and why (reason id).

    ``last``: the last day on which the paper that the customer has counts; None where nobody told its age.
    """

    number: int
    document: Document
    reason: str
    last: date | None = None


@dataclass(frozen=True, slots=True)
class UnclearDocument:
    """A paper the office still has to look at, with its number on the list."""

    number: int
    document: Document


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """One sheet, for one person or for all; lives in memory only.

    Args:
        checklist: the list of the matter; a sheet that needs no matter may go without.
        missing: in the order of the list, with the numbers both sides pointed at.
        unclear: papers the office still has to look at, with their numbers.
        day: the day whose prices count on a sheet without a list; with one it is the day of the list.
        companion: whose sheet it is, where several people came together.
        folder: what the cover of a folder shows; without it, the list of the one person.
    """

    definition: SheetDefinition
    language: Language
    checklist: Checklist | None = None
    missing: tuple[MissingDocument, ...] = ()
    deadline: date | None = None
    appointment: Appointment | None = None
    unclear: tuple[UnclearDocument, ...] = ()
    paper: Paper = Paper.A4
    day: date | None = None
    companion: Companion | None = None
    folder: Folder | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be printed: whoever orders asks for the matter before."""
        if self.checklist is None and self.definition.needs_matter:
            msg = f"the sheet {self.definition.id} needs a matter"
            raise ValueError(msg)


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

"""The folder of all who came together: whose papers stand how, in the order in which the office files them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counter_app.domain.document import Document
from counter_app.domain.fee import FeeResult
from counter_app.domain.list_row import ListRow
from counter_app.domain.role import Role
from counter_app.domain.service import Service


@dataclass(frozen=True, slots=True)
class Companion:
    """One of those who came together, as screens and sheets call them: „Person 2 · Kind“."""

    number: int
    role: Role


@dataclass(frozen=True, slots=True)
class Member:
    """What the cover of the folder says about one person.

    Args:
        service, fee: None until the matter is known.
        rows: the list.
    """

    companion: Companion
    service: Service | None
    fee: FeeResult | None
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class FolderLine:
    """One paper, and each member's row of it; None where it is not on the list."""

    document: Document
    rows: tuple[ListRow | None, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """Members side by side, papers one below the other."""

    members: tuple[Member, ...]
    lines: tuple[FolderLine, ...]

    @property
    def matters(self) -> frozenset[str]:
        """The ids of what they came for."""
        return frozenset(member.service.id for member in self.members if member.service is not None)


def folder_of(members: Sequence[Member], order: Sequence[str]) -> Folder:
    """All papers of these members.

    Args:
        order: ids of papers as the office files them; those it does not name follow in the order of the lists.
    """
    by_id = [{row.document.id: row for row in member.rows} for member in members]
    lines = (
        FolderLine(document, tuple(rows.get(document.id) for rows in by_id))
        for document in _in_order(members, {name: place for place, name in enumerate(order)})
    )
    return Folder(tuple(members), tuple(lines))


def _in_order(members: Iterable[Member], places: Mapping[str, int]) -> Sequence[Document]:
    """Sorting keeps the order of the lists wherever the office says nothing."""
    documents = {row.document.id: row.document for member in members for row in member.rows}
    return sorted(documents.values(), key=lambda document: places.get(document.id, len(places)))

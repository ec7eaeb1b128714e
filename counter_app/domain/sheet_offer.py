"""Every sheet of the office for whoever wants one, with or without a visit: which there are, and the order for one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN
from counter_app.domain.service import Service
from counter_app.domain.sheet import Paper, SheetDefinition, SheetOrder
from counter_app.domain.text import Text, Trust, lowest
from counter_app.domain.visit import Case

FULL_LIST = "full"
"""The sheet that shows all papers of a matter."""


@dataclass(frozen=True, slots=True)
class OfferedSheet:
    """One sheet that can be had at any time.

    Args:
        service: the matter whose list or fee it shows; None on a sheet that needs none.
    """

    definition: SheetDefinition
    service: Service | None = None

    def trust(self, tag: str) -> Trust:
        """How far its texts can be trusted in a language; MISSING where one of them is not translated."""
        return lowest(text.trust(tag) for text in self._texts())

    def tag_for(self, wanted: str) -> str:
        """The language it comes in; what speaks to everyone at once counts as German, whichever is wanted."""
        return GERMAN if self.definition.is_for_everyone else wanted

    def _texts(self) -> Iterator[Text]:
        yield self.definition.title
        for block in self.definition.blocks:
            yield from (text for text in (block.heading, block.text) if text is not None)
            yield from block.items
            yield from (fee.name for fee in block.fees)
        if self.service is not None:
            yield self.service.name
            yield from (row.document.name for row in self.service.requirements)


@dataclass(frozen=True, slots=True)
class SheetWish:
    """A sheet as somebody wants it. ``tag``: of the language; a sheet for everyone is German whatever it says."""

    sheet: OfferedSheet
    tag: str = GERMAN
    paper: Paper = Paper.A4


def offered_sheets(content: Content) -> tuple[OfferedSheet, ...]:
    """All sheets but those that need what only a visit has: first the sheets for any matter, then those of each one."""
    possible = [sheet for sheet in content.sheets.values() if not (sheet.needs_missing or sheet.is_for_folder)]
    general = (OfferedSheet(sheet) for sheet in possible if not sheet.needs_matter)
    of_matters = (
        OfferedSheet(sheet, service)
        for sheet in possible
        if sheet.needs_matter
        for service in content.services.values()
    )
    return (*sorted(general, key=lambda sheet: sheet.definition.title.german), *of_matters)


def offered_order(
    content: Content, wish: SheetWish, case: Case, day: date, checklist: Checklist | None = None
) -> SheetOrder:
    """The order for a sheet: the whole list of its matter, as if nothing were known about anybody.

    Args:
        case: what a visit that is going on has agreed: deadline and appointment are taken from it, nothing else.
        day: today; with an appointment all counts by its day.
        checklist: the whole list of the matter if it is ready; else it is made for that day.

    Raises:
        UnknownName: we do not offer the language.
    """
    service, listed = wish.sheet.service, case.list_day(day)
    if checklist is None and service is not None:
        checklist = content.checklists.make(service, {}, listed)
    return SheetOrder(
        wish.sheet.definition,
        content.language(wish.sheet.tag_for(wish.tag)),
        checklist,
        deadline=case.deadline,
        appointment=case.appointment,
        paper=wish.paper,
        day=listed,
    )

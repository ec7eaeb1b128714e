"""The sheets for all who came together: the cover of the folder, then everybody's own sheet."""

from collections.abc import Sequence

from counter_app.domain.content import Content
from counter_app.domain.folder import Companion, Folder, Member, folder_of
from counter_app.domain.sheet import SheetOrder
from counter_app.domain.visit import Person, Visit
from counter_app.domain.visit_view import order_of

COVER = "family"
"""The sheet that shows all papers of all people."""


def family_folder(visit: Visit, order: Sequence[str]) -> Folder:
    """The papers of everybody; ``order`` as the office files them."""
    return folder_of([_member(person) for person in visit.people], order)


def family_orders(visit: Visit, content: Content) -> tuple[SheetOrder, ...]:
    """The cover, then the sheet of everybody whose matter is known; nothing while nobody's is."""
    sheets = [(person, order) for person in visit.people if (order := order_of(person, visit, content)) is not None]
    if not sheets:
        return ()
    (first, order), *_ = sheets
    cover = SheetOrder(
        content.sheet(COVER),
        order.language,
        first.case.checklist,
        deadline=order.deadline,
        appointment=order.appointment,
        folder=family_folder(visit, content.office.folder_order),
    )
    return (cover, *(order for _, order in sheets))


def _member(person: Person) -> Member:
    checklist = person.case.checklist
    fee = checklist.fee if checklist else None
    return Member(Companion(person.number, person.role), person.case.service, fee, person.rows)

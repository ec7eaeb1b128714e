"""Every sheet but those that need a person can be had at any time, and says nothing of whoever is there."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from counter_app.domain.content import Content
from counter_app.domain.sheet import Appointment, Block, BlockKind, Paper, RowChoice, SheetDefinition
from counter_app.domain.sheet_offer import OfferedSheet, SheetWish, offered_order, offered_sheets
from counter_app.domain.text import Trust
from counter_app.domain.visit import Case
from tests.makers import make_row, make_service, make_text

DAY = date(2026, 11, 23)
LAST_DAY = date(2026, 12, 7)
WHEN = Appointment(datetime.combine(date(2026, 12, 14), datetime.min.time()), "2.14")


def make_sheet(sheet_id: str, *blocks: Block) -> SheetDefinition:
    return SheetDefinition(sheet_id, make_text(sheet_id), blocks)


MOVING = make_sheet("moving", Block("text", BlockKind.TEXT, text=make_text("Bitte melden Sie sich um.")))
CARD = make_sheet("card", Block("text", BlockKind.TEXT, text=make_text("Ihre Karte ist da.")))
POSTER = make_sheet("poster", Block("languages", BlockKind.LANGUAGES))
EVERYTHING = make_sheet("everything", Block("list", BlockKind.CHECKLIST, rows=RowChoice.NEEDED))
MISSING = make_sheet("missing", Block("list", BlockKind.CHECKLIST, rows=RowChoice.MISSING))


@pytest.fixture
def office(content: Content) -> Content:
    """An office with five sheets."""
    return replace(content, sheets={sheet.id: sheet for sheet in (MOVING, MISSING, EVERYTHING, POSTER, CARD)})


def test_sheets_come_by_title_and_the_lists_of_all_matters_after_them(office: Content) -> None:
    found = offered_sheets(office)
    assert [sheet.definition.id for sheet in found if sheet.service is None] == ["card", "moving", "poster"]
    assert [sheet.definition for sheet in found[3:]] == [EVERYTHING] * len(office.services)
    assert [sheet.service for sheet in found[3:]] == [*office.services.values()]


def test_a_sheet_that_needs_to_know_what_is_missing_is_not_offered(office: Content) -> None:
    assert MISSING not in [sheet.definition for sheet in offered_sheets(office)]


def test_every_shipped_sheet_is_offered_once_or_once_for_each_matter(content: Content) -> None:
    found = offered_sheets(content)
    assert len({(sheet.definition.id, sheet.service and sheet.service.id) for sheet in found}) == len(found)
    assert {sheet.definition.id for sheet in found} == {*content.sheets} - {"missing", "family"}


def test_a_sheet_is_ordered_in_the_language_and_on_the_paper_that_are_wanted(office: Content) -> None:
    order = offered_order(office, SheetWish(OfferedSheet(CARD), "ar", Paper.A3), Case(), DAY)
    assert (order.definition, order.language.tag, order.paper, order.checklist) == (CARD, "ar", Paper.A3, None)


def test_a_sheet_for_everyone_is_german_whatever_is_wanted(office: Content) -> None:
    assert offered_order(office, SheetWish(OfferedSheet(POSTER), "ar"), Case(), DAY).language.tag == "de"


def test_a_sheet_comes_in_the_language_that_is_wanted_and_one_for_everyone_in_german() -> None:
    assert OfferedSheet(CARD).tag_for("ar") == "ar"
    assert OfferedSheet(POSTER).tag_for("ar") == OfferedSheet(POSTER).tag_for("de") == "de"


def test_a_list_that_is_ready_is_not_made_again(office: Content) -> None:
    study = office.service("study")
    ready = office.checklists.make(study, {}, DAY)
    order = offered_order(office, SheetWish(OfferedSheet(EVERYTHING, study)), Case(), DAY, ready)
    assert order.checklist is ready


def test_of_a_visit_only_deadline_and_appointment_come_onto_the_sheet(office: Content) -> None:
    study, other = office.service("study"), office.service("blue_card")
    told = {"housing": ("dormitory",)}
    case = Case(
        service=other,
        facts=told,
        added=(next(iter(office.documents.values())),),
        deadline=LAST_DAY,
        appointment=WHEN,
        checklist=office.checklists.make(other, {}, DAY),
    )
    order = offered_order(office, SheetWish(OfferedSheet(EVERYTHING, study)), case, DAY)
    assert (order.deadline, order.appointment) == (LAST_DAY, WHEN)
    assert (order.missing, order.unclear) == ((), ())
    day = WHEN.start.date()  # the papers are handed in then
    assert order.checklist == office.checklists.make(study, {}, day) != office.checklists.make(study, told, day)


def test_a_sheet_can_be_trusted_as_far_as_the_worst_of_its_texts() -> None:
    whole = make_text("Ihre Karte", en="Your card")
    half = Block("items", BlockKind.POINTS, items=(make_text("Ausweis", en="ID"), make_text("Brief")))
    assert OfferedSheet(SheetDefinition("card", whole, ())).trust("en") is Trust.REVIEWED
    assert OfferedSheet(SheetDefinition("card", whole, (half,))).trust("en") is Trust.MISSING
    assert OfferedSheet(SheetDefinition("card", whole, (half,))).trust("de") is Trust.REVIEWED
    assert OfferedSheet(SheetDefinition("card", whole, ()), make_service(make_row("pass"))).trust("en") is Trust.MISSING

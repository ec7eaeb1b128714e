"""The cover of a folder and the sheets of a family: whose papers stand how, what it costs, one after the other."""

from dataclasses import replace
from functools import cache
from re import fullmatch

import pypdfium2
import pytest

from counter_app.domain.content import Content
from counter_app.domain.family_sheets import family_folder, family_orders
from counter_app.domain.fee import FeeState
from counter_app.domain.folder import Companion, Folder, folder_of
from counter_app.domain.list_row import RowState, Tick
from counter_app.domain.role import Role
from counter_app.domain.sheet import SheetOrder
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.sheets.composer import Composer
from counter_app.sheets.folder_parts import folder_of_order
from counter_app.sheets.parts import PaperTable
from counter_app.sheets.state_marks import StateMark
from counter_app.sheets.table_layout import MOST_ABREAST
from tests.sheets.pdf_ua import violations
from tests.sheets.slips import APPOINTMENT, DAY, DEADLINE, PRINTER, checklist_of, shipped
from tests.sheets.text.samples import opened, structure_of

STATES = (RowState.PRESENT, RowState.MISSING, RowState.UNCLEAR, RowState.NOT_NEEDED)


def family(tag: str = "ar", children: int = 1, content: Content | None = None) -> Visit:
    """Two adults and children; of everybody, one paper in each state and the rest open."""
    steps = VisitSteps(content or shipped(), DAY)
    visit = steps.service_chosen(steps.language_chosen(Visit(), tag), "study")
    visit = steps.typical_case_chosen(visit, 0)
    for role in (Role.SPOUSE, *[Role.CHILD] * children):
        visit = steps.typical_case_chosen(steps.person_added(visit, role), 0)
    for person in visit.people:
        visit = steps.person_chosen(visit, person.number)
        for row, state in zip(visit.rows, STATES, strict=False):
            visit = steps.ticked(visit, row.document.id, Tick(state))
    return steps.appointment_set(steps.deadline_set(visit, DEADLINE), APPOINTMENT)


@cache
def orders(tag: str, children: int = 1) -> tuple[SheetOrder, ...]:
    return family_orders(family(tag, children), shipped())


@cache
def printed(tag: str, children: int = 1) -> bytes:
    return PRINTER.bound(shipped(), orders(tag, children))


def table(order: SheetOrder) -> PaperTable:
    (found,) = (part.body for part in Composer(shipped(), order).compose().parts if isinstance(part.body, PaperTable))
    return found


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return found


# Which sheets


def test_first_the_cover_then_the_sheet_of_everybody() -> None:
    cover, *others = orders("en")
    assert cover.definition.id == "family"
    assert [order.definition.id for order in others] == ["missing"] * 3
    assert [order.companion for order in others] == [
        Companion(1, Role.APPLICANT),
        Companion(2, Role.SPOUSE),
        Companion(3, Role.CHILD),
    ]


def test_whoever_has_no_matter_yet_is_on_the_cover_alone() -> None:
    steps = VisitSteps(shipped(), DAY)
    visit = steps.person_chosen(steps.person_added(Visit(), Role.SPOUSE), 1)
    assert family_orders(visit, shipped()) == ()
    cover, only = family_orders(steps.service_chosen(visit, "study"), shipped())
    assert only.companion == Companion(1, Role.APPLICANT)
    assert cover.folder is not None
    assert [member.fee is None for member in cover.folder.members] == [False, True]


def test_somebody_alone_is_called_nothing() -> None:
    steps = VisitSteps(shipped(), DAY)
    alone = steps.service_chosen(Visit(), "study")
    _, sheet = family_orders(alone, shipped())
    assert Composer(shipped(), sheet).compose().whose is None


# The order of the papers


def test_papers_stand_as_the_office_files_them_the_others_as_in_the_lists() -> None:
    visit = family()
    as_listed = [line.document.id for line in family_folder(visit, ()).lines]
    first, second, *others = as_listed
    order = (others[-1], "quark", second)
    found = [line.document.id for line in family_folder(visit, order).lines]
    assert found == [others[-1], second, first, *others[:-1]]


def test_each_paper_stands_once_with_the_row_of_everybody() -> None:
    folder = family_folder(family(), ())
    assert len({line.document.id for line in folder.lines}) == len(folder.lines)
    for line in folder.lines:
        for member, row in zip(folder.members, line.rows, strict=True):
            assert row == next((one for one in member.rows if one.document == line.document), None)


def test_nobody_has_no_folder() -> None:
    assert folder_of((), ()) == Folder((), ())


# The table


def test_the_table_says_whose_paper_stands_how_in_the_words_of_the_screen() -> None:
    found = table(orders("en")[0])
    assert [[line.german for line in head] for head in found.heads][2] == ["Person 3", "Kind"]
    first = found.lines[0]
    assert (first.name.german, first.name.other) == ("Antragsformular", "Application form")
    assert [cell.word.german if cell else "" for cell in first.cells] == ["Ist da"] * 3
    assert {cell.state for cell in found.legend} == {*STATES, RowState.OPEN}
    assert "It is here" in {cell.word.other for cell in found.legend}


def test_in_german_alone_nothing_is_explained() -> None:
    assert table(family_orders(family("de"), shipped())[0]).legend == ()


def test_of_one_person_the_cover_shows_the_list() -> None:
    checklist = checklist_of("study")
    order = SheetOrder(shipped().sheet("family"), shipped().german, checklist)
    folder = folder_of_order(order, shipped())
    assert [member.companion for member in folder.members] == [Companion(1, Role.APPLICANT)]
    numbered = {row.document.id for row in checklist.rows if row.number is not None}
    assert {line.document.id for line in folder.lines} == numbered


def test_many_people_get_tables_one_below_the_other() -> None:
    many = printed("en", MOST_ABREAST)
    assert violations(many) == []
    with opened(many) as pdf:
        heads = [text for tag, text in structure_of(pdf) if tag == "P" and fullmatch(r"Person \d", text)]
    people = [f"Person {number}" for number in range(1, MOST_ABREAST + 3)]
    assert [*dict.fromkeys(heads)] == people  # German and English say the same
    assert table(orders("en", MOST_ABREAST)[0]).heads[-1][0].german == people[-1]


@pytest.mark.parametrize("state", RowState)
def test_every_state_has_a_shape_of_its_own(state: RowState) -> None:
    shapes = [StateMark(other, 9).shape for other in RowState]
    assert shapes.count(StateMark(state, 9).shape) == 1


# What it costs


def said(order: SheetOrder) -> list[str]:
    (part,) = (part for part in Composer(shipped(), order).compose().parts if part.is_loose)
    return [line.german for line in part.lines]


def test_fees_that_are_known_are_added_up() -> None:
    cover = orders("en")[0]
    assert cover.folder is not None
    fees = [member.fee for member in cover.folder.members]
    total = sum(fee.total for fee in fees if fee is not None and fee.total is not None)
    *lines, together, exact = said(cover)
    assert [line.startswith(f"Person {number} · ") for number, line in enumerate(lines, 1)] == [True] * 3
    assert together == f"Zusammen: {total:.2f} €".replace(".", ",")
    assert exact == "Die Kasse nennt Ihnen den genauen Betrag."


@pytest.mark.parametrize("state", [FeeState.DEPENDS, FeeState.OFFICE_DECIDES])
def test_where_one_fee_is_open_nothing_is_added_up(state: FeeState) -> None:
    cover = orders("en")[0]
    assert cover.folder is not None
    first, *others = cover.folder.members
    assert first.fee is not None
    unknown = replace(first, fee=replace(first.fee, state=state, total=None, depends_on=("age_band",)))
    lines = said(replace(cover, folder=replace(cover.folder, members=(unknown, *others))))
    assert not any(line.startswith("Zusammen") for line in lines)
    assert lines[-1] == "Die Kasse nennt Ihnen den genauen Betrag."


def test_where_they_want_different_things_the_fees_name_the_matters() -> None:
    steps = VisitSteps(shipped(), DAY)
    visit = steps.service_chosen(family("en"), "settlement")
    cover = family_orders(visit, shipped())[0]
    assert Composer(shipped(), cover).compose().matter is None
    assert said(cover)[-2].startswith("Person 3 · Kind · Niederlassungserlaubnis")
    assert said(cover)[0].startswith("Person 1 · Person mit dem Antrag · Aufenthaltserlaubnis zum Studium: ")


# The file


def test_all_sheets_are_one_sound_file_and_each_counts_its_pages() -> None:
    pages = texts(printed("ar"))
    assert violations(printed("ar")) == []
    starts = [place for place, page in enumerate(pages) if "Seite 1/" in page]
    assert len(starts) == 4
    assert "Deckblatt für die Akte" in pages[0]
    for number, start in enumerate(starts[1:], 1):
        assert f"Person {number} · " in pages[start]
    for start, end in zip(starts, [*starts[1:], len(pages)], strict=True):
        assert [f"Seite {n}/{end - start}" in page for n, page in enumerate(pages[start:end], 1)] == [True] * (
            end - start
        )


def test_every_page_of_a_slip_says_whose_it_is() -> None:
    pages = texts(printed("ar"))
    starts = [place for place, page in enumerate(pages) if "Seite 1/" in page]
    assert all(
        "Diese Unterlagen fehlen noch · Person 1 · Person mit dem Antrag" in page
        for page in pages[starts[1] : starts[2]]
    )


def test_one_sheet_alone_is_the_same_as_ever() -> None:
    sheet = orders("en")[1]
    assert PRINTER.bound(shipped(), [sheet]) == PRINTER.pdf(shipped(), sheet)

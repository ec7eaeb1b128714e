"""What a sheet says is missing."""

from datetime import date

import pytest

from counter_app.domain.checklist import Checklist, ChecklistMaker
from counter_app.domain.language import Direction, Language
from counter_app.domain.sheet import Block, BlockKind, Paper, RowChoice, SheetDefinition, SheetOrder, missing_documents
from tests.makers import make_book, make_document, make_fact, make_row, make_service, make_text

DOCUMENTS = {name: make_document(name) for name in ("antrag", "pass", "heirat", "foto", "miete", "vollmacht")}


@pytest.fixture
def checklist() -> Checklist:
    """1 antrag, 2 pass, 3 foto; heirat does not show."""
    rows = [make_row("antrag", "always"), make_row("pass", "always"), make_row("heirat", "married")]
    service = make_service(*rows, make_row("foto", "always"), assumptions={"married": "no"})
    return ChecklistMaker(make_book(make_fact("married")), (), {}).make(service, {}, date(2026, 11, 22))


def numbered(checklist: Checklist, *named: str) -> list[tuple[int, str]]:
    missing = missing_documents(checklist, dict.fromkeys(named, "not_brought"), DOCUMENTS)
    return [(one.number, one.document.id) for one in missing]


def test_missing_papers_keep_the_numbers_of_the_list_and_its_gaps(checklist: Checklist) -> None:
    assert numbered(checklist, "foto", "antrag") == [(1, "antrag"), (3, "foto")]


def test_added_papers_get_the_next_numbers_in_the_order_they_were_named(checklist: Checklist) -> None:
    assert numbered(checklist, "vollmacht", "pass", "miete") == [(2, "pass"), (4, "vollmacht"), (5, "miete")]


def test_a_paper_the_list_does_not_show_counts_as_added(checklist: Checklist) -> None:
    assert numbered(checklist, "heirat") == [(4, "heirat")]


def test_nothing_named_is_nothing_missing(checklist: Checklist) -> None:
    assert numbered(checklist) == []


def test_each_missing_paper_has_its_own_reason(checklist: Checklist) -> None:
    named = {"pass": "expired", "foto": "not_brought", "miete": "copy_missing"}
    missing = missing_documents(checklist, named, DOCUMENTS)
    assert {one.document.id: one.reason for one in missing} == named


def test_only_a_sheet_of_missing_papers_needs_them_named() -> None:
    def sheet(*rows: RowChoice | None) -> SheetDefinition:
        blocks = (Block(f"block_{row}", BlockKind.CHECKLIST, rows=row) for row in rows)
        return SheetDefinition("slip", make_text("Zettel"), tuple(blocks))

    assert sheet(RowChoice.NEEDED, RowChoice.MISSING).needs_missing
    assert not sheet(RowChoice.NEEDED, RowChoice.DEPENDS, None).needs_missing


GERMAN = Language("de", "Deutsch", "Deutsch", "Latn", Direction.LTR, ("NotoSans",), 1.3, 1)


def sheet_of(kind: BlockKind) -> SheetDefinition:
    rows = RowChoice.NEEDED if kind is BlockKind.CHECKLIST else None
    return SheetDefinition("slip", make_text("Zettel"), (Block("one", kind, rows=rows),))


@pytest.mark.parametrize("kind", BlockKind)
def test_a_sheet_needs_a_matter_for_its_list_and_its_fee_alone(kind: BlockKind) -> None:
    is_for_one = kind in {BlockKind.CHECKLIST, BlockKind.FEE}
    assert sheet_of(kind).is_for_one is is_for_one
    assert sheet_of(kind).needs_matter is (is_for_one or kind in {BlockKind.MATRIX, BlockKind.FEES_TOGETHER})
    assert sheet_of(kind).is_for_everyone is (kind is BlockKind.LANGUAGES)


def test_whoever_orders_a_list_says_for_which_matter(checklist: Checklist) -> None:
    with pytest.raises(ValueError, match="slip needs a matter"):
        SheetOrder(sheet_of(BlockKind.CHECKLIST), GERMAN)
    assert SheetOrder(sheet_of(BlockKind.CHECKLIST), GERMAN, checklist).checklist == checklist


def test_a_sheet_for_everybody_is_ordered_without_a_matter_on_a4() -> None:
    order = SheetOrder(sheet_of(BlockKind.POINTS), GERMAN)
    assert (order.checklist, order.paper, order.missing) == (None, Paper.A4, ())

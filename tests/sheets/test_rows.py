"""Rows: what stands side by side, and how it goes on over the page."""

from typing import Any

import pikepdf
import pytest

from counter_app.domain.language import Language
from counter_app.sheets.pages import build_pdf
from counter_app.sheets.rows import Cell, Group, Row
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from tests.sheets.pieces import Drawn, Stack, row_of, stack
from tests.sheets.text.samples import ARABIC, BODY, FONTS, GERMAN, TEXTS, TIGRINYA, opened

PAPER: list[Drawn] = []


def test_a_row_is_as_high_as_its_highest_cell_and_its_space() -> None:
    row = row_of(stack("a", 2, PAPER), stack("b", 5, PAPER), above_pt=3, below_pt=4)
    assert row.height_pt == pytest.approx(57)


def test_the_first_lines_of_both_columns_stand_on_one_level() -> None:
    small, large = Stack(("a",), PAPER, 10, rises_pt=2), Stack(("b",), PAPER, 30, rises_pt=5)
    # The small line goes down by 17 points to the baseline of the large one.
    assert row_of(small, large).height_pt == pytest.approx(30)
    high = Stack(("a",) * 3, PAPER, 10, rises_pt=2)
    assert row_of(high, large).height_pt == pytest.approx(47)


def test_a_figure_that_stands_alone_begins_at_the_top() -> None:
    figure, large = Stack(("a",) * 3, PAPER, 10, rises_pt=None), Stack(("b",), PAPER, 30, rises_pt=5)
    assert row_of(figure, large).height_pt == pytest.approx(30)


@pytest.mark.parametrize("language", [ARABIC, TIGRINYA])
def test_texts_of_different_size_and_script_share_their_first_baseline(language: Language) -> None:
    german = Paragraph(TEXTS["de"], GERMAN, BODY, FONTS)
    other = Paragraph(TEXTS[language.tag], language, TextStyle(18), FONTS)
    row = Row([Cell(0, 200, [german]), Cell(200, 200, [other])])
    one, two = first_baselines(row)
    assert german.first_baseline_pt != pytest.approx(other.first_baseline_pt, abs=1)
    assert one == pytest.approx(two, abs=0.01)


def first_baselines(row: Row) -> list[float]:
    """Where the first line of each of its texts stands on paper."""
    found, origin, is_first = [], 0.0, False
    pdf = build_pdf([Group([row])], title="Probe", language="de", structure=StructureTree())
    with opened(pdf) as document:
        for step in pikepdf.parse_content_stream(document.pages[0]):
            operands: Any = step.operands
            match str(step.operator):
                case "cm":
                    origin, is_first = float(operands[5]), True
                case "Tm" if is_first:
                    found.append(origin + float(operands[5]))
                    is_first = False
    return found


def test_a_split_row_has_all_lines_once_in_each_column() -> None:
    row = row_of(stack("a", 8, PAPER), stack("b", 3, PAPER), above_pt=5, below_pt=7, rule_pt=1)
    halves = row.split(50)
    assert halves is not None
    first, rest = halves
    assert first.height_pt <= 50
    names = [
        [piece.lines for cell in half.cells for piece in cell.pieces if isinstance(piece, Stack)] for half in halves
    ]
    assert names == [[("a0", "a1", "a2", "a3"), ("b0", "b1", "b2")], [("a4", "a5", "a6", "a7")]]
    assert (first.above_pt, first.below_pt, first.rule_pt) == (5, 0, 0)
    assert (rest.above_pt, rest.below_pt, rest.rule_pt) == (0, 7, 1)


def test_where_nothing_fits_a_row_is_not_split() -> None:
    assert row_of(stack("a", 3, PAPER, is_whole=True)).split(25) is None
    assert row_of(stack("a", 3, PAPER), above_pt=20).split(25) is None


def test_several_pieces_of_a_cell_split_between_them() -> None:
    cell = Cell(0, 100, [stack("a", 2, PAPER), stack("b", 3, PAPER, is_whole=True), stack("c", 1, PAPER)])
    first, rest = cell.split(45)
    assert [piece.lines for half in (first, rest) for piece in half.pieces if isinstance(piece, Stack)] == [
        ("a0", "a1"),
        ("b0", "b1", "b2"),
        ("c0",),
    ]
    assert len(first.pieces) == 1


def test_a_group_is_as_high_as_what_stands_beside_its_rows() -> None:
    rows = [row_of(stack("a", 2, PAPER)), row_of(stack("b", 1, PAPER))]
    assert Group(rows).height_pt == pytest.approx(30)
    assert Group(rows, aside=Cell(0, 80, [stack("code", 9, PAPER)])).height_pt == pytest.approx(90)
    assert Group(rows, aside=Cell(0, 80, [stack("code", 1, PAPER)])).height_pt == pytest.approx(30)

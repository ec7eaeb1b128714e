"""Pages: nothing is lost, nothing leaves the frame, and what belongs together stays together."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm

from counter_app.domain.errors import SheetError
from counter_app.domain.sheet import Paper
from counter_app.sheets.figures import MatrixFigure, TickBox
from counter_app.sheets.pages import (
    BOTTOM_PT,
    FOOTER_BASE_PT,
    GAP_PT,
    LEAST_START_PT,
    LEFT_PT,
    TOP_PT,
    WIDTH_PT,
    build_pdf,
)
from counter_app.sheets.rows import Cell, Group, Row
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from tests.sheets.pieces import COLUMN_PT, Drawn, Stack, lines_by_page, row_of, set_pages, stack
from tests.sheets.text.samples import ARABIC, BODY, FONTS, GERMAN, TEXTS, TIGRINYA, opened, structure_of

PAGE_PT = TOP_PT - BOTTOM_PT
PAGE_LINES = int(PAGE_PT // 10)


# A small file with everything.


def mixed_groups(tree: StructureTree) -> list[Group]:
    def text(words: str, style: TextStyle, tag: str) -> Group:
        language = ARABIC if words == TEXTS["ar"] else GERMAN
        paragraph = Paragraph(words, language, style, FONTS, tree.root.add(tag))
        return Group([Row([Cell(0, WIDTH_PT, [paragraph])])])

    code = MatrixFigure(tree.root.add("Figure", alt="QR-Code"), [[1, 0], [1, 1]], module_mm=2)
    box = TickBox(tree.root.add("Figure", alt="liegt vor"), 14)
    return [
        Group([Row([Cell(0, code.width_pt, [code]), Cell(200, 14, [box])])]),
        text("Fehlende Unterlagen", TextStyle(16, bold=True), "H1"),
        *(text(TEXTS["ar"], BODY, "P") for _ in range(20)),
    ]


def footer(page: int, pages: int) -> Row:
    text = Paragraph(f"Seite {page} von {pages}", GERMAN, TextStyle(8), FONTS)
    return Row([Cell(0, WIDTH_PT, [text])])


def mixed_pdf(paper: Paper = Paper.A4) -> bytes:
    tree = StructureTree()
    groups = mixed_groups(tree)
    return build_pdf(groups, title="Blatt", language="de", structure=tree, paper=paper, footer=footer)


@pytest.fixture(scope="module")
def mixed() -> bytes:
    return mixed_pdf()


def test_the_same_groups_give_the_same_bytes(mixed: bytes) -> None:
    assert mixed_pdf() == mixed


@pytest.mark.parametrize("paper", Paper)
def test_qpdf_finds_nothing_to_complain_about(paper: Paper) -> None:
    with opened(mixed_pdf(paper)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []


def test_each_page_knows_its_number_and_how_many_there_are(mixed: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(mixed))
    assert [page.extract_text().splitlines()[-1] for page in reader.pages] == ["Seite 1 von 2", "Seite 2 von 2"]


def test_a_footer_is_no_part_of_the_structure(mixed: bytes) -> None:
    with opened(mixed) as pdf:
        assert structure_of(pdf) == [
            ("Document", ""),
            ("Figure", "QR-Code"),
            ("Figure", "liegt vor"),
            ("H1", "Fehlende Unterlagen"),
            *[("P", TEXTS["ar"])] * 20,
        ]


def test_no_font_is_named_that_the_file_does_not_hold(mixed: bytes) -> None:
    assert b"Helvetica" not in mixed
    assert b"/Type1" not in mixed


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, A4), (Paper.A3, A3)])
def test_pages_are_as_large_as_the_paper(paper: Paper, size: tuple[float, float]) -> None:
    with opened(mixed_pdf(paper)) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            assert [float(edge) for edge in page.mediabox] == pytest.approx([0, 0, *size], abs=0.01)


def test_a_page_has_margins_that_every_printer_leaves() -> None:
    smallest = min(LEFT_PT, A4[0] - LEFT_PT - WIDTH_PT, A4[1] - TOP_PT, BOTTOM_PT)
    assert smallest >= 13.9 * mm
    assert 7 * mm <= FOOTER_BASE_PT


def letters(pdf: bytes) -> list[tuple[int, str, float, float, float, float]]:
    """Page, character, left, bottom, right and top of everything written."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document):
        text = page.get_textpage()
        content = text.get_text_range()
        places = range(text.count_chars())
        found += [(number, content[place : place + 1], *text.get_charbox(place)) for place in places]
        text.close()
        page.close()
    document.close()
    return found


def pictures(pdf: bytes, scale: float) -> list[Image.Image]:
    """Each page in grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=scale, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def test_a3_is_the_same_sheet_in_large_print(mixed: bytes) -> None:
    small, large = pictures(mixed, 2**0.5), pictures(mixed_pdf(Paper.A3), 1)
    assert len(small) == len(large)
    for one, other in zip(small, large, strict=True):
        assert one.size == pytest.approx(other.size, abs=1)
        different = ImageChops.difference(one.resize(other.size), other).point(lambda grey: 255 * (grey > 128))
        assert different.histogram()[-1] < 0.005 * other.width * other.height


def test_a_footer_of_many_lines_keeps_its_distance() -> None:
    paper: list[Drawn] = []

    def tall(_page: int, _pages: int) -> Row:
        return row_of(stack("footer", 8, []))

    groups = [Group([row_of(stack(f"r{number}", 5, paper))]) for number in range(30)]
    build_pdf(groups, title="Liste", language="de", structure=StructureTree(), footer=tall)
    assert min(drawn.bottom for drawn in paper) >= FOOTER_BASE_PT + 80 + GAP_PT
    assert len(paper) == 30


# What stays together.


def test_a_group_that_does_not_fit_goes_to_the_next_page_as_a_whole() -> None:
    paper: list[Drawn] = []
    set_pages([Group([row_of(stack("a", PAGE_LINES - 3, paper))]), Group([row_of(stack("b", 4, paper))])])
    assert lines_by_page(paper)[2] == ["b0", "b1", "b2", "b3"]


def test_a_heading_goes_with_what_follows_it() -> None:
    paper: list[Drawn] = []
    set_pages(
        [
            Group([row_of(stack("a", PAGE_LINES - 4, paper))]),
            Group([row_of(stack("heading", 1, paper))], keeps_next=True),
            Group([row_of(stack("note", 1, paper))], keeps_next=True),
            Group([row_of(stack("b", 4, paper))]),
        ]
    )
    assert lines_by_page(paper)[2] == ["heading0", "note0", "b0", "b1", "b2", "b3"]


def test_what_needs_more_than_a_page_begins_where_there_is_room() -> None:
    for lines, first_page in ((int(LEAST_START_PT // 10) + 2, True), (int(LEAST_START_PT // 10) - 2, False)):
        paper: list[Drawn] = []
        set_pages([Group([row_of(stack("a", PAGE_LINES - lines, paper))]), Group([row_of(stack("b", 100, paper))])])
        assert ("b0" in lines_by_page(paper)[1]) is first_page


def test_the_space_above_a_group_is_left_out_at_the_top_of_a_page() -> None:
    paper: list[Drawn] = []
    set_pages([Group([row_of(stack("a", PAGE_LINES, paper))], 30), Group([row_of(stack("b", 1, paper))], 30)])
    assert [(drawn.page, drawn.top) for drawn in paper] == [(1, TOP_PT), (2, TOP_PT)]


def test_a_figure_higher_than_a_page_is_refused_in_words_that_help() -> None:
    with pytest.raises(SheetError, match=r"passt auf keine Seite\. Bitte kürzen"):
        set_pages([Group([row_of(stack("a", PAGE_LINES + 1, [], is_whole=True))])])


# Heads of lists.


def marks_of(page: pikepdf.Page) -> list[tuple[str, str]]:
    parsed = pikepdf.parse_content_stream(page)
    operands: list[Any] = [list(found.operands) for found in parsed if str(found.operator) == "BDC"]
    return [(str(tag), str(properties.get("/Type", ""))) for tag, properties in operands]


def test_the_head_of_a_list_stands_on_each_page_but_is_read_once() -> None:
    paper: list[Drawn] = []
    tree = StructureTree()
    head = Row([Cell(0, WIDTH_PT, [Paragraph("Unterlage", GERMAN, BODY, FONTS, tree.root.add("TH"))])])
    groups = [Group([row_of(stack(f"r{number}", 20, paper))], head=head) for number in range(6)]
    with opened(build_pdf(groups, title="Liste", language="de", structure=tree)) as pdf:
        assert len(pdf.pages) == 2
        assert structure_of(pdf) == [("Document", ""), ("TH", "Unterlage")]
        assert [marks_of(page) for page in pdf.pages] == [[("/TH", "")], [("/Artifact", "/Pagination")]]
    assert paper[0].top == pytest.approx(TOP_PT - head.height_pt)
    assert next(drawn for drawn in paper if drawn.page == 2).top == pytest.approx(TOP_PT - head.height_pt)


def test_two_lists_have_their_own_heads() -> None:
    paper: list[Drawn] = []
    heads = [row_of(stack("x", 1, paper)), row_of(stack("y", 1, paper))]
    set_pages([Group([row_of(stack(name, 1, paper))], head=head) for name, head in zip("abcd", heads * 2, strict=True)])
    # Coming back to a list, its head stands there again.
    assert lines_by_page(paper)[1] == ["x0", "a0", "y0", "b0", "x0", "c0", "y0", "d0"]


# Frames.


def frames(pdf: pikepdf.Pdf) -> list[tuple[int, list[float]]]:
    """Page, left, lower edge, width and height of each rectangle."""
    return [
        (number, [float(edge) for edge in found.operands])
        for number, page in enumerate(pdf.pages, 1)
        for found in pikepdf.parse_content_stream(page)
        if str(found.operator) == "re"
    ]


def test_a_frame_goes_around_all_rows() -> None:
    with set_pages([Group([row_of(stack("a", 3, [])), row_of(stack("b", 2, []))], is_framed=True)]) as pdf:
        ((page, edges),) = frames(pdf)
        assert page == 1
        assert edges == pytest.approx([LEFT_PT, TOP_PT - 50, WIDTH_PT, 50], abs=0.01)
        assert marks_of(pdf.pages[0]) == [("/Artifact", "")]


def test_a_frame_closes_at_the_end_of_a_page_and_opens_on_the_next() -> None:
    with set_pages([Group([row_of(stack("a", PAGE_LINES + 20, []))], is_framed=True)]) as pdf:
        (_, first), (_, second) = found = frames(pdf)
        assert [page for page, _ in found] == [1, 2]
    assert first[3] == pytest.approx(PAGE_LINES * 10, abs=0.01)
    assert second[3] == pytest.approx(200, abs=0.01)
    assert first[1] >= BOTTOM_PT


def test_a_frame_is_as_high_as_the_figure_beside_its_rows() -> None:
    paper: list[Drawn] = []
    code = Cell(WIDTH_PT - 80, 80, [stack("code", 9, paper)])
    with set_pages(
        [Group([row_of(stack("a", 2, paper))], is_framed=True, aside=code), Group([row_of(stack("b", 1, paper))])]
    ) as pdf:
        assert [edges[3] for _, edges in frames(pdf)] == pytest.approx([90], abs=0.01)
    beside, inside, below = paper
    assert (beside.left, beside.top) == pytest.approx((LEFT_PT + WIDTH_PT - 80, TOP_PT))
    assert inside.top == pytest.approx(TOP_PT)
    assert below.top == pytest.approx(TOP_PT - 90)


# Whatever comes.


@st.composite
def some_groups(draw: st.DrawFn, paper: list[Drawn]) -> list[Group]:
    """Groups whose rows may be longer than a page, with figures, heads, frames and space."""
    heads = [row_of(stack(f"head{number}.", 1, paper, 12)) for number in range(2)]
    groups = []
    for number in range(draw(st.integers(1, 6))):
        rows = []
        for place in range(draw(st.integers(1, 3))):
            stacks = [
                _some_stack(draw, f"{number}.{place}.{column}.", paper) for column in range(draw(st.integers(1, 3)))
            ]
            spaces = draw(st.tuples(st.integers(0, 12), st.integers(0, 12)))
            rows.append(row_of(*stacks, above_pt=spaces[0], below_pt=spaces[1], rule_pt=draw(st.sampled_from([0, 1]))))
        groups.append(
            Group(
                rows,
                draw(st.integers(0, 20)),
                draw(st.sampled_from([None, *heads])),
                keeps_next=draw(st.booleans()),
                is_framed=draw(st.booleans()),
            )
        )
    return groups


def _some_stack(draw: st.DrawFn, name: str, paper: list[Drawn]) -> Stack:
    is_whole = draw(st.booleans())
    made = stack(
        name, draw(st.integers(0, 40 if is_whole else 150)), paper, draw(st.integers(8, 16)), is_whole=is_whole
    )
    made.rises_pt = draw(st.sampled_from([None, 2, 4]))
    return made


def _stacks(row: Row) -> list[Stack]:
    return [piece for cell in row.cells for piece in cell.pieces if isinstance(piece, Stack)]


def _pages_of(row: Row, paper: list[Drawn]) -> set[int]:
    names = {line for one in _stacks(row) for line in one.lines}
    return {drawn.page for drawn in paper if names.intersection(drawn.lines)}


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_nothing_is_lost_or_doubled_or_leaves_the_frame(data: st.DataObject) -> None:
    paper: list[Drawn] = []
    groups = data.draw(some_groups(paper))
    set_pages(groups).close()
    columns: dict[float, list[str]] = {}
    said: dict[float, list[str]] = {}
    for group in groups:
        for row in group.rows:
            for place, one in enumerate(_stacks(row)):
                columns.setdefault(place * COLUMN_PT, []).extend(one.lines)
    for drawn in paper:
        lines = [line for line in drawn.lines if not line.startswith("head")]
        said.setdefault(drawn.left - LEFT_PT, []).extend(lines)
    assert {round(left): lines for left, lines in said.items() if lines} == {
        round(left): lines for left, lines in columns.items() if lines
    }
    assert all(drawn.top <= TOP_PT + 0.01 and drawn.bottom >= BOTTOM_PT - 0.01 for drawn in paper)
    places = [(drawn.page, -drawn.top) for drawn in paper if abs(drawn.left - LEFT_PT) < 1]
    assert places == sorted(places)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_group_that_fits_a_page_is_never_torn(data: st.DataObject) -> None:
    paper: list[Drawn] = []
    groups = data.draw(some_groups(paper))
    set_pages(groups).close()
    for group in groups:
        head = group.head.height_pt if group.head else 0
        if head + group.height_pt <= PAGE_PT:
            assert len({page for row in group.rows for page in _pages_of(row, paper)}) <= 1


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_what_keeps_the_next_stands_on_its_page_where_both_fit(data: st.DataObject) -> None:
    paper: list[Drawn] = []
    groups = data.draw(some_groups(paper))
    set_pages(groups).close()
    for group, following in pairwise(groups):
        heads = sum(one.head.height_pt for one in (group, following) if one.head)
        needed = heads + group.height_pt + following.space_pt + following.height_pt
        if group.keeps_next and not following.keeps_next and needed <= PAGE_PT:
            pages = [page for one in (group, following) for row in one.rows for page in _pages_of(row, paper)]
            assert len(set(pages)) <= 1


LANGUAGE_OF = [GERMAN, ARABIC, TIGRINYA]


def _words(language_place: int) -> st.SearchStrategy[str]:
    latin = ["Amt ", "§ 16b ", "Aufenthaltserlaubnis" * 9 + " ", "x" * 300 + " ", "\n"]
    own = [[], ["لا ", "نُعم "], ["ሰነዳት ", "። "]][language_place]
    return st.tuples(st.lists(st.sampled_from([*latin, *own]), max_size=12), st.integers(1, 5)).map(
        lambda drawn: "".join(drawn[0]) * drawn[1]
    )


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.integers(0, 2).flatmap(lambda place: st.tuples(st.just(place), _words(0), _words(place))), max_size=3)
)
def test_texts_of_any_length_are_read_whole_and_stay_inside_their_columns(rows: list[tuple[int, str, str]]) -> None:
    tree = StructureTree()
    groups = []
    for place, german, other in rows:
        texts = [(german, GERMAN, 0.0), (other, LANGUAGE_OF[place], WIDTH_PT / 2)]
        cells = [
            Cell(left, WIDTH_PT / 2, [Paragraph(text, language, BODY, FONTS, tree.root.add("P"))])
            for text, language, left in texts
        ]
        groups.append(Group([Row(cells)]))
    pdf = build_pdf(groups, title="Probe", language="de", structure=tree)
    with opened(pdf) as document:
        read = [text for tag, text in structure_of(document) if tag == "P"]
    said = ["".join(text.split()) for _, german, other in rows for text in (german, other) if text.split()]
    assert ["".join(text.split()) for text in read if text.split()] == said
    for _, character, left, bottom, right, top in letters(pdf):
        if character.strip():
            assert LEFT_PT - 2 <= left <= right <= LEFT_PT + WIDTH_PT + 2
            assert BOTTOM_PT - 2 <= bottom <= top <= TOP_PT + 2

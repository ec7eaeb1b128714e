"""The structure tree in the file."""

from typing import Any

import pikepdf
import pytest
from reportlab.lib.colors import black
from reportlab.platypus import Flowable, TableStyle

from counter_app.sheets.pdf import CONTENT_WIDTH_PT, TaggedTable, TickBox, build_pdf
from counter_app.sheets.tagging import COLUMN_HEADER, StructureTree
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from tests.sheets.text.samples import ARABIC, BODY, FONTS, GERMAN, TEXTS, opened, structure_of


def long_table(rows: int) -> tuple[list[Flowable], StructureTree]:
    """A table with a head row, and a tick box, a German and an Arabic text in each row."""
    tree = StructureTree()
    table = tree.root.add("Table")
    head = table.add("TR")
    titles = (("", GERMAN), ("Unterlage", GERMAN), ("مستند", ARABIC))
    data: list[list[Flowable]] = [
        [
            Paragraph(title, language, BODY, FONTS, head.add("TH", attributes=COLUMN_HEADER))
            for title, language in titles
        ]
    ]
    for number in range(rows):
        row = table.add("TR")
        box, german, arabic = (row.add("TD") for _ in range(3))
        data.append(
            [
                TickBox(box.add("Figure", alt="fehlt"), ticked=True),
                Paragraph(f"Unterlage {number}", GERMAN, BODY, FONTS, german),
                Paragraph("صورة", ARABIC, BODY, FONTS, arabic),
            ]
        )
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("BACKGROUND", (0, 0), (-1, 0), (0.9, 0.9, 0.9))])
    column = (CONTENT_WIDTH_PT - 30) / 2
    return [TaggedTable(data, colWidths=[30, column, column], repeatRows=1, style=style)], tree


@pytest.fixture(scope="module")
def table_pdf() -> bytes:
    story, tree = long_table(60)

    def footer(page: int, pages: int) -> Flowable:
        return Paragraph(f"Seite {page} von {pages}", GERMAN, TextStyle(8), FONTS)

    return build_pdf(story, title="Lange <Liste>", language="de", structure=tree, page_footer=footer)


def test_the_tree_is_read_in_the_order_of_the_story(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        read = structure_of(pdf)
    assert read[:6] == [("Document", ""), ("Table", ""), ("TR", ""), ("TH", ""), ("TH", "Unterlage"), ("TH", "مستند")]
    assert [text for tag, text in read if text.startswith("Unterlage ")] == [f"Unterlage {n}" for n in range(60)]
    assert read.count(("Figure", "fehlt")) == 60


def test_a_table_over_pages_stays_one_table(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        assert len(pdf.pages) > 1
        assert [tag for tag, _ in structure_of(pdf)].count("Table") == 1


def test_a_repeated_head_is_an_artifact(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        assert [text for tag, text in structure_of(pdf) if tag == "TH"] == ["", "Unterlage", "مستند"]
        second_page = pikepdf.parse_content_stream(pdf.pages[1])
        marks: list[Any] = [instruction.operands for instruction in second_page if str(instruction.operator) == "BDC"]
        pagination = [properties for _, properties in marks if properties.get("/Type") == "/Pagination"]
        assert len(pagination) == 3 + 1  # the head's cells and the footer


def test_a_paragraph_over_pages_is_one_element() -> None:
    tree = StructureTree()
    text = " ".join([TEXTS["ar"]] * 20)
    pdf = build_pdf(
        [Paragraph(text, ARABIC, TextStyle(16), FONTS, tree.root.add("P"))], title="x", language="de", structure=tree
    )
    with opened(pdf) as document:
        assert len(document.pages) > 1
        assert structure_of(document)[1:] == [("P", text)]


def test_marks_lead_back_to_their_elements(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        for page in pdf.pages:
            elements = numbers[2 * int(page.StructParents) + 1]
            for number, element in enumerate(elements):
                assert any(
                    int(kid.MCID) == number and kid.Pg.objgen == page.obj.objgen for kid in element.K if "/MCID" in kid
                )


def test_all_content_is_marked_once(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operands: Any = instruction.operands
                name = str(instruction.operator)
                if name == "BDC" and (operands[0] == "/Artifact" or "/MCID" in operands[1]):
                    assert depth == 0
                depth += {"BDC": 1, "EMC": -1}.get(name, 0)
                if name in {"TJ", "S", "f", "f*", "B", "n"}:
                    assert depth > 0
            assert depth == 0


def test_blocks_name_their_language_and_heads_their_scope(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        head = pdf.Root.StructTreeRoot.K.K[0].K[0]
        assert [str(cell.Lang) for cell in head.K] == ["de", "de", "ar"]
        assert {str(cell.A.Scope) for cell in head.K} == {"/Column"}


def test_a_figure_says_where_it_is(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        figure = pdf.Root.StructTreeRoot.K.K[0].K[1].K[0].K[0]
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert (right - left, top - bottom) == pytest.approx((11, 11), abs=0.05)
        assert 0 < left < 100
        assert 700 < bottom < 842


def test_the_catalog_tells_readers_what_they_need(table_pdf: bytes) -> None:
    with opened(table_pdf) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "de"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Lange <Liste>"
        assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Lange <Liste>"
            assert "de" in metadata["dc:language"]
            assert "pdfuaid:part" not in metadata

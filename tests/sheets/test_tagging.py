"""The structure tree in the file."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest
from reportlab.lib.pagesizes import A3, A4

from counter_app.sheets.tagging import StructureTree
from tests.sheets.tagged import TITLE, draw_footer, good_pdf, new_canvas, write, write_box, write_table
from tests.sheets.text.samples import opened, structure_of

LINES_OF_GOOD_PDF = [
    ("Document", ""),
    ("H1", "Mitbringen"),
    ("Sect", ""),
    ("H2", "Unterlagen"),
    ("P", "Bitte im Original.Kopien reichen nicht."),
    ("L", ""),
    ("LI", ""),
    ("Lbl", "•"),
    ("LBody", "Reisepass"),
    ("LI", ""),
    ("Lbl", "•"),
    ("LBody", "Foto"),
    ("Table", ""),
    ("TR", ""),
    ("TH", "Nr."),
    ("TH", "Unterlage"),
    ("TR", ""),
    ("TH", "1"),
    ("TD", "Pass"),
    ("TR", ""),
    ("TH", "2"),
    ("TD", ""),
    ("P", "صورة"),
    ("Figure", "fehlt"),
]


@pytest.fixture(scope="module")
def good() -> bytes:
    return good_pdf()


def saved(tree: StructureTree, **options: object) -> pikepdf.Pdf:
    """An otherwise empty file with a tree that was never drawn, and one line that was."""
    target = BytesIO()
    canvas = new_canvas(tree, target, **options)
    write(canvas, tree.root.add("P"), "Text", 700)
    canvas.save()
    return opened(target.getvalue())


def test_the_tree_is_read_in_the_order_it_was_built(good: bytes) -> None:
    with opened(good) as pdf:
        assert structure_of(pdf) == LINES_OF_GOOD_PDF


def test_what_goes_on_over_the_page_is_one_element(good: bytes) -> None:
    with opened(good) as pdf:
        paragraph = pdf.Root.StructTreeRoot.K.K[1].K[1]
        assert [kid.Pg.objgen for kid in paragraph.K] == [page.obj.objgen for page in pdf.pages]


def test_an_element_that_says_nothing_is_left_out() -> None:
    tree = StructureTree()
    section = tree.root.add("Sect")
    section.add("P", language="ar")
    section.add("L").add("LI").add("LBody")
    with saved(tree) as pdf:
        assert structure_of(pdf) == [("Document", ""), ("P", "Text")]


def test_a_figure_without_content_still_says_its_alternative() -> None:
    tree = StructureTree()
    tree.root.add("Figure", alt="fehlt")
    with saved(tree) as pdf:
        assert structure_of(pdf) == [("Document", ""), ("Figure", "fehlt"), ("P", "Text")]


def test_an_empty_cell_stays_so_that_all_rows_are_equally_wide() -> None:
    tree = StructureTree()
    target = BytesIO()
    canvas = new_canvas(tree, target)
    write_table(canvas, tree.root.add("Table"), 700, [("Nr.", "Unterlage"), ("1", "")])
    canvas.save()
    with opened(target.getvalue()) as pdf:
        assert structure_of(pdf)[-2:] == [("TH", "1"), ("TD", "")]


def test_a_file_without_content_has_a_tree_without_elements() -> None:
    tree, target = StructureTree(), BytesIO()
    canvas = new_canvas(tree, target)
    canvas.showPage()
    canvas.save()
    with opened(target.getvalue()) as pdf:
        assert structure_of(pdf) == [("Document", "")]


def test_what_stands_in_an_artifact_is_not_tagged_as_well() -> None:
    tree, target = StructureTree(), BytesIO()
    canvas = new_canvas(tree, target)
    with canvas.artifact("/Type /Pagination"), canvas.artifact():
        write(canvas, tree.root.add("P"), "Unterlage", 700)
    canvas.save()
    with opened(target.getvalue()) as pdf:
        assert structure_of(pdf) == [("Document", "")]
        assert [str(operands[0]) for operands in _marks(pdf.pages[0])] == ["/Artifact"]


def test_what_belongs_to_no_element_is_decoration() -> None:
    tree, target = StructureTree(), BytesIO()
    canvas = new_canvas(tree, target)
    write(canvas, None, "•", 700)
    canvas.save()
    with opened(target.getvalue()) as pdf:
        assert [str(operands[0]) for operands in _marks(pdf.pages[0])] == ["/Artifact"]


def _marks(page: pikepdf.Page) -> list[list[Any]]:
    parsed = pikepdf.parse_content_stream(page)
    return [list(instruction.operands) for instruction in parsed if str(instruction.operator) == "BDC"]


def test_the_footer_is_marked_as_one_on_every_page(good: bytes) -> None:
    with opened(good) as pdf:
        for page in pdf.pages:
            tag, properties = _marks(page)[-1]
            assert tag == "/Artifact"
            assert (properties.Type, properties.Subtype) == ("/Pagination", "/Footer")


def test_blocks_name_their_language_and_heads_their_scope(good: bytes) -> None:
    with opened(good) as pdf:
        section = pdf.Root.StructTreeRoot.K.K[1]
        assert [str(kid.Lang) for kid in section.K if "/Lang" in kid] == ["de", "de", "ar", "de"]
        head, row, _ = section.K[3].K
        assert [str(cell.A.Scope) for cell in head.K] == ["/Column", "/Column"]
        assert str(row.K[0].A.Scope) == "/Row"


def test_the_catalog_tells_readers_what_they_need(good: bytes) -> None:
    with opened(good) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "de"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == TITLE
        assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == TITLE
            assert "de" in metadata["dc:language"]


def test_no_conformance_is_claimed_before_a_validator_has_run(good: bytes) -> None:
    with opened(good) as pdf:
        claims = bytes(pdf.Root.Metadata.read_bytes())
    assert b"pdfua" not in claims
    assert b"pdfa" not in claims


def test_nobody_is_named_as_the_author(good: bytes) -> None:
    with opened(good) as pdf:
        assert {str(pdf.docinfo.get(key, "")) for key in ("/Author", "/Subject", "/Keywords")} == {""}
        assert str(pdf.docinfo.Creator) == "Schalterlotse"


@pytest.mark.parametrize("size", [A4, A3])
def test_all_pages_have_the_size_that_was_asked_for(size: tuple[float, float]) -> None:
    with saved(StructureTree(), pagesize=size, draw_footer=draw_footer) as pdf:
        boxes = [[float(edge) for edge in page.mediabox.as_list()] for page in pdf.pages]
        assert boxes == [pytest.approx([0, 0, *size], abs=0.01)]


def test_the_same_content_gives_the_same_bytes(good: bytes) -> None:
    assert good_pdf() == good


def test_another_title_gives_the_file_another_identity(good: bytes) -> None:
    tree, target = StructureTree(), BytesIO()
    canvas = new_canvas(tree, target)
    canvas.setTitle("Anders")
    write_box(canvas, tree.root.add("Figure", alt="Kasten"))
    canvas.save()
    with opened(good) as pdf, opened(target.getvalue()) as other:
        assert bytes(pdf.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_qpdf_finds_every_object_where_the_file_says(good: bytes) -> None:
    with opened(good) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []


def test_the_table_of_places_counts_the_packed_objects_as_they_stand(good: bytes) -> None:
    table = pypdf.PdfReader(BytesIO(good), strict=True).xref_objStm
    ((stream, _), *_) = table.values()
    with opened(good) as pdf:
        pack = pdf.get_object(stream, 0)
        numbers = [int(word) for word in pack.read_bytes()[: int(pack.First)].split()[::2]]
    assert len(numbers) == len(LINES_OF_GOOD_PDF) + 1
    assert table == {number: (stream, index) for index, number in enumerate(numbers)}


def test_the_elements_are_packed(good: bytes) -> None:
    assert b"/StructElem" not in good
    assert good.count(b"/ObjStm") == 1

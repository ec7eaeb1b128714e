"""Pages, footers and drawings."""

from io import BytesIO

import pypdf
import pypdfium2
import pytest
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from counter_app.sheets.pdf import (
    CONTENT_WIDTH_PT,
    MARGIN_PT,
    TOP_MARGIN_PT,
    MatrixFigure,
    TaggedTable,
    TickBox,
    build_pdf,
)
from counter_app.sheets.tagging import StructureTree
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from tests.sheets.text.samples import ARABIC, BODY, FONTS, GERMAN, TEXTS, opened, structure_of


def mixed_story() -> tuple[list[Flowable], StructureTree]:
    tree = StructureTree()
    story = [
        Paragraph("Fehlende Unterlagen", GERMAN, TextStyle(16, bold=True), FONTS, tree.root.add("H1")),
        Paragraph(TEXTS["ar"], ARABIC, BODY, FONTS, tree.root.add("P")),
        PageBreak(),
        TickBox(tree.root.add("Figure", alt="liegt vor"), ticked=False),
        MatrixFigure([[1, 0], [1, 1]], tree.root.add("Figure", alt="QR-Code"), module_mm=2),
    ]
    return story, tree


def footer(page: int, pages: int) -> Flowable:
    return TaggedTable([[Paragraph(f"Seite {page} von {pages}", GERMAN, TextStyle(8), FONTS)]])


def mixed_pdf() -> bytes:
    story, tree = mixed_story()
    return build_pdf(story, title="Blatt", language="de", structure=tree, page_footer=footer)


def test_the_same_story_gives_the_same_bytes() -> None:
    assert mixed_pdf() == mixed_pdf()


def test_qpdf_finds_nothing_to_complain_about() -> None:
    with opened(mixed_pdf()) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []


def test_each_page_knows_its_number_and_how_many_there_are() -> None:
    reader = pypdf.PdfReader(BytesIO(mixed_pdf()))
    assert [page.extract_text().splitlines()[-1] for page in reader.pages] == ["Seite 1 von 2", "Seite 2 von 2"]


def test_a_footer_is_no_part_of_the_structure() -> None:
    with opened(mixed_pdf()) as pdf:
        assert structure_of(pdf) == [
            ("Document", ""),
            ("H1", "Fehlende Unterlagen"),
            ("P", TEXTS["ar"]),
            ("Figure", "liegt vor"),
            ("Figure", "QR-Code"),
        ]


def test_no_font_is_named_that_the_file_does_not_hold() -> None:
    pdf = mixed_pdf()
    assert b"Helvetica" not in pdf
    assert b"/Type1" not in pdf


def test_pages_are_a4_with_margins() -> None:
    assert pytest.approx(18 * mm) == MARGIN_PT
    with opened(mixed_pdf()) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == pytest.approx([0, 0, 595.28, 841.89], abs=0.01)
    assert pytest.approx(595.28 - 36 * mm, abs=0.01) == CONTENT_WIDTH_PT


def test_a_code_is_drawn_module_by_module_with_a_quiet_zone() -> None:
    document = pypdfium2.PdfDocument(mixed_pdf())
    page = document[1]
    bitmap = page.render(scale=1, grayscale=True)
    width: int = bitmap.width
    pixels = bytes(bitmap.buffer)
    for opened_object in (bitmap, page, document):
        opened_object.close()

    def is_dark(right_modules: float, down_modules: float) -> bool:
        x = MARGIN_PT + right_modules * 2 * mm
        y = TOP_MARGIN_PT + 11 + down_modules * 2 * mm
        return pixels[int(y) * width + int(x)] < 128

    assert [is_dark(4.5, 4.5), is_dark(5.5, 4.5), is_dark(4.5, 5.5), is_dark(5.5, 5.5)] == [True, False, True, True]
    assert not any(is_dark(place, 4.5) for place in (0.5, 3.5, 6.5, 9.5))


def test_a_code_too_small_for_phones_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        MatrixFigure([[1]], StructureTree().root.add("Figure", alt="x"), module_mm=0.3)

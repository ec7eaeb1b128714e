"""Drawings: boxes to tick, codes for the phone, pictures of the office."""

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.units import mm

from counter_app.domain.sheet import Paper
from counter_app.sheets.figures import Figure, MatrixFigure, PictureFigure, TickBox
from counter_app.sheets.pages import LEFT_PT, SCALES, TOP_PT, build_pdf
from counter_app.sheets.pictures import Picture, Pictures
from counter_app.sheets.rows import Cell, Group, Row
from counter_app.sheets.structure import StructureElement
from counter_app.sheets.tagging import StructureTree
from tests.sheets.text.samples import opened, structure_of

A4_HEIGHT_PT = 842


def element(tree: StructureTree | None = None, alt: str = "QR-Code") -> StructureElement:
    return (tree or StructureTree()).root.add("Figure", alt=alt)


def page_with(figure: Figure, tree: StructureTree, paper: Paper = Paper.A4) -> bytes:
    group = Group([Row([Cell(0, figure.width_pt, [figure])])])
    return build_pdf([group], title="Probe", language="de", structure=tree, paper=paper)


def greys(pdf: bytes, scale: int = 4) -> list[bytes]:
    """The page's rows of pixels, ``scale`` for each point, 0 for black."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    bitmap = page.render(scale=scale, grayscale=True)
    content, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
    for opened_object in (bitmap, page, document):
        opened_object.close()
    return [content[start : start + width] for start in range(0, len(content), stride)]


def is_dark(rows: list[bytes], right_pt: float, down_pt: float) -> bool:
    """Whether a point of the figure is dark, counted from its upper left corner."""
    return rows[int((A4_HEIGHT_PT - TOP_PT + down_pt) * 4)][int((LEFT_PT + right_pt) * 4)] < 128


def test_a_code_is_drawn_module_by_module_with_a_quiet_zone() -> None:
    tree = StructureTree()
    rows = greys(page_with(MatrixFigure(element(tree), [[1, 0], [1, 1]], module_mm=2), tree))

    def module(right: float, down: float) -> bool:
        return is_dark(rows, right * 2 * mm, down * 2 * mm)

    assert [module(4.5, 4.5), module(5.5, 4.5), module(4.5, 5.5), module(5.5, 5.5)] == [True, False, True, True]
    assert not any(module(place, 4.5) or module(4.5, place) for place in (0.5, 3.5, 6.5, 9.5))


def test_a_code_too_small_for_phones_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        MatrixFigure(element(), [[1]], module_mm=0.3)


def test_a_box_to_tick_is_empty_and_its_line_survives_a_copier() -> None:
    tree = StructureTree()
    rows = greys(page_with(TickBox(element(tree), 14), tree))
    middle = [is_dark(rows, place / 4, 7) for place in range(-8, 64)]
    assert [is_dark(rows, 7, place) for place in (0.5, 7, 13.5)] == [True, False, True]
    # Two lines of at least one point each, and nothing in between.
    edges = [place for place, (left, right) in enumerate(pairwise(middle)) if left != right]
    assert len(edges) == 4
    assert min(edges[1] - edges[0], edges[3] - edges[2]) >= 4


def test_a_box_stands_on_the_line_of_the_letters_beside_it() -> None:
    assert TickBox(element(), 14).first_baseline_pt == pytest.approx(11.9)
    assert MatrixFigure(element(), [[1]]).first_baseline_pt is None


@pytest.mark.parametrize("paper", Paper)
def test_a_figure_says_what_it_is_and_where(paper: Paper) -> None:
    tree = StructureTree()
    with opened(page_with(TickBox(element(tree, "ankreuzen"), 14), tree, paper)) as pdf:
        assert structure_of(pdf) == [("Document", ""), ("Figure", "ankreuzen")]
        attributes = pdf.Root.StructTreeRoot.K.K[0].A if "/A" in pdf.Root.StructTreeRoot.K.K[0] else None
        found = attributes if attributes is not None else pdf.Root.StructTreeRoot.K.K.A
        box = [float(edge) for edge in found.BBox]
    scale = SCALES[paper]
    expected = [edge * scale for edge in (LEFT_PT, TOP_PT - 14, LEFT_PT + 14, TOP_PT)]
    assert box == pytest.approx(expected, abs=0.02)


def picture(folder: Path, width: int, height: int, colour: str = "black") -> Picture:
    Image.new("RGB", (width, height), colour).save(folder / "logo.png")
    return Pictures(folder).picture("logo.png")


@pytest.mark.parametrize(
    ("size", "printed"),
    [((100, 100), (34, 34)), ((200, 100), (68, 34)), ((1000, 100), (90, 9)), ((10, 200), (1.7, 34))],
)
def test_a_picture_is_as_high_as_told_unless_it_is_too_wide(
    size: tuple[int, int], printed: tuple[float, float], tmp_path: Path
) -> None:
    figure = PictureFigure(element(), picture(tmp_path, *size), 34, 90)
    assert (figure.width_pt, figure.height_pt) == pytest.approx(printed)
    assert figure.height_at(500) == figure.height_pt


def test_a_picture_fills_its_place_on_paper(tmp_path: Path) -> None:
    tree = StructureTree()
    rows = greys(page_with(PictureFigure(element(tree), picture(tmp_path, 200, 100), 30, 90), tree))
    inside = [(1, 1), (59, 1), (1, 29), (59, 29), (30, 15)]
    outside = [(-1, 15), (61, 15), (30, -1), (30, 31)]
    assert all(is_dark(rows, *place) for place in inside)
    assert not any(is_dark(rows, *place) for place in outside)

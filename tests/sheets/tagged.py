"""A small tagged file made with nothing but the canvas: every kind of element once, on two pages."""

from collections.abc import Sequence
from io import BytesIO

from counter_app.domain.language import Language
from counter_app.sheets.tagging import (
    BULLET_LIST,
    COLUMN_HEADER,
    StructureElement,
    StructureTree,
    TaggedCanvas,
)
from counter_app.sheets.text.drawing import TextWriter, place_line
from counter_app.sheets.text.embedding import document_uses
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import shape_text
from tests.sheets.text.samples import ARABIC, FONTS, GERMAN

ROW_HEADER = {"O": "/Table", "Scope": "/Row"}
TITLE = "Mitbringen <& mehr>"
BOX = (60.0, 560.0, 80.0, 580.0)
SIZE_PT = 12


def write(
    canvas: TaggedCanvas, element: StructureElement | None, text: str, y_pt: float, language: Language = GERMAN
) -> None:
    """One line of text as content of an element."""
    shaped = shape_text((Span(text),), language, FONTS)
    if element is not None:
        element.language = element.language or language.tag
    with canvas.marked(element):
        writer = TextWriter(document_uses(canvas.document), SIZE_PT, language.tag)
        writer.add_line(place_line(shaped, 0, len(shaped.text)), 60, y_pt)
        canvas.emit(writer.finish())


def write_box(canvas: TaggedCanvas, figure: StructureElement) -> None:
    """A square as content of a figure."""
    figure.attributes = {"O": "/Layout", "BBox": f"[{BOX[0]} {BOX[1]} {BOX[2]} {BOX[3]}]"}
    with canvas.marked(figure):
        canvas.emit(f"0 G 1 w {BOX[0] + 1} {BOX[1] + 1} 18 18 re S")


def draw_footer(canvas: TaggedCanvas, page: int, pages: int) -> None:
    """Page n of m."""
    write(canvas, None, f"Seite {page} von {pages}", 20)


def new_canvas(tree: StructureTree, target: BytesIO, **options: object) -> TaggedCanvas:
    """A canvas in German."""
    return TaggedCanvas(target, title=TITLE, language="de", structure=tree, **options)  # type: ignore[arg-type]


def write_table(canvas: TaggedCanvas, table: StructureElement, y_pt: float, rows: Sequence[Sequence[str]]) -> None:
    """A table with a head row and a head cell in each row; an empty text makes an empty cell."""
    for number, texts in enumerate(rows):
        row = table.add("TR")
        for place, text in enumerate(texts):
            is_head = number == 0 or place == 0
            scope = COLUMN_HEADER if number == 0 else ROW_HEADER
            cell = row.add("TH" if is_head else "TD", attributes=scope if is_head else None)
            if text:
                write(canvas, cell, text, y_pt - 20 * number)


def good_pdf() -> bytes:
    """A file that breaks no rule."""
    tree, target = StructureTree(), BytesIO()
    canvas = new_canvas(tree, target, draw_footer=draw_footer)
    write(canvas, tree.root.add("H1"), "Mitbringen", 800)
    section = tree.root.add("Sect")
    write(canvas, section.add("H2"), "Unterlagen", 780)
    paragraph = section.add("P")
    write(canvas, paragraph, "Bitte im Original.", 760)
    items = section.add("L", attributes=BULLET_LIST)
    for place, text in enumerate(("Reisepass", "Foto")):
        item = items.add("LI")
        write(canvas, item.add("Lbl"), "•", 740 - 20 * place)
        write(canvas, item.add("LBody"), text, 740 - 20 * place)
    write_table(canvas, section.add("Table"), 700, [("Nr.", "Unterlage"), ("1", "Pass"), ("2", "")])
    write(canvas, section.add("P"), "صورة", 640, ARABIC)
    write_box(canvas, section.add("Figure", alt="fehlt", language="de"))
    with canvas.artifact():
        canvas.emit("0 G 1 w 60 540 m 500 540 l S")
    canvas.showPage()
    write(canvas, paragraph, "Kopien reichen nicht.", 800)
    canvas.save()
    return target.getvalue()

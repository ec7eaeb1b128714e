"""Whether the structure tree is one that a screen reader can walk through."""

from collections.abc import Iterator, Mapping

import pikepdf

from tests.sheets.pdf_ua.rules import Rule
from tests.sheets.pdf_ua.tree import HEADINGS, Node

# What a paragraph, a heading or a piece of text may hold.
IN_LINE = frozenset(
    {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form", "Lbl"}
)
LINES = HEADINGS | {"P", "H", "Span", "Lbl", "Quote", "Code", "Link"}
ROW_GROUPS = frozenset({"THead", "TBody", "TFoot"})
CELLS = frozenset({"TH", "TD"})
# Below each: all that may stand there.
BELOW = {
    "Table": ROW_GROUPS | {"TR", "Caption"},
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": CELLS,
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
}
# Above each: all that it may stand in.
ABOVE = {
    "TR": ROW_GROUPS | {"Table"},
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
}
OF_LISTS = frozenset({"L", "LI", "LBody"})
# Boxes and media boxes are written with two decimals.
TOLERANCE_PT = 0.01

Boxes = Mapping[tuple[int, int], tuple[float, float, float, float]]
"""The media box of each page object."""


def structure_problems(top: Node, boxes: Boxes) -> Iterator[str]:
    """What is wrong below the Document."""
    for node in top.walk():
        for check in (_nesting, _emptiness, _table, _list):
            yield from check(node)
        yield from _figure(node, boxes)
    yield from _headings([node for node in top.walk() if node.tag in HEADINGS | {"H"}])


def _nesting(node: Node) -> Iterator[str]:
    for child in node.children:
        pair = f"{child.tag} in {node.place}"
        if node.tag in LINES and child.tag not in IN_LINE:
            yield f"{Rule.BLOCK_IN_LINE} ({pair})"
        elif child.tag not in BELOW.get(node.tag, {child.tag}) or node.tag not in ABOVE.get(child.tag, {node.tag}):
            yield f"{Rule.LIST if OF_LISTS & {node.tag, child.tag} else Rule.TABLE} ({pair})"


def _emptiness(node: Node) -> Iterator[str]:
    if not node.children and not node.marks and node.tag not in CELLS:
        yield f"{Rule.EMPTY_ELEMENT} ({node.place})"


def _table(node: Node) -> Iterator[str]:
    if node.tag == "TH" and node.attribute("/Scope") is None:
        yield f"{Rule.NO_SCOPE} ({node.place})"
    if node.tag == "Table" and len(set(_row_widths(node))) > 1:
        yield f"{Rule.ROWS} ({node.place})"


def _row_widths(table: Node) -> Iterator[int]:
    """How many columns each row fills, with cells that reach down from rows above."""
    rows = [node for node in table.walk() if node.tag == "TR"]
    filled = [0] * len(rows)
    for number, row in enumerate(rows):
        for cell in row.children:
            columns, down = (int(cell.attribute(name) or 1) for name in ("/ColSpan", "/RowSpan"))
            for place in range(number, min(number + down, len(rows))):
                filled[place] += columns
    yield from filled


def _list(node: Node) -> Iterator[str]:
    has_labels = any(child.tag == "Lbl" for item in node.children for child in item.children)
    if node.tag == "L" and has_labels and node.attribute("/ListNumbering") in {None, pikepdf.Name("/None")}:
        yield f"{Rule.LIST_LABELS} ({node.place})"


def _figure(node: Node, boxes: Boxes) -> Iterator[str]:
    if node.tag != "Figure":
        return
    if not any(str(node.element.get(key, "")).strip() for key in ("/Alt", "/ActualText")):
        yield f"{Rule.NO_ALTERNATIVE} ({node.place})"
    box = node.attribute("/BBox")
    if not isinstance(box, pikepdf.Array) or not all(_inside(box, boxes[page]) for page, _ in node.marks):
        yield f"{Rule.NO_BOX} ({node.place})"


def _inside(box: pikepdf.Array, page: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = (float(edge) for edge in box.as_list())
    return (
        page[0] - TOLERANCE_PT <= left < right <= page[2] + TOLERANCE_PT
        and page[1] - TOLERANCE_PT <= bottom < top <= page[3] + TOLERANCE_PT
    )


def _headings(headings: list[Node]) -> Iterator[str]:
    if len({heading.tag == "H" for heading in headings}) > 1:
        yield Rule.HEADINGS_MIXED
        return
    level = 0
    for heading in headings:
        if heading.tag == "H":
            continue
        above, level = level, int(heading.tag[1:])
        if level > above + 1:
            yield f"{Rule.LEVEL_SKIPPED if above else Rule.FIRST_HEADING} ({heading.place})"

"""Structure trees that are none."""

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.sheets.breaks.registry import breaks, elements
from tests.sheets.pdf_ua import Rule


@breaks(Rule.NO_DOCUMENT)
def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@breaks(Rule.NO_DOCUMENT)
def another_top(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.S = Name.Part


@breaks(Rule.PARENT)
def wrong_parent(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].P = elements(pdf, "Sect")[0]


@breaks(Rule.NOT_STANDARD)
def unknown_type(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].S = Name.Absatz


@breaks(Rule.CIRCULAR)
def types_in_a_circle(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Absatz=Name.Text, Text=Name.Absatz)
    elements(pdf, "P")[0].S = Name.Absatz


@breaks(Rule.REMAPPED)
def standard_type_mapped(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Span)


@breaks(Rule.BLOCK_IN_LINE)
def list_in_a_paragraph(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Sect")[0].S = Name.P


@breaks(Rule.EMPTY_ELEMENT)
def empty_paragraph(pdf: pikepdf.Pdf) -> None:
    section = elements(pdf, "Sect")[0]
    section.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=section)))


@breaks(Rule.TABLE)
def row_that_is_none(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TR")[1].S = Name.Div


@breaks(Rule.TABLE)
def paragraph_in_a_row(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TD")[0].S = Name.P


@breaks(Rule.LIST)
def item_that_is_none(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LI")[1].S = Name.Div


@breaks(Rule.LIST)
def paragraph_in_a_list(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LBody")[0].S = Name.P


@breaks(Rule.NO_ALTERNATIVE)
def no_alternative(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].Alt


@breaks(Rule.NO_ALTERNATIVE)
def blank_alternative(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = " "


@breaks(Rule.NO_BOX)
def no_box(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].A


@breaks(Rule.NO_BOX)
def box_beside_the_page(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].A.BBox = Array([590, 100, 610, 120])


@breaks(Rule.NO_BOX)
def box_upside_down(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].A.BBox = Array([100, 120, 120, 100])


@breaks(Rule.FIRST_HEADING)
def first_heading_of_the_second_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].S = Name.H2


@breaks(Rule.LEVEL_SKIPPED)
def level_skipped(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H3


@breaks(Rule.HEADINGS_MIXED)
def headings_mixed(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H


@breaks(Rule.NO_SCOPE)
def no_scope(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TH")[0].A


@breaks(Rule.ROWS)
def row_too_short(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[2]
    row.K = Array([row.K[0]])


@breaks(Rule.ROWS)
def row_too_wide(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TD")[0].A = Dictionary(O=Name.Table, ColSpan=2)


@breaks(Rule.LIST_LABELS)
def list_with_nameless_labels(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "L")[0].A

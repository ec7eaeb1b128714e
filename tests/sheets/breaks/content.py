"""Pages that paint something wrong."""

import re

import pikepdf
from pikepdf import Dictionary

from tests.sheets.breaks.registry import ARTIFACT, append, breaks, elements, rewrite
from tests.sheets.pdf_ua import Rule


@breaks(Rule.ARTIFACT_IN_TAGGED)
def artifact_in_tagged(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, lambda content: content.replace(b"/H1 <</MCID 0>> BDC", b"/H1 <</MCID 0>> BDC /Artifact BMC EMC"))


@breaks(Rule.TAGGED_IN_ARTIFACT)
def tagged_in_artifact(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, lambda content: ARTIFACT % content)


@breaks(Rule.TAGGED_IN_TAGGED)
def tagged_in_tagged(pdf: pikepdf.Pdf) -> None:
    def nest(content: bytes) -> bytes:
        before, label, body = content.partition(b"/Lbl <</MCID")
        body, item, after = body.replace(b"EMC\n", b"", 1).partition(b"/LBody <</MCID")
        return before + label + body + item + after.replace(b"EMC", b"EMC EMC", 1)

    rewrite(pdf, nest)


@breaks(Rule.UNMARKED, Rule.NO_SUCH_MARK)
def text_without_its_mark(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, lambda content: content.replace(b"/H1 <</MCID 0>> BDC", b"/Span <<>> BDC"))


@breaks(Rule.OVERLAPPING)
def mark_that_leaves_its_text_object(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"BT /Artifact <<>> BDC ET EMC")


@breaks(Rule.OVERLAPPING)
def mark_that_ends_in_a_text_object(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/Artifact <<>> BDC BT EMC ET")


@breaks(Rule.OVERLAPPING)
def mark_that_never_ends(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/Artifact <<>> BDC")


@breaks(Rule.OVERLAPPING)
def mark_that_never_starts(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"EMC")


@breaks(Rule.NUMBER_TWICE)
def number_twice(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/P <</MCID 3>> BDC 0 0 1 1 re f EMC")


@breaks(Rule.NOT_IN_PARENT_TREE)
def parents_swapped(pdf: pikepdf.Pdf) -> None:
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    parents[0] = parents[1]


@breaks(Rule.NOT_IN_PARENT_TREE)
def mark_of_no_element(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/P <</MCID 99>> BDC 0 0 1 1 re f EMC")


@breaks(Rule.NOT_IN_PARENT_TREE)
def page_without_parents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/StructParents"]


@breaks(Rule.NO_SUCH_MARK)
def no_such_mark(pdf: pikepdf.Pdf) -> None:
    heading = elements(pdf, "H1")[0]
    heading.Pg = pdf.pages[0].obj
    heading.K.append(99)


@breaks(Rule.MARK_OF_TWO)
def mark_of_two_elements(pdf: pikepdf.Pdf) -> None:
    heading, paragraph = elements(pdf, "H1")[0], elements(pdf, "P")[0]
    paragraph.K.append(Dictionary(heading.K[0]))
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][0] = paragraph


@breaks(Rule.EMPTY_MARK)
def empty_mark(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, lambda content: re.sub(rb"\[[^\]]*\] TJ", b"", content, count=1), page=1)


@breaks(Rule.EMPTY_ACTUAL_TEXT)
def replacement_of_nothing(pdf: pikepdf.Pdf) -> None:
    append(pdf, ARTIFACT % b"/Span <</ActualText (A)>> BDC EMC")


@breaks(Rule.EMPTY_ACTUAL_TEXT)
def replacement_by_nothing(pdf: pikepdf.Pdf) -> None:
    append(pdf, ARTIFACT % b"/Span <</ActualText ()>> BDC 0 0 1 1 re f EMC")

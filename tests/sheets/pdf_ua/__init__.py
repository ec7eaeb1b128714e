"""Our own checker of what a machine can tell about PDF/UA-1; ``docs/accessible_pdf.md`` says what it leaves out."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pikepdf

from tests.sheets.pdf_ua.content import PageContent, content_problems, read_page
from tests.sheets.pdf_ua.document import document_problems, language_problems
from tests.sheets.pdf_ua.fonts import ShownFont, font_problems
from tests.sheets.pdf_ua.rules import Rule
from tests.sheets.pdf_ua.structure import structure_problems
from tests.sheets.pdf_ua.tree import Node, TreeReader, tie_problems

__all__ = ["Rule", "violations"]


def violations(pdf: bytes) -> list[str]:
    """What breaks a rule: the rule, and where; empty for a good file."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(_problems(document))


def _problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    pages = [read_page(page, f"page {number}") for number, page in enumerate(pdf.pages)]
    yield from document_problems(pdf)
    for content in pages:
        yield from content_problems(content)
    for shown in _shown_fonts(pages):
        yield from font_problems(shown)
    tops: list[Node] = []
    if "/StructTreeRoot" in pdf.Root:
        reader = TreeReader(pdf.Root.StructTreeRoot)
        tops = reader.read()
        yield from reader.problems
        yield from tie_problems(pdf.Root.StructTreeRoot, tops, pages)
    yield from language_problems(_languages(pdf, pages, tops))
    if [top.tag for top in tops] != ["Document"]:
        yield Rule.NO_DOCUMENT
        return
    yield from structure_problems(tops[0], {page.obj.objgen: _box(page) for page in pdf.pages})


def _shown_fonts(pages: Sequence[PageContent]) -> list[ShownFont]:
    """Every font once, with what all pages show in it."""
    fonts: dict[tuple[int, int], pikepdf.Object] = {}
    codes: dict[tuple[int, int], set[bytes]] = {}
    for content in pages:
        for name, font in content.page.resources.get("/Font", {}).items():
            fonts[font.objgen] = font
            codes.setdefault(font.objgen, set()).update(content.codes.get(name, ()))
    return [ShownFont(font, frozenset(codes[key])) for key, font in fonts.items()]


def _languages(pdf: pikepdf.Pdf, pages: Sequence[PageContent], tops: Sequence[Node]) -> Iterator[tuple[str, str]]:
    if "/Lang" in pdf.Root:
        yield str(pdf.Root.Lang), "catalog"
    for content in pages:
        yield from ((mark.language, content.place) for mark in content.marks if mark.language is not None)
    for node in (node for top in tops for node in top.walk()):
        if "/Lang" in node.element:
            yield str(node.element.Lang), node.place


def _box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(edge) for edge in page.mediabox.as_list())
    return left, bottom, right, top

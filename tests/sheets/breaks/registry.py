"""Ways to break a good file, each with the rules that it breaks."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf

from tests.sheets.pdf_ua import Rule
from tests.sheets.text.samples import opened

Change = Callable[[pikepdf.Pdf], None]

BREAKS: list[tuple[frozenset[Rule], Change]] = []
ARTIFACT = b"/Artifact <<>> BDC %b EMC"


def breaks(*rules: Rule) -> Callable[[Change], Change]:
    """Registers a change and all rules that it breaks."""

    def register(change: Change) -> Change:
        BREAKS.append((frozenset(rules), change))
        return change

    return register


def changed(pdf: bytes, change: Change, **options: Any) -> bytes:  # noqa: ANN401  # pikepdf's own options
    """The file after a change, written anew."""
    target = BytesIO()
    with opened(pdf) as document:
        change(document)
        document.save(target, **options)
    return target.getvalue()


def elements(pdf: pikepdf.Pdf, tag: str) -> list[Any]:
    """All elements of a type in reading order; typed loosely, for they get broken."""

    def walk(element: Any) -> list[Any]:  # noqa: ANN401
        kids = [kid for kid in element.get("/K", []) if "/S" in kid]
        below = [found for kid in kids for found in walk(kid)]
        return [element, *below] if str(element.S) == f"/{tag}" else below

    return walk(pdf.Root.StructTreeRoot.K)


def rewrite(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes], page: int = 0) -> None:
    """Change the content of a page."""
    before = pdf.pages[page].Contents.read_bytes()
    after = change(before)
    assert after != before
    pdf.pages[page].Contents = pdf.make_stream(after)


def append(pdf: pikepdf.Pdf, operators: bytes) -> None:
    """Add content to the end of the first page."""
    rewrite(pdf, lambda content: content + b"\n" + operators)


def font(pdf: pikepdf.Pdf) -> Any:  # noqa: ANN401
    """The first font of the file: the Latin one."""
    return pdf.pages[0].resources.Font["/NotoSans-Regular"]


def add_meaning(pdf: pikepdf.Pdf, code: bytes, text: bytes) -> None:
    """Map another character of the first font."""
    cmap = font(pdf).ToUnicode.read_bytes() + b"\n1 beginbfchar <%b> <%b> endbfchar" % (code, text)
    font(pdf).ToUnicode = pdf.make_stream(cmap)

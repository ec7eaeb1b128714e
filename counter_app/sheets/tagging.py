"""Tagged PDF: the canvas marks its content as that of structure elements and writes both."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from counter_app.sheets.pdf_file import FileWriter, PackedObject, flate_stream, number_of
from counter_app.sheets.structure import (
    BULLET_LIST,
    COLUMN_HEADER,
    NUMBERED_LIST,
    ContentMark,
    StructureElement,
    StructureTree,
)
from counter_app.sheets.structure_objects import structure_objects

# Who tags needs one import.
__all__ = [
    "BULLET_LIST",
    "COLUMN_HEADER",
    "NUMBERED_LIST",
    "ContentMark",
    "StructureElement",
    "StructureTree",
    "TaggedCanvas",
    "flate_stream",
]

PROGRAM = "Schalterlotse"
# Structure elements with a language of their own, marked content and /Tabs need 1.5; all viewers read 1.7.
PDF_VERSION = (1, 7)
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class TaggedCanvas(Canvas):
    """A canvas whose content belongs to structure elements or is an artifact.

    It names no font by itself, so a file never refers to one that it does not hold.

    Args:
        target: gets the PDF.
        title: of the document, shown by viewers instead of the file's name.
        language: BCP 47 tag of the document.
        draw_footer: draws page n (from 1) of m once m is known; what it draws is an artifact.
        pagesize: width and height of every page in points.
    """

    def __init__(
        self,
        target: BinaryIO,
        *,
        title: str,
        language: str,
        structure: StructureTree,
        draw_footer: Callable[["TaggedCanvas", int, int], None] | None = None,
        pagesize: tuple[float, float] = A4,
    ) -> None:
        super().__init__(target, pagesize=pagesize, invariant=1, pdfVersion=PDF_VERSION, lang=language)
        self._target = target
        self.setTitle(title)
        self.setCreator(PROGRAM)
        self.setAuthor("")
        self.setSubject("")
        self.setViewerPreference("DisplayDocTitle", "true")
        self._metadata = XMP.format(title=escape(title), language=escape(language))
        self._structure = structure
        self._draw_footer = draw_footer
        self._artifacts = 0  # open ones; only the outermost is written
        self._marks: list[list[StructureElement]] = [[]]  # the elements of each page's marks, by number

    @property
    def document(self) -> pdfdoc.PDFDocument:
        """ReportLab's document object."""
        return self._doc

    def emit(self, operators: str) -> None:
        """Add PDF operators to the page."""
        self._code.append(operators)

    @contextmanager
    def marked(self, element: StructureElement | None) -> Iterator[None]:
        """What is drawn inside belongs to the element; for None, and within an artifact, it is decoration."""
        if element is None or self._artifacts:
            with self.artifact():
                yield
            return
        marks = self._marks[-1]
        element.children.append(ContentMark(len(self._marks) - 1, len(marks)))
        self.emit(f"/{element.tag} <</MCID {len(marks)}>> BDC")
        marks.append(element)
        yield
        self.emit("EMC")

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """What is drawn inside is decoration that readers leave out.

        Args:
            properties: in PDF syntax, e.g. ``/Type /Pagination``.
        """
        if not self._artifacts:
            self.emit(f"/Artifact <<{properties}>> BDC")
        self._artifacts += 1
        yield
        self._artifacts -= 1
        if not self._artifacts:
            self.emit("EMC")

    def showPage(self) -> None:  # noqa: N802  # ReportLab's name
        """Close the page."""
        super().showPage()
        self._marks.append([])

    def save(self) -> None:
        """Close the document and write it with its footers, structure and metadata."""
        if self._code:
            self.showPage()
        self._finish_pages()
        self._finish_catalog()
        self._target.write(self._file())

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _finish_pages(self) -> None:
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages):
            content = page.stream + self._footer(number + 1, len(pages))
            page.Contents = flate_stream(content.encode("ascii"))
            # WORKAROUND ReportLab 5.1: pages have no slot for these entries, so each page gets a longer list of slots.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = number
            page.Tabs = "/S"

    def _footer(self, page: int, pages: int) -> str:
        if self._draw_footer is None:
            return ""
        self._code.clear()
        with self.artifact("/Type /Pagination /Subtype /Footer"):
            self._draw_footer(self, page, pages)
        footer = "\n".join(self._code) + "\n"
        self._code.clear()
        return footer

    def _finish_catalog(self) -> None:
        catalog = self._doc.Catalog
        catalog.Outlines = None
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = PackedObject()
        metadata = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}))
        metadata.content = self._metadata.encode()
        metadata.filters = []
        catalog.Metadata = metadata

    def _file(self) -> bytes:
        """The whole file; ReportLab's own way of writing knows no packed objects."""
        document = self._doc
        for font in document.delayedFonts:
            font.addObjects(document)
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        root, info = number_of(document, document.Catalog), number_of(document, document.info)
        writer = FileWriter(document, PDF_VERSION)
        following = writer.add_document()
        pages = [number_of(document, page) for page in document.Pages.pages]
        tree = number_of(document, document.Catalog.StructTreeRoot)
        writer.add_packed(*structure_objects(self._structure.root, self._marks[: len(pages)], pages, tree, following))
        return writer.finish(root, info)

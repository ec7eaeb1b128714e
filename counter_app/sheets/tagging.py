"""Tagged PDF: the structure tree is built together with the story, the canvas marks the content and writes both."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

COLUMN_HEADER = {"O": "/Table", "Scope": "/Column"}
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


class ContentMark(NamedTuple):
    """A piece of a page that belongs to an element: the page from 0 and its number there."""

    page: int
    number: int


class StructureElement:
    """One element of the structure tree: what a screen reader walks through.

    Args:
        tag: a standard structure type, e.g. ``H1``, ``P``, ``TD``.
        language: BCP 47 tag; None inherits.
        alt: what a reader says in place of a figure.
        attributes: an attribute object in PDF syntax, e.g. :data:`COLUMN_HEADER`.
    """

    def __init__(
        self,
        tag: str,
        *,
        language: str | None = None,
        alt: str | None = None,
        attributes: Mapping[str, str] | None = None,
    ) -> None:
        self.tag = tag
        self.language = language
        self.alt = alt
        self.attributes = attributes
        self.children: list[StructureElement | ContentMark] = []

    def add(
        self,
        tag: str,
        *,
        language: str | None = None,
        alt: str | None = None,
        attributes: Mapping[str, str] | None = None,
    ) -> "StructureElement":
        """A new last child; call this in reading order."""
        child = StructureElement(tag, language=language, alt=alt, attributes=attributes)
        self.children.append(child)
        return child


class StructureTree:
    """The structure of one document; its root is the Document element."""

    def __init__(self) -> None:
        self.root = StructureElement("Document")


class TaggedCanvas(Canvas):
    """A canvas whose content belongs to structure elements or is an artifact.

    It names no font by itself, so a file never refers to one that it does not hold.

    Args:
        target: gets the PDF.
        title: of the document, shown by viewers instead of the file's name.
        language: BCP 47 tag of the document.
        draw_footer: draws page n (from 1) of m once m is known; what it draws is an artifact.
    """

    def __init__(
        self,
        target: BinaryIO,
        *,
        title: str,
        language: str,
        structure: StructureTree,
        draw_footer: Callable[["TaggedCanvas", int, int], None] | None = None,
    ) -> None:
        super().__init__(target, pagesize=A4, invariant=1, pdfVersion=PDF_VERSION, lang=language)
        self.setTitle(title)
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
        """What is drawn inside belongs to the element; within an artifact, or for None, it is not marked."""
        if element is None or self._artifacts:
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
        self.begin_artifact(properties)
        yield
        self.end_artifact()

    def begin_artifact(self, properties: str = "") -> None:
        """Start decoration where a ``with`` block cannot stand."""
        if not self._artifacts:
            self.emit(f"/Artifact <<{properties}>> BDC")
        self._artifacts += 1

    def end_artifact(self) -> None:
        """End what :meth:`begin_artifact` started."""
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
        self._write_catalog()
        super().save()

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:  # noqa: N802  # ReportLab's
        """Nothing: tables set a font even for cells that bring their own."""

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
        with self.artifact("/Type /Pagination"):
            self._draw_footer(self, page, pages)
        footer = "\n".join(self._code) + "\n"
        self._code.clear()
        return footer

    def _write_catalog(self) -> None:
        catalog = self._doc.Catalog
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = _TreeObject(self._structure.root, self._marks[: len(self._doc.Pages.pages)])
        metadata = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}))
        metadata.content = self._metadata.encode()
        metadata.filters = []
        catalog.Metadata = metadata


def flate_stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    """A compressed stream with further dictionary entries."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, [pdfdoc.PDFZCompress])


class _TreeObject(pdfdoc.PDFObject):
    """StructTreeRoot with the table from marks back to elements."""

    def __init__(self, root: StructureElement, marks: list[list[StructureElement]]) -> None:
        self._marks = marks
        self._objects: dict[StructureElement, _ElementObject] = {}
        self._root = self._object(root, self)

    def _object(self, element: StructureElement, parent: pdfdoc.PDFObject) -> "_ElementObject":
        made = self._objects[element] = _ElementObject(element, parent)
        made.children = [
            self._object(child, made) if isinstance(child, StructureElement) else child for child in element.children
        ]
        return made

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        pages = (
            f"{number} [{' '.join(_reference(document, self._objects[element]) for element in elements)}]"
            for number, elements in enumerate(self._marks)
        )
        return (
            f"<< /Type /StructTreeRoot /K {_reference(document, self._root)}"
            f" /ParentTree << /Nums [{' '.join(pages)}] >> /ParentTreeNextKey {len(self._marks)} >>"
        ).encode("ascii")


class _ElementObject(pdfdoc.PDFObject):
    """StructElem; written by hand because ReportLab's dictionaries are slow and a sheet has hundreds of elements."""

    def __init__(self, element: StructureElement, parent: pdfdoc.PDFObject) -> None:
        self._element = element
        self._parent = parent
        self.children: list[_ElementObject | ContentMark] = []

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        element = self._element
        entries = [f"/Type /StructElem /S /{element.tag} /P {_reference(document, self._parent)}"]
        if element.language:
            entries.append(f"/Lang ({element.language})")
        if element.alt:
            entries.append(f"/Alt <FEFF{element.alt.encode('utf-16-be').hex()}>")
        if element.attributes:
            entries.append("/A <<" + " ".join(f"/{key} {value}" for key, value in element.attributes.items()) + ">>")
        kids = (self._kid(document, child) for child in self.children)
        return f"<< {' '.join(entries)} /K [{' '.join(kids)}] >>".encode("ascii")

    @staticmethod
    def _kid(document: pdfdoc.PDFDocument, child: "_ElementObject | ContentMark") -> str:
        if isinstance(child, ContentMark):
            page = _reference(document, document.Pages.pages[child.page])
            return f"<< /Type /MCR /Pg {page} /MCID {child.number} >>"
        return _reference(document, child)


def _reference(document: pdfdoc.PDFDocument, target: pdfdoc.PDFObject) -> str:
    return str(document.Reference(target).format(document), "ascii")

"""The structure tree of a document, built together with the rows that are drawn."""

from collections.abc import Mapping
from typing import NamedTuple

COLUMN_HEADER = {"O": "/Table", "Scope": "/Column"}
# A list whose items have labels must say which kind they are.
BULLET_LIST = {"O": "/List", "ListNumbering": "/Disc"}
NUMBERED_LIST = {"O": "/List", "ListNumbering": "/Decimal"}


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

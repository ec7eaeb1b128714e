"""The structure tree as read, and its ties to the pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf

from tests.sheets.pdf_ua.content import PageContent
from tests.sheets.pdf_ua.rules import Rule

ObjectNumber = tuple[int, int]
MarkPlace = tuple[ObjectNumber, int]
"""The page object, and the number of the mark on it."""

HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
GROUPING = {
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "TOC",
    "TOCI",
    "Index",
    "NonStruct",
    "Private",
}
PARAGRAPHS = {"P", "H", "L", "LI", "Lbl", "LBody"}
TABLES = {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
INLINE = {
    "Span",
    "Quote",
    "Note",
    "Reference",
    "BibEntry",
    "Code",
    "Link",
    "Annot",
    "Ruby",
    "RB",
    "RT",
    "RP",
    "Warichu",
    "WT",
    "WP",
}
ILLUSTRATIONS = {"Figure", "Formula", "Form"}
STANDARD = HEADINGS | GROUPING | PARAGRAPHS | TABLES | INLINE | ILLUSTRATIONS


@dataclass(slots=True)
class Node:
    """An element, its type after mapping, its elements below and its marks."""

    element: pikepdf.Object
    tag: str
    place: str
    children: list["Node"] = field(default_factory=list)
    marks: list[MarkPlace] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """This and all below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def attribute(self, name: str) -> pikepdf.Object | None:
        """The attribute from any of its owners."""
        given = self.element.get("/A")
        owners = given.as_list() if isinstance(given, pikepdf.Array) else [given]
        found = (owner.get(name) for owner in owners if isinstance(owner, pikepdf.Dictionary))
        return next((value for value in found if value is not None), None)


class TreeReader:
    """Reads the tree below one StructTreeRoot and notes what is wrong on the way."""

    def __init__(self, root: pikepdf.Object) -> None:
        self._root = root
        self._roles = {str(key)[1:]: str(value)[1:] for key, value in root.get("/RoleMap", {}).items()}
        self.problems: list[str] = [
            f"{Rule.REMAPPED} ({role})" for role, mapped in self._roles.items() if role in STANDARD and role != mapped
        ]

    def read(self) -> list[Node]:
        """What stands at the top, with everything below."""
        return self._nodes(self._root, "")

    def _nodes(self, parent: pikepdf.Object, place: str) -> list[Node]:
        elements = [kid for kid in kids_of(parent) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        return [self._node(element, parent, f"{place}/{number}") for number, element in enumerate(elements)]

    def _node(self, element: pikepdf.Object, parent: pikepdf.Object, place: str) -> Node:
        tag = self._tag(str(element.S)[1:], place)
        place = f"{place}:{tag}"
        above = element.get("/P")
        if above is None or above.objgen != parent.objgen:
            self.problems.append(f"{Rule.PARENT} ({place})")
        return Node(element, tag, place, self._nodes(element, place), list(_marks_of(element)))

    def _tag(self, tag: str, place: str) -> str:
        seen = set()
        while tag not in STANDARD:
            if tag in seen:
                self.problems.append(f"{Rule.CIRCULAR} ({tag})")
                break
            if tag not in self._roles:
                self.problems.append(f"{Rule.NOT_STANDARD} ({place}, {tag})")
                break
            seen.add(tag)
            tag = self._roles[tag]
        return tag


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """What stands directly below; one kid may stand without an array."""
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]


def _marks_of(element: pikepdf.Object) -> Iterator[MarkPlace]:
    for kid in kids_of(element):
        if not isinstance(kid, pikepdf.Dictionary):
            yield element.Pg.objgen, int(kid)
        elif "/MCID" in kid:
            yield (kid if "/Pg" in kid else element).Pg.objgen, int(kid.MCID)


def tie_problems(root: pikepdf.Object, tops: Sequence[Node], pages: Sequence[PageContent]) -> Iterator[str]:
    """Marks without their element, and elements without their mark."""
    tied = [(mark, node) for top in tops for node in top.walk() for mark in node.marks]
    owners = dict(tied)
    yield from (f"{Rule.MARK_OF_TWO} ({node.place})" for mark, node in tied if owners[mark] is not node)
    table = _parent_table(root)
    for content in pages:
        page = content.page.obj
        parents = table.get(int(page.get("/StructParents", -1)), [])
        for number in sorted(set(content.numbers)):
            owner = owners.pop((page.objgen, number), None)
            named = parents[number] if number < len(parents) else None
            if owner is None or named is None or named.objgen != owner.element.objgen:
                yield f"{Rule.NOT_IN_PARENT_TREE} ({content.place}, mark {number})"
    yield from (f"{Rule.NO_SUCH_MARK} ({node.place})" for node in owners.values())


def _parent_table(root: pikepdf.Object) -> Mapping[int, list[pikepdf.Object]]:
    """The elements of each page's marks; our files keep the table in one piece."""
    flat = list(root.get("/ParentTree", pikepdf.Dictionary()).get("/Nums", pikepdf.Array()).as_list())
    return {
        int(key): list(value.as_list())
        for key, value in zip(flat[::2], flat[1::2], strict=True)
        if isinstance(value, pikepdf.Array)
    }

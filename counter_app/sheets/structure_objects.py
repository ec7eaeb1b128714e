"""The structure tree in PDF syntax, written by hand: a sheet has hundreds of elements."""

from collections.abc import Iterator, Mapping

from counter_app.sheets.structure import ContentMark, StructureElement

# Empty cells stay, for a row must have as many as its head; every other empty element is a riddle for who listens.
CELLS = frozenset({"TD", "TH"})


def structure_objects(
    root: StructureElement, marks: list[list[StructureElement]], pages: list[int], tree: int, following: int
) -> tuple[dict[int, bytes], int]:
    """The StructTreeRoot and all elements in PDF syntax, by number, and the first number that is free behind them.

    Args:
        marks: the elements of each page's marks, by number.
        pages: the number of each page object.
        tree: the number of the StructTreeRoot.
        following: the first free number.
    """
    _drop_empty(root)
    numbers = {element: number for number, element in enumerate(_elements(root), following)}
    objects = {tree: _tree_root(numbers[root], marks, numbers)}
    _add_elements(root, tree, numbers, pages, objects)
    return objects, following + len(numbers)


def _drop_empty(element: StructureElement) -> bool:
    """Take out what says nothing; whether the element itself says something."""
    element.children = [child for child in element.children if isinstance(child, ContentMark) or _drop_empty(child)]
    return bool(element.children or element.alt or element.tag in CELLS)


def _elements(root: StructureElement) -> Iterator[StructureElement]:
    """The root and everything below it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in element.children if isinstance(child, StructureElement)]


def _tree_root(root: int, marks: list[list[StructureElement]], numbers: Mapping[StructureElement, int]) -> bytes:
    """The top of the tree with the table from marks back to elements."""
    pages = (
        f"{page} [{' '.join([f'{numbers[element]} 0 R' for element in elements])}]"
        for page, elements in enumerate(marks)
    )
    return (
        f"<</Type/StructTreeRoot/K {root} 0 R/ParentTree<</Nums[{' '.join(pages)}]>>/ParentTreeNextKey {len(marks)}>>"
    ).encode("ascii")


def _add_elements(
    element: StructureElement,
    parent: int,
    numbers: Mapping[StructureElement, int],
    pages: list[int],
    objects: dict[int, bytes],
) -> None:
    own = numbers[element]
    kids = []
    for child in element.children:
        if isinstance(child, ContentMark):
            kids.append(f"<</Type/MCR/Pg {pages[child.page]} 0 R/MCID {child.number}>>")
        else:
            kids.append(f"{numbers[child]} 0 R")
    objects[own] = f"<</Type/StructElem/P {parent} 0 R{_entries(element)}/K[{' '.join(kids)}]>>".encode("ascii")
    for child in element.children:
        if isinstance(child, StructureElement):
            _add_elements(child, own, numbers, pages, objects)


def _entries(element: StructureElement) -> str:
    entries = f"/S/{element.tag}"
    if element.language:
        entries += f"/Lang({element.language})"
    if element.alt:
        entries += f"/Alt<FEFF{element.alt.encode('utf-16-be').hex()}>"
    if element.attributes:
        entries += "/A<<" + " ".join([f"/{key} {value}" for key, value in element.attributes.items()]) + ">>"
    return entries

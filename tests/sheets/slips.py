"""Slips of the shipped content, and what stands on them as a screen reader gets it."""

from collections.abc import Callable, Iterator, Mapping
from ctypes import c_double
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import TypeVar, cast

import pikepdf
import pypdfium2
from pypdfium2 import raw

from counter_app.content.loader import load_content
from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import FactValues
from counter_app.domain.sheet import Appointment, SheetOrder, missing_documents
from counter_app.domain.text import Text, Translation, Trust
from counter_app.sheets.composer import Composer
from counter_app.sheets.layout import Layout
from counter_app.sheets.parts import ComposedSheet, Entry, Papers, Part
from counter_app.sheets.pictures import Pictures
from counter_app.sheets.printer import SheetPrinter
from counter_app.system.paths import content_folders, fonts_folder, office_pictures_folder
from tests.sheets.text.samples import FONTS, opened, structure_of

T = TypeVar("T")

MATTERS = tuple(sorted(path.stem for path in (content_folders().forms / "services").glob("*.toml")))
IN_EVERY_LANGUAGE = ("study", "refugee", "toleration", "sponsorship")
PICTURES = Pictures(office_pictures_folder())
PRINTER = SheetPrinter(fonts_folder(), office_pictures_folder())
TAGS = ("ar", "en", "ti", "de")
DAY = date(2026, 11, 20)
DEADLINE = date(2026, 12, 3)
APPOINTMENT = Appointment(datetime(2026, 12, 10, 9, 30), "2.14")  # noqa: DTZ001 - the office's own wall clock


@cache
def shipped() -> Content:
    """The content as shipped."""
    return load_content(content_folders())


def with_texts(thing: T, change: Callable[[Text], Text]) -> T:
    """The same content with every text changed."""
    if isinstance(thing, Text):
        return cast("T", change(thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        parts = {part.name: with_texts(getattr(thing, part.name), change) for part in fields(thing) if part.init}
        return cast("T", replace(thing, **parts))
    if isinstance(thing, Mapping):
        return cast("T", MappingProxyType({key: with_texts(value, change) for key, value in thing.items()}))
    return cast("T", tuple(with_texts(part, change) for part in thing)) if isinstance(thing, tuple) else thing


def translated(text: Text, tag: str, trust: Trust) -> Text:
    """The text with one translation, or without any when that is missing."""
    made = {} if trust is Trust.MISSING else {tag: Translation(f"[{text.german}]", trust)}
    return replace(text, translations=made)


@cache
def content_in(trust: Trust, *others: tuple[str, Trust]) -> Content:
    """All texts in one state in English, but for the texts with these keys: the German in brackets."""
    states = dict(others)
    return with_texts(shipped(), lambda text: translated(text, "en", states.get(text.key, trust)))


def checklist_of(service: str, facts: FactValues | None = None, content: Content | None = None) -> Checklist:
    """The list of a matter; without facts that of its first typical case."""
    content = content or shipped()
    matter = content.service(service)
    return content.checklists.make(matter, matter.cases[0].facts if facts is None else facts, DAY)


def every_second(checklist: Checklist, content: Content) -> dict[str, str]:
    """The 2nd, 4th … paper of a list counts as missing, for one reason after the other."""
    needed = [row.document.id for row in checklist.needed(Truth.YES)][1::2]
    reasons = list(content.reasons.texts)
    return {document: reasons[place % len(reasons)] for place, document in enumerate(needed)}


def order_of(
    checklist: Checklist,
    tag: str = "en",
    sheet: str = "missing",
    *,
    missing: Mapping[str, str] | None = None,
    content: Content | None = None,
) -> SheetOrder:
    """An order with deadline and appointment; without other papers every second one is missing."""
    content = content or shipped()
    named = every_second(checklist, content) if missing is None else missing
    return SheetOrder(
        content.sheet(sheet),
        content.language(tag),
        checklist,
        missing_documents(checklist, named, content.documents),
        DEADLINE,
        APPOINTMENT,
    )


@dataclass(frozen=True)
class Slip:
    """One sheet: what was ordered, what shall stand on it, and the file."""

    order: SheetOrder
    sheet: ComposedSheet
    pdf: bytes


def order_without_matter(sheet: str, tag: str = "en", content: Content | None = None) -> SheetOrder:
    """An order for a sheet that is for everybody."""
    content = content or shipped()
    return SheetOrder(content.sheet(sheet), content.language(tag))


def print_slip(order: SheetOrder, content: Content | None = None, pictures: Pictures = PICTURES) -> Slip:
    """Compose and set."""
    content = content or shipped()
    sheet = Composer(content, order).compose()
    return Slip(order, sheet, Layout(sheet, FONTS, pictures).pdf())


def entries_of(part: Part) -> tuple[Entry, ...]:
    """The papers of a part, none where it is no list."""
    return part.body.entries if isinstance(part.body, Papers) else ()


def every_slip() -> Iterator[tuple[str, str, str]]:
    """Matter, language and sheet: one for the first typical case, and everything to bring while nothing was asked yet.

    The matters take turns with the languages; a few come in all of them.
    """
    for place, matter in enumerate(MATTERS):
        yield matter, TAGS[place % len(TAGS)], "open"
        if matter not in IN_EVERY_LANGUAGE:
            yield matter, TAGS[(place + 2) % len(TAGS)], ("missing", "full")[place % 2]
    yield from ((matter, tag, sheet) for matter in IN_EVERY_LANGUAGE for tag in TAGS for sheet in ("missing", "full"))


@cache
def slip_of(matter: str, tag: str, sheet: str) -> Slip:
    """One of every slip."""
    if sheet == "open":
        return print_slip(order_of(checklist_of(matter, {}), tag, "full"))
    return print_slip(order_of(checklist_of(matter), tag, sheet))


@dataclass(frozen=True)
class Node:
    """An element of the structure tree with its own text, or its alternative text."""

    tag: str
    text: str
    language: str
    scope: str
    children: tuple["Node", ...]

    def walk(self) -> Iterator["Node"]:
        """This and all below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def every(self, tag: str) -> list["Node"]:
        """All elements of one kind, in reading order."""
        return [node for node in self.walk() if node.tag == tag]

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Language and text of everything that is read out."""
        return [(node.language, node.text) for node in self.walk() if node.text]


def read(pdf: bytes) -> Node:
    """The file as a screen reader gets it; blanks at line ends and no-break spaces count as one blank."""
    with opened(pdf) as document:
        found = iter(structure_of(document))

        def node(element: pikepdf.Object) -> Node:
            tag, text = next(found)
            attributes = element.get("/A")
            scope = str(attributes.get("/Scope", "")) if isinstance(attributes, pikepdf.Dictionary) else ""
            children = tuple(node(kid) for kid in element.K if "/MCID" not in kid)
            return Node(tag, one_line(text), str(element.get("/Lang", "")), scope, children)

        return node(document.Root.StructTreeRoot.K)


@cache
def tree_of(matter: str, tag: str, sheet: str) -> Node:
    """The structure of one of every slip."""
    return read(slip_of(matter, tag, sheet).pdf)


def one_line(text: str) -> str:
    """The text with every stretch of blanks as one."""
    return " ".join(text.split())


def papers_of(tree: Node) -> list[tuple[str, str]]:
    """Number and German name of each paper on a sheet."""
    rows = [row for table in tree.every("Table") for row in table.children[1:]]
    return [(row.children[0].texts[0][1], row.children[1].texts[0][1]) for row in rows]


def seen_lines(pdf: bytes, left: float = 0) -> list[str]:
    """The lines of the pages from left to right as they stand on the paper, from a place on (points)."""
    document = pypdfium2.PdfDocument(pdf)
    lines: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for number, page in enumerate(document):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(text, place, x, y)
            character = chr(raw.FPDFText_GetUnicode(text, place))
            if x.value >= left and not raw.FPDFText_IsGenerated(text, place):
                lines.setdefault((number, -round(y.value)), []).append((x.value, character))
        text.close()
        page.close()
    document.close()
    return ["".join(character for _, character in sorted(line)).replace("\u00a0", " ") for line in lines.values()]

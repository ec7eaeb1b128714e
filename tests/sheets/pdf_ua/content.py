"""What the pages paint, and how it is marked."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from tests.sheets.pdf_ua.rules import Rule

SHOWING = frozenset({"Tj", "TJ", "'", '"'})
PAINTING = SHOWING | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}

Number = int


@dataclass(slots=True)
class Mark:
    """One piece of marked content."""

    number: Number | None = None
    is_artifact: bool = False
    language: str | None = None
    actual_text: str | None = None
    paints: bool = False


@dataclass(slots=True)
class PageContent:
    """One page as read: its marks in stream order, the codes shown in each font, and what is wrong."""

    page: pikepdf.Page
    place: str
    marks: list[Mark] = field(default_factory=list)
    codes: dict[str, set[bytes]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> list[Number]:
        """The numbers of its marks in stream order."""
        return [mark.number for mark in self.marks if mark.number is not None]


def read_page(page: pikepdf.Page, place: str) -> PageContent:
    """Walk through the content stream of a page."""
    return _Reader(PageContent(page, place)).read()


def content_problems(content: PageContent) -> Iterator[str]:
    """What is wrong with the marks of one page."""
    yield from content.problems
    numbers = content.numbers
    if len(numbers) != len(set(numbers)):
        yield f"{Rule.NUMBER_TWICE} ({content.place})"
    for mark in content.marks:
        if mark.number is not None and not mark.paints:
            yield f"{Rule.EMPTY_MARK} ({content.place}, mark {mark.number})"
        if mark.actual_text is not None and not (mark.actual_text and mark.paints):
            yield f"{Rule.EMPTY_ACTUAL_TEXT} ({content.place})"


class _Reader:
    def __init__(self, content: PageContent) -> None:
        self._content = content
        self._open: list[Mark] = []
        self._depths: list[int] = []  # how many marks were open at each BT
        self._font = ""

    def read(self) -> PageContent:
        for instruction in pikepdf.parse_content_stream(self._content.page):
            self._take(str(instruction.operator), list(instruction.operands))
        if self._open or self._depths:
            self._complain(Rule.OVERLAPPING)
        return self._content

    def _take(self, operator: str, operands: list[pikepdf.Object]) -> None:
        match operator:
            case "BMC" | "BDC":
                self._begin(str(operands[0]), self._properties(operands))
            case "EMC":
                self._end()
            case "BT":
                self._depths.append(len(self._open))
            case "ET":
                if not self._depths or self._depths.pop() != len(self._open):
                    self._complain(Rule.OVERLAPPING)
            case "Tf":
                self._font = str(operands[0])
            case "Do":
                self._check_image(str(operands[0]))
            case _:
                pass
        if operator in SHOWING:
            self._show(operands[-1])
        if operator in PAINTING:
            self._paint()

    def _properties(self, operands: list[pikepdf.Object]) -> pikepdf.Object:
        """The dictionary of a mark, which may stand in the page's resources."""
        if len(operands) == 1:
            return pikepdf.Dictionary()
        if isinstance(operands[1], pikepdf.Name):
            return self._content.page.resources.Properties[str(operands[1])]
        return operands[1]

    def _begin(self, tag: str, properties: pikepdf.Object) -> None:
        number, language, actual = (properties.get(key) for key in ("/MCID", "/Lang", "/ActualText"))
        mark = Mark(
            None if number is None else int(number),
            tag == "/Artifact",
            None if language is None else str(language),
            None if actual is None else str(actual),
        )
        tagged = any(outer.number is not None for outer in self._open)
        if mark.is_artifact and tagged:
            self._complain(Rule.ARTIFACT_IN_TAGGED)
        elif mark.number is not None and any(outer.is_artifact for outer in self._open):
            self._complain(Rule.TAGGED_IN_ARTIFACT)
        elif mark.number is not None and tagged:
            self._complain(Rule.TAGGED_IN_TAGGED)
        self._open.append(mark)
        self._content.marks.append(mark)

    def _end(self) -> None:
        if not self._open or (self._depths and self._depths[-1] == len(self._open)):
            self._complain(Rule.OVERLAPPING)
        if self._open:
            self._open.pop()

    def _paint(self) -> None:
        if not any(mark.is_artifact or mark.number is not None for mark in self._open):
            self._complain(Rule.UNMARKED)
        for mark in self._open:
            mark.paints = True

    def _show(self, shown: pikepdf.Object) -> None:
        pieces = list(shown.as_list()) if isinstance(shown, pikepdf.Array) else [shown]
        codes = self._content.codes.setdefault(self._font, set())
        for piece in pieces:
            if isinstance(piece, pikepdf.String):
                text = bytes(piece)
                codes.update(text[place : place + 2] for place in range(0, len(text), 2))

    def _check_image(self, name: str) -> None:
        if self._content.page.resources.XObject[name].get("/Subtype") != pikepdf.Name.Image:
            self._complain(Rule.UNKNOWN_FEATURE, f"form {name}")

    def _complain(self, rule: Rule, what: str = "") -> None:
        self._content.problems.append(f"{rule} ({self._content.place}{', ' if what else ''}{what})")

"""Puts groups of rows on pages, top to bottom; lists repeat their head, frames close at the end of a page."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import sqrt

from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm

from counter_app.domain.errors import SheetError
from counter_app.domain.sheet import Paper
from counter_app.sheets.rows import Group, Row
from counter_app.sheets.tagging import StructureTree, TaggedCanvas

LEFT_PT = 18 * mm
TOP_PT = A4[1] - 14 * mm
BOTTOM_PT = 15 * mm
FOOTER_BASE_PT = 8 * mm
WIDTH_PT = A4[0] - 2 * LEFT_PT
FRAME_PT = 1.2
GAP_PT = 8
"""Between what stands on the page and its footer."""
MANY_PAGES = 99
LEAST_START_PT = 120
"""A group that needs more than a page begins only where this much is left."""
SCALES = {Paper.A4: 1.0, Paper.A3: sqrt(2)}

Footer = Callable[[int, int], Row]
"""Makes what stands at the foot of page n (from 1) of m."""


@dataclass(frozen=True)
class Chapter:
    """Groups that begin on a page of their own; their pages are counted for themselves."""

    groups: Sequence[Group]
    footer: Footer | None = None


def build_pdf(
    groups: Sequence[Group],
    *,
    title: str,
    language: str,
    structure: StructureTree,
    paper: Paper = Paper.A4,
    footer: Footer | None = None,
) -> bytes:
    """Set the groups; the same groups give the same bytes.

    Args:
        language: BCP 47 tag of the document.
        structure: the tree whose elements the pieces carry.
        footer: its height on the first of many pages is kept free on all; it is an artifact.

    Raises:
        SheetError: something fits on no page.
    """
    return build_chapters([Chapter(groups, footer)], title=title, language=language, structure=structure, paper=paper)


def build_chapters(
    chapters: Sequence[Chapter],
    *,
    title: str,
    language: str,
    structure: StructureTree,
    paper: Paper = Paper.A4,
) -> bytes:
    """Set several chapters into one document, else as :func:`build_pdf` does.

    Raises:
        SheetError: something fits on no page.
    """
    target = BytesIO()
    starts: list[int] = []

    def draw_footer(canvas: TaggedCanvas, page: int, pages: int) -> None:
        place = bisect_right(starts, page) - 1
        start, end = starts[place], (*starts, pages + 1)[place + 1]
        if footer := chapters[place].footer:
            row = footer(page - start + 1, end - start)
            row.draw(canvas, LEFT_PT, FOOTER_BASE_PT + row.height_pt, WIDTH_PT)

    canvas = TaggedCanvas(
        target,
        pagesize=A3 if paper is Paper.A3 else A4,
        title=title,
        language=language,
        structure=structure,
        draw_footer=draw_footer if any(chapter.footer for chapter in chapters) else None,
    )
    for chapter in chapters:
        if starts:
            canvas.showPage()
        starts.append(canvas.getPageNumber())
        # The footer is written at the end of each page, so that it is as large as all above it.
        bottom = FOOTER_BASE_PT + chapter.footer(1, MANY_PAGES).height_pt if chapter.footer else 0
        _PageSetter(canvas, SCALES[paper], max(BOTTOM_PT, bottom + GAP_PT)).set(chapter.groups)
    canvas.save()
    return target.getvalue()


def _start_height(groups: Sequence[Group], place: int, head: Row | None, whole_page: float) -> float:
    """What must fit for a group to begin below this head; of what fits on no page, a beginning."""
    group, following = groups[place], place + 1
    needed = group.height_pt
    if group.head is not None and group.head is not head:
        needed += group.head.height_pt
    if needed > whole_page:
        return LEAST_START_PT
    if group.keeps_next and following < len(groups):
        together = needed + groups[following].space_pt + _start_height(groups, following, group.head, whole_page)
        return together if together <= whole_page else needed
    return needed


class _PageSetter:
    """The page being filled: ``_y`` is the lower edge of what stands on it, ``_start`` where its own text begins."""

    def __init__(self, canvas: TaggedCanvas, scale: float, bottom: float) -> None:
        self._canvas = canvas
        self._scale = scale
        self._bottom = bottom
        self._y = self._start = TOP_PT
        self._head: Row | None = None
        self._said_heads: list[Row] = []
        canvas.scale(scale, scale)

    def set(self, groups: Sequence[Group]) -> None:
        """Set all groups."""
        for place, group in enumerate(groups):
            if self._y < TOP_PT:
                self._y -= group.space_pt
                self._turn_if_needed(groups, place)
            self._set_group(group)

    def _turn_if_needed(self, groups: Sequence[Group], place: int) -> None:
        if _start_height(groups, place, self._head, TOP_PT - self._bottom) > self._y - self._bottom:
            self._turn_page()

    def _turn_page(self) -> None:
        self._canvas.showPage()
        self._canvas.scale(self._scale, self._scale)
        self._y = self._start = TOP_PT
        self._head = None

    def _set_group(self, group: Group) -> None:
        self._set_head(group.head)
        top = self._y
        if group.aside is not None:
            group.aside.draw(self._canvas, LEFT_PT, top)
        for row in group.rows:
            for piece in self._pieces(row):
                if piece is None:
                    self._frame(group, top)
                    self._turn_page()
                    self._set_head(group.head)
                    top = self._y
                else:
                    piece.draw(self._canvas, LEFT_PT, self._y, WIDTH_PT)
                    self._y -= piece.height_pt
        if group.aside is not None:
            self._y = min(self._y, top - group.height_pt)
        self._frame(group, top)

    def _pieces(self, row: Row) -> Iterator[Row | None]:
        """The row in pieces that fit; None where the page is to be turned, which the caller does at once."""
        rest: Row | None = row
        while rest is not None:
            room = self._y - self._bottom
            if rest.height_pt - rest.below_pt <= room:
                yield rest
                return
            halves = rest.split(room)
            if halves is not None:
                first, rest = halves
                yield first
            elif self._y == self._start:
                raise SheetError("Ein Teil des Blatts passt auf keine Seite. Bitte kürzen Sie seinen Text.")
            yield None

    def _set_head(self, head: Row | None) -> None:
        """The head of a list: once for readers, on further pages as decoration."""
        if head is not None and head is not self._head:
            if any(head is said for said in self._said_heads):
                with self._canvas.artifact("/Type /Pagination"):
                    head.draw(self._canvas, LEFT_PT, self._y, WIDTH_PT)
            else:
                self._said_heads.append(head)
                head.draw(self._canvas, LEFT_PT, self._y, WIDTH_PT)
            if self._y == self._start:
                self._start -= head.height_pt
            self._y -= head.height_pt
        self._head = head

    def _frame(self, group: Group, top: float) -> None:
        if group.is_framed and self._y < top:
            box = f"{LEFT_PT:.2f} {self._y:.2f} {WIDTH_PT:.2f} {top - self._y:.2f}"
            with self._canvas.artifact():
                self._canvas.emit(f"0 G {FRAME_PT} w {box} re S")

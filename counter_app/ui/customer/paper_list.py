"""All papers, in one or two columns, on as few pages as possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent

from counter_app.ui.customer.body import Body
from counter_app.ui.customer.drawing import mirrored
from counter_app.ui.customer.grid import Room
from counter_app.ui.customer.paper_lines import PaperLine
from counter_app.ui.customer.paper_row import PaperRow
from counter_app.ui.customer.scale import PADDING, Scale
from counter_app.ui.customer.wording import Wording

_LARGEST = 34
_COLUMN = 760


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    column: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class _Plan:
    size: int
    column_width: int
    places: tuple[_Place, ...]

    @property
    def pages(self) -> int:
        return self.places[-1].page + 1 if self.places else 1


class PaperList(Body):
    """The rows; told the same papers again, it changes only what changed."""

    def __init__(self, name: str, lines: Sequence[PaperLine], scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._room: Room | None = None
        self._wanted: int | None = None
        self._plan = _Plan(scale.body, 1, ())
        self._rows = [PaperRow(line, scale, self) for line in lines]
        self.setAccessibleName(name)

    @property
    def rows(self) -> Sequence[PaperRow]:
        """All rows, on whatever page."""
        return self._rows

    @property
    def used_height(self) -> int:
        """As high as its longest column."""
        return max((place.top + place.height for place in self._plan.places), default=0)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text of the list."""
        return tuple(wording for row in self._rows for wording in row.line.wordings)

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show how the papers stand now."""
        if tuple(row.line for row in self._rows) == tuple(lines):
            return
        for row in self._rows[len(lines) :]:
            row.hide()
            row.deleteLater()
        del self._rows[len(lines) :]
        for row, line in zip(self._rows, lines, strict=False):
            row.show_line(line)
        self._rows += [PaperRow(line, self._scale, self) for line in lines[len(self._rows) :]]
        self._room = None
        self.reshaped.emit()

    def arrange(self, room: Room) -> None:
        """Find columns, pages and the size of letters."""
        if room != self._room:
            self._room = room
            self._plan = self._best_plan(room)
            self._page_count = self._plan.pages
            self._page = min(self._page, self._page_count - 1)
            self._turn_to_wanted()
        self._place()

    def show_page(self, page: int) -> None:
        """Turn to a page; from now on no row is waited for."""
        self._wanted = None
        super().show_page(page)

    def show_row(self, number: int) -> None:
        """Turn to the page with a row, now or as soon as it is known, until somebody turns to another one."""
        self._wanted = number
        before = self._page
        self._turn_to_wanted()
        if self._page != before:
            self._place()
            self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Mirroring depends on the width."""
        super().resizeEvent(event)
        self._place()

    def _turn_to_wanted(self) -> None:
        for row, place in zip(self._rows, self._plan.places, strict=False):
            if row.line.number == self._wanted:
                self._page = place.page

    def _best_plan(self, room: Room) -> _Plan:
        """One page with letters as large as possible; else the smallest letters that are comfortable."""
        smallest, largest = self._scale.body, self._scale.px(_LARGEST)
        self._stack(smallest, room.width)
        columns = self._columns(smallest, room.width)
        least = self._planned(smallest, columns[-1], room.width, room.height)
        if least.pages > 1:
            return self._planned(smallest, columns[-1], room.width, room.height - room.turning)
        plans = (
            self._planned(size, count, room.width, room.height)
            for size in range(largest, smallest, -2)
            for count in columns
        )
        return next((plan for plan in plans if plan.pages == 1), least)

    def _stack(self, size: int, width: int) -> None:
        """Both names side by side, as on paper, unless that breaks words."""
        for is_stacked in (False, True):
            for row in self._rows:
                row.stack(is_stacked=is_stacked)
            if all(row.is_whole(size, _column_width(width, 1)) for row in self._rows):
                return

    def _columns(self, size: int, width: int) -> range:
        """One column, or one and two where that breaks no word."""
        wide = _column_width(width, 2)
        has_room = wide >= self._scale.px(_COLUMN) and all(row.is_whole(size, wide) for row in self._rows)
        return range(1, 3 if has_room else 2)

    def _planned(self, size: int, columns: int, width: int, height: int) -> _Plan:
        wide = _column_width(width, columns)
        places: list[_Place] = []
        column, top = 0, 0
        for row in self._rows:
            high = row.needed_height(size, wide)
            if top and top + high > height:
                column, top = column + 1, 0
            places.append(_Place(column // columns, column % columns, top, min(high, height)))
            top += high
        return _Plan(size, wide, tuple(places))

    def _place(self) -> None:
        plan = self._plan
        for row, place in zip(self._rows, plan.places, strict=False):
            row.setVisible(place.page == self._page)
            row.set_size(plan.size)
            left = place.column * (plan.column_width + 2 * PADDING)
            row.setGeometry(mirrored(self, QRect(left, place.top, plan.column_width, place.height)))


def _column_width(width: int, columns: int) -> int:
    return (width - (columns - 1) * 2 * PADDING) // columns

"""What stands on a sheet, in reading order and in both languages; nothing about places yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counter_app.domain.language import Language
from counter_app.domain.list_row import RowState
from counter_app.domain.office import Office
from counter_app.domain.sheet import Appointment, Paper
from counter_app.domain.text import Trust, lowest
from counter_app.sheets.wording import Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered paper: its name, and what is to be said about it."""

    number: int
    name: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """Numbered papers, each with a box to tick."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Steps that are numbered, or points."""

    lines: tuple[Line, ...]
    is_numbered: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with a line each to write on."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CalendarCode:
    """Lines about an appointment, and its code for the phone."""

    lines: tuple[Line, ...]
    appointment: Appointment


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Languages to point at, each in its own name."""

    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """How the paper of one person stands, and the word for it."""

    state: RowState
    word: Line


@dataclass(frozen=True, slots=True)
class TableLine:
    """One paper; a cell for each person, None where it is not on the person's list."""

    name: Line
    cells: tuple[TableCell | None, ...]


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Papers one below the other, people side by side.

    Args:
        heads: of each person, the lines of the head: „Person 2“, „Kind“.
        legend: what the words in the cells mean; empty in German alone.
    """

    heads: tuple[tuple[Line, ...], ...]
    lines: tuple[TableLine, ...]
    legend: tuple[TableCell, ...]

    def every_line(self) -> Iterator[Line]:
        """All that it says, in reading order."""
        yield from (line for head in self.heads for line in head)
        for line in self.lines:
            yield line.name
            yield from (cell.word for cell in line.cells if cell is not None)
        yield from (cell.word for cell in self.legend)


Body = Papers | Items | Fields | CalendarCode | OwnNames | PaperTable


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sheet, top to bottom: heading, lines, body.

    Args:
        is_box: it has a frame around it.
        is_loose: its lines need not stay together.
    """

    heading: Line | None = None
    lines: tuple[Line, ...] = ()
    body: Body | None = None
    is_box: bool = False
    is_loose: bool = False

    def every_line(self) -> Iterator[Line]:
        """All that it says, in reading order."""
        if self.heading is not None:
            yield self.heading
        yield from self.lines
        match self.body:
            case Papers(entries):
                yield from (line for entry in entries for line in (entry.name, *entry.lines))
            case Items(lines) | Fields(lines) | CalendarCode(lines):
                yield from lines
            case PaperTable():
                yield from self.body.every_line()
            case OwnNames() | None:
                pass

    @property
    def trust(self) -> Trust:
        """The lowest state of the part's texts."""
        return lowest(line.trust for line in self.every_line())


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of the page around the parts.

    Args:
        footer, page: German; ``page`` with the slot of its number still open.
        marks: for each state but reviewed, how it is called beside a part.
        tick_box, code, logo: what a screen reader says in their place, in German.
    """

    footer: str
    page: str
    number_column: Line
    documents_column: Line
    marks: Mapping[Trust, Line]
    tick_box: str
    code: str
    logo: str


@dataclass(frozen=True, slots=True)
class ComposedSheet:
    """Everything that stands on a sheet, in reading order.

    Args:
        german: the language that binds; the only one if ``language`` is the same.
        head_lines: what stands below the name of the office at the head.
        notice: that this is information and no decision; None on a sheet for everyone, whose footer says it.
        matter: what the customer came for, and its paragraph.
        closing: what every sheet ends with.
        whose: „Person 2 · Kind“, where several people came together.
    """

    german: Language
    language: Language
    paper: Paper
    office: Office
    head_lines: tuple[str, ...]
    notice: Line | None
    title: Line
    matter: Line | None
    parts: tuple[Part, ...]
    closing: tuple[Line, ...]
    words: SheetWords
    whose: Line | None = None

    @property
    def name(self) -> str:
        """The document's title, for viewers."""
        return f"{self.title.german} – {self.matter.german}" if self.matter else self.title.german

    @property
    def is_bilingual(self) -> bool:
        """Whether there is a second language at all."""
        return self.language != self.german

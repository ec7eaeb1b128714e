"""Our printer, and where its time goes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest.mock import patch

from benchmarks.sheets.printers import Job
from counter_app.domain.content import Content
from counter_app.domain.sheet import Appointment, SheetOrder
from counter_app.sheets import part_layout
from counter_app.sheets.calendar_code import calendar_matrix
from counter_app.sheets.composer import Composer
from counter_app.sheets.figures import MatrixFigure
from counter_app.sheets.printer import SheetPrinter
from counter_app.sheets.rows import Row
from counter_app.sheets.tagging import TaggedCanvas

Matrix = Sequence[Sequence[int]]


class Matrices:
    """QR codes computed before the clock starts; the time for that is kept."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._ready: dict[Appointment, Matrix] = {}

    def compute(self, appointment: Appointment | None, office: str) -> Matrix:
        """Make one ready."""
        if appointment is None:
            return []
        start = perf_counter()
        matrix = calendar_matrix(appointment, office)
        self.seconds.append(perf_counter() - start)
        self._ready[appointment] = matrix
        return matrix

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Our sheets take theirs from here."""
        with patch.object(part_layout, "calendar_matrix", self._found):
            yield

    def _found(self, appointment: Appointment, office: str) -> Matrix:  # noqa: ARG002 - stands in for the real one
        return self._ready[appointment]


class OurPrinter:
    """The printer of the program, as it is."""

    def __init__(self, content: Content, fonts: Path, pictures: Path) -> None:
        self._content = content
        self._printer = SheetPrinter(fonts, pictures)

    def job(self, order: SheetOrder) -> Job:
        """From the order to the PDF, composing included; only the QR code is ready before."""
        return lambda: self._printer.pdf(self._content, order)


STEPS: dict[str, tuple[tuple[type[Any], str], ...]] = {
    "composing": ((Composer, "compose"),),
    "drawing": ((Row, "draw"), (MatrixFigure, "draw_at")),
    "writing": ((TaggedCanvas, "save"),),
}
"""What is timed; all the rest is setting: structure, shaping, line breaks, heights and page breaks."""
SETTING = "setting"


def shares(jobs: Sequence[Job]) -> dict[str, float]:
    """The share of each step in the time of these sheets, 0 to 1; taken apart from the race, for it costs time."""
    spent = dict.fromkeys(STEPS, 0.0)
    with ExitStack() as patches:
        for step, methods in STEPS.items():
            for owner, name in methods:
                patches.enter_context(patch.object(owner, name, _timed(getattr(owner, name), step, spent)))
        start = perf_counter()
        for job in jobs:
            job()
        whole = perf_counter() - start
    spent[SETTING] = whole - sum(spent.values())
    return {step: seconds / whole for step, seconds in spent.items()}


def _timed(method: Callable[..., object], step: str, spent: dict[str, float]) -> Callable[..., object]:
    def timed(*arguments: object) -> object:
        start = perf_counter()
        result = method(*arguments)
        spent[step] += perf_counter() - start
        return result

    return timed

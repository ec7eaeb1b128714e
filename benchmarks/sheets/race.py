"""All printers on the same sheets, turn by turn, in one language."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

import pikepdf

from benchmarks.sheets.composed import Conversion
from benchmarks.sheets.orders import Orders
from benchmarks.sheets.ours import Matrices, OurPrinter, shares
from benchmarks.sheets.printers import OURS, TYPST, Job, Made, Peer
from counter_app.domain.content import Content
from counter_app.domain.language import Language
from counter_app.domain.sheet import SheetOrder
from counter_app.sheets.composer import Composer

ROUNDS = 2
SAMPLE = 20
"""Sheets that the slow peers make; typst and ours make all."""
WARM_UPS = 3
"""Sheets on which the slow peers get warm; typst and ours get a whole round."""
TAKEN_APART = 40
"""Sheets on which the shares of our time are measured."""


@dataclass(frozen=True, slots=True)
class Result:
    """One sheet of one printer.

    Args:
        sheet: which of the race it was.
    """

    sheet: int
    seconds: float
    cpu_seconds: float
    size: int
    pages: int
    is_tagged: bool

    @classmethod
    def of(cls, sheet: int, made: Made) -> "Result":
        """Look into the file."""
        with pikepdf.open(BytesIO(made.pdf)) as document:
            root = document.Root
            is_tagged = "/StructTreeRoot" in root and "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked", False))
            return cls(sheet, made.seconds, made.cpu_seconds, len(made.pdf), len(document.pages), is_tagged)


@dataclass(frozen=True, slots=True)
class Race:
    """What came out.

    Args:
        alone: the number of the first sheet without a matter; from there on texts are new to every printer.
        results: for each printer its sheets; ours and typst's are the same ones, the others' a sample of them.
        matrix_seconds: how long each QR code took, which is in nobody's time.
        shares: of the steps in our time.
    """

    warm_ups: int
    sheets: int
    alone: int
    results: Mapping[str, Sequence[Result]]
    matrix_seconds: Sequence[float]
    shares: Mapping[str, float]


class RaceTrack:
    """Runs the race of one language."""

    def __init__(self, content: Content, language: Language, ours: OurPrinter, peers: Mapping[str, Peer]) -> None:
        self._content = content
        self._orders = Orders(content, language)
        self._ours = ours
        self._peers = peers
        self._matrices = Matrices()

    def run(self) -> Race:
        """Get warm, race, and take our time apart."""
        with self._matrices.in_use():
            warm_up = list(self._orders.of_matters())
            for number, order in enumerate(warm_up):
                self._turn(number, order, takes_all=number < WARM_UPS)
            # What the printers and their libraries keep is not searched for garbage again and again at our expense.
            gc.collect()
            gc.freeze()
            self._matrices.seconds.clear()
            orders = list(chain(*(self._orders.of_matters() for _ in range(ROUNDS))))
            alone = len(orders)
            orders += self._orders.alone()
            results = self._race(orders)
            matrix_seconds = tuple(self._matrices.seconds)
            return Race(len(warm_up), len(orders), alone, results, matrix_seconds, shares(list(self._more_jobs())))

    def _race(self, orders: Sequence[SheetOrder]) -> dict[str, list[Result]]:
        sampled = {place * len(orders) // SAMPLE for place in range(SAMPLE)}
        results: dict[str, list[Result]] = {name: [] for name in (OURS, *self._peers)}
        for number, order in enumerate(orders):
            for name, made in self._turn(number, order, takes_all=number in sampled).items():
                results[name].append(Result.of(number, made))
        return results

    def _turn(self, number: int, order: SheetOrder, *, takes_all: bool) -> dict[str, Made]:
        """The sheet by each printer; who begins changes from sheet to sheet."""
        jobs = list(self._jobs(order, takes_all=takes_all))
        first = number % len(jobs)
        return {name: Made.by(job) for name, job in (*jobs[first:], *jobs[:first])}

    def _jobs(self, order: SheetOrder, *, takes_all: bool) -> Iterator[tuple[str, Job]]:
        matrix = self._matrices.compute(order.appointment, self._content.office.name)
        sheet = Conversion(Composer(self._content, order).compose(), matrix).sheet()
        yield OURS, self._ours.job(order)
        for name, peer in self._peers.items():
            if takes_all or name == TYPST:
                yield name, peer.job(sheet)

    def _more_jobs(self) -> Iterator[Job]:
        for order, _ in zip(self._orders.of_matters(), range(TAKEN_APART), strict=False):
            self._matrices.compute(order.appointment, self._content.office.name)
            yield self._ours.job(order)

"""Starts fresh processes: how long one takes to its first sheet, and how much memory for some."""

import copyreg
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from types import MappingProxyType
from typing import Any

from benchmarks.sheets.cold import ALL_OF_OURS, NOTHING, OURS
from benchmarks.sheets.composed import Conversion
from benchmarks.sheets.orders import Orders
from benchmarks.sheets.stand_in import Stock
from counter_app.domain.language import Language
from counter_app.sheets.calendar_code import calendar_matrix
from counter_app.sheets.composer import Composer

ROOT = Path(__file__).resolve().parents[2]
TURNS = 5
SHEETS_FOR_MEMORY = 5
LONGEST_S = 120
"""Seconds after which a process has failed."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where fonts and the office's pictures lie, and a folder to write to."""

    fonts: Path
    pictures: Path
    scratch: Path


@dataclass(frozen=True, slots=True)
class Starts:
    """What came out, by printer.

    Args:
        cold_ms: a process from asking for it until it has ended, with one sheet; the median.
        memory_mb: the most that a process had which made five.
    """

    cold_ms: Mapping[str, float]
    memory_mb: Mapping[str, float]


class Starter:
    """Starts the printers in one language."""

    def __init__(self, stock: Stock, language: Language, peers: Sequence[str], places: Places) -> None:
        self._names = (NOTHING, OURS, ALL_OF_OURS, *peers)
        self._scratch = places.scratch
        self._files = _written(stock, language, places)

    def run(self) -> Starts:
        """Warm the disk's cache, then take turns; who begins changes."""
        memory = {name: self._start(name, SHEETS_FOR_MEMORY)[1] for name in self._names if name != ALL_OF_OURS}
        seconds: dict[str, list[float]] = {name: [] for name in self._names}
        for turn in range(TURNS):
            first = turn % len(self._names)
            for name in (*self._names[first:], *self._names[:first]):
                seconds[name].append(self._start(name, 1)[0])
        return Starts({name: median(found) * 1000 for name, found in seconds.items()}, memory)

    def _start(self, name: str, count: int) -> tuple[float, float]:
        """Seconds and megabytes of one process."""
        file = self._files.get(name, self._files[NOTHING])
        command = (sys.executable, "-m", "benchmarks.sheets.cold", name, str(file), str(count))
        # Compiled modules for all alike, whether or not this machine lets Python write beside its sources.
        variables = {**os.environ, "PYTHONPYCACHEPREFIX": str(self._scratch / "compiled"), "PYTHONPATH": str(ROOT)}
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        start = perf_counter()
        done = subprocess.run(
            command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False, timeout=LONGEST_S
        )
        seconds = perf_counter() - start
        if done.returncode:
            msg = f"{name} failed:\n{done.stderr}"
            raise RuntimeError(msg)
        return seconds, int(done.stdout.split()[-1]) / 1000


def _written(stock: Stock, language: Language, places: Places) -> Mapping[str, Path]:
    """What the processes read: for us sheets as composed, for all others as they get them."""
    copyreg.pickle(MappingProxyType, _as_dict)
    composed, converted = [], []
    for order in islice(Orders(stock.content, language).of_matters(), SHEETS_FOR_MEMORY):
        sheet = Composer(stock.content, order).compose()
        matrix = [] if order.appointment is None else calendar_matrix(order.appointment, stock.content.office.name)
        composed.append((sheet, matrix))
        converted.append(Conversion(sheet, matrix).sheet())
    stored: dict[str, object] = {
        NOTHING: (places.fonts, converted),
        OURS: (places.fonts, places.pictures, composed),
        ALL_OF_OURS: (places.fonts, places.pictures, stock.folders, language.tag),
    }
    files = {name: places.scratch / f"{number}-{language.tag}.pickle" for number, name in enumerate(stored)}
    for name, path in files.items():
        path.write_bytes(pickle.dumps(stored[name]))
    return files


def _as_dict(mapping: MappingProxyType[object, object]) -> tuple[Callable[..., Any], tuple[object]]:
    """How to pickle a frozen mapping; nobody changes what comes out."""
    return dict, (dict(mapping),)

"""Who takes part: our printer, and the peers that can be loaded here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Protocol

from benchmarks.sheets.model import Sheet

Job = Callable[[], bytes]

OURS, TYPST = "ours", "typst"
PEERS = {
    TYPST: ("typst_peer", "TypstPeer"),
    "WeasyPrint": ("weasyprint_peer", "WeasyPrintPeer"),
    "fpdf2": ("fpdf_peer", "FpdfPeer"),
    "Qt": ("qt_peer", "QtPeer"),
}
"""Name to the module that knows the peer, and the class in it."""


class Peer(Protocol):
    """Somebody else's way to make the sheet."""

    def job(self, sheet: Sheet) -> Job:
        """What the clock is on; all that can be made ready before is ready."""


def peer(name: str, fonts: Path) -> Peer:
    """One peer.

    Raises:
        ImportError: it is not installed.
        OSError: a library of the system is missing.
    """
    module, kind = PEERS[name]
    made: Peer = getattr(import_module(f"benchmarks.sheets.{module}"), kind)(fonts)
    return made


def peers(names: Sequence[str], fonts: Path) -> Iterator[tuple[str, Peer]]:
    """All that can be loaded; says which cannot."""
    for name in names:
        try:
            yield name, peer(name, fonts)
        except (ImportError, OSError) as error:
            print(f"{name} does not take part, it cannot be loaded: {str(error).splitlines()[0]}")


@dataclass(frozen=True, slots=True)
class Made:
    """One PDF, and how long it took on the clock of the wall and on those of all processors."""

    pdf: bytes
    seconds: float
    cpu_seconds: float

    @classmethod
    def by(cls, job: Job) -> "Made":
        """Do the work on the clock."""
        cpu, start = process_time(), perf_counter()
        pdf = job()
        return cls(pdf, perf_counter() - start, process_time() - cpu)

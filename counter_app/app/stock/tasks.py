"""What processes that make sheets are told, and what they answer."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from counter_app.app.stock.manifest import Entry
from counter_app.domain.errors import CounterError
from counter_app.domain.record import Records
from counter_app.sheets.stock import LibrarySheet


@dataclass(frozen=True, slots=True)
class Setup:
    """What every process that makes sheets must know.

    Args:
        day: whose rules count.
        surroundings: the fingerprint of program, fonts and pictures.
        out: the folder of the library; those of the languages are there.
    """

    records: Records
    day: date
    surroundings: str
    fonts: Path
    pictures: Path
    out: Path


@dataclass(frozen=True, slots=True)
class Task:
    """A sheet that is wanted, and what the manifest says about it."""

    sheet: LibrarySheet
    known: Entry | None


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one sheet.

    Args:
        entry: None for a sheet that cannot be set.
        is_new: the file was written.
        trouble: why it cannot be set; None when all is well.
    """

    name: str
    entry: Entry | None
    is_new: bool = False
    trouble: CounterError | None = None

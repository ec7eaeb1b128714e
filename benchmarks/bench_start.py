"""How long until one can type: our counter next to a bare PySide6 window.

Each start is a process of its own; the two take turns, and who begins changes from turn to turn. Both are warm: some
starts before the clock runs fill the disk cache and leave compiled modules for both (in a scratch folder, so it does
not matter whether this machine lets Python write beside its sources). Both run on two screens in memory, like a counter
with a screen for the customer.

What is on the clock, from asking the system for a process:

- bare: ``QApplication``, a ``QMainWindow`` with a ``QLineEdit``, shown and exposed, the field has the focus, a letter
  is in;
- ours: ``counter-app --data DATA`` with all shipped content in twenty languages (the catalogues there are, under more
  names), the store filled by an earlier start: content checked against the files and read, the clerk's window shown and
  exposed, the field of matters has the focus, a typed letter has found something, the customer's window is on its
  screen.

How to read the end: ``ratio start ours/bare warm: 1.50`` says that the median of our times is 1.5 times the median of
theirs, so less is better. Before it stands how far the ratio of single turns spreads.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from counter_app.system.paths import content_folders, demo_folder

ROOT = Path(__file__).resolve().parents[1]
STARTS = Path(__file__).parent / "start"
WARM_UPS = 3
TURNS = 21
LONGEST_S = 60
"""Seconds after which a start has failed."""

REST = "all the rest"
"""What comes after one can type."""

MORE_LANGUAGES = {
    "ar": ("fa", "fa-AF", "ps", "ur", "ckb"),
    "en": ("cs", "es", "fr", "hu", "pl", "pt", "ro", "sq", "tr", "vi"),
    "ti": ("am",),
}
"""Tags under which each catalogue is copied: sixteen more, twenty with German."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start.

    Args:
        steps_ms: what was done, and how long that took; in order, and without gaps.
    """

    steps_ms: Mapping[str, float]

    @property
    def typing_ms(self) -> float:
        """From asking for the process until the letter was in."""
        return self.total_ms - self.steps_ms.get(REST, 0)

    @property
    def total_ms(self) -> float:
        """From asking for the process until everything was there."""
        return sum(self.steps_ms.values())


class Starter:
    """Starts a program again and again.

    Args:
        command: what follows after Python. cache: a folder for compiled modules.
    """

    def __init__(self, command: Sequence[str | Path], cache: Path) -> None:
        self._command = (sys.executable, *command)
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(cache),
            "QT_QPA_PLATFORM": "offscreen:configfile=screens.json",
        }

    def start(self) -> Start:
        """Start it once, on the clock; the clock is the same in every process."""
        begin = perf_counter()
        finished = subprocess.run(
            self._command,
            cwd=demo_folder(),  # a whole path to the screens would be cut at the colon of a drive
            env=self._environment,
            capture_output=True,  # Qt's offscreen platform complains at every start that it is no real one
            text=True,
            check=False,
            timeout=LONGEST_S,
        )
        if finished.returncode:
            sys.exit(finished.stderr)
        marks = [mark.partition("=") for mark in finished.stdout.strip().split(";")]
        moments = [begin, *(float(moment) for _, _, moment in marks)]
        steps = (later - earlier for earlier, later in pairwise(moments))
        return Start({name: step * 1000 for (name, _, _), step in zip(marks, steps, strict=True)})


def copy_content(target: Path) -> None:
    """Copy the shipped content and add translations to it."""
    folders = content_folders()
    for folder in (folders.forms, folders.phrasebooks):
        shutil.copytree(folder, target / folder.name)
        for tag, more in MORE_LANGUAGES.items():
            catalogue = (folder / f"{tag}.po").read_text(encoding="utf-8")
            for other in more:
                text = catalogue.replace(f'"Language: {tag}\\n"', f'"Language: {other}\\n"')
                (target / folder.name / f"{other}.po").write_text(text, encoding="utf-8")


def take_turns(first: Starter, second: Starter) -> tuple[list[Start], list[Start]]:
    """Start both in turns, and forget what was only to get warm."""
    starts: tuple[list[Start], list[Start]] = ([], [])
    for turn in range(-WARM_UPS, TURNS):
        for place in (0, 1) if turn % 2 else (1, 0):
            start = (first, second)[place].start()
            if turn >= 0:
                starts[place].append(start)
    return starts


def show(name: str, starts: Sequence[Start]) -> None:
    """Print the steps of one program."""
    totals = [start.typing_ms for start in starts]
    print(f"{name}: median {median(totals):.0f} ms, best {min(totals):.0f}, worst {max(totals):.0f}")
    for step in starts[0].steps_ms:
        print(f"  {median(start.steps_ms[step] for start in starts):6.0f} ms  {step}")


def main() -> None:
    """Run the benchmark."""
    with TemporaryDirectory() as name:
        scratch = Path(name)
        copy_content(scratch)
        cache = scratch / "compiled"
        bare = Starter((STARTS / "bare_window.py",), cache)
        ours = Starter((STARTS / "our_window.py", scratch / "data", scratch), cache)
        bare_starts, our_starts = take_turns(bare, ours)
    show("bare", bare_starts)
    show("ours", our_starts)
    ratios = [our.typing_ms / one.total_ms for our, one in zip(our_starts, bare_starts, strict=True)]
    low, _, high = quantiles(ratios, n=4)
    spread = f"half of them between {low:.2f} and {high:.2f}, all between {min(ratios):.2f} and {max(ratios):.2f}"
    print(f"ratio of single turns, {TURNS} of them: {spread}")
    bare_ms = median(start.total_ms for start in bare_starts)
    print(f"ratio everything ours/bare warm: {median(start.total_ms for start in our_starts) / bare_ms:.2f}")
    print(f"ratio start ours/bare warm: {median(start.typing_ms for start in our_starts) / bare_ms:.2f}")


if __name__ == "__main__":
    main()

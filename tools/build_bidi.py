"""Write what the Unicode Bidirectional Algorithm (UAX #9) knows about characters to a data file.

The classes and bracket pairs come from the Unicode Character Database as Debian's package `unicode-data` installs it:

    python tools/build_bidi.py [FOLDER]
"""

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

INSTALLED = Path("/usr/share/unicode")
TARGET = Path(__file__).parents[1] / "counter_app" / "sheets" / "text" / "bidi_data.toml"
CODE_POINTS = 0x110000
# Most characters have this class, so the data file leaves them out.
USUAL = "L"
# The defaults of unassigned characters are given by their long names.
SHORT = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
RANGE = re.compile(r"(?:# @missing: )?([0-9A-F]{4,6})(?:\.\.([0-9A-F]{4,6}))?\s*; (\w+)")
BRACKET = re.compile(r"([0-9A-F]{4,6}); ([0-9A-F]{4,6}); o")


def bidi_classes(source: str) -> list[str]:
    """The class of every code point; a later line of DerivedBidiClass.txt wins over an earlier one."""
    classes = [USUAL] * CODE_POINTS
    for line in source.splitlines():
        if found := RANGE.match(line):
            first, last = int(found[1], 16), int(found[2] or found[1], 16)
            classes[first : last + 1] = [SHORT.get(found[3], found[3])] * (last + 1 - first)
    return classes


def class_lines(classes: list[str]) -> Iterator[str]:
    """One TOML line for each class, with its ranges from first to last character."""
    ranges: dict[str, list[str]] = {}
    start = 0
    for name, group in groupby(classes):
        end = start + len(list(group))
        if name != USUAL:
            ranges.setdefault(name, []).append(f"{start:X}-{end - 1:X}")
        start = end
    yield from (f"{name} = '{' '.join(ranges[name])}'" for name in sorted(ranges))


def main() -> None:
    """Read the database and write the data file."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else INSTALLED
    source = (folder / "extracted" / "DerivedBidiClass.txt").read_text(encoding="utf-8")
    brackets = (folder / "BidiBrackets.txt").read_text(encoding="utf-8")
    version = source.splitlines()[0].removeprefix("# DerivedBidiClass-").removesuffix(".txt")
    lines = [
        f"# Bidi classes and bracket pairs of Unicode {version}, written by tools/build_bidi.py.",
        f"# Characters without a class here have {USUAL}.",
        "brackets = [",
        *(f'    "\\u{opening}\\u{closing}",' for opening, closing in BRACKET.findall(brackets)),
        "]",
        "",
        "[classes]",
        *class_lines(bidi_classes(source)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

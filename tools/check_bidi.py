"""Run Unicode's conformance tests of the Bidirectional Algorithm (UAX #9) through our code.

    python tools/check_bidi.py [FOLDER]

BidiTest.txt and BidiCharacterTest.txt come from Debian's package `unicode-data`; name the FOLDER if they lie elsewhere.
"""

import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from counter_app.domain.language import Direction
from counter_app.sheets.text.bidi import REMOVED, base_direction, levels, visual_order
from counter_app.sheets.text.bidi_data import bidi_class

INSTALLED = Path("/usr/share/unicode")
CLASSES, CHARACTERS = "BidiTest.txt", "BidiCharacterTest.txt"
SHOWN_FAILURES = 10
SKIPPED = "x"
AUTOMATIC = "2"
DIRECTIONS = {"0": Direction.LTR, "1": Direction.RTL}
# BidiTest.txt speaks of classes only; no bracket may stand for one.
EXAMPLES = {
    "L": "a",
    "R": "\u05d0",
    "AL": "\u0627",
    "EN": "1",
    "AN": "\u0661",
    "ES": "+",
    "ET": "€",
    "CS": ",",
    "NSM": "\u0300",
    "BN": "\u00ad",
    "B": "\u2029",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "LRE": "\u202a",
    "RLE": "\u202b",
    "PDF": "\u202c",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}
# The bits of a line's set of paragraph directions.
DIRECTION_BITS = {1: AUTOMATIC, 2: "0", 4: "1"}


class Case(NamedTuple):
    """One paragraph and what the algorithm makes of it, in the words of BidiCharacterTest.txt.

    Args:
        direction: 0 for left to right, 1 for right to left, 2 for that of the first strong character.
        paragraph_level: empty where the file does not say it.
        levels: one per character, x where rule X9 removes it.
        order: the places of the other characters from left to right.
    """

    place: str
    text: str
    direction: str
    paragraph_level: str
    levels: list[str]
    order: list[str]

    def passes(self) -> bool:
        """Whether our code comes to the same."""
        base = base_direction(self.text) if self.direction == AUTOMATIC else DIRECTIONS[self.direction]
        found = levels(self.text, base)
        kept = [place for place, character in enumerate(self.text) if bidi_class(character) not in REMOVED]
        return (
            DIRECTIONS.get(self.paragraph_level, base) is base
            and self.levels == [str(level) if n in kept else SKIPPED for n, level in enumerate(found)]
            and self.order == [str(kept[n]) for n in visual_order([found[place] for place in kept])]
        )


def class_cases(path: Path) -> Iterator[Case]:
    """The cases of BidiTest.txt; each line holds one for every direction in its set."""
    expected_levels: list[str] = []
    order: list[str] = []
    for place, line in _lines(path):
        key, _, value = line.partition(":")
        match key:
            case "@Levels":
                expected_levels = value.split()
            case "@Reorder":
                order = value.split()
            case _:
                classes, bits = line.split(";")
                text = "".join(EXAMPLES[name] for name in classes.split())
                for bit, direction in DIRECTION_BITS.items():
                    if int(bits, 16) & bit:
                        yield Case(place, text, direction, "", expected_levels, order)


def character_cases(path: Path) -> Iterator[Case]:
    """The cases of BidiCharacterTest.txt, one per line."""
    for place, line in _lines(path):
        codes, direction, paragraph_level, expected_levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        yield Case(place, text, direction, paragraph_level, expected_levels.split(), order.split())


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Where each line stands that is neither blank nor a comment, and its text."""
    with path.open(encoding="utf-8") as file:
        for number, raw in enumerate(file, start=1):
            if line := raw.partition("#")[0].strip():
                yield f"{path.name}:{number}", line


def main() -> None:
    """Run all cases; exit code 1 when one fails or the files are not there."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else INSTALLED
    if missing := [name for name in (CLASSES, CHARACTERS) if not (folder / name).is_file()]:
        sys.exit(
            f"{' and '.join(missing)} not found in {folder}: install Debian's package unicode-data"
            " (apt install unicode-data), or name the folder that holds the files."
        )
    total = 0
    failures = []
    for case in chain(class_cases(folder / CLASSES), character_cases(folder / CHARACTERS)):
        total += 1
        if not case.passes():
            failures.append(case)
    for case in islice(failures, SHOWN_FAILURES):
        print(
            f"{case.place}: direction {case.direction}, {' '.join(f'{ord(character):04X}' for character in case.text)}"
        )
    print(f"{total - len(failures)} of {total} cases pass")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()

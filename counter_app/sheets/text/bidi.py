"""The Unicode Bidirectional Algorithm (UAX #9): which way each character of a paragraph runs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from counter_app.domain.language import Direction
from counter_app.sheets.text.bidi_data import bidi_class
from counter_app.sheets.text.bidi_runs import ISOLATES, IsolatingRun

MAX_DEPTH = 125
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
OVERRIDES = {"LRO": "L", "RLO": "R"}
RIGHT_TO_LEFT = frozenset({"RLE", "RLO", "RLI"})
SEPARATORS = frozenset({"B", "S"})
RAISED_FROM_EVEN = {"L": 0, "R": 1, "EN": 2, "AN": 2}
RAISED_FROM_ODD = {"L": 1, "R": 0, "EN": 1, "AN": 1}
# Rule X9 takes these out; they get the level of what stands before them.
REMOVED = frozenset({*EMBEDDINGS, "PDF", "BN"})
BLANK = frozenset({"WS", "PDI", *ISOLATES, *REMOVED})
ALL_LEFT_TO_RIGHT = frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "BN", "WS", "ON", "S", "B"})


def levels(text: str, direction: Direction) -> list[int]:
    """The embedding level of each character, even for left-to-right, odd for right-to-left.

    Args:
        text: may hold several paragraphs; the whole text counts as one line for rule L1.
        direction: the base direction of every paragraph; the text itself is not asked.
    """
    base = 1 if direction is Direction.RTL else 0
    if base == 0 and ALL_LEFT_TO_RIGHT.issuperset(map(bidi_class, set(text))):
        return [0] * len(text)
    classes = [bidi_class(character) for character in text]
    result: list[int] = []
    start = 0
    for end in [*(i + 1 for i, name in enumerate(classes) if name == "B"), len(text)]:
        result += _Paragraph(text[start:end], classes[start:end], base).levels()
        start = end
    return result


def base_direction(text: str) -> Direction:
    """The direction of a paragraph's first strong character, left to right if it has none (rules P2 and P3).

    For texts whose language nobody told us, e.g. a name; what stands inside isolates is not asked.
    """
    return Direction.RTL if _starts_right_to_left(map(bidi_class, text)) else Direction.LTR


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of one line's pieces from left to right (rule L2).

    Args:
        levels: one per piece; a piece is a character or a run of characters of one level.
    """
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _starts_right_to_left(classes: Iterable[str], *, until_isolate_ends: bool = False) -> bool:
    """Whether the first strong character outside isolates runs right to left (rules P2, P3 and X5c)."""
    depth = 0
    for name in classes:
        if name in ISOLATES:
            depth += 1
        elif name == "PDI":
            if depth == 0 and until_isolate_ends:
                break
            depth = max(depth - 1, 0)
        elif depth == 0 and name in {"L", "R", "AL"}:
            return name != "L"
    return False


class _Status(NamedTuple):
    """An entry of the directional status stack; ``opener`` is the place of an isolate's initiator."""

    level: int
    override: str
    opener: int | None


class _Paragraph:
    """One paragraph on its way through the rules."""

    def __init__(self, text: str, classes: Sequence[str], base: int) -> None:
        self._text = text
        self._original = classes
        self._classes = list(classes)  # after overrides
        self._base = base
        self._levels = [base] * len(text)
        self._stack = [_Status(base, "", None)]
        self._lost_isolates = 0  # openers beyond the greatest depth, whose ends must be skipped
        self._lost_embeddings = 0
        self._ends: dict[int, int] = {}  # each isolate's end by its opener

    def levels(self) -> list[int]:
        """The levels of all characters."""
        self._explicit_levels()
        for places, start, end in list(self._isolating_runs()):  # all of them before any level changes
            self._resolve(places, start, end)
        self._fill_removed()
        self._reset_blanks()
        return self._levels

    def _explicit_levels(self) -> None:
        """Rules X1 to X8."""
        for i, name in enumerate(self._original):
            if name in ISOLATES:
                self._place(i)
                self._open(i, isolate=True)
            elif name in EMBEDDINGS:
                self._open(i, isolate=False)
            elif name == "PDI":
                self._close_isolate(i)
                self._place(i)
            elif name == "PDF":
                self._close_embedding()
            elif name != "B":
                self._place(i)

    def _place(self, i: int) -> None:
        status = self._stack[-1]
        self._levels[i] = status.level
        if status.override and self._original[i] != "BN":
            self._classes[i] = status.override

    def _open(self, i: int, *, isolate: bool) -> None:
        name = self._original[i]
        level = self._stack[-1].level
        level = (level + 1) | 1 if self._opens_right_to_left(i) else (level + 2) & ~1
        if level <= MAX_DEPTH and not self._lost_isolates and not self._lost_embeddings:
            self._stack.append(_Status(level, OVERRIDES.get(name, ""), i if isolate else None))
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _opens_right_to_left(self, i: int) -> bool:
        name = self._original[i]
        if name != "FSI" or self._lost_isolates:  # what is lost has no direction, and asking it takes long
            return name in RIGHT_TO_LEFT
        following = (self._original[place] for place in range(i + 1, len(self._original)))
        return _starts_right_to_left(following, until_isolate_ends=True)

    def _close_isolate(self, i: int) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif any(status.opener is not None for status in self._stack):
            self._lost_embeddings = 0
            while (opener := self._stack.pop().opener) is None:
                pass
            self._ends[opener] = i

    def _close_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._stack) > 1 and self._stack[-1].opener is None:
            self._stack.pop()

    def _isolating_runs(self) -> Iterator[tuple[list[int], str, str]]:
        """Rule X10: the places of each isolating run sequence, and the directions before and after it."""
        kept = [i for i, name in enumerate(self._original) if name not in REMOVED]
        runs = [list(run) for _, run in groupby(kept, key=lambda i: self._levels[i])]
        run_from = {run[0]: run for run in runs}
        position = {i: n for n, i in enumerate(kept)}
        continued = set(self._ends.values())
        for run in runs:
            if run[0] in continued:
                continue
            places = list(run)
            while places[-1] in self._ends:
                places += run_from[self._ends[places[-1]]]
            first, last = position[places[0]], position[places[-1]]
            is_last = self._original[places[-1]] in ISOLATES or last + 1 == len(kept)
            before = self._levels[kept[first - 1]] if first else self._base
            after = self._base if is_last else self._levels[kept[last + 1]]
            level = self._levels[run[0]]
            yield places, _direction(max(level, before)), _direction(max(level, after))

    def _resolve(self, places: Sequence[int], start: str, end: str) -> None:
        """Rules W1 to N2, then I1 and I2."""
        level = self._levels[places[0]]
        run = IsolatingRun(
            [self._text[i] for i in places],
            [self._classes[i] for i in places],
            [self._original[i] for i in places],
            start,
            end,
            _direction(level),
        )
        for i, kind in zip(places, run.resolve(), strict=True):
            self._levels[i] = level + (RAISED_FROM_ODD if level % 2 else RAISED_FROM_EVEN)[kind]

    def _fill_removed(self) -> None:
        for i, name in enumerate(self._original):
            if name in REMOVED:
                self._levels[i] = self._levels[i - 1] if i else self._base

    def _reset_blanks(self) -> None:
        """Rule L1: separators, and blanks before them or at the end, take the base level."""
        at_end = True
        for i in range(len(self._text) - 1, -1, -1):
            name = self._original[i]
            at_end = name in SEPARATORS or (at_end and name in BLANK)
            if at_end:
                self._levels[i] = self._base


def _direction(level: int) -> str:
    return "LR"[level % 2]

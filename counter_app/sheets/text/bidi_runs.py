"""Resolving one isolating run sequence: the weak, bracket and neutral rules of UAX #9."""

from collections.abc import Sequence

from counter_app.sheets.text.bidi_data import brackets

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI", *ISOLATES})
DEEPEST_BRACKETS = 63


class IsolatingRun:
    """The characters of one sequence on their way to a direction.

    Args:
        characters: as they follow each other in the sequence.
        classes: their bidi classes after overrides.
        original: their classes in the text.
        start: L or R, what stands before the sequence.
        end: L or R, what stands after it.
        embedding: L or R, the direction of its level.
    """

    def __init__(
        self,
        characters: Sequence[str],
        classes: Sequence[str],
        original: Sequence[str],
        start: str,
        end: str,
        embedding: str,
    ) -> None:
        self._characters = characters
        self._original = original
        self._start = start
        self._end = end
        self._embedding = embedding
        self._kinds = list(classes)

    def resolve(self) -> list[str]:
        """L, R, EN or AN for each character (rules W1 to N2)."""
        self._marks_and_numbers()
        self._separators_and_terminators()
        self._numbers_after_letters()
        self._bracket_pairs()
        self._neutrals()
        return self._kinds

    def _marks_and_numbers(self) -> None:
        """Rules W1 to W3."""
        kinds = self._kinds
        previous = self._start
        for n, kind in enumerate(kinds):
            if kind == "NSM":
                kinds[n] = "ON" if previous in ISOLATES or previous == "PDI" else previous
            previous = kinds[n]
        strong = self._start
        for n, kind in enumerate(kinds):
            if kind in {"L", "R", "AL"}:
                strong = kind
            elif kind == "EN" and strong == "AL":
                kinds[n] = "AN"
        self._kinds = ["R" if kind == "AL" else kind for kind in kinds]

    def _separators_and_terminators(self) -> None:
        """Rules W4 to W6."""
        kinds = self._kinds
        for n in range(1, len(kinds) - 1):
            around = kinds[n - 1]
            if around == kinds[n + 1] and (
                (kinds[n] == "CS" and around in {"EN", "AN"}) or (kinds[n] == "ES" and around == "EN")
            ):
                kinds[n] = around
        start = 0
        while start < len(kinds):
            end = start
            while end < len(kinds) and kinds[end] == "ET":
                end += 1
            touches_number = (start > 0 and kinds[start - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            if touches_number:
                kinds[start:end] = ["EN"] * (end - start)
            start = end + 1
        self._kinds = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]

    def _numbers_after_letters(self) -> None:
        """Rule W7."""
        strong = self._start
        for n, kind in enumerate(self._kinds):
            if kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                self._kinds[n] = "L"

    def _bracket_pairs(self) -> None:
        """Rule N0."""
        for opening, closing in self._find_pairs():
            inside = {_strong(kind) for kind in self._kinds[opening + 1 : closing]} - {""}
            if self._embedding in inside:
                direction = self._embedding
            elif inside:
                before = next(filter(None, map(_strong, reversed(self._kinds[:opening]))), self._start)
                direction = before if before in inside else self._embedding
            else:
                continue
            for n in (opening, closing):
                self._set_with_marks(n, direction)

    def _find_pairs(self) -> list[tuple[int, int]]:
        openings, closings = brackets()
        stack: list[tuple[str, int]] = []
        pairs = []
        for n, character in enumerate(self._characters):
            if self._kinds[n] != "ON":
                continue
            if character in openings:
                if len(stack) == DEEPEST_BRACKETS:
                    break
                stack.append((openings[character], n))
            elif character in closings:
                name = closings[character]
                depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d][0] == name), None)
                if depth is not None:
                    pairs.append((stack[depth][1], n))
                    del stack[depth:]
        return sorted(pairs)

    def _set_with_marks(self, n: int, direction: str) -> None:
        """Marks that followed a bracket in the text go with it."""
        self._kinds[n] = direction
        for following in range(n + 1, len(self._kinds)):
            if self._original[following] != "NSM":
                break
            self._kinds[following] = direction

    def _neutrals(self) -> None:
        """Rules N1 and N2."""
        kinds = self._kinds
        start = 0
        while start < len(kinds):
            end = start
            while end < len(kinds) and kinds[end] in NEUTRAL:
                end += 1
            before = _strong(kinds[start - 1]) if start else self._start
            after = _strong(kinds[end]) if end < len(kinds) else self._end
            kinds[start:end] = [before if before == after else self._embedding] * (end - start)
            start = end + 1


def _strong(kind: str) -> str:
    """Numbers count as right-to-left when neutrals are resolved; empty for neutrals."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")

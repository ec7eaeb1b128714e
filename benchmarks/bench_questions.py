"""How many key presses and questions it takes from the matter to the settled list.

    python3 dev.py bench questions [MATTER ...]

Everybody of ``tests/cases`` comes to a skilled clerk, who knows what the person says (``questions/people.py``) and the keys
of the window (``questions/clerk.py``). The clock, so to speak, starts when the matter has been found, and stops when nothing
is open and papers and fee are those that the person must get. Two ways, of which the clerk takes the shorter one (key presses and questions together):

- case: the typical case that agrees with most of what the person says; then what stands there otherwise is put right;
- questions: only the next best question; then assumptions that do not hold are put right.

Beside them the same questions in the order of ``facts.toml``, with the same assumptions. Nothing is timed.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.questions.clerk import Clerk, Effort, best_question, in_file_order  # noqa: E402
from benchmarks.questions.people import Visitor, visitors  # noqa: E402
from counter_app.content.loader import load_content  # noqa: E402
from counter_app.domain.visit_steps import VisitSteps  # noqa: E402
from counter_app.system.paths import content_folders  # noqa: E402

MEDIAN_PRESSES, MEDIAN_QUESTIONS, MOST_QUESTIONS = 6, 4, 8
"""What must hold."""
WORST = 8


@dataclass(frozen=True, slots=True)
class Visited:
    """What one person took, each way."""

    visitor: Visitor
    by_case: Effort
    by_questions: Effort
    in_order: Effort

    @property
    def ours(self) -> Effort:
        """The way a skilled clerk goes: a question takes at least as long as one more key press."""
        return min(self.by_case, self.by_questions, key=lambda effort: effort.presses + len(effort.asked))


def main(matters: Sequence[str]) -> int:
    """Simulate all and print it; 1 where a number does not hold."""
    content = load_content(content_folders())
    people = [one for one in visitors(content) if not matters or one.service.id in matters]
    visited = [visit_of(one, content.day) for one in people]
    show_matters(visited)
    show_worst(visited)
    return show_totals(visited)


def visit_of(visitor: Visitor, day: date) -> Visited:
    """Go every way with one person."""
    steps = VisitSteps(visitor.content, day)
    cases = [Clerk(steps, visitor, best_question).settle(place) for place in visitor.nearest]
    questions = Clerk(steps, visitor, best_question).settle()
    in_order = Clerk(steps, visitor, in_file_order).settle()
    return Visited(visitor, min(cases, key=lambda effort: effort.presses), questions, in_order)


def show_matters(visited: Iterable[Visited]) -> None:
    """A line for each matter: median and maximum of presses and questions."""
    print(f"{'':28}{'ours':>18}{'case':>10}{'questions only':>18}{'file order':>18}")
    print(f"{'matter':24}{'n':>4}{'presses':>10}{'asked':>8}{'presses':>10}{'presses':>10}{'asked':>8}{'presses':>10}{'asked':>8}")
    for matter, group in groupby(visited, key=lambda one: one.visitor.service.id):
        people = [*group]
        ours, in_order = [one.ours for one in people], [one.in_order for one in people]
        asking, cases = [one.by_questions for one in people], [one.by_case for one in people]
        cells = (_presses(ours), _asked(ours), _presses(cases), _presses(asking), _asked(asking))
        widths = (10, 8, 10, 10, 8, 10, 8)
        line = "".join(f"{cell:>{w}}" for cell, w in zip((*cells, _presses(in_order), _asked(in_order)), widths, strict=True))
        print(f"{matter:24}{len(people):>4}{line}")


def show_worst(visited: Iterable[Visited]) -> None:
    """The people who took most, with what took it."""
    print(f"\nthe {WORST} who take most:")
    for one in sorted(visited, key=lambda one: -one.ours.presses)[:WORST]:
        ours = one.ours
        print(f"{ours.presses:3} {one.visitor.service.id}: {one.visitor.says}")
        print(f"    {ours.way}; asked {', '.join(ours.asked) or 'nothing'}; put right {', '.join(ours.corrected) or 'nothing'}")


def show_totals(visited: Sequence[Visited]) -> int:
    """Everybody together, and the ratios; 1 where a number does not hold."""
    print()
    ways = {
        "ours": [one.ours for one in visited],
        "case first": [one.by_case for one in visited],
        "questions only": [one.by_questions for one in visited],
        "file order": [one.in_order for one in visited],
    }
    for name, efforts in ways.items():
        print(f"{name:15} presses {_presses(efforts):>8}, questions {_asked(efforts):>8} (median/most of {len(efforts)})")
    begun = sum(one.ours.way != "questions" for one in visited)
    print(f"{begun} of {len(visited)} begin with a typical case\n")
    in_order = _total(ways["file order"])
    for name in ("questions only", "ours"):
        print(f"ratio questions {name}/file order: {_total(ways[name]) / in_order:.2f}")
    presses = [effort.presses for effort in ways["ours"]]
    asked = [len(effort.asked) for effort in ways["ours"]]
    holds = median(presses) <= MEDIAN_PRESSES and median(asked) <= MEDIAN_QUESTIONS and max(asked) <= MOST_QUESTIONS
    return int(not holds)


def _presses(efforts: Sequence[Effort]) -> str:
    return _middle_and_most([effort.presses for effort in efforts])


def _asked(efforts: Sequence[Effort]) -> str:
    return _middle_and_most([len(effort.asked) for effort in efforts])


def _middle_and_most(numbers: Sequence[int]) -> str:
    return f"{median(numbers):g}/{max(numbers)}"


def _total(efforts: Sequence[Effort]) -> int:
    return sum(len(effort.asked) for effort in efforts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

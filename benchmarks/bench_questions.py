"""How many key presses and questions it takes from the matter to the settled list.

    python3 dev.py bench questions                       everybody
    python benchmarks/bench_questions.py study training  only those who come with these matters

Everybody of ``tests/cases`` comes to a skilled clerk, who knows what the person says (``questions/people.py``) and the
keys of the window (``questions/clerk.py``). Counting starts when the matter has been found, and stops when nothing is
open and papers and fee are those that the person must get. There are two ways; the clerk takes the shorter one, where
an answer that has to be asked for counts as two key presses:

- case: the typical case that agrees with most of what the person says; then what stands there otherwise is put right;
- questions only: the next best question; then assumptions that do not hold are put right.

Questions are all facts that were asked or put right: what stands there otherwise had to be asked for, too. Beside them
the questions in the order of ``facts.toml``, with the same assumptions and no typical case. Nothing is timed.
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

from benchmarks.questions.clerk import QUESTIONS, Clerk, Effort, best_question, in_file_order  # noqa: E402
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
        """The way a skilled clerk goes: an answer one has to ask for takes at least as long as two key presses."""
        return min(self.by_case, self.by_questions, key=lambda effort: effort.presses + 2 * effort.questions)


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
    """A line for each matter: median and most of presses and questions, each way."""
    print("median/most of key presses and of questions\n")
    print(f"{'':28}{'ours':^20}{'case first':^20}{'questions only':^20}{'file order':^20}")
    print(f"{'matter':24}{'n':>4}" + f"{'keys':>10}{'questions':>10}" * 4)
    for matter, group in groupby(visited, key=lambda one: one.visitor.service.id):
        people = [*group]
        cells = [cell for way in ways(people).values() for cell in (_presses(way), _questions(way))]
        print(f"{matter:24}{len(people):>4}" + "".join(f"{cell:>10}" for cell in cells))


def ways(visited: Sequence[Visited]) -> dict[str, list[Effort]]:
    """What everybody took, by the name of the way."""
    return {
        "ours": [one.ours for one in visited],
        "case first": [one.by_case for one in visited],
        "questions only": [one.by_questions for one in visited],
        "file order": [one.in_order for one in visited],
    }


def show_worst(visited: Iterable[Visited]) -> None:
    """The people who took most, with what took it."""
    print(f"\nthe {WORST} who take most:")
    for one in sorted(visited, key=lambda one: -one.ours.presses)[:WORST]:
        ours = one.ours
        print(f"{ours.presses:3} {one.visitor.service.id}: {one.visitor.says}")
        print(f"    {ours.way}; asked: {', '.join(ours.asked) or '-'}; put right: {', '.join(ours.corrected) or '-'}")


def show_totals(visited: Sequence[Visited]) -> int:
    """Everybody together, and the ratios; 1 where a number does not hold."""
    efforts = ways(visited)
    print(f"\nmedian/most of {len(visited)}:")
    for name, way in efforts.items():
        print(f"{name:15} key presses {_presses(way):>8}, questions {_questions(way):>8}")
    print(f"{sum(one.ours.way != QUESTIONS for one in visited)} begin with a typical case\n")
    for name in ("questions only", "ours"):
        ratio = sum(one.questions for one in efforts[name]) / sum(one.questions for one in efforts["file order"])
        print(f"ratio questions {name}/file order: {ratio:.2f}")
    presses = [one.presses for one in efforts["ours"]]
    questions = [one.questions for one in efforts["ours"]]
    results = (
        ("key presses, median", median(presses), MEDIAN_PRESSES),
        ("questions, median", median(questions), MEDIAN_QUESTIONS),
        ("questions, most", max(questions), MOST_QUESTIONS),
    )
    for name, found, most in results:
        print(f"{name}: {found:g} (at most {most}){'' if found <= most else ' TOO MANY'}")
    return int(any(found > most for _, found, most in results))


def _presses(efforts: Sequence[Effort]) -> str:
    return _middle_and_most([effort.presses for effort in efforts])


def _questions(efforts: Sequence[Effort]) -> str:
    return _middle_and_most([effort.questions for effort in efforts])


def _middle_and_most(numbers: Sequence[int]) -> str:
    return f"{median(numbers):g}/{max(numbers)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

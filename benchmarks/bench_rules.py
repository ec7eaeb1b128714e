"""How long the rules take: a list, the next question, the analysis of all content, the difference of two versions.

    python3 dev.py bench rules

There is no peer; the numbers that must hold stand beside the measured ones, and a number that does not makes the exit
code 1. All in one process, on all shipped content. What is on the clock:

- list: ``ChecklistMaker.make``, from what was said to rows, reasons and fee, for every matter while nothing was said
  and for each of its typical cases. Rules have been seen once before, as in any program that runs; what somebody said
  never has: of a visit nothing is kept. The time of a case is the median of its turns, that of a matter its slowest
  case. Processor time counts, because machines are seldom idle.
- next question: ``Checklist.next_question`` of such a list, looked for when the clerk's window wants it;
- analysis: ``analysed``, everything that ``content check`` proves about rules, with no rule seen before;
- difference: ``difference`` of the shipped content and a copy in which every rule changed that looks at how one applies
  (``application``), with no rule seen before.

Reading the files is not on the clock; it is told beside them.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from counter_app.content.loader import load_content  # noqa: E402
from counter_app.domain.analysis import analysed  # noqa: E402
from counter_app.domain.content import Content  # noqa: E402
from counter_app.domain.difference import difference  # noqa: E402
from counter_app.domain.fact import FactValues  # noqa: E402
from counter_app.domain.fee import ServiceFee  # noqa: E402
from counter_app.domain.rule import All, Always, Any, Has, Is, Not, Rule  # noqa: E402
from counter_app.domain.service import Requirement, Service  # noqa: E402
from counter_app.system.paths import content_folders  # noqa: E402

T = TypeVar("T")
TURNS = 25
QUESTION_TURNS = 2
FACT = "application"
LIST_MS, ANALYSIS_S, DIFFERENCE_S = 1.0, 2.0, 5.0
"""What must hold."""


@dataclass(frozen=True)
class Timed:
    """How long one case of a matter took, in milliseconds."""

    matter: str
    case: str
    list_ms: float
    question_ms: float


def main() -> int:
    """Measure all and print it; 1 where a number does not hold."""
    start = perf_counter()
    content = load_content(content_folders())
    reading = perf_counter() - start
    print(f"{len(content.services)} matters, read in {reading:.2f} s\n")
    cases = [case for service in content.services.values() for case in cases_of(service, content)]
    worst = show_lists(cases)
    analysis, insights = on_clock(lambda content: analysed(content, content.day))
    comparison, found = on_clock(lambda content: difference(content, changed(content), content.day))
    parts = [part for matter in found.matters for part in (*matter.rows, *matter.fees)]
    print(f"analysis: {len(insights)} findings")
    print(f"difference: {len(found.matters)} matters, {len(parts)} rows and fees\n")
    results = (
        ("list, slowest matter", worst, LIST_MS, "ms"),
        ("analysis of everything", analysis, ANALYSIS_S, "s"),
        ("difference of everything", comparison, DIFFERENCE_S, "s"),
    )
    for name, took, most, unit in results:
        print(f"{name}: {took:.2f} {unit} (at most {most:g} {unit}){'' if took <= most else ' TOO SLOW'}")
    return int(any(took > most for _, took, most, _ in results))


def cases_of(service: Service, content: Content) -> Iterator[Timed]:
    """Nothing said, and every typical case."""
    yield measured(service, "nothing said", {}, content)
    for case in service.cases:
        yield measured(service, case.name, case.facts, content)


def measured(service: Service, name: str, facts: FactValues, content: Content) -> Timed:
    """The medians of some turns, after one that nobody measures."""
    lists, questions = [], []
    for turn in range(TURNS + 1):
        start = process_time()
        made = content.checklists.make(service, facts, content.day)
        done = process_time()
        if turn:
            lists.append(done - start)
        if turn <= QUESTION_TURNS:
            start = process_time()
            _ = made.next_question
            questions.append(process_time() - start)
    return Timed(service.id, name, median(lists) * 1000, min(questions) * 1000)


def show_lists(cases: list[Timed]) -> float:
    """The slowest matters and the medians; gives back the slowest time in milliseconds."""
    slowest: dict[str, Timed] = {}
    for case in sorted(cases, key=lambda case: case.list_ms):
        slowest[case.matter] = case
    ranked = sorted(slowest.values(), key=lambda case: -case.list_ms)
    for case in ranked[:5]:
        print(f"list {case.list_ms:5.2f} ms  {case.matter}: {case.case}")
    for case in sorted(cases, key=lambda case: -case.question_ms)[:5]:
        print(f"next question {case.question_ms:6.2f} ms  {case.matter}: {case.case}")
    middle = median(case.list_ms for case in ranked), median(case.question_ms for case in cases)
    print(f"median of matters: list {middle[0]:.2f} ms; median of cases: next question {middle[1]:.2f} ms")
    return ranked[0].list_ms


def on_clock(work: Callable[[Content], T]) -> tuple[float, T]:
    """Seconds, and what came out, on content of which no rule has been looked at."""
    content = load_content(content_folders())
    gc.collect()
    start = perf_counter()
    found = work(content)
    return perf_counter() - start, found


def changed(content: Content) -> Content:
    """A copy in which every rule that looks at the fact holds for one answer less."""
    gone = content.facts[FACT].value_ids[1]
    services = {service.id: turned(service, gone) for service in content.services.values()}
    return replace(content, facts=replace(content.facts), services=services)


def turned(service: Service, gone: str) -> Service:
    """The matter with all its rules turned."""

    def of_row(row: Requirement) -> Requirement:
        return replace(row, clauses=tuple(replace(one, when=less(one.when, gone)) for one in row.clauses))

    def of_fee(row: ServiceFee) -> ServiceFee:
        amounts = tuple(replace(one, when=less(one.when, gone)) for one in row.fee.amounts)
        reliefs = tuple(replace(one, when=less(one.when, gone)) for one in row.fee.reliefs)
        return replace(row, when=less(row.when, gone), fee=replace(row.fee, amounts=amounts, reliefs=reliefs))

    rows, fees = tuple(map(of_row, service.requirements)), tuple(map(of_fee, service.fees))
    return replace(service, requirements=rows, fees=fees)


def less(rule: Rule, gone: str) -> Rule:
    """The rule with one answer left out wherever it looks at the fact."""
    match rule:
        case Is(fact, values) if fact == FACT:
            return Is(fact, tuple(value for value in values if value != gone))
        case Not(part):
            return Not(less(part, gone))
        case All(parts):
            return All(tuple(less(part, gone) for part in parts))
        case Any(parts):
            return Any(tuple(less(part, gone) for part in parts))
        case Is() | Has() | Always():
            return rule


if __name__ == "__main__":
    sys.exit(main())

"""The next best question: the one whose answer settles most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from counter_app.domain.errors import FactError
from counter_app.domain.evaluation import Outcome
from counter_app.domain.fact import Fact
from counter_app.domain.knowledge import Knowledge

Look = Callable[[Knowledge], Outcome[object]]
"""Looks at one row or fee again, knowing more."""


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """The question that settles most, with the answers that are still possible."""

    fact: Fact
    answers: tuple[str, ...]


def next_question(looks: Sequence[Look], known: Knowledge) -> NextQuestion | None:
    """The question that settles most rows and fees on average; None when all is settled.

    Where two settle as much, the one that is declared first is asked.
    """
    unsettled = [(look, found.depends_on) for look in looks if not (found := look(known)).is_settled]
    candidates = sorted({fact for _, facts in unsettled for fact in facts}, key=known.book.order)
    if not candidates:
        return None

    def settles(fact: str) -> Fraction:
        return _settled_on_average(fact, [look for look, facts in unsettled if fact in facts], known)

    best = max(candidates, key=settles)
    return NextQuestion(known.book[best], known.open_values(best))


def _settled_on_average(fact: str, looks: Sequence[Look], known: Knowledge) -> Fraction:
    settled = []
    for answer in known.open_values(fact):
        try:
            wiser = known.tell(fact, (answer,))
        except FactError:
            continue
        settled.append(sum(look(wiser).is_settled for look in looks))
    return Fraction(sum(settled), len(settled)) if settled else Fraction(0)

"""What exact analysis finds out about content, each with its proof or a case that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType

from counter_app.domain.fact import FactBook, FactKind
from counter_app.domain.knowledge import fact_of
from counter_app.domain.rule import YES, Assignment


class InsightKind(StrEnum):
    """What can be found."""

    ROW_NEVER = "row_never"
    ROW_ALWAYS = "row_always"
    ROW_OVER = "row_over"
    LIMITS_CLASH = "limits_clash"
    LIMIT_IMPOSSIBLE = "limit_impossible"
    ASSUMPTION_IMPOSSIBLE = "assumption_impossible"
    ASSUMPTION_IDLE = "assumption_idle"
    FEE_NEVER = "fee_never"
    FEE_ALWAYS = "fee_always"
    FEE_OVER = "fee_over"
    NO_FEE = "no_fee"
    FREE_WITH_FEE = "free_with_fee"
    AMOUNT_NEVER = "amount_never"
    RELIEF_NEVER = "relief_never"
    RELIEF_IDLE = "relief_idle"
    GROUP_EMPTY = "group_empty"
    GROUP_SMALL = "group_small"
    GROUP_NEVER_EMPTY = "group_never_empty"
    ANSWER_IMPOSSIBLE = "answer_impossible"
    ANSWERS_ALIKE = "answers_alike"
    DERIVED_SETTLED = "derived_settled"
    CONTRADICTION_EMPTY = "contradiction_empty"
    VALUE_OVER = "value_over"
    VALUE_UNKNOWN = "value_unknown"
    NEEDS_CHECK = "needs_check"

    @property
    def is_defect(self) -> bool:
        """Whether content must not be published with it; anything else deserves a look."""
        return self not in _HINTS


_HINTS = {
    InsightKind.ROW_OVER,
    InsightKind.FEE_OVER,
    InsightKind.ASSUMPTION_IDLE,
    InsightKind.RELIEF_IDLE,
    InsightKind.GROUP_NEVER_EMPTY,
    InsightKind.ANSWERS_ALIKE,
    InsightKind.CONTRADICTION_EMPTY,
    InsightKind.VALUE_UNKNOWN,
    InsightKind.NEEDS_CHECK,
}


@dataclass(frozen=True, slots=True)
class Insight:
    """One thing found out.

    Args:
        about: what it is about, from the outside in, e.g. ``("row", "study", "pass", "0")`` for the first ground of a
            paper in a matter.
        detail: what was found and what proves it; German, for whoever writes content.
        case: a case that shows it; empty where nothing but all cases together do.
    """

    kind: InsightKind
    about: tuple[str, ...]
    detail: str
    case: Assignment = field(default_factory=lambda: MappingProxyType({}))


def case_words(case: Assignment, book: FactBook) -> str:
    """A case as somebody at the counter would tell it: ``Art des Antrags = „Verlängern“, Verheiratet = „Nein“``."""
    if not case:
        return "in jedem Fall"
    variables = sorted(case, key=lambda name: book.order(fact_of(name)))
    return ", ".join(_fact_words(fact, list(names), case, book) for fact, names in groupby(variables, fact_of))


def _fact_words(fact_id: str, names: Iterable[str], case: Assignment, book: FactBook) -> str:
    fact = book[fact_id]
    if fact.kind is not FactKind.MULTI_CHOICE:
        return f"{fact.label.german} = „{fact.value(case[fact_id]).tile.german}“"
    tiles = [(f"„{fact.value(name.partition('/')[2]).tile.german}“", case[name] == YES) for name in names]
    told = " und ".join(tile for tile, is_so in tiles if is_so)
    others = " und ".join(tile for tile, is_so in tiles if not is_so)
    return f"{fact.label.german}{f' = {told}' if told else ''}{f' ohne {others}' if others else ''}"

"""Several people in one visit: what is said of one and holds for all of them."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from counter_app.domain.case import Case
from counter_app.domain.fact import FactValues

MOST_PEOPLE = 9
"""One digit each."""


def family_facts(case: Case, others: Sequence[Case], shared: Iterable[str]) -> FactValues:
    """What holds for a person because it was said of another one.

    What somebody said of this very person goes first; then what was said of another one, the first of them before the
    later ones; then what a typical case says, this person's own before that of another one.

    Args:
        others: of the other people, in the order of their numbers.
        shared: the facts that hold for a whole family.
    """
    found = {fact: values for fact in shared if (values := _of_another(fact, case, others)) is not None}
    return MappingProxyType({fact: values for fact, values in found.items() if case.facts.get(fact) != values})


def _of_another(fact: str, case: Case, others: Sequence[Case]) -> tuple[str, ...] | None:
    if fact in case.facts and fact not in case.typical:
        return None
    said = (other.facts[fact] for other in others if fact in other.facts and fact not in other.typical)
    typical = (other.facts[fact] for other in others if fact in other.typical)
    return next(said, None if fact in case.facts else next(typical, None))

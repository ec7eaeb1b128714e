"""Which contradictions can rule out a combination of facts, also by way of facts nobody looked at.

Husband → married → not a child: the role limits the age through a fact in between. Following every such link would be
exact but hopeless (``docs/decisions/0001-rules-are-worked-out-case-by-case.md``): only links that can bind count.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from counter_app.domain.fact import FactBook
from counter_app.domain.rule import Rule, variables

Links = Mapping[int, tuple[Rule, list[str]]]
"""Identity of a contradiction to its rule and the open variables it joins."""


def linked_limits(looked_at: Collection[str], values: Callable[[str], frozenset[str]], book: FactBook) -> list[Rule]:
    """The contradictions that can rule out a combination of these variables.

    Where a variable beyond them can still have a value that no contradiction minds, it links nothing.

    Args:
        values: the values that a variable can still have.
    """
    reached = list(looked_at)
    links: dict[int, tuple[Rule, list[str]]] = {}
    for variable in reached:  # grows while we go
        for constraint in book.touching.get(variable, ()):
            names = [name for name in variables(constraint.rule) if len(values(name)) > 1]
            beyond = [name for name in names if name not in reached]
            if len(names) > 1 and not any(values(name) & book.harmless[name] for name in beyond):
                links[id(constraint)] = constraint.rule, names
                reached += beyond
    while loose := _loose_end(links, looked_at):
        del links[loose]
    return [rule for rule, _ in links.values()]


def _loose_end(links: Links, looked_at: Collection[str]) -> int | None:
    """A link of which only one variable leads anywhere; narrowed as they are, it rules out nothing."""
    used = Counter(name for _, names in links.values() for name in names)
    leading = {name for name in used if used[name] > 1 or name in looked_at}
    return next((link for link, (_, names) in links.items() if len(leading.intersection(names)) <= 1), None)

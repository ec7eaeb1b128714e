"""Which contradictions can rule out a combination of facts, also by way of facts nobody looked at.

Husband → married → not a child: the role limits the age through a fact in between. Following every such link would be
exact but hopeless (``docs/decisions/0001-rules-are-worked-out-case-by-case.md``): only links that can bind count.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from counter_app.domain.fact import FactBook, Limit
from counter_app.domain.rule import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A contradiction that can still be broken, as things are known.

    Args:
        names: the open variables it joins.
        loose: those of them that can have a value no contradiction minds.
    """

    rule: Rule
    names: tuple[str, ...]
    loose: frozenset[str]


class Links:
    """The contradictions that still join open variables; worked out for a variable when somebody asks.

    Args:
        values: the values that a variable can still have.
    """

    def __init__(self, values: Callable[[str], frozenset[str]], book: FactBook) -> None:
        self._values = values
        self._book = book
        self._of_limits: dict[int, Link | None] = {}
        self._of_variables: dict[str, tuple[Link, ...]] = {}

    def at(self, variable: str) -> tuple[Link, ...]:
        """All links that lead to or from a variable."""
        found = self._of_variables.get(variable)
        if found is None:
            links = (self._link(limit) for limit in self._book.touching.get(variable, ()))
            found = self._of_variables[variable] = tuple(link for link in links if link is not None)
        return found

    def _link(self, limit: Limit) -> Link | None:
        key = id(limit)
        if key not in self._of_limits:
            self._of_limits[key] = self._made(limit)
        return self._of_limits[key]

    def _made(self, limit: Limit) -> Link | None:
        values, harmless = self._values, self._book.harmless
        if not breaking(limit, values):
            return None
        names = tuple(name for name in limit.names if len(values(name)) > 1)
        if len(names) < 2:  # noqa: PLR2004 - one variable has been narrowed already
            return None
        return Link(limit.contradiction.rule, names, frozenset(name for name in names if values(name) & harmless[name]))


def breaking(limit: Limit, values: Callable[[str], frozenset[str]]) -> int:
    """The possible cases in which a contradiction is broken."""
    cases, where = limit.broken, limit.table.where
    for name in limit.names:
        cases &= where(name, values(name))
        if not cases:
            break
    return cases


def linked_limits(looked_at: Collection[str], links: Links) -> tuple[Rule, ...]:
    """The contradictions that can rule out a combination of these variables.

    Where a variable beyond them can still have a value that no contradiction minds, it links nothing.
    """
    if not any(map(links.at, looked_at)):
        return ()
    reached = list(looked_at)
    found: dict[Link, None] = {}
    for variable in reached:  # grows while we go
        for link in links.at(variable):
            if link not in found and link.loose.issubset(reached):
                found[link] = None
                reached += [name for name in link.names if name not in reached]
    while found and (loose := _loose_end(found, looked_at)):
        del found[loose]
    return tuple(link.rule for link in found)


def _loose_end(links: Mapping[Link, None], looked_at: Collection[str]) -> Link | None:
    """A link of which only one variable leads anywhere; narrowed as they are, it rules out nothing."""
    used = Counter(name for link in links for name in link.names)
    leading = {name for name in used if used[name] > 1 or name in looked_at}
    return next((link for link in links if len(leading.intersection(link.names)) <= 1), None)

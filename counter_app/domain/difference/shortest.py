"""The shortest way to say which cases are meant: a sum of products over variables with several values.

The products to choose from are the largest that hold in no case they must not (Quine and McCluskey, for more than two
values); of these as few as possible are taken. Cases that cannot be are free to fall on either side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counter_app.domain.case_table import CaseTable
from counter_app.domain.rule import NO, YES, All, Always, Any, Has, Is, Not, Rule

MOST_CASES = 4096
"""Cases of a table for which a rule is looked for; nobody would read the rule of a larger one."""
MOST_PRODUCTS = 20_000
"""Products that are looked at; what needs more has no short form."""
MOST_TERMS = 24
"""Products of a rule that is still short."""
MOST_BRANCHES = 2_000
"""Steps of choosing among them; the best choice until then counts."""

Groups = tuple[int, ...]
"""For each variable its groups, as bits."""


class _TooLong(Exception):
    """There are too many products to choose from."""


@dataclass(frozen=True, slots=True)
class _Product:
    """One product: for each variable the groups it may be in, and the cases that gives."""

    groups: Groups
    cases: int


def shortest(table: CaseTable, wanted: int, possible: int) -> Rule | None:
    """The shortest rule that tells the wanted cases from all other possible ones.

    It has the fewest products, then the fewest conditions; the same cases always give the same rule.

    Returns:
        None where the table is too large, or the rule would be too long to be found.
    """
    if table.size > MOST_CASES:
        return None
    wanted &= possible
    if wanted == possible:
        return Always()
    if not wanted:
        return Not(Always())
    try:
        products = _Largest(table).within(table.every ^ (possible & ~wanted))
        chosen = _Cover(table, products, wanted).best()
    except _TooLong:
        return None
    terms = tuple(_term(table, product, wanted) for product in chosen)
    return terms[0] if len(terms) == 1 else Any(terms)


class _Largest:
    """Finds the products that cannot grow any more."""

    def __init__(self, table: CaseTable) -> None:
        self._counts = [len(groups) for groups in table.choices.values()]
        self._strides = []
        stride = table.size
        for count in self._counts:
            stride //= count
            self._strides.append(stride)
        self._found: dict[tuple[int, int], list[_Product]] = {}
        self._steps = 0

    def within(self, allowed: int, place: int = 0) -> list[_Product]:
        """Those that hold in allowed cases only, over the variables from one place on."""
        if not allowed:
            return []
        if place == len(self._counts):
            return [_Product((), 1)]
        if (allowed, place) not in self._found:
            self._found[allowed, place] = list(self._looked_for(allowed, place))
        return self._found[allowed, place]

    def _looked_for(self, allowed: int, place: int) -> Iterator[_Product]:
        stride, seen = self._strides[place], set()
        slices = [allowed >> group * stride & (1 << stride) - 1 for group in range(self._counts[place])]
        for common in _intersections(slices):
            for rest in self.within(common, place + 1):
                self._step()
                fitting = [group for group, one in enumerate(slices) if not rest.cases & ~one]
                groups = (sum(1 << group for group in fitting), *rest.groups)
                if groups not in seen:
                    seen.add(groups)
                    yield _Product(groups, sum(rest.cases << group * stride for group in fitting))

    def _step(self) -> None:
        self._steps += 1
        if self._steps > MOST_PRODUCTS:
            raise _TooLong


def _intersections(sets: Sequence[int]) -> list[int]:
    """Every set of cases that some of these have in common."""
    found: dict[int, None] = {}
    for one in sets:
        found |= dict.fromkeys([one, *(one & other for other in found)])
    return [one for one in found if one]


class _Cover:
    """Chooses as few products as possible that together hold in all wanted cases: branch and bound."""

    def __init__(self, table: CaseTable, products: Sequence[_Product], wanted: int) -> None:
        every = [(1 << len(groups)) - 1 for groups in table.choices.values()]
        cost = {
            product: sum(1 for groups, all_of in zip(product.groups, every, strict=True) if groups != all_of)
            for product in products
        }
        self._products = sorted(products, key=lambda product: (cost[product], product.groups))
        self._costs = [cost[product] for product in self._products]
        self._best = tuple(self._greedy(wanted))
        parts = _parts(wanted, self._products)
        self._choices = [[n for n, product in enumerate(self._products) if product.cases & part] for part in parts]
        self._covered = [
            sum(1 << place for place, part in enumerate(parts) if product.cases & part) for product in self._products
        ]
        self._steps = 0

    def best(self) -> tuple[_Product, ...]:
        """The choice, in an order that is always the same."""
        self._branch((), (1 << len(self._choices)) - 1)
        return tuple(self._products[number] for number in sorted(self._best))

    def _greedy(self, left: int) -> Iterator[int]:
        """Always the product with the most of the cases that are left."""
        for _ in range(MOST_TERMS):
            most = max(range(len(self._products)), key=lambda number: (self._products[number].cases & left).bit_count())
            left &= ~self._products[most].cases
            yield most
            if not left:
                return
        raise _TooLong

    def _branch(self, chosen: tuple[int, ...], open_parts: int) -> None:
        """Try every product for the part with the fewest of them; go back where it gets no shorter."""
        self._steps += 1
        if not open_parts:
            self._best = min(self._best, chosen, key=self._length)
        elif self._steps < MOST_BRANCHES and len(chosen) < len(self._best):
            places = (place for place in range(open_parts.bit_length()) if open_parts >> place & 1)
            for number in self._choices[min(places, key=lambda place: len(self._choices[place]))]:
                self._branch((*chosen, number), open_parts & ~self._covered[number])

    def _length(self, chosen: Sequence[int]) -> tuple[int, int]:
        return len(chosen), sum(self._costs[number] for number in chosen)


def _parts(cases: int, products: Sequence[_Product]) -> list[int]:
    """The cases, those together in which the same products hold."""
    parts = [cases] if cases else []
    for product in products:
        parts = [part for whole in parts for part in (whole & product.cases, whole & ~product.cases) if part]
    return parts


def _term(table: CaseTable, product: _Product, wanted: int) -> Rule:
    parts = []
    for (name, groups), chosen in zip(table.choices.items(), product.groups, strict=True):
        outside = [value for place, group in enumerate(groups) if not chosen >> place & 1 for value in group]
        if outside:
            columns = zip(groups, table.columns[name], strict=True)
            inside = [value for group, column in columns if column & product.cases & wanted for value in group]
            parts.append(_condition(name, inside, outside))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _condition(variable: str, inside: list[str], outside: list[str]) -> Rule:
    """A variable is inside, or not outside; what is neither cannot be."""
    fact, _, value = variable.partition("/")
    if value:
        return Has(fact, value) if inside == [YES] else Not(Has(fact, value))
    if set(inside) | set(outside) <= {YES, NO}:
        return Is(fact) if inside == [YES] else Not(Is(fact))
    if len(inside) > 1 and len(outside) == 1:
        return Not(Is(fact, tuple(outside)))
    return Is(fact, tuple(inside))

"""All cases that rules tell apart, each case one bit of a number, so that whole tables are joined in one step.

A case gives each variable one group of values that no rule tells apart. The table knows nothing of what is possible;
see ``docs/decisions/0001-rules-are-worked-out-case-by-case.md``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

from counter_app.domain.rule import YES, All, Always, Any, Has, Is, Not, Rule, atoms, variable_of

Groups = tuple[tuple[str, ...], ...]
"""The values of a variable in order, those together that nothing tells apart."""


@dataclass(frozen=True, eq=False)
class CaseTable:
    """All cases of some variables; a set of cases is a number with their bits.

    Args:
        choices: variable to its groups of values.
        rules: what the table was made for.
    """

    choices: Mapping[str, Groups]
    rules: tuple[Rule, ...] = ()

    @classmethod
    def of(cls, rules: Sequence[Rule], values: Callable[[str], Iterable[str]]) -> "CaseTable":
        """The cases that these rules over base facts tell apart.

        Args:
            values: all values of a variable; their order is that of the cases.
        """
        looked_at = {atom for rule in rules for atom in atoms(rule)}
        names = sorted({variable_of(atom) for atom in looked_at})
        sets: dict[str, list[frozenset[str]]] = {name: [] for name in names}
        for atom in looked_at:
            sets[variable_of(atom)].append(frozenset(atom.values) if isinstance(atom, Is) else frozenset((YES,)))
        return cls({name: _groups(values(name), sets[name]) for name in names}, tuple(rules))

    @cached_property
    def size(self) -> int:
        """How many cases there are."""
        return prod(map(len, self.choices.values()))

    @cached_property
    def every(self) -> int:
        """The set of all cases."""
        return (1 << self.size) - 1

    @cached_property
    def holding(self) -> tuple[int, ...]:
        """For each rule of the table the cases in which it holds."""
        return tuple(map(self.cases_of, self.rules))

    @cached_property
    def columns(self) -> Mapping[str, tuple[int, ...]]:
        """Variable to the cases of each of its groups."""
        return {
            name: tuple(self._column(name, place) for place in range(len(self.choices[name]))) for name in self.choices
        }

    def cases_of(self, rule: Rule) -> int:
        """The cases in which a rule holds that tells nothing more apart."""
        match rule:
            case Is(fact, values):
                return self.where(fact, values)
            case Has():
                return self.where(variable_of(rule), (YES,))
            case Not(part):
                return self.every ^ self.cases_of(part)
            case All(parts):
                found = self.every
                for part in parts:
                    found &= self.cases_of(part)
                return found
            case Any(parts):
                found = 0
                for part in parts:
                    found |= self.cases_of(part)
                return found
            case Always():
                return self.every

    def where(self, variable: str, values: Collection[str]) -> int:
        """The cases in which a variable has one of these values, or one that is not told apart from them."""
        columns, found = self._of_values[variable], 0
        for value in values:
            found |= columns.get(value, 0)
        return found

    def freed(self, cases: int, variable: str) -> int:
        """All cases that are one of these but for the value of one variable."""
        stride, columns = self._strides[variable], self.columns[variable]
        once = 0
        for place, column in enumerate(columns):
            once |= (cases & column) >> place * stride
        found = 0
        for place in range(len(columns)):
            found |= once << place * stride
        return found

    def only(self, cases: int, names: Collection[str]) -> int:
        """One case for each way these variables stand in some cases."""
        for name in self.choices:
            if name not in names:
                cases = self.freed(cases, name) & self.columns[name][0]
        return cases

    def first(self, cases: int) -> dict[str, tuple[str, ...]]:
        """The first of some cases: variable to the group it has there."""
        return self._at((cases & -cases).bit_length() - 1)

    def each(self, cases: int) -> Iterator[dict[str, tuple[str, ...]]]:
        """These cases one by one, in order."""
        while cases:
            yield self.first(cases)
            cases &= cases - 1

    def coarsened(self, cases: int, coarse: "CaseTable") -> int:
        """The same cases in a table of some of these variables that tells fewer values apart."""
        if coarse.choices == self.choices:
            return cases
        found = 0
        waiting = [(cases, 0, 0)]
        names = tuple(coarse.choices)
        while waiting:
            left, depth, place = waiting.pop()
            if depth == len(names):
                found |= 1 << place
                continue
            groups = coarse.choices[names[depth]]
            for number, group in enumerate(groups):
                if inside := left & self.where(names[depth], group):
                    waiting.append((inside, depth + 1, place * len(groups) + number))
        return found

    def _at(self, place: int) -> dict[str, tuple[str, ...]]:
        return {name: groups[place // self._strides[name] % len(groups)] for name, groups in self.choices.items()}

    @cached_property
    def _of_values(self) -> Mapping[str, Mapping[str, int]]:
        """Variable to the cases of each value; those of a group share theirs."""
        return {
            name: {value: column for group, column in zip(groups, self.columns[name], strict=True) for value in group}
            for name, groups in self.choices.items()
        }

    @cached_property
    def _strides(self) -> Mapping[str, int]:
        """How far apart the cases lie that differ in one variable only."""
        strides, stride = {}, self.size
        for name, groups in self.choices.items():
            stride //= len(groups)
            strides[name] = stride
        return strides

    def _column(self, variable: str, place: int) -> int:
        stride = self._strides[variable]
        column, length = ((1 << stride) - 1) << stride * place, stride * len(self.choices[variable])
        while length < self.size:
            column |= column << length
            length *= 2
        return column & self.every


def _groups(values: Iterable[str], told_apart: Sequence[frozenset[str]]) -> Groups:
    found: dict[tuple[bool, ...], list[str]] = {}
    for value in values:
        found.setdefault(tuple(value in group for group in told_apart), []).append(value)
    return tuple(map(tuple, found.values()))

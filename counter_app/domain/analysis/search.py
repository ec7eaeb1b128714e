"""Finds one possible case in which a rule holds, or proves that there is none."""

from collections.abc import Iterator

from counter_app.domain.knowledge import Knowledge
from counter_app.domain.limits import Links, linked_limits
from counter_app.domain.rule import (
    NO,
    YES,
    All,
    Always,
    Any,
    Assignment,
    Atom,
    Has,
    Is,
    Not,
    Rule,
    atoms,
    variable_of,
    variables,
)

_Choices = dict[str, list[str]]
_Left = Rule | bool
"""What is left of a rule once some variables are fixed."""


class WitnessSearch:
    """Finds cases among those that are still possible; remembers what it found.

    Goes through cases as ``Knowledge.cases`` does, but leaves a branch as soon as the rule is settled in it. So a case
    names only the variables that it takes, and rules of many facts are no trouble.
    """

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._links = Links(known.values, known.book)
        self._found: dict[Rule, Assignment | None] = {}

    def witness(self, rule: Rule) -> Assignment | None:
        """A possible case in which a rule over base facts holds; None proves that there is none."""
        if rule not in self._found:
            limits = linked_limits(variables(rule), self._links)
            wanted: Rule = All((rule, *(Not(limit) for limit in limits))) if limits else rule
            self._found[rule] = _search(wanted, _choices(wanted, self._known))
        return self._found[rule]


def witness(rule: Rule, known: Knowledge) -> Assignment | None:
    """A case that is still possible in which a rule holds; for a single look."""
    return WitnessSearch(known).witness(rule)


def _search(left: _Left, choices: _Choices) -> dict[str, str] | None:
    if isinstance(left, bool):
        return {} if left else None
    variable = next((variable_of(atom) for atom in atoms(left)), None)
    if variable is None:
        return _search(_given(left, "", ""), choices)
    for value in choices[variable]:
        found = _search(_given(left, variable, value), choices)
        if found is not None:
            return {variable: value, **found}
    return None


def _given(rule: Rule, variable: str, value: str) -> _Left:
    """What is left of a rule when a variable has a value."""
    match rule:
        case Always():
            return True
        case Is():
            return value in rule.values if rule.fact == variable else rule
        case Has():
            return value == YES if variable_of(rule) == variable else rule
        case Not(part):
            left = _given(part, variable, value)
            return not left if isinstance(left, bool) else Not(left)
        case All(parts):
            return _joined(parts, variable, value, ends=False)
        case Any(parts):
            return _joined(parts, variable, value, ends=True)


def _joined(parts: tuple[Rule, ...], variable: str, value: str, *, ends: bool) -> _Left:
    """All or any of some parts. ``ends``: the answer of a part that settles it."""
    open_parts: list[Rule] = []
    for part in parts:
        left = _given(part, variable, value)
        if left is ends:
            return ends
        if not isinstance(left, bool):
            open_parts.append(left)
    if not open_parts:
        return not ends
    if len(open_parts) == 1:
        return open_parts[0]
    return Any(tuple(open_parts)) if ends else All(tuple(open_parts))


def _choices(rule: Rule, known: Knowledge) -> _Choices:
    """Variable to values, one for all that the rule does not tell apart, in the order in which they are declared."""
    by_variable: dict[str, list[Atom]] = {}
    for atom in atoms(rule):
        by_variable.setdefault(variable_of(atom), []).append(atom)
    return {name: list(_told_apart(name, looks, known)) for name, looks in by_variable.items()}


def _told_apart(variable: str, looks: list[Atom], known: Knowledge) -> Iterator[str]:
    possible = known.values(variable)
    declared = (YES, NO) if "/" in variable else known.book[variable].value_ids
    seen = set()
    for value in declared:
        answers = value if "/" in variable else tuple(isinstance(one, Is) and value in one.values for one in looks)
        if value in possible and answers not in seen:
            seen.add(answers)
            yield value

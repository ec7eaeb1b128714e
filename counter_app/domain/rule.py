"""Rules say when a row shows. A small tree of facts joined by not, and, or.

Grammar: ``fact``, ``not fact``, ``fact == value``, ``fact != value``, ``fact in [a, b]``, ``fact has value``, ``and``,
``or``, parentheses, ``always``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

YES = "yes"
NO = "no"


@dataclass(frozen=True, slots=True)
class Always:
    """Holds without any condition."""

    def __str__(self) -> str:
        return "always"


@dataclass(frozen=True, slots=True)
class Is:
    """A fact has one of these values; a bare fact is ``Is(fact, ("yes",))``."""

    fact: str
    values: tuple[str, ...] = (YES,)
    position: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        if self.values == (YES,):
            return self.fact
        if len(self.values) == 1:
            return f"{self.fact} == {self.values[0]}"
        return f"{self.fact} in [{', '.join(self.values)}]"


@dataclass(frozen=True, slots=True)
class Has:
    """A fact with several values holds this one among them."""

    fact: str
    value: str
    position: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.fact} has {self.value}"


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Rule"

    def __str__(self) -> str:
        part = self.part
        if isinstance(part, Is) and len(part.values) == 1 and part.values != (YES,):
            return f"{part.fact} != {part.values[0]}"
        return f"not ({part})" if isinstance(part, All | Any) else f"not {part}"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Rule", ...]

    def __str__(self) -> str:
        return " and ".join(f"({part})" if isinstance(part, All | Any) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple["Rule", ...]

    def __str__(self) -> str:
        return " or ".join(f"({part})" if isinstance(part, Any) else str(part) for part in self.parts)


Atom = Is | Has
Rule = Always | Is | Has | Not | All | Any

Assignment = Mapping[str, str]
"""Variable to the one value it has in a case."""


def holds(rule: Rule, case: Assignment) -> bool:
    """Whether a rule over base facts holds in a case that fixes all its variables."""
    match rule:
        case Is(fact, values):
            return case[fact] in values
        case Has():
            return case[variable_of(rule)] == YES
        case Not(part):
            return not holds(part, case)
        case All(parts):
            return all(holds(part, case) for part in parts)
        case Any(parts):
            return any(holds(part, case) for part in parts)
        case Always():
            return True


def atoms(rule: Rule) -> Iterator[Atom]:
    """All places where the rule looks at a fact, in reading order."""
    match rule:
        case Is() | Has():
            yield rule
        case Not(part):
            yield from atoms(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from atoms(part)
        case Always():
            pass


def variable_of(atom: Atom) -> str:
    """The variable an atom looks at: the fact, or one value of a fact with several, ``income/employed``."""
    return f"{atom.fact}/{atom.value}" if isinstance(atom, Has) else atom.fact


def variables(rule: Rule) -> tuple[str, ...]:
    """All variables a rule looks at, each once, in order."""
    return tuple(sorted({variable_of(atom) for atom in atoms(rule)}))


def expanded(rule: Rule, derived: Mapping[str, Rule]) -> Rule:
    """The rule with derived facts replaced by what they are derived from."""
    match rule:
        case Is(fact, values) if fact in derived:
            inner = expanded(derived[fact], derived)
            if set(values) >= {YES, NO}:
                return Always()
            return inner if YES in values else Not(inner)
        case Not(part):
            return Not(expanded(part, derived))
        case All(parts):
            return All(tuple(expanded(part, derived) for part in parts))
        case Any(parts):
            return Any(tuple(expanded(part, derived) for part in parts))
        case _:
            return rule

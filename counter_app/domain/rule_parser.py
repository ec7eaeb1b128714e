"""Reads a rule; errors name the column, what stood there and what was expected."""

import re
from dataclasses import dataclass
from typing import NoReturn

from counter_app.domain.errors import RuleError
from counter_app.domain.rule import All, Always, Any, Has, Is, Not, Rule

_TOKEN = re.compile(r"\s*(?:(?P<word>[a-z0-9_]+)|(?P<sign>==|!=|[\[\](),])|(?P<end>$)|(?P<other>.))")
_RESERVED = frozenset({"always", "and", "has", "in", "not", "or"})


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def parse_rule(text: str) -> Rule:
    """Read one rule.

    Raises:
        RuleError: the text is not a rule; the detail counts columns from 1.
    """
    return _Parser(text).rule()


class _Parser:
    """Recursive descent: or < and < not < single condition."""

    def __init__(self, text: str) -> None:
        self._tokens = [
            _Token(match.lastgroup or "end", match[match.lastgroup or "end"], match.start(match.lastgroup or "end") + 1)
            for match in _TOKEN.finditer(text)
        ]
        self._next = 0

    def rule(self) -> Rule:
        rule = self._either()
        if self._token.kind != "end":
            self._fail("„and“, „or“ oder das Ende")
        return rule

    def _either(self) -> Rule:
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _both(self) -> Rule:
        parts = [self._negation()]
        while self._take("and"):
            parts.append(self._negation())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _negation(self) -> Rule:
        return Not(self._negation()) if self._take("not") else self._single()

    def _single(self) -> Rule:
        if self._take("("):
            rule = self._either()
            self._expect(")")
            return rule
        if self._take("always"):
            return Always()
        return self._condition()

    def _condition(self) -> Rule:
        column = self._token.column
        fact = self._word("eine Angabe, „not“, „always“ oder „(“")
        if self._take("=="):
            return Is(fact, (self._word("einen Wert"),), column)
        if self._take("!="):
            return Not(Is(fact, (self._word("einen Wert"),), column))
        if self._take("in"):
            return Is(fact, self._list(), column)
        if self._take("has"):
            return Has(fact, self._word("einen Wert"), column)
        return Is(fact, position=column)

    def _list(self) -> tuple[str, ...]:
        self._expect("[")
        values = [self._word("einen Wert")]
        while self._take(","):
            values.append(self._word("einen Wert"))
        self._expect("]", "„,“ oder „]“")
        return tuple(dict.fromkeys(values))

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _take(self, text: str) -> bool:
        if self._token.text != text:
            return False
        self._next += 1
        return True

    def _expect(self, text: str, expected: str = "") -> None:
        if not self._take(text):
            self._fail(expected or f"„{text}“")

    def _word(self, expected: str) -> str:
        token = self._token
        if token.kind != "word" or token.text in _RESERVED:
            self._fail(expected)
        self._next += 1
        return token.text

    def _fail(self, expected: str) -> NoReturn:
        found = f"„{self._token.text}“" if self._token.text else "das Ende"
        detail = f"Regel, Spalte {self._token.column}: erwartet {expected}, gefunden {found}."
        raise RuleError(detail)

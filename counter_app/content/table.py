"""Tables of content files, read key by key; whatever is wrong is told with its place."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Protocol, TypeVar

from counter_app.content.problems import Problems
from counter_app.domain.errors import ContentError, RuleError, unknown
from counter_app.domain.rule import Rule
from counter_app.domain.rule_parser import parse_rule

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")

ID = re.compile(r"[a-z0-9_]+")
_EUROS = re.compile(r"[0-9]+\.[0-9]{2}")
_SOURCE_KEY = re.compile(r"\b[LP]\d+\b")

_rule = lru_cache(maxsize=1000)(parse_rule)
"""Many rows show under the same rule."""

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of tables, numbers of places in lists."""


class Places(Protocol):
    """Knows where things stand."""

    def where(self, path: KeyPath) -> str:
        """The place of a key, or of the nearest table around it, as errors name it."""


class Table:
    """One table of a content file. Accessors raise ContentError naming the place, and what was expected."""

    def __init__(self, data: Mapping[str, object], places: Places, path: KeyPath) -> None:
        self._data = data
        self._places = places
        self._path = path
        self._read: set[str] = set()

    def where(self, key: str = "") -> str:
        """``forms/facts.toml:12``: the place of a key, or of the table."""
        return self._places.where((*self._path, key) if key else self._path)

    def __contains__(self, key: str) -> bool:
        self._read.add(key)
        return key in self._data

    def holds(self, key: str) -> bool:
        """Whether a key is there and not an empty list or table."""
        return key in self and self._data[key] not in ([], {})

    def is_list(self, key: str) -> bool:
        """Whether a key holds a list."""
        return isinstance(self._data.get(key), list)

    def __iter__(self) -> Iterator[str]:
        """All keys, in order, for tables whose keys are ids."""
        return iter(self._data)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        return self._typed(key, str, "Text in Anführungszeichen", default)

    def flag(self, key: str) -> bool:
        """True or false; false when it is not there."""
        return self._typed(key, bool, "true oder false", default=False)

    def number(self, key: str) -> float:
        """A number above nought; whole ones count as well."""
        is_float = isinstance(self._data.get(key), float)
        number = self._typed(key, float, "Zahl", None) if is_float else self.whole(key)
        if not 0 < number < float("inf"):
            detail = f"„{key}“ ist falsch; erwartet eine Zahl größer als null."
            raise ContentError(detail, self.where(key))
        return number

    def whole(self, key: str) -> int:
        """A whole number."""
        return self._typed(key, int, "Zahl", None)

    def day(self, key: str) -> date | None:
        """A day, if there is one."""
        return self._typed(key, date, "Datum wie 2026-12-03", None) if key in self else None

    def id(self, key: str = "id") -> str:
        """An id: small Latin letters, digits and underlines."""
        value = self.text(key)
        if not ID.fullmatch(value):
            detail = f"„{value}“ ist keine Kennung; erwartet kleine Buchstaben a–z, Ziffern und _."
            raise ContentError(detail, self.where(key))
        return value

    def words(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(self._list(key, str, "Liste von Texten", default))

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """One of a fixed set of words."""
        return self._member(key, self.text(key, default), kind)

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Several of a fixed set of words."""
        return tuple(self._member(key, word, kind) for word in self.words(key))

    def euros(self, key: str) -> Decimal:
        """An amount of money, written as text: ``"93.00"``."""
        written = self.text(key)
        if not _EUROS.fullmatch(written):
            detail = f"„{written}“ ist kein Betrag; erwartet null oder mehr Euro und zwei Stellen wie „93.00“."
            raise ContentError(detail, self.where(key))
        return Decimal(written)

    def source(self, known: Mapping[str, str], key: str = "source") -> str:
        """Where something was read; every key in it (``L1``, ``P22``) must be listed in ``forms/sources.toml``."""
        text = self.text(key)
        for name in _SOURCE_KEY.findall(text):
            if name not in known:
                raise unknown("Quelle", name, known, self.where(key))
        return text

    def rule(self, key: str) -> Rule:
        """A rule; its facts are not checked here."""
        try:
            return _rule(self.text(key))
        except RuleError as error:
            raise ContentError(error.detail, self.where(key)) from error

    def table(self, key: str) -> "Table":
        """A table inside this one; empty when it is not there."""
        return Table(self._typed(key, dict, "Tabelle", {}), self._places, (*self._path, key))

    def tables(self, key: str) -> list["Table"]:
        """A list of tables inside this one; empty when it is not there."""
        items: list[dict[str, object]] = self._list(key, dict, "Liste von Tabellen", ())
        return [Table(item, self._places, (*self._path, key, index)) for index, item in enumerate(items)]

    def close(self, problems: Problems) -> None:
        """Note every key that nobody asked for: it is a typing error or does nothing."""
        for key in self._data:
            if key not in self._read:
                problems.add(self.where(key), unknown("Schlüssel", key, self._read).detail)
                problems.is_complete = False

    def _member(self, key: str, word: str, kind: type[E]) -> E:
        try:
            return kind(word)
        except ValueError as error:
            raise ContentError(unknown(f"„{key}“", word, [*kind]).detail, self.where(key)) from error

    def _list(self, key: str, kind: type[V], expected: str, default: tuple[V, ...] | None) -> list[V]:
        found: list[object] = self._typed(key, list, expected, None if default is None else list(default))
        items = [item for item in found if isinstance(item, kind)]
        if len(items) != len(found):
            detail = f"„{key}“ ist falsch; erwartet {expected}."
            raise ContentError(detail, self.where(key))
        return items

    def _typed(self, key: str, kind: type[V], expected: str, default: V | None) -> V:
        self._read.add(key)
        if key not in self._data:
            if default is None:
                detail = f"„{key}“ fehlt; erwartet {expected}."
                raise ContentError(detail, self.where())
            return default
        value = self._data[key]
        # The type itself counts: true is no number, a moment is no day.
        if not isinstance(value, kind) or type(value) is not kind:
            detail = f"„{key}“ ist falsch; erwartet {expected}."
            raise ContentError(detail, self.where(key))
        return value

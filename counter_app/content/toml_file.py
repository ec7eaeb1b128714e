"""TOML files that know the line of every key, so that errors can point there."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from counter_app.content.problems import Problems
from counter_app.domain.errors import ContentError, RuleError, unknown
from counter_app.domain.rule import Rule
from counter_app.domain.rule_parser import parse_rule

KeyPath = tuple[str | int, ...]
E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")

ID = re.compile(r"[a-z0-9_]+")
_SOURCE_KEY = re.compile(r"\b[LP]\d+\b")
_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_ELEMENT = re.compile(r"\s*\{")


class Table:
    """One table of a TOML file. Accessors raise ContentError naming file, line, and what was expected."""

    def __init__(self, data: Mapping[str, object], file: "TomlFile", path: KeyPath) -> None:
        self._data = data
        self._file = file
        self._path = path
        self._read: set[str] = set()

    def where(self, key: str = "") -> str:
        """``forms/facts.toml:12``: the line of a key, or of the table."""
        return self._file.where((*self._path, key) if key else self._path)

    def __contains__(self, key: str) -> bool:
        return key in self._data

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
        """A number; whole ones count as well."""
        whole = isinstance(self._data.get(key), int)
        return self._typed(key, int, "Zahl", None) if whole else self._typed(key, float, "Zahl", None)

    def day(self, key: str) -> date | None:
        """A day, if there is one."""
        return self._typed(key, date, "Datum wie 2026-12-03", None) if key in self._data else None

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
        try:
            amount = Decimal(self.text(key))
        except InvalidOperation as error:
            detail = f"„{self.text(key)}“ ist kein Betrag; erwartet zum Beispiel „93.00“."
            raise ContentError(detail, self.where(key)) from error
        if not amount.is_finite() or amount < 0:
            detail = f"„{amount}“ ist kein Betrag; erwartet null oder mehr."
            raise ContentError(detail, self.where(key))
        return amount

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
            return parse_rule(self.text(key))
        except RuleError as error:
            raise ContentError(error.detail, self.where(key)) from error

    def table(self, key: str) -> "Table":
        """A table inside this one; empty when it is not there."""
        return Table(self._typed(key, dict, "Tabelle", {}), self._file, (*self._path, key))

    def tables(self, key: str) -> list["Table"]:
        """A list of tables inside this one; empty when it is not there."""
        items: list[dict[str, object]] = self._list(key, dict, "Liste von Tabellen", ())
        return [Table(item, self._file, (*self._path, key, index)) for index, item in enumerate(items)]

    def close(self, problems: Problems) -> None:
        """Note every key that nobody asked for: it is a typing error or does nothing."""
        for key in self._data:
            if key not in self._read:
                problems.add(self.where(key), unknown("Schlüssel", key, self._read).detail)

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
        value = self._data.get(key, default)
        if value is None:
            detail = f"„{key}“ fehlt; erwartet {expected}."
            raise ContentError(detail, self.where())
        if not isinstance(value, kind):
            detail = f"„{key}“ ist falsch; erwartet {expected}."
            raise ContentError(detail, self.where(key))
        return value


class TomlFile:
    """One file, read whole.

    Args:
        path: the file.
        shown_as: how errors name it, e.g. ``forms/facts.toml``.

    Raises:
        ContentError: it cannot be read, is not UTF-8 or not TOML.
    """

    def __init__(self, path: Path, shown_as: str) -> None:
        self._shown_as = shown_as
        self._lines: dict[KeyPath, int] = {}
        try:
            text = path.read_text(encoding="utf-8")
            self._data = tomllib.loads(text)
        except OSError as error:
            detail = f"Die Datei ist nicht lesbar ({error.strerror})."
            raise ContentError(detail, shown_as) from error
        except UnicodeDecodeError as error:
            detail = "Die Datei ist nicht in UTF-8 gespeichert."
            raise ContentError(detail, shown_as) from error
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            detail = f"Das ist kein gültiges TOML: {error}."
            raise ContentError(detail, f"{shown_as}:{line[1]}" if line else shown_as) from error
        self._lines = _line_index(text)

    @property
    def root(self) -> Table:
        """The whole file as a table."""
        return Table(self._data, self, ())

    def where(self, path: KeyPath) -> str:
        """File and line of a key, or of the nearest table around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return f"{self._shown_as}:{self._lines.get(path, 1)}"


def _line_index(text: str) -> dict[KeyPath, int]:
    """The line of every table, key and inline table of a valid file in the one-key-a-line form we write."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    inside: KeyPath = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table_path(header[2].split("."), header[1] == "[[", counts)
            lines[table] = number
            inside = ()
        elif key := _KEY.match(line):
            inside = (*table, key[1])
            lines.setdefault(inside, number)
        elif inside and _ELEMENT.match(line):
            counts[inside] = counts.get(inside, -1) + 1
            lines[*inside, counts[inside]] = number
    return lines


def _table_path(parts: Iterable[str], is_array: bool, counts: dict[KeyPath, int]) -> KeyPath:  # noqa: FBT001 - one caller
    *outer, last = parts
    path: KeyPath = ()
    for part in outer:
        path = (*path, part)
        path = (*path, counts[path]) if path in counts else path
    path = (*path, last)
    if is_array:
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path

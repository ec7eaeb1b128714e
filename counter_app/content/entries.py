"""Tables of content files as single records, and back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias, TypeGuard

from counter_app.content.table import KeyPath, Table
from counter_app.domain.record import EntryRecord, Json

DAY = "$day"
"""The one key of what stands for a day; JSON has no days."""

_NAMES = ("id", "tag", "document", "name")
"""What tells the entries of a list apart: the first of these that they have."""

_Fields: TypeAlias = Mapping[str, object]


def entries_of(file: str, data: _Fields) -> Iterator[EntryRecord]:
    """The entries of one file: one for each table of its lists, and before them one for all that stands outside.

    Args:
        file: its name, e.g. ``forms/documents.toml``.
        data: what stands in it, as a TOML reader gives it.
    """
    lists = {name: value for name, value in data.items() if _is_list_of_tables(value)}
    yield EntryRecord(file, "", 0, {key: _plain(value) for key, value in data.items() if key not in lists})
    keys: set[str] = set()
    for name, tables in lists.items():
        for table in tables:
            key = _free_key(f"{name}/{_name(table)}", keys)
            keys.add(key)
            yield EntryRecord(file, key, len(keys), {key: _plain(value) for key, value in table.items()})


class RecordFile:
    """One file put together again from its entries; names entries as places, because it knows no lines.

    Args:
        entries: all entries of the file, in any order.
    """

    def __init__(self, file: str, entries: Iterable[EntryRecord]) -> None:
        self._file = file
        self._data: dict[str, object] = {}
        self._keys: dict[KeyPath, str] = {}
        lists: dict[str, list[object]] = {}
        for entry in sorted(entries, key=lambda entry: entry.order):
            fields = {key: _typed(value) for key, value in entry.fields.items()}
            if not entry.key:
                self._data.update(fields)
                continue
            name = entry.key.partition("/")[0]
            in_list = lists.setdefault(name, [])
            self._keys[name, len(in_list)] = entry.key
            in_list.append(fields)
        self._data.update(lists)

    @property
    def root(self) -> Table:
        """The whole file as a table."""
        return Table(self._data, self, ())

    def where(self, path: KeyPath) -> str:
        """File and entry: ``forms/facts.toml › fact/minor``."""
        key = self._keys.get(path[:2])
        return f"{self._file} › {key}" if key else self._file


def _is_list_of_tables(value: object) -> TypeGuard[list[dict[str, object]]]:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _name(table: _Fields) -> str:
    return next((name for key in _NAMES if isinstance(name := table.get(key), str)), "")


def _free_key(key: str, taken: set[str]) -> str:
    """The key itself, or with a number: a matter may want one paper on several grounds."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}~{number}"
    return free


def _plain(value: object) -> Json:
    match value:
        case date():
            return {DAY: value.isoformat()}
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case str() | bool() | int() | float():
            return value
        case _:
            msg = f"no content file holds a {type(value).__name__}"
            raise TypeError(msg)


def _typed(value: Json) -> object:
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if isinstance(value, dict):
        return date.fromisoformat(str(value[DAY])) if DAY in value else {key: _typed(it) for key, it in value.items()}
    return value

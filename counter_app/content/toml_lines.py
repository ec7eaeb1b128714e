"""Which key of a TOML file stands on which line; Python's reader does not say."""

import re
from collections.abc import Iterable

from counter_app.content.table import KeyPath

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_LONG_QUOTES = ('"""', "'''")
_ELEMENT = re.compile(r"\s*\{")


def line_index(text: str) -> dict[KeyPath, int]:
    """The line of every table, key and inline table of a valid file in the one-key-a-line form we write."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    inside: KeyPath = ()
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
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
        closing = next((quotes for quotes in _LONG_QUOTES if line.count(quotes) == 1), "")
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

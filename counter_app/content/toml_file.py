"""TOML files that know the line of every key, so that errors can point there."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from counter_app.content.table import KeyPath, Table
from counter_app.content.text_file import read_text
from counter_app.content.toml_errors import german_detail, line_of
from counter_app.content.toml_lines import line_index
from counter_app.domain.errors import ContentError


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
        text = read_text(path, shown_as)
        try:
            self._data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ContentError(german_detail(error), f"{shown_as}:{line_of(error, text)}") from error
        self._lines = line_index(text)

    @property
    def root(self) -> Table:
        """The whole file as a table."""
        return Table(self._data, self, ())

    @property
    def data(self) -> Mapping[str, object]:
        """All that stands in the file."""
        return self._data

    def where(self, path: KeyPath) -> str:
        """File and line of a key, or of the nearest table around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return f"{self._shown_as}:{self._lines.get(path, 1)}"

    def texts(self, without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
        """Every text in the file, with its place.

        Args:
            without: keys to leave out.
        """
        return self._texts_in(self._data, (), without)

    def _texts_in(self, value: object, path: KeyPath, without: Collection[str]) -> Iterator[tuple[str, str]]:
        if isinstance(value, str):
            yield self.where(path), value
        elif isinstance(value, dict):
            for key, part in value.items():
                if key not in without:
                    yield from self._texts_in(part, (*path, key), without)
        elif isinstance(value, list):
            for index, part in enumerate(value):
                yield from self._texts_in(part, (*path, index), without)

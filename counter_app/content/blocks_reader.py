"""Reads ``forms/blocks.toml``: rows that matters share, and blocks that take over others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from counter_app.content.problems import Problems
from counter_app.content.references import all_named, by_id
from counter_app.content.table import Table
from counter_app.domain.errors import ContentError

BLOCK = "Baustein"
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class RowBlock(Generic[R]):
    """One block.

    Args:
        parts: ids of all blocks it is made of, those it takes over first and itself last; each one once.
        rows: its own rows.
    """

    parts: tuple[str, ...]
    rows: tuple[R, ...]


def rows_of(named: Iterable[RowBlock[R]], blocks: Mapping[str, RowBlock[R]]) -> tuple[R, ...]:
    """The rows of several blocks and of all they take over; a block that is reached twice counts once."""
    parts = dict.fromkeys(part for block in named for part in block.parts)
    return tuple(row for part in parts for row in blocks[part].rows)


@dataclass(frozen=True, slots=True)
class _Own(Generic[R]):
    """A block as it stands in the file."""

    table: Table
    below: tuple[str, ...]
    rows: tuple[R, ...]


class BlocksReader(Generic[R]):
    """Makes blocks from tables, in any order; those that go round in a circle become a finding and are left out.

    Args:
        rows: reads the rows of one block.
    """

    def __init__(self, rows: Callable[[Table], Iterable[R]], problems: Problems) -> None:
        self._rows = rows
        self._problems = problems

    def read(self, tables: Sequence[Table]) -> dict[str, RowBlock[R]]:
        """All blocks of the file."""
        ids = dict.fromkeys(map(_id, tables))
        own = by_id(BLOCK, tables, lambda table: self._own(table, ids), self._problems)
        self._leave_out(self._in_circles(own) | (ids.keys() - own.keys()), own)
        return {name: RowBlock(_parts(name, own), block.rows) for name, block in own.items()}

    def _own(self, table: Table, ids: Mapping[str, object]) -> _Own[R]:
        table.text("name")
        if "blocks" in table:
            all_named(BLOCK, "blocks", ids, table, self._problems)
        return _Own(table, table.words("blocks", ()), tuple(self._rows(table)))

    def _in_circles(self, own: Mapping[str, _Own[R]]) -> set[str]:
        """The blocks that lead back to themselves; each circle is noted once."""
        found: set[str] = set()
        for name, block in own.items():
            if name not in found and (way := _way(name, name, own)):
                round_trip = " → ".join((name, *way))
                self._problems.add(block.table.where("blocks"), f"Die Bausteine gehen im Kreis: {round_trip}.")
                found |= {name, *way}
        return found

    def _leave_out(self, broken: set[str], own: dict[str, _Own[R]]) -> None:
        """Take out broken blocks, and whatever takes them over."""
        gone = set(broken)
        while more := {name for name, block in own.items() if name not in gone and not gone.isdisjoint(block.below)}:
            gone |= more
        for name in gone:
            self._problems.leave_out(BLOCK, name)
            own.pop(name, None)


def _id(table: Table) -> str:
    """The id of a block; empty where it is broken, which is told where the block is read."""
    try:
        return table.id()
    except ContentError:
        return ""


def _way(start: str, goal: str, own: Mapping[str, _Own[R]]) -> tuple[str, ...]:
    """The shortest way from one block over those it takes over to another; empty where there is none."""
    ways: dict[str, tuple[str, ...]] = {start: ()}
    waiting = [start]
    for name in waiting:
        for below in own[name].below if name in own else ():
            if below == goal:
                return (*ways[name], below)
            if below not in ways:
                ways[below] = (*ways[name], below)
                waiting.append(below)
    return ()


def _parts(name: str, own: Mapping[str, _Own[R]]) -> tuple[str, ...]:
    """All blocks that one is made of; there are no circles any more."""
    parts = dict.fromkeys(part for below in own[name].below for part in _parts(below, own))
    return (*parts, name)

"""Entries that have an id, and whatever names them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from counter_app.content.problems import Problems
from counter_app.content.table import Table
from counter_app.domain.errors import ContentError

T = TypeVar("T")


def by_id(kind: str, tables: Iterable[Table], make: Callable[[Table], T], problems: Problems) -> dict[str, T]:
    """Read entries that have an id; a broken or repeated one becomes a finding and is left out.

    Args:
        kind: what the entries are, as a German noun: ``Unterlage``.
    """
    found: dict[str, T] = {}
    for table in tables:
        entry_id = ""
        with problems.collected(table.where()):
            entry_id = _new_id(table, found)
            found[entry_id] = make(table)
            problems.places[f"{kind}/{entry_id}"] = table.where()
            table.close(problems)
        if entry_id not in found:
            problems.leave_out(kind, entry_id)
    return found


def _new_id(table: Table, found: Mapping[str, object]) -> str:
    entry_id = table.id()
    if entry_id in found:
        detail = f"„{entry_id}“ gibt es schon."
        raise ContentError(detail, table.where("id"))
    return entry_id


def named(kind: str, name: str, known: Mapping[str, T], where: str, problems: Problems) -> T:
    """The thing with this id.

    Raises:
        UnknownName: there is none.
        Consequence: it is broken.
    """
    if name not in known:
        raise problems.unknown(kind, name, known, where)
    problems.name(kind, name, where)
    return known[name]


def all_named(kind: str, key: str, known: Mapping[str, T], table: Table, problems: Problems) -> tuple[T, ...]:
    """The things that a list of ids names.

    Raises:
        UnknownName: one of them does not exist.
        Consequence: one of them is broken.
    """
    return tuple(named(kind, name, known, table.where(key), problems) for name in table.words(key))


def some_named(kind: str, key: str, known: Mapping[str, T], table: Table, problems: Problems) -> tuple[T, ...]:
    """The same for a list that says nothing while it is empty.

    Raises:
        UnknownName: one of the things does not exist.
        Consequence: one of them is broken.
        ContentError: the list is empty.
    """
    found = all_named(kind, key, known, table, problems)
    if not found:
        detail = f"„{key}“ ist leer; so bewirkt der Eintrag nichts. Erwartet mindestens eine Kennung ({kind})."
        raise ContentError(detail, table.where(key))
    return found

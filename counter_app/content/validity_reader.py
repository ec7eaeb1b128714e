"""Reads on which days something counts, and finds versions of one thing that get in each other's way."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from counter_app.content.table import Table
from counter_app.domain.errors import ContentError
from counter_app.domain.slots import german_date
from counter_app.domain.validity import Validity, turning_days

T = TypeVar("T")


def validity_of(table: Table) -> Validity:
    """``valid_from`` and ``valid_to`` of a table; both may be missing."""
    validity = Validity(table.day("valid_from"), table.day("valid_to"))
    if validity.first and validity.last and validity.last < validity.first:
        detail = "„valid_to“ liegt vor „valid_from“; so gilt die Zeile nie."
        raise ContentError(detail, table.where("valid_to"))
    return validity


class Versions:
    """The versions of things of one kind: no two of one thing count on the same day.

    Args:
        kind: what the things are, as a German noun with its article: ``Der Betrag``.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._seen: dict[Hashable, list[tuple[Table, Validity]]] = {}

    def add(self, thing: Hashable, table: Table, validity: Validity) -> None:
        """Add one version.

        Args:
            thing: what tells it from other things of its kind.

        Raises:
            ContentError: an earlier version counts on the same day; names the other line and the first such day.
        """
        versions = self._seen.setdefault(thing, [])
        for other, before in versions:
            if validity.overlaps(before):
                day = max(validity.first or date.min, before.first or date.min)
                since = f"ab {german_date(day)} " if day > date.min else ""
                also = other.where().rpartition(":")[2]
                detail = f"{self._kind} gilt {since}doppelt, auch in Zeile {also}; erwartet Zeiten ohne Überschneidung."
                raise ContentError(detail, table.where())
        versions.append((table, validity))


def first_gap(items: Sequence[T], validity: Callable[[T], Validity], is_enough: Callable[[Sequence[T]], bool]) -> str:
    """When, in German, what counts on a day is not enough; empty where it is on every day.

    Args:
        is_enough: whether a day is served by these, the items of that day in order.
    """
    turns = [*turning_days(map(validity, items))]
    for number, day in enumerate(turns):
        if not is_enough([item for item in items if validity(item).covers(day)]):
            since = f"ab {german_date(day)}" if day > date.min else ""
            end = german_date(turns[number + 1] - timedelta(days=1)) if number + 1 < len(turns) else ""
            return " ".join(filter(None, (since, f"bis {end}" if end else ""))) or "immer"
    return ""

"""Reads ``forms/watch.toml``: changes of law that are to come, or were not read yet."""

from collections.abc import Mapping

from counter_app.content.forms_reader import SERVICE
from counter_app.content.problems import Problems
from counter_app.content.references import some_named
from counter_app.content.table import Table
from counter_app.domain.errors import ContentError
from counter_app.domain.watch import Watch

WATCH = "Änderung"


class WatchReader:
    """Makes watches from tables.

    Args:
        sources: the keys of ``forms/sources.toml``.
        services: all ids of matters, those of broken files included.
    """

    def __init__(self, sources: Mapping[str, str], services: Mapping[str, object], problems: Problems) -> None:
        self._sources = sources
        self._services = services
        self._problems = problems

    def watch(self, table: Table) -> Watch:
        """One change of law."""
        first = table.day("from")
        if first is None:
            detail = "„from“ fehlt; erwartet Datum wie 2026-12-03."
            raise ContentError(detail, table.where())
        some_named(SERVICE, "services", self._services, table, self._problems)
        return Watch(table.id(), first, table.text("text"), table.words("services"), table.source(self._sources))

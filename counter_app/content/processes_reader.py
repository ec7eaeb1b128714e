"""Reads ``forms/processes.toml``: how matters go on after the counter."""

from collections.abc import Mapping

from counter_app.content.problems import Problems
from counter_app.content.references import by_id
from counter_app.content.table import Table
from counter_app.content.texts import Texts
from counter_app.domain.document import Confidence
from counter_app.domain.errors import ContentError
from counter_app.domain.process import Process, ProcessStep

PROCESS = "Ablauf"


class ProcessesReader:
    """Makes processes from tables.

    Args:
        sources: the keys of ``forms/sources.toml``.
    """

    def __init__(self, texts: Texts, sources: Mapping[str, str], problems: Problems) -> None:
        self._texts = texts
        self._sources = sources
        self._problems = problems

    def process(self, table: Table) -> Process:
        """One process with its steps in order."""
        prefix = f"process/{table.id()}"

        def step(entry: Table) -> ProcessStep:
            return ProcessStep(entry.id(), self._texts.make(entry, "text", f"{prefix}/step/{entry.id()}"))

        steps = by_id("Schritt", table.tables("step"), step, self._problems)
        if not steps:
            detail = "Der Ablauf hat keine Schritte; erwartet mindestens einmal „[[process.step]]“."
            raise ContentError(detail, table.where())
        return Process(
            table.id(),
            self._texts.make(table, "name", f"{prefix}/name"),
            self._texts.make(table, "duration", f"{prefix}/duration"),
            tuple(steps.values()),
            table.choice("confidence", Confidence),
            table.source(self._sources),
        )

"""Reads ``forms/values.toml``: limits that change every year."""

from collections.abc import Mapping

from counter_app.content.problems import Problems
from counter_app.content.table import Table
from counter_app.content.validity_reader import Versions, validity_of
from counter_app.domain.document import Confidence
from counter_app.domain.errors import ContentError
from counter_app.domain.value import Unit, Value, ValueStep

VALUE = "Wert"


class ValuesReader:
    """Makes values from tables.

    Args:
        sources: the keys of ``forms/sources.toml``.
    """

    def __init__(self, sources: Mapping[str, str], problems: Problems) -> None:
        self._sources = sources
        self._problems = problems

    def value(self, table: Table) -> Value:
        """One value with its steps."""
        tables = table.tables("amount")
        if not tables:
            detail = "Der Wert hat keinen Betrag; erwartet mindestens einmal „[[value.amount]]“."
            raise ContentError(detail, table.where())
        versions = Versions(f"Der Wert „{table.id()}“")
        steps = []
        for entry in tables:
            steps.append(self._step(entry))
            versions.add("", entry, steps[-1].validity)
        return Value(table.id(), table.text("name"), table.choice("unit", Unit), tuple(steps))

    def _step(self, table: Table) -> ValueStep:
        step = ValueStep(
            validity_of(table),
            table.euros("amount") if "amount" in table else None,
            table.text("norm"),
            table.choice("confidence", Confidence),
            table.source(self._sources),
            table.text("note", ""),
        )
        if step.amount is None and (step.confidence is not Confidence.LOW or not step.note):
            detail = "„amount“ fehlt; erwartet einen Betrag, oder „confidence = low“ und eine „note“, die sagt, warum."
            raise ContentError(detail, table.where())
        table.close(self._problems)
        return step

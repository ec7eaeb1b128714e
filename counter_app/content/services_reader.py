"""Reads ``forms/blocks.toml`` and ``forms/services/``: matters with their rows, fees and typical cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from counter_app.content.facts_reader import checked_rule
from counter_app.content.problems import Problems
from counter_app.content.texts import Texts
from counter_app.content.toml_file import Table
from counter_app.domain.document import Confidence, Document
from counter_app.domain.errors import unknown
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import Fee, ServiceFee
from counter_app.domain.service import Clause, Requirement, Service, ServiceGroup, TypicalCase, Validity

Row = tuple[Document, Clause]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a matter can refer to."""

    documents: Mapping[str, Document]
    fees: Mapping[str, Fee]
    groups: Mapping[str, ServiceGroup]
    book: FactBook
    sources: Mapping[str, str]


class ServicesReader:
    """Makes matters from tables; a broken row becomes a finding and is left out."""

    def __init__(self, shelf: Shelf, texts: Texts, problems: Problems) -> None:
        self._shelf = shelf
        self._texts = texts
        self._problems = problems

    def block(self, table: Table) -> tuple[Row, ...]:
        """The shared rows of one block."""
        table.text("name")
        return tuple(self._rows(table, f"block/{table.id()}"))

    def service(self, root: Table, blocks: Mapping[str, tuple[Row, ...]]) -> Service:
        """One file of ``services/``. Its own rows come after those of its blocks."""
        service_id = root.id()
        for name in root.words("blocks"):
            if name not in blocks:
                raise unknown("Baustein", name, blocks, root.where("blocks"))
        for name in root.words("sources"):
            if name not in self._shelf.sources:
                raise unknown("Quelle", name, self._shelf.sources, root.where("sources"))
        shared = [row for name in root.words("blocks") for row in blocks[name]]
        own = list(self._rows(root, f"service/{service_id}"))
        return Service(
            service_id,
            self._group(root),
            self._texts.make(root, "name", f"service/{service_id}/name"),
            self._texts.make(root, "plain", f"service/{service_id}/plain"),
            root.text("law"),
            root.text("who"),
            root.text("notes", ""),
            root.text("application_forms", ""),
            root.text("process"),
            root.choice("confidence", Confidence),
            root.words("sources"),
            {fact: values[0] for fact, values in self._facts(root.table("assumptions")).items()},
            self._facts(root.table("values")),
            _merged([*shared, *own]),
            tuple(self._fees(root)),
            tuple(self._cases(root)),
        )

    def _group(self, root: Table) -> ServiceGroup:
        group = root.text("group")
        if group not in self._shelf.groups:
            raise unknown("Gruppe", group, self._shelf.groups, root.where("group"))
        return self._shelf.groups[group]

    def _rows(self, table: Table, prefix: str) -> Iterator[Row]:
        for row in table.tables("requirement"):
            with self._problems.collected(row.where()):
                yield self._row(row, prefix)
            row.close(self._problems)

    def _row(self, table: Table, prefix: str) -> Row:
        document = table.text("document")
        if document not in self._shelf.documents:
            raise unknown("Unterlage", document, self._shelf.documents, table.where("document"))
        clause = Clause(
            checked_rule(table, "when", self._shelf.book),
            self._texts.optional(table, "note", f"{prefix}/{document}/note"),
            table.text("hint", ""),
            _validity(table),
            table.choice("confidence", Confidence),
            table.source(self._shelf.sources),
        )
        return self._shelf.documents[document], clause

    def _fees(self, root: Table) -> Iterator[ServiceFee]:
        for table in root.tables("fee"):
            with self._problems.collected(table.where()):
                fee = table.id()
                if fee not in self._shelf.fees:
                    raise unknown("Gebühr", fee, self._shelf.fees, table.where("id"))
                yield ServiceFee(self._shelf.fees[fee], checked_rule(table, "when", self._shelf.book))
            table.close(self._problems)

    def _cases(self, root: Table) -> Iterator[TypicalCase]:
        for table in root.tables("case"):
            with self._problems.collected(table.where()):
                yield TypicalCase(table.text("name"), self._facts(table.table("facts")))
            table.close(self._problems)

    def _facts(self, table: Table) -> dict[str, tuple[str, ...]]:
        """Facts with their values; both must be declared."""
        found = {}
        for fact_id in table:
            with self._problems.collected(table.where(fact_id)):
                values = table.words(fact_id) if table.is_list(fact_id) else (table.text(fact_id),)
                for value in values:
                    self._shelf.book[fact_id].value(value)
                found[fact_id] = values
        return found


def _validity(table: Table) -> Validity:
    return Validity(table.day("valid_from"), table.day("valid_to"))


def _merged(rows: Iterable[Row]) -> tuple[Requirement, ...]:
    """One row for each paper: it shows when any of its grounds holds."""
    grounds: dict[str, list[Row]] = {}
    for row in rows:
        grounds.setdefault(row[0].id, []).append(row)
    return tuple(Requirement(same[0][0], tuple(clause for _, clause in same)) for same in grounds.values())

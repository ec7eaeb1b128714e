"""Reads ``forms/blocks.toml`` and ``forms/services/``: matters with their rows, fees and typical cases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from counter_app.content.blocks_reader import BLOCK, RowBlock, rows_of
from counter_app.content.check_ages import OF_ROWS, note_ages
from counter_app.content.demand_reader import age_of, copies_of, role_of
from counter_app.content.facts_reader import FACT, checked_rule
from counter_app.content.forms_reader import FEE, PAPER
from counter_app.content.problems import Problems
from counter_app.content.processes_reader import PROCESS
from counter_app.content.references import all_named, named
from counter_app.content.table import Table
from counter_app.content.texts import Texts
from counter_app.content.validity_reader import Versions, validity_of
from counter_app.content.values_reader import VALUE
from counter_app.domain.document import Confidence, Document
from counter_app.domain.errors import ContentError
from counter_app.domain.fact import FactBook, FactKind, FactValues
from counter_app.domain.fee import Fee, ServiceFee
from counter_app.domain.process import Process
from counter_app.domain.service import Clause, Requirement, Service, ServiceGroup, TypicalCase
from counter_app.domain.value import Value
from counter_app.domain.watch import Watch

GROUP = "Gruppe"


class Row(NamedTuple):
    """One ground for a paper, and where it stands."""

    document: Document
    clause: Clause
    where: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a matter can refer to, and the changes of law that refer to matters."""

    documents: Mapping[str, Document]
    fees: Mapping[str, Fee]
    groups: Mapping[str, ServiceGroup]
    processes: Mapping[str, Process]
    values: Mapping[str, Value]
    watches: Iterable[Watch]
    book: FactBook
    sources: Mapping[str, str]


class ServicesReader:
    """Makes matters from tables; a broken row becomes a finding and is left out."""

    def __init__(self, shelf: Shelf, texts: Texts, problems: Problems) -> None:
        self._shelf = shelf
        self._texts = texts
        self._problems = problems

    def block_rows(self, table: Table) -> tuple[Row, ...]:
        """The rows that stand in one block."""
        return tuple(self._rows(table, f"block/{table.id()}"))

    def service(self, root: Table, blocks: Mapping[str, RowBlock[Row]]) -> Service:
        """One file of ``services/``. Its own rows come after those of its blocks."""
        service_id = root.id()
        self._problems.places[f"service/{service_id}"] = root.where("id")
        all_named("Quelle", "sources", self._shelf.sources, root, self._problems)
        shared = rows_of(all_named(BLOCK, "blocks", blocks, root, self._problems), blocks)
        own = list(self._rows(root, f"service/{service_id}"))
        self._note_places(root, [*shared, *own])
        return Service(
            service_id,
            named(GROUP, root.text("group"), self._shelf.groups, root.where("group"), self._problems),
            self._texts.make(root, "name", f"service/{service_id}/name"),
            self._texts.make(root, "plain", f"service/{service_id}/plain"),
            root.text("law"),
            root.text("who"),
            root.words("words", ()),
            root.text("notes", ""),
            root.text("application_forms", ""),
            named(PROCESS, root.text("process"), self._shelf.processes, root.where("process"), self._problems),
            root.choice("confidence", Confidence),
            root.words("sources"),
            self._assumptions(root.table("assumptions")),
            self._limits(root.table("values")),
            _merged([*shared, *own]),
            tuple(self._fees(root, service_id)),
            tuple(self._cases(root, service_id)),
            self._yearly_values(root),
            tuple(watch for watch in self._shelf.watches if service_id in watch.services),
            root.text("free", ""),
        )

    def _note_places(self, root: Table, rows: Iterable[Row]) -> None:
        """Where the grounds of each paper stand, those of blocks included, and assumptions and limits."""
        if self._problems.is_looked_through:
            return
        places, service_id = self._problems.places, root.id()
        grounds: dict[str, int] = defaultdict(int)
        for row in rows:
            paper = row.document.id
            places[f"row/{service_id}/{paper}/{grounds[paper]}"] = row.where
            grounds[paper] += 1
        for kind, key in (("assumption", "assumptions"), ("limit", "values")):
            table = root.table(key)
            places.update((f"{kind}/{service_id}/{fact}", table.where(fact)) for fact in table)

    def _yearly_values(self, root: Table) -> tuple[Value, ...]:
        if "yearly_values" not in root:
            return ()
        return all_named(VALUE, "yearly_values", self._shelf.values, root, self._problems)

    def _rows(self, table: Table, prefix: str) -> Iterator[Row]:
        versions = Versions("Die Zeile")
        for row in table.tables("requirement"):
            with self._problems.collected(row.where()):
                made = self._row(row, prefix)
                versions.add((made.document.id, row.text("when")), row, made.clause.validity)
                yield made
                row.close(self._problems)

    def _row(self, table: Table, prefix: str) -> Row:
        document = table.text("document")
        paper = named(PAPER, document, self._shelf.documents, table.where("document"), self._problems)
        self._problems.places[f"{prefix}/{document}"] = table.where()
        age = age_of(table)
        note_ages(table, age or paper.age, OF_ROWS, self._problems)
        clause = Clause(
            checked_rule(table, "when", self._shelf.book, self._problems),
            self._texts.optional(table, "note", f"{prefix}/{document}/note"),
            table.text("hint", ""),
            validity_of(table),
            table.choice("confidence", Confidence),
            table.source(self._shelf.sources),
            role_of(table),
            age,
            copies_of(table),
        )
        return Row(paper, clause, table.where())

    def _fees(self, root: Table, service_id: str) -> Iterator[ServiceFee]:
        versions = Versions("Die Gebühr")
        for number, table in enumerate(root.tables("fee")):
            with self._problems.collected(table.where()):
                fee = named(FEE, table.id(), self._shelf.fees, table.where("id"), self._problems)
                self._problems.places[f"fee/{service_id}/{fee.id}/{number}"] = table.where()
                validity = validity_of(table)
                versions.add(fee.id, table, validity)
                yield ServiceFee(fee, checked_rule(table, "when", self._shelf.book, self._problems), validity)
                table.close(self._problems)

    def _cases(self, root: Table, service_id: str) -> Iterator[TypicalCase]:
        for table in root.tables("case"):
            with self._problems.collected(table.where()):
                name = table.text("name")
                place = f"case/{service_id}/{name}"
                if place in self._problems.places:
                    detail = f"Den typischen Fall „{name}“ gibt es schon."
                    raise ContentError(detail, table.where("name"))
                self._problems.places[place] = table.where()
                yield TypicalCase(name, self._facts(table.table("facts")))
                table.close(self._problems)

    def _assumptions(self, table: Table) -> Mapping[str, str]:
        facts = self._facts(table)
        for fact, values in facts.items():
            if len(values) > 1:
                detail = f"„{fact}“ wird mit mehreren Werten angenommen; erwartet genau einen."
                raise ContentError(detail, table.where(fact))
            if self._shelf.book.facts[fact].kind in {FactKind.DERIVED, FactKind.SETTING}:
                detail = f"„{fact}“ lässt sich nicht annehmen; erwartet eine Angabe, nach der gefragt wird."
                raise ContentError(detail, table.where(fact))
        return MappingProxyType({fact: value for fact, (value,) in facts.items()})

    def _limits(self, table: Table) -> FactValues:
        """The only answers that make sense in the matter, for facts that have one answer."""
        facts = self._facts(table)
        for fact in facts:
            if self._shelf.book.facts[fact].kind not in {FactKind.YES_NO, FactKind.CHOICE}:
                detail = f"„{fact}“ lässt sich nicht einschränken; erwartet eine Angabe mit genau einer Antwort."
                raise ContentError(detail, table.where(fact))
        return facts

    def _facts(self, table: Table) -> FactValues:
        """Facts with their values; both must be declared."""
        found = {}
        for fact_id in table:
            with self._problems.collected(table.where(fact_id)):
                found[fact_id] = self._values(table, fact_id)
        return MappingProxyType(found)

    def _values(self, table: Table, fact_id: str) -> tuple[str, ...]:
        fact = named(FACT, fact_id, self._shelf.book.facts, table.where(fact_id), self._problems)
        values = table.words(fact_id) if table.is_list(fact_id) else (table.text(fact_id),)
        if not values:
            detail = f"„{fact_id}“ ist leer; erwartet mindestens einen Wert."
            raise ContentError(detail, table.where(fact_id))
        for value in values:
            fact.value(value)
        return values


def _merged(rows: Iterable[Row]) -> tuple[Requirement, ...]:
    """One row for each paper: it shows when any of its grounds holds."""
    grounds: dict[str, list[Row]] = {}
    for row in rows:
        grounds.setdefault(row.document.id, []).append(row)
    return tuple(Requirement(same[0].document, tuple(row.clause for row in same)) for same in grounds.values())

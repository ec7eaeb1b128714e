"""Reads ``forms/blocks.toml`` and ``forms/services/``: matters with their rows, fees and typical cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from counter_app.content.facts_reader import FACT, checked_rule
from counter_app.content.forms_reader import FEE, PAPER
from counter_app.content.problems import Problems
from counter_app.content.references import all_named, named
from counter_app.content.table import Table
from counter_app.content.texts import Texts
from counter_app.domain.document import Confidence, Document
from counter_app.domain.errors import ContentError
from counter_app.domain.fact import FactBook, FactKind, FactValues
from counter_app.domain.fee import Fee, ServiceFee
from counter_app.domain.service import Clause, Requirement, Service, ServiceGroup, TypicalCase, Validity

BLOCK, GROUP = "Baustein", "Gruppe"
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
        self._problems.places[f"service/{service_id}"] = root.where("id")
        all_named("Quelle", "sources", self._shelf.sources, root, self._problems)
        shared = [row for block in all_named(BLOCK, "blocks", blocks, root, self._problems) for row in block]
        own = list(self._rows(root, f"service/{service_id}"))
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
            root.text("process"),
            root.choice("confidence", Confidence),
            root.words("sources"),
            self._assumptions(root.table("assumptions")),
            self._limits(root.table("values")),
            _merged([*shared, *own]),
            tuple(self._fees(root, service_id)),
            tuple(self._cases(root, service_id)),
        )

    def _rows(self, table: Table, prefix: str) -> Iterator[Row]:
        for row in table.tables("requirement"):
            with self._problems.collected(row.where()):
                yield self._row(row, prefix)
                row.close(self._problems)

    def _row(self, table: Table, prefix: str) -> Row:
        document = table.text("document")
        paper = named(PAPER, document, self._shelf.documents, table.where("document"), self._problems)
        self._problems.places[f"{prefix}/{document}"] = table.where()
        clause = Clause(
            checked_rule(table, "when", self._shelf.book, self._problems),
            self._texts.optional(table, "note", f"{prefix}/{document}/note"),
            table.text("hint", ""),
            _validity(table),
            table.choice("confidence", Confidence),
            table.source(self._shelf.sources),
        )
        return paper, clause

    def _fees(self, root: Table, service_id: str) -> Iterator[ServiceFee]:
        for table in root.tables("fee"):
            with self._problems.collected(table.where()):
                fee = named(FEE, table.id(), self._shelf.fees, table.where("id"), self._problems)
                self._problems.places[f"fee/{service_id}/{fee.id}"] = table.where()
                yield ServiceFee(fee, checked_rule(table, "when", self._shelf.book, self._problems))
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


def _validity(table: Table) -> Validity:
    validity = Validity(table.day("valid_from"), table.day("valid_to"))
    if validity.first and validity.last and validity.last < validity.first:
        detail = "„valid_to“ liegt vor „valid_from“; so gilt die Zeile nie."
        raise ContentError(detail, table.where("valid_to"))
    return validity


def _merged(rows: Iterable[Row]) -> tuple[Requirement, ...]:
    """One row for each paper: it shows when any of its grounds holds."""
    grounds: dict[str, list[Row]] = {}
    for row in rows:
        grounds.setdefault(row[0].id, []).append(row)
    return tuple(Requirement(same[0][0], tuple(clause for _, clause in same)) for same in grounds.values())

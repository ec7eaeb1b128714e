"""Reads the single files of ``forms/``: papers, groups, fees, labels, sheets, offices."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from counter_app.content.facts_reader import checked_rule
from counter_app.content.problems import Problems
from counter_app.content.texts import Texts
from counter_app.content.toml_file import Table
from counter_app.domain.document import Confidence, Document, Form, OneOf
from counter_app.domain.errors import ContentError, unknown
from counter_app.domain.fact import FactBook, FactKind
from counter_app.domain.fee import Amount, Fee, Relief
from counter_app.domain.office import Office
from counter_app.domain.rule import NO, YES, Always
from counter_app.domain.service import ServiceGroup
from counter_app.domain.sheet import Block, BlockKind, RowChoice, SheetDefinition
from counter_app.domain.text import Text

T = TypeVar("T")


def by_id(tables: Iterable[Table], make: Callable[[Table], T], problems: Problems) -> dict[str, T]:
    """Read entries that have an id; a broken or repeated one becomes a finding and is left out."""
    found: dict[str, T] = {}
    for table in tables:
        with problems.collected(table.where()):
            entry_id = table.id()
            if entry_id in found:
                detail = f"„{entry_id}“ gibt es schon."
                raise ContentError(detail, table.where("id"))
            found[entry_id] = make(table)
            table.close(problems)
    return found


def named(known: Mapping[str, T], table: Table, key: str, kind: str) -> tuple[T, ...]:
    """The things a list of ids names.

    Raises:
        UnknownName: one of them does not exist.
    """
    for name in table.words(key):
        if name not in known:
            raise unknown(kind, name, known, table.where(key))
    return tuple(known[name] for name in table.words(key))


class FormsReader:
    """Makes domain objects from tables.

    Args:
        sources: the keys of ``forms/sources.toml``.
    """

    def __init__(self, texts: Texts, sources: Mapping[str, str]) -> None:
        self._texts = texts
        self._sources = sources

    def document(self, table: Table) -> Document:
        """One paper of ``documents.toml``."""
        prefix = f"document/{table.id()}"
        return Document(
            table.id(),
            self._texts.make(table, "name", f"{prefix}/name"),
            self._texts.make(table, "short", f"{prefix}/short"),
            self._texts.make(table, "plain", f"{prefix}/plain"),
            self._texts.optional(table, "where", f"{prefix}/where"),
            self._texts.optional(table, "not_enough", f"{prefix}/not_enough"),
            table.choices("form", Form),
            table.text("form_note", ""),
            table.text("limit", ""),
            table.choice("confidence", Confidence),
            table.source(self._sources),
        )

    def one_of(self, table: Table, documents: Mapping[str, Document]) -> OneOf:
        """One group of ``one_of.toml``."""
        members = tuple(document.id for document in named(documents, table, "documents", "Unterlage"))
        return OneOf(
            table.id(),
            self._texts.make(table, "name", f"one_of/{table.id()}/name"),
            self._texts.make(table, "hint", f"one_of/{table.id()}/hint"),
            members,
            table.words("services", ()),
        )

    def service_group(self, table: Table) -> ServiceGroup:
        """One group of ``service_groups.toml``."""
        return ServiceGroup(table.id(), self._texts.make(table, "name", f"group/{table.id()}/name"))

    def labels(self, root: Table, problems: Problems) -> dict[str, Text]:
        """All short texts of ``labels.toml``, by text id."""
        found = {}
        for section in root:
            table = root.table(section)
            for key in table:
                with problems.collected(table.where(key)):
                    found[f"{section}/{key}"] = self._texts.make(table, key, f"{section}/{key}")
        return found

    def fee(self, table: Table, reliefs: Iterable[tuple[Relief, tuple[str, ...]]], book: FactBook) -> Fee:
        """One fee of ``fees.toml`` with the reliefs that name it."""
        fee_id = table.id()
        amounts = tuple(self._amount(entry, book) for entry in table.tables("amounts"))
        if not amounts or not isinstance(amounts[-1].when, Always):
            detail = "Der letzte Betrag einer Gebühr muss „always“ gelten, damit keine Lücke bleibt."
            raise ContentError(detail, table.where("amounts"))
        return Fee(
            fee_id,
            self._texts.make(table, "name", f"fee/{fee_id}/name"),
            table.text("norm"),
            amounts,
            tuple(relief for relief, fees in reliefs if fee_id in fees),
            table.text("note", ""),
            table.choice("confidence", Confidence),
            table.source(self._sources),
        )

    def relief(self, table: Table, book: FactBook) -> tuple[Relief, tuple[str, ...]]:
        """One relief of ``fees.toml``, and the ids of the fees it touches."""
        decided_by_office = table.flag("decided_by_office")
        if decided_by_office == ("eur" in table):
            detail = "Eine Ermäßigung hat entweder „eur“ oder „decided_by_office = true“."
            raise ContentError(detail, table.where())
        relief = Relief(
            table.id(),
            table.text("name"),
            checked_rule(table, "when", book),
            None if decided_by_office else table.euros("eur"),
            table.text("norm"),
            table.choice("confidence", Confidence),
            table.source(self._sources),
            table.text("note", ""),
        )
        return relief, table.words("fees")

    def sheet(self, root: Table) -> SheetDefinition:
        """One file of ``sheets/``."""
        sheet_id = root.id()
        title = self._texts.make(root, "title", f"sheet/{sheet_id}/title")
        return SheetDefinition(sheet_id, title, tuple(self._block(table, sheet_id) for table in root.tables("block")))

    def office(self, root: Table, office_id: str, book: FactBook) -> Office:
        """One file of ``offices/``."""
        table = root.table("settings")
        settings = {key: table.text(key) for key in table}
        for key, value in settings.items():
            if book[key].kind is not FactKind.SETTING or value not in {YES, NO}:
                detail = f"„{key} = {value}“ ist falsch; erwartet eine Einstellung mit „yes“ oder „no“."
                raise ContentError(detail, table.where(key))
        name, address, phone, email, hours = (root.text(key) for key in ("name", "address", "phone", "email", "hours"))
        return Office(office_id, name, address, phone, email, hours, settings)

    def _amount(self, table: Table, book: FactBook) -> Amount:
        return Amount(checked_rule(table, "when", book), table.euros("eur"), table.text("norm", ""))

    def _block(self, table: Table, sheet_id: str) -> Block:
        block_id = table.id()
        kind = table.choice("kind", BlockKind)
        prefix = f"sheet/{sheet_id}/{block_id}"
        return Block(
            block_id,
            kind,
            self._texts.optional(table, "heading", f"{prefix}/heading"),
            self._texts.optional(table, "text", f"{prefix}/text"),
            table.choice("rows", RowChoice) if kind is BlockKind.CHECKLIST else None,
        )

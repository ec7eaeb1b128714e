"""Reads the single files of ``forms/``: papers, groups, fees, labels, offices."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType

from counter_app.content.check_ages import OF_PAPERS, note_ages
from counter_app.content.demand_reader import age_of, copies_of, renewal_months_of, role_of
from counter_app.content.facts_reader import FACT, checked_rule
from counter_app.content.phrases_reader import PHRASE
from counter_app.content.problems import Problems
from counter_app.content.references import all_named, named, some_named
from counter_app.content.table import Table
from counter_app.content.texts import Texts
from counter_app.content.validity_reader import Versions, first_gap, validity_of
from counter_app.domain.calendar import Land
from counter_app.domain.document import Confidence, Document, Form, OneOf
from counter_app.domain.errors import ContentError
from counter_app.domain.fact import FactBook, FactKind
from counter_app.domain.fee import Amount, Fee, Relief
from counter_app.domain.office import USUAL_RENEWAL_MONTHS, CounterSettings, Funding, Office
from counter_app.domain.phrase import Phrase
from counter_app.domain.role import Role
from counter_app.domain.rule import NO, YES, Always
from counter_app.domain.service import ServiceGroup
from counter_app.domain.text import Text

FEE, RELIEF, PAPER, ONE_OF, SERVICE = "Gebühr", "Ermäßigung", "Unterlage", "Auswahl", "Anliegen"
OFFICE_TEXTS = ("name", "address", "rooms", "phone", "email", "hours", "logo")


class FormsReader:
    """Makes domain objects from tables.

    Args:
        sources: the keys of ``forms/sources.toml``.
    """

    def __init__(self, texts: Texts, sources: Mapping[str, str], problems: Problems) -> None:
        self._texts = texts
        self._sources = sources
        self._problems = problems

    def document(self, table: Table) -> Document:
        """One paper of ``documents.toml``."""
        prefix = f"document/{table.id()}"
        age = age_of(table)
        note_ages(table, age, OF_PAPERS, self._problems)
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
            role_of(table) or Role.APPLICANT,
            age,
            copies_of(table) or 1,
            table.flag("expires"),
        )

    def one_of(self, table: Table, documents: Mapping[str, Document], services: Mapping[str, object]) -> OneOf:
        """One group of ``one_of.toml``.

        Args:
            services: all ids, those of broken files included.
        """
        members = tuple(paper.id for paper in some_named(PAPER, "documents", documents, table, self._problems))
        if "services" in table:
            all_named(SERVICE, "services", services, table, self._problems)
        optional_in = table.is_list("optional")
        if optional_in:
            all_named(SERVICE, "optional", services, table, self._problems)
        return OneOf(
            table.id(),
            self._texts.make(table, "name", f"one_of/{table.id()}/name"),
            self._texts.make(table, "hint", f"one_of/{table.id()}/hint"),
            members,
            table.words("services", ()),
            not optional_in and table.flag("optional"),
            table.words("optional") if optional_in else (),
        )

    def service_group(self, table: Table, services: Mapping[str, object]) -> ServiceGroup:
        """One group of ``service_groups.toml``.

        Args:
            services: all ids, those of broken files included.
        """
        if "first" in table:
            all_named(SERVICE, "first", services, table, self._problems)
        name = self._texts.make(table, "name", f"group/{table.id()}/name")
        return ServiceGroup(table.id(), name, table.words("first", ()))

    def labels(self, root: Table) -> dict[str, Text]:
        """All short texts of ``labels.toml``, by text id.

        Raises:
            ContentError: one of them is broken; nothing can be read without them.
        """
        sections = {section: root.table(section) for section in root}
        return {
            f"{section}/{key}": self._texts.make(table, key, f"{section}/{key}")
            for section, table in sections.items()
            for key in table
        }

    def fee(self, table: Table, reliefs: Iterable[tuple[Relief, tuple[str, ...]]], book: FactBook) -> Fee:
        """One fee of ``fees.toml`` with the reliefs that name it."""
        fee_id = table.id()
        amounts = self._amounts(table, book)
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

    def relief(self, table: Table, book: FactBook, fees: Mapping[str, object]) -> tuple[Relief, tuple[str, ...]]:
        """One relief of ``fees.toml``, and the ids of the fees it touches.

        Args:
            fees: all ids, those of broken fees included.
        """
        decided_by_office = table.flag("decided_by_office")
        if decided_by_office == ("eur" in table):
            detail = "Eine Ermäßigung hat entweder „eur“ oder „decided_by_office = true“."
            raise ContentError(detail, table.where())
        relief = Relief(
            table.id(),
            table.text("name"),
            checked_rule(table, "when", book, self._problems),
            None if decided_by_office else table.euros("eur"),
            table.text("norm"),
            table.choice("confidence", Confidence),
            table.source(self._sources),
            table.text("note", ""),
            validity_of(table),
        )
        some_named(FEE, "fees", fees, table, self._problems)
        return relief, table.words("fees")

    def office(
        self,
        root: Table,
        office_id: str,
        book: FactBook,
        phrases: Mapping[str, Phrase],
        documents: Mapping[str, Document],
    ) -> Office:
        """One file of ``offices/``."""
        table = root.table("settings")
        settings = {key: table.text(key) for key in table}
        for key, value in settings.items():
            fact = named(FACT, key, book.facts, table.where(key), self._problems)
            if fact.kind is not FactKind.SETTING or value not in {YES, NO}:
                detail = f"„{key} = {value}“ ist falsch; erwartet eine Einstellung mit „yes“ oder „no“."
                raise ContentError(detail, table.where(key))
        name, address, rooms, phone, email, hours, logo = map(root.text, OFFICE_TEXTS)
        return Office(
            office_id,
            name,
            address,
            rooms,
            phone,
            email,
            hours,
            logo,
            self._funding(root.table("funding")),
            MappingProxyType(settings),
            self._counter(root.table("counter"), phrases),
            self._folder_order(root, documents),
            root.choice("land", Land) if root.text("land", "") else None,
            renewal_months_of(root) or USUAL_RENEWAL_MONTHS,
        )

    def _funding(self, table: Table) -> Funding | None:
        funding = Funding(table.text("text"), table.text("logo"))
        if not table.flag("shown"):
            return None
        if not funding.text.strip():
            detail = "Die Förderung soll gezeigt werden, aber „text“ ist leer; erwartet die Zeile aus dem Bescheid."
            raise ContentError(detail, table.where("text"))
        return funding

    def _folder_order(self, root: Table, documents: Mapping[str, Document]) -> tuple[str, ...]:
        """How the office files papers; each stands there once."""
        if "folder_order" not in root:
            return ()
        names = [paper.id for paper in all_named(PAPER, "folder_order", documents, root, self._problems)]
        if twice := next((name for place, name in enumerate(names) if name in names[:place]), ""):
            detail = f"„{twice}“ steht zweimal in der Reihenfolge; erwartet jede Unterlage einmal."
            raise ContentError(detail, root.where("folder_order"))
        return tuple(names)

    def _counter(self, table: Table, phrases: Mapping[str, Phrase]) -> CounterSettings:
        return CounterSettings(
            timedelta(minutes=table.number("veil_after_minutes")),
            timedelta(seconds=table.number("clear_after_seconds")),
            table.flag("save_as_pdf"),
            tuple(phrase.id for phrase in all_named(PHRASE, "favourites", phrases, table, self._problems)),
        )

    def _amounts(self, table: Table, book: FactBook) -> tuple[Amount, ...]:
        """The amounts of a fee, of which on every day the last one always holds."""
        versions = Versions("Der Betrag")
        amounts = []
        for number, entry in enumerate(table.tables("amounts")):
            amounts.append(self._amount(entry, book))
            self._problems.places[f"amount/{table.id()}/{number}"] = entry.where()
            versions.add(entry.text("when"), entry, amounts[-1].validity)
        if gap := first_gap(amounts, lambda amount: amount.validity, _ends_with_always):
            when = "" if gap == "immer" else f" Das fehlt {gap}."
            detail = f"Der letzte Betrag einer Gebühr muss „always“ gelten, damit keine Lücke bleibt.{when}"
            raise ContentError(detail, table.where("amounts"))
        return tuple(amounts)

    def _amount(self, table: Table, book: FactBook) -> Amount:
        when = checked_rule(table, "when", book, self._problems)
        amount = Amount(when, table.euros("eur"), table.text("norm", ""), validity_of(table))
        table.close(self._problems)
        return amount


def _ends_with_always(amounts: Sequence[Amount]) -> bool:
    return bool(amounts) and isinstance(amounts[-1].when, Always)

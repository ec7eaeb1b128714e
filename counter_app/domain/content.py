"""Everything the program shows and prints, as one value that never changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from counter_app.domain.calendar import Calendar, Holiday
from counter_app.domain.checklist import ChecklistMaker
from counter_app.domain.document import Document, MissingReasons, OneOf
from counter_app.domain.errors import unknown
from counter_app.domain.evaluation import Reason
from counter_app.domain.fact import FactBook, FactKind
from counter_app.domain.label import Label, ScreenText
from counter_app.domain.language import GERMAN, Language
from counter_app.domain.office import Office
from counter_app.domain.phrase import Phrase, Situation
from counter_app.domain.process import Process
from counter_app.domain.role import Role
from counter_app.domain.rule import YES
from counter_app.domain.service import Service, ServiceGroup
from counter_app.domain.sheet import SheetDefinition
from counter_app.domain.text import Text, joined
from counter_app.domain.value import Value
from counter_app.domain.watch import Watch

T = TypeVar("T")


@dataclass(frozen=True, repr=False)
class Content:
    """A snapshot of all content; swapped whole, never changed. Printing it names it only: all of it would fill a book.

    Args:
        day: the state of the content, printed on every sheet.
        languages: those we offer: German, and every language that something is translated into.
        known_languages: all that we have fonts for; somebody may come who speaks one that we do not offer.
        values: limits of the year. watches: changes of law that are to come or were not read.
        processes: how matters go on after the counter. holidays: days on which offices are closed.
        labels: short texts by key, e.g. ``label/fee``, ``form/copy``, ``role/employer``, ``trust/draft``.
        texts: every text a customer may see, by key; what translators work on.
    """

    day: date
    languages: Mapping[str, Language]
    known_languages: Mapping[str, Language]
    facts: FactBook
    documents: Mapping[str, Document]
    groups: tuple[OneOf, ...]
    service_groups: Mapping[str, ServiceGroup]
    services: Mapping[str, Service]
    situations: Mapping[str, Situation]
    sheets: Mapping[str, SheetDefinition]
    offices: Mapping[str, Office]
    values: Mapping[str, Value]
    watches: Mapping[str, Watch]
    processes: Mapping[str, Process]
    holidays: tuple[Holiday, ...]
    reasons: MissingReasons
    labels: Mapping[str, Text]
    texts: Mapping[str, Text]

    @property
    def phrases(self) -> Iterator[Phrase]:
        """All phrases, situation by situation."""
        return (phrase for situation in self.situations.values() for phrase in situation.phrases)

    @property
    def german(self) -> Language:
        """The language all others are translated from."""
        return self.languages[GERMAN]

    @cached_property
    def office(self) -> Office:
        """The office that this installation belongs to."""
        return next(iter(self.offices.values()))

    @cached_property
    def checklists(self) -> ChecklistMaker:
        """Makes lists with the settings of the office."""
        return ChecklistMaker(self.facts, self.groups, self.office.settings)

    @cached_property
    def calendar(self) -> Calendar:
        """The days on which the office is closed."""
        return Calendar(self.holidays, self.office.land)

    def matters_of(self, group: ServiceGroup) -> tuple[Service, ...]:
        """The matters of a group, those first that most people come for."""
        order = {service: place for place, service in enumerate(group.first)}
        matters = (service for service in self.services.values() if service.group.id == group.id)
        return tuple(sorted(matters, key=lambda service: order.get(service.id, len(order))))

    def label(self, label: Label) -> Text:
        """A short text that lists and sheets are made of."""
        return self.labels[f"label/{label}"]

    def role(self, role: Role) -> Text:
        """What a part in a matter is called."""
        return self.labels[f"role/{role}"]

    def screen(self, text: ScreenText) -> Text:
        """What the customer's screen says by itself."""
        return self.labels[f"screen/{text}"]

    def reason_text(self, reason: Reason) -> Text:
        """Why something holds, as both sides read it: ``Ich arbeite``, ``Eingeschrieben``, ``Umzug: Nein``."""
        fact = self.facts[reason.fact]
        if fact.kind is FactKind.SETTING:
            return self.label(Label.OFFICE_ASKS)
        if not reason.values:  # none of the answers applies
            return joined(": ", fact.label, self.label(Label.NO))
        values = [fact.value(value) for value in reason.values]
        if not values[0].is_bare:
            return joined(" / ", *(value.tile for value in values))
        return fact.label if reason.values == (YES,) else joined(": ", fact.label, values[0].tile)

    def language(self, tag: str) -> Language:
        """The language with this tag.

        Raises:
            UnknownName: we do not offer it.
        """
        return _found(self.languages, tag, "Sprache")

    def service(self, service_id: str) -> Service:
        """The matter with this id.

        Raises:
            UnknownName: there is none.
        """
        return _found(self.services, service_id, "Anliegen")

    def document(self, document_id: str) -> Document:
        """The paper with this id.

        Raises:
            UnknownName: there is none.
        """
        return _found(self.documents, document_id, "Unterlage")

    def sheet(self, sheet_id: str) -> SheetDefinition:
        """The sheet with this id.

        Raises:
            UnknownName: there is none.
        """
        return _found(self.sheets, sheet_id, "Blatt")


def _found(things: Mapping[str, T], name: str, kind: str) -> T:
    if name not in things:
        raise unknown(kind, name, things)
    return things[name]

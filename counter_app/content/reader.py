"""Makes one immutable snapshot of content, with everything that is wrong in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from counter_app.content.blocks_reader import BlocksReader
from counter_app.content.facts_reader import FactsReader, yes_no_tiles
from counter_app.content.folders import FORMS, PHRASEBOOKS
from counter_app.content.forms_reader import FEE, ONE_OF, PAPER, RELIEF, FormsReader
from counter_app.content.holidays_reader import HOLIDAY, HolidaysReader
from counter_app.content.phrases_reader import ANSWER, PhrasesReader, languages
from counter_app.content.problems import Finding, Noted, Problems
from counter_app.content.processes_reader import PROCESS, ProcessesReader
from counter_app.content.references import by_id
from counter_app.content.services_reader import GROUP, ServicesReader, Shelf
from counter_app.content.sheets_reader import SheetsReader
from counter_app.content.source import Source
from counter_app.content.table import Table
from counter_app.content.texts import Texts
from counter_app.content.validity_reader import Versions
from counter_app.content.values_reader import VALUE, ValuesReader
from counter_app.content.watch_reader import WATCH, WatchReader
from counter_app.domain.content import Content
from counter_app.domain.document import Document, Form, MissingReasons
from counter_app.domain.errors import ContentError, unknown
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import Fee, Relief
from counter_app.domain.label import Label, ScreenText
from counter_app.domain.language import GERMAN, Language
from counter_app.domain.office import Office
from counter_app.domain.phrase import Situation
from counter_app.domain.process import Process
from counter_app.domain.record import Catalogue
from counter_app.domain.role import Role
from counter_app.domain.service import Service, ServiceGroup
from counter_app.domain.sheet import SheetDefinition
from counter_app.domain.text import Text, Trust

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the content as far as it is usable, and what is wrong, in reading order.

    Args:
        is_complete: nothing broken was left out.
        places: file and line of matters, rows and typical cases, e.g. ``service/study``, ``case/study/…``.
        noted: what was seen on the way, for checks that need all of it.
    """

    content: Content
    findings: tuple[Finding, ...]
    is_complete: bool
    places: Mapping[str, str]
    noted: Noted


class ContentReader:
    """Reads files in the order in which they refer to each other, going on after what is broken.

    Args:
        source: where their tables and translations come from.
        problems: where findings are noted; the source may note some, too.

    Raises:
        ContentError: a file without which nothing can be read is missing or broken.
    """

    def __init__(self, source: Source, problems: Problems) -> None:
        self._source = source
        self._problems = problems
        self._roots: dict[str, Table] = {}
        self._known_languages = languages(self._file("phrasebooks/languages.toml"), problems)
        tags = tuple(tag for tag in self._known_languages if tag != GERMAN)
        catalogues = [source.catalogues(folder, tags) for folder in (FORMS, PHRASEBOOKS)]
        self._languages = _offered(self._known_languages, catalogues)
        self._form_texts, self._phrase_texts = (Texts(one, source.complaints, problems) for one in catalogues)
        self._sources = self._read_sources()
        self._forms = FormsReader(self._form_texts, self._sources, problems)

    def read(self) -> Reading:
        """All content.

        Raises:
            ContentError: a file without which nothing can be read is missing or broken.
        """
        labels = self._labels()
        book = FactsReader(self._form_texts, yes_no_tiles(labels), self._problems).read(self._form("facts.toml"))
        documents = self._entries(PAPER, "documents.toml", "document", self._forms.document)
        stems = dict.fromkeys(self._source.stems("forms/services"))
        groups = self._entries(
            ONE_OF, "one_of.toml", "one_of", lambda table: self._forms.one_of(table, documents, stems)
        )
        service_groups = self._entries(
            GROUP, "service_groups.toml", "group", lambda table: self._forms.service_group(table, stems)
        )
        fees = self._fees(book)
        values = self._entries(VALUE, "values.toml", "value", ValuesReader(self._sources, self._problems).value)
        watches = self._entries(WATCH, "watch.toml", "watch", WatchReader(self._sources, stems, self._problems).watch)
        holidays = HolidaysReader(self._sources, self._problems).holiday
        processes = self._processes()
        shelf = Shelf(documents, fees, service_groups, processes, values, watches.values(), book, self._sources)
        services = self._services(shelf)
        self._check_first(service_groups, services)
        situations = self._situations()
        content = Content(
            self._day(),
            MappingProxyType(self._languages),
            MappingProxyType(self._known_languages),
            book,
            MappingProxyType(documents),
            tuple(groups.values()),
            MappingProxyType(service_groups),
            MappingProxyType(services),
            MappingProxyType(situations),
            MappingProxyType(self._sheets(fees)),
            MappingProxyType(self._offices(book, situations, documents)),
            MappingProxyType(values),
            MappingProxyType(watches),
            MappingProxyType(processes),
            tuple(self._entries(HOLIDAY, "holidays.toml", "holiday", holidays).values()),
            _reasons(labels),
            MappingProxyType(labels),
            MappingProxyType({**self._form_texts.made, **self._phrase_texts.made}),
        )
        for root in self._roots.values():
            root.close(self._problems)
        self._check_translations()
        found = self._problems
        return Reading(content, tuple(found.findings), found.is_complete, MappingProxyType(found.places), found.noted)

    def _fees(self, book: FactBook) -> dict[str, Fee]:
        ids = {table.text("id", ""): table for table in self._form("fees.toml").tables("fee")}
        versions = Versions("Die Ermäßigung")

        def relief(table: Table) -> tuple[Relief, tuple[str, ...]]:
            made, fees = self._forms.relief(table, book, ids)
            for fee in fees:
                versions.add((fee, table.text("when"), made.eur is None), table, made.validity)
            return made, fees

        reliefs = self._entries(RELIEF, "fees.toml", "relief", relief).values()
        return self._entries(FEE, "fees.toml", "fee", lambda table: self._forms.fee(table, reliefs, book))

    def _processes(self) -> dict[str, Process]:
        reader = ProcessesReader(self._form_texts, self._sources, self._problems)
        return self._entries(PROCESS, "processes.toml", "process", reader.process)

    def _services(self, shelf: Shelf) -> dict[str, Service]:
        reader = ServicesReader(shelf, self._form_texts, self._problems)
        blocks = BlocksReader(reader.block_rows, self._problems).read(self._form("blocks.toml").tables("block"))
        return self._folder("forms/services", lambda root: reader.service(root, blocks))

    def _check_first(self, groups: Mapping[str, ServiceGroup], services: Mapping[str, Service]) -> None:
        """A matter can only come first in its own group."""
        for group in groups.values():
            for name in group.first:
                if name in services and services[name].group.id != group.id:
                    detail = f"„{name}“ steht in der Gruppe „{services[name].group.id}“; bitte hier aus „first“ nehmen."
                    self._problems.add(self._problems.places[f"{GROUP}/{group.id}"], detail)

    def _situations(self) -> dict[str, Situation]:
        reader = PhrasesReader(self._phrase_texts, self._problems)
        answers = by_id(ANSWER, self._file("phrasebooks/answers.toml").tables("answer"), reader.answer, self._problems)
        found = self._folder("phrasebooks/situations", lambda root: reader.situation(root, answers))
        return dict(sorted(found.items(), key=lambda item: item[1].place))

    def _sheets(self, fees: Mapping[str, Fee]) -> dict[str, SheetDefinition]:
        reader = SheetsReader(self._form_texts, fees, self._sources, self._problems)
        return self._folder("forms/sheets", reader.sheet)

    def _offices(
        self, book: FactBook, situations: Mapping[str, Situation], documents: Mapping[str, Document]
    ) -> dict[str, Office]:
        phrases = {phrase.id: phrase for situation in situations.values() for phrase in situation.phrases}
        found = {}
        for stem in self._source.stems("forms/offices"):
            name = f"forms/offices/{stem}.toml"
            with self._problems.collected(name):
                root = self._source.root(name)
                found[stem] = self._forms.office(root, stem, book, phrases, documents)
                root.close(self._problems)
        if not found and self._problems.is_complete:
            detail = "Es fehlt die Datei mit dem Namen des Amts; erwartet forms/offices/default.toml."
            raise ContentError(detail, "forms/offices")
        if len(found) > 1:
            detail = f"Es gibt {len(found)} Ämter ({', '.join(found)}); erwartet genau eine Datei."
            self._problems.add("forms/offices", detail)
        return found

    def _folder(self, folder: str, make: Callable[[Table], T]) -> dict[str, T]:
        """One thing for each file of a folder; its id is the name of the file."""
        found = {}
        for stem in self._source.stems(folder):
            name = f"{folder}/{stem}.toml"
            with self._problems.collected(name):
                root = self._source.root(name)
                if root.id() != stem:
                    detail = f"Die Kennung „{root.id()}“ passt nicht zum Namen der Datei; erwartet „{stem}“."
                    raise ContentError(detail, root.where("id"))
                found[stem] = make(root)
                root.close(self._problems)
        return found

    def _read_sources(self) -> dict[str, str]:
        root = self._form("sources.toml")
        root.day("law_read_until")
        table = root.table("sources")
        return {key: table.text(key) for key in table}

    def _day(self) -> date:
        root = self._form("content.toml")
        day = root.day("date")
        if day is None:
            detail = "„date“ fehlt; erwartet Datum wie 2026-12-03."
            raise ContentError(detail, root.where())
        return day

    def _labels(self) -> dict[str, Text]:
        root = self._form("labels.toml")
        labels = self._forms.labels(root)
        wanted = [f"label/{label}" for label in Label]
        wanted += [f"screen/{text}" for text in ScreenText]
        wanted += [f"role/{role}" for role in Role]
        wanted += [f"form/{form}" for form in Form if form.is_paper] + [f"trust/{trust}" for trust in Trust]
        wanted += [f"trust_mark/{trust}" for trust in Trust if trust is not Trust.REVIEWED]
        if not any(key.startswith("reason/") for key in labels):
            wanted.append("reason/not_brought")
        for text_id in wanted:
            if text_id not in labels:
                section, _, key = text_id.partition("/")
                detail = f"Der Text „{text_id}“ fehlt; erwartet „{key}“ unter [{section}]."
                raise ContentError(detail, root.table(section).where())
        for text_id in labels:
            section, _, key = text_id.partition("/")
            if section != "reason" and text_id not in wanted:
                self._problems.add(root.table(section).where(key), unknown("Text", text_id, wanted).detail)
        return labels

    def _check_translations(self) -> None:
        for folder, texts in ((FORMS, self._form_texts), (PHRASEBOOKS, self._phrase_texts)):
            german = {key: text.german for key, text in texts.made.items()}
            self._source.check_translations(folder, german)

    def _entries(self, kind: str, name: str, key: str, make: Callable[[Table], T]) -> dict[str, T]:
        """The entries of one file of ``forms/``."""
        return by_id(kind, self._form(name).tables(key), make, self._problems)

    def _form(self, name: str) -> Table:
        return self._file(f"{FORMS}/{name}")

    def _file(self, name: str) -> Table:
        """A file that there is once; read once, and looked through for unknown keys in the end."""
        if name not in self._roots:
            self._roots[name] = self._source.root(name)
        return self._roots[name]


def _offered(known: Mapping[str, Language], catalogues: Iterable[Mapping[str, Catalogue]]) -> dict[str, Language]:
    """German and the languages that something is translated into, in the order of the known ones."""
    translated = {GERMAN}.union(*catalogues)
    return {tag: language for tag, language in known.items() if tag in translated}


def _reasons(labels: Mapping[str, Text]) -> MissingReasons:
    found = {key.removeprefix("reason/"): text for key, text in labels.items() if key.startswith("reason/")}
    return MissingReasons(MappingProxyType(found))

"""Reads the shipped content into one immutable snapshot, with everything that is wrong in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from counter_app.content.facts_reader import FactsReader, yes_no_tiles
from counter_app.content.forms_reader import FormsReader, by_id
from counter_app.content.phrases_reader import PhrasesReader, languages
from counter_app.content.po_file import Translations
from counter_app.content.problems import Finding, Problems
from counter_app.content.services_reader import ServicesReader, Shelf
from counter_app.content.texts import Texts
from counter_app.content.toml_file import Table, TomlFile
from counter_app.domain.content import Content
from counter_app.domain.document import Form, MissingReasons
from counter_app.domain.errors import ContentError, unknown
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import Fee
from counter_app.domain.label import Label
from counter_app.domain.office import Office
from counter_app.domain.phrase import Situation
from counter_app.domain.service import Service
from counter_app.domain.sheet import SheetDefinition
from counter_app.domain.text import Text, Trust

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ContentFolders:
    """Where the content lies."""

    forms: Path
    phrasebooks: Path


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the content as far as it is usable, and what is wrong, in reading order."""

    content: Content
    findings: tuple[Finding, ...]


def load_content(folders: ContentFolders) -> Content:
    """The content of these folders.

    Raises:
        ContentError: anything is wrong; names file and line of the first finding.
    """
    reading = read_content(folders)
    if reading.findings:
        first, *others = reading.findings
        more = f" (und {len(others)} weitere; „content check“ zeigt alle)" if others else ""
        raise ContentError(first.detail + more, first.where)
    return reading.content


def read_content(folders: ContentFolders) -> Reading:
    """Read everything, going on after what is broken.

    Raises:
        ContentError: a file without which nothing can be read is missing or broken.
    """
    return _Loader(folders).read()


class _Loader:
    """Reads the files in the order in which they refer to each other."""

    def __init__(self, folders: ContentFolders) -> None:
        self._folders = folders
        self._problems = Problems()
        self._languages = languages(self._phrasebook("languages.toml"), self._problems)
        tags = tuple(self._languages)
        self._form_translations = Translations.read(folders.forms, "forms", tags, self._problems)
        self._phrase_translations = Translations.read(folders.phrasebooks, "phrasebooks", tags, self._problems)
        self._form_texts = Texts(self._form_translations, self._problems)
        self._phrase_texts = Texts(self._phrase_translations, self._problems)
        self._sources = self._read_sources()
        self._forms = FormsReader(self._form_texts, self._sources)

    def read(self) -> Reading:
        labels = self._forms.labels(self._form("labels.toml"), self._problems)
        self._check_labels(labels)
        book = FactsReader(self._form_texts, yes_no_tiles(labels), self._problems).read(self._form("facts.toml"))
        documents = by_id(self._form("documents.toml").tables("document"), self._forms.document, self._problems)
        groups = by_id(
            self._form("one_of.toml").tables("one_of"),
            lambda table: self._forms.one_of(table, documents),
            self._problems,
        )
        service_groups = by_id(
            self._form("service_groups.toml").tables("group"), self._forms.service_group, self._problems
        )
        shelf = Shelf(documents, self._fees(book), service_groups, book, self._sources)
        services = self._services(shelf)
        self._check_groups(services)
        content = Content(
            self._day(),
            MappingProxyType(self._languages),
            book,
            MappingProxyType(documents),
            tuple(groups.values()),
            MappingProxyType(service_groups),
            MappingProxyType(services),
            MappingProxyType(self._situations()),
            MappingProxyType(self._sheets()),
            MappingProxyType(self._offices(book)),
            _reasons(labels),
            MappingProxyType(labels),
            MappingProxyType({**self._form_texts.made, **self._phrase_texts.made}),
        )
        self._check_translations()
        return Reading(content, tuple(self._problems.findings))

    def _fees(self, book: FactBook) -> dict[str, Fee]:
        root = self._form("fees.toml")
        reliefs = by_id(root.tables("relief"), lambda table: self._forms.relief(table, book), self._problems)
        fees = by_id(root.tables("fee"), lambda table: self._forms.fee(table, reliefs.values(), book), self._problems)
        for table in root.tables("relief"):
            for fee in table.words("fees", ()):
                if fee not in fees:
                    self._problems.add(table.where("fees"), unknown("Gebühr", fee, fees).detail)
        return fees

    def _services(self, shelf: Shelf) -> dict[str, Service]:
        reader = ServicesReader(shelf, self._form_texts, self._problems)
        blocks = by_id(self._form("blocks.toml").tables("block"), reader.block, self._problems)
        return self._folder(self._folders.forms, "services", lambda root: reader.service(root, blocks))

    def _situations(self) -> dict[str, Situation]:
        reader = PhrasesReader(self._phrase_texts, self._problems)
        answers = by_id(self._phrasebook("answers.toml").tables("answer"), reader.answer, self._problems)
        return self._folder(self._folders.phrasebooks, "situations", lambda root: reader.situation(root, answers))

    def _sheets(self) -> dict[str, SheetDefinition]:
        return self._folder(self._folders.forms, "sheets", self._forms.sheet)

    def _offices(self, book: FactBook) -> dict[str, Office]:
        found = {}
        for path in sorted((self._folders.forms / "offices").glob("*.toml")):
            shown_as = f"forms/offices/{path.name}"
            with self._problems.collected(shown_as):
                root = TomlFile(path, shown_as).root
                found[path.stem] = self._forms.office(root, path.stem, book)
                root.close(self._problems)
        return found

    def _folder(self, parent: Path, name: str, make: Callable[[Table], T]) -> dict[str, T]:
        """One thing for each file of a folder; its id is the name of the file."""
        found = {}
        for path in sorted((parent / name).glob("*.toml")):
            shown_as = f"{parent.name}/{name}/{path.name}"
            with self._problems.collected(shown_as):
                root = TomlFile(path, shown_as).root
                if root.id() != path.stem:
                    detail = f"Die Kennung „{root.id()}“ passt nicht zum Namen der Datei; erwartet „{path.stem}“."
                    raise ContentError(detail, root.where("id"))
                found[path.stem] = make(root)
                root.close(self._problems)
        return found

    def _read_sources(self) -> dict[str, str]:
        table = self._form("sources.toml").table("sources")
        return {key: table.text(key) for key in table}

    def _check_groups(self, services: Mapping[str, Service]) -> None:
        for table in self._form("one_of.toml").tables("one_of"):
            for service in table.words("services", ()):
                if service not in services:
                    self._problems.add(table.where("services"), unknown("Anliegen", service, services).detail)

    def _day(self) -> date:
        root = self._form("content.toml")
        day = root.day("date")
        if day is None:
            detail = "„date“ fehlt; erwartet Datum wie 2026-12-03."
            raise ContentError(detail, root.where())
        return day

    def _check_labels(self, labels: Mapping[str, Text]) -> None:
        wanted = [f"label/{label}" for label in Label]
        wanted += [f"form/{form}" for form in Form] + [f"trust/{trust}" for trust in Trust]
        wanted += [f"trust_mark/{trust}" for trust in Trust if trust is not Trust.REVIEWED]
        for key in wanted:
            if key not in labels:
                detail = f"Der Text „{key}“ fehlt."
                raise ContentError(detail, "forms/labels.toml")

    def _check_translations(self) -> None:
        for texts, translations in (
            (self._form_texts, self._form_translations),
            (self._phrase_texts, self._phrase_translations),
        ):
            german = {key: text.german for key, text in texts.made.items()}
            translations.check(german, self._problems)

    def _form(self, name: str) -> Table:
        return TomlFile(self._folders.forms / name, f"forms/{name}").root

    def _phrasebook(self, name: str) -> Table:
        return TomlFile(self._folders.phrasebooks / name, f"phrasebooks/{name}").root


def _reasons(labels: Mapping[str, Text]) -> MissingReasons:
    found = {key.removeprefix("reason/"): text for key, text in labels.items() if key.startswith("reason/")}
    return MissingReasons(MappingProxyType(found))

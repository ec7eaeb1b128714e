"""One run: what there should be, what there is, and what is to be done about it."""

from collections.abc import Callable, Collection, Generator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from counter_app import __version__
from counter_app.app.stock.manifest import Entry, read_manifest, remove_gone, write_manifest
from counter_app.app.stock.tasks import Made, Setup, Task
from counter_app.app.stock.workers import make_here, make_in_processes, process_count
from counter_app.content.from_records import content_of
from counter_app.content.loader import load_records
from counter_app.domain.errors import CounterError
from counter_app.sheets.stock import fingerprint_of_surroundings, whole_library
from counter_app.system.files import FileError, make_folder
from counter_app.system.paths import content_folders, fonts_folder, office_pictures_folder


@dataclass
class Outcome:
    """What a run did, by names of files such as ``ar/full_study.pdf``."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    failed: dict[str, CounterError] = field(default_factory=dict)

    def take(self, made: Made) -> None:
        """Note what became of one sheet."""
        if made.trouble is not None:
            self.failed[made.name] = made.trouble
        else:
            (self.written if made.is_new else self.unchanged).append(made.name)


class LibraryMaking:
    """One run into one folder.

    Args:
        languages: their tags; all that we offer if there is none.
        day: whose rules count.

    Raises:
        ContentError: the content is broken. UnknownName: we do not offer a language.
        SheetError: two sheets would get one name.
    """

    def __init__(self, out: Path, languages: Collection[str], day: date) -> None:
        records = load_records(content_folders())
        content = content_of(records)
        tags = [content.language(tag).tag for tag in languages] or [*content.languages]
        self._out = out
        self._all = whole_library(content)
        self._wanted = [sheet for sheet in self._all if sheet.language in tags]
        fonts, pictures = fonts_folder(), office_pictures_folder()
        surroundings = fingerprint_of_surroundings(__version__, content.office, fonts, pictures)
        self._setup = Setup(records, day, surroundings, fonts, pictures, out)
        self.outcome = Outcome()

    @property
    def total(self) -> int:
        """How many sheets there will be."""
        return len(self._wanted)

    def run(self, jobs: int | None, one_more: Callable[[], None]) -> None:
        """Make what is missing or has changed; what was made stays known, even if the run ends early.

        Args:
            jobs: how many processes; None for one for each core that may be used.
            one_more: called after each sheet.

        Raises:
            FileError: the folder or a file in it cannot be written.
            SheetError: a process ended before its time.
        """
        for folder in {self._out, *((self._out / sheet.name).parent for sheet in self._wanted)}:
            make_folder(folder)
        entries = read_manifest(self._out)
        try:
            self._make(entries, jobs, one_more)
        except BaseException:
            with suppress(FileError):  # the first trouble is the one to tell
                write_manifest(self._out, entries)
            raise
        self.outcome.removed += remove_gone(self._out, entries, (sheet.name for sheet in self._all))
        write_manifest(self._out, entries)

    def _make(self, entries: dict[str, Entry], jobs: int | None, one_more: Callable[[], None]) -> None:
        tasks = [Task(sheet, entries.get(sheet.name)) for sheet in self._wanted]
        with closing(self._results(tasks, process_count(jobs, len(tasks)))) as results:
            for made in results:
                if made.entry is not None:
                    entries[made.name] = made.entry
                self.outcome.take(made)
                one_more()

    def _results(self, tasks: list[Task], jobs: int) -> Generator[Made, None, None]:
        return make_here(self._setup, tasks) if jobs <= 1 else make_in_processes(self._setup, tasks, jobs)

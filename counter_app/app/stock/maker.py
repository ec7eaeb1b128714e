"""Makes single sheets of the library, each only if it changed; the same in this process and in others."""

from counter_app.app.stock.manifest import Entry, fingerprint_of_file
from counter_app.app.stock.tasks import Made, Setup, Task
from counter_app.content.from_records import content_of
from counter_app.domain.errors import CounterError
from counter_app.sheets.stock_printer import LibraryPrinter, fingerprint
from counter_app.system.files import write_whole


class Maker:
    """Makes sheets one after the other."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._printer = LibraryPrinter(content_of(setup.records), setup.day, setup.fonts, setup.pictures)

    def make(self, task: Task) -> Made:
        """Write the sheet, unless it is there as it should be.

        Raises:
            FileError: it cannot be written.
        """
        name, known = task.sheet.name, task.known
        path = self._setup.out / name
        try:
            composed = self._printer.compose(task.sheet)
            made_from = fingerprint(composed, self._setup.surroundings)
            if known is not None and known.made_from == made_from and known.is_whole(path):
                return Made(name, known)
            pdf = self._printer.pdf(composed)
        except CounterError as error:
            return Made(name, None, trouble=error)
        write_whole(path, pdf, outlives_power=False)  # a damaged one does not fit its entry and is made again
        return Made(name, Entry(made_from, fingerprint_of_file(pdf)), is_new=True)

"""Start-up of the windows: builds all that lives as long as the program, and closes it in order."""

import logging
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from counter_app.app.crash_reporter import CrashReporter
from counter_app.app.log import Log
from counter_app.app.opening import Opened, open_content
from counter_app.app.sheet_maker import LazySheetMaker
from counter_app.app.single_instance import ALREADY_OPEN, SingleInstance
from counter_app.app.translation import translate
from counter_app.domain.errors import CounterError
from counter_app.system import paths
from counter_app.system.settings import Settings
from counter_app.ui.front_desk import FrontDesk
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.preview.printing import InstalledPrinters, Printers
from counter_app.ui.screens import ScreenWatch
from counter_app.ui.shared.jobs import Jobs
from counter_app.ui.shared.theme import Theme
from counter_app.ui.sheet_desk import SheetDesk
from counter_app.ui.start_window import StartWindow

if TYPE_CHECKING:
    from counter_app.store.library import Library

log = logging.getLogger(__name__)

BROKEN_CONTENT = 2
"""Exit code when there is nothing to work with."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program meets outside itself; tests put their own in."""

    printers: Printers
    today: Callable[[], date]
    clock: Callable[[], float]


def usual_outside() -> Outside:
    """The machine's printers, its calendar and its clock."""
    return Outside(InstalledPrinters(), date.today, monotonic)  # the office's own calendar


class Counter(QObject):
    """The running program: opens the content off the GUI thread, then the windows.

    Args:
        data: the folder of all data of this user.
    """

    def __init__(self, application: QApplication, data: Path, outside: Outside) -> None:
        super().__init__()
        self._application = application
        self._data = data
        self._outside = outside
        self._library: Library | None = None
        self.broken: CounterError | None = None
        self.front_desk: FrontDesk | None = None
        self.settings = Settings(paths.settings_file(data))
        translate(application, self.settings.values.language)
        Theme(application, self.settings).apply()
        self._start_window = StartWindow()
        self._store_jobs, self._sheet_jobs, self._pdf_jobs = (Jobs(1, self) for _ in range(3))

    def open(self) -> None:
        """Read the content, then open the windows; a note tells when that takes longer than usual."""
        self._start_window.show_soon()
        data = self._data
        self._store_jobs.run(
            lambda _job: open_content(paths.content_folders(), data), done=self._on_opened, failed=self._on_broken
        )

    def close(self) -> None:
        """Forget the visit, close the windows, end all work, let go of the store."""
        self._start_window.close()
        if self.front_desk is not None:
            self.front_desk.close()
        self._sheet_jobs.shutdown()
        self._pdf_jobs.shutdown()
        self._store_jobs.shutdown(last=self._close_library)

    def show_crash(self) -> None:
        """Something failed that nobody expected: say so, and go on."""
        if self.front_desk is not None:
            self.front_desk.tell_crash()

    def come_forward(self) -> None:
        """The program was started once more."""
        if self.front_desk is not None:
            self.front_desk.come_forward()

    def _close_library(self) -> None:
        """Runs in the thread that opened it."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def _on_opened(self, opened: Opened) -> None:
        self._library = opened.library
        content, outside = opened.content, self._outside
        maker = LazySheetMaker(content)
        preview = PreviewWindow(self._pdf_jobs, outside.printers, may_save=content.office.counter.may_save_pdf)
        sheets = SheetDesk(preview, self._sheet_jobs, maker.pdf, self)
        screens = ScreenWatch(self._application, self.settings, self)
        self.front_desk = FrontDesk(content, screens, sheets, outside.today, outside.clock, maker.forget)
        self.front_desk.counter.closed.connect(self._application.quit)
        self._start_window.close()
        self.front_desk.start()
        if opened.trouble is not None:
            log.warning("the content was opened with trouble: %s", opened.trouble.code)
            self.front_desk.tell(opened.trouble)

    def _on_broken(self, error: CounterError) -> None:
        """Nothing can be shown: say why, and end when the clerk has read it."""
        self.broken = error
        self._start_window.show_trouble(error)


def run(data: Path | None) -> int:
    """Open the counter and stay until its window is closed; gives back the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName(paths.APP_NAME)
    application.setApplicationDisplayName(paths.APP_NAME)
    folder = paths.data_folder(data)
    with ExitStack() as closing:
        instance = SingleInstance(paths.instance_folder(folder))
        closing.callback(instance.close)
        if not instance.is_first:
            instance.wake_first()
            print(ALREADY_OPEN, file=sys.stderr)  # noqa: T201 - said politely, where the second start came from
            return 0
        reporter = _reporting(folder, closing)
        counter = Counter(application, folder, usual_outside())
        closing.callback(counter.close)
        reporter.crashed.connect(counter.show_crash)
        instance.woken.connect(counter.come_forward)
        QTimer.singleShot(0, counter.open)
        application.exec()
        if counter.broken is None:
            return 0
        print(counter.broken, file=sys.stderr)  # noqa: T201 - started from a terminal, the words belong there
        return BROKEN_CONTENT


def _reporting(folder: Path, closing: ExitStack) -> CrashReporter:
    written = Log(paths.log_folder(folder))
    written.start()
    closing.callback(written.close)
    reporter = CrashReporter(paths.log_folder(folder))
    reporter.install()
    closing.callback(reporter.uninstall)
    return reporter

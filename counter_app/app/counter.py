"""Start-up of the windows: builds all that lives as long as the program, and closes it in order."""

import gc
import logging
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from counter_app.app.opening import Opened, OpenedStore, open_store, read_content
from counter_app.app.outside import Outside
from counter_app.app.single_instance import ALREADY_OPEN, SingleInstance
from counter_app.app.translation import translate
from counter_app.domain.errors import CounterError
from counter_app.system import paths
from counter_app.system.discreet_log import Known
from counter_app.system.screen import need_screen
from counter_app.system.settings import Preferences, Settings
from counter_app.ui.shared.jobs import Jobs
from counter_app.ui.shared.theme import Theme
from counter_app.ui.start_window import StartWindow

if TYPE_CHECKING:
    from counter_app.app.outside import Outside
    from counter_app.store.content_store import ContentStore
    from counter_app.ui.front_desk import FrontDesk

log = logging.getLogger(__name__)

BROKEN_CONTENT = 2
"""Exit code when there is nothing to work with."""


class Counter(QObject):
    """The running program. First the search for matters can be used, then all else is read and built.

    Args:
        data: the folder of all data of this user.
        outside: what stands in for the machine's own printers, calendar and clock.

    Signals:
        first_shown: there is something to see, or to read why there is not.
    """

    first_shown = Signal()

    def __init__(self, application: QApplication, data: Path, outside: "Outside | None" = None) -> None:
        super().__init__()
        self._application = application
        self._data = data
        self._outside = outside
        self._store: ContentStore | None = None
        self.broken: CounterError | None = None
        self.front_desk: FrontDesk | None = None
        self.settings = Settings(paths.settings_file(data))
        translate(application, self.settings.values.language)
        Theme(application, self.settings).apply()
        self.start_window = StartWindow()
        self._store_jobs, self._sheet_jobs, self._pdf_jobs = (Jobs(1, self) for _ in range(3))

    def open(self) -> None:
        """Open the store, and with it the search; a note tells when that takes longer than usual."""
        self.start_window.show_soon()
        data = self._data
        self._store_jobs.run(
            lambda _job: open_store(paths.content_folders(), data), done=self._on_store, failed=self._on_broken
        )

    def close(self) -> None:
        """Forget the visit, close the windows, end all work, let go of the store."""
        self.start_window.give_way()
        if self.front_desk is not None:
            self.front_desk.close()
        self._sheet_jobs.shutdown(last=self._forget_sheets)
        self._pdf_jobs.shutdown()
        self._store_jobs.shutdown(last=self._close_store)

    def show_crash(self) -> None:
        """Something failed that nobody expected: say so, and go on."""
        if self.front_desk is not None:
            self.front_desk.tell_crash()

    def come_forward(self) -> None:
        """The program was started once more."""
        if self.front_desk is not None:
            self.front_desk.come_forward()
        else:
            self.start_window.activateWindow()

    def _forget_sheets(self) -> None:
        """Runs in the sheets' thread: what was queued there is dropped, and with it what the visit's end asked for."""
        if self.front_desk is not None:
            self.front_desk.sheets.forget_texts()

    def _close_store(self) -> None:
        """Runs in the thread that opened it."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _on_store(self, first: OpenedStore) -> None:
        self._store = first.store
        if not first.cards:
            self._read(first)
            return
        self.start_window.painted.connect(lambda: self._read(first))
        self.start_window.show_cards(first.cards)

    def _read(self, first: OpenedStore) -> None:
        """Read everything, and load what the windows are made of, while the search can be used."""
        self.first_shown.emit()

        def work(_job: object) -> Opened:
            from counter_app.app import windows  # noqa: F401, PLC0415 - in this thread, so that typing goes on

            return read_content(paths.content_folders(), first)

        self._store_jobs.run(work, done=self._on_opened, failed=self._on_broken)

    def _on_opened(self, opened: Opened) -> None:
        from counter_app.app.windows import build_front_desk, usual_outside  # noqa: PLC0415 - loaded by now

        self._store = opened.store
        outside = self._outside or usual_outside()
        self.front_desk = build_front_desk(
            self._application, self.settings, opened.content, outside, self._sheet_jobs, self._pdf_jobs
        )
        self.front_desk.counter.closed.connect(self._application.quit)
        self.front_desk.counter.settings_wanted.connect(self._show_settings)
        self.front_desk.start(self.start_window.typed, self.start_window.chosen)
        self.start_window.give_way()
        if opened.trouble is not None:
            log.warning("the content was opened with trouble: %s", Known(opened.trouble.code))
            self.front_desk.tell(opened.trouble)

    def _show_settings(self) -> None:
        from counter_app.app.windows import SettingsDialog  # noqa: PLC0415 - loaded by now

        if self.front_desk is not None:
            screens = [screen.name() for screen in self._application.screens()]
            dialog = SettingsDialog(self.settings.values, screens, self.front_desk.counter)
            dialog.chosen.connect(self._keep_settings)
            dialog.open()

    def _keep_settings(self, values: Preferences) -> None:
        try:
            self.settings.keep(values)
        except CounterError as error:
            if self.front_desk is not None:
                self.front_desk.tell(error)

    def _on_broken(self, error: CounterError) -> None:
        """Nothing can be shown: say why, and end when the clerk has read it."""
        self.broken = error
        self.first_shown.emit()
        self.start_window.show_trouble(error)


def run(data: Path | None) -> int:
    """Open the counter and stay until its window is closed; gives back the exit code.

    Raises:
        NoScreen: there is nothing to show windows on. FileError: there is no folder for data.
    """
    need_screen()
    application = QApplication(sys.argv[:1])
    application.setApplicationName(paths.APP_NAME)
    application.setApplicationDisplayName(paths.APP_NAME)
    folder = paths.data_folder(data)
    with ExitStack() as reporting, ExitStack() as closing:
        instance = SingleInstance(paths.instance_folder(folder))
        closing.callback(instance.close)
        if not instance.is_first:
            instance.wake_first()
            print(ALREADY_OPEN, file=sys.stderr)  # noqa: T201 - said politely, where the second start came from
            return 0
        counter = Counter(application, folder)
        closing.callback(counter.close)
        counter.first_shown.connect(lambda: _report(folder, counter, reporting))
        instance.woken.connect(counter.come_forward)
        QTimer.singleShot(0, counter.open)
        application.exec()
        if counter.broken is None:
            return 0
        print(counter.broken, file=sys.stderr)  # noqa: T201 - started from a terminal, the words belong there
        return BROKEN_CONTENT


def _report(folder: Path, counter: Counter, closing: ExitStack) -> None:
    """From now on log, and take every error that nobody catches."""
    gc.enable()
    # Loaded late: one can type before these are there.
    from counter_app.app.crash_reporter import CrashReporter  # noqa: PLC0415
    from counter_app.app.log import Log  # noqa: PLC0415

    written = Log(paths.log_folder(folder))
    written.start()
    closing.callback(written.close)
    reporter = CrashReporter(paths.log_folder(folder))
    reporter.install()
    closing.callback(reporter.uninstall)
    reporter.crashed.connect(counter.show_crash)

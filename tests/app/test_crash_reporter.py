"""Whatever fails, wherever: logged without a private word, shown once, survived."""

import faulthandler
import gc
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QRunnable,
    QThread,
    QThreadPool,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qWarning,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.app.crash_reporter import MOST_SHOWN, Crash, CrashReporter
from counter_app.app.log import Log

ROOT = Path(__file__).resolve().parents[2]
PRIVATE = "Maryam Muster"


class Shown:
    """What the main window would show."""

    def __init__(self, reporter: CrashReporter) -> None:
        self.crashes: list[Crash] = []
        self.threads: set[bool] = set()
        reporter.crashed.connect(self.add)

    def add(self, crash: Crash) -> None:
        self.crashes.append(crash)
        self.threads.add(QThread.isMainThread())

    @property
    def kinds(self) -> list[str]:
        return [crash.kind for crash in self.crashes]


class Button(QObject):
    """Something that can be clicked and then fails."""

    clicked = Signal()

    @Slot()
    def fail(self) -> None:
        raise ValueError(PRIVATE)


class FailingWork(QRunnable):
    """Work for the pool."""

    def run(self) -> None:
        raise KeyError(PRIVATE)


class FailsAtTheEnd:
    """An object whose clearing away fails."""

    def __del__(self) -> None:
        raise OSError(PRIVATE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the log lies."""
    return tmp_path / "log"


@pytest.fixture
def log(folder: Path) -> Iterator[Log]:
    """The real log."""
    log = Log(folder)
    log.start()
    yield log
    log.close()


@pytest.fixture
def reporter(qapp: QApplication, log: Log) -> Iterator[CrashReporter]:
    """The reporter at work; afterwards everything is as before."""
    reporter = CrashReporter(log.folder, qapp)
    reporter.install()
    yield reporter
    reporter.uninstall()
    reporter.deleteLater()


@pytest.fixture
def shown(reporter: CrashReporter) -> Shown:
    """What the clerk would see."""
    return Shown(reporter)


def logged(folder: Path) -> str:
    return (folder / "counter.log").read_text(encoding="utf-8")


def test_an_error_in_a_slot_is_shown_with_its_place(shown: Shown, qtbot: QtBot, folder: Path) -> None:
    button = Button()
    button.clicked.connect(button.fail)
    button.clicked.emit()
    assert shown.crashes == []  # nobody is told in the middle of what failed
    qtbot.waitUntil(lambda: bool(shown.crashes))
    (crash,) = shown.crashes
    assert crash.kind == "ValueError"
    assert crash.place.startswith("test_crash_reporter.py:")
    assert crash.place.endswith(" in fail")
    assert "unexpected ValueError" in logged(folder)
    assert crash.place in logged(folder)


def test_nothing_private_is_logged_or_shown(
    shown: Shown, qtbot: QtBot, log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    log.close()
    log.start()  # once more: pytest has a new terminal by now
    button = Button()
    button.clicked.connect(button.fail)
    button.clicked.emit()
    qWarning(f'cannot read "{PRIVATE}"')
    qtbot.waitUntil(lambda: bool(shown.crashes))
    said = capsys.readouterr()
    assert "ValueError" in said.err
    for text in (said.out, said.err, logged(log.folder), repr(shown.crashes)):
        assert "Maryam" not in text
    assert "cannot read" in logged(log.folder)


def test_an_error_in_a_thread_is_shown_on_the_gui_thread(shown: Shown, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ZeroDivisionError(PRIVATE)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert shown.crashes == []
    qtbot.waitUntil(lambda: bool(shown.crashes))
    assert (shown.kinds, shown.threads) == (["ZeroDivisionError"], {True})


def test_an_error_in_the_pool_is_shown_on_the_gui_thread(shown: Shown, qtbot: QtBot) -> None:
    pool = QThreadPool()
    pool.start(FailingWork())
    assert pool.waitForDone(5000)
    qtbot.waitUntil(lambda: bool(shown.crashes))
    assert (shown.kinds, shown.threads) == (["KeyError"], {True})


def test_an_error_while_clearing_away_is_shown(shown: Shown, qtbot: QtBot) -> None:
    thing = FailsAtTheEnd()
    del thing
    gc.collect()
    qtbot.waitUntil(lambda: bool(shown.crashes))
    assert shown.kinds == ["OSError"]


def test_a_thread_that_ends_itself_is_no_crash(shown: Shown, qtbot: QtBot) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    qtbot.wait(20)
    assert shown.crashes == []


def test_the_same_place_is_shown_once_and_logged_ever_more_seldom(shown: Shown, qtbot: QtBot, folder: Path) -> None:
    button = Button()
    button.clicked.connect(button.fail)
    for _ in range(100):
        button.clicked.emit()
    qtbot.waitUntil(lambda: bool(shown.crashes))
    qtbot.wait(20)
    assert len(shown.crashes) == 1
    errors = [line for line in logged(folder).splitlines() if " ERROR " in line]
    assert len(errors) == 7  # the 1st, 2nd, 4th … 64th time
    assert "the same error for the 64. time: ValueError at test_crash_reporter.py:" in errors[-1]


def test_an_error_in_what_shows_it_does_not_loop(reporter: CrashReporter, qtbot: QtBot, folder: Path) -> None:
    calls: list[Crash] = []

    def fail_too(crash: Crash) -> None:
        calls.append(crash)
        raise RuntimeError(PRIVATE)

    reporter.crashed.connect(fail_too)
    reporter.report(ValueError())
    qtbot.waitUntil(lambda: len(calls) > 1)
    qtbot.wait(50)
    assert [crash.kind for crash in calls] == ["ValueError", "RuntimeError"]
    assert "unexpected RuntimeError" in logged(folder)


def test_a_listener_that_fails_elsewhere_each_time_ends_too(reporter: CrashReporter, qtbot: QtBot) -> None:
    calls: list[Crash] = []

    def fail_anew(crash: Crash) -> None:
        calls.append(crash)
        exec(compile("\n" * len(calls) + "raise ValueError", "elsewhere.py", "exec"))  # noqa: S102 - a place of its own

    reporter.crashed.connect(fail_anew)
    reporter.report(KeyError())
    qtbot.waitUntil(lambda: len(calls) == MOST_SHOWN)
    qtbot.wait(50)
    assert len(calls) == MOST_SHOWN


def test_a_log_that_fails_stops_nothing(
    shown: Shown, reporter: CrashReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(logging.Logger, "handle", fail)
        reporter.report(ValueError())
    assert shown.crashes == []
    reporter.report(KeyError())
    qtbot.waitUntil(lambda: bool(shown.crashes))
    assert shown.kinds == ["KeyError"]


def test_a_qt_warning_is_logged_under_its_category_and_not_shown(shown: Shown, qtbot: QtBot, folder: Path) -> None:
    qWarning("plain words 1.5")
    qtbot.wait(20)
    assert "WARNING counter_app.qt: default: plain words 1.5" in logged(folder)
    assert shown.crashes == []


def test_a_qt_warning_that_comes_again_and_again_does_not_flood_the_log(reporter: CrashReporter, folder: Path) -> None:
    for _ in range(1000):
        qWarning("once more")
    lines = [line for line in logged(folder).splitlines() if "once more" in line]
    assert len(lines) == 10
    assert lines[-1].endswith("once more (for the 512. time)")
    assert reporter is not None


def test_what_was_there_before_comes_back(qapp: QApplication, folder: Path) -> None:
    seen: list[str | None] = []

    def own_handler(_: QtMsgType, __: QMessageLogContext, message: str | None) -> None:
        seen.append(message)

    previous = qInstallMessageHandler(own_handler)
    try:
        before = sys.excepthook, threading.excepthook, sys.unraisablehook, faulthandler.is_enabled()
        reporter = CrashReporter(folder, qapp)
        reporter.install()
        reporter.install()
        assert sys.excepthook != before[0]
        reporter.uninstall()
        reporter.uninstall()
        assert (sys.excepthook, threading.excepthook, sys.unraisablehook, faulthandler.is_enabled()) == before
        qWarning("back")
        assert seen == ["back"]
        reporter.deleteLater()
    finally:
        qInstallMessageHandler(previous)


def test_ctrl_c_in_the_terminal_stays_what_it_is(
    shown: Shown, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(20)
    assert shown.crashes == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


HARD_CRASH = """
import faulthandler, sys
from pathlib import Path
from counter_app.app.crash_reporter import CrashReporter
reporter = CrashReporter(Path(sys.argv[1]))
reporter.install()
def crash_hard(name):
    faulthandler._sigsegv()
crash_hard("Maryam Muster")
"""


def test_a_hard_crash_leaves_its_places(folder: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", HARD_CRASH, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == -signal.SIGSEGV
    notes = (folder / "hard_crash.txt").read_text(encoding="utf-8")
    assert "in crash_hard" in notes
    assert "Maryam" not in notes

"""What nobody expected: logged, shown once, survived."""

import faulthandler
import logging
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from counter_app.system.discreet_log import OUR_PACKAGE, Known, name_of, place_of

FAULTS_FILE = "hard_crash.txt"
LARGEST_FAULTS_BYTES = 100_000
MOST_SHOWN = 20
LONGEST_QT_MESSAGE = 300

log = logging.getLogger(__name__)
qt_log = logging.getLogger(f"{OUR_PACKAGE}.qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# What Qt quotes comes from us, and what is not ASCII is no word of Qt's own: both could be something typed.
_NOT_QTS_OWN = re.compile(r"""(["'`])(?:(?!\1).)*\1?|[^ -~]+""")

_ErrorParts = tuple[type[BaseException], BaseException | None, TracebackType | None]
_QtHandler = Callable[[QtMsgType, QMessageLogContext, str], object]


@dataclass(frozen=True, slots=True)
class Crash:
    """One unexpected failure.

    Args:
        kind: the error's type, e.g. ``KeyError``.
        place: the innermost place in our code, e.g. ``counter_app/ui/page.py:41 in _on_click``.
    """

    kind: str
    place: str


class CrashReporter(QObject):
    """Takes every error that nobody caught, wherever it comes from, and lets the counter go on.

    Everything goes to the log; a place that fails again and again is logged ever more seldom.

    Args:
        folder: where the notes of hard crashes go; the log's folder.

    Signals:
        crashed: a `Crash` at a place that has not failed before; on the thread that made the reporter.
    """

    crashed = Signal(object)  # Crash
    _arrived = Signal(object)  # Crash, from any thread

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._counts: Counter[object] = Counter()
        self._lock = threading.RLock()
        self._faults: TextIO | None = None
        self._before: tuple[object, object, object] | None = None
        self._qt_before: _QtHandler | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from now on."""
        if self._before is not None:
            return
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(self._on_qt_message)
        self._note_hard_crashes()

    def uninstall(self) -> None:
        """Put back what was there before."""
        if self._before is None:
            return
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before  # type: ignore[assignment]
        self._before = None
        qInstallMessageHandler(self._qt_before)
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def report(self, error: BaseException) -> None:
        """Log an error and show its place, unless it was shown before; never raises."""
        self._take((type(error), error, error.__traceback__))

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._take((kind, error, trace))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if not issubclass(arguments.exc_type, SystemExit):
            self._take((arguments.exc_type, arguments.exc_value, arguments.exc_traceback))

    def _on_unraisable(self, arguments: "sys.UnraisableHookArgs") -> None:
        self._take((arguments.exc_type, arguments.exc_value, arguments.exc_traceback))

    def _take(self, parts: _ErrorParts) -> None:
        with suppress(Exception):  # nothing that goes wrong in here may come back in here
            crash = Crash(name_of(parts[0]), _place(parts[2]))
            times = self._count(crash)
            if times == 1:
                log.error("unexpected %s", Known(crash.kind), exc_info=(parts[0], parts[1] or Exception(), parts[2]))
                self._arrived.emit(crash)
            elif _is_worth_a_line(times):
                log.error("the same error for the %d. time: %s at %s", times, Known(crash.kind), Known(crash.place))

    def _count(self, what: object) -> int:
        with self._lock:
            self._counts[what] += 1
            return self._counts[what]

    @Slot(object)
    def _on_arrived(self, crash: Crash) -> None:
        if self._count("shown") <= MOST_SHOWN:  # a listener may itself fail, each time elsewhere
            self.crashed.emit(crash)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        with suppress(Exception):
            text = Known(_NOT_QTS_OWN.sub("…", message or "")[:LONGEST_QT_MESSAGE])
            times = self._count((context.category, text))
            if _is_worth_a_line(times):
                line = "%s: %s" if times == 1 else "%s: %s (for the %d. time)"
                details = () if times == 1 else (times,)
                qt_log.log(_LEVELS[kind], line, Known(context.category or "default"), text, *details)

    def _note_hard_crashes(self) -> None:
        if faulthandler.is_enabled():  # whoever started this Python wants to see them elsewhere
            return
        file = self._folder / FAULTS_FILE
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            size = file.stat().st_size if file.exists() else 0
            if size:
                log.info("notes of earlier hard crashes: %d bytes", size)
            self._faults = file.open("w" if size > LARGEST_FAULTS_BYTES else "a", encoding="utf-8")
            faulthandler.enable(self._faults)


def _place(trace: TracebackType | None) -> str:
    places = [place_of(frame) for frame in extract_tb(trace)] or ["?"]
    ours = [place for place in places if place.startswith(f"{OUR_PACKAGE}/")]
    return (ours or places)[-1]


def _is_worth_a_line(times: int) -> bool:
    return times.bit_count() == 1  # 1, 2, 4, 8 …

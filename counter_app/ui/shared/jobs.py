"""Work off the GUI thread: a page asks, a pool thread works, the answer arrives on the GUI thread."""

import sys
from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from counter_app.domain.errors import CounterError

Answer = TypeVar("Answer")


class UnexpectedError(CounterError):
    """Our own mistake, told to the page as well, so that it does not wait for ever."""

    code = "unexpected"


class Progress(Protocol):
    """What long work needs of its `Job`."""

    @property
    def is_cancelled(self) -> bool:
        """Does nobody want the answer any more?"""

    def report(self, step: int, steps: int) -> None:
        """Tell how far the work is."""


class Job(QObject):
    """One piece of work on its way; made by `Jobs.run` only.

    The page keeps it to cancel it. The work gets it to ask `is_cancelled` and to `report` how far it is.
    Both may touch it even when the answer was given long ago.

    Signals:
        done: the answer, whatever the work gave back.
        failed: the `CounterError` that stopped it.
        progressed: steps taken, steps in all.
        closed: the job itself: nothing comes any more, cancelled or not.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    closed = Signal(object)
    _worked = Signal()  # from the pool thread; carries nothing, so that Qt's event queue never holds an answer
    _reported = Signal(int, int)

    def __init__(self, work: Callable[["Job"], object], parent: QObject) -> None:
        super().__init__(parent)  # owned on the C++ side: a last reference may be dropped in the pool thread
        self._work: Callable[[Job], object] | None = work
        self._answer: object = None
        self._error: BaseException | None = None
        self._cancelled = False
        self._worked.connect(self.deliver)
        self._reported.connect(self._on_reported)

    @property
    def is_cancelled(self) -> bool:
        """Does nobody want the answer any more? Long work asks this at natural stops and then just returns."""
        return self._cancelled

    def cancel(self) -> None:
        """From now on nothing is delivered, and what the job held is let go; fine at any time, twice too."""
        self._cancelled = True
        self._work = self._answer = None

    def report(self, step: int, steps: int) -> None:
        """Tell the page how far the work is; called by the work, in the pool thread."""
        self._reported.emit(step, steps)

    def work_off(self) -> None:
        """Do the work; the pool calls this in its own thread."""
        try:
            work = self._work
            if work is not None and not self._cancelled:
                self._answer = work(self)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it must reach the GUI thread
            self._error = error
        work = None
        self._worked.emit()

    def deliver(self) -> None:
        """Hand the answer or the error over, on the GUI thread; a late answer to an old question is dropped."""
        answer, error = self._answer, self._error
        self._work = self._answer = self._error = None
        try:
            if error is not None:
                self._deliver_error(error)
            elif not self._cancelled:
                self.done.emit(answer)
        finally:
            self.closed.emit(self)

    def _deliver_error(self, error: BaseException) -> None:
        if not isinstance(error, CounterError):
            sys.excepthook(type(error), error, error.__traceback__)
            error = UnexpectedError(
                self.tr("Das hat nicht geklappt: ein Fehler im Programm. Bitte versuchen Sie es noch einmal.")
            )
        if not self._cancelled:
            self.failed.emit(error)

    def _on_reported(self, step: int, steps: int) -> None:
        if not self._cancelled:
            self.progressed.emit(step, steps)


class Jobs(QObject):
    """A queue of work for a fixed number of threads that live as long as this object.

    Args:
        threads: with 1 all work runs in one and the same thread, in the order it was given;
            what belongs to a thread (the store's connection, PDFium) lives there.
        parent: owns it; `shutdown` comes first all the same.
    """

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(-1)  # a thread that went away would take its connection along
        self._open: set[Job] = set()
        self._is_shut_down = False

    @property
    def is_busy(self) -> bool:
        """Is there work that has not been closed yet?"""
        return bool(self._open)

    def run(
        self,
        work: Callable[[Job], Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[CounterError], None],
        progressed: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Queue a piece of work; the answer comes later, on the GUI thread, never before this returns.

        After `shutdown` the job is cancelled at once.

        Args:
            work: runs in a pool thread; takes and gives frozen data, never a widget or a model.
            done: gets the answer. A method of the page, like the next two: once the page is deleted it is not called.
            failed: gets the trouble. A mistake of ours goes to ``sys.excepthook`` first, then comes as
                `UnexpectedError`.
            progressed: gets what the work reports.
        """
        job = Job(work, self)
        if self._is_shut_down:
            job.cancel()
            job.deleteLater()
            return job
        job.done.connect(done)  # connect first: a fast job must not answer nobody
        job.failed.connect(failed)
        if progressed is not None:
            job.progressed.connect(progressed)
        job.closed.connect(self._on_closed)
        self._open.add(job)
        self._pool.start(job.work_off)
        return job

    def cancel_all(self) -> None:
        """Nobody wants any of the answers any more."""
        for job in self._open:
            job.cancel()

    def shutdown(self, last: Callable[[], None] | None = None) -> None:
        """Drop what is queued, wait for what runs, take nothing new; fine twice.

        Args:
            last: done in a thread of the queue after all else; with one thread, what belongs to it is closed there.
        """
        self._is_shut_down = True
        self.cancel_all()  # queued jobs run through empty; clearing the pool would leak what it holds
        if last is not None:
            self._pool.start(last)
        self._pool.waitForDone()
        for job in tuple(self._open):
            job.deliver()

    def _on_closed(self, job: Job) -> None:
        self._open.discard(job)
        job.deleteLater()

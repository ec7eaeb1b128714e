"""Makes sheets in several processes at once."""

import os
import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from counter_app.app.stock.serving import new_maker, seldom_collected
from counter_app.app.stock.shares import Shares
from counter_app.app.stock.starting import way_to_start
from counter_app.app.stock.tasks import Made, Setup, Task
from counter_app.domain.errors import SheetError
from counter_app.system.files import FileError

LONGEST_SHEET_S = 10.0
"""A worker that is told to stop ends after the sheet at hand; one that takes longer has lost its way."""

MOST_PROCESSES = 60
"""Windows waits for 63 things at once, and Python wants some for itself."""


def process_count(wanted: int | None, tasks: int) -> int:
    """How many processes to start: never more than there are sheets to make, or than one can wait for.

    Args:
        wanted: None for one for each core that this process may use.
    """
    return min(wanted or _cores(), tasks, MOST_PROCESSES)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # a container or the scheduler may allow fewer than there are
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_here(setup: Setup, tasks: Sequence[Task]) -> Generator[Made, None, None]:
    """Make the sheets in this process.

    Raises:
        FileError: a sheet cannot be written.
    """
    maker = new_maker(setup)
    with seldom_collected():
        yield from map(maker.make, tasks)


def make_in_processes(setup: Setup, tasks: Sequence[Task], count: int) -> Generator[Made, None, None]:
    """Make the sheets in as many processes; all have ended when this ends, however it does.

    Raises:
        FileError: a sheet cannot be written.
        SheetError: a process ended before its time.
    """
    shares = Shares(tasks, count)
    workers: dict[object, _Worker] = {}
    try:
        with way_to_start(setup) as way, _deaf():
            for number in range(count):
                worker = _Worker(number, *way.start())
                workers[worker.connection] = worker
        if way.must_hear is not None:
            for worker in workers.values():
                worker.tell(way.must_hear)
        for worker in workers.values():
            worker.give(shares.next_for(worker.number))
        while busy := [worker.connection for worker in workers.values() if worker.waiting]:
            for connection in wait(busy):
                worker = workers[connection]
                yield worker.answer()
                if not worker.waiting:
                    worker.give(shares.next_for(worker.number))
    finally:
        _stop(list(workers.values()))


@dataclass
class _Worker:
    """A process, as seen from here.

    Args:
        waiting: how many answers are still to come.
    """

    number: int
    process: BaseProcess
    connection: Connection
    waiting: int = 0

    def give(self, chunk: tuple[Task, ...]) -> None:
        """Hand over the next chunk; nothing where none is left."""
        if chunk:
            self.tell(chunk)
            self.waiting = len(chunk)

    def answer(self) -> Made:
        """What became of the next sheet."""
        try:
            answer: Made | FileError = self.connection.recv()
        except (EOFError, OSError) as error:
            raise _ended_early() from error
        if isinstance(answer, FileError):
            raise answer
        self.waiting -= 1
        return answer

    def tell(self, what: Setup | tuple[Task, ...]) -> None:
        """Send something over."""
        try:
            self.connection.send(what)
        except OSError as error:
            raise _ended_early() from error


def _ended_early() -> SheetError:
    return SheetError(
        "Ein Prozess, der Blätter macht, ist vorzeitig zu Ende gegangen; vielleicht war der Speicher voll. Bitte rufen"
        " Sie den Befehl noch einmal auf, mit weniger Prozessen: --jobs 1."
    )


def _stop(workers: Sequence[_Worker]) -> None:
    """Tell all to end, and wait: each finishes the file it writes."""
    with _deaf():
        for worker in workers:
            worker.connection.close()
        for worker in workers:
            worker.process.join(LONGEST_SHEET_S)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl+C does nothing for a moment; processes that are started now never hear it, as it is meant for this one."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

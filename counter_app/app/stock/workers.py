"""Makes sheets in several processes at once."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from counter_app.app.stock.shares import Shares
from counter_app.app.stock.tasks import Made, Setup, Task
from counter_app.domain.errors import SheetError
from counter_app.system.files import FileError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from counter_app.app.stock.maker import Maker

LONGEST_SHEET_S = 10.0
"""A worker that is told to stop ends after the sheet at hand; one that takes longer has lost its way."""

COLLECTED_AFTER = (50_000, 20, 100)
"""New objects; a sheet makes about as many."""

MOST_PROCESSES = 60
"""Windows waits for 63 things at once, and Python wants some for itself."""

_SPAWN = multiprocessing.get_context("spawn")  # the same on every system


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
    maker = _maker(setup)
    with _seldom_collected():
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
        with _deaf():
            for number in range(count):
                worker = _started(number)
                workers[worker.connection] = worker
        for worker in workers.values():
            worker.tell(setup)
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
    process: "SpawnProcess"
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


def _started(number: int) -> _Worker:
    here, there = _SPAWN.Pipe()
    # It gets its setup later: what a process starts with must fit the pipe, or starting waits until it is awake.
    process = _SPAWN.Process(target=work, args=(there,), name=f"sheets-{number}")
    process.start()
    there.close()  # only the process has it now, so that its end is seen here
    return _Worker(number, process, here)


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


def work(connection: Connection) -> None:
    """What a process does: take its setup, then chunks, answer for each sheet, end when the other side has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it is not inherited, as on Windows
    with suppress(EOFError, ConnectionError):  # the other side may go at any time, also before it hears of an error
        try:
            maker = _maker(_told(connection))
            with _seldom_collected():
                _answer(connection, maker)
        except FileError as error:
            connection.send(error)


def _told(connection: Connection) -> Any:  # noqa: ANN401 - what `_Worker.tell` sends
    try:
        return connection.recv()
    except OSError as error:  # the other side went while it spoke
        raise EOFError from error


def _maker(setup: Setup) -> "Maker":
    # Loaded late: whoever only hands out the work does without the text engine.
    from counter_app.app.stock.maker import Maker  # noqa: PLC0415

    return Maker(setup)


def _answer(connection: Connection, maker: "Maker") -> None:
    while True:
        for task in _told(connection):
            if connection.poll():  # nothing is sent while a chunk is made: the other side has gone
                return
            connection.send(maker.make(task))


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for garbage seldom, and not among what stays: content and shaped texts make it slow, and a third of all."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()

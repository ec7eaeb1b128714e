"""What a process does that makes sheets: take chunks of tasks, answer for each sheet, end when nobody listens."""

import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from counter_app.app.stock.tasks import Setup
from counter_app.system.files import FileError

if TYPE_CHECKING:
    from counter_app.app.stock.maker import Maker

COLLECTED_AFTER = (50_000, 20, 100)
"""New objects; a sheet makes about as many."""


def new_maker(setup: Setup) -> "Maker":
    """Load all that making a sheet takes."""
    # Loaded late: whoever only hands out the work does without the text engine.
    from counter_app.app.stock.maker import Maker  # noqa: PLC0415

    return Maker(setup)


def work(connection: Connection) -> None:
    """What a new process does: it is told its setup first."""
    _serve(connection, lambda: new_maker(_told(connection)))


def work_as_copy(connection: Connection, maker: "Maker", not_ours: list[Connection]) -> None:
    """What a copy of the process that hands out the work does.

    Args:
        not_ours: ends of connections that were copied, too; while one is open, its other side sees no end.
    """
    for end in not_ours:
        end.close()
    _serve(connection, lambda: maker)


def _serve(connection: Connection, maker: Callable[[], "Maker"]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it is not inherited, as on Windows
    with suppress(EOFError, ConnectionError):  # the other side may go at any time, also before it hears of an error
        try:
            ready = maker()
            with seldom_collected():
                _answer(connection, ready)
        except FileError as error:
            connection.send(error)


def _told(connection: Connection) -> Any:  # noqa: ANN401 - what the other side sends
    try:
        return connection.recv()
    except OSError as error:  # the other side went while it spoke
        raise EOFError from error


def _answer(connection: Connection, maker: "Maker") -> None:
    while True:
        for task in _told(connection):
            if connection.poll():  # nothing is sent while a chunk is made: the other side has gone
                return
            connection.send(maker.make(task))


@contextmanager
def seldom_collected() -> Iterator[None]:
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

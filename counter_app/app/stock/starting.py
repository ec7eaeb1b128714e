"""How a process that makes sheets begins: as a copy of this one where that is safe, else as a new one."""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from counter_app.app.stock.serving import new_maker, work, work_as_copy
from counter_app.app.stock.tasks import Setup

THREADS = Path("/proc/self/task")


class Way(NamedTuple):
    """A way to begin.

    Args:
        start: starts a process; gives it back with our end of the connection to it.
        must_hear: what it must be told before anything else. New ones do not begin with it: that must fit the pipe, or
            starting one waits until it is awake.
    """

    start: Callable[[], tuple[BaseProcess, Connection]]
    must_hear: Setup | None = None


@contextmanager
def way_to_start(setup: Setup) -> Iterator[Way]:
    """The quickest way there is: copies load nothing, and share their memory."""
    if not can_copy():
        yield Way(_new_one, setup)
        return
    way = Way(_copies(setup))
    gc.freeze()  # the collector would write to memory that is shared as long as nobody writes
    try:
        yield way
    finally:
        gc.unfreeze()


def can_copy() -> bool:
    """Whether a copy of this process works: not one of threads, whose locks nobody would open, and not one of Qt."""
    return sys.platform == "linux" and "PySide6" not in sys.modules and len([*THREADS.iterdir()]) == 1


def _copies(setup: Setup) -> Callable[[], tuple[BaseProcess, Connection]]:
    maker = new_maker(setup)
    context = multiprocessing.get_context("fork")
    ours: list[Connection] = []

    def start() -> tuple[BaseProcess, Connection]:
        here, there = context.Pipe()
        ours.append(here)
        process = context.Process(target=work_as_copy, args=(there, maker, ours))
        process.start()
        there.close()  # only the process has it now, so that its end is seen here
        return process, here

    return start


def _new_one() -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=work, args=(there,))
    process.start()
    there.close()
    return process, here

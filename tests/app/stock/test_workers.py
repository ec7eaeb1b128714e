"""How many processes there are, and how one of them ends."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from multiprocessing import Pipe
from pathlib import Path
from threading import Thread

import pytest

from counter_app.app.stock import maker as maker_module
from counter_app.app.stock.serving import work
from counter_app.app.stock.tasks import Setup, Task
from counter_app.app.stock.workers import MOST_PROCESSES, process_count
from counter_app.content.loader import load_records
from counter_app.sheets.stock import LibrarySheet
from counter_app.system.files import FileError
from counter_app.system.paths import content_folders, fonts_folder, office_pictures_folder

MOST_HANDLES_ON_WINDOWS = 63


@pytest.fixture
def ctrl_c_as_before() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def setup(out: Path) -> Setup:
    return Setup(load_records(content_folders()), date(2026, 11, 23), "", fonts_folder(), office_pictures_folder(), out)


# How many.


@pytest.mark.parametrize(("wanted", "tasks", "count"), [(1, 500, 1), (4, 500, 4), (4, 3, 3), (9, 0, 0)])
def test_there_are_as_many_processes_as_wanted_but_never_more_than_sheets(wanted: int, tasks: int, count: int) -> None:
    assert process_count(wanted, tasks) == count


@pytest.mark.parametrize("wanted", [61, 64, 999_999_999])
def test_there_are_never_more_than_windows_can_wait_for(wanted: int) -> None:
    assert process_count(wanted, 10_000) == MOST_PROCESSES < MOST_HANDLES_ON_WINDOWS


def test_usually_there_is_one_for_each_core_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 5, 6}, raising=False)
    assert process_count(None, 500) == 3


@pytest.mark.parametrize(("cores", "count"), [(4, 4), (200, MOST_PROCESSES), (None, 1)])
def test_where_the_system_does_not_tell_them_apart_all_cores_count(
    monkeypatch: pytest.MonkeyPatch, cores: int | None, count: int
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert process_count(None, 500) == count


# How one ends.


@pytest.mark.usefixtures("ctrl_c_as_before")
@pytest.mark.parametrize("has_gone", [True, False], ids=["the other side has gone", "the other side listens"])
def test_a_process_that_cannot_write_says_so_or_just_ends(
    has_gone: bool,  # noqa: FBT001 - from the table
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, there = Pipe()
    task = Task(LibrarySheet("help", "de"), None)

    def refuse(path: Path, _data: bytes, **_details: object) -> None:
        if has_gone:
            here.close()
        raise FileError("voll", str(path))

    monkeypatch.setattr(maker_module, "write_whole", refuse)

    def tell() -> None:
        here.send(setup(tmp_path))
        here.send((task,))

    telling = Thread(target=tell)  # more than fits a pipe
    telling.start()
    work(there)
    telling.join()
    there.close()
    if not has_gone:
        assert isinstance(here.recv(), FileError)
    with suppress(OSError):
        here.close()

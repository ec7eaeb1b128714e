"""Two starts on one data folder, and starts with a store that cannot be used."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.app.opening import STORE
from counter_app.app.single_instance import ALREADY_OPEN, SingleInstance
from counter_app.system.paths import instance_folder
from tests.journeys.counter_place import DESK, Open, Place

ROOT = Path(__file__).resolve().parents[2]
START = "from counter_app.app.cli import main; main()"
Contents = dict[str, bytes]


def start_once_more(data: Path) -> "subprocess.CompletedProcess[str]":
    """The program, started by somebody else on the same data."""
    return subprocess.run(
        [sys.executable, "-c", START, "--data", str(data)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def contents(folder: Path) -> Contents:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_works(place: Place) -> None:
    """The shipped content is there and a visit can be played."""
    place.press("F3")
    place.type("stud")
    place.press("Return", "Ctrl+1")
    assert list(place.rows()) == list(range(1, 11))


@pytest.fixture
def first(place: Place) -> Iterator[SingleInstance]:
    """What `run` does beside the program: be the first on the data folder."""
    instance = SingleInstance(instance_folder(place.data))
    instance.woken.connect(place.program.come_forward)
    yield instance
    instance.close()


def test_a_second_start_wakes_the_first_window_and_ends_politely(
    place: Place, first: SingleInstance, qtbot: QtBot
) -> None:
    place.tap("English")
    place.counter.setWindowState(Qt.WindowState.WindowMinimized)
    with qtbot.waitSignal(first.woken, timeout=20_000):
        second = start_once_more(place.data)
    assert second.returncode == 0
    assert second.stderr.strip() == ALREADY_OPEN
    assert second.stdout == ""
    assert not place.counter.isMinimized()
    assert place.visit.language == "en", "the visit goes on"


def newer(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("PRAGMA user_version = 999")


def damaged(store: Path) -> None:
    data = bytearray(store.read_bytes())
    for place in range(8192, len(data), 4096):
        data[place : place + 64] = bytes(64)
    store.write_bytes(data)


def no_store_at_all(store: Path) -> None:
    store.write_bytes(b"something else entirely")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (newer, "stammt von einer neueren Version"),
        (damaged, "ist beschädigt und bleibt unverändert liegen"),
        (no_store_at_all, "bleibt unverändert"),
    ],
)
def test_a_store_that_cannot_be_used_stays_as_it_is_and_the_counter_works(
    open_place: Open, data: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(data / STORE)
    before = contents(data)
    place = open_place(DESK)
    assert said in place.message()
    assert str(data / STORE) in place.message()
    assert_works(place)
    assert contents(data) == before


def test_a_store_that_another_program_holds_leaves_the_counter_working(open_place: Open, data: Path) -> None:
    with closing(sqlite3.connect(data / STORE, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        place = open_place(DESK)
        assert "wird gerade von einem anderen Programm benutzt" in place.message()
        assert_works(place)


def test_a_data_folder_that_cannot_be_written_leaves_the_counter_working(open_place: Open, data: Path) -> None:
    blocked = data / STORE
    blocked.unlink()
    blocked.mkdir()
    place = open_place(DESK)
    assert "lässt sich nicht öffnen oder schreiben" in place.message()
    assert_works(place)

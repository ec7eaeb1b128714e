"""Only one counter works on a data folder; a second start wakes it and goes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.app.single_instance import SingleInstance

ROOT = Path(__file__).resolve().parents[2]
IN_A_PROCESS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from counter_app.app.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.is_first, flush=True)
if instance.is_first:
    instance.woken.connect(app.quit)
    sys.exit(app.exec())
instance.wake_first()
"""
Start = Callable[[], "subprocess.Popen[str]"]
Open = Callable[[], SingleInstance]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where starts meet; not made yet."""
    return tmp_path / "data" / "instance"


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Start the program in a process of its own."""
    started: list[subprocess.Popen[str]] = []

    def start() -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", IN_A_PROCESS, str(folder)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        started.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def open_counter(folder: Path) -> Iterator[Open]:
    """Start the program in this process."""
    opened: list[SingleInstance] = []

    def open_counter() -> SingleInstance:
        opened.append(SingleInstance(folder))
        return opened[-1]

    yield open_counter
    for instance in opened:
        instance.close()


def answer(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.usefixtures("qapp")
def test_a_second_process_wakes_the_first_and_goes(open_counter: Open, start: Start, qtbot: QtBot) -> None:
    first = open_counter()
    assert first.is_first
    for _ in range(2):
        with qtbot.waitSignal(first.woken, timeout=10_000):
            second = start()
            assert answer(second) == "False"
            assert second.wait(10) == 0


def test_a_first_process_is_woken_by_us(open_counter: Open, start: Start) -> None:
    process = start()
    assert answer(process) == "True"
    second = open_counter()
    assert not second.is_first
    second.wake_first()
    assert process.wait(10) == 0


def test_the_place_of_a_killed_process_is_taken_over(open_counter: Open, start: Start) -> None:
    process = start()
    assert answer(process) == "True"
    process.kill()
    process.wait()
    assert open_counter().is_first


def test_after_closing_the_next_one_is_first(open_counter: Open) -> None:
    first = open_counter()
    assert not open_counter().is_first
    first.close()
    assert open_counter().is_first


def test_each_wake_is_told_once(open_counter: Open, qtbot: QtBot, folder: Path) -> None:
    first, second = open_counter(), open_counter()
    woken: list[int] = []
    first.woken.connect(lambda: woken.append(1))
    second.wake_first()
    qtbot.waitUntil(lambda: bool(woken))
    qtbot.wait(50)
    assert woken == [1]
    second.wake_first()
    qtbot.waitUntil(lambda: len(woken) > 1)
    assert sorted(path.name for path in folder.iterdir()) == ["lock"]


def test_a_wake_from_a_time_when_nobody_listened_is_old(open_counter: Open, qtbot: QtBot, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "wake").touch()
    first = open_counter()
    with qtbot.assertNotEmitted(first.woken, wait=50):
        pass
    assert not (folder / "wake").exists()


def test_a_file_that_is_made_by_hand_wakes_too(open_counter: Open, qtbot: QtBot, folder: Path) -> None:
    first = open_counter()
    with qtbot.waitSignal(first.woken):
        (folder / "wake").touch()


def test_other_files_wake_nobody(open_counter: Open, qtbot: QtBot, folder: Path) -> None:
    first = open_counter()
    with qtbot.assertNotEmitted(first.woken, wait=50):
        (folder / "other").touch()


def test_a_folder_that_cannot_be_used_lets_the_counter_work(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    alone = SingleInstance(tmp_path / "file" / "instance")
    assert alone.is_first
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    alone.wake_first()
    alone.close()


def test_the_lock_stays_however_long_the_counter_runs(open_counter: Open, folder: Path) -> None:
    open_counter()
    long_ago = time.time() - 40 * 24 * 3600
    os.utime(folder / "lock", (long_ago, long_ago))
    assert not open_counter().is_first

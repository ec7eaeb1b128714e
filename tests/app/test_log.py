"""The log: small, and never in the way."""

import logging
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion

from counter_app import __version__
from counter_app.app.log import LARGEST_BYTES, Log

log = logging.getLogger("counter_app.somewhere")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the log lies; not made yet."""
    return tmp_path / "data" / "log"


@pytest.fixture
def running(folder: Path) -> Iterator[Log]:
    """A log that takes in everything."""
    running = Log(folder)
    running.start()
    yield running
    running.close()


@pytest.mark.usefixtures("running")
def test_the_first_line_tells_what_runs_here(folder: Path) -> None:
    first = (folder / "counter.log").read_text(encoding="utf-8").splitlines()[0]
    for version in (__version__, sys.version.split()[0], qVersion(), sqlite3.sqlite_version):
        assert version in first


@pytest.mark.usefixtures("running")
def test_lines_below_info_are_not_kept_and_letters_of_all_kinds_are(folder: Path) -> None:
    log.debug("quiet")
    log.info("laut ä ግዕዝ \udc80")
    text = (folder / "counter.log").read_text(encoding="utf-8")
    assert "quiet" not in text
    assert "laut ä ግዕዝ \\udc80" in text


@pytest.mark.usefixtures("running")
def test_the_log_never_grows_beyond_three_files_of_a_megabyte(folder: Path) -> None:
    for _ in range(45):
        log.info("x" * (LARGEST_BYTES // 10))
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert sorted(sizes) == ["counter.log", "counter.log.1", "counter.log.2"]
    assert max(sizes.values()) <= LARGEST_BYTES


def test_a_closed_log_leaves_logging_as_it_was(folder: Path) -> None:
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    running = Log(folder)
    running.start()
    assert (root.level, root.handlers) != before
    running.close()
    assert (root.level, root.handlers) == before


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    running = Log(tmp_path / "file" / "log")
    running.start()
    log.error("trouble")
    running.close()
    said = capsys.readouterr().err
    assert "the log cannot be written" in said
    assert "counter_app.somewhere: trouble" in said


def test_a_program_without_a_terminal_logs_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    running = Log(folder)
    running.start()
    log.error("trouble")
    running.close()
    assert "trouble" in (folder / "counter.log").read_text(encoding="utf-8")


def test_a_full_disk_stops_nothing_and_later_lines_come_again(running: Log, capsys: pytest.CaptureFixture[str]) -> None:
    (handler,) = (one for one in logging.getLogger().handlers if getattr(one, "baseFilename", "").endswith(".log"))
    assert isinstance(handler, logging.FileHandler)
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs a device that is always full")
    assert handler.stream is not None
    handler.stream.close()
    handler.stream = full.open("a", encoding="utf-8")
    log.info("lost")
    log.info("kept")
    assert "kept" in (running.folder / "counter.log").read_text(encoding="utf-8")
    assert "Traceback" not in capsys.readouterr().err

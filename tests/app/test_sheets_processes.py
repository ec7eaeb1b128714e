"""The library made by several processes, each a real one, and Ctrl+C as a terminal sends it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counter_app.app.stock.manifest import read_manifest
from counter_app.system.paths import shipped_root
from tests.app.small_library import ARABIC_FILES, GERMAN_FILES, files_of, small_root

START = "import sys; sys._MEIPASS = sys.argv.pop(1); from counter_app.app.start import main; main()"
"""``counter-app`` with another folder of content."""
WITH_QT = f"import PySide6; {START}"
"""The same, but no process can be a copy of this one."""
PATIENCE_S = 60


@pytest.fixture(params=[START, WITH_QT], ids=["copies", "new ones"])
def program(request: pytest.FixtureRequest) -> str:
    """What starts, with either kind of process that makes sheets."""
    return str(request.param)


def started(program: str, root: Path, out: Path) -> subprocess.Popen[str]:
    """``sheets --all`` with two processes, as the leader of a group, as a terminal would start it."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(root), "sheets", "--all", "--out", str(out), "--jobs", "2"],
        cwd=shipped_root(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Exit code, output and complaints."""
    out, err = process.communicate(timeout=PATIENCE_S)
    return process.returncode, out, err


def everybody_has_gone(group: int) -> bool:
    """Whether nobody of a group of processes is left; Python's own helper takes a moment to notice."""
    for _ in range(500):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def wait_for_a_sheet(process: subprocess.Popen[str], out: Path) -> None:
    while not list(out.rglob("*.pdf")):
        assert process.poll() is None
        time.sleep(0.01)


def makers_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes it started to make sheets; not Python's own helper."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    return [int(child) for child in children if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_two_processes_make_the_same_files_as_one_run_after_the_other(tmp_path: Path, program: str) -> None:
    root, out = small_root(tmp_path / "root"), tmp_path / "lib"
    assert ended(started(program, root, out)) == (0, "8 geschrieben, 0 unverändert, 0 nicht möglich.\n", "")
    first = files_of(out)
    assert set(first) == GERMAN_FILES | ARABIC_FILES
    assert ended(started(program, root, out)) == (0, "0 geschrieben, 8 unverändert, 0 nicht möglich.\n", "")
    assert files_of(out) == first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no groups of processes that get one signal")
def test_ctrl_c_ends_all_processes_and_leaves_whole_files_only(tmp_path: Path, program: str) -> None:
    out = tmp_path / "lib"
    process = started(program, shipped_root(), out)
    wait_for_a_sheet(process, out)
    os.killpg(process.pid, signal.SIGINT)
    pressed = time.monotonic()
    code, said, complaint = ended(process)
    assert time.monotonic() - pressed < 5
    assert (code, said) == (130, "")
    assert complaint.startswith("Abgebrochen. ")
    assert "Traceback" not in complaint
    assert everybody_has_gone(process.pid)
    made = files_of(out)
    assert all(name.endswith(".pdf") and data.rstrip().endswith(b"%%EOF") for name, data in made.items())
    known = read_manifest(out)
    assert set(known) <= set(made)
    assert all(entry.is_whole(out / name) for name, entry in known.items())


@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes where Linux tells them")
def test_a_process_that_is_killed_ends_the_run_with_a_clear_line(tmp_path: Path, program: str) -> None:
    out = tmp_path / "lib"
    process = started(program, shipped_root(), out)
    wait_for_a_sheet(process, out)
    os.kill(makers_of(process)[0], signal.SIGKILL)
    code, said, complaint = ended(process)
    assert (code, said) == (2, "")
    (line,) = complaint.splitlines()
    assert line.endswith("mit weniger Prozessen: --jobs 1.")
    assert everybody_has_gone(process.pid)
    assert all(entry.is_whole(out / name) for name, entry in read_manifest(out).items())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no groups of processes")
def test_when_the_one_that_hands_out_the_work_is_killed_nobody_stays(tmp_path: Path, program: str) -> None:
    out = tmp_path / "lib"
    process = started(program, shipped_root(), out)
    wait_for_a_sheet(process, out)
    process.kill()
    ended(process)
    assert everybody_has_gone(process.pid)
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in out.rglob("*.pdf"))

"""Nothing of a visit can be found anywhere once the next person comes, and nothing leaves the machine."""

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from tests.journeys.private_visit import mark
from tests.journeys.traces import files_with
from tests.ui.plugged_screens import CAN_PLUG

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("HOME", "TMPDIR", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA", "USERPROFILE")
XDG = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")

Left = dict[str, list[str]]


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything a program can write to: home, temp, data, settings, log, each in a folder below this one."""
    return tmp_path_factory.mktemp("machine")


@pytest.fixture(scope="module")
def left(machine: Path, tmp_path_factory: pytest.TempPathFactory) -> Left:
    """What was left after a visit full of marks; the data folder is one that was in use before."""
    if not CAN_PLUG:
        pytest.skip("screens are plugged through Qt's Linux libraries")
    folders = {name: machine / name.lower() for name in (*FOLDERS, *XDG)}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    paper = tmp_path_factory.mktemp("paper")
    environment = {**os.environ, **{name: str(folder) for name, folder in folders.items()}}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.journeys.private_visit", str(machine / "data"), str(paper)]
    played = subprocess.run(
        command, env=environment, cwd=machine, capture_output=True, text=True, timeout=120, check=False
    )
    assert played.returncode == 0, played.stderr
    assert list(paper.iterdir()), "the sheet was printed"
    found: Left = json.loads(played.stdout)
    return found


@pytest.mark.parametrize("where", ["widgets", "undoable", "clipboard", "holders", "visits", "network", "sockets"])
def test_nothing_of_the_visit_is_left_in_the_program_and_no_socket_was_used(left: Left, where: str) -> None:
    assert left[where] == []


@pytest.mark.usefixtures("left")
def test_no_file_holds_anything_that_was_typed(machine: Path) -> None:
    written = {str(path.relative_to(machine / "data")) for path in (machine / "data").rglob("*") if path.is_file()}
    assert any(name.startswith("log") for name in written), "the log of a crash was looked at, too"
    assert files_with(mark(), machine) == []


def test_a_mark_is_found_however_it_is_packed(tmp_path: Path) -> None:
    word = "A secret word"
    (tmp_path / "plain").write_bytes(b"..." + word.encode())
    (tmp_path / "wide").write_text(word, encoding="utf-16")
    (tmp_path / "packed").write_bytes(zlib.compress(word.encode()))
    with zipfile.ZipFile(tmp_path / "zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside", word * 9)
    with closing(sqlite3.connect(tmp_path / "store")) as connection, connection:
        connection.execute("CREATE TABLE body (data)")
        connection.execute("INSERT INTO body VALUES (?)", (zlib.compress(word.encode()),))
    (tmp_path / "other").write_bytes(b"nothing")
    assert sorted(files_with(word, tmp_path)) == ["packed", "plain", "store", "wide", "zip"]

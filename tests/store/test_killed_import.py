"""A program that dies in the middle of an import leaves the old base, whole."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.domain.record import Records
from counter_app.store.content_store import open_local
from tests.store.shelves import FIRST, SECOND, make_records

ROOT = Path(__file__).resolve().parents[2]

# Kills itself when SQLite begins the statement with this number, counted from the first one of the import.
IMPORT = """
import os, signal, sqlite3, sys
from pathlib import Path
from counter_app.store.content_store import ContentStore
from tests.store.shelves import SECOND, make_records

path, last = Path(sys.argv[1]), int(sys.argv[2])
connection = sqlite3.connect(path, isolation_level=None)
library = ContentStore(connection, path)
begun = 0

def count(statement):
    global begun
    begun += 1
    if begun == last:
        os.kill(os.getpid(), signal.SIGKILL)

connection.set_trace_callback(count)
library.replace_base(make_records("Neu"), SECOND)
print(begun)
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")


def import_until(path: Path, statement: int) -> str:
    """Import in another process until it is killed; what it said before."""
    command = [sys.executable, "-c", IMPORT, str(path), str(statement)]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == -signal.SIGKILL, finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many statements an import takes; killed only after the last one, its log still beside the file."""
    path = tmp_path_factory.mktemp("count") / "store.sqlite3"
    with open_local(path) as library:
        library.replace_base(make_records(), FIRST)
    count = int(import_until(path, 0))
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    with open_local(path) as library:
        assert (library.fingerprint, library.base()) == (SECOND, make_records("Neu"))
    return count


@pytest.mark.parametrize("part", [0.2, 0.4, 0.6, 0.8, 1.0])
def test_a_killed_import_leaves_the_old_base(filled: Path, records: Records, statements: int, part: float) -> None:
    assert import_until(filled, int(statements * part)) == ""
    with open_local(filled) as library:
        assert (library.fingerprint, library.base()) == (FIRST, records)
        library.replace_base(make_records("Neu"), SECOND)
        assert library.base() == make_records("Neu")
    connection = sqlite3.connect(filled)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()

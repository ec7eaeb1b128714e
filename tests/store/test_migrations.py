"""Every step is tested from a stored file that the step before it made; the files are never made again."""

import sqlite3
from pathlib import Path
from shutil import copyfile

import pytest
from sqlite_utils import Database

from counter_app.domain.record import Records
from counter_app.store.content_store import open_local
from counter_app.store.header import APPLICATION_ID, VERSION
from counter_app.store.migrations import migrations
from tests.store.shelves import FIRST

OLD = Path(__file__).parent / "old"


def schema(path: Path) -> list[tuple[str, ...]]:
    """All tables, indexes, triggers and views of a closed store."""
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    connection.close()
    return found


@pytest.fixture(params=sorted(OLD.glob("*.sqlite3")), ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a store as an earlier program left it."""
    copied = tmp_path / "old.sqlite3"
    copyfile(request.param, copied)
    return copied


def test_an_old_store_keeps_its_content(old: Path, records: Records) -> None:
    with open_local(old) as library:
        assert (library.fingerprint, library.base()) == (FIRST, records)


def test_an_old_store_becomes_the_same_as_a_new_one(old: Path, path: Path) -> None:
    for store in (old, path):
        open_local(store).close()
    assert schema(old) == schema(path)


def test_there_is_an_old_store_of_every_step() -> None:
    steps = [step.name for step in migrations.pending(Database(memory=True))]
    assert [path.stem for path in sorted(OLD.glob("*.sqlite3"))] == steps
    assert len(steps) == VERSION


def test_a_new_store_says_whose_it_is(path: Path) -> None:
    open_local(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()

"""The store gives back what was put in, all or nothing, to one owner."""

import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from counter_app.domain.record import Catalogue, EntryRecord, Records
from counter_app.store.content_store import ContentStore, open_local
from tests.store.shelves import FIRST, SECOND, make_records


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    """What a closed store answers to a plain question."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def test_a_new_store_is_empty(library: ContentStore) -> None:
    assert library.fingerprint == ""
    assert library.base() == Records((), ())


def test_what_was_put_in_comes_back(filled: Path, records: Records) -> None:
    with open_local(filled) as library:
        assert library.fingerprint == FIRST
        assert library.base() == records


def test_the_owner_reads_what_it_wrote_at_once(library: ContentStore, records: Records) -> None:
    library.replace_base(records, FIRST)
    assert library.base() == records


def test_a_new_base_takes_the_place_of_the_old_one(filled: Path) -> None:
    new = make_records("Reisepass", "en", "ti", "uk")
    with open_local(filled) as library:
        library.replace_base(new, SECOND)
    with open_local(filled) as library:
        assert library.fingerprint == SECOND
        assert library.base() == new


def test_what_nothing_refers_to_is_thrown_away(filled: Path) -> None:
    with open_local(filled) as library:
        for word in ("A", "B", "C"):
            library.replace_base(make_records(word), SECOND)
    assert asked(filled, "SELECT count(*) FROM body") == asked(filled, "SELECT count(*) FROM base") == [(4,)]


def test_equal_bodies_are_stored_once(library: ContentStore) -> None:
    entries = tuple(EntryRecord(f"forms/services/{name}.toml", "", 0, {"law": "§ 16b"}) for name in "abc")
    twins = Records(entries, (Catalogue("ar", b"[]"), Catalogue("en", b"[]")))
    library.replace_base(twins, FIRST)
    assert library.base() == twins


def test_content_with_nothing_in_it_is_not_an_empty_store(library: ContentStore) -> None:
    library.replace_base(Records((), ()), FIRST)
    assert library.fingerprint == FIRST
    assert library.base() == Records((), ())


def test_a_failed_import_leaves_the_old_base(filled: Path, records: Records) -> None:
    broken = Records((*make_records("Neu").entries, EntryRecord("forms/z.toml", "", 0, {"n": float("nan")})), ())
    with open_local(filled) as library:
        with pytest.raises(ValueError, match="not JSON compliant"):
            library.replace_base(broken, SECOND)
        assert (library.fingerprint, library.base()) == (FIRST, records)


def test_an_import_that_fails_half_way_leaves_the_old_base(filled: Path, records: Records) -> None:
    twice = Records(records.entries, (Catalogue("ar", b"[1]"), Catalogue("ar", b"[2]")))
    with open_local(filled) as library:
        with pytest.raises(sqlite3.IntegrityError):
            library.replace_base(twice, SECOND)
        assert (library.fingerprint, library.base()) == (FIRST, records)
        library.replace_base(make_records("Neu"), SECOND)
        assert library.base() == make_records("Neu")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("cell_size_check", 1),
        ("mmap_size", 0),
    ],
)
def test_the_connection_takes_no_risk(setting: str, value: object, path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    with ContentStore(connection, path):
        assert connection.execute(f"PRAGMA {setting}").fetchone() == (value,)


def test_reading_an_unchanged_store_writes_nothing(filled: Path) -> None:
    before = (filled.read_bytes(), filled.stat().st_mtime_ns)
    with open_local(filled) as library:
        library.base()
    assert (filled.read_bytes(), filled.stat().st_mtime_ns) == before
    assert [file.name for file in filled.parent.iterdir()] == [filled.name]


def test_only_the_thread_that_opened_it_may_ask(library: ContentStore) -> None:
    caught: list[BaseException] = []

    def ask() -> None:
        try:
            library.base()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert len(caught) == 1

"""Whatever is wrong with a store, it is said with the next step, and the file stays as it is."""

import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from counter_app.domain.record import Records
from counter_app.store import errors
from counter_app.store.content_store import ContentStore, open_local
from counter_app.store.errors import (
    StoreDamaged,
    StoreError,
    StoreForeign,
    StoreFull,
    StoreLocked,
    StoreOnNetwork,
    StoreTooNew,
    StoreUnwritable,
)
from tests.store.shelves import FIRST, SECOND, make_records

FLIPS = 150


def changed(path: Path, *statements: str) -> None:
    """Change a closed store behind the back of the program."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def assert_refused(path: Path, error: type[StoreError]) -> None:
    """Opening or reading fails, and no byte is another than before."""
    before = path.read_bytes()
    with pytest.raises(error) as caught, open_local(path) as library:
        library.base()
    assert caught.value.where == str(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_store_that_another_program_holds_is_refused(filled: Path, records: Records) -> None:
    with open_local(filled) as first:
        with pytest.raises(StoreLocked, match="anderen Programm"):
            open_local(filled)
        assert first.base() == records
    with open_local(filled) as second:
        assert second.base() == records


def test_a_new_store_belongs_to_one_program_from_the_first_moment(path: Path) -> None:
    with open_local(path), pytest.raises(StoreLocked):
        open_local(path)


def test_a_store_of_a_newer_program_is_refused_untouched(filled: Path) -> None:
    changed(filled, "PRAGMA user_version = 2")
    assert_refused(filled, StoreTooNew)


def test_a_newer_store_is_known_even_while_that_stands_only_in_its_log(filled: Path, records: Records) -> None:
    newer = sqlite3.connect(filled, isolation_level=None)
    newer.execute("PRAGMA user_version = 2")
    crashed = filled.with_name("crashed.sqlite3")
    copyfile(filled, crashed)
    copyfile(f"{filled}-wal", f"{crashed}-wal")
    newer.close()
    with pytest.raises(StoreTooNew):
        open_local(crashed)
    changed(crashed, "PRAGMA user_version = 1")
    with open_local(crashed) as library:
        assert library.base() == records


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("application_id", [0, 7])
def test_a_database_of_another_program_is_refused_untouched(path: Path, mode: str, application_id: int) -> None:
    changed(
        path,
        f"PRAGMA journal_mode = {mode}",
        f"PRAGMA application_id = {application_id}",
        "CREATE TABLE body (sha)",
    )
    assert_refused(path, StoreForeign)


def test_a_foreign_database_with_a_journal_beside_it_is_refused(path: Path) -> None:
    changed(path, "CREATE TABLE body (sha)")
    path.with_name(f"{path.name}-journal").touch()
    with pytest.raises(StoreForeign):
        open_local(path)


def test_an_empty_file_becomes_a_store(path: Path, records: Records) -> None:
    path.touch()
    with open_local(path) as library:
        library.replace_base(records, FIRST)
        assert library.base() == records


@pytest.mark.parametrize("content", [b"x", b"SQLite format 3\0", b"Kein Datenbestand. " * 400, bytes(5000)])
def test_a_file_that_is_no_database_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert_refused(path, StoreDamaged)


@pytest.mark.parametrize("part", [0.01, 0.3, 0.6])
def test_a_truncated_store_is_refused_untouched(filled: Path, part: float) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: int(len(whole) * part)])
    assert_refused(filled, StoreDamaged)


@pytest.mark.parametrize("wrong", [b"Pasta", "Pässe".encode()[:5]], ids=["another letter", "half a letter"])
def test_another_letter_in_a_body_is_found(filled: Path, wrong: bytes) -> None:
    whole = filled.read_bytes()
    place = whole.index(b"Pass ar")
    filled.write_bytes(whole[:place] + wrong + whole[place + len(wrong) :])
    assert_refused(filled, StoreDamaged)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM base WHERE name = 'ar'",
        "DELETE FROM base",
        "UPDATE base SET name = 'fa' WHERE name = 'ar'",
        "UPDATE base SET sha = (SELECT sha FROM base WHERE name = 'en') WHERE name = 'ar'",
        "INSERT INTO base SELECT 'catalogue', 'fa', sha FROM base WHERE name = 'ar'",
        "DELETE FROM body WHERE sha = (SELECT sha FROM base WHERE name = 'ar')",
        "UPDATE layer SET fingerprint = 'x'",
        "DELETE FROM layer",
        "DROP TABLE layer",
        "ALTER TABLE base RENAME TO bath",
        "ALTER TABLE body RENAME COLUMN data TO date",
    ],
)
def test_rows_that_fit_but_are_not_what_was_written_are_found(filled: Path, damage: str) -> None:
    changed(filled, damage)
    assert_refused(filled, StoreDamaged)


def damage_is_seen(path: Path, content: bytes, records: Records) -> bool:
    """Whether a store of these bytes is refused; if it is not, it holds just what was written."""
    path.write_bytes(content)
    try:
        with open_local(path) as library:
            assert (library.fingerprint, library.base()) == (FIRST, records)
    except StoreError:
        return True
    return False


def test_a_flipped_bit_never_gives_another_text(filled: Path, records: Records) -> None:
    whole = filled.read_bytes()
    chance = random.Random(7)  # noqa: S311 - the same places in every run
    places = [place for place, byte in enumerate(whole) if byte]
    seen = 0
    for place in chance.sample(places, FLIPS):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        seen += damage_is_seen(filled, bytes(flipped), records)
    assert seen > FLIPS / 2


def test_a_store_cut_off_anywhere_never_gives_another_text(filled: Path, records: Records) -> None:
    whole = filled.read_bytes()
    for length in range(1, len(whole), 3001):
        damage_is_seen(filled, whole[:length], records)


def test_a_store_on_a_network_drive_is_refused(filled: Path) -> None:
    before = filled.read_bytes()
    with pytest.raises(StoreOnNetwork, match="Netzlaufwerk"):
        open_local(filled, is_network=lambda path: path == filled)
    assert filled.read_bytes() == before


def test_nothing_is_made_on_a_network_drive(path: Path) -> None:
    with pytest.raises(StoreOnNetwork):
        open_local(path, is_network=lambda _: True)
    assert list(path.parent.iterdir()) == []


def test_a_folder_in_the_place_of_the_store_is_no_store(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreUnwritable, match="Rechte"):
        open_local(path)


def test_a_file_in_the_place_of_the_folder_is_no_folder(path: Path) -> None:
    path.write_text("A file.", encoding="utf-8")
    with pytest.raises(StoreUnwritable):
        open_local(path / path.name)


def test_the_folder_of_a_new_store_is_made(path: Path) -> None:
    open_local(path / "a" / "b" / path.name).close()
    assert (path / "a" / "b" / path.name).is_file()


def test_a_full_disk_leaves_the_old_base(filled: Path, records: Records) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    with ContentStore(connection, filled) as library:
        connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(StoreFull, match="voll"):
            library.replace_base(make_records("x" * 50_000), SECOND)
        assert (library.fingerprint, library.base()) == (FIRST, records)


def test_a_store_that_may_only_be_read_keeps_its_base(filled: Path, records: Records) -> None:
    connection = sqlite3.connect(filled, isolation_level=None)
    with ContentStore(connection, filled) as library:
        connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreUnwritable):
            library.replace_base(make_records("Neu"), SECOND)
        assert library.base() == records


def test_our_own_mistakes_are_not_sorted_away(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="syntax"), errors.sorted_trouble(path):
        sqlite3.connect(":memory:").execute("SELEKT")


ALL: list[Callable[[Path], StoreError]] = [
    errors.locked,
    errors.too_new,
    errors.foreign,
    errors.damaged,
    errors.on_network,
    errors.full,
    errors.unwritable,
]


@pytest.mark.parametrize("make", ALL)
def test_every_trouble_says_what_is_wrong_and_what_to_do_next(make: Callable[[Path], StoreError]) -> None:
    error = make(Path("store.sqlite3"))
    assert re.fullmatch(r"[A-ZÄÖÜ].*\. Bitte .*\.", error.detail)
    assert error.where == "store.sqlite3"


def test_every_trouble_has_its_own_code() -> None:
    codes = {make(Path()).code for make in ALL}
    assert len(codes) == len(ALL)
    assert all(code.startswith("store_") for code in codes)

"""The content as stored."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from counter_app.domain.record import EntryRecord, Records
from counter_app.store.bodies import FILE, Body, bodies_of, records_of, seal
from counter_app.store.disks import is_on_network
from counter_app.store.errors import damaged, on_network, sorted_damage, sorted_trouble
from counter_app.store.header import VERSION, check_header, check_owner

if TYPE_CHECKING:
    from sqlite_utils import Database

_WAIT_S = 1.0
"""Seconds: a program that is just closing lets go of the store within that."""

_SETTINGS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # what was acknowledged survives a power cut
    "fullfsync = ON",
    "foreign_keys = ON",
    "journal_size_limit = 8000000",
)
_BASE = "base"


def open_local(path: Path, is_network: Callable[[Path], bool] = is_on_network) -> "ContentStore":
    """Open the store at a path, or make a new one there, and its folder.

    Whatever is wrong with a file that is there, it stays as it is.

    Args:
        is_network: whether a path lies on a network drive.

    Raises:
        StoreError: locked, too new, foreign, damaged, on a network drive, or it cannot be opened.
    """
    if is_network(path):
        raise on_network(path)
    with sorted_trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        check_header(path)
        connection = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
        try:
            return ContentStore(connection, path)
        except BaseException:
            connection.close()
            raise


class ContentStore:
    """The content as stored. The thread that opens it owns it; all others read the snapshot made from its records.

    Made by :func:`open_local`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        # Damaged letters must not stop the reading before the hash has told that there is damage.
        connection.text_factory = lambda text: text.decode(errors="replace")
        with sorted_damage(path):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # before the first access: nobody else from here on
            connection.execute("PRAGMA cell_size_check = ON")
            self._check_owner()
            version = self._number("PRAGMA user_version")
        if version < VERSION:
            self._migrate()
        with sorted_damage(path):
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise damaged(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; only the thread that opened it may do so."""
        self._connection.close()

    @property
    def fingerprint(self) -> str:
        """Which shipped content the base layer holds; empty while it holds none."""
        return self._layer()[0]

    def base(self) -> Records:
        """The records of the base layer.

        Raises:
            StoreDamaged: they are not what was written.
        """
        bodies = self._bodies("ORDER BY kind, name")
        rows = [(body.kind, body.name, body.sha) for body in bodies]
        fingerprint, written_seal = self._layer()
        if (seal(fingerprint, rows) if fingerprint or rows else "") != written_seal:
            raise damaged(self._path)
        return records_of(bodies)

    def entries_in(self, folder: str) -> tuple[EntryRecord, ...]:
        """The entries of all files in one folder of the base layer, without the rest of it.

        Raises:
            StoreDamaged: they are not what was written.
        """
        return records_of(self._bodies("WHERE kind = ? AND name GLOB ? ORDER BY name", (FILE, f"{folder}/*"))).entries

    def replace_base(self, records: Records, fingerprint: str) -> None:
        """Put the whole base layer in, or nothing: readers never see half a book.

        Args:
            records: entries in the order of files, catalogues in the order of tags.
            fingerprint: what tells this content from any other.

        Raises:
            StoreError: the disk is full or cannot be written; the old base layer is still there.
        """
        bodies = list(bodies_of(records))
        rows = [(body.kind, body.name, body.sha) for body in bodies]
        with self._write() as db:
            db.table("body").insert_all(({"sha": body.sha, "data": body.data} for body in bodies), ignore=True)
            db.table("base").delete_where()
            db.table("base").insert_all({"kind": kind, "name": name, "sha": sha} for kind, name, sha in rows)
            layer = {"name": _BASE, "fingerprint": fingerprint, "seal": seal(fingerprint, rows)}
            db.table("layer").upsert(layer, pk="name")
            db.execute("DELETE FROM body WHERE sha NOT IN (SELECT sha FROM base)")

    @cached_property
    def _db(self) -> "Database":
        # Loaded late: the program starts by reading, and that needs SQL only.
        from sqlite_utils import Database  # noqa: PLC0415

        return Database(self._connection, execute_plugins=False)

    @contextmanager
    def _write(self) -> Iterator["Database"]:
        """One change: all of it or nothing. It takes the lock at once, so that it cannot lack it half-way."""
        db = self._db
        with sorted_trouble(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield db
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _migrate(self) -> None:
        from counter_app.store.migrations import migrations  # noqa: PLC0415 - loads sqlite-utils

        with self._write() as db:
            migrations.apply(db)

    def _check_owner(self) -> None:
        """Ask again what the header was asked: part of the truth may stand in the log beside the file."""
        application_id, version = self._number("PRAGMA application_id"), self._number("PRAGMA user_version")
        if application_id or version or self._number("SELECT count(*) FROM sqlite_master"):
            check_owner(self._path, application_id, version)

    def _number(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])

    def _layer(self) -> tuple[str, str]:
        """Fingerprint and seal of the base layer."""
        rows = self._rows("SELECT fingerprint, seal FROM layer WHERE name = 'base'")
        return rows[0] if rows else ("", "")

    def _bodies(self, which: str, values: tuple[str, ...] = ()) -> list[Body]:
        """Bodies of the base layer, each compared with its hash."""
        query = f"SELECT kind, name, sha, data FROM base LEFT JOIN body USING (sha) {which}"  # noqa: S608 - ours alone
        found = []
        for kind, name, sha, data in self._rows(query, values):
            body = Body(kind, name, data)
            if not isinstance(data, bytes) or body.sha != sha:
                raise damaged(self._path)
            found.append(body)
        return found

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> list[Any]:
        with sorted_damage(self._path):
            return self._connection.execute(query, values).fetchall()

"""How a store comes to be, step by step. A released step is never edited; each has a test that starts from an old file.

Imported only when there is something to do: sqlite-utils costs a tenth of a second.
"""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from counter_app.store.header import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("schalterlotse")


@migrations()
def m001_base_layer(db: "Database") -> None:
    """The shipped content: bodies by their hash, and which of them make the base layer.

    A body is one whole content file, or all translations into one language. What an office changes is far smaller and
    will get bodies of its own in the same table.
    """
    db.execute("CREATE TABLE body (sha TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT")
    db.execute(
        "CREATE TABLE base (kind TEXT NOT NULL, name TEXT NOT NULL, sha TEXT NOT NULL REFERENCES body (sha),"
        " PRIMARY KEY (kind, name)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE layer (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, seal TEXT NOT NULL)"
        " STRICT, WITHOUT ROWID"
    )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")

"""What can be wrong with the store. In each case nothing was overwritten."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counter_app.domain.errors import CounterError


class StoreError(CounterError):
    """The store cannot be used."""

    code = "store"


class StoreLocked(StoreError):
    """Another program holds the store."""

    code = "store_locked"


class StoreTooNew(StoreError):
    """A newer version of the program made the store."""

    code = "store_too_new"


class StoreForeign(StoreError):
    """The file belongs to another program."""

    code = "store_foreign"


class StoreDamaged(StoreError):
    """The file is broken, or holds other bytes than were written."""

    code = "store_damaged"


class StoreOnNetwork(StoreError):
    """The store would lie on a network drive, where it can break."""

    code = "store_on_network"


class StoreFull(StoreError):
    """The disk is full."""

    code = "store_full"


class StoreUnwritable(StoreError):
    """The file or its folder cannot be written."""

    code = "store_unwritable"


def locked(path: Path) -> StoreLocked:
    """The error for a store that somebody else holds."""
    detail = (
        "Der Datenbestand wird gerade von einem anderen Programm benutzt. "
        "Bitte das andere Fenster von Schalterlotse benutzen oder schließen und neu starten."
    )
    return StoreLocked(detail, str(path))


def too_new(path: Path) -> StoreTooNew:
    """The error for a store that this program is too old for."""
    detail = (
        "Der Datenbestand stammt von einer neueren Version von Schalterlotse und bleibt unverändert. "
        "Bitte die neuere Version starten."
    )
    return StoreTooNew(detail, str(path))


def foreign(path: Path) -> StoreForeign:
    """The error for a database that is not ours."""
    detail = (
        "Die Datei gehört zu einem anderen Programm und bleibt unverändert. "
        "Bitte einen anderen Ordner für die Daten wählen."
    )
    return StoreForeign(detail, str(path))


def damaged(path: Path) -> StoreDamaged:
    """The error for a store that does not hold what was written."""
    detail = (
        "Der Datenbestand ist beschädigt und bleibt unverändert liegen. "
        "Bitte die EDV verständigen; die Datei nicht löschen."
    )
    return StoreDamaged(detail, str(path))


def on_network(path: Path) -> StoreOnNetwork:
    """The error for a folder on a network drive."""
    detail = (
        "Der Ordner für die Daten liegt auf einem Netzlaufwerk; dort kann der Datenbestand beschädigt werden. "
        "Bitte einen Ordner auf diesem Rechner wählen."
    )
    return StoreOnNetwork(detail, str(path))


def full(path: Path) -> StoreFull:
    """The error for a full disk."""
    detail = "Der Datenträger ist voll; es wurde nichts geändert. Bitte Platz schaffen und neu starten."
    return StoreFull(detail, str(path))


def unwritable(path: Path) -> StoreUnwritable:
    """The error for a file or folder that cannot be written."""
    detail = (
        "Der Datenbestand lässt sich nicht öffnen oder schreiben. "
        "Bitte die Rechte am Ordner prüfen lassen oder einen anderen Ordner wählen."
    )
    return StoreUnwritable(detail, str(path))


_SORTED = {
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
    sqlite3.SQLITE_FULL: full,
    sqlite3.SQLITE_CANTOPEN: unwritable,
    sqlite3.SQLITE_IOERR: unwritable,
    sqlite3.SQLITE_PERM: unwritable,
    sqlite3.SQLITE_READONLY: unwritable,
}


@contextmanager
def sorted_trouble(path: Path) -> Iterator[None]:
    """Turn trouble with the machine into a :class:`StoreError`; our own mistakes pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        make = _SORTED.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if make is None:
            raise
        raise make(path) from error
    except UnicodeDecodeError as error:  # SQLite names what is broken, in broken letters
        raise damaged(path) from error
    except OSError as error:
        raise unwritable(path) from error


@contextmanager
def sorted_damage(path: Path) -> Iterator[None]:
    """The same around fixed questions to a store of ours: they fit its tables, so what does not fit now is damaged."""
    with sorted_trouble(path):
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                raise damaged(path) from error
            raise

"""Opens the content at start: from the store, or from the shipped files where the store cannot be used."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.content.cards import FOLDER, cards_of
from counter_app.content.folders import ContentFolders, fingerprint
from counter_app.domain.card import MatterCard
from counter_app.domain.errors import ContentError, CounterError
from counter_app.store.content_store import ContentStore, open_local
from counter_app.store.disks import is_on_network
from counter_app.store.errors import StoreError

if TYPE_CHECKING:
    from counter_app.domain.content import Content

STORE = "schalterlotse.sqlite3"
"""The name of the store in the data folder."""


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """The store, and what one can look for at once.

    Args:
        store: owned by the thread that opened it; None where the store cannot be used.
        cards: the matters; none without a store.
        trouble: what the clerk must be told; None when all is well.
    """

    store: ContentStore | None
    cards: tuple[MatterCard, ...] = ()
    trouble: CounterError | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What the program can work with.

    Args:
        store: owned by the thread that opened it; None where only reading is possible.
        trouble: what the clerk must be told; None when all is well.
    """

    content: "Content"
    store: ContentStore | None
    trouble: CounterError | None = None


def open_content(folders: ContentFolders, data: Path, is_network: Callable[[Path], bool] = is_on_network) -> Opened:
    """Open the store in the data folder, bring its base layer up to the shipped files, and read the content from it.

    Whatever is wrong with the store, it stays as it is and the shipped files are read instead. Where these are broken,
    the last good base layer counts. The thread that calls this owns the library.

    Args:
        data: the data folder of the user; made if it is not there.
        is_network: whether a path lies on a network drive.

    Raises:
        ContentError: neither the shipped files nor the store give sound content.
    """
    return read_content(folders, open_store(folders, data, is_network))


def open_store(folders: ContentFolders, data: Path, is_network: Callable[[Path], bool] = is_on_network) -> OpenedStore:
    """The first half of `open_content`: quick, and enough to look for matters.

    Raises:
        ContentError: the shipped files are broken, and the store holds nothing yet.
    """
    try:
        library = open_local(data / STORE, is_network)
    except StoreError as trouble:
        return OpenedStore(None, trouble=trouble)
    try:
        outdated = _brought_up_to_date(folders, library)
        return OpenedStore(library, tuple(cards_of(library.entries_in(FOLDER))), outdated)
    except StoreError as trouble:
        library.close()
        return OpenedStore(None, trouble=trouble)
    except ContentError:
        library.close()
        raise


def read_content(folders: ContentFolders, first: OpenedStore) -> Opened:
    """The second half of `open_content`: everything.

    Raises:
        ContentError: neither the shipped files nor the store give sound content.
    """
    if first.store is None:
        return Opened(_shipped(folders), None, first.trouble)
    # Loaded late: one can type before these are there.
    from counter_app.content.from_records import content_of  # noqa: PLC0415

    try:
        return Opened(content_of(first.store.base()), first.store, first.trouble)
    except CounterError as trouble:
        first.store.close()
        return Opened(_shipped(folders), None, trouble)


def _brought_up_to_date(folders: ContentFolders, library: ContentStore) -> ContentError | None:
    """Import what is new; the trouble where that cannot be read, and the last good layer counts."""
    try:
        today = fingerprint(folders)
        if today != library.fingerprint:
            # Loaded late: files are read only after an update of the program.
            from counter_app.content.loader import load_records  # noqa: PLC0415

            library.replace_base(load_records(folders), today)
    except ContentError as trouble:
        if not library.fingerprint:
            raise
        return trouble
    return None


def _shipped(folders: ContentFolders) -> "Content":
    from counter_app.content.loader import load_content  # noqa: PLC0415 - loaded late: rarely needed

    return load_content(folders)

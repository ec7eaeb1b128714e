"""A small store of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.domain.record import Records
from counter_app.store.content_store import ContentStore, open_local
from tests.store.shelves import FIRST, make_records


@pytest.fixture
def records() -> Records:
    """A little content."""
    return make_records()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made."""
    return tmp_path / "store.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[ContentStore]:
    """An empty store."""
    with open_local(path) as opened:
        yield opened


@pytest.fixture
def filled(path: Path, records: Records) -> Path:
    """A closed store with the first base layer in it."""
    with open_local(path) as opened:
        opened.replace_base(records, FIRST)
    return path

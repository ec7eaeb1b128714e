"""At start the content comes from the store; whatever is wrong, there is content and the clerk is told."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.app.opening import STORE, Opened, open_content
from counter_app.content.folders import ContentFolders
from counter_app.content.loader import load_content
from counter_app.domain.errors import ContentError
from counter_app.store.content_store import open_local
from counter_app.store.errors import StoreDamaged, StoreLocked, StoreOnNetwork, StoreTooNew, StoreUnwritable
from tests.content.copies import copied_content, edit

ROOT = Path(__file__).resolve().parents[2]
PAPER = 'short = "Pass"'


@pytest.fixture
def folders(tmp_path: Path) -> ContentFolders:
    """A copy of the shipped files for this test alone."""
    return copied_content(tmp_path / "shipped")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the data of the user go; not there yet."""
    return tmp_path / "home" / "data"


@pytest.fixture
def used(folders: ContentFolders, data: Path) -> Path:
    """The data folder after a first start."""
    closed(open_content(folders, data))
    return data


def closed(opened: Opened) -> Opened:
    """What was opened, its store closed again."""
    if opened.store is not None:
        opened.store.close()
    return opened


def paper(opened: Opened) -> str:
    """The text that these tests change."""
    return opened.content.documents["pass"].short.german


def test_the_first_start_makes_a_store_and_reads_the_shipped_content(folders: ContentFolders, data: Path) -> None:
    opened = closed(open_content(folders, data))
    assert opened.trouble is None
    assert opened.store is not None
    assert opened.content == load_content(folders)
    assert [path.name for path in data.iterdir()] == [STORE]


def test_the_second_start_writes_nothing(folders: ContentFolders, used: Path) -> None:
    store = used / STORE
    before = (store.read_bytes(), store.stat().st_mtime_ns)
    opened = closed(open_content(folders, used))
    assert (store.read_bytes(), store.stat().st_mtime_ns) == before
    assert opened.content == load_content(folders)


def test_new_content_is_taken_over_at_the_next_start(folders: ContentFolders, used: Path) -> None:
    edit(folders.forms / "documents.toml", PAPER, 'short = "Reisepass"')
    opened = closed(open_content(folders, used))
    assert (paper(opened), opened.trouble) == ("Reisepass", None)
    with open_local(used / STORE) as library:
        assert any(entry.fields.get("short") == "Reisepass" for entry in library.base().entries)


def test_broken_shipped_content_leaves_the_last_good_one(folders: ContentFolders, used: Path) -> None:
    before = (used / STORE).read_bytes()
    edit(folders.forms / "documents.toml", PAPER, "short = 1")
    opened = closed(open_content(folders, used))
    assert paper(opened) == "Pass"
    assert opened.store is not None
    assert isinstance(opened.trouble, ContentError)
    assert opened.trouble.where.startswith("forms/documents.toml:")
    assert (used / STORE).read_bytes() == before


def test_shipped_content_that_is_gone_leaves_the_last_good_one(folders: ContentFolders, used: Path) -> None:
    gone = ContentFolders(folders.forms / "gone", folders.phrasebooks / "gone")
    opened = closed(open_content(gone, used))
    assert paper(opened) == "Pass"
    assert isinstance(opened.trouble, ContentError)


def test_without_any_sound_content_there_is_nothing_to_open(folders: ContentFolders, data: Path) -> None:
    edit(folders.forms / "documents.toml", PAPER, "short = 1")
    with pytest.raises(ContentError, match="„short“"):
        open_content(folders, data)
    open_local(data / STORE).close()


def test_beside_a_running_counter_the_shipped_content_can_be_read(folders: ContentFolders, used: Path) -> None:
    first = open_content(folders, used)
    second = open_content(folders, used)
    closed(first)
    assert isinstance(second.trouble, StoreLocked)
    assert second.store is None
    assert second.content == first.content


def test_a_newer_store_is_not_touched(folders: ContentFolders, used: Path) -> None:
    connection = sqlite3.connect(used / STORE)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (used / STORE).read_bytes()
    edit(folders.forms / "documents.toml", PAPER, 'short = "Reisepass"')
    opened = open_content(folders, used)
    assert isinstance(opened.trouble, StoreTooNew)
    assert (paper(opened), opened.store) == ("Reisepass", None)
    assert (used / STORE).read_bytes() == before


def test_a_damaged_store_is_not_touched(folders: ContentFolders, used: Path) -> None:
    whole = (used / STORE).read_bytes()
    spoiled = whole.replace(b"Passersatz", b"Passerdatz")
    assert spoiled != whole
    (used / STORE).write_bytes(spoiled)
    opened = open_content(folders, used)
    assert isinstance(opened.trouble, StoreDamaged)
    assert opened.store is None
    assert opened.content == load_content(folders)
    assert (used / STORE).read_bytes() == spoiled


def test_a_data_folder_that_cannot_be_made_is_said(folders: ContentFolders, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("A file.", encoding="utf-8")
    opened = open_content(folders, tmp_path / "home" / "data")
    assert isinstance(opened.trouble, StoreUnwritable)
    assert (paper(opened), opened.store) == ("Pass", None)


def test_a_data_folder_on_a_network_drive_is_said(folders: ContentFolders, data: Path) -> None:
    opened = open_content(folders, data, is_network=lambda path: path == data / STORE)
    assert isinstance(opened.trouble, StoreOnNetwork)
    assert (paper(opened), opened.store) == ("Pass", None)
    assert not data.parent.exists()


START = """
import sys
from pathlib import Path
from counter_app.app.opening import open_content
from counter_app.content.folders import ContentFolders

opened = open_content(ContentFolders(Path(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]))
print(opened.trouble)
opened.store.close()
print(*(name for name in ("PySide6", "sqlite_utils", "polib", "tomllib", "click") if name in sys.modules))
"""


def test_an_everyday_start_loads_nothing_that_only_writing_needs(folders: ContentFolders, used: Path) -> None:
    command = [sys.executable, "-c", START, *(str(path) for path in (folders.forms, folders.phrasebooks, used))]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.split("\n") == ["None", "", ""]

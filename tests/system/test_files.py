"""A file is written whole or not at all, and nothing half-written is left behind."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from counter_app.system.files import FileError, make_folder, write_whole

OLD, NEW = b"old", b"new \xc3\xa4 \x00" * 1000
NOBODY = 65534


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A file that is already there."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(OLD)
    return path


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """New files get these permissions taken away."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def only_looking_at(folder: Path) -> Iterator[None]:
    """Nobody may write into the folder, not even root."""
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_holds_every_byte(tmp_path: Path) -> None:
    write_whole(tmp_path / "sheet.pdf", NEW)
    assert (tmp_path / "sheet.pdf").read_bytes() == NEW
    assert names(tmp_path) == ["sheet.pdf"]


def test_an_old_file_is_replaced_in_one_step(old_file: Path) -> None:
    opened = old_file.open("rb")
    with opened:
        write_whole(old_file, NEW)
        assert opened.read() == OLD
    assert old_file.read_bytes() == NEW
    assert names(old_file.parent) == [old_file.name]


def test_the_longest_name_that_a_folder_takes_is_fine(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 251}.pdf"
    write_whole(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "der Datenträger ist voll"),
        (errno.EROFS, "schreibgeschützt"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_full_disk_leaves_the_old_file(
    number: int, reason: str, old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileError, match=reason) as caught:
        write_whole(old_file, NEW)
    assert caught.value.where == str(old_file)
    assert caught.value.code == "file"
    assert old_file.read_bytes() == OLD
    assert names(old_file.parent) == [old_file.name]


def test_the_bytes_are_on_disk_before_the_old_file_goes(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(old_file.read_bytes()))
    write_whole(old_file, NEW)
    assert seen == [OLD]


def test_a_file_that_can_be_made_again_does_not_wait_for_the_disk(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    write_whole(old_file, NEW, outlives_power=False)
    assert (old_file.read_bytes(), waited) == (NEW, [])
    assert names(old_file.parent) == [old_file.name]


def test_an_interruption_leaves_the_old_file(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(old_file, NEW)
    assert old_file.read_bytes() == OLD
    assert names(old_file.parent) == [old_file.name]


def test_a_folder_in_place_of_the_file_stays(tmp_path: Path) -> None:
    folder = tmp_path / "sheet.pdf"
    folder.mkdir()
    with pytest.raises(FileError, match="dort steht ein Ordner"):
        write_whole(folder, NEW)
    assert names(tmp_path) == ["sheet.pdf"]
    assert names(folder) == []


@pytest.mark.parametrize("path", [".", "/"])
def test_a_folder_as_the_place_is_refused(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError):
        write_whole(Path(path), NEW)
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="den Ordner gibt es nicht") as caught:
        write_whole(tmp_path / "nowhere" / "sheet.pdf", NEW)
    assert caught.value.where == str(tmp_path / "nowhere" / "sheet.pdf")
    assert names(tmp_path) == []


def test_a_file_in_place_of_the_folder_is_named(old_file: Path) -> None:
    with pytest.raises(FileError, match="ein Teil des Weges ist kein Ordner"):
        write_whole(old_file / "sheet.pdf", NEW)
    assert old_file.read_bytes() == OLD


def test_an_unwritable_folder_leaves_the_old_file() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        path.write_bytes(OLD)
        with only_looking_at(path.parent), pytest.raises(FileError, match="keine Berechtigung"):
            write_whole(path, NEW)
        assert path.read_bytes() == OLD
        assert names(path.parent) == [path.name]


def test_a_forbidden_rename_leaves_the_old_file(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "replace", forbid)
    with pytest.raises(FileError, match="keine Berechtigung"):
        write_whole(old_file, NEW)
    assert old_file.read_bytes() == OLD
    assert names(old_file.parent) == [old_file.name]


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_is_as_private_as_the_system_says(mask: int, expected: int, tmp_path: Path) -> None:
    with umask(mask):
        write_whole(tmp_path / "sheet.pdf", NEW)
    assert permissions(tmp_path / "sheet.pdf") == expected


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_an_old_file_keeps_its_permissions(mode: int, old_file: Path) -> None:
    old_file.chmod(mode)
    with umask(0o022):
        write_whole(old_file, NEW)
    assert permissions(old_file) == mode


def test_a_folder_is_made_with_those_around_it_and_may_be_there(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_in_place_of_a_file_is_refused(old_file: Path) -> None:
    with pytest.raises(FileError, match="dort steht schon eine Datei") as caught:
        make_folder(old_file)
    assert caught.value.where == str(old_file)
    assert old_file.read_bytes() == OLD


def test_a_folder_below_a_file_is_refused(old_file: Path) -> None:
    with pytest.raises(FileError, match="kein Ordner"):
        make_folder(old_file / "a" / "b")

"""The shipped folders are found in a checkout and in the unpacked program, the data where it belongs."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths

from counter_app.content.loader import ContentFolders
from counter_app.system.files import FileError
from counter_app.system.paths import (
    APP_NAME,
    content_folders,
    data_folder,
    fonts_folder,
    instance_folder,
    log_folder,
    settings_file,
    shipped_root,
    themes_folder,
)


def test_a_checkout_has_its_folders_beside_the_package() -> None:
    root = Path(__file__).resolve().parents[2]
    assert shipped_root() == root
    assert content_folders() == ContentFolders(root / "forms", root / "phrasebooks")
    assert fonts_folder() == root / "resources" / "fonts"


def test_the_shipped_folders_are_there() -> None:
    folders = content_folders()
    assert (folders.forms / "facts.toml").is_file()
    assert (folders.phrasebooks / "languages.toml").is_file()
    assert list(fonts_folder().glob("*.ttf"))
    assert list(themes_folder().glob("*.toml"))


def test_the_working_folder_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content_folders()
    monkeypatch.chdir(tmp_path)
    assert content_folders() == before


def test_the_frozen_program_looks_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert shipped_root() == tmp_path
    assert content_folders() == ContentFolders(tmp_path / "forms", tmp_path / "phrasebooks")
    assert fonts_folder() == tmp_path / "resources" / "fonts"


def test_a_given_folder_holds_all_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = data_folder(Path("office"))
    assert data == tmp_path / "office"
    for place in (settings_file(data), log_folder(data), instance_folder(data)):
        assert place.parent == data
    assert list(tmp_path.iterdir()) == []


def test_without_a_given_folder_data_stays_on_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    name, office = QCoreApplication.applicationName(), QCoreApplication.organizationName()
    try:
        QCoreApplication.setApplicationName(APP_NAME)
        QCoreApplication.setOrganizationName("")
        local = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    finally:
        QCoreApplication.setApplicationName(name)
        QCoreApplication.setOrganizationName(office)
    assert data_folder() == Path(local) == tmp_path / "Schalterlotse"


def test_a_system_without_a_place_for_data_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: "")
    with pytest.raises(FileError, match="--data ORDNER"):
        data_folder()

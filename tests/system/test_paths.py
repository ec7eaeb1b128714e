"""The shipped folders are found in a checkout and in the unpacked program."""

import sys
from pathlib import Path

import pytest

from counter_app.content.loader import ContentFolders
from counter_app.system.paths import content_folders, fonts_folder, shipped_root


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


def test_the_working_folder_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content_folders()
    monkeypatch.chdir(tmp_path)
    assert content_folders() == before


def test_the_frozen_program_looks_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert shipped_root() == tmp_path
    assert content_folders() == ContentFolders(tmp_path / "forms", tmp_path / "phrasebooks")
    assert fonts_folder() == tmp_path / "resources" / "fonts"

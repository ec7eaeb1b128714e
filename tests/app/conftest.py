"""The command line in this process, and folders to break."""

from functools import cache
from pathlib import Path

import pytest

from counter_app.app import cli
from counter_app.app.commands import shared
from counter_app.content.loader import ContentFolders, load_content
from counter_app.domain.content import Content
from counter_app.system import paths
from tests.app.command import Outcome, Run, copy_content

SHIPPED = paths.content_folders()


@cache
def _shipped() -> Content:
    return load_content(SHIPPED)


def _loaded_once(folders: ContentFolders) -> Content:
    return _shipped() if folders == SHIPPED else load_content(folders)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """``counter-app`` with these arguments, in an empty folder; reads the shipped content only once."""
    monkeypatch.setattr(shared, "load_content", _loaded_once)
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            cli.main(list(arguments))
        said = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), said.out, said.err)

    return run_command


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped folders that the commands work on."""
    copied = copy_content(tmp_path_factory.mktemp("root"))
    monkeypatch.setattr(paths, "shipped_root", lambda: copied)
    return copied

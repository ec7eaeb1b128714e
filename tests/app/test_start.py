"""Where the program begins: the windows without the command line, the command line without the windows."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.app import cli, counter, start
from counter_app.system.screen import NoScreen


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Starting turns the collection of garbage off until the windows are there."""
    yield
    gc.enable()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The data folders with which the windows were opened."""
    found: list[Path | None] = []

    def run(data: Path | None) -> int:
        found.append(data)
        return 0

    monkeypatch.setattr(counter, "run", run)
    return found


@pytest.mark.parametrize(
    ("arguments", "data"), [([], None), (["--data", "place"], Path("place")), (["--data=place"], Path("place"))]
)
def test_without_a_command_the_windows_open(
    monkeypatch: pytest.MonkeyPatch, opened: list[Path | None], arguments: list[str], data: Path | None
) -> None:
    monkeypatch.setattr(sys, "argv", ["counter-app", *arguments])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert (ended.value.code, opened) == (0, [data])


def test_a_command_goes_to_the_command_line(monkeypatch: pytest.MonkeyPatch, opened: list[Path | None]) -> None:
    called: list[bool] = []
    monkeypatch.setattr(cli, "main", lambda: called.append(True))
    monkeypatch.setattr(sys, "argv", ["counter-app", "services"])
    start.main()
    assert (called, opened) == ([True], [])


def test_without_a_screen_one_line_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def run(_data: Path | None) -> int:
        raise NoScreen("Hier gibt es keinen Bildschirm.")

    monkeypatch.setattr(counter, "run", run)
    monkeypatch.setattr(sys, "argv", ["counter-app"])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert (ended.value.code, capsys.readouterr().err) == (2, "Hier gibt es keinen Bildschirm.\n")


def test_what_one_waits_for_loads_neither_the_command_line_nor_the_sheets() -> None:
    code = "import sys; import counter_app.app.counter; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = ("click", "reportlab", "uharfbuzz", "sqlite_utils", "polib", "rapidfuzz", "pypdfium2", "difflib")
    assert [name for name in heavy if name in loaded] == []
    assert "counter_app.ui.front_desk" not in loaded

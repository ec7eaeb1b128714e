"""``demo``: a whole visit through the windows, in a process of its own as everybody starts it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.system.paths import shipped_root
from tests.sheets.slips import papers_of, read

FILES = {"sheet.pdf", "counter.png", "customer.png", "visit.json"}
PNG = b"\x89PNG"


def demo(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "counter_app", "demo", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(shipped_root()), "PATH": "", "HOME": str(folder / "home"), "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo was played."""
    folder = tmp_path_factory.mktemp("demo")
    outcome = demo(folder)
    assert (outcome.returncode, "Besuch gespielt" in outcome.stdout) == (0, True), outcome.stderr
    return folder


def test_the_demo_leaves_its_four_files_and_nothing_else(played: Path) -> None:
    assert {path.name for path in (played / "demo").iterdir()} == FILES
    assert {path.name for path in played.iterdir()} == {"demo"}


def test_the_sheet_of_the_demo_says_what_is_missing_in_both_languages(played: Path) -> None:
    tree = read((played / "demo" / "sheet.pdf").read_bytes())
    assert len(papers_of(tree)) == 3
    assert {language for language, _ in tree.texts} == {"de", "ar"}


def test_the_pictures_of_the_demo_are_pictures(played: Path) -> None:
    for name in ("counter.png", "customer.png"):
        assert (played / "demo" / name).read_bytes().startswith(PNG)


def test_the_record_of_the_demo_tells_how_the_visit_ended(played: Path) -> None:
    visit = json.loads((played / "demo" / "visit.json").read_text(encoding="utf-8"))
    assert (visit["language"], visit["service"], visit["is_printed"]) == ("ar", "study", True)
    assert [row["number"] for row in visit["rows"] if row["state"] == "missing"] == [3, 5, 8]
    assert all(row["state"] != "open" for row in visit["rows"])
    assert visit["keys_pressed"] > 0


def test_the_demo_refuses_a_folder_it_cannot_make(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = demo(tmp_path, "--out", "file/demo")
    assert outcome.returncode == 2
    assert "Der Ordner lässt sich nicht anlegen" in outcome.stderr

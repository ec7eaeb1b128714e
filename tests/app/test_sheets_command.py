"""``sheets``: the list, and the whole library in this process."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.app.stock import maker
from counter_app.app.stock.manifest import FILE
from counter_app.system import paths
from tests.app.command import Outcome, Run, change
from tests.app.small_library import ARABIC_FILES, GERMAN_FILES, files_of, small_root, sync
from tests.sheets.slips import shipped

MakeAll = Callable[..., Outcome]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small content, which no test changes."""
    return small_root(tmp_path_factory.mktemp("pattern"))


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, pattern: Path) -> Path:
    """A copy of the small content; the commands work on it."""
    copied = tmp_path_factory.mktemp("small")
    shutil.copytree(pattern, copied, symlinks=True, dirs_exist_ok=True)
    monkeypatch.setattr(paths, "shipped_root", lambda: copied)
    return copied


@pytest.fixture
def make_all(run: Run, small: Path) -> MakeAll:
    """``sheets --all`` of the small content into ``lib``."""
    assert small.is_dir()
    return lambda *options: run("sheets", "--all", "--out", "lib", "--jobs", "1", *options)


def times_of(folder: Path) -> dict[Path, int]:
    """When each sheet was written."""
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*.pdf")}


# The list.


def test_the_list_names_every_sheet_with_its_title_and_what_it_needs(run: Run) -> None:
    lines = run("sheets").out.splitlines()
    assert [line.split()[0] for line in lines] == list(shipped().sheets)
    by_id = {line.split()[0]: line for line in lines}
    assert by_id["full"].endswith("Diese Unterlagen brauchen Sie · braucht --service")
    assert by_id["missing"].endswith(" · braucht --service und --missing")
    assert by_id["language_poster"].endswith(" · für alle Sprachen zugleich")
    assert by_id["help"].endswith(shipped().sheets["help"].title.german)


def test_scripts_get_the_list_in_the_documented_shape(run: Run) -> None:
    shape = run("sheets", "--json").json
    assert list(shape) == ["sheets"]
    assert [sheet["id"] for sheet in shape["sheets"]] == list(shipped().sheets)
    for sheet in shape["sheets"]:
        assert list(sheet) == ["id", "title", "needs_service", "needs_missing", "is_for_everyone"]
        assert set(sheet["title"]) <= set(shipped().languages)
        assert sheet["title"]["de"]
    needs = {sheet["id"]: (sheet["needs_service"], sheet["needs_missing"]) for sheet in shape["sheets"]}
    assert (needs["full"], needs["missing"], needs["help"]) == ((True, False), (True, True), (False, False))


# All sheets.


def test_every_sheet_is_made_in_every_language_and_the_poster_once(make_all: MakeAll, tmp_path: Path) -> None:
    outcome = make_all()
    assert (outcome.code, outcome.out, outcome.err) == (0, "8 geschrieben, 0 unverändert, 0 nicht möglich.\n", "")
    made = files_of(tmp_path / "lib")
    assert set(made) == GERMAN_FILES | ARABIC_FILES
    assert all(data.startswith(b"%PDF-") for data in made.values())
    assert b"/MediaBox [ 0 0 841.8898 1190.551 ]" in made["de/language_poster_a3.pdf"]


def test_a_second_run_writes_nothing(make_all: MakeAll, tmp_path: Path) -> None:
    make_all()
    before = times_of(tmp_path / "lib")
    assert make_all().out == "0 geschrieben, 8 unverändert, 0 nicht möglich.\n"
    assert times_of(tmp_path / "lib") == before


def test_only_what_a_change_touches_is_made_again(make_all: MakeAll, small: Path, tmp_path: Path) -> None:
    make_all()
    before = files_of(tmp_path / "lib")
    change(small / "forms" / "sheets" / "help.toml", '\ntitle = "', '\ntitle = "Neu: ')
    assert make_all().out == "2 geschrieben, 6 unverändert, 0 nicht möglich.\n"
    after = files_of(tmp_path / "lib")
    assert {name for name in after if after[name] != before[name]} == {"ar/help.pdf", "de/help.pdf"}


def test_a_changed_translation_changes_its_language_alone(make_all: MakeAll, small: Path, tmp_path: Path) -> None:
    make_all()
    before = files_of(tmp_path / "lib")
    title = shipped().sheets["full"].title.in_language("ar")
    change(small / "forms" / "ar.po", f'msgstr "{title}"', f'msgstr "{title} {title}"')
    assert make_all().out == "2 geschrieben, 6 unverändert, 0 nicht möglich.\n"
    after = files_of(tmp_path / "lib")
    assert {name for name in after if after[name] != before[name]} == ARABIC_FILES - {"ar/help.pdf"}


@pytest.mark.parametrize("damage", [None, b"", b"%PDF-1.7 half"], ids=["missing", "empty", "half"])
def test_a_sheet_that_is_missing_or_damaged_is_made_again(
    make_all: MakeAll, tmp_path: Path, damage: bytes | None
) -> None:
    make_all()
    place = tmp_path / "lib" / "ar" / "help.pdf"
    whole = place.read_bytes()
    place.unlink() if damage is None else place.write_bytes(damage)
    assert make_all().out == "1 geschrieben, 7 unverändert, 0 nicht möglich.\n"
    assert place.read_bytes() == whole


def test_without_a_sound_manifest_all_is_made_again(make_all: MakeAll, tmp_path: Path) -> None:
    make_all()
    (tmp_path / "lib" / FILE).write_text("{", encoding="utf-8")
    assert make_all().out.startswith("8 geschrieben, ")
    assert make_all().out.startswith("0 geschrieben, ")


def test_some_languages_leave_the_others_alone(make_all: MakeAll, tmp_path: Path) -> None:
    make_all()
    assert make_all("--language", "ar").out == "0 geschrieben, 3 unverändert, 0 nicht möglich.\n"
    assert set(files_of(tmp_path / "lib")) == GERMAN_FILES | ARABIC_FILES
    assert make_all().out.startswith("0 geschrieben, 8 ")


def test_one_language_is_made_without_the_others(make_all: MakeAll, tmp_path: Path) -> None:
    assert make_all("--language", "ar", "--language", "ar").out.startswith("3 geschrieben, ")
    assert set(files_of(tmp_path / "lib")) == ARABIC_FILES


def test_sheets_that_there_are_no_more_go_and_files_of_others_stay(
    make_all: MakeAll, small: Path, tmp_path: Path
) -> None:
    make_all()
    library = tmp_path / "lib"
    (library / "de" / "notes.pdf").write_text("mine", encoding="utf-8")
    (library / "ar" / "help.pdf").write_text("mine", encoding="utf-8")
    (small / "forms" / "sheets" / "help.toml").unlink()
    sync(small)
    assert make_all().out == "0 geschrieben, 6 unverändert, 0 nicht möglich, 1 entfernt.\n"
    kept = (GERMAN_FILES | ARABIC_FILES | {"de/notes.pdf"}) - {"de/help.pdf"}
    assert set(files_of(library)) == kept


def test_a_manifest_that_names_files_elsewhere_removes_nothing(make_all: MakeAll, tmp_path: Path) -> None:
    make_all()
    mine = tmp_path / "mine.pdf"
    mine.write_bytes((tmp_path / "lib" / "de" / "help.pdf").read_bytes())
    manifest = tmp_path / "lib" / FILE
    shape = json.loads(manifest.read_text(encoding="utf-8"))
    shape["sheets"]["../mine.pdf"] = shape["sheets"]["de/help.pdf"]
    manifest.write_text(json.dumps(shape), encoding="utf-8")
    make_all()
    assert mine.is_file()


# What goes wrong.


def test_a_sheet_that_cannot_be_set_is_told_and_the_others_are_made(
    make_all: MakeAll, small: Path, tmp_path: Path
) -> None:
    make_all()
    old = (tmp_path / "lib" / "de" / "help.pdf").read_bytes()
    change(small / "forms" / "sheets" / "help.toml", '\ntitle = "', '\ntitle = "\u13a0 ')
    outcome = make_all()
    assert (outcome.code, outcome.out) == (2, "0 geschrieben, 6 unverändert, 2 nicht möglich.\n")
    first, second = outcome.err.splitlines()
    assert first.startswith("de/help.pdf: ")
    assert second.startswith("ar/help.pdf: ")
    assert "U+13A0" in first
    assert (tmp_path / "lib" / "de" / "help.pdf").read_bytes() == old


def test_a_logo_that_is_missing_is_told_for_every_sheet(make_all: MakeAll, small: Path, tmp_path: Path) -> None:
    change(small / "forms" / "offices" / "default.toml", 'logo = ""', 'logo = "wappen.png"')
    outcome = make_all("--language", "ar")
    assert outcome.out == "0 geschrieben, 0 unverändert, 3 nicht möglich.\n"
    assert outcome.err.count("wappen.png") >= 3
    assert files_of(tmp_path / "lib") == {}


def test_a_folder_that_cannot_be_made_is_one_clear_line(run: Run, tmp_path: Path, small: Path) -> None:
    assert small.is_dir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "Der Ordner lässt sich nicht anlegen" in run("sheets", "--all", "--out", "file", "--jobs", "1").complaint
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES], ids=errno.errorcode.__getitem__)
def test_a_full_or_closed_disk_leaves_nothing_half_written(
    make_all: MakeAll, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_old: Path, _new: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    assert "Die Datei lässt sich nicht schreiben" in make_all().complaint
    assert [path for path in (tmp_path / "lib").rglob("*") if path.is_file()] == []


def test_ctrl_c_keeps_what_is_whole_and_the_next_run_goes_on(
    make_all: MakeAll, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def write_three(path: Path, data: bytes, **_details: object) -> None:
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(path)
        path.write_bytes(data)

    with monkeypatch.context() as patch:
        patch.setattr(maker, "write_whole", write_three)
        outcome = make_all()
    assert outcome.code == 130
    assert outcome.out == ""
    assert outcome.err.startswith("Abgebrochen. ")
    assert len(files_of(tmp_path / "lib")) == 3
    assert make_all().out == "5 geschrieben, 3 unverändert, 0 nicht möglich.\n"

"""The built program: it takes along all it needs, and plays a visit where there is neither Python nor a checkout.

The quick tests read ``build_installer.spec``. The slow ones build the program, only when ``COUNTER_APP_BUILD`` is set.
"""

import inspect
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app.content.folders import ContentFolders
from counter_app.system import paths
from tools.bundle import PLUGINS, SHIPPED, Entry, is_wanted, needed_only, with_target, write_licences

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "build_installer.spec"
QT = "PySide6/Qt"


class Recorder:
    """Stands for PyInstaller: remembers what the spec asked for, and finds nothing itself."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}
        self.scripts: list[str] = []
        self.programs: list[str] = []
        self.binaries: list[Entry] = []
        self.datas: list[Entry] = []
        self.pure: list[Entry] = []

    def analysis(self, scripts: list[str], **asked: object) -> "Recorder":
        self.scripts, self.asked = scripts, asked
        return self

    def program(self, *_: object, name: str, **__: object) -> None:
        self.programs.append(name)


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """What the spec asks for."""
    recorder = Recorder()
    monkeypatch.setattr(sys, "path", list(sys.path))
    names = {
        "SPECPATH": str(ROOT),
        "DISTPATH": str(tmp_path),
        "Analysis": recorder.analysis,
        "PYZ": lambda _: None,
        "EXE": recorder.program,
        "COLLECT": lambda *_, **__: None,
    }
    exec(compile(SPEC.read_text(encoding="utf-8"), SPEC, "exec"), names)  # noqa: S102 - that is how PyInstaller reads it
    return recorder


def carried(spec: Recorder) -> Iterator[tuple[Path, Path]]:
    """Each file the spec takes along as it is: where it lies, and its place in the program."""
    for source, place in spec.asked["datas"]:
        start = Path(source)
        for file in [start] if start.is_file() else filter(Path.is_file, start.rglob("*")):
            yield file, Path(place, file.name if start.is_file() else file.relative_to(start))


def shipped_folders() -> list[Path]:
    """Every shipped folder the program asks for."""
    asked = [function() for name, function in inspect.getmembers(paths, inspect.isfunction) if is_about_shipped(name)]
    return [folder for found in asked for folder in both(found)]


def is_about_shipped(name: str) -> bool:
    function = getattr(paths, name)
    return name.endswith(("_folder", "_folders")) and not inspect.signature(function).parameters


def both(found: Path | ContentFolders) -> list[Path]:
    return [found.forms, found.phrasebooks] if isinstance(found, ContentFolders) else [found]


@pytest.mark.parametrize("folder", shipped_folders(), ids=lambda folder: folder.name)
def test_every_folder_the_program_looks_for_comes_along(spec: Recorder, folder: Path) -> None:
    place = folder.relative_to(ROOT)
    assert place.parts[0] in SHIPPED
    assert (str(ROOT / place.parts[0]), place.parts[0]) in spec.asked["datas"]


@pytest.mark.parametrize("folder", SHIPPED)
def test_every_shipped_file_keeps_its_place(spec: Recorder, folder: str) -> None:
    found = dict(carried(spec))
    assert [
        file for file in (ROOT / folder).rglob("*") if file.is_file() and found.get(file) != file.relative_to(ROOT)
    ] == []


def test_the_files_inside_the_package_come_along(spec: Recorder) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["counter_app"]
    found = {file.resolve() for file, _ in carried(spec)}
    inside = [file for pattern in patterns for file in (ROOT / "counter_app").glob(pattern)]
    assert inside
    assert set(inside) <= found


def test_the_program_begins_where_the_command_begins(spec: Recorder) -> None:
    assert spec.scripts == [str(ROOT / "counter_app" / "__main__.py")]
    assert "counter_app.app.start" in Path(spec.scripts[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize(("system", "programs"), [("linux", 1), ("win32", 2)])
def test_windows_gets_a_second_program_without_a_console(
    system: str, programs: int, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    asked: Recorder = request.getfixturevalue("spec")
    assert asked.programs == ["counter-app", "schalterlotse"][:programs]


@pytest.mark.parametrize(
    "place",
    [
        f"{QT}/plugins/platforms/libqoffscreen.so",
        f"{QT}/plugins/platforms/libqxcb.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\imageformats\\qsvg.dll",
        f"{QT}/plugins/iconengines/libqsvgicon.so",
        f"{QT}/plugins/printsupport/libcupsprintersupport.so",
        "PySide6\\translations\\qtbase_de.qm",
        "resources/translations/counter_app_de.qm",
        "libz.so.1",
    ],
)
def test_what_the_windows_need_stays(place: str) -> None:
    assert is_wanted((place, "", "BINARY"))


@pytest.mark.parametrize(
    "place",
    [
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/imageformats/libqtiff.so",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
        "PySide6\\plugins\\tls\\qopensslbackend.dll",
        f"{QT}/translations/qtbase_fr.qm",
        "PySide6\\translations\\qt_help_de.qm",
    ],
)
def test_what_nobody_needs_goes(place: str) -> None:
    assert not is_wanted((place, "", "BINARY"))


def test_only_libraries_that_somebody_needs_stay() -> None:
    platform = (f"{QT}/plugins/platforms/libqxcb.so", "/qxcb", "BINARY")
    theme = (f"{QT}/plugins/platformthemes/libqgtk3.so", "/gtk", "BINARY")
    printing = (f"{QT}/plugins/printsupport/libcupsprintersupport.so", "/cups", "BINARY")
    direct, indirect, for_theme, for_printing = (
        (f"lib{name}.so", f"/{name}", "BINARY") for name in ("direct", "indirect", "gtk", "gnutls")
    )
    needs = {"/qxcb": "libdirect.so", "/direct": "libindirect.so", "/gtk": "libgtk.so", "/cups": "libgnutls.so"}
    everything = (platform, theme, printing, for_theme, for_printing, indirect, direct)
    kept = list(needed_only(everything, lambda source: [(needs[source], None)] if source in needs else []))
    assert kept == [platform, printing, direct, indirect]


def test_a_link_goes_with_its_target() -> None:
    kept = ("PySide6/Qt/lib/libQt6Core.so.6", "/core", "BINARY")
    link = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    dangling = ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK")
    text = ("forms/facts.toml", "/facts", "DATA")
    assert list(with_target([link, dangling, text], [kept])) == [link, text]


def test_all_kept_plugins_have_different_names() -> None:
    names = [name for plugins in PLUGINS.values() for name in plugins]
    assert len(names) == len(set(names))


def test_licences_of_all_that_comes_along_are_collected(tmp_path: Path) -> None:
    import polib  # noqa: PLC0415 - only its place counts

    write_licences(tmp_path, ROOT, [("polib", polib.__file__, "PYMODULE")])
    found = {file.relative_to(tmp_path).parts[0] for file in tmp_path.rglob("*") if file.is_file()}
    assert found == {"Schalterlotse", "content", "Noto fonts", "Qt and PySide6", "Python", "polib", "pyinstaller"}


# The slow ones: a real build.


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a program that was built just now."""
    if "COUNTER_APP_BUILD" not in os.environ:
        pytest.skip("building takes a minute; set COUNTER_APP_BUILD to do it")
    target = tmp_path_factory.mktemp("build")
    command = [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", str(SPEC)]
    folders = ["--distpath", str(target / "dist"), "--workpath", str(target / "work")]
    subprocess.run([*command, *folders], cwd=target, check=True)
    return target / "dist" / "counter-app"


def play(built: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the built program in a folder, as somebody for whom nothing is set up."""
    program = next(file for file in (built / "counter-app", built / "counter-app.exe") if file.is_file())
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return subprocess.run(
        [program, *arguments], cwd=folder, env={**kept, "HOME": str(folder)}, capture_output=True, check=False
    )


def test_the_built_program_plays_a_visit(built: Path, tmp_path: Path) -> None:
    finished = play(built, tmp_path, "demo", "--out", "demo")
    assert finished.returncode == 0, finished.stderr.decode()
    beginnings = {"sheet.pdf": b"%PDF-", "counter.png": b"\x89PNG", "customer.png": b"\x89PNG", "visit.json": b"{"}
    assert {
        name: (tmp_path / "demo" / name).read_bytes()[: len(begin)] for name, begin in beginnings.items()
    } == beginnings


@pytest.mark.parametrize(
    "arguments",
    [
        ("services",),
        ("checklist", "study", "--language", "ar"),
        ("content", "check"),
        ("sheet", "full", "--service", "study", "--language", "ti", "--out", "full.pdf"),
    ],
    ids=" ".join,
)
def test_the_built_program_knows_the_commands(built: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    finished = play(built, tmp_path, *arguments)
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert finished.stdout


def test_the_built_program_finds_all_matters(built: Path, tmp_path: Path) -> None:
    services = json.loads(play(built, tmp_path, "services", "--json").stdout)["services"]
    assert len(services) == len(list((ROOT / "forms" / "services").glob("*.toml")))


def test_the_built_program_brings_the_licence_of_each_requirement(built: Path) -> None:
    folders = {folder.name.lower() for folder in (built / "licences").iterdir()}
    named = {
        "reportlab",
        "uharfbuzz",
        "icu4py",
        "segno",
        "fonttools",
        "polib",
        "rapidfuzz",
        "click",
        "sqlite-utils",
        "pypdfium2",
    }
    assert named <= folders
    assert "qt and pyside6" in folders


def test_the_built_program_has_no_network_code(built: Path) -> None:
    assert [file.name for file in built.rglob("*Qt*Network*")] == []

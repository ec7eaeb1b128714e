"""What goes into the built program and what stays out; ``build_installer.spec`` asks."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the program, where it comes from, its kind."""

SHIPPED = ("forms", "phrasebooks", "resources")
"""The folders that ``counter_app.system.paths`` looks for beside the program."""

EXCLUDED = (
    "tkinter",
    "unittest",
    "pydoc",
    "pip",  # sqlite-utils asks for it to install plugins; nobody installs anything here
    "setuptools",
    "sqlite_utils.cli",
    "curses",
    "readline",  # its library is under the GPL, and nobody types into a Python prompt here
    "PIL._avif",  # our sheets hold no pictures from files
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    "PySide6.QtNetwork",  # the program talks to nobody
)
"""Modules that others name, but that the program never loads."""

PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qsvg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qwindowsvistastyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}
"""The Qt plugins to keep, by folder; all others go."""

QT_TRANSLATIONS = {"qtbase_de.qm", "qtbase_en.qm"}

ASKS_THE_SYSTEM = "cupsprintersupport"
"""The plugin whose libraries stay out: who prints has CUPS, with its keys, and with security updates we cannot give."""

_LICENCE = re.compile(r"licen[cs]e|copying|copyright|notice|authors", re.IGNORECASE)


def is_wanted(entry: Entry) -> bool:
    """Whether a file has any use here, judged by its place."""
    place = PurePosixPath(entry[0].replace("\\", "/"))
    if place.suffix == ".qm" and "PySide6" in place.parts:
        return place.name in QT_TRANSLATIONS
    if "plugins" in place.parts:
        folder = place.parts[place.parts.index("plugins") + 1]
        return _bare(place) in PLUGINS.get(folder, set())
    return True


def needed_only(
    binaries: Iterable[Entry], imports: Callable[[str], Iterable[tuple[str, str | None]]]
) -> Iterator[Entry]:
    """The wanted files and the libraries that these still need.

    Args:
        imports: the libraries that a file names, each with its place on this machine if it is known.
    """
    wanted = [entry for entry in binaries if is_wanted(entry)]
    libraries = {PurePosixPath(entry[0].replace("\\", "/")).name: entry for entry in wanted if not _is_loaded(entry)}
    reached = [entry for entry in wanted if _is_loaded(entry)]
    for entry in reached:
        if ASKS_THE_SYSTEM in entry[0]:
            continue
        reached += [libraries.pop(name) for name, _ in imports(entry[1]) if name in libraries]
    yield from reached


def with_target(links: Iterable[Entry], kept: Iterable[Entry]) -> Iterator[Entry]:
    """All but the links to a file that does not come along."""
    names = {PurePosixPath(place.replace("\\", "/")).name for place, _, _ in kept}
    for entry in links:
        if entry[2] != "SYMLINK" or PurePosixPath(entry[1].replace("\\", "/")).name in names:
            yield entry


def write_licences(folder: Path, root: Path, entries: Iterable[Entry]) -> None:
    """Collect the licence texts of everything in the program.

    Args:
        folder: where the texts go.
        root: the checkout.
        entries: all that comes along, code included.
    """
    sources = {Path(source) for _, source, kind in entries if kind != "SYMLINK" and source}
    for text, place in _texts(root, sources):
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(text, target)


def _texts(root: Path, sources: set[Path]) -> Iterator[tuple[Path, str]]:
    """Each licence text with its place in the folder of licences."""
    yield root / "LICENSE", "Schalterlotse/LICENSE"
    yield root / "forms" / "LICENSE", "content/LICENSE"
    yield root / "resources" / "fonts" / "OFL.txt", "Noto fonts/OFL.txt"
    for text in sorted((root / "tools" / "licences").iterdir()):
        yield text, f"Qt and PySide6/{text.name}"  # their packages come without
    yield _python_licence(), "Python/LICENSE.txt"
    for distribution in _brought(sources):
        for file in distribution.files or ():
            if file.parts[0].endswith(".dist-info") and _LICENCE.search("/".join(file.parts[1:])):
                place = "/".join(part for part in file.parts[1:] if part != "licenses")
                yield Path(str(file.locate())), f"{distribution.name}/{place}"
    for package, text in _system_texts(source for source in sources if not source.is_relative_to(sys.prefix)):
        yield text, f"system libraries/{package}.txt"


def _is_loaded(entry: Entry) -> bool:
    """Whether the program loads the file itself, rather than another file that names it."""
    place, _, kind = entry
    return (
        kind == "EXTENSION"
        or "plugins" in place
        or "pdfium" in place
        or PurePosixPath(place).name.startswith(("libpython", "python3"))
    )


def _bare(place: PurePosixPath) -> str:
    """The name of a plugin on any system: ``qxcb`` for ``libqxcb.so``, ``qsvg`` for ``qsvg.dll``."""
    return place.name.removeprefix("lib").partition(".")[0]


def _brought(sources: set[Path]) -> Iterator[Distribution]:
    """The distributions of which at least one file comes along, and the one whose loader starts the program."""
    known = {str(source) for source in sources}
    for distribution in distributions():
        files = (str(file.locate()) for file in distribution.files or ())
        if distribution.name == "pyinstaller" or any(file in known for file in files):
            yield distribution


def _python_licence() -> Path:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    places = (
        base / "LICENSE.txt",
        base / "lib" / version / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
    )
    return next(place for place in places if place.is_file())


def _system_texts(files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """The licences of what Debian or Ubuntu brought; elsewhere nothing comes from the system."""
    if shutil.which("dpkg-query") is None:
        return
    libraries = [str(file.resolve()) for file in files if ".so" in file.name]
    names = [*libraries, *(library.removeprefix("/usr") for library in libraries)]  # dpkg knows only one of them
    found = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False)
    packages = {line.partition(":")[0] for line in found.stdout.splitlines()}
    for package in sorted(packages):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            yield package, text

"""A small copy of the content, whose whole library is made in a second."""

import re
from pathlib import Path

from counter_app.content.loader import ContentFolders, read_content
from counter_app.content.sync import synced_files
from tests.app.command import copy_content

SHEETS = {"full", "missing", "help", "language_poster"}
SERVICES = {"asylum_permission", "toleration"}
GERMAN_FILES = {
    "de/full_asylum_permission.pdf",
    "de/full_toleration.pdf",
    "de/help.pdf",
    "de/language_poster.pdf",
    "de/language_poster_a3.pdf",
}
ARABIC_FILES = {"ar/full_asylum_permission.pdf", "ar/full_toleration.pdf", "ar/help.pdf"}


def small_root(target: Path) -> Path:
    """The shipped folders with a few sheets, two matters and one language besides German."""
    copy_content(target)
    for folder, kept in (("sheets", SHEETS), ("services", SERVICES)):
        for path in (target / "forms" / folder).glob("*.toml"):
            if path.stem not in kept:
                path.unlink()
    for name in ("one_of.toml", "watch.toml"):  # they name matters that are gone
        (target / "forms" / name).write_text("", encoding="utf-8")
    groups = target / "forms" / "service_groups.toml"
    groups.write_text(re.sub(r"(?ms)^first = \[.*?\]\n", "", groups.read_text(encoding="utf-8")), encoding="utf-8")
    for path in target.rglob("*.po"):
        if path.stem != "ar":
            path.unlink()
    sync(target)
    return target


def sync(root: Path) -> None:
    """What ``content sync`` does."""
    folders = ContentFolders(root / "forms", root / "phrasebooks")
    for file in synced_files(folders, read_content(folders).content, ""):
        file.path.write_text(file.text, encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a library but the manifest, by its name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    found.pop("manifest.json", None)
    return found

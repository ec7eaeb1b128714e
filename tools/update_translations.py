"""Bring the texts of the clerk's windows up to date: sources → .ts (to translate) → .qm (to load).

    python tools/update_translations.py

German is what the sources say; its file holds the plurals only. New texts come in as "unfinished": translate them in
`resources/translations/*.ts` with pyside6-linguist or any editor, run this once more, and commit .ts and .qm.
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("app", "ui")
FILES = ROOT / "resources" / "translations"
OPTIONS = {"de": ("-pluralonly",), "en": ()}
"""For each language of the windows, what `lupdate` has to know."""


def tool(name: str) -> Path:
    """One of Qt's own programs; they come with PySide6."""
    folder = Path(next(iter(PySide6.__path__)))
    return next((path for path in (folder / name, folder / f"{name}.exe") if path.is_file()), folder / name)


def sources() -> list[Path]:
    """All modules that speak to the clerk in a window."""
    rooms = (ROOT / "counter_app" / room for room in ROOMS)
    return sorted(path.relative_to(ROOT) for room in rooms for path in room.rglob("*.py"))


def update(folder: Path) -> None:
    """Let the .ts files of a folder say what the sources say; texts that went away go."""
    for language, options in OPTIONS.items():
        # Line numbers would change with every edit of a source.
        shared = ("-locations", "none", "-no-obsolete", "-source-language", "de", "-target-language", language)
        call("lupdate", *sources(), *shared, *options, "-ts", folder / f"counter_app_{language}.ts")


def release(folder: Path) -> None:
    """Make from each .ts the .qm that the program loads; texts without a translation stay out."""
    for file in sorted(folder.glob("*.ts")):
        call("lrelease", file, "-qm", file.with_suffix(".qm"))


def call(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's programs from the root of the checkout."""
    subprocess.run([tool(name), "-silent", *arguments], cwd=ROOT, check=True)


def main() -> None:
    """Do both, and say how many texts wait for a translation."""
    update(FILES)
    release(FILES)
    waiting = sum(file.read_text(encoding="utf-8").count('type="unfinished"') for file in FILES.glob("*.ts"))
    print(f"{waiting} texts are not translated yet" if waiting else "all texts are translated")
    sys.exit(1 if waiting else 0)


if __name__ == "__main__":
    main()

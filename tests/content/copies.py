"""A copy of the shipped content that a test may spoil."""

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from shutil import copytree

from counter_app.content.check import check
from counter_app.content.loader import ContentFolders, read_content
from counter_app.content.problems import Finding
from counter_app.domain.errors import ContentError
from counter_app.system.paths import content_folders

KEPT_LANGUAGE = "en"


def copied_content(target: Path) -> ContentFolders:
    """The shipped files, below ``target``; of the translations one language, because reading is what takes time."""
    shipped = content_folders()
    forms, phrasebooks = target / shipped.forms.name, target / shipped.phrasebooks.name
    copytree(shipped.forms, forms, ignore=_other_languages)
    copytree(shipped.phrasebooks, phrasebooks, ignore=_other_languages)
    return ContentFolders(forms, phrasebooks)


def _other_languages(_folder: str, names: Sequence[str]) -> set[str]:
    return {name for name in names if name.endswith(".po") and name != f"{KEPT_LANGUAGE}.po"}


def edit(path: Path, old: str, new: str) -> int:
    """Put one piece of text in the place of another, which must stand there once; the first line that differs."""
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{path.name}: {before.count(old)} times {old!r}"
    after = before.replace(old, new)
    path.write_text(after, encoding="utf-8")
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    return after.count("\n", 0, same) + 1


def line_of(path: Path, snippet: str) -> int:
    """The line on which a piece of text begins that stands in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(snippet) == 1, f"{path.name}: {text.count(snippet)} times {snippet!r}"
    return text.count("\n", 0, text.index(snippet)) + 1


def findings(folders: ContentFolders) -> Sequence[Finding]:
    """Everything ``content check`` says about these files; what crosses files only where each is sound, to be quick."""
    try:
        reading = read_content(folders)
        return reading.findings or check(reading)
    except ContentError as error:
        return (Finding(error.where, error.detail),)

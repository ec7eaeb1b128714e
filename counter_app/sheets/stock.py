"""The whole library: every sheet that can be printed without a visit, in every language."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.content import Content
from counter_app.domain.errors import SheetError
from counter_app.domain.office import Office
from counter_app.domain.sheet import Paper
from counter_app.domain.sheet_offer import OfferedSheet, offered_sheets

SOURCES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class LibrarySheet:
    """One sheet of the library, by ids alone.

    Args:
        service: the matter whose list it shows; empty on a sheet that needs none.
    """

    sheet: str
    language: str
    service: str = ""
    paper: Paper = Paper.A4

    @property
    def name(self) -> str:
        """Folder and file, e.g. ``ar/full_study.pdf``."""
        paper = "" if self.paper is Paper.A4 else self.paper.value
        return f"{self.language}/{'_'.join(filter(None, (self.sheet, self.service, paper)))}.pdf"


def whole_library(content: Content) -> tuple[LibrarySheet, ...]:
    """Every sheet that is offered without a visit; language by language, a sheet for everyone once.

    Raises:
        SheetError: two sheets would get one name.
    """
    offered = offered_sheets(content)
    found = tuple(
        LibrarySheet(sheet.definition.id, tag, sheet.service.id if sheet.service else "", paper)
        for tag in content.languages
        for sheet in offered
        if sheet.tag_for(tag) == tag
        for paper in _papers(sheet)
    )
    for name, count in Counter(sheet.name for sheet in found).items():
        if count > 1:
            detail = f"Zwei Blätter hießen „{name}“. Bitte geben Sie einem eine andere Kennung."
            raise SheetError(detail, "forms/sheets")
    return found


def _papers(sheet: OfferedSheet) -> tuple[Paper, ...]:
    """What everyone is to see comes as large as a poster, too."""
    return tuple(Paper) if sheet.definition.is_for_everyone else (Paper.A4,)


def fingerprint_of_surroundings(version: str, office: Office, fonts: Path, pictures: Path) -> str:
    """What all sheets share and no sheet says itself: program, fonts and pictures; 64 hexadecimal digits.

    Args:
        version: of the program. In a checkout its source counts as well.
        fonts, pictures: their folders; a picture that is missing is told when a sheet wants it.
    """
    whole = hashlib.sha256(version.encode())
    names = (office.logo, office.funding.logo if office.funding else "")
    files = (*_sorted(SOURCES, ".py", ".toml"), *_sorted(fonts, ".ttf"), *(pictures / name for name in names if name))
    for path in files:
        whole.update(f"\n{path.name}\n".encode())
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _sorted(folder: Path, *suffixes: str) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in suffixes)

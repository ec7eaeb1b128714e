"""The whole library: what is in it, and when a sheet counts as changed."""

import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from counter_app.domain.content import Content
from counter_app.domain.errors import SheetError
from counter_app.domain.evaluation import Truth
from counter_app.domain.office import Funding, Office
from counter_app.domain.sheet import Paper
from counter_app.domain.text import Text, Translation, Trust
from counter_app.sheets.stock import LibrarySheet, fingerprint_of_surroundings, whole_library
from counter_app.sheets.stock_printer import LibraryPrinter, fingerprint
from counter_app.system.paths import fonts_folder, office_pictures_folder
from tests.sheets.slips import DAY, Node, papers_of, read, shipped, with_texts

HELP = LibrarySheet("help", "ar")
LIST = LibrarySheet("full", "ar", "toleration")


def printer(content: Content | None = None) -> LibraryPrinter:
    return LibraryPrinter(content or shipped(), DAY, fonts_folder(), office_pictures_folder())


def mark(sheet: LibrarySheet, content: Content | None = None, surroundings: str = "") -> str:
    return fingerprint(printer(content).compose(sheet), surroundings)


def with_office(**changes: object) -> Content:
    office: Office = replace(shipped().office, **changes)  # type: ignore[arg-type]  # names of its fields
    return replace(shipped(), offices=MappingProxyType({office.id: office}))


# What is in it.


def test_every_list_and_every_sheet_without_a_matter_comes_in_every_language() -> None:
    content = shipped()
    of_all = [sheet.id for sheet in content.sheets.values() if not (sheet.needs_matter or sheet.is_for_everyone)]
    expected = {f"{tag}/{sheet}.pdf" for tag in content.languages for sheet in of_all}
    expected |= {f"{tag}/full_{service}.pdf" for tag in content.languages for service in content.services}
    expected |= {"de/language_poster.pdf", "de/language_poster_a3.pdf"}
    names = [sheet.name for sheet in whole_library(content)]
    assert set(names) == expected
    assert len(names) == len(expected)


def test_the_large_poster_is_on_large_paper() -> None:
    (poster,) = (sheet for sheet in whole_library(shipped()) if sheet.name == "de/language_poster_a3.pdf")
    assert printer().compose(poster).paper is Paper.A3


def test_two_sheets_with_one_name_are_refused() -> None:
    content = shipped()
    twin = replace(content.sheet("help"), id="full_study")
    twins = replace(content, sheets=MappingProxyType({**content.sheets, "full_study": twin}))
    with pytest.raises(SheetError, match=r"„[a-z]+/full_study\.pdf“\. Bitte"):
        whole_library(twins)


def test_where_no_sheet_can_be_made_the_library_is_empty() -> None:
    content = shipped()
    assert whole_library(replace(content, sheets=MappingProxyType({}))) == ()
    only_missing = MappingProxyType({"missing": content.sheet("missing")})
    assert whole_library(replace(content, sheets=only_missing)) == ()


def test_a_sheet_for_everyone_is_german_whatever_language_is_asked_for() -> None:
    poster = LibrarySheet("language_poster", "ar")
    assert printer().compose(poster).language.tag == "de"


def test_a_list_is_made_once_for_all_languages() -> None:
    made = printer()
    assert mark(LIST) == fingerprint(made.compose(LIST), "")
    assert fingerprint(made.compose(replace(LIST, language="en")), "") == mark(replace(LIST, language="en"))


def test_a_list_shows_all_papers_also_those_that_depend() -> None:
    content = shipped()
    tree: Node = read(printer().pdf(printer().compose(LIST)))
    checklist = content.checklists.make(content.service("toleration"), {}, DAY)
    rows = (*checklist.needed(Truth.YES), *checklist.needed(Truth.DEPENDS))
    assert {name for _, name in papers_of(tree)} == {row.document.name.german for row in rows}


# When it counts as changed.


@pytest.mark.parametrize("sheet", [HELP, LIST, LibrarySheet("language_poster", "de")], ids=lambda sheet: sheet.name)
def test_what_stands_on_a_sheet_prints_as_values(sheet: LibrarySheet) -> None:
    """Sets have no order, and places in memory differ from run to run."""
    assert re.findall(r"set\(| at 0x", repr(printer().compose(sheet))) == []


@pytest.mark.parametrize("sheet", [HELP, LIST], ids=lambda sheet: sheet.name)
def test_the_same_sheet_has_the_same_fingerprint(sheet: LibrarySheet) -> None:
    assert mark(sheet) == mark(sheet)
    assert re.fullmatch("[0-9a-f]{64}", mark(sheet))


def test_language_matter_paper_and_surroundings_count() -> None:
    sheets = (HELP, LIST, replace(HELP, language="en"), replace(LIST, service="study"), replace(HELP, paper=Paper.A3))
    assert len({*map(mark, sheets), mark(HELP, surroundings="new fonts")}) == 6


@pytest.mark.parametrize("sheet", [HELP, LIST], ids=lambda sheet: sheet.name)
def test_a_translation_and_its_state_count_where_the_language_is_printed(sheet: LibrarySheet) -> None:
    def reviewed(text: Text) -> Text:
        found = {
            tag: Translation(one.text, Trust.REVIEWED if tag == "ar" else one.trust)
            for tag, one in text.translations.items()
        }
        return replace(text, translations=found)

    content = with_texts(shipped(), reviewed)
    assert mark(sheet, content) != mark(sheet)
    assert mark(replace(sheet, language="ti"), content) == mark(replace(sheet, language="ti"))


@pytest.mark.parametrize("line", ["name", "address", "rooms", "phone", "email", "hours", "logo"])
def test_every_line_of_the_office_counts(line: str) -> None:
    assert mark(HELP, with_office(**{line: "neu"})) != mark(HELP)


def test_the_funding_line_counts() -> None:
    assert mark(HELP, with_office(funding=Funding("Gefördert", ""))) != mark(HELP)


def test_the_date_of_the_content_counts() -> None:
    assert mark(HELP, replace(shipped(), day=DAY.replace(year=2030))) != mark(HELP)


def test_program_fonts_and_pictures_are_the_surroundings(tmp_path: Path) -> None:
    fonts, pictures = tmp_path / "fonts", tmp_path / "pictures"
    for path in (fonts / "A.ttf", pictures / "logo.png", pictures / "grant.png", pictures / "other.png"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"old")
    office = replace(shipped().office, logo="logo.png", funding=Funding("Gefördert", "grant.png"))

    def around(version: str = "1") -> str:
        return fingerprint_of_surroundings(version, office, fonts, pictures)

    seen = {around(), around("2")}
    for path in (fonts / "A.ttf", pictures / "logo.png", pictures / "grant.png"):
        path.write_bytes(b"new")
        seen.add(around())
    assert len(seen) == 5
    (pictures / "other.png").write_bytes(b"new")
    assert around() in seen
    (pictures / "logo.png").unlink()
    assert around() not in seen

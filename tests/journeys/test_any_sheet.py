"""Somebody only asks for a sheet: no visit, a few keys, and it is on paper; or in the middle of a visit."""

import pypdfium2
import pytest

from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.system.paths import content_folders
from tests.journeys.counter_place import Place, sheet_text

PT_PER_MM = 72 / 25.4


@pytest.fixture(scope="module")
def content() -> Content:
    """The shipped content, to compare with."""
    return load_content(content_folders())


def look(place: Place, letters: str, language: str = "", *keys: str) -> None:
    """Find a sheet, choose the language, wait for the preview."""
    place.press("Ctrl+B")
    place.type(letters)
    place.press("Return", *keys)
    place.type(language)
    place.press("Return")
    place.hands.wait(place.front_desk.sheets.is_shown)


def title(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = document.get_metadata_value("Title")
    document.close()
    return str(found)


def width_mm(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    width = float(document[0].get_width())
    document.close()
    return round(width / PT_PER_MM)


def test_somebody_asks_for_one_sheet_and_takes_it_home(place: Place, content: Content) -> None:
    wanted = content.sheet("fiktionsbescheinigung").title
    look(place, "fikt", "engl")
    preview = place.preview()
    assert preview is not None
    assert preview.windowTitle() == wanted.german
    assert title(place.made[-1]).startswith(wanted.german)
    place.press("Ctrl+P")
    place.hands.wait(lambda: place.preview() is None)
    assert place.printers.paper.stat().st_size > 0
    assert place.visit.is_empty
    assert place.focus() == "Anliegen suchen"
    assert "Sprache wählen" in place.counter_sees()


def test_the_whole_list_of_a_matter_for_whoever_asks(place: Place, content: Content) -> None:
    look(place, "alle unterlagen stud")
    assert title(place.made[-1]).startswith(content.sheet("full").title.german)
    assert content.service("study").name.german in place.sheet()
    place.press("Esc", "Esc")
    assert place.visit.is_empty


def test_the_poster_in_german_on_large_paper(place: Place, content: Content) -> None:
    place.tap("English")
    look(place, "welche sprache", "", "Alt+3")
    poster = content.sheet("language_poster").title.german
    assert (title(place.made[-1]), width_mm(place.made[-1])) == (poster, 297)
    assert all(language.own_name in place.sheet() for language in content.languages.values() if not language.is_rtl)
    place.press("Esc", "Esc")


def test_in_the_middle_of_a_visit_the_appointment_comes_along_and_nothing_else(place: Place) -> None:
    place.tap("English")
    place.press("F3")
    place.type("stud")
    place.press("Return", "Ctrl+1", "F9", "Ctrl+L", "F", "Ctrl+T")
    for text in ("+14", "+21", "930", "2.14"):
        place.fill(text)
    place.press("Ctrl+L", "Down")
    before, customer = place.visit, place.customer_sees()
    look(place, "termin bei")
    text = sheet_text(place.made[-1])
    for said in ("14.12.2026", "09:30", "2.14"):
        assert said in text
    assert "Studium" not in text
    assert "07.12.2026" not in text
    place.press("Ctrl+P")
    place.hands.wait(lambda: place.preview() is None)
    assert (place.visit, place.customer_sees()) == (before, customer)
    assert place.visit.has_unprinted, "the slip is not on paper yet"
    assert place.focus().startswith("2, Reisepass")


def test_next_person_from_the_preview_of_a_sheet_closes_all(place: Place) -> None:
    place.tap("English")
    look(place, "fikt")
    place.press("Ctrl+N")
    assert place.preview() is None
    assert place.visit.is_empty
    assert place.focus() == "Anliegen suchen"
    assert "Blatt suchen" not in place.counter_sees()

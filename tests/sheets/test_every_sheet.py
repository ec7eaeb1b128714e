"""Every shipped sheet in every language that has texts: sound, accessible, inside its margins, not too long."""

from dataclasses import replace
from functools import cache
from itertools import cycle

import pypdfium2
import pytest

from counter_app.domain.sheet import Paper, SheetOrder
from counter_app.sheets.composer import Composer
from counter_app.sheets.pages import LEFT_PT, WIDTH_PT
from counter_app.sheets.text.drawing import place_line
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import shape_text
from tests.sheets.pdf_ua import violations
from tests.sheets.slips import DAY, PRINTER, shipped
from tests.sheets.text.samples import FONTS, opened

GERMAN = shipped().german
SHEETS = [sheet.id for sheet in shipped().sheets.values() if not sheet.needs_matter]
OTHERS = [tag for tag in shipped().languages if tag != GERMAN.tag]
FOR_ONE_LANGUAGE = [sheet for sheet in SHEETS if not shipped().sheet(sheet).is_for_everyone]
WHITE = 255

every_pair = pytest.mark.parametrize(
    ("sheet", "tag"),
    [(sheet, tag) for sheet in FOR_ONE_LANGUAGE for tag in (GERMAN.tag, *OTHERS)]
    + [(sheet, GERMAN.tag) for sheet in SHEETS if sheet not in FOR_ONE_LANGUAGE],
)


@cache
def sheet_of(sheet: str, tag: str) -> bytes:
    return PRINTER.pdf(shipped(), SheetOrder(shipped().sheet(sheet), shipped().language(tag)))


@cache
def list_of(matter: str, tag: str) -> bytes:
    """Everything to bring while nothing was asked."""
    checklist = shipped().checklists.make(shipped().service(matter), {}, DAY)
    return PRINTER.pdf(shipped(), SheetOrder(shipped().sheet("full"), shipped().language(tag), checklist))


def page_count(pdf: bytes) -> int:
    with opened(pdf) as file:
        return len(file.pages)


def test_there_are_sheets_and_languages() -> None:
    assert len(SHEETS) >= 13
    assert {"ar", "en", "hi", "ti", "uk", "zh-Hans"} <= set(OTHERS)


@every_pair
def test_a_sheet_is_sound_and_breaks_no_rule_for_accessible_pdf(sheet: str, tag: str) -> None:
    with opened(sheet_of(sheet, tag)) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert violations(sheet_of(sheet, tag)) == []


@every_pair
def test_nothing_stands_in_the_margins(sheet: str, tag: str) -> None:
    document = pypdfium2.PdfDocument(sheet_of(sheet, tag))
    for page in document:
        picture = page.render(scale=1, grayscale=True).to_pil()
        left, right = int(LEFT_PT) - 2, int(LEFT_PT + WIDTH_PT) + 2
        assert picture.crop((0, 0, left, picture.height)).getextrema()[0] == WHITE
        assert picture.crop((right, 0, picture.width, picture.height)).getextrema()[0] == WHITE
    document.close()


@pytest.mark.parametrize("tag", OTHERS)
@pytest.mark.parametrize("sheet", FOR_ONE_LANGUAGE)
def test_a_second_language_takes_one_page_more_at_most(sheet: str, tag: str) -> None:
    assert page_count(sheet_of(sheet, tag)) <= page_count(sheet_of(sheet, GERMAN.tag)) + 1


@pytest.mark.parametrize(("matter", "tag"), [*zip(shipped().services, cycle(OTHERS), strict=False)])  # they take turns
def test_a_list_in_two_languages_takes_no_more_pages_than_two_lists(matter: str, tag: str) -> None:
    assert page_count(list_of(matter, tag)) <= 2 * page_count(list_of(matter, GERMAN.tag))


@pytest.mark.parametrize("tag", ["hi", "uk", "zh-Hans"])
def test_a_long_list_breaks_no_rule_for_accessible_pdf(tag: str) -> None:
    assert violations(list_of("study", tag)) == []


FULL_OFFICE = replace(
    shipped().office,
    name="Landratsamt Musterkreis – Ausländer- und Staatsangehörigkeitsbehörde, Außenstelle Süd",
    address="Musterstraße 1, 01796 Musterstadt",
    rooms="Haus B, 2. Etage, Zimmer 2.10 bis 2.24",
    phone="+49 341 123-4567",
    email="amt@stadt-beispiel.de",
    hours="Mo–Fr 9:00–12:00 Uhr, Di auch 14:00–18:00 Uhr",
)
WITH_OFFICE = replace(shipped(), offices={"default": FULL_OFFICE})


@pytest.mark.parametrize("paper", Paper)
def test_the_poster_is_one_page_on_any_paper(paper: Paper) -> None:
    order = SheetOrder(shipped().sheet("language_poster"), GERMAN, paper=paper)
    assert page_count(PRINTER.pdf(WITH_OFFICE, order)) == 1


@pytest.mark.parametrize("sheet", FOR_ONE_LANGUAGE)
def test_an_office_that_tells_all_about_itself_changes_nothing_of_that(sheet: str) -> None:
    german, *others = (
        page_count(PRINTER.pdf(WITH_OFFICE, SheetOrder(shipped().sheet(sheet), shipped().language(tag))))
        for tag in (GERMAN.tag, "ar", "uk")
    )
    assert max(others) <= german + 1


def test_a_place_with_a_number_keeps_its_order_inside_arabic() -> None:
    order = SheetOrder(shipped().sheet("appointment"), shipped().language("ar"))
    composed = Composer(WITH_OFFICE, order).compose()
    (rooms,) = (line for part in composed.parts for line in part.every_line() if FULL_OFFICE.rooms in line.german)
    shaped = shape_text((Span(rooms.other),), shipped().language("ar"), FONTS)
    places = [run for run in place_line(shaped, 0, len(shaped.text)).runs if run.shaped.run.level % 2 == 0]
    from_left = sorted(places, key=lambda run: run.left)
    text = "".join(cluster.text for run in from_left for cluster in run.shaped.clusters)
    assert text == FULL_OFFICE.rooms

"""Every slip of the shipped content, read back from the file as a screen reader, a viewer and a printer get it."""

from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.label import Label
from counter_app.domain.language import GERMAN
from counter_app.domain.sheet import Block, BlockKind
from counter_app.domain.slots import german_date
from counter_app.domain.text import Text, Translation, Trust
from counter_app.sheets.columns import GUTTER_PT, NUMBER_WIDTH_PT
from counter_app.sheets.pages import BOTTOM_PT, LEFT_PT, TOP_PT, WIDTH_PT
from counter_app.sheets.parts import CalendarCode, Entry, Part
from counter_app.sheets.wording import Line
from tests.sheets.slips import (
    IN_EVERY_LANGUAGE,
    MATTERS,
    PRINTER,
    TAGS,
    Node,
    Slip,
    checklist_of,
    content_in,
    entries_of,
    every_slip,
    one_line,
    order_of,
    print_slip,
    read,
    seen_lines,
    shipped,
    slip_of,
    tree_of,
)
from tests.sheets.text.samples import opened

Said = tuple[str, str]
"""Language and text."""

each_slip = pytest.mark.parametrize(
    ("matter", "tag", "sheet"),
    [pytest.param(*slip, id="-".join(slip)) for slip in every_slip()],
)
each_language = pytest.mark.parametrize("tag", TAGS)


class Reading:
    """What a sheet must say, in order, worked out from its parts and not from its pages."""

    def __init__(self, slip: Slip, content: Content) -> None:
        self._slip = slip
        self._content = content
        self._tag = slip.order.language.tag

    def all(self) -> list[Said]:
        sheet = self._slip.sheet
        found = [self._german(self._content.office.name), *map(self._german, self._content.office.lines)]
        for line in (sheet.notice, sheet.title, sheet.matter):
            found += self._both(line) if line else []
        for part in sheet.parts:
            found += self._part(part)
        for line in sheet.closing:
            found += self._both(line)
        return [(tag, one_line(text)) for tag, text in found]

    def _part(self, part: Part) -> Iterator[Said]:
        for line in (part.heading, *part.lines):
            yield from self._both(line) if line else ()
        if isinstance(part.body, CalendarCode):
            yield from (said for line in part.body.lines for said in self._both(line))
            yield from self._mark(part)
            yield self._label(Label.QR_ALTERNATIVE)
            return
        if entries_of(part):
            yield self._label(Label.NUMBER_COLUMN)
            names = self._content.label(Label.DOCUMENTS_COLUMN)
            yield self._german(names.german)
            if self._tag != GERMAN:
                yield self._tag, names.in_language(self._tag)
        yield from self._mark(part)
        for entry in entries_of(part):
            yield from self._entry(entry)

    def _entry(self, entry: Entry) -> Iterator[Said]:
        yield self._german(str(entry.number))
        yield self._label(Label.TICK_BOX)
        said = (entry.name, *entry.lines)
        yield from (self._german(line.german) for line in said)
        yield from ((self._tag, line.other) for line in said if line.other)

    def _mark(self, part: Part) -> Iterator[Said]:
        if self._tag != GERMAN and part.trust is not Trust.REVIEWED:
            text = self._content.labels[f"trust_mark/{part.trust}"]
            yield self._tag, f"{text.in_language(self._tag)} · {text.german}"

    def _both(self, line: Line) -> list[Said]:
        return [self._german(line.german), *([(self._tag, line.other)] if line.other else [])]

    def _label(self, label: Label) -> Said:
        return self._german(self._content.label(label).german)

    @staticmethod
    def _german(text: str) -> Said:
        return GERMAN, text


@each_slip
def test_a_screen_reader_gets_every_text_once_and_in_order(matter: str, tag: str, sheet: str) -> None:
    expected = Reading(slip_of(matter, tag, sheet), shipped()).all()
    assert tree_of(matter, tag, sheet).texts == expected


@each_slip
def test_there_is_one_title_and_each_heading_is_one_for_both_languages(matter: str, tag: str, sheet: str) -> None:
    slip, tree = slip_of(matter, tag, sheet), tree_of(matter, tag, sheet)
    assert len(tree.every("H1")) == 1
    headings = [part.heading for part in slip.sheet.parts if part.heading]
    said = [[text for _, text in heading.texts] for heading in tree.every("H2")]
    assert said == [[text for text in (line.german, line.other) if text] for line in headings]


@each_slip
def test_the_list_is_a_table_with_heads_for_its_columns(matter: str, tag: str, sheet: str) -> None:
    lists = [entries_of(part) for part in slip_of(matter, tag, sheet).sheet.parts if entries_of(part)]
    tables = tree_of(matter, tag, sheet).every("Table")
    assert len(tables) == len(lists)
    columns = 2 if tag == GERMAN else 3
    for table, entries in zip(tables, lists, strict=True):
        head, *rows = table.children
        assert {row.tag for row in table.children} == {"TR"}
        assert [(cell.tag, cell.scope) for cell in head.children] == [("TH", "/Column")] * columns
        assert [[cell.tag for cell in row.children] for row in rows] == [["TD"] * columns] * len(entries)


@each_slip
def test_each_cell_speaks_one_language_german_first(matter: str, tag: str, sheet: str) -> None:
    for table in tree_of(matter, tag, sheet).every("Table"):
        for row in table.children:
            spoken = [{language for language, _ in cell.texts} for cell in row.children]
            assert spoken[:2] == [{GERMAN}, {GERMAN}]
            assert spoken[2:] == ([] if tag == GERMAN else [{tag}])


@each_slip
def test_every_figure_says_what_it_shows(matter: str, tag: str, sheet: str) -> None:
    figures = tree_of(matter, tag, sheet).every("Figure")
    papers = sum(len(entries_of(part)) for part in slip_of(matter, tag, sheet).sheet.parts)
    assert len(figures) == papers + 1
    assert all(figure.text and figure.language == GERMAN for figure in figures)


@each_slip
def test_the_lines_that_every_sheet_has_are_there(matter: str, tag: str, sheet: str) -> None:
    read_out = {text for _, text in tree_of(matter, tag, sheet).texts}
    state = german_date(shipped().day)
    for language in {GERMAN, tag}:
        assert shipped().label(Label.INFORMATION_ONLY).in_language(language) in read_out
        assert shipped().label(Label.CONTENT_DATE).in_language(language).replace("{date}", state) in read_out
        states = {shipped().labels[f"trust/{trust}"].in_language(language) for trust in Trust}
        assert len(states & read_out) == (tag != GERMAN)
        binds = shipped().label(Label.GERMAN_BINDS).in_language(language)
        helps = shipped().label(Label.TRANSLATION_HELPS).in_language(language)
        assert (f"{binds} {helps}" in read_out) is (tag != GERMAN)


@each_slip
def test_the_numbers_on_paper_are_those_of_the_list(matter: str, tag: str, sheet: str) -> None:
    slip = slip_of(matter, tag, sheet)
    checklist = slip.order.checklist
    assert checklist is not None
    rows = (*checklist.needed(Truth.YES), *checklist.needed(Truth.DEPENDS))
    asked = {missing.document.id for missing in slip.order.missing}
    expected = [str(row.number) for row in rows if sheet != "missing" or row.document.id in asked]
    printed = [row.children[0].texts[0][1] for table in _lists(matter, tag, sheet) for row in table.children[1:]]
    assert printed == expected
    if sheet == "missing" and len(expected) < len(rows) > 1:  # the gaps stay
        assert printed != [str(place) for place, _ in enumerate(printed, start=1)]


def _lists(matter: str, tag: str, sheet: str) -> list[Node]:
    return tree_of(matter, tag, sheet).every("Table")


@each_slip
def test_a_paper_is_never_torn_by_the_end_of_a_page(matter: str, tag: str, sheet: str) -> None:
    with opened(slip_of(matter, tag, sheet).pdf) as pdf:
        sections = [kid for kid in pdf.Root.StructTreeRoot.K.K if str(kid.S) == "/Sect"]
        tables = [kid for one in sections for kid in one.K if "/MCID" not in kid and str(kid.S) == "/Table"]
        assert {len(_pages_of(row)) for table in tables for row in table.K} <= {1}


@each_slip
def test_no_character_is_drawn_as_a_box(matter: str, tag: str, sheet: str) -> None:
    with opened(slip_of(matter, tag, sheet).pdf) as pdf:
        for page in pdf.pages:
            shown = (found for found in pikepdf.parse_content_stream(page, "TJ") if str(found.operator) == "TJ")
            glyphs = b"".join(
                bytes(piece)
                for found in shown
                for piece in list(found.operands[0])
                if isinstance(piece, pikepdf.String)
            )
            assert glyphs
            assert (0, 0) not in set(zip(glyphs[::2], glyphs[1::2], strict=True))


@each_slip
def test_the_file_holds_every_font_it_names(matter: str, tag: str, sheet: str) -> None:
    with opened(slip_of(matter, tag, sheet).pdf) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        assert {str(font.Subtype) for font in fonts} == {"/Type0", "/CIDFontType2"}
        for font in fonts:
            descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            assert str(descendant.BaseFont)[7:12] == "+Noto"
            assert len(descendant.FontDescriptor.FontFile2.read_bytes()) > 500


@each_slip
def test_every_page_says_whose_it_is_and_that_it_is_no_decision(matter: str, tag: str, sheet: str) -> None:
    footers = [one_line(footer) for footer in _footers(slip_of(matter, tag, sheet).pdf)]
    said = (slip_of(matter, tag, sheet).sheet.title.german, shipped().office.name, "Information – kein Bescheid")
    for page, footer in enumerate(footers, 1):
        assert all(text in footer for text in (*said, "Stand der Texte: ", f"Seite {page}/{len(footers)}"))
    assert all(("Maßgeblich ist der deutsche Text" in footer) is (tag != GERMAN) for footer in footers)


def _footers(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_bounded(0, 0, page.get_width(), BOTTOM_PT))
        text.close()
        page.close()
    document.close()
    return found


@each_language
@pytest.mark.parametrize("matter", IN_EVERY_LANGUAGE)
def test_the_same_order_gives_the_same_bytes(matter: str, tag: str) -> None:
    slip = slip_of(matter, tag, "missing")
    assert PRINTER.pdf(shipped(), slip.order) == slip.pdf


@each_language
def test_qpdf_finds_nothing_to_complain_about(tag: str) -> None:
    with opened(slip_of("study", tag, "full").pdf) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []


# What the page looks like.

RIGHT_HALF_PT = 300


@pytest.mark.parametrize("fragment", ["§ 16b", "03.12.2026", "10.12.2026", "09:30", "2.14", "93,00 €", "22.11.2026"])
def test_on_an_arabic_slip_numbers_read_from_left_to_right(fragment: str) -> None:
    fragment = fragment.replace("22.11.2026", german_date(shipped().day))
    seen = seen_lines(slip_of("study", "ar", "missing").pdf, RIGHT_HALF_PT)
    assert any(fragment in line for line in seen)


@pytest.mark.parametrize(
    "fragment",
    [
        "§ 45 Nr. 2 AufenthV",
        "+49 30 1234-567",
        "030 1234 567",
        "1.234,50 €",
        "09:30–10:15",
        "Zimmer 2.14",
        "AZ 33/2026-B",
        "amt@stadt-beispiel.de",
    ],
)
def test_german_fragments_in_arabic_sentences_read_from_left_to_right(fragment: str) -> None:
    text = Text("test/text", "Text", {"ar": Translation(f"انظر: {fragment}، شكرا.", Trust.DRAFT)})
    order = order_of(checklist_of("study"), "ar")
    order = replace(order, definition=replace(order.definition, blocks=(Block("one", BlockKind.TEXT, text=text),)))
    seen = seen_lines(print_slip(order).pdf, RIGHT_HALF_PT)
    assert any(fragment in line.replace("\u2060", "") for line in seen)


def test_arabic_letters_run_from_right_to_left() -> None:
    title = shipped().sheet("missing").title.in_language("ar")
    assert title[::-1] in seen_lines(slip_of("study", "ar", "missing").pdf, RIGHT_HALF_PT)


def _boxes(pdf: bytes) -> Iterator[tuple[float, float, float]]:
    """Left, baseline and right of every letter between head and foot."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, _ = text.get_charbox(place)
            if BOTTOM_PT < bottom < TOP_PT - HEAD_PT and not raw.FPDFText_IsGenerated(text, place):
                yield left, bottom, right
        text.close()
        page.close()
    document.close()


HEAD_PT = 40
OTHER_LEFT_PT = LEFT_PT + WIDTH_PT - (WIDTH_PT - NUMBER_WIDTH_PT) / 2 + GUTTER_PT / 2


@pytest.mark.parametrize("matter", MATTERS)
def test_the_columns_never_touch(matter: str) -> None:
    order = replace(slip_of(matter, "en", "full").order, appointment=None)
    letters = list(_boxes(print_slip(order).pdf))
    german = [right for left, _, right in letters if left < OTHER_LEFT_PT - 1]
    assert 200 < max(german) < OTHER_LEFT_PT - 8


# What is not translated or reviewed.


def test_a_sheet_without_any_translation_says_so_without_a_loose_sign() -> None:
    content = content_in(Trust.MISSING)
    slip = print_slip(order_of(checklist_of("study", content=content), content=content), content)
    said = [text for _, text in read(slip.pdf).texts]
    assert said.count(content.labels["trust_mark/missing"].german) == len(slip.sheet.parts)
    assert [text for text in said if text.startswith("·")] == []


def test_a_reviewed_sheet_carries_no_mark() -> None:
    content = content_in(Trust.REVIEWED)
    slip = print_slip(order_of(checklist_of("study", content=content), content=content), content)
    marks = [text.german for key, text in content.labels.items() if key.startswith("trust_mark/")]
    assert [text for _, text in read(slip.pdf).texts if any(mark in text for mark in marks)] == []


# Pages.


@each_slip
def test_what_belongs_together_stands_on_one_page(matter: str, tag: str, sheet: str) -> None:
    """Every part but a list, and what closes the sheet; a list starts with its heading and its first paper."""
    with opened(slip_of(matter, tag, sheet).pdf) as pdf:
        sections = [element for element in pdf.Root.StructTreeRoot.K.K if str(element.S) == "/Sect"]
        for section in sections:
            tables = [kid for kid in section.K if "/MCID" not in kid and str(kid.S) == "/Table"]
            beginnings = [kid for kid in section.K if kid not in tables]
            rows = [row for table in tables for row in list(table.K)[:2]]
            assert len({page for element in (*beginnings, *rows) for page in _pages_of(element)}) == 1


def _pages_of(element: pikepdf.Object) -> set[tuple[int, int]]:
    if "/MCID" in element:
        return {element.Pg.objgen}
    return {page for kid in element.K for page in _pages_of(kid)}


def test_a_long_office_name_fits_the_head_and_the_foot() -> None:
    name = "Landratsamt Sächsische Schweiz-Osterzgebirge, Ausländer- und Asylbewerberangelegenheiten (Außenstelle)"
    office = replace(shipped().office, name=name, address="Musterstraße 1, 01796 Pirna", phone="", email="", hours="")
    content = replace(shipped(), offices={"default": office})
    slip = print_slip(order_of(checklist_of("study"), content=content), content)
    assert read(slip.pdf).texts[:3] == [
        (GERMAN, name),
        (GERMAN, office.address),
        (GERMAN, "Information – kein Bescheid"),
    ]
    assert all("Asylbewerberangelegenheiten (Außenstelle)" in one_line(footer) for footer in _footers(slip.pdf))

"""Every kind of block: what it says, and how it looks and reads on paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.units import mm

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.errors import SheetError
from counter_app.domain.label import Label
from counter_app.domain.language import Language
from counter_app.domain.office import Funding, Office
from counter_app.domain.sheet import Appointment, Block, BlockKind, Paper, RowChoice, SheetDefinition, SheetOrder
from counter_app.domain.text import Text, Trust
from counter_app.sheets.composer import Composer
from counter_app.sheets.layout import LOGO_PT
from counter_app.sheets.pages import LEFT_PT, WIDTH_PT
from counter_app.sheets.parts import CalendarCode, Fields, Items, OwnNames, Part
from counter_app.sheets.pictures import Pictures
from tests.makers import make_text
from tests.sheets.slips import (
    APPOINTMENT,
    DEADLINE,
    PICTURES,
    Node,
    checklist_of,
    content_in,
    order_of,
    order_without_matter,
    print_slip,
    read,
    seen_lines,
    shipped,
)
from tests.sheets.text.samples import opened

CONTENT = content_in(Trust.REVIEWED)
ENGLISH = CONTENT.language("en")
ITEMS = (make_text("Zuerst.", "one", en="First."), make_text("Danach.", "two", en="Then."))
HEADING = make_text("Wichtig", "heading", en="Important")
TEXT = make_text("Bitte lesen.", "text", en="Please read.")


def order(
    *blocks: Block,
    language: Language = ENGLISH,
    checklist: Checklist | None = None,
    deadline: date | None = None,
    appointment: Appointment | None = None,
) -> SheetOrder:
    definition = SheetDefinition("probe", make_text("Probe", "title", en="Sample"), blocks)
    return SheetOrder(definition, language, checklist, (), deadline, appointment)


def parts_of(ordered: SheetOrder, content: Content = CONTENT) -> tuple[Part, ...]:
    return Composer(content, ordered).compose().parts


def part_of(block: Block, deadline: date | None = None, appointment: Appointment | None = None) -> Part:
    (part,) = parts_of(order(block, deadline=deadline, appointment=appointment))
    return part


def tree_of(ordered: SheetOrder, content: Content = CONTENT) -> Node:
    return read(print_slip(ordered, content).pdf)


def section_of(block: Block, language: Language = ENGLISH) -> Node:
    """What a reader gets of the block."""
    return tree_of(order(block, language=language)).every("Sect")[0]


def german(label: Label) -> str:
    return CONTENT.label(label).german


# What each kind says.


@pytest.mark.parametrize("kind", [BlockKind.TEXT, BlockKind.BOX])
def test_a_text_is_said_in_both_languages(kind: BlockKind) -> None:
    part = part_of(Block("one", kind, HEADING, TEXT))
    assert [(line.german, line.other) for line in part.every_line()] == [
        ("Wichtig", "Important"),
        ("Bitte lesen.", "Please read."),
    ]
    assert part.is_box is (kind is BlockKind.BOX)
    assert part.body is None


@pytest.mark.parametrize(("kind", "numbered"), [(BlockKind.STEPS, True), (BlockKind.POINTS, False)])
def test_items_are_said_in_their_order(kind: BlockKind, numbered: bool) -> None:  # noqa: FBT001
    body = part_of(Block("one", kind, items=ITEMS)).body
    assert isinstance(body, Items)
    assert body.is_numbered is numbered
    assert [(line.german, line.other) for line in body.lines] == [("Zuerst.", "First."), ("Danach.", "Then.")]


def test_fields_are_labels_to_write_beside() -> None:
    body = part_of(Block("one", BlockKind.FIELDS, items=ITEMS)).body
    assert isinstance(body, Fields)
    assert [line.german for line in body.lines] == ["Zuerst.", "Danach."]


def test_prices_are_the_regular_ones_with_their_paragraph_in_german_only() -> None:
    block = next(block for block in CONTENT.sheet("fee_payment").blocks if block.kind is BlockKind.FEES)
    body = part_of(block).body
    assert isinstance(body, Items)
    assert not body.is_numbered
    for fee, line in zip(block.fees, body.lines, strict=True):
        amount = f"{fee.amounts[-1].eur:.2f}".replace(".", ",")
        norm = fee.amounts[-1].norm or fee.norm
        assert line.german == f"{fee.name.german} – {amount} € ({norm})"
        assert line.other == f"[{fee.name.german}] – {amount} €"


def test_the_fee_of_a_matter_stands_below_what_the_block_says() -> None:
    checklist = checklist_of("study", content=CONTENT)
    block = Block("fee", BlockKind.FEE, text=TEXT)
    part = next(
        part for part in parts_of(order(block, checklist=checklist)) if part.heading and part.heading.key == "label/fee"
    )
    assert part.lines[0].german == "Bitte lesen."
    assert "93,00 €" in part.lines[1].german
    own = parts_of(order(replace(block, heading=HEADING), checklist=checklist))[0]
    assert own.heading is not None
    assert own.heading.german == "Wichtig"


def test_a_deadline_is_left_out_until_there_is_one() -> None:
    block = Block("until", BlockKind.DEADLINE, text=make_text("Bis zum {date}.", "until", en="By {date}."))
    assert parts_of(order(block)) == ()
    (line,) = part_of(block, deadline=DEADLINE).lines
    assert (line.german, line.other) == ("Bis zum 03.12.2026.", "By 03.12.2026.")


def test_an_appointment_that_nobody_made_yet_is_filled_in_by_hand() -> None:
    body = part_of(Block("when", BlockKind.APPOINTMENT)).body
    assert isinstance(body, Fields)
    assert [line.german for line in body.lines] == [german(label) for label in (Label.DATE, Label.TIME, Label.ROOM)]


def test_an_appointment_is_coded_and_has_a_heading() -> None:
    part = part_of(Block("when", BlockKind.APPOINTMENT), appointment=APPOINTMENT)
    assert part.heading is not None
    assert part.heading.german == german(Label.APPOINTMENT)
    assert isinstance(part.body, CalendarCode)
    own = part_of(Block("when", BlockKind.APPOINTMENT, HEADING), appointment=APPOINTMENT)
    assert own.heading is not None
    assert own.heading.german == "Wichtig"


def test_a_sheet_for_a_matter_has_no_lines_for_an_appointment_that_nobody_made() -> None:
    blocks = Block("list", BlockKind.CHECKLIST, rows=RowChoice.NEEDED), Block("when", BlockKind.APPOINTMENT)
    bare = parts_of(order(*blocks, checklist=checklist_of("study", content=CONTENT)))
    assert not any(isinstance(part.body, Fields | CalendarCode) for part in bare)


def content_of(office: Office) -> Content:
    return replace(CONTENT, offices={"default": office})


def test_the_office_block_says_what_the_office_told_and_nothing_else() -> None:
    content = content_of(
        replace(
            CONTENT.office, name="Amt Musterstadt", rooms="2. Stock", hours="", phone="030 1234", email="", address=""
        )
    )
    (part,) = parts_of(order(Block("office", BlockKind.OFFICE, text=TEXT)), content)
    assert [line.german for line in part.lines] == [
        "Bitte lesen.",
        f"{german(Label.ROOM)}: 2. Stock",
        f"{german(Label.PHONE)}: 030 1234",
    ]
    assert [line.other for line in part.lines[1:]] == [
        f"[{german(Label.ROOM)}]: 2. Stock",
        f"[{german(Label.PHONE)}]: 030 1234",
    ]


def test_an_office_that_told_nothing_has_no_block() -> None:
    content = content_of(replace(CONTENT.office, address="", rooms="", hours="", phone="", email=""))
    assert parts_of(order(Block("office", BlockKind.OFFICE, HEADING)), content) == ()


def test_the_poster_shows_every_language_in_its_own_name() -> None:
    (body,) = (part.body for part in parts_of(order_without_matter("language_poster", "de")) if part.body)
    assert isinstance(body, OwnNames)
    assert body.languages == tuple(shipped().known_languages.values())


def test_a_sheet_without_a_matter_names_none() -> None:
    sheet = Composer(CONTENT, order(Block("one", BlockKind.TEXT, text=TEXT))).compose()
    assert sheet.matter is None
    assert sheet.name == "Probe"
    assert not any("Angenommen" in line.german for part in sheet.parts for line in part.every_line())


@pytest.mark.parametrize(
    "block", [Block("one", BlockKind.CHECKLIST, rows=RowChoice.NEEDED), Block("one", BlockKind.FEE)]
)
def test_a_list_or_fee_without_a_matter_cannot_be_ordered(block: Block) -> None:
    with pytest.raises(ValueError, match="probe needs a matter"):
        order(block)


# How it reads.


def shape(node: Node) -> tuple[object, ...]:
    """Tags and texts."""
    return (node.tag, node.text) if node.text else (node.tag, *map(shape, node.children))


@pytest.mark.parametrize(
    ("kind", "signs", "numbering"),
    [(BlockKind.STEPS, ["1.", "2."], "/Decimal"), (BlockKind.POINTS, ["•", "•"], "/Disc")],
)
def test_a_list_is_one_for_readers(kind: BlockKind, signs: list[str], numbering: str) -> None:
    ordered = order(Block("one", kind, HEADING, items=ITEMS))
    pdf = print_slip(ordered, CONTENT).pdf
    said = [("Zuerst.", "First."), ("Danach.", "Then.")]
    assert shape(read(pdf).every("Sect")[0]) == (
        "Sect",
        ("H2", ("Span", "Wichtig"), ("Span", "Important")),
        (
            "L",
            *(
                ("LI", ("Lbl", sign), ("LBody", ("P", one), ("P", other)))
                for sign, (one, other) in zip(signs, said, strict=True)
            ),
        ),
    )
    with opened(pdf) as document:
        assert [str(element.A.ListNumbering) for element in _elements(document) if str(element.S) == "/L"] == [
            numbering
        ]


def _elements(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        yield element
        waiting += [kid for kid in element.K if "/MCID" not in kid]


def test_a_list_in_german_alone_says_each_item_once() -> None:
    section = section_of(Block("one", BlockKind.STEPS, items=ITEMS), language=CONTENT.german)
    assert section.texts == [("de", "1."), ("de", "Zuerst."), ("de", "2."), ("de", "Danach.")]


@pytest.mark.parametrize(("tag", "text", "seen"), [("en", "First", "1.First"), ("ar", "نعم", "معن.1")])
def test_each_column_shows_its_own_sign_where_it_begins_to_read(tag: str, text: str, seen: str) -> None:
    items = (make_text("Zuerst", "one", **{tag: text}),)
    ordered = order(Block("one", BlockKind.STEPS, items=items), language=shipped().language(tag))
    pdf = print_slip(ordered).pdf
    assert any(line.startswith("1.Zuerst") for line in seen_lines(pdf))
    # Every character from left to right: in Arabic the sign stands at the right of its text.
    assert seen in [line.replace(" ", "") for line in seen_lines(pdf, 300)]


def test_a_field_leaves_room_to_write_above_its_line() -> None:
    pdf = print_slip(order(Block("one", BlockKind.FIELDS, items=ITEMS)), CONTENT).pdf
    with opened(pdf) as document:
        rules = sorted(_rules(document), reverse=True)
    first, second = _baseline(pdf, "Zuerst."), _baseline(pdf, "Danach.")
    assert any(first - 50 < rule < first - 18 for rule in rules)
    assert any(second - 50 < rule < second - 18 for rule in rules)
    assert section_of(Block("one", BlockKind.FIELDS, items=ITEMS)).texts[:2] == [("de", "Zuerst."), ("en", "First.")]


def _rules(document: pikepdf.Pdf) -> Iterator[float]:
    """The height of each line across the page."""
    for found in pikepdf.parse_content_stream(document.pages[0]):
        if str(found.operator) == "l":
            yield float(found.operands[1])


def _baseline(pdf: bytes, text: str) -> float:
    """Where the first line of a text stands."""
    with opened(pdf) as document:
        tops = list(_first_lines(document))
    return next(y for _, _, said, y in tops if said.startswith(text))


def _first_lines(document: pikepdf.Pdf) -> Iterator[tuple[int, str, str, float]]:
    """Page, language, text and baseline of the first line of everything written and tagged, on each page."""
    texts = _texts_by_mark(document)
    for number, page in enumerate(document.pages):
        origin, waiting = 0.0, None
        for found in pikepdf.parse_content_stream(page):
            operands: Any = found.operands
            match str(found.operator):
                case "cm":
                    origin = float(operands[5])
                case "BDC" if "/MCID" in operands[1]:
                    waiting = int(operands[1].MCID)
                case "Tm" if waiting is not None:
                    language, text = texts[number, waiting]
                    yield number, language, text, origin + float(operands[5])
                    waiting = None


def _texts_by_mark(document: pikepdf.Pdf) -> dict[tuple[int, int], tuple[str, str]]:
    """Language of the element of each mark, and all text that the element has."""
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    target = BytesIO()
    document.save(target)
    tree = read(target.getvalue())
    found = {}
    for element, node in zip(_walk(document.Root.StructTreeRoot.K), tree.walk(), strict=True):
        for kid in element.K:
            if "/MCID" in kid:
                found[numbers[kid.Pg.objgen], int(kid.MCID)] = (node.language, node.text)
    return found


def _walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.K:
        if "/MCID" not in kid:
            yield from _walk(kid)


@pytest.mark.parametrize(("matter", "tag"), [("study", "ar"), ("settlement", "ti"), ("blue_card", "en")])
def test_what_is_said_in_both_languages_begins_on_one_level(matter: str, tag: str) -> None:
    ordered = order_of(checklist_of(matter), tag, "full")
    marks = tuple(f" · {text.german}" for key, text in shipped().labels.items() if key.startswith("trust_mark/"))
    with opened(print_slip(ordered).pdf) as document:
        lines = [line for line in _first_lines(document) if not line[2].endswith(marks)]
    places = {language: {(page, round(y)) for page, one, _, y in lines if one == language} for language in ("de", tag)}
    assert len(places[tag]) > 20
    assert places[tag] <= places["de"]


def test_the_poster_is_a_list_of_names_with_their_german_beside() -> None:
    tree = tree_of(order_without_matter("language_poster", "de"), shipped())
    names = [[text for _, text in item.texts] for item in tree.every("LI")]
    assert names == [[one.own_name, one.german_name] for one in shipped().known_languages.values()]


def test_a_poster_on_a3_is_twice_as_large() -> None:
    small = order_without_matter("language_poster", "de")
    with opened(print_slip(small).pdf) as a4, opened(print_slip(replace(small, paper=Paper.A3)).pdf) as a3:
        assert len(a4.pages) == len(a3.pages)
        areas = [float(pdf.pages[0].mediabox[2]) * float(pdf.pages[0].mediabox[3]) for pdf in (a4, a3)]
    assert areas[1] == pytest.approx(2 * areas[0], rel=0.001)


def test_the_words_beside_a_code_do_not_run_into_it() -> None:
    ordered = order(Block("when", BlockKind.APPOINTMENT), appointment=APPOINTMENT)
    pdf = print_slip(ordered, CONTENT).pdf
    tree = read(pdf)
    assert german(Label.QR_ALTERNATIVE) in [figure.text for figure in tree.every("Figure")]
    with opened(pdf) as document:
        figure = next(one for one in _elements(document) if str(one.S) == "/Figure")
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    assert right <= LEFT_PT + WIDTH_PT + 0.1
    beside = [line for line in seen_boxes(pdf) if bottom < line[1] < top]
    assert len(beside) > 20
    assert max(edge for edge, _ in beside) < left + 4 * 0.5 * mm


def seen_boxes(pdf: bytes) -> list[tuple[float, float]]:
    """Right edge and lower edge of every letter of the first page."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    for opened_object in (text, page, document):
        opened_object.close()
    return [(right, bottom) for _, bottom, right, _ in boxes]


# Plain German, and languages without a translation.


def sizes(pdf: bytes) -> set[float]:
    with opened(pdf) as document:
        found = (found for page in document.pages for found in pikepdf.parse_content_stream(page))
        return {float(one.operands[1]) for one in found if str(one.operator) == "Tf"}


def test_plain_german_is_larger_and_has_a_sentence_a_line() -> None:
    plain = replace(ENGLISH, type_scale=1.25, sentence_lines=True)
    text = make_text("Eins. Zwei. Drei.", "text", en="One. Two. Three.")
    usual, larger = (
        print_slip(order(Block("one", BlockKind.TEXT, text=text), language=language), CONTENT).pdf
        for language in (ENGLISH, plain)
    )
    assert 15.0 not in sizes(usual)
    assert 15.0 in sizes(larger)
    assert {12.0} <= sizes(usual) & sizes(larger)
    assert "One. Two. Three." in [line.strip() for line in seen_lines(usual, 300)]
    lines = [line.strip() for line in seen_lines(larger, 300)]
    assert [line for line in lines if line in {"One.", "Two.", "Three."}] == ["One.", "Two.", "Three."]
    assert any("Eins. Zwei. Drei." in line for line in seen_lines(larger))


def test_a_sheet_without_its_translation_is_german_with_a_note() -> None:
    bare = Block("one", BlockKind.TEXT, text=Text("text", "Nur Deutsch.", {}))
    section = section_of(bare)
    mark = CONTENT.labels["trust_mark/missing"]
    assert section.texts == [("de", "Nur Deutsch."), ("en", f"[{mark.german}] · {mark.german}")]


# The office on paper.


def with_pictures(folder: Path, *names: str) -> Pictures:
    for name in names:
        Image.new("RGB", (400, 200), "navy").save(folder / name)
    return Pictures(folder)


PLAIN = order(Block("one", BlockKind.TEXT, text=TEXT))


def figures(pdf: bytes) -> dict[str, list[float]]:
    """The corners of each figure by what it says."""
    with opened(pdf) as document:
        return {
            str(one.Alt): [float(edge) for edge in one.A.BBox] for one in _elements(document) if str(one.S) == "/Figure"
        }


def test_the_head_names_the_office_its_rooms_and_shows_its_logo(tmp_path: Path) -> None:
    content = content_of(replace(CONTENT.office, name="Amt Musterstadt", rooms="2. Stock", logo="wappen.png"))
    pdf = print_slip(PLAIN, content, with_pictures(tmp_path, "wappen.png")).pdf
    assert [text for _, text in read(pdf).texts[:2]] == ["Amt Musterstadt", "2. Stock"]
    (alt, (left, bottom, right, top)), *others = figures(pdf).items()
    assert others == []
    assert alt == f"{german(Label.LOGO)}: Amt Musterstadt"
    assert (top - bottom, right - left) == pytest.approx((LOGO_PT, 2 * LOGO_PT), abs=0.1)
    assert right == pytest.approx(LEFT_PT + WIDTH_PT, abs=0.1)


def test_who_pays_stands_at_the_end_with_a_picture_twelve_millimetres_high(tmp_path: Path) -> None:
    pictures = with_pictures(tmp_path, "land.png")
    content = content_of(replace(CONTENT.office, funding=Funding("Gefördert vom Land.", "land.png")))
    pdf = print_slip(PLAIN, content, pictures).pdf
    assert [text for _, text in read(pdf).texts][-1] == "Gefördert vom Land."
    _, bottom, _, top = figures(pdf)["Gefördert vom Land."]
    assert top - bottom == pytest.approx(12 * mm, abs=0.1)


def test_who_pays_can_be_said_without_a_picture() -> None:
    pdf = print_slip(
        PLAIN, content_of(replace(CONTENT.office, funding=Funding("Gefördert vom Land.", ""))), PICTURES
    ).pdf
    assert [text for _, text in read(pdf).texts][-1] == "Gefördert vom Land."
    assert figures(pdf) == {}


def test_nobody_is_named_who_pays_while_that_is_switched_off() -> None:
    assert CONTENT.office.funding is None
    assert [text for _, text in tree_of(PLAIN).texts if "Förder" in text] == []


@pytest.mark.parametrize(
    "office",
    [replace(CONTENT.office, logo="fehlt.png"), replace(CONTENT.office, funding=Funding("Gefördert.", "fehlt.png"))],
)
def test_a_picture_that_is_not_there_stops_the_sheet(office: Office, tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"„fehlt\.png“ fehlt\. Bitte"):
        print_slip(PLAIN, content_of(office), Pictures(tmp_path))


# All that we ship for everybody.

FOR_ALL = sorted(name for name, sheet in shipped().sheets.items() if not sheet.needs_matter)


@pytest.mark.parametrize("name", FOR_ALL)
def test_every_shipped_sheet_for_everybody_says_all_its_lines_in_order(name: str) -> None:
    ordered = order_without_matter(name, "de")
    slip = print_slip(ordered)
    said = [text for _, text in read(slip.pdf).texts]
    place = 0
    for line in (line for part in slip.sheet.parts for line in part.every_line()):
        place = said.index(" ".join(line.german.split()), place) + 1

"""Sheets and the office's profile as an office manager writes them: what is read, and what is said about mistakes."""

from collections.abc import Sequence

import pytest

from counter_app.content.loader import ContentFolders, read_content
from counter_app.content.problems import Finding
from counter_app.domain.document import Confidence
from counter_app.domain.office import Funding, Office
from counter_app.domain.sheet import Block, BlockKind, RowChoice, SheetDefinition
from counter_app.system.paths import content_folders
from tests.content.copies import edit

PROBE = "forms/sheets/probe.toml"
HEAD = 'id = "probe"\ntitle = "Probe"\nsource = "L1"\nconfidence = "medium"\nnote = "Bitte prüfen."\n'
FIRST_LINE_OF_BLOCK = HEAD.count("\n") + 1
OFFICE = "forms/offices/default.toml"


def written(block: str, folders: ContentFolders, head: str = HEAD) -> tuple[SheetDefinition | None, Sequence[Finding]]:
    """A sheet with one block, and what is wrong with it."""
    (folders.forms / "sheets/probe.toml").write_text(f'{head}[[block]]\nid = "one"\n{block}', encoding="utf-8")
    reading = read_content(folders)
    return reading.content.sheets.get("probe"), reading.findings


def block_of(block: str, folders: ContentFolders) -> Block:
    sheet, found = written(block, folders)
    assert found == ()
    assert sheet is not None
    (only,) = sheet.blocks
    return only


def german_items(block: Block) -> list[tuple[str, str]]:
    return [(item.key, item.german) for item in block.items]


# Every kind of block.


@pytest.mark.parametrize("kind", ["text", "box"])
def test_a_text_has_its_heading_if_it_has_one(kind: str, folders: ContentFolders) -> None:
    block = block_of(f'kind = "{kind}"\nheading = "Wichtig"\ntext = "Bitte lesen."\n', folders)
    assert (block.kind, block.items, block.rows, block.fees) == (BlockKind(kind), (), None, ())
    assert block.heading is not None
    assert block.text is not None
    assert (block.heading.key, block.heading.german) == ("sheet/probe/one/heading", "Wichtig")
    assert (block.text.key, block.text.german) == ("sheet/probe/one/text", "Bitte lesen.")


@pytest.mark.parametrize("kind", ["steps", "points", "fields"])
def test_items_keep_their_order_and_have_ids_of_their_own(kind: str, folders: ContentFolders) -> None:
    block = block_of(f'kind = "{kind}"\n[block.items]\nzebra = "Zuerst"\nant = "Danach"\n', folders)
    assert block.kind is BlockKind(kind)
    assert german_items(block) == [("sheet/probe/one/zebra", "Zuerst"), ("sheet/probe/one/ant", "Danach")]


def test_a_price_list_names_fees_in_its_own_order(folders: ContentFolders) -> None:
    block = block_of('kind = "fees"\nfees = ["settlement", "ae_first"]\n', folders)
    assert [fee.id for fee in block.fees] == ["settlement", "ae_first"]


@pytest.mark.parametrize("kind", ["appointment", "office", "deadline"])
def test_what_the_program_knows_needs_no_words(kind: str, folders: ContentFolders) -> None:
    assert block_of(f'kind = "{kind}"\n', folders) == Block("one", BlockKind(kind))


@pytest.mark.parametrize("kind", ["checklist", "fee"])
def test_a_sheet_for_a_matter_needs_no_source_of_its_own(kind: str, folders: ContentFolders) -> None:
    rows = 'rows = "needed"\n' if kind == "checklist" else ""
    sheet, found = written(f'kind = "{kind}"\n{rows}', folders, 'id = "probe"\ntitle = "Probe"\n')
    assert found == ()
    assert sheet is not None
    assert sheet.needs_matter
    assert (sheet.confidence, sheet.source) == (None, "")
    assert sheet.blocks[0].rows == (RowChoice.NEEDED if rows else None)


def test_a_poster_is_for_everyone_and_needs_no_source(folders: ContentFolders) -> None:
    sheet, found = written('kind = "languages"\n', folders, 'id = "probe"\ntitle = "Probe"\n')
    assert found == ()
    assert sheet is not None
    assert sheet.is_for_everyone
    assert not sheet.needs_matter


def test_a_sheet_that_states_something_says_where_it_was_read(folders: ContentFolders) -> None:
    sheet, _ = written('kind = "text"\ntext = "Ja."\n', folders)
    assert sheet is not None
    assert (sheet.confidence, sheet.source, sheet.note) == (Confidence.MEDIUM, "L1", "Bitte prüfen.")
    assert not sheet.needs_matter
    assert not sheet.needs_missing


# Mistakes: one finding each, on its line.

LONG = "x" * 5000
POINTS = 'kind = "points"\n[block.items]\n'


@pytest.mark.parametrize(
    ("block", "line", "says"),
    [
        ('kind = "text"\n', 0, ("„text“ fehlt", "„text“ braucht das")),
        ('kind = "box"\nheading = "Wichtig"\n', 0, ("„text“ fehlt", "„box“ braucht das")),
        ('kind = "steps"\ntext = "Schritte"\n', 0, ("„items“ fehlt", "„steps“ braucht das")),
        ('kind = "points"\n[block.items]\n', 3, ("„items“ fehlt oder ist leer",)),
        ('kind = "fields"\n', 0, ("„items“ fehlt", "„fields“ braucht das")),
        ('kind = "checklist"\n', 0, ("„rows“ fehlt", "„checklist“ braucht das")),
        ('kind = "fees"\n', 0, ("„fees“ fehlt", "„fees“ braucht das")),
        ('kind = "fees"\nfees = []\n', 3, ("„fees“ fehlt oder ist leer",)),
        ('text = "Ja."\n', 0, ("„kind“ fehlt",)),
        ('kind = "pionts"\n', 2, ("„pionts“", "Meinten Sie „points“?")),
        ('kind = "checklist"\nrows = "mising"\n', 3, ("„mising“", "Meinten Sie „missing“?")),
        ('kind = "fees"\nfees = ["ae_frist"]\n', 3, ("Gebühr", "„ae_frist“", "Meinten Sie „ae_first“?")),
        ('kind = "text"\ntext = "Ja."\nrows = "missing"\n', 4, ("„rows“",)),
        ('kind = "text"\ntext = "Ja."\n[block.items]\none = "Eins"\n', 4, ("„items“",)),
        ('kind = "steps"\nitems = ["Eins", "Zwei"]\n', 3, ("„items“ ist falsch", "erwartet Tabelle")),
        (f'{POINTS}first = "Eins"\nSecond = "Zwei"\n', 5, ("„Second“ ist keine Kennung", "kleine Buchstaben")),
        (f'{POINTS}first = " "\n', 4, ("„first“ ist leer",)),
        (f"{POINTS}first = 1\n", 4, ("„first“ ist falsch",)),
        (f'{POINTS}text = "Eins"\nheading = "Zwei"\n[[block]]\nid = "one"\nkind = "office"\n', 7, ("„one“ gibt es",)),
        (f'kind = "text"\ntext = "{LONG}"\n', 3, ("5000 Zeichen", "erlaubt sind 2000")),
        (f'{POINTS}first = "{LONG}"\n', 4, ("5000 Zeichen", "erlaubt sind 2000")),
        (f'kind = "office"\nheading = "{LONG}"\n', 3, ("5000 Zeichen", "erlaubt sind 2000")),
        ('kind = "text"\ntext = "Bis {datum}."\n', 3, ("„{datum}“ gibt es nicht", "date")),
    ],
)
def test_a_mistake_in_a_block_is_found_once_where_it_is(
    block: str, line: int, says: tuple[str, ...], folders: ContentFolders
) -> None:
    _, found = written(block, folders)
    assert [finding.where for finding in found] == [f"{PROBE}:{FIRST_LINE_OF_BLOCK + line}"], found
    assert all(piece in found[0].detail for piece in says), found[0].detail


@pytest.mark.parametrize(
    ("left_out", "says"),
    [('source = "L1"\n', "„source“ fehlt"), ('confidence = "medium"\n', "„confidence“ fehlt")],
)
def test_a_sheet_that_states_something_without_saying_where_from_is_found(
    left_out: str, says: str, folders: ContentFolders
) -> None:
    _, found = written('kind = "text"\ntext = "Ja."\n', folders, HEAD.replace(left_out, ""))
    assert [says in finding.detail for finding in found] == [True]


def test_a_source_that_is_not_listed_is_found(folders: ContentFolders) -> None:
    _, found = written('kind = "text"\ntext = "Ja."\n', folders, HEAD.replace("L1", "L999"))
    assert [(finding.where, "„L999“" in finding.detail) for finding in found] == [(f"{PROBE}:3", True)]


# The office.


def office_with(folders: ContentFolders, *edits: tuple[str, str]) -> tuple[Office | None, Sequence[Finding]]:
    for old, new in edits:
        edit(folders.forms / "offices/default.toml", old, new)
    reading = read_content(folders)
    return reading.content.offices.get("default"), reading.findings


FUNDING = '[funding]\nshown = false\ntext = ""\nlogo = ""\n'


def test_an_office_has_rooms_and_a_logo(folders: ContentFolders) -> None:
    logo = "# The name of a PNG or JPEG file beside this one, for the head of each sheet.\nlogo = "
    office, found = office_with(folders, ('rooms = ""', 'rooms = "2. Stock"'), (f'{logo}""', f'{logo}"wappen.png"'))
    assert found == ()
    assert office is not None
    assert (office.rooms, office.logo, office.funding) == ("2. Stock", "wappen.png", None)
    assert office.lines == ("2. Stock",)


def test_papers_are_filed_as_the_office_says(folders: ContentFolders) -> None:
    office, found = office_with(folders, (line_with("folder_order"), 'folder_order = ["pass", "antrag"]'))
    assert found == ()
    assert office is not None
    assert office.folder_order == ("pass", "antrag")


def test_an_office_may_leave_the_order_to_the_list(folders: ContentFolders) -> None:
    office, found = office_with(folders, (line_with("folder_order"), ""))
    assert found == ()
    assert office is not None
    assert office.folder_order == ()


@pytest.mark.parametrize(
    ("order", "says"), [('["pass", "antrag", "pass"]', "„pass“ steht zweimal"), ('["pas"]', "Meinten Sie „pass“?")]
)
def test_an_order_that_cannot_be_is_found_at_its_line(order: str, says: str, folders: ContentFolders) -> None:
    line = line_with("folder_order")
    _, (finding,) = office_with(folders, (line, f"folder_order = {order}"))
    number = (
        (folders.forms / "offices/default.toml")
        .read_text(encoding="utf-8")
        .split("\n")
        .index(f"folder_order = {order}")
    )
    assert says in finding.detail
    assert finding.where == f"{OFFICE}:{number + 1}"


def line_with(key: str) -> str:
    """A line of the shipped office."""
    text = (content_folders().forms / "offices/default.toml").read_text(encoding="utf-8")
    return next(line for line in text.split("\n") if line.startswith(f"{key} = "))


@pytest.mark.parametrize("kind", ["matrix", "fees_together"])
def test_a_cover_takes_all_it_says_from_those_who_came(kind: str, folders: ContentFolders) -> None:
    sheet, found = written(f'kind = "{kind}"\n', folders, 'id = "probe"\ntitle = "Probe"\n')
    assert found == ()
    assert sheet is not None
    assert sheet.needs_matter
    assert sheet.is_for_folder
    assert not sheet.is_for_one


def test_who_pays_is_said_only_where_it_is_switched_on(folders: ContentFolders) -> None:
    words = FUNDING.replace('text = ""', 'text = "Gefördert vom Land."').replace('logo = ""', 'logo = "land.png"')
    office, found = office_with(folders, (FUNDING, words))
    assert found == ()
    assert office is not None
    assert office.funding is None
    office, found = office_with(folders, ("shown = false", "shown = true"))
    assert found == ()
    assert office is not None
    assert office.funding == Funding("Gefördert vom Land.", "land.png")


def test_a_funding_line_without_words_is_found(folders: ContentFolders) -> None:
    _, found = office_with(folders, ("shown = false", "shown = true"))
    assert [("Förderung" in finding.detail, finding.where.partition(":")[0]) for finding in found] == [(True, OFFICE)]

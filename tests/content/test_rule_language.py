"""What the rule language says beyond rules: blocks of blocks, days, roles, ages, values, watches, processes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from counter_app.content.from_records import content_of
from counter_app.content.loader import ContentFolders, load_content, load_records, read_content
from counter_app.content.problems import Finding
from counter_app.domain.document import Age, Form
from counter_app.domain.errors import ContentError
from counter_app.domain.role import Role
from counter_app.domain.service import Requirement, Service
from tests.content.copies import edit, line_of

STUDY, FEES, BLOCKS = "forms/services/study.toml", "forms/fees.toml", "forms/blocks.toml"
DOCUMENTS, VALUES, WATCH = "forms/documents.toml", "forms/values.toml", "forms/watch.toml"
PROCESSES = "forms/processes.toml"

NEW_YEAR, OLD_YEAR = date(2027, 1, 1), date(2026, 12, 31)
BLOCK_ROW = '\n[[block.requirement]]\ndocument = "{}"\nwhen = "always"\nconfidence = "low"\nsource = "x"\n'
ROW = '\n[[requirement]]\ndocument = "zeugnisse"\nwhen = "always"\nconfidence = "low"\nsource = "x"\n'
NEW_FEE = """
[[fee]]
id = "new_act"
name = "Neue Handlung"
norm = "§ 1"
confidence = "low"
source = "x"
amounts = [
{}
]
"""
RELIEF = """
[[relief]]
id = "{}"
name = "Neu"
when = "minor"
fees = ["ae_first"]
eur = "1.00"
norm = "§ 1"
confidence = "low"
source = "x"
{}
"""
VALUE = '\n[[value]]\nid = "new_value"\nname = "Neu"\nunit = "eur_year"\n'
STEP = '\n[[value.amount]]\n{}\nnorm = "§ 1"\nconfidence = "{}"\nsource = "x"\n'


@dataclass(frozen=True)
class Added:
    """Lines at the end of a file, and what must be said about them.

    Args:
        line: which of these lines must be named, from 1.
    """

    name: str
    file: str
    text: str
    line: int
    says: tuple[str, ...]


def fee(*amounts: str) -> str:
    return NEW_FEE.format("\n".join(f"    {{ {amount} }}," for amount in amounts))


DEFECTS = [
    Added(
        "an amount that counts twice",
        FEES,
        fee(
            'when = "always", eur = "1.00", valid_to = 2026-12-31',
            'when = "always", eur = "2.00", valid_from = 2026-12-01',
        ),
        10,
        ("Der Betrag gilt ab 01.12.2026 doppelt", "auch in Zeile"),
    ),
    Added(
        "an amount that counts twice for ever",
        FEES,
        fee('when = "always", eur = "1.00"', 'when = "always", eur = "2.00"'),
        10,
        ("Der Betrag gilt doppelt",),
    ),
    Added(
        "days without an amount",
        FEES,
        fee(
            'when = "always", eur = "1.00", valid_to = 2026-12-30',
            'when = "always", eur = "2.00", valid_from = 2027-01-01',
        ),
        8,
        ("always", "Das fehlt ab 31.12.2026 bis 31.12.2026."),
    ),
    Added(
        "no amount before the first",
        FEES,
        fee('when = "always", eur = "2.00", valid_from = 2027-01-01'),
        8,
        ("Das fehlt bis 31.12.2026.",),
    ),
    Added(
        "no amount after the last",
        FEES,
        fee('when = "always", eur = "2.00", valid_to = 2026-12-31'),
        8,
        ("Das fehlt ab 01.01.2027.",),
    ),
    Added(
        "a last amount with a condition for some days",
        FEES,
        fee(
            'when = "always", eur = "1.00", valid_to = 2026-12-31',
            'when = "minor", eur = "2.00", valid_from = 2027-01-01',
        ),
        8,
        ("Das fehlt ab 01.01.2027.",),
    ),
    Added("a negative amount", FEES, fee('when = "always", eur = "-1.00"'), 9, ("„-1.00“ ist kein Betrag",)),
    Added(
        "an amount that never counts",
        FEES,
        fee('when = "always", eur = "1.00", valid_from = 2027-01-01, valid_to = 2026-12-31'),
        9,
        ("„valid_to“ liegt vor „valid_from“",),
    ),
    Added(
        "a relief that counts twice",
        FEES,
        RELIEF.format("one", "valid_to = 2027-06-30") + RELIEF.format("two", "valid_from = 2027-06-30"),
        13,
        ("Die Ermäßigung gilt ab 30.06.2027 doppelt",),
    ),
    Added("a row that stands twice", STUDY, ROW + ROW, 8, ("Die Zeile gilt doppelt",)),
    Added("a negative age", STUDY, ROW + "max_age_days = -3\n", 7, ("„max_age_days = -3“", "von 1 bis 999")),
    Added("two ages", STUDY, ROW + "max_age_months = 3\nmax_age_days = 90\n", 8, ("Das Alter steht doppelt da",)),
    Added("no copy", STUDY, ROW + "copies = 0\n", 7, ("„copies = 0“", "von 1 bis 999")),
    Added("an unknown role", STUDY, ROW + 'role = "employee"\n', 7, ("„employee“", "Meinten Sie „employer“?")),
    Added(
        "a value that counts twice",
        VALUES,
        VALUE
        + STEP.format('valid_to = 2026-12-31\namount = "1.00"', "high")
        + STEP.format('valid_from = 2026-12-31\namount = "2.00"', "high"),
        14,
        ("Der Wert „new_value“ gilt ab 31.12.2026 doppelt",),
    ),
    Added("a value without an amount", VALUES, VALUE, 2, ("Der Wert hat keinen Betrag",)),
    Added("an amount that is not known, for sure", VALUES, VALUE + STEP.format("", "high"), 7, ("„amount“ fehlt",)),
    Added("a negative value", VALUES, VALUE + STEP.format('amount = "-1.00"', "high"), 8, ("„-1.00“ ist kein Betrag",)),
    Added(
        "an unknown unit",
        VALUES,
        VALUE.replace("eur_year", "eur_yaer") + STEP.format('amount = "1.00"', "high"),
        5,
        ("„eur_yaer“", "Meinten Sie „eur_year“?"),
    ),
    Added(
        "a change of law without a day",
        WATCH,
        '\n[[watch]]\nid = "new"\ntext = "Neu"\nservices = []\nsource = "x"\n',
        2,
        ("„from“ fehlt",),
    ),
    Added(
        "a change of law for an unknown matter",
        WATCH,
        '\n[[watch]]\nid = "new"\nfrom = 2027-01-01\ntext = "Neu"\nservices = ["studdy"]\nsource = "x"\n',
        6,
        ("Anliegen", "Meinten Sie „study“?"),
    ),
    Added(
        "a process without steps",
        PROCESSES,
        '\n[[process]]\nid = "new"\nname = "Neu"\nduration = "Kurz."\nconfidence = "low"\nsource = "x"\n',
        2,
        ("Der Ablauf hat keine Schritte",),
    ),
    Added(
        "a block that takes over itself",
        BLOCKS,
        '\n[[block]]\nid = "new"\nname = "Neu"\nblocks = ["new"]\n',
        5,
        ("Die Bausteine gehen im Kreis: new → new.",),
    ),
    Added(
        "blocks that go round",
        BLOCKS,
        '\n[[block]]\nid = "in"\nname = "Neu"\nblocks = ["one"]\n'
        '\n[[block]]\nid = "one"\nname = "Neu"\nblocks = ["two"]\n'
        '\n[[block]]\nid = "two"\nname = "Neu"\nblocks = ["base", "one"]\n',
        10,
        ("Die Bausteine gehen im Kreis: one → two → one.",),
    ),
    Added(
        "a block that takes over one that is not there",
        BLOCKS,
        '\n[[block]]\nid = "new"\nname = "Neu"\nblocks = ["bsae"]\n',
        5,
        ("Baustein", "Meinten Sie „base“?"),
    ),
]


def add(folders: ContentFolders, file: str, text: str) -> int:
    """Put text at the end of a file; how many lines stand before it."""
    path = folders.path(file)
    before = path.read_text(encoding="utf-8")
    path.write_text(before + text, encoding="utf-8")
    return before.count("\n")


@pytest.mark.parametrize("added", DEFECTS, ids=lambda added: added.name)
def test_a_defect_is_found_once_where_it_stands(folders: ContentFolders, added: Added) -> None:
    before = add(folders, added.file, added.text)
    (finding,) = read_content(folders).findings
    assert finding.where == f"{added.file}:{before + added.line}"
    for words in added.says:
        assert words in finding.detail


def test_a_matter_with_a_broken_block_is_left_out_without_a_word(folders: ContentFolders) -> None:
    edit(folders.forms / "blocks.toml", 'id = "housing"\n', 'id = "housing"\nblocks = ["livelihood"]\n')
    edit(folders.forms / "blocks.toml", 'blocks = ["livelihood_work"', 'blocks = ["housing", "livelihood_work"')
    reading = read_content(folders)
    line = line_of(folders.forms / "blocks.toml", 'blocks = ["housing"')
    assert reading.findings == (
        Finding(f"{BLOCKS}:{line}", "Die Bausteine gehen im Kreis: livelihood → housing → livelihood."),
    )
    assert "study" not in reading.content.services


def test_a_block_takes_over_others_each_of_them_once(folders: ContentFolders) -> None:
    text = '\n[[block]]\nid = "{}"\nname = "Neu"\nblocks = [{}]\n'
    add(folders, BLOCKS, text.format("top", '"left", "right"') + BLOCK_ROW.format("zeugnisse"))
    add(folders, BLOCKS, text.format("left", '"below"') + text.format("right", '"below"'))
    add(folders, BLOCKS, text.format("below", "") + BLOCK_ROW.format("attest"))
    path = folders.forms / "services/school_trip.toml"
    before = len(load_content(folders).service("school_trip").requirements)
    edit(path, "\nblocks = []", '\nblocks = ["top", "below"]')
    rows = load_content(folders).service("school_trip").requirements
    assert [(row.document.id, len(row.clauses)) for row in rows[:2]] == [("attest", 1), ("zeugnisse", 1)]
    assert len(rows) == before + 2


@pytest.fixture
def told(folders: ContentFolders) -> ContentFolders:
    """Content in which one matter uses everything."""
    row = ROW.replace("always", "minor") + 'role = "employer"\nmax_age_days = 14\ncopies = 2\nvalid_from = 2027-01-01\n'
    add(folders, STUDY, row)
    path = folders.forms / "services/study.toml"
    text = path.read_text(encoding="utf-8")
    if "\nyearly_values" not in text:
        edit(path, 'process = "card"\n', 'process = "card"\nyearly_values = ["study"]\n')
    edit(path, '[[fee]]\nid = "express"\n', '[[fee]]\nid = "express"\nvalid_from = 2027-01-01\n')
    edit(
        folders.forms / "fees.toml",
        '{ when = "minor", eur = "17.50", norm = "§ 45a, § 50 Abs. 1 AufenthV" },',
        '{ when = "minor", eur = "17.50", valid_to = 2026-12-31 },\n'
        '    { when = "minor", eur = "18.50", valid_from = 2027-01-01 },',
    )
    paper = '[[document]]\nid = "zeugnisse"\n'
    edit(folders.forms / "documents.toml", paper, f'{paper}role = "host"\nmax_age_months = 6\n')
    return folders


def row_of(service: Service, paper: str) -> Requirement:
    return next(row for row in service.requirements if row.document.id == paper)


def test_rows_fees_and_values_say_what_the_files_say(told: ContentFolders) -> None:
    content = load_content(told)
    service = content.service("study")
    row = row_of(service, "zeugnisse")
    clause = row.clauses[-1]
    assert (row.document.role, row.document.age, row.document.copies) == (Role.HOST, Age(months=6), 1)
    assert (clause.role, clause.age, clause.copies) == (Role.EMPLOYER, Age(days=14), 2)
    assert clause.validity.first == NEW_YEAR
    assert "express" not in {fee.fee.id for fee in service.fees_on(OLD_YEAR)}
    express = {fee.fee.id: fee for fee in service.fees_on(NEW_YEAR)}["express"].fee
    assert [amount.eur for amount in express.amounts] == [Decimal("18.50"), Decimal("35.00")]
    assert content.values["study"] in service.yearly_values
    assert service.process is content.processes["card"]


def test_the_store_gives_back_all_of_it(told: ContentFolders) -> None:
    assert content_of(load_records(told)) == load_content(told)


@pytest.mark.parametrize("file", [VALUES, WATCH, PROCESSES])
def test_a_missing_file_is_named(folders: ContentFolders, file: str) -> None:
    folders.path(file).unlink()
    with pytest.raises(ContentError) as caught:
        read_content(folders)
    assert caught.value.where == file


def test_a_watch_reaches_its_matters_from_its_day_on(folders: ContentFolders) -> None:
    content = load_content(folders)
    for watch in content.watches.values():
        for name in watch.services:
            service = content.service(name)
            assert watch in service.needs_check(watch.first)
            assert watch not in service.needs_check(date.fromordinal(watch.first.toordinal() - 1))


def test_what_the_customer_reads_of_processes_and_roles_can_be_translated(folders: ContentFolders) -> None:
    content = load_content(folders)
    wanted = {f"role/{role}" for role in Role} | {"process/card/name", "process/card/duration"}
    wanted |= {"process/card/step/pick_up", "form/certified_copy", "form/certified_translation"}
    assert wanted <= content.texts.keys()
    assert {f"form/{form}" for form in Form if form.is_paper} <= content.texts.keys()

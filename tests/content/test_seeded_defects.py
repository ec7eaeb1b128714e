"""Defects that somebody could publish, seeded into a copy of the shipped content: the check turns red at their line."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from counter_app.content.check import check
from counter_app.content.loader import ContentFolders, read_content
from counter_app.content.problems import Finding
from tests.content.copies import copied_content, edit, line_of

FACTS, DOCUMENTS, ONE_OF, BLOCKS = "forms/facts.toml", "forms/documents.toml", "forms/one_of.toml", "forms/blocks.toml"
FEES, VALUES, WATCH = "forms/fees.toml", "forms/values.toml", "forms/watch.toml"
STUDY, SETTLEMENT = "forms/services/study.toml", "forms/services/settlement.toml"
FEW_CASES = "forms/services/settlement_family_german.toml"
SPONSORSHIP, EU_FAMILY = "forms/services/sponsorship.toml", "forms/services/eu_family_card.toml"
OFFICE = "forms/offices/default.toml"
MISSING, EN_FORMS = "phrasebooks/situations/missing_documents.toml", "forms/en.po"

IMPOSSIBLE = "income has spouse and not married"
"""A rule that a contradiction of the shipped facts rules out."""

NOBODY = "minor and age_band == 24_44"
"""A rule that rules itself out."""

SAID = 'confidence = "high"\nsource = "L1"\n'


@dataclass(frozen=True)
class Seed:
    """One defect.

    Args:
        new: put in the place of ``old``, or at the end of the file where that is empty.
        at: text on the line that must be named.
        says: pieces of the one finding, in order.
    """

    what: str
    file: str
    new: str
    at: str
    says: tuple[str, ...]
    old: str = ""


def row(document: str, when: str, more: str = "") -> str:
    """A row of a matter."""
    return f'[[requirement]]\ndocument = "{document}"\nwhen = "{when}"\n{more}{SAID}'


def paper(document: str, plain: str, more: str = "") -> str:
    """A paper of the catalogue."""
    texts = f'name = "Blatt {document}"\nshort = "Blatt {document}"\nplain = "{plain}"\n'
    return f'[[document]]\nid = "{document}"\n{texts}form = ["original"]\n{more}{SAID}'


def fee(fee_id: str, *amounts: str) -> str:
    """A fee."""
    entries = "".join(f"    {{ {amount} }},\n" for amount in amounts)
    return f'[[fee]]\nid = "{fee_id}"\nname = "Gebühr {fee_id}"\nnorm = "§ 45"\n{SAID}amounts = [\n{entries}]\n'


def relief(relief_id: str, when: str, fee_id: str) -> str:
    """A relief that makes a fee free."""
    head = f'[[relief]]\nid = "{relief_id}"\nname = "Ermäßigung"\nwhen = "{when}"\nfees = ["{fee_id}"]\n'
    return f'{head}eur = "0.00"\nnorm = "§ 53"\n{SAID}'


def one_of(group: str, documents: str, services: str) -> str:
    """A group of papers."""
    head = f'[[one_of]]\nid = "{group}"\nname = "Auswahl {group}"\nhint = "Eines davon genügt."\n'
    return f"{head}documents = {documents}\nservices = {services}\n"


def fact(fact_id: str, more: str) -> str:
    """A fact that the clerk is asked for."""
    return f'[[fact]]\nid = "{fact_id}"\n{more}question = "Frage {fact_id}?"\n'


def contradiction(name: str, rule: str) -> str:
    """A combination that cannot be."""
    return f'[[contradiction]]\nid = "{name}"\nrule = "{rule}"\ntext = "Das passt nicht zusammen."\n'


RULES = [
    Seed("a broken rule", STUDY, row("lid", "enrolled and"), 'when = "enrolled and"', ("Spalte 13", "das Ende")),
    Seed("a fact that does not exist", STUDY, row("lid", "enroled"), 'when = "enroled"', ("„enroled“", "„enrolled“?")),
    Seed("an unknown paper", STUDY, row("studiendaur", "always"), '"studiendaur"', ("„studiendauer“?",)),
    Seed(
        "a row that can never show by itself",
        STUDY,
        row("lid", NOBODY),
        '[[requirement]]\ndocument = "lid"',
        ("„lid“ kann sich nie zeigen", "in keinem der", "Fälle gilt", "age_band == 24_44"),
    ),
    Seed(
        "a row that contradictions rule out",
        STUDY,
        row("lid", IMPOSSIBLE),
        '[[requirement]]\ndocument = "lid"',
        ("„lid“ kann sich nie zeigen", "Fälle gilt", IMPOSSIBLE),
    ),
    Seed(
        "a row that the values of its matter rule out",
        SETTLEMENT,
        row("studiendauer", "application == renewal"),
        '[[requirement]]\ndocument = "studiendauer"',
        (
            "„studiendauer“ kann sich nie zeigen",
            "im einzigen Fall",
            "Möglich ist hier nur application = change_purpose",
        ),
    ),
    Seed(
        "a row that always shows but does not say so",
        STUDY,
        row("lid", "married or not married"),
        '[[requirement]]\ndocument = "lid"',
        ("„lid“ zeigt sich immer", "in allen 2 Fällen gilt „married or not married“", "„always“"),
    ),
    Seed(
        "a row whose grounds together always hold",
        STUDY,
        row("lid", "married") + row("lid", "not married"),
        '[[requirement]]\ndocument = "lid"\nwhen = "not married"',
        ("„lid“ zeigt sich immer", "in allen 2 Fällen", "ihre 2 Gründe zusammen"),
    ),
    Seed(
        "a contradiction that makes an answer impossible",
        FACTS,
        contradiction("nobody", "health == none and (married or not married)"),
        '[[contradiction]]\nid = "nobody"',
        ("„health = none“ kann niemand mehr geben", "Der Widerspruch „nobody“", "in jedem Fall"),
    ),
    Seed(
        "a fact that nothing asks for",
        FACTS,
        fact("left_handed", 'kind = "yes_no"\nasked = "office"\nlabel = "Linke Hand"\n'),
        '[[fact]]\nid = "left_handed"',
        ("„left_handed“ nutzt keine Zeile und keine Gebühr",),
    ),
    Seed(
        "a setting that nothing asks for",
        FACTS,
        fact("office_stamps", 'kind = "setting"\ndefault = "no"\n'),
        '[[fact]]\nid = "office_stamps"',
        ("Die Einstellung „office_stamps“ nutzt keine Zeile",),
    ),
]
ENTRIES = [
    Seed(
        "blocks that go round in a circle",
        BLOCKS,
        '[[block]]\nid = "ring_a"\nname = "Ring A"\nblocks = ["ring_b"]\n'
        '[[block]]\nid = "ring_b"\nname = "Ring B"\nblocks = ["ring_a"]\n',
        'blocks = ["ring_b"]',
        ("im Kreis", "ring_a → ring_b → ring_a"),
    ),
    Seed(
        "a block that no matter takes over",
        BLOCKS,
        '[[block]]\nid = "loose"\nname = "Lose"\n',
        '[[block]]\nid = "loose"',
        ("Den Baustein „loose“ übernimmt kein Anliegen",),
    ),
    Seed(
        "a row of a block that can show in none of its matters",
        BLOCKS,
        row("lid", IMPOSSIBLE).replace("requirement", "block.requirement"),
        '[[block.requirement]]\ndocument = "lid"',
        ("„lid“ kann sich nie zeigen", IMPOSSIBLE),
    ),
    Seed(
        "a doubled id", DOCUMENTS, paper("pass", "Ein Pass."), 'id = "pass"\nname = "Blatt', ("„pass“ gibt es schon",)
    ),
    Seed(
        "two versions of a row that overlap",
        STUDY,
        row("lid", "married", "valid_to = 2027-06-30\n") + row("lid", "married", "valid_from = 2027-06-01\n"),
        '[[requirement]]\ndocument = "lid"\nwhen = "married"\nvalid_from',
        ("Die Zeile gilt ab 01.06.2027 doppelt",),
    ),
    Seed(
        "a row that ends before it begins",
        STUDY,
        row("lid", "married", "valid_from = 2027-02-01\nvalid_to = 2027-01-01\n"),
        "valid_to = 2027-01-01",
        ("„valid_to“ liegt vor „valid_from“",),
    ),
    Seed(
        "a group that can stay empty",
        ONE_OF,
        one_of("money", '["sperrkonto", "stipendium"]', '["study"]'),
        '[[one_of]]\nid = "money"',
        ("„money“ kann im Anliegen „study“ leer bleiben, z. B. bei Einkommen ohne", "mehrere", "Einkommen = „Geld auf"),
    ),
    Seed(
        "a group without a choice",
        ONE_OF,
        one_of("single", '["immatrikulation", "lid"]', '["study"]'),
        '[[one_of]]\nid = "single"',
        ("„single“ hat im Anliegen „study“ eine Unterlage", "mindestens zwei"),
    ),
    Seed(
        "an assumption that the values of the matter rule out",
        SETTLEMENT,
        '\napplication = "renewal"\nin_training',
        'application = "renewal"',
        ("„application = renewal“ ist hier unmöglich", "Möglich ist nur first"),
        old='\napplication = "first"\nin_training',
    ),
    Seed(
        "a typical case that contradicts itself",
        FEW_CASES,
        '[[case]]\nname = "Unmöglich"\n[case.facts]\nrole = "spouse"\nmarried = "no"\n',
        '[[case]]\nname = "Unmöglich"',
        ("Typischer Fall „Unmöglich“", "nicht verheiratet"),
    ),
    Seed(
        "a typical case that leaves something open",
        FEW_CASES,
        '[[case]]\nname = "Wenig gesagt"\n[case.facts]\napplication = "first"\n',
        '[[case]]\nname = "Wenig gesagt"',
        ("Typischer Fall „Wenig gesagt“: Es bleibt offen", "income"),
    ),
    Seed(
        "a change of law for a matter that does not exist",
        WATCH,
        f'[[watch]]\nid = "new"\nfrom = 2027-05-01\ntext = "Neu."\nservices = ["studdy"]\n{SAID.splitlines()[1]}\n',
        'services = ["studdy"]',
        ("Anliegen", "„study“?"),
    ),
    Seed(
        "a favourite phrase that does not exist",
        OFFICE,
        'favourites = ["rec_welcom", "rec',
        'favourites = ["rec_welcom"',
        ("Satz", "„rec_welcome“?"),
        old='favourites = ["rec_welcome", "rec',
    ),
    Seed(
        "an unknown slot in a phrase",
        MISSING,
        '[[phrase]]\nid = "seeded"\nsaid_by = "staff"\nclass = "talk"\ntext = "Es fehlt: {dokument}"\n',
        "{dokument}",
        ("„{dokument}“ gibt es nicht",),
    ),
]
MONEY = [
    Seed(
        "a negative fee", FEES, fee("seeded", 'when = "always", eur = "-1.00"'), '"-1.00"', ("„-1.00“ ist kein Betrag",)
    ),
    Seed(
        "two versions of an amount that overlap",
        FEES,
        fee("seeded", 'when = "always", eur = "1.00", valid_to = 2027-06-30', 'when = "always", eur = "2.00"'),
        '{ when = "always", eur = "2.00" }',
        ("Der Betrag gilt doppelt",),
    ),
    Seed(
        "a fee without a matter",
        FEES,
        fee("seeded", 'when = "always", eur = "1.00"'),
        '[[fee]]\nid = "seeded"',
        ("Die Gebühr „seeded“ nimmt kein Anliegen",),
    ),
    Seed(
        "a matter without a fee",
        EU_FAMILY,
        "",
        'id = "eu_family_card"',
        ("„eu_family_card“ hat keine Gebühr", "„free“"),
        old='[[fee]]\nid = "eu_card"\nwhen = "always"\n',
    ),
    Seed(
        "a free matter that costs something",
        SPONSORSHIP,
        'process = "paper"\nfree = "§ 1"\n',
        'id = "sponsorship"\ngroup',
        ("„sponsorship“ ist „free“ und hat doch Gebühren: sponsorship",),
        old='process = "paper"\n',
    ),
    Seed(
        "a fee that can never be due",
        STUDY,
        f'[[fee]]\nid = "sponsorship"\nwhen = "{IMPOSSIBLE}"\n',
        '[[fee]]\nid = "sponsorship"',
        ("Die Gebühr „sponsorship“ kann nie anfallen", "in keinem der", IMPOSSIBLE),
    ),
    Seed(
        "an amount that can never count",
        FEES,
        f'    {{ when = "{NOBODY}", eur = "1.00" }},\n    {{ when = "minor", eur = "50.00", norm = "§ 45 Nr. 1,',
        f'{{ when = "{NOBODY}", eur = "1.00" }}',
        ("Der Betrag 1,00 € der Gebühr „ae_first“ kann nie gelten", "„study“", "zum Zug"),
        old='    { when = "minor", eur = "50.00", norm = "§ 45 Nr. 1,',
    ),
    Seed(
        "a relief that never applies",
        FEES,
        relief("seeded", IMPOSSIBLE, "ae_first"),
        '[[relief]]\nid = "seeded"',
        ("Die Ermäßigung „seeded“ kann nie gelten", "„ae_first“", IMPOSSIBLE),
    ),
    Seed(
        "an amount quoted wrong",
        DOCUMENTS,
        paper("seeded", "Das Papier kostet 94 €."),
        'plain = "Das Papier kostet 94 €."',
        ("nennt 94,00 €", "am 22.11.2026", "Am nächsten liegt 93,00 €"),
    ),
    Seed(
        "a translation that quotes another amount",
        EN_FORMS,
        'msgstr "Passport or passport substitute, 60 €"',
        'msgctxt "document/pass/name"',
        ("„document/pass/name“", "nennt 60 €", "im Deutschen steht dieser Betrag nicht"),
        old='msgstr "Passport or passport substitute"',
    ),
    Seed(
        "a limit of a year that is over",
        VALUES,
        '[[value]]\nid = "seeded"\nname = "Alt"\nunit = "eur_year"\n[[value.amount]]\nvalid_to = 2025-12-31\n'
        f'amount = "1.00"\nnorm = "§ 1"\n{SAID}',
        '[[value]]\nid = "seeded"',
        ("„seeded“ hat am 22.11.2026 keinen Betrag", "bis 31.12.2025"),
    ),
    Seed(
        "an age quoted wrong",
        DOCUMENTS,
        paper("seeded", "Ein Papier.", 'max_age_months = 2\nlimit = "höchstens 3 Monate alt"\n'),
        'limit = "höchstens 3 Monate alt"\nconfidence = "high"\nsource = "L1"\n',
        ("darf 3 Monate alt sein", "max_age_months = 2"),
    ),
]
ALL = [*RULES, *ENTRIES, *MONEY]


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> frozenset[tuple[str, str]]:
    """What is said of the content as it is: nothing, unless somebody is at work on it."""
    return frozenset(map(_unplaced, check(read_content(copied_content(tmp_path_factory.mktemp("as_it_is"))))))


@pytest.mark.parametrize("seed", ALL, ids=[seed.what for seed in ALL])
def test_a_seeded_defect_turns_the_check_red_at_its_line(
    seed: Seed, folders: ContentFolders, known: Iterable[tuple[str, str]]
) -> None:
    path = folders.forms.parent / seed.file
    if seed.old:
        edit(path, seed.old, seed.new)
    else:
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{seed.new}", encoding="utf-8")
    found = [finding for finding in check(read_content(folders)) if _unplaced(finding) not in known]
    assert [finding.where for finding in found] == [f"{seed.file}:{line_of(path, seed.at)}"], found
    _assert_in_order(found[0].detail, seed.says)


def test_there_are_enough_seeds_and_each_is_another() -> None:
    assert len({seed.what for seed in ALL}) == len(ALL) >= 25


def _unplaced(finding: Finding) -> tuple[str, str]:
    """A finding without its line, which moves when something is put in before it."""
    return finding.where.partition(":")[0], finding.detail


def _assert_in_order(text: str, pieces: Iterable[str]) -> None:
    rest = text
    for piece in pieces:
        assert piece in rest, text
        rest = rest.partition(piece)[2]

"""What deserves a look is told with its line, and stops nobody."""

import pytest

from counter_app.content.check import check, looked_over
from counter_app.content.loader import ContentFolders, read_content
from tests.content.copies import line_of
from tests.content.test_seeded_defects import (
    BLOCKS,
    DOCUMENTS,
    FACTS,
    IMPOSSIBLE,
    ONE_OF,
    SAID,
    STUDY,
    VALUES,
    WATCH,
    Seed,
    contradiction,
    one_of,
    paper,
    row,
)

HINTS = [
    Seed("a paper that nothing names", DOCUMENTS, paper("seeded", "Ein Blatt."), 'id = "seeded"', ("verlangt kein",)),
    Seed(
        "an age that is told but not computed",
        DOCUMENTS,
        paper("seeded", "Ein Blatt, höchstens 5 Monate alt."),
        'plain = "Ein Blatt, höchstens 5',
        ("5 Monate", "„max_age_months“ fehlt"),
    ),
    Seed(
        "a contradiction that excludes nothing",
        FACTS,
        contradiction("nothing", "minor and age_band == 24_44"),
        'id = "nothing"',
        ("„nothing“ schließt nichts aus",),
    ),
    Seed(
        "a row that is over",
        STUDY,
        row("lid", "married", "valid_to = 2026-01-31\n"),
        'document = "lid"',
        ("„lid“ galt bis 31.01.2026",),
    ),
    Seed(
        "a group that need not be optional",
        ONE_OF,
        one_of("money", '["sperrkonto", "antrag"]', '["study"]') + 'optional = ["study"]\n',
        'id = "money"',
        ("„money“ bleibt in „study“ nie leer",),
    ),
    Seed(
        "a limit that no matter names",
        VALUES,
        f'[[value]]\nid = "seeded"\nname = "Neu"\nunit = "eur_year"\n[[value.amount]]\nnorm = "§ 1"\n{SAID}'
        'amount = "5.00"\n',
        'id = "seeded"',
        ("Den Wert „seeded“ nennt kein Anliegen",),
    ),
    Seed(
        "a change of law whose day has come",
        WATCH,
        '[[watch]]\nid = "seeded"\nfrom = 2026-11-22\ntext = "Neues Recht."\nservices = ["study"]\nsource = "L1"\n',
        'id = "seeded"',
        ("Seit 22.11.2026 neu zu prüfen: Neues Recht.", "study"),
    ),
]


@pytest.mark.parametrize("hint", HINTS, ids=[hint.what for hint in HINTS])
def test_a_hint_names_its_line_and_nothing_is_wrong(hint: Seed, folders: ContentFolders) -> None:
    before = check(read_content(folders))
    path = folders.forms.parent / hint.file
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{hint.new}", encoding="utf-8")
    reading = read_content(folders)
    line = line_of(path, hint.at)
    near = {f"{hint.file}:{line}", f"{hint.file}:{line - 1}"}  # an entry is named by its head
    told = [finding for finding in looked_over(reading) if finding.where in near]
    assert all(finding.is_hint for finding in told)
    assert any(all(piece in finding.detail for piece in hint.says) for finding in told), told
    assert check(reading) == before


def test_a_row_of_a_block_may_be_idle_in_some_of_its_matters(folders: ContentFolders) -> None:
    before = check(read_content(folders))
    blocks = folders.forms.parent / BLOCKS
    only_loss = row("lid", "application == loss").replace("requirement", "block.requirement")
    text = f'{blocks.read_text(encoding="utf-8")}\n[[block]]\nid = "seeded"\nname = "Neu"\n{only_loss}'
    blocks.write_text(text, encoding="utf-8")
    for name in ("study", "seek_training"):  # the second is never about a lost card
        matter = folders.forms / "services" / f"{name}.toml"
        takes_over = matter.read_text(encoding="utf-8").replace("blocks = [", 'blocks = ["seeded", ', 1)
        matter.write_text(takes_over, encoding="utf-8")
    assert check(read_content(folders)) == before
    blocks.write_text(text.replace(only_loss, only_loss.replace("application == loss", IMPOSSIBLE)), encoding="utf-8")
    found = [finding.where for finding in check(read_content(folders)) if finding not in before]
    line = line_of(blocks, '[[block.requirement]]\ndocument = "lid"')
    assert found == [f"{BLOCKS}:{line}"]

"""Cards say of every matter what the search looks at."""

from counter_app.content.cards import FOLDER, cards_of
from counter_app.content.loader import load_content, load_records
from counter_app.domain.card import MatterCard
from counter_app.domain.record import EntryRecord
from counter_app.system.paths import content_folders


def test_every_shipped_matter_has_the_card_that_its_file_says() -> None:
    entries = [entry for entry in load_records(content_folders()).entries if entry.file.startswith(f"{FOLDER}/")]
    services = load_content(content_folders()).services.values()
    expected = {MatterCard(one.id, one.name.german, one.law, one.words) for one in services}
    assert set(cards_of(entries)) == expected


def test_a_record_that_is_no_matter_makes_no_card() -> None:
    odd = [
        EntryRecord("forms/services/a.toml", "fee/x", 0, {"id": "x", "name": "A", "law": "§ 1"}),
        EntryRecord("forms/services/b.toml", "", 0, {"id": "b", "name": 3, "law": "§ 1"}),
        EntryRecord("forms/services/c.toml", "", 0, {"id": "c", "name": "C", "law": "§ 3", "words": "none"}),
    ]
    assert list(cards_of(odd)) == [MatterCard("c", "C", "§ 3", ())]

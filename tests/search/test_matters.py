"""What people say at the counter finds the matter they mean, by the shipped everyday words."""

import pytest

from counter_app.content.loader import load_content
from counter_app.domain.service import Service
from counter_app.search.index import Index, service_index
from counter_app.system.paths import content_folders

NEAR = 3
"""Lines that are seen without looking for them."""
SAID = [
    ("heiraten", "family_german", "spouse_foreigner"),
    ("Pass abgelaufen", "eat_transfer"),
    ("reisepass verloren", "id_substitute"),
    ("Job gewechselt", "employer_change"),
    ("arbeitgeber wechseln", "employer_change"),
    ("minijob", "employer_change"),
    ("kündigung", "employer_change"),
    ("karte verloren", "eat_loss"),
    ("karte ist da", "eat_pickup"),
    ("umgezogen", "address_change"),
    ("wohnsitzauflage", "residence_change"),
    ("baby", "child_born"),
    ("kind nachholen", "child_joins"),
    ("mutter", "parents_others"),
    ("scheidung", "own_right_spouse"),
    ("schwanger", "paternity_consent"),
    ("uni", "study"),
    ("ausbildung", "training"),
    ("lehre", "training"),
    ("deutschkurs", "language_school"),
    ("arbeit suchen", "job_search"),
    ("job", "skilled_work"),
    ("selbstständig", "self_employed"),
    ("ingenieur", "blue_card"),
    ("krankenschwester", "recognition"),
    ("arbeitserlaubnis", "work_permit"),
    ("asyl", "asylum_permission"),
    ("duldung", "toleration"),
    ("flüchtling", "refugee"),
    ("ukraine", "temporary_protection"),
    ("einreiseverbot", "entry_ban"),
    ("unbefristet", "settlement"),
    ("einladung", "sponsorship"),
    ("klassenfahrt", "school_trip"),
    ("brexit", "gb_document"),
    ("blauer pass", "travel_refugee"),
    ("visum läuft ab", "visa_extension"),
    ("mitarbeiter aus dem ausland", "fast_track"),
]


@pytest.fixture(scope="module")
def matters() -> Index[Service]:
    """The search as the counter has it."""
    return service_index(load_content(content_folders()).services.values())


@pytest.mark.parametrize(("said", "meant"), [(said, meant) for said, *all_meant in SAID for meant in all_meant])
def test_everyday_words_find_the_matter_in_the_first_lines(matters: Index[Service], said: str, meant: str) -> None:
    assert meant in [service.id for service in matters.search(said, NEAR)]


@pytest.mark.parametrize(("said", "meant"), [(said, meant[0]) for said, *meant in SAID if len(meant) == 1])
def test_where_one_matter_is_meant_it_comes_first(matters: Index[Service], said: str, meant: str) -> None:
    assert matters.search(said, 1)[0].id == meant


def test_every_everyday_word_leads_to_its_matter(matters: Index[Service]) -> None:
    """As somebody types it, in the first ten lines: many matters share the short ones."""
    lost = [
        (service.id, word)
        for service in matters.search("", 1000)
        for word in service.words
        if service not in matters.search(word, 10)
    ]
    assert lost == []

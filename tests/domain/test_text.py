"""Texts, their translations and how far those can be trusted."""

from itertools import permutations

import pytest

from counter_app.domain.errors import ContentError
from counter_app.domain.text import Text, Translation, Trust, joined, lowest


def test_a_text_speaks_german_and_what_it_was_translated_to() -> None:
    text = Text("label/pass", "Pass", {"en": Translation("Passport", Trust.DRAFT)})
    assert [text.in_language(tag) for tag in ("de", "en", "ti")] == ["Pass", "Passport", ""]
    assert [text.trust(tag) for tag in ("de", "en", "ti")] == [Trust.REVIEWED, Trust.DRAFT, Trust.MISSING]


@pytest.mark.parametrize("german", ["", " ", "\n\t"])
def test_a_text_without_german_is_refused(german: str) -> None:
    with pytest.raises(ContentError, match=r"^Der deutsche Text von „label/pass“ ist leer\.$"):
        Text("label/pass", german)


def test_the_lowest_state_counts_for_the_whole() -> None:
    from_lowest = [Trust.MISSING, Trust.OUTDATED, Trust.DRAFT, Trust.REVIEWED]
    while from_lowest:
        assert {lowest(order) for order in permutations(from_lowest)} == {from_lowest[0]}
        from_lowest.pop(0)


def test_where_nothing_was_translated_there_is_nothing_to_mistrust() -> None:
    assert lowest([]) is Trust.REVIEWED


def test_texts_are_joined_in_the_languages_that_all_of_them_have() -> None:
    no = Text("label/no", "Nein", {"en": Translation("No", Trust.REVIEWED), "ar": Translation("لا", Trust.REVIEWED)})
    moved = Text("fact/moved", "Umzug", {"en": Translation("Moved", Trust.DRAFT), "ti": Translation("x", Trust.DRAFT)})
    assert joined(": ", moved, no) == Text("fact/moved", "Umzug: Nein", {"en": Translation("Moved: No", Trust.DRAFT)})
    assert joined(" / ", no) == no


def test_joined_texts_lack_a_language_that_one_of_them_lacks() -> None:
    no = Text("label/no", "Nein", {"en": Translation("No", Trust.REVIEWED), "ar": Translation("لا", Trust.REVIEWED)})
    moved = Text("fact/moved", "Umzug", {"en": Translation("Moved", Trust.OUTDATED)})
    both = joined(": ", moved, no)
    assert [both.in_language(tag) for tag in ("de", "en", "ar", "ti")] == ["Umzug: Nein", "Moved: No", "", ""]
    assert [both.trust(tag) for tag in ("en", "ar")] == [Trust.OUTDATED, Trust.MISSING]
    assert len(both.translations) == 1

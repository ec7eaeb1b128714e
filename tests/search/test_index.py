"""The right phrase after two or three letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.content.loader import load_content
from counter_app.domain.slots import SLOT
from counter_app.search.index import phrase_index
from counter_app.system.paths import content_folders
from tests.makers import make_phrase

PHRASES = [
    make_phrase("rental", "Bitte bringen Sie den Mietvertrag mit.", "wohnung", "wohnungsvertrag"),
    make_phrase("contract", "Der Vertrag fehlt."),
    make_phrase("contract_copy", "Die Vertragskopie fehlt."),
    make_phrase("passport", "Zeigen Sie mir bitte Ihren Pass."),
    make_phrase("photo", "Ihr Passfoto ist zu alt.", "bild"),
    make_phrase("toilet", "Die Toilette ist im Erdgeschoss.", "wo klo", "wc"),
    make_phrase("room", "Gehen Sie bitte in Zimmer {room}."),
    make_phrase("health", "Sind Sie krankenversichert?", "krankenkasse"),
]
INDEX = phrase_index(PHRASES)


def found(query: str, limit: int = 20) -> list[str]:
    return [phrase.id for phrase in INDEX.search(query, limit)]


def test_a_whole_word_comes_before_its_start_and_that_before_a_compound() -> None:
    assert found("vertrag") == ["contract", "contract_copy", "rental"]


def test_a_shorter_phrase_comes_first_where_both_fit_as_well() -> None:
    index = phrase_index([make_phrase("long", "Ihr Pass ist abgelaufen."), make_phrase("short", "Ihr Pass?")])
    assert [phrase.id for phrase in index.search("pass")] == ["short", "long"]


def test_two_letters_are_enough() -> None:
    assert found("to")[0] == "toilet"
    assert found("mietv") == ["rental"]


def test_all_words_must_occur_in_any_order() -> None:
    assert found("fehlt vertrag") == found("vertrag fehlt") == ["contract", "contract_copy"]
    assert found("vertrag bringen") == ["rental"]
    assert found("vertrag erdgeschoss") == []


def test_everyday_words_find_a_phrase_too() -> None:
    assert found("wo klo") == ["toilet"]
    assert found("klo") == ["toilet"]
    assert found("krankenkasse") == ["health"]


def test_the_text_itself_counts_more_than_everyday_words() -> None:
    index = phrase_index([make_phrase("by_word", "Ja.", "pass"), make_phrase("by_text", "Ihren Pass, bitte sehr!")])
    assert [phrase.id for phrase in index.search("pass")] == ["by_text", "by_word"]


def test_words_of_text_and_everyday_can_be_mixed() -> None:
    assert found("wohnung mitbringen") == []
    assert found("wohnung bringen") == ["rental"]


def test_umlauts_and_case_do_not_matter() -> None:
    index = phrase_index([make_phrase("fee", "Die Gebühr beträgt 93 Euro.")])
    assert [[phrase.id for phrase in index.search(query)] for query in ("GEBUEHR", "gebuhr", "gebühr")] == [["fee"]] * 3


@pytest.mark.parametrize("typo", ["toilete", "toilettte", "tiolette", "toulette"])
def test_one_typing_error_is_forgiven(typo: str) -> None:
    assert found(typo) == ["toilet"]


def test_two_typing_errors_are_not_forgiven() -> None:
    assert found("toulete") == []


def test_one_typing_error_in_each_word_is_forgiven() -> None:
    assert found("zimer gehn") == ["room"]


def test_a_word_without_error_stays_as_it_is_beside_one_with() -> None:
    index = phrase_index([make_phrase("week", "Kommen Sie nächste Woche wieder."), make_phrase("still", "Noch etwas?")])
    assert [phrase.id for phrase in index.search("woch wiedre")] == ["week"]


def test_the_start_of_a_word_stays_one_beside_a_word_with_an_error() -> None:
    phrases = [make_phrase("rental", "Der Mietvertrag fehlt."), make_phrase("come", "Kommen Sie bitte mit.")]
    index = phrase_index(phrases)
    assert [phrase.id for phrase in index.search("miet fehtl")] == ["rental"]


def test_every_word_that_can_be_meant_counts() -> None:
    index = phrase_index([make_phrase("in", "Kommen Sie rein."), make_phrase("be", "Das kann sein.")])
    assert {phrase.id for phrase in index.search("wein")} == {"in", "be"}
    assert [phrase.id for phrase in index.search("kann wein")] == ["be"]


def test_in_short_words_no_error_is_forgiven() -> None:
    assert found("kol") == []
    assert set(found("pas")) == {"passport", "photo"}
    assert found("pax") == []


def test_without_an_error_nothing_is_guessed() -> None:
    assert found("pass") == ["passport", "photo"]


@pytest.mark.parametrize("query", ["", "   ", "\t\n", "?!", "👋🏽", "❤️"])
def test_where_no_word_is_typed_all_come_in_their_order(query: str) -> None:
    assert found(query) == [phrase.id for phrase in PHRASES]


def test_no_more_than_wanted_are_found() -> None:
    assert len(found("", limit=3)) == 3
    assert found("vertrag", limit=2) == ["contract", "contract_copy"]


def test_the_name_of_a_slot_is_no_word_of_the_phrase() -> None:
    assert found("room") == []


@pytest.mark.parametrize("query", ["x" * 100_000, "pass " * 20_000, "\u0301" * 1000, "\x00", "pass\udc00", "(*[.\\"])
def test_hostile_input_does_no_harm(query: str) -> None:
    assert set(found(query)) <= {phrase.id for phrase in PHRASES}


@given(st.text(max_size=60))
def test_any_input_finds_phrases_each_once(query: str) -> None:
    hits = found(query)
    assert len(set(hits)) == len(hits)


def test_nothing_is_found_among_no_phrases() -> None:
    assert phrase_index([]).search("pass") == []
    assert phrase_index([]).search("") == []


def test_every_shipped_phrase_is_found_by_its_own_words() -> None:
    phrases = tuple(load_content(content_folders()).phrases)
    index = phrase_index(phrases)
    for phrase in phrases:
        assert phrase in index.search(SLOT.sub("", phrase.text.german), limit=len(phrases))[:3]
        for word in phrase.words:
            assert phrase in index.search(word, limit=len(phrases))

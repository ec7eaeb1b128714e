"""Records hold what the files say; catalogues are unpacked once, for the language that is asked for."""

import json
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.record import Catalogue, Review, TranslationRecord, Translations, review_mark
from counter_app.domain.text import Text, Translation, Trust, joined

REVIEW = Review("A. Muster", date(2026, 10, 1), review_mark("Pass", "Passport"))
REVIEWS = st.none() | st.builds(Review, st.text(), st.dates(), st.text())
RECORDS = st.builds(TranslationRecord, st.text(), st.text(), st.text(), st.text(), st.booleans(), REVIEWS)


def make_text(*catalogues: Catalogue, german: str = "Pass") -> Text:
    """A text that finds its translations in catalogues."""
    by_tag = MappingProxyType({catalogue.tag: catalogue for catalogue in catalogues})
    return Text("pass", german, Translations("pass", german, by_tag))


@given(st.lists(RECORDS, unique_by=lambda record: record.key))
def test_what_is_packed_comes_out_again(records: list[TranslationRecord]) -> None:
    catalogue = Catalogue("en", Catalogue.of("en", records).packed)
    assert dict(catalogue.records) == {record.key: record for record in records}


@given(st.lists(RECORDS, unique_by=lambda record: record.key, max_size=4), st.randoms(use_true_random=False))
def test_equal_translations_are_packed_alike(records: list[TranslationRecord], chance: object) -> None:
    shuffled = sorted(records, key=lambda _: getattr(chance, "random")())  # noqa: B009 - hypothesis gives no type
    assert Catalogue.of("en", shuffled) == Catalogue.of("en", records)


@pytest.mark.parametrize(
    ("record", "german", "trust"),
    [
        (TranslationRecord("pass", "Pass", "", ""), "Pass", Trust.MISSING),
        (TranslationRecord("pass", "Pass", "", "Passport"), "Pass", Trust.DRAFT),
        (TranslationRecord("pass", "Pass", "", "Passport", review=REVIEW), "Pass", Trust.REVIEWED),
        (TranslationRecord("pass", "Pass", "", "Passport", is_fuzzy=True, review=REVIEW), "Pass", Trust.DRAFT),
        (TranslationRecord("pass", "Pass", "", "Passports", review=REVIEW), "Pass", Trust.DRAFT),
        (TranslationRecord("pass", "Pass", "", "Passport", review=REVIEW), "Reisepass", Trust.OUTDATED),
        (TranslationRecord("pass", "Pass", "Ausweis", "Passport", review=REVIEW), "Pass", Trust.OUTDATED),
        (TranslationRecord("pass", "Pass", "Pass", "Passport", review=REVIEW), "Pass", Trust.OUTDATED),
    ],
)
def test_a_text_from_a_catalogue_has_a_computed_state(record: TranslationRecord, german: str, trust: Trust) -> None:
    text = make_text(Catalogue.of("en", [record]), german=german)
    assert (text.in_language("en"), text.trust("en")) == (record.text, trust)
    assert (text.in_language("ar"), text.trust("ar")) == ("", Trust.MISSING)
    assert set(text.translations) == ({"en"} if record.text else set())


def test_a_text_from_catalogues_equals_one_that_holds_its_translations() -> None:
    catalogues = (
        Catalogue.of("ar", [TranslationRecord("pass", "Pass", "", "جواز", is_fuzzy=True)]),
        Catalogue.of("en", [TranslationRecord("pass", "Pass", "", "Passport", review=REVIEW)]),
        Catalogue.of("ti", [TranslationRecord("foto", "Foto", "", "ስእሊ")]),
        Catalogue.of("uk", [TranslationRecord("pass", "Pass", "", "")]),
    )
    plain = {"ar": Translation("جواز", Trust.DRAFT), "en": Translation("Passport", Trust.REVIEWED)}
    assert make_text(*catalogues) == Text("pass", "Pass", plain)
    assert make_text(*catalogues[1:]) != Text("pass", "Pass", plain)


def test_only_the_language_that_is_asked_for_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[object] = []
    loads = json.loads

    def noted(packed: bytes) -> object:
        unpacked.append(packed)
        return loads(packed)

    monkeypatch.setattr("counter_app.domain.record.json.loads", noted)
    english, arabic = (
        Catalogue.of(tag, [TranslationRecord("pass", "Pass", "", f"Pass {tag}")]) for tag in ("en", "ar")
    )
    text = joined(" / ", make_text(english, arabic), make_text(english, arabic))
    assert unpacked == []
    assert [text.in_language("en"), text.in_language("en")] == ["Pass en / Pass en"] * 2
    assert unpacked == [english.packed]

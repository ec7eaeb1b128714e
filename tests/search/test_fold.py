"""What people type and what is written meet in the same letters."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counter_app.search.fold import fold, folded_words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Ausländerbehörde", "auslaenderbehoerde"),
        ("Ausländerbehörde", "AUSLANDERBEHORDE"),
        ("Ausla\u0308nderbeho\u0308rde", "ausländerbehörde"),
        ("Prüfung", "pruefung"),
        ("Prüfung", "prufung"),
        ("Straße", "strasse"),
        ("STRASSE", "straße"),
        ("Gebühr", "GEBÜHR"),
        ("école à côté", "ecole a cote"),
        ("Łódź", "lodz"),
        ("İstanbul, Diyarbakır", "istanbul, diyarbakir"),
        ("smørrebrød, Đặng", "smorrebrod, dang"),
        ("œuvre", "oeuvre"),
        ("Ǿ ǽ", "o ae"),
        ("Aufent\u00adhalts\u00adtitel", "aufenthaltstitel"),
        ("Pass\u200bbild", "passbild"),
        ("أحمد إلى آخر", "احمد الي اخر"),
        ("یک کتاب", "يك كتاب"),
        ("إقامة", "اقامه"),
        ("جَوَازُ السَّفَر", "جواز السفر"),
        ("جـــواز", "جواز"),
        ("\u200fجواز\u200e", "جواز"),
        ("می\u200cخواهم", "می خواهم"),
        ("ＰＡＳＳ".lower(), "ｐａｓｓ"),
    ],
)
def test_writings_of_the_same_word_fold_to_the_same_letters(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Pass", "Paß auf"), ("Miete", "Mitte"), ("schon", "schien"), ("ก่า", "กา"), ("कि", "की"), ("ሰላም", "ስላም")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
@example("aee")
@example("ǿ")
@example("öeuee")
@example("a\u00ade")
@example("ᄀ\u200bᅡ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aeouäöüßAEOUÄÖÜ \u0308\u00ad", max_size=20))
def test_an_umlaut_can_be_typed_in_three_ways(text: str) -> None:
    spelled = text.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    bare = text.translate({ord("ä"): "a", ord("ö"): "o", ord("ü"): "u", ord("ß"): "ss"})
    assert fold(text) == fold(spelled)
    assert fold(bare) == fold(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("  \t\n", ()),
        ("Haben Sie einen Pass?", ("haben", "sie", "einen", "pass")),
        ("§ 16b, 2.14 – ok", ("16b", "2", "14", "ok")),
        ("E-Mail", ("e", "mail")),
        ("👋🏽 ❤️ …", ()),
        ("हिन्दी ภาษาไทยที่", ("हिन्दी", "ภาษาไทยที่")),
    ],
)
def test_a_text_falls_into_folded_words(text: str, words: tuple[str, ...]) -> None:
    assert folded_words(text) == words

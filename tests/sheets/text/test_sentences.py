"""Plain German: one sentence a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.sheets.text.sentences import one_a_line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Bitte warten. Wir rufen Sie.", ["Bitte warten.", "Wir rufen Sie."]),
        ("Haben Sie Fragen? Dann fragen Sie! Wir helfen.", ["Haben Sie Fragen?", "Dann fragen Sie!", "Wir helfen."]),
        ("Das Wort heißt „Termin.“ Es steht hier.", ["Das Wort heißt „Termin.“", "Es steht hier."]),
        ("Er gilt (meistens.) Und dann?", ["Er gilt (meistens.)", "Und dann?"]),
        ("Kommen Sie. „Jetzt“ heißt sofort.", ["Kommen Sie.", "„Jetzt“ heißt sofort."]),
        ("Wir brauchen Papiere. 2 reichen.", ["Wir brauchen Papiere.", "2 reichen."]),
        ("Ein Satz.\nNoch einer. Ende.", ["Ein Satz.", "Noch einer.", "Ende."]),
    ],
)
def test_each_sentence_begins_a_line(text: str, lines: list[str]) -> None:
    assert one_a_line(text).split("\n") == lines


@pytest.mark.parametrize(
    "text",
    [
        "Bitte bis zum 3. Mai kommen.",
        "Der Termin ist am 03.12.2026 um 9 Uhr.",
        "Das steht in § 81 Abs. 4 Satz 1.",
        "Ein Papier, z. B. Ihr Pass.",
        "Das steht in Art. 20 und in Nr. 2 und ca. 3 Seiten lang.",
        "Karte, Brief usw. Pass",
        "Fragen Sie … und warten Sie",
        "Ja.",
        "",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_none(text: str) -> None:
    assert one_a_line(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Pass bzw. Ausweis",
        "Kosten inkl. Karte",
        "Kosten zzgl. Porto",
        "Bringen Sie ggf. Ihren Pass mit.",
        "Ggf. Pass",
        "Sie brauchen evtl. Kopien.",
        "Tel. 0234 910",
        "Frau Dr. Yilmaz",
        "Herr Prof. Dr. Kaya",
        "Mo. Di. Mi. Do. Fr. Sa. So. 9 Uhr",
        "Di. und Fr. 8 bis 12 Uhr",
        "Hauptstr. 5",
        "Lange Str. 5",
        "Wartezeit 2 Std. Danach",
        "Dauer 20 Min. Bitte",
        "Noch mind. 6 Monate",
        "Es sind max. 3 Seiten",
        "Satz 1 Buchst. A",
        "Es sind ca. 3 Seiten",
        "Ca. 3 Seiten",
        "Karte, Brief usw. Pass",
        "Karte, Brief etc. Pass",
        "Das steht in Ziff. 3, vgl. Nr. 4 und Abs. 2.",
        "Am 3. Okt. 2026",
    ],
)
def test_a_shortened_word_ends_no_sentence(text: str) -> None:
    assert one_a_line(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Machen Sie es so. Dann",
        "Sie brauchen ein Formular. Tel",
        "Das ist Ihr Visum. Di",
        "Der Test ist fertig. Min",
        "Das ist viel zu teuer. Ca",
    ],
)
def test_a_word_that_only_looks_shortened_ends_one(text: str) -> None:
    assert one_a_line(text) == text.replace(". ", ".\n")


@given(st.text("aB1 .!?„“\n)§", max_size=60))
def test_nothing_is_lost_but_white_space(text: str) -> None:
    assert "".join(one_a_line(text).split()) == "".join(text.split())


@given(st.text("aB1 .!?„“\n)§", max_size=60))
def test_a_second_time_changes_nothing(text: str) -> None:
    once = one_a_line(text)
    assert one_a_line(once) == once

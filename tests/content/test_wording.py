"""What every text must keep to, whoever wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.content.wording import complaints, translation_complaints
from counter_app.domain.slots import SLOTS

NFC, INVISIBLE, LONG, BLANKS, PILE = (
    "Unicode-Form NFC",
    "Das unsichtbare Zeichen U+",
    "erlaubt sind 2000",
    "Leerzeichen",
    "übereinander",
)
UNKNOWN, BRACE, COLON = "gibt es nicht; möglich sind", "geschweifte Klammer", "nur nach einem Doppelpunkt"

BAD = [
    ("u\u0308ber", NFC),
    ("\u1112\u1161\u11ab", NFC),
    ("a\u0000", f"{INVISIBLE}0000"),
    ("a\tb", f"{INVISIBLE}0009"),
    ("a\rb", f"{INVISIBLE}000D"),
    ("a\u0085b", f"{INVISIBLE}0085"),
    ("a\u00adb", f"{INVISIBLE}00AD"),
    ("a\u200bb", f"{INVISIBLE}200B"),
    ("a\u2028b", f"{INVISIBLE}2028"),
    ("a\u2029b", f"{INVISIBLE}2029"),
    ("a\u202ab", f"{INVISIBLE}202A"),
    ("a\u202eb", f"{INVISIBLE}202E"),
    ("a\u2066b", f"{INVISIBLE}2066"),
    ("a\u2069b", f"{INVISIBLE}2069"),
    ("\ufeffa", f"{INVISIBLE}FEFF"),
    ("a\ue000b", f"{INVISIBLE}E000"),
    ("a\ud800b", f"{INVISIBLE}D800"),
    ("a\U000e0041b", f"{INVISIBLE}E0041"),
    ("x" * 2001, LONG),
    (" a", BLANKS),
    ("a ", BLANKS),
    ("a\n", BLANKS),
    ("a\u00a0", BLANKS),
    ("a  b", BLANKS),
    ("x" + "\u0302" * 7, PILE),
    ("Zimmer {zimmer}", UNKNOWN),
    ("Zimmer {}", UNKNOWN),
    ("Zimmer { room}", UNKNOWN),
    ("Zimmer {room", BRACE),
    ("Zimmer room}", BRACE),
    ("Zimmer {{room}}", BRACE),
    ("}Zimmer{", BRACE),
    ("Bitte {document} bringen", COLON),
    ("Gehen Sie zum {office}.", COLON),
    ("Hier, {office_address}", COLON),
]
GOOD = [
    "Ihr Pass.",
    "Bitte: {document}",
    "Bitte:{document}",
    "{document}",
    "Zeile\n{office_address}",
    "请带来：{document}",
    "Bis {date} um {time} Uhr, Zimmer {room}",
    "می\u200cخواهم",
    "ක්\u200dෂ",
    "שלום\u200f",
    "a\u200e b",
    "x" * 2000,
    "x" + "\u0302" * 6,
    "Zeile\nZeile",
    "12\u00a0€",
    "ትግርኛ።",
]


@pytest.mark.parametrize(("text", "complaint"), BAD, ids=[ascii(text)[:30] for text, _ in BAD])
def test_a_bad_text_gets_one_complaint_that_names_it(text: str, complaint: str) -> None:
    found = list(complaints(text))
    assert len(found) == 1, found
    assert complaint in found[0]


@pytest.mark.parametrize("text", GOOD, ids=[ascii(text)[:30] for text in GOOD])
def test_a_good_text_gets_none(text: str) -> None:
    assert list(complaints(text)) == []


@pytest.mark.parametrize(
    ("german", "translation", "complaint"),
    [
        ("Bis {date}", "Until then", "fehlt der Platzhalter „{date}“"),
        ("Bis dann", "Until {date}", "„{date}“ steht nicht im deutschen Text"),
        ("Bis {date}", "Until {datum}", "fehlt der Platzhalter „{date}“"),
        ("Es fehlt: {document}", "Missing {document} still", COLON),
    ],
)
def test_a_translation_is_measured_by_its_german(german: str, translation: str, complaint: str) -> None:
    assert any(complaint in one for one in translation_complaints(german, translation))


def test_a_translation_may_put_its_slots_in_another_order() -> None:
    assert list(translation_complaints("Am {date} um {time}", "At {time} on {date}")) == []


@given(st.lists(st.sampled_from([*(f"{{{slot}}}" for slot in sorted(SLOTS)), "Wort", "a{", "}", "{x}"]), max_size=6))
def test_braces_pass_only_as_known_slots(pieces: list[str]) -> None:
    found = list(complaints(": ".join(pieces)))
    assert bool(found) is any(piece in {"a{", "}", "{x}"} for piece in pieces)


@given(st.text())
def test_no_text_is_too_strange_to_be_judged(text: str) -> None:
    assert all(complaint.strip() for complaint in translation_complaints(text, text))

"""A sentence stands on the customer's screen after a few letters; what it needs first is asked for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from counter_app.domain.content import Content
from counter_app.domain.phrase import Phrase, PhraseClass, Speaker
from counter_app.domain.slots import slots_of, with_names
from counter_app.domain.text import Text, Translation, Trust
from counter_app.domain.visit import Sentence
from counter_app.ui.counter.slot_fields import SlotNames
from counter_app.ui.shared.mark import Mark
from tests.ui.seat import Seat


def find(seat: Seat, letters: str) -> None:
    seat.press("Ctrl+F")
    seat.type(letters)
    seat.press("Return")


def lines(seat: Seat) -> list[str]:
    model = seat.counter.phrases.picker.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def card(seat: Seat) -> str:
    return "\n".join(label.text() for label in seat.counter.phrases.card.findChildren(QLabel) if label.isVisible())


def shown(seat: Seat) -> Sentence:
    scene = seat.visit.scene
    assert isinstance(scene, Sentence)
    return scene


def values(seat: Seat) -> dict[str, str]:
    return {slot: text.german for slot, text in shown(seat).slots.items()}


@pytest.fixture
def offer(seat: Seat, content: Content) -> Callable[..., Phrase]:
    """Offers a phrase with changes."""

    def offer(**changes: Any) -> Phrase:  # noqa: ANN401 - whatever a phrase holds
        simple = next(one for one in content.phrases if not slots_of(one.text.german) and not one.only_when)
        phrase = replace(simple, **changes)
        seat.counter.phrases.card.offer(phrase)
        return phrase

    return offer


def test_a_few_letters_and_enter_show_a_sentence(seat: Seat) -> None:
    find(seat, "willk")
    assert shown(seat).phrase.text.german == "Willkommen. Bitte nehmen Sie Platz."
    assert seat.focus() == "Satz suchen"
    assert seat.counter.phrases.picker.field.text() == ""


def test_what_customers_say_is_not_offered(seat: Seat, content: Content) -> None:
    said = [one.text.german for one in content.phrases if one.said_by not in {Speaker.STAFF, Speaker.QUESTION}]
    seat.press("Ctrl+F")
    assert said
    assert not set(lines(seat)) & set(said)


def test_what_was_used_last_comes_first(seat: Seat) -> None:
    find(seat, "willk")
    find(seat, "sprechen sie deutsch")
    assert lines(seat)[:2] == ["Sprechen Sie Deutsch?", "Willkommen. Bitte nehmen Sie Platz."]
    find(seat, "willk")
    assert lines(seat)[:2] == ["Willkommen. Bitte nehmen Sie Platz.", "Sprechen Sie Deutsch?"]
    assert len(lines(seat)) == len(set(lines(seat)))


def test_a_situation_narrows_the_search(seat: Seat, content: Content) -> None:
    box = seat.counter.phrases.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    everywhere = lines(seat)
    box.setCurrentIndex(2)
    name = SlotNames().name
    inside = {with_names(phrase.text.german, name) for phrase in content.situations[box.currentData()].phrases}
    assert lines(seat)
    assert set(lines(seat)) <= inside
    seat.begin()
    seat.press("Ctrl+N")
    assert box.currentIndex() == 0
    assert lines(seat) == everywhere


@pytest.mark.parametrize("place", range(4))
def test_each_favourite_has_its_key(seat: Seat, content: Content, place: int) -> None:
    seat.press(f"F{place + 5}")
    assert shown(seat).phrase.id == content.office.counter.favourites[place]


def test_a_place_without_a_favourite_does_nothing(seat: Seat) -> None:
    seat.counter.phrases.show_favourite(9)
    assert seat.visit.is_empty


def test_nothing_found_says_so(seat: Seat, announced: list[str]) -> None:
    find(seat, "qqqq")
    assert announced[-1].startswith("Nichts gefunden.")
    assert seat.visit.is_empty


def test_a_slot_is_asked_for_before_the_sentence_is_shown(seat: Seat) -> None:
    seat.begin()
    find(seat, "in zimmer")
    assert seat.focus() == "Zimmer"
    seat.press("Return")
    assert seat.focus() == "Zimmer", "an empty slot is no answer"
    seat.type("1.07")
    seat.press("Return")
    assert values(seat) == {"room": "1.07"}


def test_slots_start_with_what_is_agreed(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T", "Tab")
    for text in ("+21", "930", "2.14"):
        seat.type(text)
        seat.press("Tab")
    find(seat, "neuer termin")
    fields = {field.accessibleName(): field.text() for field in seat.counter.phrases.card.findChildren(QLineEdit)}
    assert fields == {"Datum": "14.12.2026", "Uhrzeit": "09:30", "Zimmer": "2.14"}
    seat.press("Return")
    assert values(seat) == {"date": "14.12.2026", "time": "09:30", "room": "2.14"}


def test_a_date_that_is_none_is_refused_with_an_example(seat: Seat, announced: list[str]) -> None:
    find(seat, "neuer termin")
    seat.type("bald")
    seat.press("Tab")
    seat.type("930")
    seat.press("Tab")
    seat.type("2.14")
    seat.press("Return")
    sentence = "„bald“ passt nicht zu Datum. Zum Beispiel 3.12. oder +14 für in 14 Tagen."
    assert sentence in card(seat)
    assert announced[-1] == sentence
    assert seat.focus() == "Datum"
    seat.type("3.12.")
    seat.press("Return")
    assert values(seat) == {"date": "03.12.2026", "time": "09:30", "room": "2.14"}


def test_the_known_fee_fills_its_slot(seat: Seat) -> None:
    seat.begin()
    find(seat, "betr")
    assert seat.focus() == "Betrag"
    seat.press("Return")
    assert values(seat) == {"amount": "93,00"}


def test_missing_papers_stand_first_in_a_slot_for_papers(seat: Seat, offer: Callable[..., Phrase]) -> None:
    seat.begin()
    seat.press("Down", "Down", "F")
    offer(text=Text("x", "Diese Unterlage fehlt noch: {document}"))
    box = seat.counter.phrases.card.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.accessibleName() == "Unterlage"
    assert box.itemText(0) == seat.visit.rows[2].document.short.german
    seat.press("Return")
    assert values(seat) == {"document": seat.visit.rows[2].document.short.german}


def test_the_paper_one_looked_for_is_chosen_already(seat: Seat) -> None:
    seat.begin()
    seat.press("F")
    find(seat, "mietvertrag")
    box = seat.counter.phrases.card.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert "ietvertrag" in box.currentText()
    seat.press("Return")
    assert "ietvertrag" in values(seat)["document"]


def test_the_words_of_the_phrase_itself_name_no_paper(seat: Seat) -> None:
    seat.begin()
    seat.press("Down", "F")
    find(seat, "fehlt noch")
    seat.press("Return")
    assert values(seat)["document"] == seat.visit.rows[1].document.short.german


def test_a_long_name_of_a_paper_does_not_push_the_column_aside(seat: Seat) -> None:
    seat.begin()
    before = seat.counter.phrases.width()
    find(seat, "mietvertrag")
    assert seat.counter.phrases.width() <= before


def test_a_slot_reads_as_its_name(seat: Seat) -> None:
    find(seat, "in zimmer")
    assert "Bitte gehen Sie in Zimmer [Zimmer]." in card(seat)


def test_no_condition_says_its_first_word_twice(content: Content) -> None:
    conditions = [phrase.only_when for phrase in content.phrases if phrase.only_when]
    assert conditions
    assert [text for text in conditions if text.lower().startswith(("nur ", "wenn "))] == []


def test_a_legal_draft_asks_for_an_interpreter_first(seat: Seat, offer: Callable[..., Phrase]) -> None:
    seat.begin()
    draft = Text("x", "Ihr Antrag ist abgelehnt.", {"ar": Translation("تم رفض طلبكم.", Trust.DRAFT)})
    offer(text=draft, phrase_class=PhraseClass.LEGAL)
    assert "Rechtlich wichtig und nur ein Entwurf" in card(seat)
    assert not isinstance(seat.visit.scene, Sentence)
    assert seat.focus() == "Trotzdem zeigen"
    assert [mark.icon_name for mark in seat.counter.phrases.card.findChildren(Mark)] == ["warning"]
    seat.press("Return")
    assert shown(seat).phrase.text == draft


def test_a_missing_translation_is_told_first(seat: Seat, offer: Callable[..., Phrase]) -> None:
    seat.begin()
    offer(text=Text("x", "Nur deutsch."))
    assert "Nicht übersetzt: Die Person sieht nur den deutschen Satz." in card(seat)


def test_an_outdated_translation_is_told_first(seat: Seat, offer: Callable[..., Phrase]) -> None:
    seat.begin()
    offer(text=Text("x", "Neu.", {"ar": Translation("قديم", Trust.OUTDATED)}))
    assert "Veraltet" in card(seat)


def test_a_condition_is_confirmed_first(seat: Seat, offer: Callable[..., Phrase]) -> None:
    offer(only_when="Die Karte liegt bereit.")
    assert "Nur wenn: Die Karte liegt bereit." in card(seat)
    assert seat.focus() == "Zeigen"
    seat.press("Space")
    assert isinstance(seat.visit.scene, Sentence)


def test_esc_leaves_the_card_and_shows_nothing(seat: Seat) -> None:
    find(seat, "in zimmer")
    seat.type("1")
    seat.press("Esc")
    assert seat.focus() == "Satz suchen"
    assert not seat.counter.phrases.card.isVisible()
    assert seat.visit.is_empty


def test_what_was_typed_into_a_slot_is_in_the_sentence_and_nowhere_else(seat: Seat) -> None:
    seat.begin()
    find(seat, "in zimmer")
    seat.type("4711")
    seat.press("Return")
    assert values(seat) == {"room": "4711"}
    kept = [
        field for field in seat.counter.findChildren(QLineEdit) if "4711" in field.text() or field.isUndoAvailable()
    ]
    assert kept == []


def test_a_language_without_translations_still_shows_the_german_lines(seat: Seat) -> None:
    seat.press("F2")
    seat.type("deut")
    seat.press("Return")
    seat.press("Ctrl+F")
    assert "Willkommen. Bitte nehmen Sie Platz." in lines(seat)


def test_a_favourite_with_something_to_fill_brings_its_card_forward(seat: Seat, offer: Callable[..., Phrase]) -> None:
    seat.counter.resize(700, 768)
    seat.press("F3")
    offer(only_when="Die Karte liegt bereit.")
    assert seat.counter.phrases.card.isVisible()
    assert seat.focus() == "Zeigen"

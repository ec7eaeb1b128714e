"""The window as a whole: every key once, changes told once, the way back, and lists of any length."""

from collections import Counter
from dataclasses import replace
from re import fullmatch

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from counter_app.domain.content import Content
from counter_app.domain.visit import Case, ListRow, Person, Visit
from counter_app.ui.counter.key_list import KeyList
from tests.ui.accessibility import clipped
from tests.ui.seat import Look, Seat


def keys(seat: Seat) -> list[str]:
    return [action.shortcut().toString() for action in own_actions(seat)]


def own_actions(seat: Seat) -> list[QAction]:
    return [action for action in seat.counter.actions() if not action.shortcut().isEmpty()]


def open_keys(seat: Seat) -> KeyList:
    seat.press("F1")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyList)
    return dialog


# Keys


def test_no_key_does_two_things(seat: Seat) -> None:
    assert [key for key, count in Counter(keys(seat)).items() if count > 1] == []


def test_the_list_of_keys_names_every_action_once(seat: Seat) -> None:
    dialog = open_keys(seat)
    texts = Counter(label.text() for label in dialog.findChildren(QLabel))
    for action in own_actions(seat):
        if action.text().startswith(("Typischer Fall", "Favorit")) or fullmatch(r"Person \d", action.text()):
            continue
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert texts[action.text()] == texts[key] == 1, action.text()
    assert texts["Strg+1 … 6"] == texts["Typischer Fall 1 bis 6"] == 1
    assert texts["Strg+Umschalt+1 … 9"] == texts["Person 1 bis 9"] == 1
    dialog.close()


def test_the_list_of_keys_has_three_groups_and_names_the_favourites(seat: Seat) -> None:
    dialog = KeyList(own_actions(seat), (), seat.counter, favourites=seat.counter.phrases.favourite_texts)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Besuch", "Liste", "Kundenbildschirm und Sätze"} <= {*texts}
    assert {*seat.counter.phrases.favourite_texts} <= {*texts}
    dialog.close()


@pytest.mark.parametrize("key", ["Esc", "Return"])
def test_the_list_of_keys_closes_by_key_and_the_clerk_goes_on(seat: Seat, key: str) -> None:
    seat.begin()
    open_keys(seat)
    seat.press(key)
    assert QApplication.activeModalWidget() is None
    assert seat.focus().startswith("1, ")


def test_the_list_of_keys_fits_at_twice_the_size(seat: Seat, look: Look) -> None:
    look.choose(text_percent=200)
    dialog: QDialog = open_keys(seat)
    assert dialog.height() <= seat.counter.height()
    assert clipped(dialog) == []
    dialog.close()


def test_every_key_on_a_button_is_the_key_of_an_action(seat: Seat) -> None:
    seat.begin()
    shown = {
        button.accessibleDescription()
        for button in (*seat.counter.top.tab_stops(), *seat.counter.checklist.tab_stops()[:3])
    }
    native = {action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for action in own_actions(seat)}
    assert shown <= native


# What is told


def test_a_new_list_is_told_once(seat: Seat, announced: list[str]) -> None:
    seat.press("F3")
    seat.type("stud")
    announced.clear()
    seat.press("Return")
    depends = sum("hängt ab von" in row.accessibleName() for row in seat.rows())
    assert announced == [f"{len(seat.rows())} Zeilen, davon hängen ab: {depends}"]


def test_what_a_fact_changes_is_told_once(seat: Seat, announced: list[str]) -> None:
    seat.begin()
    announced.clear()
    seat.counter.facts.told.emit("housing", ("dormitory",))
    assert announced == ["1 Zeile neu, 1 Zeile entfallen"]
    seat.press("Ctrl+Z")
    assert announced[1:] == ["1 Zeile neu, 1 Zeile entfallen"]


def test_a_tick_is_told_with_its_number(seat: Seat, announced: list[str]) -> None:
    seat.begin()
    announced.clear()
    seat.press("D", "F", "3", "Ctrl+R")
    assert announced == ["1: da", "2: fehlt, Heute nicht dabei", "2: fehlt, Die Kopie fehlt", "8 Zeilen geändert"]


def test_what_changes_nothing_on_the_list_is_not_told(seat: Seat, announced: list[str]) -> None:
    seat.begin()
    announced.clear()
    seat.press("F9", "Ctrl+T")
    seat.type("+14")
    seat.press("Return")
    assert announced == []


def test_the_end_of_a_visit_tells_no_list(seat: Seat, announced: list[str]) -> None:
    seat.begin()
    announced.clear()
    seat.press("Ctrl+N")
    assert announced == []


# Whole visits


def test_a_window_without_a_visit_says_how_one_begins(seat: Seat) -> None:
    shown = [label.text() for label in seat.counter.findChildren(QLabel) if label.isVisible()]
    assert "So beginnt ein Besuch" in shown
    seat.begin()
    assert "So beginnt ein Besuch" not in [
        label.text() for label in seat.counter.findChildren(QLabel) if label.isVisible()
    ]


def test_the_next_person_finds_an_empty_window(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+N")
    assert seat.rows() == []
    assert seat.focus() == "Anliegen suchen"
    shown = [label.text() for label in seat.counter.findChildren(QLabel) if label.isVisible()]
    assert "So beginnt ein Besuch" in shown
    assert "Angaben" not in shown


@pytest.mark.parametrize("size", [(1366, 768), (700, 768)], ids=str)
def test_a_list_of_forty_rows_with_very_long_names(seat: Seat, content: Content, size: tuple[int, int]) -> None:
    seat.counter.resize(*size)
    seat.begin()
    documents = list(content.documents.values())[:44]
    long = replace(documents[0].name, german="Bescheinigung über die " + "Zuständigkeits" * 12)
    rows = tuple(
        ListRow(place, replace(document, name=long if place % 5 == 0 else document.name), None, seat.visit.rows[0].tick)
        for place, document in enumerate(documents, start=1)
    )
    visit = Visit(language="ar", people=(PersonWithRows(seat.visit.case, rows),))
    seat.counter.checklist.show_visit(visit)
    QApplication.processEvents()
    assert len(seat.rows()) == 44
    assert clipped(seat.counter) == []
    tops = [row.y() for row in seat.rows()]
    bottoms = [row.geometry().bottom() for row in seat.rows()]
    assert all(bottom < top for bottom, top in zip(bottoms, tops[1:], strict=False))
    assert all(row.rect().contains(placed.rect) for row in seat.rows() for placed in row.plan.texts)
    seat.press("Ctrl+L", "End")
    assert seat.rows()[-1].visibleRegion().boundingRect() == seat.rows()[-1].rect()


class PersonWithRows(Person):
    """Somebody whose list is given."""

    def __init__(self, case: Case, given: tuple[ListRow, ...]) -> None:
        super().__init__(case=case)
        self.__dict__["rows"] = given


def in_sight(seat: Seat) -> list[str]:
    parts = {name: getattr(seat.counter, name) for name in ("services", "checklist", "phrases")}
    return [name for name, part in parts.items() if part.isVisible()]


def test_columns_become_tabs_where_they_do_not_fit(seat: Seat, look: Look) -> None:
    seat.begin()
    assert in_sight(seat) == ["services", "checklist", "phrases"]
    look.choose(text_percent=200)
    seat.press("F3")
    assert in_sight(seat) == ["services"]
    seat.press("Ctrl+L")
    assert in_sight(seat) == ["checklist"]
    seat.press("Ctrl+F")
    assert in_sight(seat) == ["phrases"]
    look.choose(text_percent=100)
    assert in_sight(seat) == ["services", "checklist", "phrases"]


def test_the_language_is_found_by_either_name_and_esc_leaves_it_as_it_was(seat: Seat) -> None:
    for letters, tag in (("tigr", "ti"), ("engl", "en"), ("arab", "ar")):
        seat.press("F2")
        seat.type(letters)
        seat.press("Return")
        assert seat.visit.language == tag
        assert not seat.counter.languages.isVisible()
        assert seat.focus() == "Anliegen suchen"
    seat.press("F2")
    seat.type("en")
    seat.press("Esc", "Esc")
    assert seat.visit.language == "ar"
    assert not seat.counter.languages.isVisible()


def test_own_names_find_a_language_too(seat: Seat, content: Content) -> None:
    for language in content.languages.values():
        seat.press("F2")
        seat.counter.focusWidget().setText(language.own_name)  # type: ignore[attr-defined]
        seat.press("Return")
        assert seat.visit.language == language.tag

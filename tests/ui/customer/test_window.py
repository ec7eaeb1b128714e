"""What holds for the customer's window on every page."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.text import Translation, Trust
from counter_app.domain.visit import Languages, Moment, Papers, Question, Sentence, Services, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.ui.customer.always_row import AlwaysRow
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.customer.veil import Veil
from tests.makers import make_phrase
from tests.ui.customer.conftest import Show
from tests.ui.customer.looking import names, press, tap, texts, tile, tiles, visible_texts

QUESTION = Question("application", ("first", "renewal"))
MARKER = "Frau Mustermarker"


# What is always there


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bitte noch einmal", ScreenText.REPEAT),
        ("Ich verstehe das nicht", ScreenText.NOT_UNDERSTOOD),
        ("Ich brauche jemanden, der dolmetscht", ScreenText.INTERPRETER),
    ],
)
def test_what_can_always_be_said_is_said_and_marked_until_the_next_page(
    qtbot: QtBot, show: Show, name: str, text: ScreenText
) -> None:
    window = show(QUESTION)
    with qtbot.waitSignal(window.said) as told:
        tap(window, name)
    assert told.args == [text]
    assert tile(window, name).isChecked()
    show(Moment())
    assert not tile(window, name).isChecked()


def test_nothing_can_be_said_before_the_language_is_known(window: CustomerWindow) -> None:
    assert window.findChildren(AlwaysRow) == []


def test_text_gets_larger_and_smaller_and_starts_anew_with_the_next_person(show: Show) -> None:
    window = show(Sentence(make_phrase("x", "Bitte warten Sie, bis Sie aufgerufen werden.")))
    height = window.findChildren(AlwaysRow)[0].height()
    tap(window, "Größere Schrift")
    tap(window, "Größere Schrift")
    assert window.findChildren(AlwaysRow)[0].height() > height
    tap(window, "Kleinere Schrift")
    tap(window, "Kleinere Schrift")
    assert window.findChildren(AlwaysRow)[0].height() == height
    tap(window, "Größere Schrift")
    window.show_visit(Visit())
    show(Moment())
    assert not tile(window, "Kleinere Schrift").isEnabled()


def test_the_mark_says_the_lowest_state_of_the_texts(show: Show, content: Content) -> None:
    window = show(QUESTION, "ar")
    assert content.labels["trust/draft"].in_language("ar") in visible_texts(window)
    phrase = make_phrase("x", "Nur auf Deutsch.")
    assert content.labels["trust/missing"].in_language("ar") in visible_texts(show(Sentence(phrase), "ar"))


def test_a_page_that_somebody_reviewed_says_so(window: CustomerWindow, content: Content) -> None:
    texts = {
        key: replace(
            text, translations={tag: Translation(t.text, Trust.REVIEWED) for tag, t in text.translations.items()}
        )
        for key, text in content.labels.items()
    }
    window.show_content(replace(content, labels=texts))
    window.show_visit(replace(Visit(), language="ar", scene=Moment()))
    assert content.labels["trust/reviewed"].in_language("ar") in visible_texts(window)


def test_german_needs_no_mark_of_trust(show: Show, content: Content) -> None:
    window = show(QUESTION)
    marks = [text.german for key, text in content.labels.items() if key.startswith("trust/")]
    assert marks
    assert not any(mark in visible_texts(window) for mark in marks)


# What does not change stays


def test_the_same_scene_keeps_page_tiles_and_focus(show: Show, steps: VisitSteps) -> None:
    window = show(QUESTION)
    tiles(window)[1].setFocus()
    before, page = tiles(window), window.page
    visit = steps.service_chosen(Visit(), "study")
    show(replace(QUESTION, chosen=("first",)), visit=visit)
    assert window.page is page
    assert tiles(window) == before
    assert before[1].hasFocus()


def test_pages_take_the_direction_of_the_language_the_finder_does_not(show: Show, window: CustomerWindow) -> None:
    show(QUESTION, "ar")
    assert window.page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    show(QUESTION, "ti")
    assert window.page.layoutDirection() is Qt.LayoutDirection.LeftToRight
    show(Languages(), "ar")
    assert window.page.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_new_scene_is_announced_once(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    show(QUESTION)
    show(replace(QUESTION, chosen=("first",)))
    show(Moment())
    spoken = [event.message() for event in events if isinstance(event, QAccessibleAnnouncementEvent)]
    assert spoken == ["Was möchten Sie?", "Einen Moment bitte"]


# Somebody is there


def test_any_tap_and_any_key_is_noticed(qtbot: QtBot, show: Show) -> None:
    window = show(QUESTION)
    for widget in (window, window.page, tiles(window)[0], tile(window, "Größere Schrift")):
        with qtbot.waitSignal(window.touched):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.touched):
        press(window, Qt.Key.Key_X)


# The veil


def test_the_veil_shows_the_office_and_nothing_of_the_visit(show: Show, content: Content) -> None:
    window = show(QUESTION)
    window.veil()
    assert window.is_veiled
    assert content.office.name in visible_texts(window)
    assert "Was möchten Sie?" not in visible_texts(window)
    assert tiles(window) == []
    window.unveil()
    assert "Was möchten Sie?" in visible_texts(window)


def test_a_veil_without_a_question_stays_when_it_is_tapped(qtbot: QtBot, show: Show) -> None:
    window = show(QUESTION)
    window.veil()
    with qtbot.waitSignal(window.touched), qtbot.assertNotEmitted(window.fact_answered):
        QTest.mouseClick(window.findChildren(Veil)[0], Qt.MouseButton.LeftButton)
    assert window.is_veiled


def test_the_veil_counts_down_in_both_languages(show: Show, content: Content) -> None:
    window = show(QUESTION, "ar")
    window.veil(60)
    question = content.screen(ScreenText.STILL_THERE)
    seen = visible_texts(window)
    assert question.german in seen
    assert question.in_language("ar") in seen
    before = window.grab().toImage()
    window.veil(42)
    assert window.grab().toImage() != before


def test_the_countdown_is_announced_once(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    window = show(QUESTION)
    spoken: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", spoken.append)
    for seconds in (60, 59, 58):
        window.veil(seconds)
    assert len([event for event in spoken if isinstance(event, QAccessibleAnnouncementEvent)]) == 1


def test_a_tap_on_the_question_only_takes_the_veil_away(qtbot: QtBot, show: Show) -> None:
    window = show(QUESTION)
    place = tiles(window)[0].mapTo(window, tiles(window)[0].rect().center())
    window.veil(30)
    with qtbot.waitSignal(window.touched), qtbot.assertNotEmitted(window.fact_answered):
        QTest.mouseClick(window.findChildren(Veil)[0], Qt.MouseButton.LeftButton, pos=place)
    assert not window.is_veiled


def test_a_key_on_the_question_only_takes_the_veil_away(qtbot: QtBot, show: Show) -> None:
    window = show(QUESTION)
    window.veil(30)
    with qtbot.waitSignal(window.touched), qtbot.assertNotEmitted(window.fact_answered):
        press(window, Qt.Key.Key_1)
    assert not window.is_veiled


class Hasty(QObject):
    """Sees every tap before any widget does, and lifts the veil right then."""

    def __init__(self, window: CustomerWindow) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress}:
            self._window.unveil()
        return False


@pytest.mark.parametrize("is_key", [True, False])
def test_a_tap_that_lifted_the_veil_early_presses_nothing_below(
    qtbot: QtBot, qapp: QApplication, show: Show, *, is_key: bool
) -> None:
    window = show(QUESTION)
    place = tiles(window)[0].mapTo(window, tiles(window)[0].rect().center())
    hasty = Hasty(window)
    qapp.installEventFilter(hasty)
    window.veil(30)
    with qtbot.assertNotEmitted(window.fact_answered, wait=50):
        if is_key:
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_1)
        else:
            QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert not window.is_veiled
    qapp.removeEventFilter(hasty)
    with qtbot.waitSignal(window.fact_answered):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def test_steps_below_the_veil_are_seen_when_it_goes(show: Show) -> None:
    window = show(QUESTION)
    window.veil()
    show(Services())
    assert window.is_veiled
    assert tiles(window) == []
    window.unveil()
    assert "Arbeit" in names(window)


# The next person


def test_nothing_of_the_last_person_is_left(qtbot: QtBot, window: CustomerWindow, steps: VisitSteps) -> None:
    phrase = make_phrase("x", f"{MARKER}, bitte warten Sie.")
    visit = steps.typical_case_chosen(steps.service_chosen(Visit(language="ar"), "study"), 0)
    window.show_visit(steps.shown(visit, Papers()))
    window.show_visit(replace(visit, scene=Sentence(phrase)))
    assert any(MARKER in text for text in texts(window))
    old_page = weakref.ref(window.page)
    old_visit = weakref.ref(visit)
    window.veil(10)
    window.show_visit(Visit())
    window.unveil()
    del visit
    assert not any(MARKER in text for text in texts(window))
    qtbot.waitUntil(lambda: old_page() is None)
    gc.collect()
    assert old_visit() is None
    assert not any(MARKER in text for widget in QApplication.topLevelWidgets() for text in texts(widget))


def test_the_next_person_starts_with_the_languages(window: CustomerWindow, show: Show) -> None:
    show(QUESTION, "ar")
    window.show_visit(Visit())
    assert "Deutsch" in names(window)
    assert not any(each.isChecked() for each in tiles(window))

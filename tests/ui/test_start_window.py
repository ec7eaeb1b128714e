"""The search for matters can be used before the rest is there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.card import MatterCard
from counter_app.domain.errors import ContentError
from counter_app.ui.start_window import StartWindow

CARDS = (
    MatterCard("study", "Aufenthaltserlaubnis zum Studium", "§ 16b AufenthG", ("Uni",)),
    MatterCard("toleration", "Duldung", "§ 60a AufenthG", ()),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[StartWindow]:
    """A start window, not shown yet."""
    made = StartWindow()
    qtbot.addWidget(made)
    yield made
    made.give_way()


def test_one_types_and_chooses_at_once(qtbot: QtBot, window: StartWindow) -> None:
    with qtbot.waitSignal(window.painted):
        window.show_cards(CARDS)
    qtbot.waitUntil(window.picker.field.hasFocus)
    QTest.keyClicks(window.picker.field, "uni")
    assert window.typed == "uni"
    QTest.keyClick(window.picker.field, Qt.Key.Key_Return)
    assert window.chosen == "study"


def test_it_tells_that_it_can_be_seen_even_after_a_note(qtbot: QtBot, window: StartWindow) -> None:
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.painted):
        window.show_cards(CARDS)


def test_it_never_appears_where_the_rest_is_quick(qtbot: QtBot, window: StartWindow) -> None:
    window.show_soon()
    window.give_way()
    qtbot.wait(800)
    assert not window.isVisible()


def test_trouble_says_why_and_how_to_go_on(window: StartWindow) -> None:
    window.show_trouble(ContentError("Die Datei fehlt.", "forms/facts.toml"))
    texts = [label.text() for label in window.findChildren(type(window._text))]  # noqa: SLF001 - the one text
    assert any("forms/facts.toml: Die Datei fehlt." in text for text in texts)
    assert not window.picker.isVisible()

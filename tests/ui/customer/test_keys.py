"""Everything on the customer's screen by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.visit import Moment, Question, Services
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.customer.number_keys import NumberKeys
from tests.ui.customer.conftest import Show
from tests.ui.customer.looking import press, tap, tile, tiles

Key = Qt.Key
INCOME = ("employed", "self_employed", "scholarship", "none")


def focused(window: CustomerWindow) -> str:
    """The name of what has the focus."""
    return window.focusWidget().accessibleName()


def test_a_digit_taps_the_tile_with_that_number(qtbot: QtBot, show: Show) -> None:
    window = show(Question("application", ("first", "renewal")))
    with qtbot.waitSignal(window.fact_answered) as told:
        press(window, Key.Key_2)
    assert told.args == [("renewal",)]


def test_a_digit_works_wherever_the_focus_is(qtbot: QtBot, show: Show) -> None:
    window = show(Question("application", ("first", "renewal")))
    tile(window, "Bitte noch einmal").setFocus()
    with qtbot.waitSignal(window.fact_answered):
        press(window, Key.Key_1)


def test_arrows_go_through_the_tiles_and_enter_taps(qtbot: QtBot, show: Show) -> None:
    window = show(Question("application", ("first", "renewal", "loss")))
    press(window, Key.Key_Right)
    press(window, Key.Key_Right)
    press(window, Key.Key_Left)
    assert focused(window) == "Verlängern"
    with qtbot.waitSignal(window.fact_answered) as told:
        press(window, Key.Key_Return)
    assert told.args == [("renewal",)]


def test_arrows_follow_the_direction_of_the_language(show: Show, window: CustomerWindow) -> None:
    show(Question("application", ("first", "renewal", "loss")), "ar")
    first, second = tiles(window)[:2]
    assert first.x() > second.x(), "reading starts on the right"
    first.setFocus()
    press(window, Key.Key_Left)
    assert second.hasFocus()


def test_arrows_turn_the_page(show: Show) -> None:
    window = show(Services(), "ar")
    window.resize(800, 600)
    first = tiles(window)[0]
    for _ in range(12):
        press(window, Key.Key_Left)
    assert tiles(window)[-1].isVisible()
    assert not first.isVisible()


def test_the_first_key_after_a_tap_only_shows_where_the_focus_is(qtbot: QtBot, show: Show) -> None:
    window = show(Question("application", ("first", "renewal")))
    with qtbot.assertNotEmitted(window.fact_answered):
        press(window, Key.Key_Return)
    with qtbot.waitSignal(window.fact_answered):
        press(window, Key.Key_Return)


def test_escape_leads_back_where_there_is_a_back(qtbot: QtBot, show: Show) -> None:
    window = show(Services("work"))
    with qtbot.waitSignal(window.scene_wanted) as wanted:
        press(window, Key.Key_Escape)
    assert wanted.args == [Services()]
    show(Moment())
    with qtbot.assertNotEmitted(window.scene_wanted):
        press(window, Key.Key_Escape)


def test_tab_goes_through_everything_in_reading_order_and_round(show: Show) -> None:
    window = show(Question("income", INCOME))
    tiles(window)[0].setFocus(Qt.FocusReason.TabFocusReason)
    order = []
    for _ in range(9):
        order.append(focused(window))
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
    assert order == [
        "Ich arbeite",
        "Ich bin selbständig",
        "Stipendium",
        "Ich habe kein Einkommen",
        "Fertig",
        "Bitte noch einmal",
        "Ich verstehe das nicht",
        "Ich brauche jemanden, der dolmetscht",
        "Größere Schrift",
    ]
    assert focused(window) == "Ich arbeite"


def test_the_focus_can_be_seen(show: Show) -> None:
    window = show(Question("application", ("first", "renewal")))
    one = tile(window, "Zum ersten Mal")
    tile(window, "Verlängern").setFocus()
    before = one.grab().toImage()
    one.setFocus()
    assert one.grab().toImage() != before


def test_who_uses_keys_finds_the_focus_on_the_next_page(window: CustomerWindow, show: Show) -> None:
    press(window, Key.Key_Right)
    show(Services())
    assert focused(window) == "Studium und Ausbildung"
    before = tile(window, "Studium und Ausbildung").grab().toImage()
    window.setFocus()
    tile(window, "Arbeit").setFocus()
    assert tile(window, "Studium und Ausbildung").grab().toImage() != before


def test_a_changed_text_size_keeps_the_focus(show: Show) -> None:
    window = show(Question("application", ("first", "renewal")))
    tap(window, "Größere Schrift")
    assert focused(window) == "Größere Schrift"


@pytest.mark.parametrize(
    ("highest", "digits", "chosen"),
    [
        (9, (3,), [3]),
        (13, (1, 3), [13]),
        (13, (2,), [2]),
        (13, (1, 4), []),
        (40, (3, 9), [39]),
        (9, (0,), []),
        (0, (1,), []),
    ],
)
def test_two_digits_make_one_number_where_there_is_one(
    qtbot: QtBot, highest: int, digits: tuple[int, ...], chosen: list[int]
) -> None:
    del qtbot
    keys = NumberKeys(highest)
    heard: list[int] = []
    keys.chosen.connect(heard.append)
    for digit in digits:
        keys.type(digit)
    assert heard == chosen
    assert not keys.is_waiting


def test_one_digit_is_meant_after_a_pause(qtbot: QtBot) -> None:
    keys = NumberKeys(13)
    with qtbot.waitSignal(keys.chosen, timeout=3000) as told:
        keys.type(1)
        assert keys.is_waiting
    assert told.args == [1]

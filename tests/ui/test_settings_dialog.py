"""The settings of a machine hold at once and say what they are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from counter_app.system.settings import ColourScheme, Preferences, ScreenUse
from counter_app.ui.settings_dialog import SettingsDialog


@pytest.fixture
def chosen() -> list[Preferences]:
    """What was chosen, in order."""
    return []


@pytest.fixture
def dialog(qtbot: QtBot, chosen: list[Preferences]) -> Iterator[SettingsDialog]:
    """The dialog, with a screen in the settings that is not plugged in."""
    owner = QWidget()
    qtbot.addWidget(owner)
    made = SettingsDialog(Preferences(customer_screen="Touch"), ["HDMI-1", "HDMI-2"], owner)
    made.chosen.connect(chosen.append)
    made.show()
    yield made
    if isValid(made):
        made.close()
    assert isValid(owner)


def box(dialog: SettingsDialog, name: str) -> QComboBox:
    return next(found for found in dialog.findChildren(QComboBox) if found.accessibleName() == name)


def test_every_choice_holds_at_once_and_keeps_the_others(dialog: SettingsDialog, chosen: list[Preferences]) -> None:
    box(dialog, "Schriftgröße").setCurrentIndex(4)
    box(dialog, "Farben").setCurrentText("Dunkel")
    box(dialog, "Zweiter Bildschirm").setCurrentText("Nicht verwenden")
    assert chosen[-1] == Preferences(
        text_percent=200, colour_scheme=ColourScheme.DARK, screen_use=ScreenUse.ONE, customer_screen="Touch"
    )
    assert len(chosen) == 3


def test_a_screen_that_is_not_plugged_in_stays_chosen(dialog: SettingsDialog) -> None:
    screens = box(dialog, "Bildschirm der Kundschaft")
    assert screens.currentText() == "Touch"
    assert [screens.itemText(place) for place in range(screens.count())] == ["Automatisch", "HDMI-1", "HDMI-2", "Touch"]


def test_escape_closes(qtbot: QtBot, dialog: SettingsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))

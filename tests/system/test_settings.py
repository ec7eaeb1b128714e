"""Settings survive a restart, and no broken file stops the counter."""

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.system.settings import (
    ColourScheme,
    InterfaceLanguage,
    Preferences,
    ScreenUse,
    Settings,
    SettingsError,
)

CHANGED = Preferences(
    language=InterfaceLanguage.ENGLISH,
    colour_scheme=ColourScheme.HIGH_CONTRAST,
    text_percent=175,
    counter_screen="Dell, 24″; links",
    customer_screen="Kundin = rechts [2] äöü ",
    screen_use=ScreenUse.ONE,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings are kept."""
    return tmp_path / "settings.ini"


def test_a_new_machine_has_the_defaults_and_no_file(file: Path) -> None:
    assert Settings(file).values == Preferences()
    assert not file.exists()


def test_what_was_kept_holds_at_the_next_start(file: Path) -> None:
    Settings(file).keep(CHANGED)
    assert Settings(file).values == CHANGED
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_change_is_told_once_and_no_change_is_not(file: Path, qtbot: QtBot) -> None:
    settings = Settings(file)
    with qtbot.waitSignal(settings.changed):
        settings.keep(CHANGED)
    with qtbot.assertNotEmitted(settings.changed):
        settings.keep(CHANGED)


def test_the_default_can_be_chosen_again(file: Path) -> None:
    Settings(file).keep(CHANGED)
    Settings(file).keep(Preferences())
    assert Settings(file).values == Preferences()


@pytest.mark.parametrize(
    "line",
    [
        "text_percent=99",
        "text_percent=201",
        "text_percent=big",
        "text_percent=100, 200",
        "text_percent=",
        "language=fr",
        "colour_scheme=pink",
        "screen_use=three",
        "customer_screen=a, b",
        "screen_use=@Variant(x)",
    ],
)
def test_a_broken_value_falls_back_alone_and_is_logged(line: str, file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.write_text(f"[machine]\ncounter_screen=Desk\n{line}\n", encoding="utf-8")
    assert Settings(file).values == Preferences(counter_screen="Desk")
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage() == f"the setting {line.partition('=')[0]} is broken; its default holds"


@pytest.mark.parametrize("text", ["\x00\x01\xff" * 50, "no settings at all", "[machine\nlanguage"])
def test_a_broken_file_means_the_defaults_and_can_be_written_over(
    text: str, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.write_text(text, encoding="latin-1")
    settings = Settings(file)
    assert settings.values == Preferences()
    assert "cannot be read" in caplog.text
    settings.keep(CHANGED)
    assert Settings(file).values == CHANGED


def test_an_unknown_setting_of_a_newer_version_is_left_alone(file: Path) -> None:
    file.write_text("[machine]\nnewer=1\nlanguage=en\n[office]\nname=x\n", encoding="utf-8")
    settings = Settings(file)
    assert settings.values == Preferences(language=InterfaceLanguage.ENGLISH)
    settings.keep(CHANGED)
    kept = file.read_text(encoding="utf-8")
    assert "newer=1" in kept
    assert "name=x" in kept


def test_settings_that_cannot_be_kept_hold_until_the_end(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.ini")
    with qtbot.waitSignal(settings.changed), pytest.raises(SettingsError, match="nicht speichern") as caught:
        settings.keep(CHANGED)
    assert caught.value.code == "settings"
    assert settings.values == CHANGED


@pytest.mark.parametrize("percent", [99, 201])
def test_no_other_text_size_can_be_asked_for(percent: int) -> None:
    with pytest.raises(ValueError, match="text size"):
        Preferences(text_percent=percent)

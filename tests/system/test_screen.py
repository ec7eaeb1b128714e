"""Without a screen the program says so."""

import sys

import pytest

from counter_app.system import screen

PLACES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture(autouse=True)
def bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in PLACES:
        monkeypatch.delenv(name, raising=False)


def test_without_a_screen_the_next_step_is_told() -> None:
    with pytest.raises(screen.NoScreen, match="counter-app demo"):
        screen.need_screen()


@pytest.mark.parametrize("name", PLACES)
def test_a_screen_is_found_by_any_of_its_names(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "x")
    screen.need_screen()


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    screen.need_screen()

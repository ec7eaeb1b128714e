"""The clerk's and the customer's screen: never mixed up, whatever is plugged or unplugged."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.system.settings import Preferences, ScreenUse, Settings
from counter_app.ui.screens import Placement, ScreenArea, ScreenWatch, bring_onto, cover, decide
from tests.ui.plugged_screens import CAN_PLUG, USUAL, PluggedScreen, plug, plugged

ROOT = Path(__file__).resolve().parents[2]
DESK = ScreenArea("Desk", QRect(0, 0, 1920, 1080), is_primary=True)
TOUCH = ScreenArea("Touch", QRect(1920, 0, 1280, 1024))
EXTRA = ScreenArea("Extra", QRect(-1280, 0, 1280, 1024))
MIRROR = ScreenArea("Mirror", QRect(0, 0, 1280, 1024))
ALONE = ScreenArea("Touch", QRect(0, 0, 1280, 1024), is_primary=True)
TWIN = ScreenArea("Desk", QRect(1920, 0, 1920, 1080))

CUSTOMER = PluggedScreen("Touch", 800, 0, 1280, 1024)

needs_plugs = pytest.mark.skipif(not CAN_PLUG, reason="screens are plugged through Qt's Linux libraries")


@pytest.mark.parametrize(
    ("screens", "wishes", "expected"),
    [
        ([], Preferences(), Placement(None)),
        ([DESK], Preferences(), Placement(0)),
        ([DESK, TOUCH], Preferences(), Placement(0, 1)),
        ([TOUCH, DESK], Preferences(), Placement(1, 0)),
        ([DESK, TOUCH], Preferences(screen_use=ScreenUse.ONE), Placement(0)),
        ([DESK, TOUCH], Preferences(counter_screen="Touch"), Placement(1, 0)),
        ([DESK, TOUCH], Preferences(counter_screen="Lost"), Placement(0, 1)),
        ([DESK, TOUCH], Preferences(customer_screen="Desk"), Placement(1, 0)),
        ([DESK, TOUCH], Preferences(customer_screen="Touch"), Placement(0, 1)),
        ([DESK, EXTRA, TOUCH], Preferences(customer_screen="Touch"), Placement(0, 2)),
        ([DESK, EXTRA], Preferences(customer_screen="Touch"), Placement(0)),
        ([DESK, MIRROR], Preferences(), Placement(0)),
        ([DESK, MIRROR], Preferences(customer_screen="Mirror"), Placement(0)),
        ([DESK, MIRROR, TOUCH], Preferences(), Placement(0, 2)),
        ([ALONE], Preferences(customer_screen="Touch"), Placement(0, is_counter_exposed=True)),
        ([ALONE], Preferences(customer_screen="Touch", screen_use=ScreenUse.ONE), Placement(0)),
        ([DESK, TWIN], Preferences(customer_screen="Desk"), Placement(0, 1)),
        ([DESK, TOUCH], Preferences(counter_screen="Touch", customer_screen="Touch"), Placement(0, 1)),
    ],
    ids=str,
)
def test_everybody_gets_the_right_screen(screens: list[ScreenArea], wishes: Preferences, expected: Placement) -> None:
    assert decide(screens, wishes) == expected


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nobody has changed yet."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def watch(qapp: QApplication, settings: Settings) -> Iterator[ScreenWatch]:
    """Watches the screens; all but the usual one are unplugged at the end."""
    watch = ScreenWatch(qapp, settings)
    yield watch
    shiboken6.delete(watch)
    if CAN_PLUG:
        plug([USUAL])


def test_with_one_screen_the_customer_has_none(watch: ScreenWatch) -> None:
    assert watch.counter_screen is QApplication.primaryScreen()
    assert watch.customer_screen is None


@needs_plugs
def test_a_plugged_screen_is_the_customers(watch: ScreenWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.changed):
        plug([USUAL, CUSTOMER])
    screen = watch.customer_screen
    assert screen is not None
    assert screen.name() == "Touch"
    assert watch.counter_screen is not None
    assert watch.counter_screen.name() == USUAL.name


@needs_plugs
def test_an_unplugged_screen_is_told_before_its_windows_move(watch: ScreenWatch, qtbot: QtBot) -> None:
    plug([USUAL, CUSTOMER])
    window = QWidget()
    qtbot.addWidget(window)
    screen = watch.customer_screen
    assert screen is not None
    cover(window, screen)
    seen: list[tuple[object, bool]] = []
    watch.changed.connect(lambda: seen.append((watch.customer_screen, window.geometry().left() >= USUAL.width)))
    plug([USUAL])
    assert seen == [(None, True)]


@needs_plugs
@pytest.mark.parametrize(
    "after", [CUSTOMER._replace(width=1920), CUSTOMER._replace(x=1000), CUSTOMER._replace(height=720)]
)
def test_a_screen_that_is_resized_or_moved_is_told(watch: ScreenWatch, qtbot: QtBot, after: PluggedScreen) -> None:
    plug([USUAL, CUSTOMER])
    with qtbot.waitSignal(watch.changed):
        plug([USUAL, after])
    screen = watch.customer_screen
    assert screen is not None
    assert screen.geometry().getRect() == after[1:]


@needs_plugs
def test_a_screen_that_was_plugged_later_is_followed_too(watch: ScreenWatch, qtbot: QtBot) -> None:
    plug([USUAL, CUSTOMER])
    plug([USUAL])
    plug([USUAL, CUSTOMER])
    with qtbot.waitSignal(watch.changed):
        plug([USUAL, CUSTOMER._replace(width=640)])


@needs_plugs
def test_when_only_the_customers_screen_is_left_the_counter_knows(watch: ScreenWatch, settings: Settings) -> None:
    plug([USUAL, CUSTOMER])
    settings.keep(Preferences(customer_screen="Touch"))
    plug([CUSTOMER])
    assert watch.placement == Placement(0, is_counter_exposed=True)


@needs_plugs
def test_another_wish_about_screens_is_told_and_nothing_else(
    watch: ScreenWatch, settings: Settings, qtbot: QtBot
) -> None:
    with plugged(USUAL, CUSTOMER):
        with qtbot.waitSignal(watch.changed):
            settings.keep(Preferences(counter_screen="Touch"))
        assert watch.counter_screen is not None
        assert watch.counter_screen.name() == "Touch"
        with qtbot.assertNotEmitted(watch.changed):
            settings.keep(Preferences(counter_screen="Touch", text_percent=150))


@needs_plugs
def test_a_window_covers_its_screen_and_no_other(watch: ScreenWatch, qtbot: QtBot) -> None:
    plug([USUAL, CUSTOMER])
    window = QWidget()
    qtbot.addWidget(window)
    for screen in (watch.customer_screen, watch.counter_screen, watch.customer_screen):
        assert screen is not None
        cover(window, screen)
        qtbot.waitExposed(window)
        assert window.screen() is screen
        assert window.geometry() == screen.geometry()
        assert window.isFullScreen()


@needs_plugs
@pytest.mark.parametrize("is_maximised", [False, True])
def test_a_window_is_brought_wholly_onto_its_screen(watch: ScreenWatch, qtbot: QtBot, *, is_maximised: bool) -> None:
    plug([USUAL, CUSTOMER])
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(900, 40, 1200, 900)
    window.showMaximized() if is_maximised else window.show()
    qtbot.waitExposed(window)
    screen = watch.counter_screen
    assert screen is not None
    bring_onto(window, screen)
    assert screen.availableGeometry().contains(window.frameGeometry())
    assert window.isMaximized() == is_maximised


def test_a_window_that_is_all_there_stays_where_the_clerk_put_it(watch: ScreenWatch, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 50, 300, 200)
    window.show()
    screen = watch.counter_screen
    assert screen is not None
    bring_onto(window, screen)
    assert window.geometry() == QRect(40, 50, 300, 200)


START_WITH_TWO = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from counter_app.system.settings import Settings
from counter_app.ui.screens import ScreenWatch
app = QApplication([])
watch = ScreenWatch(app, Settings(Path("settings.ini")))
print(watch.counter_screen.name(), watch.customer_screen.name())
"""
TWO_SCREENS = """{"screens": [{"name": "Desk", "x": 0, "y": 0, "width": 1366, "height": 768},
                              {"name": "Touch", "x": 1366, "y": 0, "width": 1280, "height": 1024}]}"""


def test_a_start_with_two_screens_uses_both(tmp_path: Path) -> None:
    (tmp_path / "screens.json").write_text(TWO_SCREENS, encoding="utf-8")
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    finished = subprocess.run(
        [sys.executable, "-c", START_WITH_TWO],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (finished.stdout, finished.stderr) == ("Desk Touch\n", "")

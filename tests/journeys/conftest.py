"""Every journey gets the program for itself: two screens, an own data folder, a fixed day, a clock, a printer."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from counter_app.app import windows as windows_module
from counter_app.app.hands import Hands
from counter_app.app.opening import open_content
from counter_app.app.outside import Outside
from counter_app.app.sheet_maker import LazySheetMaker
from counter_app.domain.sheet import SheetOrder
from counter_app.system.paths import content_folders, settings_file
from counter_app.system.settings import Preferences, Settings
from tests.journeys.counter_place import DESK, TODAY, TOUCH, Clock, Open, Place, opened, running
from tests.ui.plugged_screens import CAN_PLUG, PluggedScreen, plugged
from tests.ui.preview.paper import PaperPrinters


@pytest.fixture(scope="session")
def after_first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the first start leaves it."""
    data = tmp_path_factory.mktemp("used") / "data"
    library = open_content(content_folders(), data).store
    assert library is not None
    library.close()
    return data


@pytest.fixture(autouse=True)
def kept_by_qt(tmp_path: Path) -> Path:
    """The folder in which Qt and `QSettings` keep what they remember, each test its own."""
    folder = tmp_path / "settings"
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))
    return folder


@pytest.fixture
def data(tmp_path: Path, after_first_start: Path) -> Path:
    """The data folder of this test."""
    return copytree(after_first_start, tmp_path / "data")


@pytest.fixture
def open_place(qapp: QApplication, tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Open the program on these screens; all is closed and unplugged at the end."""
    made: list[bytes] = []

    class RememberingMaker(LazySheetMaker):
        """Makes the real sheets, and keeps them for the test to read."""

        def pdf(self, *orders: SheetOrder) -> bytes:
            made.append(super().pdf(*orders))
            return made[-1]

    with ExitStack() as closing:

        def open_place(*screens: PluggedScreen, preferences: Preferences | None = None) -> Place:
            if not CAN_PLUG:
                pytest.skip("screens are plugged through Qt's Linux libraries")
            monkeypatch.setattr(windows_module, "LazySheetMaker", RememberingMaker)
            closing.enter_context(plugged(*screens))
            if preferences is not None:
                Settings(settings_file(data)).keep(preferences)
            clock, printers = Clock(), PaperPrinters(tmp_path)
            outside = Outside(printers, lambda: TODAY, clock)
            program = closing.enter_context(running(qapp, data, outside))
            front_desk = opened(program)
            return Place(program, front_desk, Hands(front_desk.counter), clock, printers, data, made)

        yield open_place


@pytest.fixture
def place(open_place: Open) -> Place:
    """The clerk's and the customer's screen, the windows open, nobody there yet."""
    return open_place(DESK, TOUCH)


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A window that is still to be seen after a test fails it."""
    yield
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert not windows, f"left open: {windows}"

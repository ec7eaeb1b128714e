"""What every test of a window may use: a queue for work, the shipped typeface; nothing may be left open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.system.paths import fonts_folder
from counter_app.ui.shared.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """One pool thread; a job that nobody waited for fails the test."""
    queue = Jobs(threads=1)
    yield queue
    was_busy = queue.is_busy
    queue.shutdown()
    qtbot.wait(0)  # the thread's last words
    assert not was_busy, "a job was still running at the end of the test"


@pytest.fixture
def shipped_font(qapp: QApplication) -> Iterator[QFont]:
    """The typeface of the program instead of the machine's; `QApplication.setFont` may be used freely after it."""
    before = qapp.font()
    for path in sorted(fonts_folder().glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont("Noto Sans", 10)
    QApplication.setFont(font)
    yield font
    QApplication.setFont(before)


@pytest.fixture(autouse=True)
def kept_by_qt(tmp_path: Path) -> Path:
    """The folder in which Qt and `QSettings` keep what they remember, each test its own."""
    folder = tmp_path / "settings"
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A window that is still to be seen after a test fails it."""
    yield
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert not windows, f"left open: {windows}"

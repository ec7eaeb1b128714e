"""What every test of a window may use: a queue for work, the shipped typeface; nothing may be left open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAccessibleAnnouncementEvent, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.system.paths import content_folders, fonts_folder
from counter_app.ui.shared import announce as announcing
from counter_app.ui.shared.jobs import Jobs
from tests.ui.seat import Look, Seat, dressed, seated


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
    for path in sorted(fonts_folder().glob("NotoSans-*.ttf")):
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


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped content."""
    return load_content(content_folders())


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[Look]:
    """The look of the program, light and at 100 % until the test wants another one."""
    with dressed(qapp, tmp_path / "settings.ini") as look:
        look.choose()
        yield look


@pytest.fixture
def seat(qapp: QApplication, content: Content, jobs: Jobs, look: Look, tmp_path: Path) -> Iterator[Seat]:
    """The clerk at the counter window, before the first visit."""
    with seated(qapp, content, jobs, look, tmp_path) as seat:
        yield seat


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is asked to say, in order."""
    said: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(announcing, "speak", hear)
    return said

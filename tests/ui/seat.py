"""The clerk's seat: the counter window with everything behind it, and the clerk's hands."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.app.hands import Hands
from counter_app.app.translation import translate, untranslate
from counter_app.domain.content import Content
from counter_app.domain.sheet import SheetOrder
from counter_app.system.settings import ColourScheme, InterfaceLanguage, Settings
from counter_app.ui.counter.list_row import RowWidget
from counter_app.ui.front_desk import FrontDesk
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.screens import ScreenWatch
from counter_app.ui.shared.jobs import Jobs
from counter_app.ui.shared.palettes import Scheme
from counter_app.ui.shared.theme import Theme
from counter_app.ui.sheet_desk import SheetDesk
from tests.front import AtTheCounter
from tests.ui.accessibility import spoken_name
from tests.ui.preview.paper import PaperPrinters, make_pdf

TODAY = date(2026, 11, 23)
SMALL, LARGE = (1366, 768), (1920, 1080)


@dataclass
class Look:
    """The look of the program; the real one."""

    settings: Settings

    def choose(self, scheme: Scheme = Scheme.LIGHT, text_percent: int = 100) -> None:
        """Other colours, another text size."""
        values = replace(self.settings.values, colour_scheme=ColourScheme(scheme), text_percent=text_percent)
        self.settings.keep(values)


@contextmanager
def dressed(application: QApplication, file: Path) -> Iterator[Look]:
    """The program's own look and language; afterwards all is as before."""
    before = application.style().objectName(), application.font(), application.palette()
    settings = Settings(file)
    theme = Theme(application, settings)
    theme.apply()
    translate(application, InterfaceLanguage.GERMAN)
    try:
        yield Look(settings)
    finally:
        shiboken6.delete(theme)
        untranslate(application)
        application.setStyleSheet("")
        application.setStyle(before[0])
        application.setFont(before[1])
        application.setPalette(before[2])


@dataclass
class Seat(AtTheCounter):
    """Who sits here sees the counter window and types."""

    front_desk: FrontDesk
    hands: Hands
    jobs: Jobs

    def choose(self, letters: str) -> None:
        """Find a matter and open it."""
        self.press("F3")
        self.type(letters)
        self.press("Return")

    def begin(self, language: str = "arab") -> None:
        """A student's list, ten papers, the clerk at the first of them."""
        self.press("F2")
        self.type(language)
        self.press("Return")
        self.choose("stud")
        self.press("Ctrl+1")

    def focus(self) -> str:
        """What has the focus, as it is read aloud."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None else ""

    def rows(self) -> list[RowWidget]:
        """The rows, from the top."""
        return sorted(self.counter.checklist.findChildren(RowWidget), key=lambda row: row.y())

    def row(self, number: int) -> RowWidget:
        return next(row for row in self.rows() if row.row.number == number)

    def said(self, number: int) -> str:
        """A row as it is read aloud, without why it is there."""
        return self.row(number).accessibleName().rpartition(", ")[0]

    def message(self) -> str:
        return self.counter.messages.text

    def named(self, name: str) -> QWidget:
        """What can be seen and has a name, or one that begins so."""
        found = (widget for widget in self.counter.findChildren(QWidget) if widget.isVisible())
        return next(widget for widget in found if spoken_name(widget).startswith(name))

    def sees(self, name: str) -> bool:
        """Whether something with this name can be seen."""
        found = (widget for widget in self.counter.findChildren(QWidget) if widget.isVisible())
        return any(spoken_name(widget).startswith(name) for widget in found)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        QApplication.processEvents()


class SmallMaker:
    """Makes the same small PDF of every sheet."""

    def pdf(self, *_orders: SheetOrder) -> bytes:
        return make_pdf()

    def forget(self) -> None:
        """There is nothing to forget."""


TakeSeat = Callable[..., Seat]


@contextmanager
def seated(
    application: QApplication, content: Content, jobs: Jobs, look: Look, folder: Path, size: tuple[int, int] = SMALL
) -> Iterator[Seat]:
    """The counter window on the smallest office screen; the preview shows a small PDF."""
    preview = PreviewWindow(jobs, PaperPrinters(folder), may_save=False)
    sheets = SheetDesk(preview, jobs, SmallMaker())
    screens = ScreenWatch(application, look.settings)
    front_desk = FrontDesk(content, screens, sheets, lambda: TODAY, lambda: 0.0)
    try:
        front_desk.counter.resize(*size)
        front_desk.counter.show()
        front_desk.counter.activateWindow()
        QTest.qWaitForWindowActive(front_desk.counter)
        front_desk.counter.focus_search()
        yield Seat(front_desk, Hands(front_desk.counter), jobs)
    finally:
        front_desk.close()
        with Hands.at_nothing() as hands:
            hands.wait(lambda: not jobs.is_busy)  # what was looked at is forgotten in the jobs' thread
        for owned in (front_desk.counter, front_desk.customer, preview, sheets, screens, front_desk):
            shiboken6.delete(owned)

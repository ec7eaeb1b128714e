"""The place where journeys are played: the running program on two screens, the clerk's hands, the customer's finger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import shiboken6
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from counter_app.app.counter import Counter
from counter_app.app.hands import Hands
from counter_app.app.outside import Outside
from counter_app.ui.counter.list_row import RowWidget
from counter_app.ui.customer.paper_row import PaperRow
from counter_app.ui.customer.tile import Tile
from counter_app.ui.front_desk import FrontDesk
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.shared.theme import Theme
from tests.front import AtTheCounter
from tests.ui.plugged_screens import PluggedScreen
from tests.ui.preview.paper import PaperPrinters

MOST_TABS = 80
TODAY = date(2026, 11, 23)
DESK = PluggedScreen("Desk", 0, 0, 1366, 768)
TOUCH = PluggedScreen("Touch", 1366, 0, 1280, 1024)


@dataclass
class Clock:
    """Seconds that pass only when a test lets them."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds

    def pass_by(self, time: timedelta) -> None:
        self.seconds += time.total_seconds()


@dataclass(repr=False)
class Place(AtTheCounter):
    """Both windows of the running program, and who sits before them.

    Args:
        hands: of both; keys are the clerk's, taps are the customer's.
        made: the sheets that were made, as PDF, oldest first.
    """

    program: Counter
    front_desk: FrontDesk
    hands: Hands
    clock: Clock
    printers: PaperPrinters
    data: Path
    made: list[bytes] = field(default_factory=list)

    # The clerk

    def fill(self, text: str) -> None:
        """Type into a field and go on to the next one."""
        self.hands.type(text)
        self.hands.press("Tab")

    def tab_to(self, name: str) -> None:
        """Go on with Tab until something with this name, or one that begins so, has the focus."""
        for _ in range(MOST_TABS):
            if self.focus().startswith(name):
                return
            self.hands.press("Tab")
        message = f"Tab never gets to {name}"
        raise AssertionError(message)

    def focus(self) -> str:
        """What has the clerk's focus, as a screen reader says it."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None else ""

    def open_fact(self, label: str) -> None:
        """Open a fact of the person to say something else."""
        self.press("F3")
        self.tab_to(f"{label}: ")
        self.press("Space")

    def counter_sees(self) -> str:
        """All texts in the clerk's window."""
        return seen(self.counter)

    def rows(self) -> dict[int, str]:
        """Number and paper of every row that the clerk sees."""
        rows = self.counter.checklist.findChildren(RowWidget)
        return {row.row.number: row.row.document.name.german for row in sorted(rows, key=lambda row: row.row.number)}

    def heard(self) -> str:
        return self.counter.heard.text

    def message(self) -> str:
        return self.counter.messages.text

    def row(self, number: int) -> str:
        """A row as a screen reader says it."""
        rows = self.counter.checklist.findChildren(RowWidget)
        return next(row.accessibleName() for row in rows if row.row.number == number)

    def preview(self) -> PreviewWindow | None:
        """The preview, while it is open."""
        windows = (window for window in QApplication.topLevelWidgets() if isinstance(window, PreviewWindow))
        return next((window for window in windows if window.isVisible()), None)

    def open_preview(self) -> None:
        """Look at the sheet."""
        self.press("Ctrl+P")
        self.hands.wait(self.front_desk.sheets.is_shown)

    def print_sheet(self) -> None:
        """Look at the sheet and print it."""
        self.open_preview()
        self.press("Return")
        self.hands.wait(lambda: self.preview() is None)

    # The customer

    def tiles(self) -> list[str]:
        """What the customer can tap."""
        return [tile.accessibleName() for tile in self.customer.findChildren(Tile) if tile.isVisible()]

    def tile(self, name: str) -> Tile:
        return next(
            tile
            for tile in self.customer.findChildren(Tile)
            if tile.isVisible() and name in (tile.accessibleName(), *tile.accessibleDescription().split("\n"))
        )

    def tap(self, name: str) -> None:
        """Tap the tile with a name, the German one or that in the customer's language."""
        self.hands.tap(self.tile(name))

    def papers(self) -> dict[int, str]:
        """Number and paper of every row on the customer's screen, on whatever page of the list."""
        lines = [row.line for row in self.customer.findChildren(PaperRow)]
        return {line.number: (line.german or line.name).text for line in lines}

    def is_veiled(self) -> bool:
        return self.customer.is_veiled

    def customer_sees(self) -> str:
        """All texts on the customer's screen."""
        return seen(self.customer)

    # Paper

    def sheet(self) -> str:
        """The text of the last sheet that was made."""
        return sheet_text(self.made[-1])


def seen(window: QWidget) -> str:
    """Every text in a window that can be seen or is read out, in one."""
    widgets = (widget for widget in (window, *window.findChildren(QWidget)) if widget.isVisible())
    return "\n".join(text for widget in widgets for text in texts_of(widget))


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a widget says, in whatever way."""
    yield from filter(
        None,
        (
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.windowTitle(),
            widget.toolTip(),
            widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else "",
        ),
    )


def sheet_text(pdf: bytes) -> str:
    """All text of a sheet; every stretch of blanks as one."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())


@contextmanager
def running(application: QApplication, data: Path, outside: Outside) -> Iterator[Counter]:
    """The program, from its start to its end; its look and its language go with it."""
    font, palette, style = application.font(), application.palette(), application.style().objectName()
    program = Counter(application, data, outside)
    program.open()
    try:
        with Hands.at_nothing() as hands:
            hands.wait(lambda: program.front_desk is not None)
        yield program
    finally:
        program.close()
        for window in QApplication.topLevelWidgets():
            if window.parent() is None:
                window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        shiboken6.delete(program)  # nothing of it listens to screens any more
        for kept in (*application.findChildren(Theme), *application.findChildren(QTranslator)):
            shiboken6.delete(kept)
        application.setStyleSheet("")
        application.setStyle(style)
        application.setPalette(palette)
        application.setFont(font)


def opened(program: Counter) -> FrontDesk:
    assert program.front_desk is not None
    return program.front_desk


Open = Callable[..., Place]

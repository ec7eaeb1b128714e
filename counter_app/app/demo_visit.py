"""The demo: one visit, played through the windows of both sides, without a screen."""

import json
import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.app.counter import Counter
from counter_app.app.hands import Hands
from counter_app.app.json_shapes import Json, visit_json
from counter_app.app.outside import Outside
from counter_app.app.sheet_maker import LazySheetMaker
from counter_app.domain.visit import Visit
from counter_app.domain.visit_view import sheet_order
from counter_app.system.files import make_folder, write_whole
from counter_app.system.paths import demo_folder
from counter_app.ui.front_desk import FrontDesk
from counter_app.ui.preview.printing import PrinterNames


def play(out: Path) -> Visit:
    """Play the visit and leave its pictures, its sheet and its record in a folder.

    Raises:
        FileError: the folder cannot be written.
    """
    out = out.absolute()
    with TemporaryDirectory() as data, _opened(Path(data)) as front_desk:
        make_folder(out)
        hands = Hands(front_desk.counter)
        _visit(hands, front_desk)
        visit, content = front_desk.desk.visit, front_desk.desk.steps.content
        order = sheet_order(visit, content)
        assert order is not None  # noqa: S101 - the visit has a matter
        write_whole(out / "sheet.pdf", LazySheetMaker(content).pdf(order))
        write_whole(out / "counter.png", _picture(front_desk.counter))
        write_whole(out / "customer.png", _picture(front_desk.customer))
        shape: Json = {**visit_json(visit), "keys_pressed": hands.keys_pressed}
        write_whole(out / "visit.json", json.dumps(shape, ensure_ascii=False, indent=2).encode())
    return visit


def _visit(hands: Hands, front_desk: FrontDesk) -> None:
    """A student renews; three papers are missing. Everything by key."""
    hands.press("F2")
    hands.type("arab")
    hands.press("Return", "F3")
    hands.type("stud")
    hands.press("Return", "Ctrl+1")
    hands.press("D", "D", "F", "2", "D", "F", "3", "D", "D", "F", "1", "Ctrl+R")
    hands.press("Ctrl+T")
    hands.type("+14")
    hands.press("Tab")
    hands.type("+21")
    hands.press("Tab")
    hands.type("930")
    hands.press("Tab")
    hands.type("2.14")
    hands.press("Tab", "F9", "Ctrl+L", "Ctrl+P")
    hands.wait(front_desk.sheets.is_shown)
    hands.press("Return")
    hands.wait(lambda: front_desk.desk.visit.printed is not None)
    hands.press("Ctrl+L", "Home", "Ctrl+PgUp")


@contextmanager
def _opened(data: Path) -> Iterator[FrontDesk]:
    """The program on two screens that exist in memory only."""
    application = _application()
    application.setQuitOnLastWindowClosed(False)
    counter = Counter(application, data, Outside(_PaperPrinter(data / "paper.pdf"), date.today, monotonic))
    try:
        counter.open()
        front_desk = _waited_for(counter)
        yield front_desk
    finally:
        counter.close()


def _application() -> QApplication:
    """Qt without a screen; what the environment says holds again afterwards."""
    before = os.environ.get("QT_QPA_PLATFORM")
    os.environ["QT_QPA_PLATFORM"] = "offscreen:configfile=screens.json"
    try:
        with chdir(demo_folder()):  # a whole path would be cut at the colon of a drive
            application = QApplication.instance() or QApplication([])
    finally:
        if before is None:
            del os.environ["QT_QPA_PLATFORM"]
        else:
            os.environ["QT_QPA_PLATFORM"] = before
    assert isinstance(application, QApplication)  # noqa: S101 - the command line has no other kind
    return application


def _waited_for(counter: Counter) -> FrontDesk:
    with Hands.at_nothing() as hands:
        hands.wait(lambda: counter.front_desk is not None or counter.broken is not None)
    if counter.front_desk is None:
        raise counter.broken or TimeoutError
    return counter.front_desk


class _PaperPrinter:
    """A printer whose paper is a file that goes when the demo is over."""

    def __init__(self, paper: Path) -> None:
        self._paper = paper

    def look(self) -> PrinterNames:
        """The one printer."""
        return PrinterNames(("Papier",), "Papier")

    def open(self, _name: str) -> QPrinter:
        """The printer."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._paper))
        return printer


def _picture(window: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from counter_app.ui.preview.pdf_document import page_picture, page_sizes
from counter_app.ui.preview.printing import DOCUMENT_NAME, InstalledPrinters, PrintError, PrintOrder, print_pdf
from counter_app.ui.shared.jobs import Job, Jobs
from tests.ui.preview.paper import A4_LANDSCAPE_PT, A4_PT, PaperPrinters, ink, make_pdf

if TYPE_CHECKING:
    from counter_app.domain.errors import CounterError

A4_300_DPI = QSize(2480, 3508)


@pytest.fixture
def printers(tmp_path: Path) -> PaperPrinters:
    return PaperPrinters(tmp_path)


class Desk:
    """Prints in the pool thread and notes what is told."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, printers: PaperPrinters) -> None:
        self._qtbot = qtbot
        self._jobs = jobs
        self._printers = printers
        self.errors: list[CounterError] = []
        self.steps: list[tuple[int, int]] = []
        self.is_done = False

    def start(self, data: bytes, order: PrintOrder) -> Job:
        return self._jobs.run(
            lambda job: print_pdf(data, order, self._printers, job),
            done=self._on_done,
            failed=self.errors.append,
            progressed=self._on_step,
        )

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self._jobs.is_busy)

    def print(self, data: bytes, *, copies: int = 1, printer: str = "Flur") -> None:
        self.start(data, PrintOrder(printer, copies))
        self.wait()

    def _on_done(self, _nothing: None) -> None:
        self.is_done = True

    def _on_step(self, page: int, pages: int) -> None:
        self.steps.append((page, pages))


@pytest.fixture
def desk(qtbot: QtBot, jobs: Jobs, printers: PaperPrinters) -> Desk:
    return Desk(qtbot, jobs, printers)


def test_every_page_comes_out_sharp_and_in_its_place(desk: Desk, printers: PaperPrinters) -> None:
    desk.print(make_pdf())
    assert desk.is_done
    assert desk.steps == [(1, 2), (2, 2)]
    paper = PdfReader(printers.paper)
    for page in paper.pages:
        (image,) = (image.image for image in page.images)
        assert image is not None
        assert abs(image.width - A4_300_DPI.width()) <= 1
        assert image.height == A4_300_DPI.height()
    for number in range(2):
        asked, printed = (
            page_picture(data, number, QSize(595, 842)) for data in (make_pdf(), printers.paper.read_bytes())
        )
        assert ink(asked) == ink(printed) != set()


def test_ink_is_black_and_paper_white_without_grey_crumbs(desk: Desk, printers: PaperPrinters) -> None:
    desk.print(make_pdf())
    image = PdfReader(printers.paper).pages[0].images[0].image
    assert image is not None
    shades = {shade for _, shade in image.convert("L").getcolors() or []}
    assert shades <= {0, 255}, "squares on whole pixels have no other shade, unless a lossy format made it"


def test_each_page_gets_the_paper_it_was_made_for(desk: Desk, printers: PaperPrinters) -> None:
    desk.print(make_pdf(A4_PT, A4_LANDSCAPE_PT))
    sizes = page_sizes(printers.paper.read_bytes())
    assert [(round(size.width()), round(size.height())) for size in sizes] == [A4_PT, A4_LANDSCAPE_PT]


def test_copies_come_out_one_whole_sheet_after_the_other(desk: Desk, printers: PaperPrinters) -> None:
    desk.print(make_pdf(), copies=3)
    paper = printers.paper.read_bytes()
    squares = [len({x // 72 for x, _ in ink(page_picture(paper, page, QSize(595, 842)))}) for page in range(6)]
    assert squares == [1, 2] * 3
    assert len(page_sizes(paper)) == 6


def test_the_queue_of_the_printer_names_nobody(desk: Desk, printers: PaperPrinters) -> None:
    desk.print(make_pdf())
    assert [printer.docName() for printer in printers.made] == [DOCUMENT_NAME]
    assert PdfReader(printers.paper).metadata is not None
    assert DOCUMENT_NAME == "Schalterlotse"


def test_a_printer_that_went_away_is_told(desk: Desk) -> None:
    desk.print(make_pdf(), printer="Keller")
    assert [error.code for error in desk.errors] == ["print"]
    assert not desk.is_done


@pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false$")
def test_a_printer_that_refuses_is_told_with_the_next_step(desk: Desk, printers: PaperPrinters) -> None:
    printers.folder /= "missing"
    desk.print(make_pdf())
    assert [type(error) for error in desk.errors] == [PrintError]
    assert "„Flur“" in desk.errors[0].detail
    assert "eingeschaltet" in desk.errors[0].detail


class StoppedAfterOne:
    """The clerk calls off as soon as the first page is with the printer."""

    is_cancelled = False

    def report(self, page: int, pages: int) -> None:
        assert (page, pages) == (1, 18)
        self.is_cancelled = True


def test_a_cancelled_print_stops_before_the_next_page(printers: PaperPrinters, monkeypatch: pytest.MonkeyPatch) -> None:
    aborted: list[bool] = []
    monkeypatch.setattr(QPrinter, "abort", lambda _printer: aborted.append(True))
    print_pdf(make_pdf(), PrintOrder("Flur", 9), printers, StoppedAfterOne())
    assert aborted == [True]
    assert len(page_sizes(printers.paper.read_bytes())) == 1


def test_the_real_printers_can_be_asked_in_the_pool(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[object] = []
    jobs.run(lambda _job: InstalledPrinters().look(), done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    jobs.run(lambda _job: InstalledPrinters().open("gibt es nicht"), done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    there, gone = answers
    assert there.usual in (*there.names, "")  # type: ignore[attr-defined]
    assert isinstance(gone, PrintError)

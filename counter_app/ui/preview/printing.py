"""From a PDF to paper, as images; the border to the printers of the machine."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter_app.domain.errors import CounterError
from counter_app.ui.preview.pdf_document import page_picture, page_sizes
from counter_app.ui.shared.jobs import Progress

RESOLUTION_DPI = 300
DOCUMENT_NAME = "Schalterlotse"
"""What the queue of the printer shows to everybody in the office: never anything of a person."""


class PrintError(CounterError):
    """A printer is missing, or does not take what it is given."""

    code = "print"


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """Where to print, and how often (1 to 9)."""

    printer: str
    copies: int


@dataclass(frozen=True, slots=True)
class PrinterNames:
    """The printers there are, and the one that is usually meant; an empty name when there is none."""

    names: tuple[str, ...]
    usual: str


class Printers(Protocol):
    """The printers of this machine; asked in a pool thread, because a print server may take its time."""

    def look(self) -> PrinterNames:
        """Which printers there are now.

        Raises:
            PrintError: they cannot be listed.
        """

    def open(self, name: str) -> QPrinter:
        """The printer with this name, ready to be set up.

        Raises:
            PrintError: it is not there any more.
        """


class InstalledPrinters:
    """What the system knows."""

    def look(self) -> PrinterNames:
        """Which printers there are now."""
        names = tuple(QPrinterInfo.availablePrinterNames())
        usual = QPrinterInfo.defaultPrinterName()
        return PrinterNames(names, usual if usual in names else (names or ("",))[0])

    def open(self, name: str) -> QPrinter:
        """The printer with this name.

        Raises:
            PrintError: it is not there any more.
        """
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            raise _gone(name)
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_pdf(data: bytes, order: PrintOrder, printers: Printers, progress: Progress) -> None:
    """Put every page on paper, in a pool thread; stops between two pages when it is cancelled.

    Raises:
        PrintError: the printer is not there or refuses.
        SheetError: this is no PDF.
    """
    pages = tuple(enumerate(page_sizes(data)))
    printer = printers.open(order.printer)
    pages *= _set_up(printer, order.copies)
    _set_page_size(printer, pages[0][1])
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused(order.printer)
    try:
        # Without this a printer driver that takes PDF would get the letters as JPEG, with grey crumbs around them.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for step, (page, size_pt) in enumerate(pages, start=1):
            if progress.is_cancelled:
                printer.abort()
                return
            if step > 1:
                _turn_page(printer, size_pt, order)
            _draw_page(painter, printer, data, page)
            progress.report(step, len(pages))
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise _refused(order.printer)


def _set_up(printer: QPrinter, copies: int) -> int:
    """Tell the printer all but the page; gives back how often the pages must be drawn."""
    printer.setDocName(DOCUMENT_NAME)
    printer.setCreator(DOCUMENT_NAME)
    printer.setResolution(RESOLUTION_DPI)  # left alone it is 1200 dpi, and an image of one page 400 MB
    printer.setFullPage(True)  # the sheet brings its own margins
    if not printer.supportsMultipleCopies():
        return copies
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    return 1


def _set_page_size(printer: QPrinter, size_pt: QSizeF) -> None:
    match = QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    turned = size_pt.width() > size_pt.height()
    printer.setPageSize(QPageSize(size_pt, QPageSize.Unit.Point, "", match))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait)


def _turn_page(printer: QPrinter, size_pt: QSizeF, order: PrintOrder) -> None:
    _set_page_size(printer, size_pt)
    if not printer.newPage():
        raise _refused(order.printer)


def _draw_page(painter: QPainter, printer: QPrinter, data: bytes, page: int) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.drawImage(QRect(QPoint(), paper.size()), page_picture(data, page, paper.size()))


def _refused(name: str) -> PrintError:
    text = QCoreApplication.translate(
        "Printing",
        "Der Drucker „{}“ nimmt das Blatt nicht an. Bitte sehen Sie nach, ob er eingeschaltet ist und Papier hat.",
    )
    return PrintError(text.format(name))


def _gone(name: str) -> PrintError:
    text = QCoreApplication.translate(
        "Printing", "Den Drucker „{}“ gibt es nicht mehr. Bitte wählen Sie einen anderen."
    )
    return PrintError(text.format(name))

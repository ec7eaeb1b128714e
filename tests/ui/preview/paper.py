"""Paper to look at: small PDFs with ink at known places, and printers that print into files."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from counter_app.ui.preview.printing import PrinterNames, PrintError

A4_PT = (595, 842)
A4_LANDSCAPE_PT = (842, 595)
INCH_PT = 72


def make_pdf(*sizes_pt: tuple[float, float]) -> bytes:
    """One page for each size (two of A4 when none is given); page n has n black squares of one inch, one inch apart."""
    file = BytesIO()
    canvas = Canvas(file)
    for number, (width, height) in enumerate(sizes_pt or (A4_PT, A4_PT), start=1):
        canvas.setPageSize((width, height))
        for square in range(number):
            canvas.rect((1 + 2 * square) * INCH_PT, height - 2 * INCH_PT, INCH_PT, INCH_PT, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def ink(image: QImage) -> set[tuple[int, int]]:
    """The black pixels of every eighth row and column."""
    return {(x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8) if _is_black(image, x, y)}


def _is_black(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixel(x, y)).lightness() < 64


@dataclass
class PaperPrinters:
    """Printers of a test: each prints into a PDF file in a folder."""

    folder: Path
    names: tuple[str, ...] = ("Flur", "Zimmer 2.14")
    usual: str = "Zimmer 2.14"
    opened: list[str] = field(default_factory=list)
    made: list[QPrinter] = field(default_factory=list)

    @property
    def paper(self) -> Path:
        """What came out."""
        return self.folder / "paper.pdf"

    def look(self) -> PrinterNames:
        return PrinterNames(self.names, self.usual if self.names else "")

    def open(self, name: str) -> QPrinter:
        self.opened.append(name)
        if name not in self.names:
            raise PrintError("Diesen Drucker gibt es nicht mehr.")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper))
        self.made.append(printer)
        return printer

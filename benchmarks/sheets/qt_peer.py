"""Qt's rich text on its PDF writer, without a screen."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from benchmarks.sheets.html import Page
from benchmarks.sheets.model import Sheet, Voice

DPI = 72
"""So that units of the page are points."""
PX_PER_PT = 96 / 72
"""In style sheets and attributes."""
LEFT_PT, TOP_PT, BOTTOM_PT, FOOTER_PT = 51.0, 39.7, 42.5, 22.7
WIDTH_PT, HEIGHT_PT = 595.0 - 2 * LEFT_PT, 842.0 - TOP_PT - BOTTOM_PT
MODULE_PT = 1.417

# Tables of rich text know widths, borders and spacing as attributes only.
TABLES = {
    '<table class="pair" width="100%">': '<table width="100%" cellspacing="0" cellpadding="0" class="pair">',
    '<table class="items" width="100%">': '<table width="100%" cellspacing="0" cellpadding="4">',
    '<table class="papers" width="100%">': '<table width="100%" cellspacing="0" cellpadding="4" class="papers">',
    '<table class="field" width="100%">': '<table width="100%" cellspacing="0" cellpadding="12" class="field">',
    '<table class="code" width="100%">': '<table width="100%" cellspacing="0" border="1">',
    '<div class="box">': '<table width="100%" cellspacing="0" border="1" cellpadding="8"><tr><td>',
    '<div class="rule"></div>': "<hr>",
}
SIZES_PT = {"body": 12, "strong": 12, "small": 10, "mark": 9, "h1": 16, "h2": 14}
LOOK = """
p { margin: 0 }
.body { font-size: 12pt } .strong { font-size: 12pt; font-weight: bold }
.small { font-size: 10pt } .mark { font-size: 9pt }
.h1 { font-size: 16pt; font-weight: bold } .h2 { font-size: 14pt; font-weight: bold }
.pair td { padding-right: 12px } .h1, .h2 { margin-top: 8px }
.papers { border-collapse: collapse; border-style: solid; border-width: 0 }
.papers td, .papers th { border-bottom: 0.6px solid black; font-weight: normal; text-align: left }
"""


class QtPeer:
    """Writes PDF without tags."""

    def __init__(self, fonts: Path) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._application = QGuiApplication.instance() or QGuiApplication([])
        for path in fonts.glob("*.ttf"):
            QFontDatabase.addApplicationFont(str(path))

    def job(self, sheet: Sheet) -> Callable[[], bytes]:
        """From HTML to the PDF; the HTML and the code's picture are ready before."""
        code = next((part.code for part in sheet.parts if part.code), ())
        picture, side = _picture(code), round((len(code) + 8) * MODULE_PT)
        html = Page(sheet, '<img src="tick">', f'<img src="code" width="{side}" height="{side}">').html()
        for ours, theirs in TABLES.items():
            html = html.replace(ours, theirs)
        html = _styled(_placed(html), sheet)
        return lambda: _written(sheet, html, picture)


def _placed(html: str) -> str:
    """What was a frame's end: its start became a table with one cell."""
    pieces = html.split('cellpadding="8"><tr><td>')
    return 'cellpadding="8"><tr><td>'.join([pieces[0], *(_closed(piece) for piece in pieces[1:])])


def _closed(piece: str) -> str:
    """The first end of a block that was not begun inside."""
    depth, place = 1, 0
    while depth:
        begin, end = piece.find("<div", place), piece.find("</div>", place)
        depth += 1 if 0 <= begin < end else -1
        place = (begin if 0 <= begin < end else end) + 1
    place -= 1
    return f"{piece[:place]}</td></tr></table>{piece[place + len('</div>') :]}"


def _picture(code: tuple[str, ...]) -> QImage:
    """One pixel a module, with the quiet zone."""
    size = len(code) + 8
    picture = QImage(size, size, QImage.Format.Format_Mono)
    picture.fill(1)
    for y, row in enumerate(code):
        for x, module in enumerate(row):
            if module == "1":
                picture.setPixel(x + 4, y + 4, 0)
    return picture


def _tick_box() -> QImage:
    picture = QImage(44, 44, QImage.Format.Format_Mono)
    picture.fill(0)
    for y in range(4, 40):
        for x in range(4, 40):
            picture.setPixel(x, y, 1)
    picture.setDevicePixelRatio(44 / 14)
    return picture


def _written(sheet: Sheet, html: str, code: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DPI)
    writer.setTitle(sheet.title)
    document = _document(sheet, html, code, writer)
    painter = QPainter(writer)
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        _draw_page(painter, document, page)
        painter.setFont(_font(sheet.german, 8.5))
        footer = sheet.footer.replace("{page}", f"{page + 1}/{pages}")
        painter.drawText(QRectF(LEFT_PT, 842 - FOOTER_PT - 12, WIDTH_PT + LEFT_PT, 12), footer)
    painter.end()
    return bytes(buffer.data().data())


def _document(sheet: Sheet, html: str, code: QImage, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(sheet.german, 12))
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl("code"), code)
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl("tick"), _tick_box())
    document.setDefaultStyleSheet(LOOK)
    document.setHtml(html)
    document.setPageSize(QSizeF(WIDTH_PT, HEIGHT_PT))
    return document


def _draw_page(painter: QPainter, document: QTextDocument, page: int) -> None:
    painter.save()
    painter.translate(LEFT_PT, TOP_PT - page * HEIGHT_PT)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, page * HEIGHT_PT, WIDTH_PT, HEIGHT_PT)
    context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _font(voice: Voice, size: float) -> QFont:
    font = QFont()
    font.setFamilies(list(voice.fonts))
    font.setPointSizeF(size)
    return font


def _styled(html: str, sheet: Sheet) -> str:
    """Rich text knows no languages, so every paragraph gets its fonts and the height of its lines."""
    voices = {voice.tag: voice for voice in (sheet.german, sheet.other)}

    def style(found: re.Match[str]) -> str:
        look, voice = found[1], voices[found[2]]
        families = ", ".join(f"'{family}'" for family in voice.fonts)
        height = f"line-height: {SIZES_PT[look] * voice.spacing * PX_PER_PT:.1f}px; -qt-line-height-type: fixed"
        return f'class="{look}" style="font-family: {families}; {height}"'

    html = re.sub(r'class="(\w+)" lang="([\w-]+)"', style, html)
    return re.sub(r'(?<=<t[dh] width=")\d+', lambda width: f"{float(width[0]) * PX_PER_PT:.0f}", html)

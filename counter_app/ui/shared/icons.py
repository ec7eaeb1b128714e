"""Our own line icons, drawn in the colour of the text beside them."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from counter_app.system.paths import icons_folder

SIZE = 24
"""Pixels an icon is drawn for; it stays sharp at four times that."""


def icon(name: str, colour: QColor, checked: QColor | None = None) -> QIcon:
    """An icon of ``resources/icons`` in one colour, and in another one where its button is checked."""
    made = QIcon()
    made.addPixmap(_pixmap(name, colour.name()), QIcon.Mode.Normal, QIcon.State.Off)
    made.addPixmap(_pixmap(name, (checked or colour).name()), QIcon.Mode.Normal, QIcon.State.On)
    return made


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str) -> QPixmap:
    drawing = _drawing(icons_folder() / f"{name}.svg").replace(b"currentColor", colour.encode())
    pixmap = QPixmap(QSize(SIZE, SIZE) * 4)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap


@lru_cache(maxsize=64)
def _drawing(path: Path) -> bytes:
    return path.read_bytes()

"""All keys at a glance."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from counter_app.ui.counter.headings import heading


class KeyList(QDialog):
    """The keys of the window, made from the actions themselves; Esc or Enter closes."""

    def __init__(self, actions: Sequence[QAction], others: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tasten"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = [
            (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text()) for action in actions
        ]
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(24)
        for row, (key, text) in enumerate([*keys, *others]):
            grid.addWidget(_label(key, page, strong=True), row, 0)
            grid.addWidget(_label(text, page), row, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea(self)
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setWidget(page)
        close = QPushButton(self.tr("Schließen"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(heading(self.windowTitle(), self))
        layout.addWidget(area, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        available = parent.size()
        hint = page.sizeHint()
        self.resize(min(hint.width() + 80, available.width() - 64), min(hint.height() + 160, available.height() - 64))
        close.setFocus()


def _label(text: str, parent: QWidget, *, strong: bool = False) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(not strong)
    if strong:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label

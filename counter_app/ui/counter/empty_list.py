"""What stands where the list will be: how a visit begins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from counter_app.ui.counter.headings import heading, plain, strong


class EmptyList(QWidget):
    """The first three steps, with their keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        steps = (
            (self.tr("F2"), self.tr("Sprache der Person wählen, oder die Person tippt selbst darauf.")),
            (self.tr("F3"), self.tr("Anliegen suchen: ein paar Buchstaben genügen, zum Beispiel „stud“.")),
            (self.tr("Strg+1"), self.tr("Typischen Fall übernehmen, oder die nächste Frage stellen (F4).")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, (key, text) in enumerate(steps):
            grid.addWidget(strong(QLabel(key, self)), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain(text, self), row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(24)
        layout.addStretch(1)
        layout.addWidget(heading(self.tr("So beginnt ein Besuch"), self))
        layout.addLayout(grid)
        layout.addStretch(2)

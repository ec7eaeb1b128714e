"""Where the clerk tells the day that stands on a paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from counter_app.domain.slots import german_date
from counter_app.domain.visit import ListRow
from counter_app.ui.counter.fields import read_date, read_issue_date
from counter_app.ui.counter.headings import strong
from counter_app.ui.counter.paper_words import PaperWords
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.flow_layout import FlowLayout


class PaperDayEntry(QFrame):
    """A small field above the list, for one paper at a time; Enter tells the day, an empty field takes it back.

    Signals:
        entered: id of the paper, the day or None. left: the clerk wants no day.
    """

    entered = Signal(str, object)
    left = Signal()

    def __init__(self, words: PaperWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._row: ListRow | None = None
        self._today = date.min
        self.setObjectName("messageBar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._name = strong(QLabel(self))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("TT.MM.JJJJ"))
        self.field.setAccessibleDescription(self.tr("Zum Beispiel 3.11. oder 031126; leer: kein Datum"))
        self.field.setToolTip(self.field.accessibleDescription())
        self.field.returnPressed.connect(self._tell)
        self.field.textChanged.connect(lambda: self._complain(""))
        self._close = IconButton("close", self.tr("Abbrechen"), self, key=self.tr("Esc"))
        self._close.clicked.connect(self._leave)
        self._complaint = strong(QLabel(self))
        self._complaint.setForegroundRole(QPalette.ColorRole.BrightText)
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        flow = FlowLayout(self)
        flow.setContentsMargins(8, 8, 8, 8)
        for part in (self._name, self.field, self._close, self._complaint):
            flow.addWidget(part)
        self.forget()

    @property
    def complaint(self) -> str:
        """What is wrong with the day in the field."""
        return self._complaint.text()

    def ask(self, row: ListRow, today: date) -> None:
        """Ask for the day of one paper."""
        self._row, self._today = row, today
        asked = self._words.asked(row)
        name = self.tr("{number} {paper}: {asked}").format(
            number=row.number, paper=row.document.short.german, asked=asked
        )
        self._name.setText(name)
        self.field.setAccessibleName(name)
        self.field.setText(german_date(row.time.told) if row.time else "")
        width = self.field.fontMetrics().horizontalAdvance(self.field.placeholderText())
        self.field.setFixedWidth(width + 40)
        self._complain("")
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """Close and empty it: clearing alone would keep the text for undo."""
        self._row = None
        self.field.setText("")
        self.hide()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self.field, self._close]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc tells nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self._row is None:
            return
        text = self.field.text().strip()
        day = self._read(text)
        if text and day is None:
            self._complain(self.tr("„{text}“ ist kein Datum. Zum Beispiel: 3.11.2026").format(text=text))
        elif day is not None and day > self._today and not self._row.document.expires:
            self._complain(self.tr("Der {date} kommt erst noch.").format(date=german_date(day)))
        else:
            paper = self._row.document.id
            self.forget()
            self.entered.emit(paper, day)

    def _read(self, text: str) -> date | None:
        """A card ends on a day to come, a paper was issued on one that has passed."""
        if self._row is not None and self._row.document.expires:
            return read_date(text, self._today)
        return read_issue_date(text, self._today)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _complain(self, text: str) -> None:
        self._complaint.setText(text)
        self._complaint.setVisible(bool(text))
        announce(self.field, text)

"""What the customer last said by a tap, in German."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from counter_app.domain.visit import Heard, Visit
from counter_app.ui.counter.headings import plain, strong
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.mark import Mark

MARGINS, FLAT = (12, 8, 8, 8), (4, 0, 0, 0)
"""Pixels around the words: while they are new, and later."""


class HeardStrip(QFrame):
    """Stands above the list until the customer says something else; it stands back once the clerk goes on.

    Signals:
        closed: the clerk has read it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_loud = True
        self._heard: Heard | None = None
        self._visit = Visit()
        self._mark = Mark("speech", "", self)
        self._text = strong(plain("", self))
        self._close = IconButton("close", self.tr("Gelesen"), self)
        self._close.clicked.connect(self._on_read)
        layout = QHBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close)
        self._show_loud(is_loud=True)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there; empty when nothing does."""
        return self._text.text() if not self.isHidden() else ""

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self._close]

    def show_visit(self, visit: Visit) -> None:
        """Show what was said last; once. The next step of the clerk lets it stand back."""
        before, self._visit = self._visit, visit
        if visit.heard == self._heard:
            self._show_loud(is_loud=self._is_loud and visit == before)
            return
        self._heard = visit.heard
        self._show_loud(is_loud=True)
        self._text.setText(self._said(visit.heard) if visit.heard else "")
        self.setVisible(visit.heard is not None)
        if visit.heard is not None:
            announce(self, self._text.text())

    def _show_loud(self, *, is_loud: bool) -> None:
        """In a frame and strong; or grey, and only as high as a line."""
        self._is_loud = is_loud
        role = QPalette.ColorRole.WindowText if is_loud else QPalette.ColorRole.PlaceholderText
        self.setObjectName("heardStrip" if is_loud else "heardBefore")
        self._text.setProperty("strong", is_loud)
        for label in (self._mark, self._text):
            label.setForegroundRole(role)
        self._close.show_words(is_shown=is_loud)
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(*(MARGINS if is_loud else FLAT))
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _on_read(self) -> None:
        self.hide()
        self.closed.emit()

    def _said(self, heard: Heard) -> str:
        answers = " · ".join(answer.german for answer in heard.answers)
        if heard.question is None:
            return self.tr("Die Person sagt: {answers}").format(answers=answers)
        return self.tr("{question} → {answers}").format(question=heard.question.german, answers=answers)

"""What the customer last said by a tap, in German."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from counter_app.domain.visit import Heard, Visit
from counter_app.ui.counter.headings import plain, strong
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.mark import Mark


class HeardStrip(QFrame):
    """Stands above the list until the customer says something else.

    Signals:
        closed: the clerk has read it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heardStrip")
        self._heard: Heard | None = None
        self._mark = Mark("speech", "", self)
        self._text = strong(plain("", self))
        self._close = IconButton("close", self.tr("Gelesen"), self)
        self._close.clicked.connect(self._on_read)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there; empty when nothing does."""
        return self._text.text() if not self.isHidden() else ""

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self._close]

    def show_visit(self, visit: Visit) -> None:
        """Show what was said last; once."""
        if visit.heard == self._heard:
            return
        self._heard = visit.heard
        self._text.setText(self._said(visit.heard) if visit.heard else "")
        self.setVisible(visit.heard is not None)
        if visit.heard is not None:
            announce(self, self._text.text())

    def _on_read(self) -> None:
        self.hide()
        self.closed.emit()

    def _said(self, heard: Heard) -> str:
        answers = " · ".join(answer.german for answer in heard.answers)
        if heard.question is None:
            return self.tr("Die Person sagt: {answers}").format(answers=answers)
        return self.tr("{question} → {answers}").format(question=heard.question.german, answers=answers)

"""What is seen first: the search for matters, usable while the rest is still being built; or why nothing works."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from counter_app.search.index import Index, card_index
from counter_app.ui.shared.picker import Choice, Picker

if TYPE_CHECKING:
    from counter_app.domain.card import MatterCard
    from counter_app.domain.errors import CounterError

SOON_MS = 700
PAUSE_MS = 50
"""What was typed meanwhile is answered before the rest takes its time."""
WIDE_IN_EM = 62
"""From this width on (in heights of a line) the search stands on the left, as in the window that follows."""
LEFT, REST = 6, 21
"""Shares of the width, as in the window that follows."""


class StartWindow(QMainWindow):
    """Gives way to the clerk's window; what was typed and chosen meanwhile goes over to it.

    Signals:
        painted: it can be seen and typed into.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Schalterlotse"))
        self._index: Index[MatterCard] = card_index(())
        self._is_new = False
        self.chosen = ""
        self.picker = Picker(self.tr("Anliegen suchen"), self._search, self)
        self.picker.chosen.connect(self._on_chosen)
        self._text = QLabel(self.tr("Schalterlotse startet. Die Inhalte werden eingelesen …"), self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._close = QPushButton(self.tr("Schließen"), self)
        self._close.clicked.connect(QApplication.quit)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.picker.field.text()

    def show_soon(self) -> None:
        """Appear without the search, unless it is there before long."""
        self._timer.start(SOON_MS)

    def show_cards(self, cards: "Sequence[MatterCard]") -> None:
        """Let one look for a matter; all else follows."""
        self._index = card_index(cards)
        self._text.setText(self.tr("Einen Moment, der Schalter öffnet sich …"))
        self.picker.refresh()
        self.picker.show()
        self._is_new = True  # a note may have been seen before
        self.showMaximized()
        self.activateWindow()
        self.update()
        self.picker.field.setFocus()

    def show_trouble(self, error: "CounterError") -> None:
        """Say why there is nothing to work with; closing ends the program."""
        self._timer.stop()
        self.picker.hide()
        self._text.setText(self.tr("Schalterlotse kann nicht starten.\n\n{detail}").format(detail=error))
        self._close.show()
        self.resize(640, 240)
        self.show()
        self._close.setFocus()

    def give_way(self) -> None:
        """The clerk's window is there."""
        self._timer.stop()
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that it can be seen."""
        super().paintEvent(event)
        if self._is_new:
            self._is_new = False
            QTimer.singleShot(PAUSE_MS, self._tell_painted)

    def _tell_painted(self) -> None:
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where text is large or the window small, the search takes the whole width."""
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE_IN_EM * self.fontMetrics().height()
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self.picker.list.scheduleDelayedItemsLayout()

    def _build(self) -> None:
        page = QWidget(self)
        right = QVBoxLayout()
        right.addStretch(1)
        right.addWidget(self._text)
        right.addWidget(self._close, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._columns.setContentsMargins(18, 55, 16, 16)
        self._columns.setSpacing(24)
        self._columns.addWidget(self.picker, LEFT)
        self._columns.addLayout(right, REST)
        self.setCentralWidget(page)
        self.picker.hide()
        self._close.hide()

    def _search(self, query: str) -> Sequence[Choice]:
        return [Choice(card.id, card.name, card.law) for card in self._index.search(query, 50)]

    def _on_chosen(self, service_id: object) -> None:
        self.chosen = str(service_id)

"""What stands in the place of the pages while there are none."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from counter_app.ui.preview.focus_ring import paint_focus_ring
from counter_app.ui.preview.notice import plain_label

STEP_PX = 8


class StatePage(QWidget):
    """A heading, a sentence, and what can be done about it, in the middle.

    Args:
        choices: the words of the buttons; without any a bar shows that something is under way.

    Signals:
        chosen: the number of the button, from 0.
    """

    chosen = Signal(int)

    def __init__(self, *choices: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = plain_label(self)
        self._text = plain_label(self)
        self._buttons = [QPushButton(choice, self) for choice in choices]
        self._set_up_labels()
        self._set_up_buttons()
        self._lay_out()

    @property
    def text(self) -> str:
        """What stands there, for a reader."""
        return " ".join(part for part in (self._heading.text(), self._text.text()) if part)

    def say(self, heading: str, text: str = "") -> None:
        """Show these words."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(self.text)

    def focus_first(self) -> None:
        """Go to the first button, or to the words when there is none."""
        first: QWidget = self._buttons[0] if self._buttons else self
        first.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, when there is no button to take the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_focus_ring(painter, self)
            painter.end()

    def _set_up_labels(self) -> None:
        strong = QFont()
        strong.setBold(True)  # nothing else, so that size and family stay the application's
        self._heading.setFont(strong)
        for label in (self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _set_up_buttons(self) -> None:
        if not self._buttons:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be read aloud; a hasty Enter presses nothing here
        for number, button in enumerate(self._buttons):
            button.setMinimumHeight(5 * STEP_PX)
            button.clicked.connect(partial(self.chosen.emit, number))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP_PX, 4 * STEP_PX, 4 * STEP_PX, 4 * STEP_PX)
        column.setSpacing(2 * STEP_PX)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        if self._buttons:
            column.addLayout(self._row())
        else:
            column.addWidget(self._bar(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP_PX)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _bar(self) -> QProgressBar:
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Fortschritt"))
        bar.setFixedSize(30 * STEP_PX, STEP_PX)
        return bar

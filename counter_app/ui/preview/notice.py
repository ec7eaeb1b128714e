"""A few words that stay in the window: what happened, what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from counter_app.ui.shared.announce import announce

STEP_PX = 8


class Notice(QFrame):
    """A heading and a sentence in a frame; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # it wraps, and widens nothing
        strong = QFont()
        strong.setBold(True)
        self._heading = plain_label(self)
        self._heading.setFont(strong)
        self._text = plain_label(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP_PX, STEP_PX, 2 * STEP_PX, STEP_PX)
        column.setSpacing(STEP_PX // 2)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there, for a reader."""
        return " ".join(part for part in (self._heading.text(), self._text.text()) if part)

    def say(self, heading: str, text: str) -> None:
        """Show it, and read it to those who listen."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._heading.setVisible(bool(heading))
        self._text.setVisible(bool(text))
        self.show()
        announce(self, self.text)

    def clear(self) -> None:
        """Nothing to say any more."""
        self._heading.clear()
        self._text.clear()
        self.hide()


def plain_label(parent: QWidget) -> QLabel:
    """A label that wraps and takes what it shows as it is, without markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label

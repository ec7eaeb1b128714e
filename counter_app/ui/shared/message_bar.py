"""One line across the window: what happened, what to do next. Never a dialog that blocks."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.mark import Mark
from counter_app.ui.shared.plain_label import PlainLabel


class Weight(StrEnum):
    """How much a message matters; the value is its icon."""

    INFO = "info"
    WARNING = "warning"


class MessageBar(QFrame):
    """Shows the last message until it is answered, closed, or another one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._mark = Mark(Weight.INFO, "", self)
        self._text = PlainLabel("", self)
        self._action = QPushButton(self)
        self._close = IconButton("close", self.tr("Schließen"), self, key=self.tr("Esc"))
        self._close.clicked.connect(self._on_close)
        self._on_action: Callable[[], None] | None = None
        self._on_closed: Callable[[], None] | None = None
        self._came_from: QWidget | None = None
        self._action.clicked.connect(self._act)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there now; empty when nothing does."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, weight: Weight = Weight.INFO) -> None:
        """Tell something that needs no answer; a question that waits for one counts as closed."""
        if self.is_asking:
            self._on_close()
        self._show(text, weight)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._on_action is not None

    def ask(
        self, text: str, action: str, stay: str, on_action: Callable[[], None], on_closed: Callable[[], None]
    ) -> None:
        """Ask before something is lost; the focus is where nothing is.

        Args:
            action: what would lose something. stay: what leaves all as it is; Esc does the same.
            on_closed: called when the clerk leaves all as it is.
        """
        self._on_action, self._on_closed = on_action, on_closed
        self._action.setText(action)
        self._close.show_text(stay)
        self._show(text, Weight.WARNING)
        focused: QWidget | None = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._came_from = focused
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing to tell any more; the focus goes back to where it came from."""
        self._on_action = self._on_closed = None
        came_from, self._came_from = self._came_from, None
        focused: QWidget | None = QApplication.focusWidget()  # Qt's types know no None here
        if came_from is not None and focused is not None and self.isAncestorOf(focused) and isValid(came_from):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.clear()
        self._close.show_text(self.tr("Schließen"))
        self.hide()

    def close_message(self) -> None:
        """What Esc does."""
        self._on_close()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self._action, self._close]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Enter does what the button with the focus says."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self._act if self._action.hasFocus() else self._on_close)()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep to the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _show(self, text: str, weight: Weight) -> None:
        self._mark.show_mark(weight)
        self._text.setText(text)
        self._action.setVisible(self._on_action is not None)
        self.show()
        announce(self, text)

    def _on_close(self) -> None:
        on_closed = self._on_closed
        self.clear()
        if on_closed is not None:
            on_closed()

    def _act(self) -> None:
        on_action = self._on_action
        self.clear()
        if on_action is not None:
            on_action()

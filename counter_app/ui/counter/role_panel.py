"""Who comes along: one key for each role."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counter_app.domain.role import Role
from counter_app.ui.counter.headings import heading
from counter_app.ui.counter.people_words import PeopleWords
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import WrapButton
from counter_app.ui.shared.flow_layout import FlowLayout

_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ORDER = (
    Role.SPOUSE,
    Role.CHILD,
    Role.PARENT,
    Role.REFERENCE,
    Role.HOST,
    Role.EMPLOYER,
    Role.OTHER,
    Role.APPLICANT,
)
"""Whoever comes most often first: the digits are learnt."""


class RolePanel(QFrame):
    """Opens below the top bar; closes when a role is chosen.

    Signals:
        chosen: the `Role`. left: nothing was chosen.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, words: PeopleWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading("", self)
        self._buttons = [self._button(place, role, words.roles[role]) for place, role in enumerate(_ORDER, start=1)]
        flow = FlowLayout(spacing=4)
        for button in self._buttons:
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addLayout(flow)
        self.hide()

    def open_panel(self, question: str, current: Role | None = None) -> None:
        """Ask for a role.

        Args:
            current: what is so now; marked, and where one begins.
        """
        self._heading.setText(question)
        for role, button in zip(_ORDER, self._buttons, strict=True):
            button.show_icon("present" if role is current else "")
            button.setAccessibleDescription(question)
        self.show()
        first = self._buttons[_ORDER.index(current) if current else 0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, question)

    def close_panel(self) -> None:
        """Nobody asks any more."""
        self.hide()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return self._buttons

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; Enter takes the one with the focus; Esc leaves."""
        text = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            next((button for button in self._buttons if button.hasFocus()), self._buttons[0]).click()
        elif text.isdecimal() and not event.modifiers() & _WITH and 1 <= int(text) <= len(_ORDER):
            self._choose(_ORDER[int(text) - 1])
        else:
            super().keyPressEvent(event)

    def _button(self, place: int, role: Role, name: str) -> WrapButton:
        button = WrapButton(f"{place}  {name}", name, self)
        button.clicked.connect(lambda: self._choose(role))
        return button

    def _choose(self, role: Role) -> None:
        self.hide()
        self.chosen.emit(role)

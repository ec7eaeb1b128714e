"""How large the paper of a sheet is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from counter_app.domain.sheet import Paper
from counter_app.ui.counter.headings import strong
from counter_app.ui.shared.flow_layout import FlowLayout


class PaperChoice(QWidget):
    """One of two papers; each has a key that works while one types beside it.

    Args:
        around: the part of the window in which the keys work.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._a4 = self._button(self.tr("A4  Alt+4"), self.tr("Papier: A4"), self.tr("Alt+4"))
        self._a3 = self._button(
            self.tr("A3, große Schrift  Alt+3"), self.tr("Papier: A3, große Schrift"), self.tr("Alt+3")
        )
        for key, button in (("Alt+4", self._a4), ("Alt+3", self._a3)):
            shortcut = QShortcut(QKeySequence(key), around)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        name = strong(QLabel(self.tr("Papier"), self))
        name.setTextFormat(Qt.TextFormat.PlainText)
        flow = FlowLayout(self, spacing=16)
        for widget in (name, self._a4, self._a3):
            flow.addWidget(widget)
        self.reset()

    @property
    def paper(self) -> Paper:
        """What is chosen now."""
        return Paper.A3 if self._a3.isChecked() else Paper.A4

    def reset(self) -> None:
        """The usual paper."""
        self._a4.setChecked(True)

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order; the arrow keys go from one to the other."""
        return [self._a4, self._a3]

    def _button(self, text: str, name: str, key: str) -> QRadioButton:
        button = QRadioButton(text, self)
        button.setAccessibleName(name)
        button.setAccessibleDescription(key)
        return button

"""The answers to one fact, as the clerk sets them: one key each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QVBoxLayout, QWidget

from counter_app.domain.fact import Fact, FactKind, FactValue
from counter_app.ui.shared.buttons import WrapButton

FIRST_NINE = {Qt.Key(Qt.Key.Key_1 + place): place for place in range(9)}


class AnswerBoard(QWidget):
    """One button for each answer; several answers are ticked and then taken over.

    Signals:
        told: id of the fact, ids of its values.
    """

    told = Signal(str, object)

    def __init__(
        self, fact: Fact, answers: Sequence[str], chosen: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fact = fact
        self._values = tuple(fact.value(answer) for answer in answers)
        self._takes_several = fact.kind is FactKind.MULTI_CHOICE
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._buttons = [self._button(value, place, chosen) for place, value in enumerate(self._values, start=1)]
        for button in self._buttons:
            layout.addWidget(button)
        if self._takes_several:
            layout.addWidget(self._take_over())
        if self._buttons:
            self.setFocusProxy(self._buttons[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses its answer."""
        place = FIRST_NINE.get(Qt.Key(event.key()))
        if place is not None and place < len(self._buttons):
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)

    def _button(self, value: FactValue, place: int, chosen: Sequence[str]) -> QAbstractButton:
        text = value.tile.german
        shown = f"{place}  {text}" if place <= len(FIRST_NINE) else text
        button: QAbstractButton = QCheckBox(shown, self) if self._takes_several else WrapButton(shown, text, self)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setChecked(value.id in chosen)
        if self._takes_several:
            button.toggled.connect(lambda is_on, value=value: self._on_toggled(value, is_on=is_on))
        else:
            button.clicked.connect(lambda _=False, value=value: self.told.emit(self._fact.id, (value.id,)))
        return button

    def _take_over(self) -> QPushButton:
        button = QPushButton(self.tr("Übernehmen"), self)
        button.clicked.connect(self._tell_ticked)
        return button

    def _tell_ticked(self) -> None:
        ticked = zip(self._values, self._buttons, strict=True)
        self.told.emit(self._fact.id, tuple(value.id for value, button in ticked if button.isChecked()))

    def _on_toggled(self, value: FactValue, *, is_on: bool) -> None:
        """What cannot stand beside another answer takes its place."""
        if not is_on:
            return
        for other, button in zip(self._values, self._buttons, strict=True):
            if other is not value and (value.alone or other.alone):
                button.setChecked(False)

"""The answers to one fact, as the clerk sets them: one key each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from counter_app.domain.fact import Fact, FactKind, FactValue
from counter_app.ui.shared.buttons import WrapButton

FIRST_NINE = {Qt.Key(Qt.Key.Key_1 + place): place for place in range(9)}
_MARKS = {True: "present", False: "open"}


class AnswerBoard(QWidget):
    """One button for each answer; several answers are ticked and then taken over.

    Signals:
        told: id of the fact, ids of its values.
    """

    told = Signal(str, object)

    def __init__(
        self, fact: Fact, answers: Sequence[str], chosen: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Make the buttons; each says read aloud what it answers."""
        super().__init__(parent)
        self._fact = fact
        self._values = tuple(fact.value(answer) for answer in answers)
        self._takes_several = fact.kind is FactKind.MULTI_CHOICE
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._buttons = [self._button(value, place, chosen) for place, value in enumerate(self._values, start=1)]
        self._take_over: QPushButton | None = self._new_take_over() if self._takes_several else None
        for button in self.tab_stops():
            layout.addWidget(button)

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self._buttons, *([self._take_over] if self._take_over else [])]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses its answer."""
        place = FIRST_NINE.get(Qt.Key(event.key()))
        if place is not None and place < len(self._buttons):
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)

    def _button(self, value: FactValue, place: int, chosen: Sequence[str]) -> WrapButton:
        text = value.tile.german
        shown = f"{place}  {text}" if place <= len(FIRST_NINE) else text
        is_chosen = value.id in chosen
        question = (self._fact.question or self._fact.label).german
        if self._takes_several:
            button = WrapButton(shown, text, self, icon_name=_MARKS[is_chosen])
            button.setCheckable(True)
            button.setAccessibleDescription(question)
            button.setChecked(is_chosen)
            button.toggled.connect(lambda is_on, value=value: self._on_toggled(value, is_on=is_on))
        else:
            button = WrapButton(shown, text, self, icon_name=_MARKS[True] if is_chosen else "")
            button.setAccessibleDescription(", ".join(filter(None, (self.tr("gilt jetzt") * is_chosen, question))))
            button.clicked.connect(lambda _=False, value=value: self.told.emit(self._fact.id, (value.id,)))
        return button

    def _new_take_over(self) -> QPushButton:
        button = QPushButton(self.tr("Übernehmen"), self)
        button.clicked.connect(self._tell_ticked)
        return button

    def _tell_ticked(self) -> None:
        ticked = zip(self._values, self._buttons, strict=True)
        self.told.emit(self._fact.id, tuple(value.id for value, button in ticked if button.isChecked()))

    def _on_toggled(self, value: FactValue, *, is_on: bool) -> None:
        """What cannot stand beside another answer takes its place."""
        for other, button in zip(self._values, self._buttons, strict=True):
            if other is value:
                button.show_icon(_MARKS[is_on])
            elif is_on and (value.alone or other.alone):
                button.setChecked(False)

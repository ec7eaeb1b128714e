"""The answers to one fact, as the clerk sets them: one key each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from counter_app.domain.fact import Fact, FactKind, FactValue
from counter_app.ui.counter.answer_layout import AnswerLayout
from counter_app.ui.counter.digit_entry import DigitEntry
from counter_app.ui.shared.buttons import IconButton, WrapButton
from counter_app.ui.shared.flow_layout import FlowLayout

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MARKS = {True: "present", False: "open"}


class AnswerBoard(QWidget):
    """One button for each answer; several answers are ticked and then taken over.

    Args:
        beside: other things to do with the question; they stand above the answers.

    Signals:
        told: id of the fact, ids of its values.
    """

    told = Signal(str, object)

    def __init__(
        self,
        fact: Fact,
        answers: Sequence[str],
        chosen: Sequence[str],
        parent: QWidget | None = None,
        *,
        beside: Sequence[QWidget] = (),
    ) -> None:
        """Make the buttons; each says read aloud what it answers."""
        super().__init__(parent)
        self._fact = fact
        self._values = tuple(fact.value(answer) for answer in answers)
        self._takes_several = fact.kind is FactKind.MULTI_CHOICE
        self._digits = DigitEntry(len(answers), self)
        self._digits.entered.connect(self._choose)
        self._beside = beside
        self._buttons = [self._button(value, place, chosen) for place, value in enumerate(self._values, start=1)]
        self._take_over: IconButton | None = self._new_take_over() if self._takes_several else None
        self._build()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self._buttons, *([self._take_over] if self._take_over else []), *self._beside]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose their answer; Enter takes over what is ticked."""
        if event.key() in _ENTER and QApplication.focusWidget() not in self._beside:
            if not self._digits.finish() or self._takes_several:
                self._on_enter()
        elif event.modifiers() & _WITH or not (event.text().isdecimal() and self._digits.take(int(event.text()))):
            super().keyPressEvent(event)

    def _build(self) -> None:
        """What can be done stands above the answers: there may be many of them."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        actions, answers = FlowLayout(spacing=4), AnswerLayout(spacing=4)
        for button in self._buttons:
            answers.addWidget(button)
        for action in (self._take_over, *self._beside):
            if action is not None:
                actions.addWidget(action)
        if actions.count():
            layout.addLayout(actions)
        layout.addLayout(answers)

    def _choose(self, number: int) -> None:
        """A digit that comes after the answer is given means nothing."""
        if self.isVisible():
            self._buttons[number - 1].click()

    def _on_enter(self) -> None:
        """Enter alone never says that there is nothing."""
        if self._takes_several and any(button.isChecked() for button in self._buttons):
            self._tell_ticked()

    def _button(self, value: FactValue, place: int, chosen: Sequence[str]) -> WrapButton:
        text = value.tile.german
        shown = f"{place}  {text}"
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

    def _new_take_over(self) -> IconButton:
        button = IconButton("done", self.tr("Übernehmen"), self, key=self.tr("Enter"))
        button.clicked.connect(self._tell_ticked)
        return button

    def _tell_ticked(self) -> None:
        self._digits.finish()
        ticked = zip(self._values, self._buttons, strict=True)
        self.told.emit(self._fact.id, tuple(value.id for value, button in ticked if button.isChecked()))

    def _on_toggled(self, value: FactValue, *, is_on: bool) -> None:
        """What cannot stand beside another answer takes its place."""
        for other, button in zip(self._values, self._buttons, strict=True):
            if other is value:
                button.show_icon(_MARKS[is_on])
            elif is_on and (value.alone or other.alone):
                button.setChecked(False)

"""One fact with its answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.fact import Asked
from counter_app.domain.visit_view import FactLine, FactState
from counter_app.ui.counter.answer_board import AnswerBoard
from counter_app.ui.counter.headings import forget_widget
from counter_app.ui.shared.buttons import IconButton, WrapButton
from counter_app.ui.shared.flow_layout import FlowLayout
from counter_app.ui.shared.tab_order import chain

_SAID = {FactState.TOLD, FactState.TYPICAL}


class FactRow(QWidget):
    """A fact with its value; opens to change it.

    Args:
        answers: what can be said about a fact now.

    Signals:
        told: id of the fact, ids of its values. taken_back, assumption_toggled, question_wanted: id of the fact.
        opened: its answers can be seen now.
    """

    told = Signal(str, object)
    taken_back = Signal(str)
    assumption_toggled = Signal(str)
    question_wanted = Signal(str)
    opened = Signal()

    def __init__(self, line: FactLine, answers: Callable[[str], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._answers = answers
        self._open: QWidget | None = None
        self._stops: list[QWidget] = []
        self._head = WrapButton(self._written(), self._spoken(), self)
        self._head.setProperty("flat", True)
        self._head.setAccessibleDescription(self.tr("Leertaste: ändern"))
        self._head.clicked.connect(self._on_head_clicked)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._head)

    @property
    def head(self) -> QWidget:
        """What opens it."""
        return self._head

    @property
    def is_open(self) -> bool:
        """Whether its answers can be seen."""
        return self._open is not None

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self._head, *self._stops]

    def unfold(self) -> None:
        """Show its answers, and go there."""
        if not self.is_open:
            self._on_head_clicked()

    def fold(self) -> None:
        """Hide its answers."""
        if self.is_open:
            self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it again."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._close()
            self._head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _written(self) -> str:
        """The heading above says what is assumed."""
        if not self.line.values and self.line.state in {*_SAID, FactState.FAMILY}:
            values = self.tr("keine")
        else:
            values = self._values() or self.tr("offen")
        return self.tr("{fact}: {values}").format(fact=self.line.fact.label.german, values=values)

    def _values(self) -> str:
        fact = self.line.fact
        return " · ".join(fact.value(value).tile.german for value in self.line.values)

    def _spoken(self) -> str:
        fact, values = self.line.fact.label.german, self._values()
        match self.line.state:
            case FactState.TOLD | FactState.TYPICAL:
                return self.tr("{fact}: {values}").format(fact=fact, values=values or self.tr("keine"))
            case FactState.FAMILY:
                return self.tr("{fact}: für alle gesagt: {values}").format(fact=fact, values=values or self.tr("keine"))
            case FactState.ASSUMED:
                return self.tr("{fact}: angenommen: {values}").format(fact=fact, values=values)
            case FactState.WITHDRAWN:
                return self.tr("{fact}: offen (nicht mehr angenommen)").format(fact=fact)
            case FactState.OPEN:
                return self.tr("{fact}: offen").format(fact=fact)

    def _on_head_clicked(self) -> None:
        if self.is_open:
            self._close()
            return
        self._open = self._opened()
        self._layout.addWidget(self._open)
        chain(self.tab_stops())
        self._stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _close(self) -> None:
        if self._open is not None:
            forget_widget(self._open)
        self._open, self._stops = None, []

    def _opened(self) -> QWidget:
        """The answers, and what else can be done with the fact."""
        opened = QWidget(self)
        layout = QVBoxLayout(opened)
        layout.setContentsMargins(16, 0, 0, 8)
        layout.setSpacing(4)
        board = AnswerBoard(self.line.fact, self._answers(self.line.fact.id), self.line.values, opened)
        board.told.connect(self._on_told)
        layout.addWidget(board)
        actions = FlowLayout(spacing=4)
        layout.addLayout(actions)
        buttons = self._actions(opened)
        for button in buttons:
            actions.addWidget(button)
        self._stops = [*board.tab_stops(), *buttons]
        return opened

    def _actions(self, parent: QWidget) -> list[IconButton]:
        fact = self.line.fact
        found = []
        if self.line.state in _SAID:
            found.append(IconButton("undo", self.tr("Angabe zurücknehmen"), parent))
            found[-1].clicked.connect(lambda: self.taken_back.emit(fact.id))
        elif self.line.state is FactState.ASSUMED:
            found.append(IconButton("undo", self.tr("Nicht annehmen"), parent))
            found[-1].clicked.connect(lambda: self.assumption_toggled.emit(fact.id))
        elif self.line.state is FactState.WITHDRAWN:
            found.append(IconButton("undo", self.tr("Wieder annehmen"), parent))
            found[-1].clicked.connect(lambda: self.assumption_toggled.emit(fact.id))
        if fact.asked is Asked.CUSTOMER and fact.question is not None:
            found.append(IconButton("question", self.tr("Der Person zeigen"), parent))
            found[-1].clicked.connect(lambda: self.question_wanted.emit(fact.id))
        return found

    def _on_told(self, fact_id: str, values: tuple[str, ...]) -> None:
        if values:
            self.told.emit(fact_id, values)
        else:
            self.taken_back.emit(fact_id)

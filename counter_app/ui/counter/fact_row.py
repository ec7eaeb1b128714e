"""One fact with its answers; and the question that settles most."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from counter_app.domain.fact import Asked, Fact
from counter_app.domain.visit_view import FactLine, FactState
from counter_app.ui.counter.answer_board import AnswerBoard
from counter_app.ui.counter.headings import forget_widget, heading, plain, quiet
from counter_app.ui.shared.buttons import IconButton, WrapButton
from counter_app.ui.shared.flow_layout import FlowLayout


class FactRow(QWidget):
    """A fact with its value; opens to change it.

    Args:
        answers: what can be said about a fact now.

    Signals:
        told: id of the fact, ids of its values. taken_back, assumption_toggled, question_wanted: id of the fact.
    """

    told = Signal(str, object)
    taken_back = Signal(str)
    assumption_toggled = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, line: FactLine, answers: Callable[[str], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._answers = answers
        self._open: QWidget | None = None
        text = self._text()
        self._head = WrapButton(text, text, self)
        self._head.setProperty("flat", True)
        self._head.setCheckable(True)
        self._head.toggled.connect(self._on_toggled)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._head)
        self.setFocusProxy(self._head)

    def _text(self) -> str:
        fact = self.line.fact
        values = " · ".join(fact.value(value).tile.german for value in self.line.values)
        match self.line.state:
            case FactState.TOLD:
                return self.tr("{fact}: {values}").format(fact=fact.label.german, values=values or self.tr("keine"))
            case FactState.ASSUMED:
                return self.tr("{fact}: angenommen: {values}").format(fact=fact.label.german, values=values)
            case FactState.WITHDRAWN:
                return self.tr("{fact}: offen (nicht mehr angenommen)").format(fact=fact.label.german)
            case FactState.OPEN:
                return self.tr("{fact}: offen").format(fact=fact.label.german)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - a slot
        if self._open is not None:
            forget_widget(self._open)
            self._open = None
        if is_open:
            self._open = self._opened()
            self._layout.addWidget(self._open)
            self._open.setFocus()

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
        for button in self._actions(opened):
            actions.addWidget(button)
        opened.setFocusProxy(board)
        return opened

    def _actions(self, parent: QWidget) -> list[IconButton]:
        fact = self.line.fact
        found = []
        if self.line.state is FactState.TOLD:
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


class NextQuestionCard(QFrame):
    """The question whose answer settles most: the clerk answers it, or shows it to the customer.

    Signals:
        told: id of the fact, ids of its values. question_wanted: id of the fact.
    """

    told = Signal(str, object)
    question_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nextQuestion")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._shown: tuple[Fact | None, tuple[str, ...]] = (None, ())
        self._inner: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self.hide()

    def show_question(self, fact: Fact | None, answers: tuple[str, ...]) -> None:
        """Ask something else; hidden when nothing is open."""
        if self._shown == (fact, answers):
            return
        self._shown = (fact, answers)
        had_focus = self._has_focus_inside()
        if self._inner is not None:
            forget_widget(self._inner)
            self._inner = None
        self.setVisible(fact is not None)
        if fact is not None:
            self._inner = self._question(fact, answers)
            self._layout.addWidget(self._inner)
            self.setFocusProxy(self._inner)
            if had_focus:
                self._inner.setFocus()

    def _has_focus_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _question(self, fact: Fact, answers: tuple[str, ...]) -> QWidget:
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("Als Nächstes klären"), inner))
        layout.addWidget(plain((fact.question or fact.label).german, inner))
        board = AnswerBoard(fact, answers, (), inner)
        board.told.connect(self.told)
        layout.addWidget(board)
        if fact.asked is Asked.CUSTOMER:
            show = IconButton("question", self.tr("Der Person zeigen"), inner, key=self.tr("F4"))
            show.clicked.connect(lambda: self.question_wanted.emit(fact.id))
            layout.addWidget(show)
        else:
            layout.addWidget(quiet(self.tr("Das entscheidet das Amt. Die Frage wird nicht gezeigt."), inner))
        inner.setFocusProxy(board)
        return inner

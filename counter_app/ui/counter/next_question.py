"""The question that settles most."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from counter_app.domain.fact import Asked, Fact
from counter_app.ui.counter.answer_board import AnswerBoard
from counter_app.ui.counter.headings import forget_widget, heading, plain, quiet
from counter_app.ui.shared.buttons import IconButton


class NextQuestionCard(QFrame):
    """The question whose answer settles most: the clerk answers it, or shows it to the customer.

    Signals:
        told: id of the fact, ids of its values. question_wanted: id of the fact.
        settled: the last question has got its answer here.
    """

    told = Signal(str, object)
    question_wanted = Signal(str)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nextQuestion")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._shown: tuple[Fact | None, tuple[str, ...]] = (None, ())
        self._inner: QWidget | None = None
        self._stops: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self.hide()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return self._stops

    def show_question(self, fact: Fact | None, answers: tuple[str, ...]) -> None:
        """Ask something else; hidden when nothing is open."""
        if self._shown == (fact, answers):
            return
        self._shown = (fact, answers)
        had_focus = self._has_focus_inside()
        if self._inner is not None:
            forget_widget(self._inner)
            self._inner, self._stops = None, []
        self.setVisible(fact is not None)
        if fact is not None:
            self._inner = self._question(fact, answers)
            self._layout.addWidget(self._inner)
            if had_focus:
                self._stops[0].setFocus()
        elif had_focus:
            self.settled.emit()

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
        beside = [self._show_button(fact, inner)] if fact.asked is Asked.CUSTOMER else []
        if not beside:
            layout.addWidget(quiet(self.tr("Das entscheidet das Amt. Die Frage wird nicht gezeigt."), inner))
        board = AnswerBoard(fact, answers, (), inner, beside=beside)
        board.told.connect(self.told)
        layout.addWidget(board)
        self._stops = [*board.tab_stops()]
        return inner

    def _show_button(self, fact: Fact, parent: QWidget) -> IconButton:
        show = IconButton("question", self.tr("Der Person zeigen"), parent, key=self.tr("F4"))
        show.clicked.connect(lambda: self.question_wanted.emit(fact.id))
        return show

"""What is known about the person's matter: said, assumed, still open; the next best question first."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import FactLine, FactState, fact_lines
from counter_app.ui.counter.fact_row import FactRow, NextQuestionCard
from counter_app.ui.counter.headings import forget_widget, heading

_ORDER = (FactState.OPEN, FactState.WITHDRAWN, FactState.ASSUMED, FactState.TOLD)


class FactsPanel(QWidget):
    """The next question with its answers, and every fact that matters.

    Signals:
        told: id of the fact, ids of its values. taken_back, assumption_toggled, question_wanted: id of the fact.
    """

    told = Signal(str, object)
    taken_back = Signal(str)
    assumption_toggled = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, content: Content, steps: VisitSteps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._visit, self._steps = Visit(), steps
        self._lines: dict[str, FactRow] = {}
        self._question = NextQuestionCard(self)
        self._question.told.connect(self.told)
        self._question.question_wanted.connect(self.question_wanted)
        self._heading = heading(self.tr("Angaben"), self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._question)
        self._layout.addWidget(self._heading)
        self.setFocusProxy(self._question)
        self.show_visit(self._visit, steps)

    def show_visit(self, visit: Visit, steps: VisitSteps) -> None:
        """Show what is known; only rows that say something new are made anew."""
        self._visit, self._steps = visit, steps
        checklist = visit.case.checklist
        question = checklist.next_question if checklist else None
        self._question.show_question(question.fact if question else None, question.answers if question else ())
        ordered = sorted(fact_lines(visit, self._content), key=lambda line: _ORDER.index(line.state))
        lines = {line.fact.id: line for line in ordered}
        self._heading.setVisible(bool(lines))
        for name in [name for name, row in self._lines.items() if lines.get(name) != row.line]:
            forget_widget(self._lines.pop(name))
        self._place(lines)

    def _place(self, lines: Mapping[str, FactLine]) -> None:
        for place, (name, line) in enumerate(lines.items(), start=2):
            if name not in self._lines:
                self._lines[name] = self._row(line)
            if self._layout.indexOf(self._lines[name]) != place:
                self._layout.insertWidget(place, self._lines[name])

    def _row(self, line: FactLine) -> FactRow:
        row = FactRow(line, self._answers, self)
        row.told.connect(self.told)
        row.taken_back.connect(self.taken_back)
        row.assumption_toggled.connect(self.assumption_toggled)
        row.question_wanted.connect(self.question_wanted)
        return row

    def _answers(self, fact_id: str) -> tuple[str, ...]:
        return self._steps.answers(self._visit, fact_id)

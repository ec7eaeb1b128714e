"""What is known about the person's matter: said, assumed, still open; the next best question first."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import FactLine, FactState, fact_lines
from counter_app.ui.counter.fact_row import FactRow
from counter_app.ui.counter.headings import forget_widget, heading, quiet
from counter_app.ui.counter.name_jump import jump
from counter_app.ui.counter.next_question import NextQuestionCard

SIDE = 12
"""Pixels by which the words of a button are indented."""
WAIT_MS = 1000
"""How long the next letter of a name may take."""
_ORDER = (FactState.OPEN, FactState.ASSUMED, FactState.TYPICAL, FactState.FAMILY, FactState.TOLD)
_ONE_GROUP = {FactState.WITHDRAWN: FactState.OPEN}
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FactsPanel(QWidget):
    """The next question with its answers, and every fact that matters.

    Signals:
        told: id of the fact, ids of its values. taken_back, assumption_toggled, question_wanted: id of the fact.
        settled: the last open question has got its answer here.
        opened: the answers of a fact can be seen now.
    """

    told = Signal(str, object)
    taken_back = Signal(str)
    assumption_toggled = Signal(str)
    question_wanted = Signal(str)
    settled = Signal()
    opened = Signal()

    def __init__(self, content: Content, steps: VisitSteps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._visit, self._steps = Visit(), steps
        self._lines: dict[str, FactRow] = {}
        self._typed, self._since_letter = "", QElapsedTimer()
        self._question = NextQuestionCard(self)
        self._question.told.connect(self.told)
        self._question.question_wanted.connect(self.question_wanted)
        self._question.settled.connect(self.settled)
        self._heading = heading(self.tr("Angaben"), self)
        self._groups = {
            FactState.OPEN: quiet(self.tr("Offen"), self),
            FactState.ASSUMED: quiet(self.tr("Angenommen"), self),
            FactState.TYPICAL: quiet(self.tr("Aus dem typischen Fall"), self),
            FactState.FAMILY: quiet(self.tr("Für alle gesagt"), self),
            FactState.TOLD: quiet(self.tr("Gesagt"), self),
        }
        self._heading.setContentsMargins(0, 8, 0, 0)
        for label in self._groups.values():
            label.setContentsMargins(SIDE, 8, 0, 4)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for widget in (self._question, self._heading, *self._groups.values()):
            self._layout.addWidget(widget)
        self._layout.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.show_visit(self._visit, steps)

    def show_visit(self, visit: Visit, steps: VisitSteps) -> None:
        """Show what is known; only rows that say something new are made anew."""
        self._visit, self._steps, self._typed = visit, steps, ""
        checklist = visit.case.checklist
        question = checklist.next_question if checklist else None
        was_at = self._fact_with_focus()
        self._question.show_question(question.fact if question else None, question.answers if question else ())
        lines = sorted(fact_lines(visit, self._content), key=_group_place)
        known = {line.fact.id: line for line in lines}
        for name in [name for name, row in self._lines.items() if known.get(name) != row.line]:
            forget_widget(self._lines.pop(name))
        self._place(lines)
        if was_at:
            self._back_to(was_at)

    def go_on(self) -> bool:
        """Go to the question that settles most, or else to the first fact; whether there is either."""
        target = next(iter([*self._question.tab_stops(), *(row.head for row in self._rows())]), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return target is not None

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self._question.tab_stops(), *(stop for row in self._rows() for stop in row.tab_stops())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters open the fact whose name begins with them; the same letter once more, the next one."""
        if event.modifiers() & _WITH or not (event.text().isalpha() and self._open_next(event.text())):
            super().keyPressEvent(event)

    def _open_next(self, letter: str) -> bool:
        """Open the first such fact from where the clerk is; whether there is one."""
        rows, here = self._rows(), self._lines.get(self._fact_with_focus())
        at = rows.index(here) if here else 0
        is_done = here is not None and (here.is_open or here.line.state is FactState.TOLD)
        before = self._typed if self._since_letter.isValid() and self._since_letter.elapsed() < WAIT_MS else ""
        names = [row.line.fact.label.german for row in rows]
        place, self._typed = jump(names, before, letter, at, at + is_done)
        self._since_letter.start()
        if place is None:
            return False
        if here is not None and here is not rows[place]:
            here.fold()
        rows[place].unfold()
        return True

    def _rows(self) -> list[FactRow]:
        """As they stand, from the top."""
        return sorted(self._lines.values(), key=self._layout.indexOf)

    def _fact_with_focus(self) -> str:
        focused: QWidget | None = QApplication.focusWidget()  # Qt's types know no None here
        rows = (name for name, row in self._lines.items() if focused is not None and row.isAncestorOf(focused))
        return next(rows, "")

    def _back_to(self, name: str) -> None:
        """Whoever has just said something about a fact stays there, if it is there still."""
        focused: QWidget | None = QApplication.focusWidget()
        if focused is not None and name in self._lines and self._lines[name].isAncestorOf(focused):
            return
        if name in self._lines:
            self._lines[name].head.setFocus(Qt.FocusReason.OtherFocusReason)
        elif stops := self._question.tab_stops():
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.settled.emit()

    def _place(self, lines: Sequence[FactLine]) -> None:
        self.setVisible(bool(lines))
        wanted = [self._question, self._heading, *self._in_groups(lines)]
        for label in self._groups.values():
            label.setVisible(label in wanted)
        for place, widget in enumerate(wanted):
            if self._layout.indexOf(widget) != place:
                self._layout.insertWidget(place, widget)

    def _in_groups(self, lines: Sequence[FactLine]) -> Iterator[QWidget]:
        for group, members in groupby(lines, key=_group):
            yield self._groups[group]
            for line in members:
                if line.fact.id not in self._lines:
                    self._lines[line.fact.id] = self._row(line)
                yield self._lines[line.fact.id]

    def _row(self, line: FactLine) -> FactRow:
        row = FactRow(line, self._answers, self)
        row.told.connect(self.told)
        row.taken_back.connect(self.taken_back)
        row.assumption_toggled.connect(self.assumption_toggled)
        row.question_wanted.connect(self.question_wanted)
        row.opened.connect(self.opened)
        return row

    def _answers(self, fact_id: str) -> tuple[str, ...]:
        return self._steps.answers(self._visit, fact_id)


def _group(line: FactLine) -> FactState:
    return _ONE_GROUP.get(line.state, line.state)


def _group_place(line: FactLine) -> int:
    return _ORDER.index(_group(line))

"""One row of the list: number, paper in both languages, why it is there, how it stands."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.language import Language
from counter_app.domain.visit import OPEN, ListRow, RowState, Tick
from counter_app.ui.counter.headings import forget_widget, plain, quiet, strong
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.flow_layout import FlowLayout

MANY = 1000
"""More rows than any list has."""
STATES = (RowState.PRESENT, RowState.MISSING, RowState.UNCLEAR, RowState.NOT_NEEDED)


class RowWidget(QFrame):
    """A row; the keys D, F, U, E settle it, digits give the reason of a missing paper, Entf opens it again.

    Signals:
        ticked: id of the paper, the `Tick`. removed: id of a paper that the clerk had added.
        left: how many rows further down (up, where negative) the clerk wants to go. entered: the row got the focus.
    """

    ticked = Signal(str, object)
    removed = Signal(str)
    left = Signal(int)
    entered = Signal()

    def __init__(
        self, row: ListRow, content: Content, language: Language | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listRow")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content = content
        self._number = QLabel(self)
        strong(self._number)
        self._number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("000"))
        self._texts = QWidget(self)
        self._more = QLabel(self._texts)
        self._choice = QWidget(self)
        self._states = QWidget(self)
        flow = FlowLayout(self._states, spacing=4)
        self._buttons = {state: self._state_button(state) for state in STATES}
        for button in self._buttons.values():
            flow.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 6, 8, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._is_wide = True
        self._row = row
        self.show_row(row, language)
        self._arrange()

    @property
    def row(self) -> ListRow:
        """What is shown."""
        return self._row

    def show_row(self, row: ListRow, language: Language | None) -> None:
        """Show the row as it stands now."""
        self._row = row
        self._number.setText(str(row.number))
        forget_widget(self._texts)
        forget_widget(self._choice)
        self._texts, self._choice = self._written(row, language), self._reasons(row)
        self._grid.addWidget(self._texts, 0, 1)
        self._grid.addWidget(self._choice, 2, 1, 1, 2)
        self._show_more(is_here=self.hasFocus())
        for state, button in self._buttons.items():
            button.setChecked(state is row.tick.state)
        self.setAccessibleName(self._spoken(row))
        self.setAccessibleDescription(self.tr("D da, F fehlt, U unklar, E entfällt, Entf wieder offen"))

    def set_wide(self, *, is_wide: bool) -> None:
        """Put the states beside the text, or below it where there is little room."""
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key settles the row."""
        if not self._on_key(Qt.Key(event.key()), event.text()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this is the row the clerk is at."""
        super().focusInEvent(event)
        self._show_more(is_here=True)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only the row the clerk is at says all there is to know."""
        super().focusOutEvent(event)
        self._show_more(is_here=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere goes to the row."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _on_key(self, key: Qt.Key, text: str) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -MANY, Qt.Key.Key_End: MANY}
        states = {
            Qt.Key.Key_D: RowState.PRESENT,
            Qt.Key.Key_F: RowState.MISSING,
            Qt.Key.Key_U: RowState.UNCLEAR,
            Qt.Key.Key_E: RowState.NOT_NEEDED,
        }
        if key in steps:
            self.left.emit(steps[key])
        elif key in states:
            self._tick(states[key])
            if states[key] is not RowState.MISSING:  # a reason may follow
                self.left.emit(1)
        elif key == Qt.Key.Key_Space:
            self._tick(RowState.OPEN if self._row.tick.state is RowState.PRESENT else RowState.PRESENT)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._open_again()
        elif text.isdecimal() and self._row.tick.state is RowState.MISSING:
            self._give_reason(int(text))
        else:
            return False
        return True

    def _tick(self, state: RowState) -> None:
        if state is RowState.OPEN:
            self._open_again()
        else:
            self.ticked.emit(self._row.document.id, Tick(state))

    def _open_again(self) -> None:
        if self._row.row is None:
            self.removed.emit(self._row.document.id)
        else:
            self.ticked.emit(self._row.document.id, OPEN)

    def _give_reason(self, digit: int) -> None:
        reasons = tuple(self._content.reasons.texts)
        if 1 <= digit <= len(reasons):
            self.ticked.emit(self._row.document.id, Tick(RowState.MISSING, reasons[digit - 1]))
            self.left.emit(1)

    def _state_button(self, state: RowState) -> IconButton:
        words = {
            RowState.PRESENT: self.tr("da"),
            RowState.MISSING: self.tr("fehlt"),
            RowState.UNCLEAR: self.tr("unklar"),
            RowState.NOT_NEEDED: self.tr("entfällt"),
        }
        button = IconButton(state, words[state], self._states)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row itself takes the keys
        button.clicked.connect(lambda is_on: self._tick(state if is_on else RowState.OPEN))
        return button

    def _written(self, row: ListRow, language: Language | None) -> QWidget:
        texts = QWidget(self)
        layout = QVBoxLayout(texts)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(strong(plain(row.document.name.german, texts)))
        if language is not None and (translated := row.document.name.in_language(language.tag)):
            layout.addWidget(plain(translated, texts, language))
        layout.addWidget(quiet(" – ".join(filter(None, (self._lacking(row), self._why(row)))), texts))
        layout.addWidget(self._new_more(row, texts))
        return texts

    def _reasons(self, row: ListRow) -> QWidget:
        """Why it is missing, one key each."""
        reasons = QWidget(self)
        flow = FlowLayout(reasons, spacing=4)
        for place, (reason, text) in enumerate(self._content.reasons.texts.items(), start=1):
            is_chosen = reason == row.tick.reason
            button = IconButton("present" if is_chosen else "open", f"{place} {text.german}", reasons)
            button.setCheckable(True)
            button.setChecked(is_chosen)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(
                lambda _=False, reason=reason: self.ticked.emit(row.document.id, Tick(RowState.MISSING, reason))
            )
            flow.addWidget(button)
        return reasons

    def _new_more(self, row: ListRow, parent: QWidget) -> QLabel:
        """What only the clerk at this row needs."""
        self._more = quiet("\n".join(self._hints(row)), parent)
        return self._more

    def _show_more(self, *, is_here: bool) -> None:
        self._more.setVisible(is_here and bool(self._more.text()))
        self._choice.setVisible(is_here and self._row.tick.state is RowState.MISSING)

    def _why(self, row: ListRow) -> str:
        if row.row is None:
            return self.tr("von Ihnen ergänzt")
        if row.row.needed is Truth.DEPENDS:
            facts = ", ".join(self._content.facts[fact].label.german for fact in row.row.depends_on)
            return self.tr("hängt ab von: {facts}").format(facts=facts)
        reasons = " · ".join(self._content.reason_text(reason).german for reason in row.row.because)
        return self.tr("weil: {reasons}").format(reasons=reasons or self.tr("immer"))

    def _lacking(self, row: ListRow) -> str:
        """„fehlt: Die Kopie fehlt“ for the eye that runs over the list."""
        if row.tick.state is not RowState.MISSING:
            return ""
        return self.tr("fehlt: {reason}").format(reason=self._content.reasons.texts[row.tick.reason].german)

    def _hints(self, row: ListRow) -> Iterator[str]:
        """What only the clerk needs to know."""
        document = row.document
        for text in (document.form_note, document.limit, *(row.row.hints if row.row else ())):
            if text:
                yield text
        for group in row.row.groups if row.row else ():
            yield self.tr("Eines genügt: {group}").format(group=group.name.german)

    def _spoken(self, row: ListRow) -> str:
        state = self._buttons[row.tick.state].accessibleName() if row.tick.state in self._buttons else self.tr("offen")
        reason = self._content.reasons.texts[row.tick.reason].german if row.tick.reason else ""
        parts = (str(row.number), row.document.name.german, state, reason, self._why(row))
        return ", ".join(filter(None, parts))

    def _arrange(self) -> None:
        self._grid.removeWidget(self._states)
        self._grid.addWidget(self._number, 0, 0, Qt.AlignmentFlag.AlignTop)
        if self._is_wide:
            self._grid.addWidget(self._states, 0, 2, Qt.AlignmentFlag.AlignTop)
            width = sum(button.sizeHint().width() + 4 for button in self._buttons.values())
            self._states.setMinimumWidth(width)
        else:
            self._states.setMinimumWidth(0)
            self._grid.addWidget(self._states, 1, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for larger words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._arrange()

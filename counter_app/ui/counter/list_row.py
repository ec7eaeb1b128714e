"""One row of the list: number, paper in both languages, why it is there, how it stands."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from counter_app.domain.language import Language
from counter_app.domain.paper_clock import TOO_OLD
from counter_app.domain.visit import OPEN, ListRow, RowState, Tick
from counter_app.ui.counter.row_layout import RowMeasure, RowPlan, Spot
from counter_app.ui.counter.row_painter import paint_ring, paint_row, paint_spots
from counter_app.ui.counter.row_words import PAPER_DAY, SUGGESTION, RowWords

MANY = 1000
"""More rows than any list has."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -MANY, Qt.Key.Key_End: MANY}
_STATE_KEYS = {
    Qt.Key.Key_D: RowState.PRESENT,
    Qt.Key.Key_F: RowState.MISSING,
    Qt.Key.Key_U: RowState.UNCLEAR,
    Qt.Key.Key_E: RowState.NOT_NEEDED,
}


class RowWidget(QAbstractButton):
    """A row; the keys D, F, U, E settle it, digits give the reason of a missing paper, Entf opens it again.

    A tells the day that stands on the paper; V takes what the paper clock suggests.

    It paints itself: a list of thirty rows is there at once. Read aloud it is a check box: checked when the paper is
    there. What it shows comes from outside only.

    Signals:
        ticked: id of the paper, the `Tick`. removed: id of a paper that the clerk had added.
        day_wanted: id of a paper whose day the clerk wants to tell.
        left: how many rows further down (up, where negative) the clerk wants to go. entered: the row got the focus.
        resized: it needs another height.
    """

    ticked = Signal(str, object)
    removed = Signal(str)
    day_wanted = Signal(str)
    left = Signal(int)
    entered = Signal()
    resized = Signal()

    def __init__(self, row: ListRow, words: RowWords, language: Language | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._words = words
        self._row, self._language = row, language
        self._plan: RowPlan | None = None
        self._hovered = ""
        self.clicked.connect(self._on_clicked)
        self.show_row(row, language)

    @property
    def row(self) -> ListRow:
        """What is shown."""
        return self._row

    @property
    def plan(self) -> RowPlan:
        """Where everything stands now."""
        if self._plan is None:
            self._plan = self._planned(self.width())
        return self._plan

    def show_row(self, row: ListRow, language: Language | None) -> None:
        """Show the row as it stands now."""
        self._row, self._language = row, language
        self.setChecked(row.tick.state is RowState.PRESENT)
        self.setAccessibleName(self._words.spoken(row))
        self.setAccessibleDescription(self._words.keys(row))
        self._renew()

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its texts and buttons."""
        return (self.plan if width == self.width() else self._planned(width)).height

    def sizeHint(self) -> QSize:
        """At the width it has."""
        return QSize(self.width(), self.plan.height)

    def spot(self, key: str) -> Spot:
        """A state or a reason that can be clicked now."""
        return next(spot for spot in self._spots() if spot.key == key)

    def nextCheckState(self) -> None:
        """A click changes nothing here: the visit does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key settles the row."""
        if not self._on_key(Qt.Key(event.key()), event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this is the row the clerk is at; it says more than the others."""
        super().focusInEvent(event)
        self._renew()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Back to what the others show."""
        super().focusOutEvent(event)
        self._renew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the row."""
        spot = self._spot_at(event.position().toPoint())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if spot is not None and event.button() is Qt.MouseButton.LeftButton:
            self._on_spot(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left to do."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would hit."""
        spot = self._spot_at(event.position().toPoint())
        self._hover(spot.key if spot else "")

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self._hover("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        super().resizeEvent(event)
        self._plan = None

    def changeEvent(self, event: QEvent) -> None:
        """Make room for larger words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_words"):
            self._renew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setFont(self.font())
        palette, plan = self.palette(), self.plan
        paint_row(painter, self.rect(), plan, palette, str(self._row.number))
        paint_spots(painter, plan.states, palette, self._hovered)
        paint_spots(painter, plan.reasons, palette, self._hovered)
        if self.hasFocus():
            paint_ring(painter, self.rect(), palette)
        painter.end()

    def _planned(self, width: int) -> RowPlan:
        row, is_here = self._row, self.hasFocus()
        reasons = tuple(self._words.reasons(row)) if is_here and row.tick.state is RowState.MISSING else ()
        reasons = (*reasons, *self._words.offers(row, is_here=is_here))
        states = tuple(self._words.states(row, is_here=is_here))
        texts = tuple(self._words.texts(row, self._language, is_here=is_here))
        return RowMeasure(self.font()).plan(width, texts, states, reasons)

    def _renew(self) -> None:
        before = self._plan.height if self._plan else -1
        self._plan = None
        self.update()
        if self.isVisible() and self.plan.height != before:
            self.resized.emit()

    def _spots(self) -> Iterator[Spot]:
        yield from self.plan.states
        yield from self.plan.reasons

    def _spot_at(self, place: QPoint) -> Spot | None:
        return next((spot for spot in self._spots() if spot.rect.contains(place)), None)

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.update()

    def _on_spot(self, spot: Spot) -> None:
        """A state that is clicked again is taken back."""
        if spot.key == PAPER_DAY:
            self.day_wanted.emit(self._row.document.id)
        elif spot.key == SUGGESTION:
            self._take_suggestion()
        elif spot.key not in {state.value for state in RowState}:
            self.ticked.emit(self._row.document.id, Tick(RowState.MISSING, spot.key))
        else:
            self._tick(RowState.OPEN if spot.is_chosen else RowState(spot.key))

    def _on_key(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _STEPS:
            self.left.emit(_STEPS[key])
        elif key in _STATE_KEYS:
            self._tick(_STATE_KEYS[key])
            if _STATE_KEYS[key] is not RowState.MISSING:  # a reason may follow
                self.left.emit(1)
        elif key == Qt.Key.Key_A and self._row.bears_day:
            self.day_wanted.emit(self._row.document.id)
        elif key == Qt.Key.Key_V and self._offers(SUGGESTION):
            self._take_suggestion()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._open_again()
        elif event.text().isdecimal() and self._row.tick.state is RowState.MISSING:
            self._give_reason(int(event.text()))
        else:
            return False
        return True

    def _offers(self, key: str) -> bool:
        return any(spot.key == key for spot in self.plan.reasons)

    def _take_suggestion(self) -> None:
        self.ticked.emit(self._row.document.id, Tick(RowState.MISSING, TOO_OLD))

    def _on_clicked(self) -> None:
        """Space, or what a screen reader does instead."""
        self._tick(RowState.OPEN if self._row.tick.state is RowState.PRESENT else RowState.PRESENT)

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
        reasons = tuple(self._words.reasons(self._row))
        if 1 <= digit <= len(reasons):
            self.ticked.emit(self._row.document.id, Tick(RowState.MISSING, reasons[digit - 1].key))
            self.left.emit(1)

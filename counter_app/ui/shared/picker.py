"""Finds one thing out of many by a few letters: languages, papers, matters, phrases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from counter_app.domain.language import Language
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.two_line_delegate import PADDING, TwoLineDelegate

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_PAGE_KEYS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, *_PAGE_KEYS}


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list.

    Args:
        thing: what is chosen. text: its name. detail: the line below, may be empty.
        language: that of the detail, for fonts and direction; None for German. mark: a word at the right edge.
        heading: the name of the group that begins with this line; empty inside of a group.
    """

    thing: object
    text: str
    detail: str = ""
    language: Language | None = None
    mark: str = ""
    heading: str = ""

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return ", ".join(filter(None, (self.heading, self.text, self.detail, self.mark)))


class ChoicesModel(QAbstractListModel):
    """The lines of a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """The line at a place."""
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def heading_beside(self, row: int, *, forward: bool) -> int | None:
        """The line with which the next group begins, or the one before; None where there is none."""
        places = [place for place, choice in enumerate(self._choices) if choice.heading]
        if forward:
            return next((place for place in places if place > row), None)
        return next((place for place in reversed(places) if place < row), None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks about a line."""
        choice = self.choice(index.row())
        if choice is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return choice.spoken
            case Qt.ItemDataRole.UserRole:
                return choice
            case _:
                return None


class ChoiceList(QListView):
    """The list; where nothing fits it says so. The keyboard stays in the field."""

    def __init__(self, model: ChoicesModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = self.tr("Nichts gefunden. Weniger Buchstaben oder ein anderes Wort helfen oft.")
        self.setModel(model)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setAccessibleName(self.tr("Treffer: {name}").format(name=name))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)  # another width, other lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, or that there are none."""
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            area = self.viewport().rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self.nothing)
            painter.end()


class Picker(QWidget):
    """A field and the list it searches; the arrow keys move in the list while one types.

    Args:
        name: what is looked for, said to a screen reader and shown while the field is empty.
        search: the lines for what was typed.
        key: the key that leads here, shown beside the name; empty for none.

    Signals:
        chosen: the thing of the line on which Enter or a click fell.
        left: Esc in the empty field.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, name: str, search: Callable[[str], Sequence[Choice]], parent: QWidget | None = None, *, key: str = ""
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._model = ChoicesModel(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(f"{name}  {key}" if key else name)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(key)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.refresh)
        self.field.textEdited.connect(self._on_typed)
        self._is_typed = False
        self.field.installEventFilter(self)
        self.list = ChoiceList(self._model, name, self)
        self.list.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Search again, and stand on the best line."""
        self._model.set_choices(self._search(self.field.text()))
        if self.field.text():
            self.list.setCurrentIndex(self._model.index(0))
        if self._is_typed:
            self._is_typed = False
            self._tell_found()

    def reset(self) -> None:
        """As if nothing had ever been typed: clearing alone would keep it for undo."""
        self.field.setText("")
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that belong to the list go there, though the field has the focus."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
                return not self.field.isUndoAvailable()  # with nothing typed, the key belongs to the visit
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        """Qt says so before it says that the text is another one; what is found then is to be heard."""
        self._is_typed = True

    def _tell_found(self) -> None:
        """How many lines fit, and the one that Enter takes."""
        first = self._model.choice(0)
        if first is None:
            announce(self.field, self.list.nothing)
        elif self.field.text():
            hits = self.tr("%n Treffer", "", self._model.rowCount())
            announce(self.field, self.tr("{hits}: {first}").format(hits=hits, first=first.spoken))

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in _LIST_KEYS:
            self._move(event)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            if self.field.text():
                self.field.setText("")  # clearing alone would keep it for undo
            else:
                self.left.emit()
            return True
        return False

    def _move(self, event: QKeyEvent) -> None:
        """By lines; by pages, or by groups where there are any."""
        at = self.list.currentIndex().row()
        group = self._model.heading_beside(at, forward=event.key() == Qt.Key.Key_PageDown)
        if event.key() in _PAGE_KEYS and group is not None:
            self.list.setCurrentIndex(self._model.index(group))
            self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
        elif at >= 0:
            self.list.keyPressEvent(event)
        else:
            self.list.setCurrentIndex(self._model.index(0))
        current = self._model.choice(self.list.currentIndex().row())
        if current is not None:
            announce(self.field, current.spoken)

    def _choose(self, index: QModelIndex) -> None:
        choice = self._model.choice(index.row()) if index.isValid() else None
        if choice is not None:
            self.chosen.emit(choice.thing)

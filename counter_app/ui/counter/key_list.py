"""All keys at a glance."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from counter_app.ui.counter.headings import heading

LONGEST_LINE = 48
"""Letters of a text that stands on one line."""
Line = tuple[str, str]
"""A key, and what it does."""
_LIST = ("Ctrl+L", "Ctrl+U", "Ctrl+R")
_FAVOURITES = ("F5", "F6", "F7", "F8")
_SCREEN = ("F9", "F11", "F12", "Ctrl+K", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+F", *_FAVOURITES)
_CASES = tuple(f"Ctrl+{digit}" for digit in range(1, 10))
_PERSONS = tuple(f"Ctrl+Shift+{digit}" for digit in range(1, 10))
_PEOPLE = ("Ctrl+D", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+O", "Ctrl+Shift+R", "Ctrl+Shift+D", *_PERSONS)


class KeyList(QDialog):
    """The keys of the window, made from the actions themselves; Esc or Enter closes.

    Args:
        others: keys that belong to lists and questions, with what they do.
        favourites: what the favourites say, in their order.
    """

    def __init__(
        self, actions: Sequence[QAction], others: Sequence[Line], parent: QWidget, *, favourites: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tasten"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._said = dict(zip(_FAVOURITES, favourites, strict=False))
        page = self._page(actions, others)
        area = QScrollArea(self)
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setWidget(page)
        close = QPushButton(self.tr("Schließen"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        available = parent.size()
        if page.sizeHint().width() + 80 > available.width() - 64:  # large text: one below the other
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
        width = min(page.sizeHint().width() + 80, available.width() - 64)
        height = max(page.sizeHint().height(), page.heightForWidth(width - 80))
        self.resize(width, min(height + 120, available.height() - 64))
        close.setFocus()

    def _page(self, actions: Sequence[QAction], others: Sequence[Line]) -> QWidget:
        """Two columns: the visit; and the list, with what the customer sees."""
        page = QWidget(self)
        columns = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        columns.setSpacing(32)
        on_list = [action for action in actions if _key(action) in _LIST]
        on_screen = [action for action in actions if _key(action) in _SCREEN]
        on_people = [action for action in actions if _key(action) in _PEOPLE]
        in_visit = [action for action in actions if action not in {*on_list, *on_screen, *on_people}]
        visit = (self.tr("Besuch"), [*self._lines(in_visit)])
        people = (self.tr("Mehrere Personen"), [*self._lines(on_people)])
        papers = (self.tr("Liste"), [*self._lines(on_list), *others])
        screen = (self.tr("Kundenbildschirm und Sätze"), [*self._lines(on_screen)])
        for groups in ((visit, people), (papers, screen)):
            columns.addLayout(_column(groups, page), 1)
        return page

    def _lines(self, actions: Sequence[QAction]) -> Iterator[Line]:
        """One line for each; the typical cases share one, and so do the persons."""
        shared = {
            _CASES: self.tr("Typischer Fall 1 bis {last}"),
            _PERSONS: self.tr("Person 1 bis {last}"),
        }
        for row, same in groupby(actions, key=_row):
            members = [*same]
            if row and len(members) > 1:
                first, last = _native(members[0]), _native(members[-1]).rpartition("+")[2]
                text = shared[row].format(last=len(members))
                yield self.tr("{first} … {last}").format(first=first, last=last), text
                continue
            for action in members:
                yield _native(action), self._said.get(_key(action), action.text())


def _key(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)


def _row(action: QAction) -> tuple[str, ...]:
    """The keys among which it is one of many; none where it stands alone."""
    return next((keys for keys in (_CASES, _PERSONS) if _key(action) in keys), ())


def _native(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _column(groups: Sequence[tuple[str, Sequence[Line]]], page: QWidget) -> QGridLayout:
    """Groups one below the other, each with its name."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for name, lines in groups:
        row = grid.rowCount()
        grid.addWidget(heading(name, page), row, 0, 1, 2)
        for place, (key, text) in enumerate(lines, start=row + 1):
            grid.addWidget(_label(key, page, strong=True), place, 0)
            grid.addWidget(_label(text, page), place, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _label(text: str, parent: QWidget, *, strong: bool = False) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(len(text) > LONGEST_LINE)  # one that wraps asks for more height than it needs
    if strong:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label

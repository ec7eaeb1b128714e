"""All papers of all who came together, at a glance."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from counter_app.domain.folder import Folder
from counter_app.domain.list_row import ListRow
from counter_app.domain.visit import Visit
from counter_app.ui.counter.matrix_model import MatrixModel
from counter_app.ui.counter.people_words import PeopleWords
from counter_app.ui.counter.row_words import RowWords
from counter_app.ui.shared.icons import icon

MARGIN = 64
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class MatrixDialog(QDialog):
    """Papers in the order of the folder, a column for each person; Enter goes to the paper, Esc closes.

    Signals:
        paper_wanted: the number of the person, the id of the paper (empty where it is not on the person's list).
    """

    paper_wanted = Signal(int, str)

    def __init__(self, folder: Folder, visit: Visit, words: PeopleWords, rows: RowWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Übersicht: Personen und Unterlagen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self._rows = rows
        self._model = self._new_model(folder, visit)
        self.table = self._table(parent.width() // 5 * 2)
        self._close = QPushButton(self.tr("Schließen"), self)
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self._fit(parent)
        self.table.setCurrentIndex(self._model.index(0, visit.at))
        self.table.setFocus()

    def show_visit(self, folder: Folder, visit: Visit) -> None:
        """Follow what a step changed, at the same place."""
        now, before = self.table.currentIndex(), self._model
        self._model = self._new_model(folder, visit)
        self.table.setModel(self._model)
        self.table.setCurrentIndex(self._model.index(now.row(), now.column()))
        before.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the table goes to the paper."""
        if event.key() in _ENTER and self.table.hasFocus():
            self._go(self.table.currentIndex())
        else:
            super().keyPressEvent(event)

    def _new_model(self, folder: Folder, visit: Visit) -> MatrixModel:
        words = self._words
        names = tuple(
            "\n".join((words.number(person), words.roles[person.role], words.state(person))) for person in visit.people
        )
        return MatrixModel(folder, names, self._rows.state_word, self._icon, self)

    def _table(self, widest: int) -> QTableView:
        """``widest``: pixels that the names of the papers may take."""
        side = self.fontMetrics().height()
        table = QTableView(self)
        table.setModel(self._model)
        table.setAccessibleName(self.windowTitle())
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setIconSize(QSize(side, side))
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setMaximumWidth(widest)
        table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        table.doubleClicked.connect(self._go)
        return table

    def _fit(self, parent: QWidget) -> None:
        """As large as the table, and no larger than the window."""
        table = self.table
        names = min(table.verticalHeader().sizeHint().width(), table.verticalHeader().maximumWidth())
        width = names + table.horizontalHeader().length()
        height = table.horizontalHeader().sizeHint().height() + table.verticalHeader().length()
        frame = self._close.sizeHint().height() + MARGIN
        self.resize(min(width + MARGIN, parent.width() - MARGIN), min(height + frame, parent.height() - MARGIN))

    def _icon(self, row: ListRow) -> QIcon:
        """The sign of a state; in the cell one is at, in the colour of its word."""
        name, side = str(row.tick.state), 2 * self.fontMetrics().height()
        drawn = icon(name, self.palette().color(QPalette.ColorRole.Text))
        chosen = icon(name, self.palette().color(QPalette.ColorRole.HighlightedText))
        drawn.addPixmap(chosen.pixmap(side, side), QIcon.Mode.Selected)
        return drawn

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._model.row_at(index)
            self.accept()
            self.paper_wanted.emit(self._model.number_at(index), row.document.id if row else "")

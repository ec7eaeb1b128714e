"""The papers of all who came together, as a table."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.domain.folder import Folder
from counter_app.domain.list_row import ListRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Papers one below the other, people side by side.

    Args:
        people: what the people are called, and how they stand; in the order of the folder's members.
        state: a row's state in a word.
        icon: what is drawn for a state.
    """

    def __init__(
        self,
        folder: Folder,
        people: tuple[str, ...],
        state: Callable[[ListRow], str],
        icon: Callable[[ListRow], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._people = people
        self._state = state
        self._icon = icon

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many papers."""
        return 0 if parent.isValid() else len(self._folder.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many people."""
        return 0 if parent.isValid() else len(self._folder.members)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell: by shape and word."""
        if not self.checkIndex(index, QAbstractTableModel.CheckIndexOption.IndexIsValid):
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "–" if row is None else self._state(row)
            case Qt.ItemDataRole.DecorationRole:
                return None if row is None else self._icon(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, row)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Papers at the side, people on top."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._people[section]
        return self._folder.lines[section].document.name.german

    def row_at(self, index: Index) -> ListRow | None:
        """The row behind a cell; None where the paper is not on the person's list."""
        return self._folder.lines[index.row()].rows[index.column()]

    def number_at(self, index: Index) -> int:
        """The number of the person whose cell it is."""
        return self._folder.members[index.column()].companion.number

    def _spoken(self, index: Index, row: ListRow | None) -> str:
        paper = self._folder.lines[index.row()].document.name.german
        person = self._people[index.column()].replace("\n", ", ")
        state = self.tr("nicht auf der Liste") if row is None else self._state(row)
        return f"{paper}, {person}, {state}"

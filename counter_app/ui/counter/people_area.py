"""Everything about those who came together: the strip, the choice of a role, the table of all papers."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.family import MOST_PEOPLE
from counter_app.domain.family_sheets import family_folder
from counter_app.domain.folder import Folder
from counter_app.domain.role import Role
from counter_app.domain.visit import Visit
from counter_app.ui.counter.matrix_dialog import MatrixDialog
from counter_app.ui.counter.people_strip import PeopleStrip
from counter_app.ui.counter.people_words import PeopleWords
from counter_app.ui.counter.role_panel import RolePanel
from counter_app.ui.counter.row_words import RowWords

Key = tuple[str, str, Callable[[], object]]
"""A key, what it does in words, and what it does."""


class PeopleArea(QWidget):
    """Stands below the top bar; takes no room while one person is alone and nobody comes.

    Signals:
        added, role_chosen: a `Role`. person_wanted: the number of a person. beside_wanted: how many places further.
        removal_wanted: the number of a person. paper_wanted: the number of a person, the id of a paper or nothing.
        left: nothing was chosen. advised: a sentence about what to do first.
    """

    added = Signal(object)
    role_chosen = Signal(object)
    person_wanted = Signal(int)
    beside_wanted = Signal(int)
    removal_wanted = Signal(int)
    paper_wanted = Signal(int, str)
    left = Signal()
    advised = Signal(str)

    def __init__(self, content: Content, rows: RowWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._rows = rows
        self._window = parent
        self._visit = Visit()
        self._is_adding = True
        self.words = PeopleWords(self)
        self.strip = PeopleStrip(self.words, self)
        self.roles = RolePanel(self.words, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.strip)
        layout.addWidget(self.roles)
        self._connect()
        self.hide()

    @property
    def keys(self) -> Iterator[Key]:
        """The keys for people."""
        yield "Ctrl+D", self.tr("Weitere Person"), self.add
        yield "Ctrl+Tab", self.tr("Nächste Person der Familie"), lambda: self.beside_wanted.emit(1)
        yield "Ctrl+Shift+Tab", self.tr("Vorige Person der Familie"), lambda: self.beside_wanted.emit(-1)
        yield "Ctrl+O", self.tr("Übersicht: Personen und Unterlagen"), self.show_matrix
        yield "Ctrl+Shift+R", self.tr("Rolle der Person ändern"), self.change_role
        yield "Ctrl+Shift+D", self.tr("Person entfernen"), self.remove
        for number in range(1, MOST_PEOPLE + 1):
            yield f"Ctrl+Shift+{number}", self.tr("Person {number}").format(number=number), self._person(number)

    def show_visit(self, visit: Visit) -> None:
        """Show the people as they stand."""
        before, self._visit = self._visit, visit
        self.strip.show_visit(visit)
        if visit.person.number != before.person.number or visit.is_empty:
            self.roles.close_panel()
        self._take_room()
        self._renew_matrix()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self.strip.tab_stops(), *self.roles.tab_stops()]

    def add(self) -> None:
        """Ask who comes along."""
        self._is_adding = True
        self._open(self.tr("Wer kommt dazu?"))

    def change_role(self) -> None:
        """Ask who the person at hand is."""
        self._is_adding = False
        name = self.words.number(self._visit.person)
        self._open(self.tr("Wer ist {person}?").format(person=name), self._visit.person.role)

    def remove(self) -> None:
        """The person at hand does not belong to the visit."""
        self.removal_wanted.emit(self._visit.person.number)

    def close_panel(self) -> None:
        """Nobody chooses a role any more."""
        self.roles.close_panel()
        self._take_room()

    def show_matrix(self) -> None:
        """All papers of all people, for a while in front of everything."""
        folder = self._folder()
        if not folder.lines:
            self.advised.emit(self.tr("Bitte zuerst das Anliegen wählen (F3)."))
            return
        dialog = MatrixDialog(folder, self._visit, self.words, self._rows, self._window)
        dialog.finished.connect(self._window.activateWindow)
        dialog.paper_wanted.connect(self.paper_wanted)
        dialog.open()

    def _folder(self) -> Folder:
        return family_folder(self._visit, self._content.office.folder_order)

    def _renew_matrix(self) -> None:
        """A table that is open follows the visit, and ends with it."""
        for dialog in self._window.findChildren(MatrixDialog):
            if (folder := self._folder()).lines:
                dialog.show_visit(folder, self._visit)
            else:
                dialog.reject()

    def _connect(self) -> None:
        self.strip.person_wanted.connect(self.person_wanted)
        self.strip.add_wanted.connect(self.add)
        self.strip.role_wanted.connect(self.change_role)
        self.strip.removal_wanted.connect(self.remove)
        self.strip.matrix_wanted.connect(self.show_matrix)
        self.roles.chosen.connect(self._on_role)
        self.roles.left.connect(self._on_left)

    def _open(self, question: str, current: Role | None = None) -> None:
        self.show()
        self.roles.open_panel(question, current)

    def _on_role(self, role: Role) -> None:
        self._take_room()
        (self.added if self._is_adding else self.role_chosen).emit(role)

    def _on_left(self) -> None:
        self._take_room()
        self.left.emit()

    def _person(self, number: int) -> Callable[[], None]:
        return lambda: self.person_wanted.emit(number)

    def _take_room(self) -> None:
        self.setVisible(not (self.strip.isHidden() and self.roles.isHidden()))

"""Those who came together, side by side; there only while there is more than one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.visit import Person, RowState, Visit
from counter_app.ui.counter.headings import forget_widget
from counter_app.ui.counter.people_words import PeopleWords
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.flow_layout import FlowLayout


class PeopleStrip(QFrame):
    """One button for each person, the one at hand pressed; then what can be done with people.

    Signals:
        person_wanted: the number of a person. add_wanted, role_wanted, removal_wanted, matrix_wanted.
    """

    person_wanted = Signal(int)
    add_wanted = Signal()
    role_wanted = Signal()
    removal_wanted = Signal()
    matrix_wanted = Signal()

    def __init__(self, words: PeopleWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._people: list[IconButton] = []
        self._actions = (
            self._action("add_person", self.tr("Weitere Person"), self.tr("Strg+D"), self.add_wanted.emit),
            self._action("matrix", self.tr("Übersicht"), self.tr("Strg+O"), self.matrix_wanted.emit),
            self._action("role", self.tr("Rolle"), self.tr("Strg+Umschalt+R"), self.role_wanted.emit),
            self._action("close", self.tr("Entfernen"), self.tr("Strg+Umschalt+D"), self.removal_wanted.emit),
        )
        self._flow = FlowLayout(self, spacing=4)
        self._flow.setContentsMargins(16, 0, 16, 0)
        for button in self._actions:
            self._flow.addWidget(button)
        self.hide()

    def show_visit(self, visit: Visit) -> None:
        """Show the people as they stand; the buttons stay as long as it is the same number of people."""
        people = visit.people if visit.is_family else ()
        if len(people) != len(self._people):
            self._renew(len(people))
        for place, (button, person) in enumerate(zip(self._people, people, strict=True)):
            self._show_person(button, person, is_at_hand=place == visit.at)
        self.setVisible(bool(people))

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self._people, *self._actions]

    def _show_person(self, button: IconButton, person: Person, *, is_at_hand: bool) -> None:
        button.show_icon(_icon(person))
        button.show_text(f"{self._words.name(person)}   {self._words.state(person)}")
        button.setAccessibleName(f"{self._words.name(person)}, {self._words.state(person)}")
        button.setAccessibleDescription(self.tr("ist dran") if is_at_hand else "")
        button.setProperty("person", person.number)
        button.setChecked(is_at_hand)

    def _renew(self, count: int) -> None:
        """Take buttons away or make some; the actions stay behind them."""
        for button in [*self._people, *self._actions]:
            self._flow.removeWidget(button)
        while len(self._people) > count:
            forget_widget(self._people.pop())
        while len(self._people) < count:
            self._people.append(self._person())
        for button in [*self._people, *self._actions]:
            self._flow.addWidget(button)
            button.show()

    def _person(self) -> IconButton:
        button = IconButton("open", "", self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._on_person(button))
        return button

    def _on_person(self, button: IconButton) -> None:
        button.setChecked(True)  # whoever is at hand stays so until somebody else is
        self.person_wanted.emit(button.property("person"))

    def _action(self, icon_name: str, text: str, key: str, act: Callable[[], object]) -> IconButton:
        button = IconButton(icon_name, text, self, key=key)
        button.show_words(is_shown=False)
        button.clicked.connect(lambda _=False: act())
        return button


def _icon(person: Person) -> str:
    """The same signs as in the list: something is missing, something is open, all is there."""
    for state in (RowState.MISSING, RowState.UNCLEAR, RowState.OPEN):
        if person.in_state(state):
            return str(state)
    return "present" if person.rows else "open"

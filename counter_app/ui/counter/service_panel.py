"""The matter: found by a few letters, then made this person's by a typical case."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.visit import Visit
from counter_app.search.index import service_index
from counter_app.ui.counter.headings import forget_widget, plain, quiet, strong
from counter_app.ui.shared.buttons import IconButton, WrapButton
from counter_app.ui.shared.picker import Choice, Picker

if TYPE_CHECKING:
    from counter_app.domain.service import Service

MOST_CASES = 6
ALL = 1000
"""More matters than there are."""
LEAST_LINES = 9
"""Height of the list of matters, in lines of text, where room is short; the column around it scrolls."""


class ServicePanel(QWidget):
    """Search for the matter; below it the typical cases of the chosen one.

    Signals:
        service_chosen: id of the matter.
        case_chosen: place of the typical case.
    """

    service_chosen = Signal(str)
    case_chosen = Signal(int)

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = service_index(_grouped(content))
        self._service: Service | None = None
        self._has_facts = False
        self.picker = Picker(self.tr("Anliegen suchen"), self._search, self, key=self.tr("F3"))
        self.picker.chosen.connect(self._on_chosen)
        self.picker.field.textChanged.connect(self._show_what_fits)
        self._name = strong(plain("", self))
        self._law = quiet("", self)
        self._fold = IconButton("next_page", "", self)
        self._fold.setProperty("flat", True)
        self._fold.clicked.connect(self._on_folded)
        self._is_unfolded = False
        self._cases: list[WrapButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.picker)
        for part in (self._name, self._law, self._fold):
            self._layout.addWidget(part)
        self.picker.list.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())
        self.picker.refresh()
        self.show_visit(Visit())

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self.picker.field, self._fold, *self._cases]

    def show_visit(self, visit: Visit) -> None:
        """Show the matter of a visit."""
        if visit.case.service is not self._service or visit.is_empty:
            self._service = visit.case.service
            self.picker.reset()
            self._rebuild_cases()
        self._has_facts = bool(visit.case.facts)
        self._show_what_fits()

    def _search(self, query: str) -> Sequence[Choice]:
        """The best first; while nothing is typed all, group by group."""
        is_empty = not query.strip()
        found = self._index.search(query, ALL if is_empty else 50)
        before = ["", *(service.group.id for service in found)]
        return [
            Choice(
                service.id,
                service.name.german,
                service.law,
                heading=service.group.name.german if is_empty and service.group.id != group else "",
            )
            for service, group in zip(found, before, strict=False)
        ]

    def _on_chosen(self, service_id: object) -> None:
        self.picker.reset()
        self.service_chosen.emit(str(service_id))

    def _show_what_fits(self) -> None:
        """The list while one looks for a matter, the matter once it is known, its cases until something is said."""
        service = self._service
        is_searching = service is None or bool(self.picker.field.text())
        self.picker.list.setVisible(is_searching)
        policy = QSizePolicy.Policy.Expanding if is_searching else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._layout.setStretch(0, int(is_searching))
        self.picker.setSizePolicy(QSizePolicy.Policy.Preferred, policy if is_searching else QSizePolicy.Policy.Fixed)
        self._name.setText(service.name.german if service else "")
        self._law.setText(service.law if service else "")
        for widget in (self._name, self._law):
            widget.setVisible(not is_searching)
        self._show_cases(is_offered=not is_searching and not self._has_facts and bool(self._cases))

    def _show_cases(self, *, is_offered: bool) -> None:
        """They stay folded until they are wanted: the next question has to be in sight."""
        self._fold.setVisible(is_offered)
        self._fold.show_icon("line_up" if self._is_unfolded else "line_down")
        self._fold.show_text(self.tr("Typische Fälle ({count})").format(count=len(self._cases)))
        self._fold.setAccessibleDescription(self.tr("aufgeklappt") if self._is_unfolded else self.tr("zugeklappt"))
        for button in self._cases:
            button.setVisible(is_offered and self._is_unfolded)

    def _on_folded(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_what_fits()

    def _rebuild_cases(self) -> None:
        for button in self._cases:
            forget_widget(button)
        self._is_unfolded = False
        cases = self._service.cases[:MOST_CASES] if self._service else ()
        self._cases = [self._case_button(place, case.name) for place, case in enumerate(cases)]
        for button in self._cases:
            self._layout.addWidget(button)

    def _case_button(self, place: int, name: str) -> WrapButton:
        key = self.tr("Strg+{digit}").format(digit=place + 1)
        button = WrapButton(f"{key}  {name}", name, self)
        button.setAccessibleDescription(key)
        button.clicked.connect(lambda: self.case_chosen.emit(place))
        return button


def _grouped(content: Content) -> "Sequence[Service]":
    """The matters as the customer finds them, too: group by group."""
    return [service for group in content.service_groups.values() for service in content.matters_of(group)]

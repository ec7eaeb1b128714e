"""The clerk's window: everything at hand, everything by a key."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.fact import Asked
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.ui.counter.bottom_bar import BottomBar
from counter_app.ui.counter.change_teller import ChangeTeller
from counter_app.ui.counter.checklist_panel import ChecklistPanel
from counter_app.ui.counter.columns import Columns
from counter_app.ui.counter.day_teller import DayTeller
from counter_app.ui.counter.facts_panel import FactsPanel
from counter_app.ui.counter.heard_strip import HeardStrip
from counter_app.ui.counter.key_list import KeyList
from counter_app.ui.counter.language_panel import LanguagePanel
from counter_app.ui.counter.law_banner import LawBanner
from counter_app.ui.counter.matter_info import MatterInfo
from counter_app.ui.counter.people_area import PeopleArea
from counter_app.ui.counter.phrase_panel import PhrasePanel
from counter_app.ui.counter.scrolled_column import ScrolledColumn
from counter_app.ui.counter.service_panel import MOST_CASES, ServicePanel
from counter_app.ui.counter.sheets_panel import SheetsPanel
from counter_app.ui.counter.shown_line import ShownLine
from counter_app.ui.counter.stand_in import StandIn
from counter_app.ui.counter.top_bar import TopBar
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.message_bar import MessageBar
from counter_app.ui.shared.tab_order import chain

_STAY_AT_SHEETS = frozenset({"F1", "F11", "F12", "Ctrl+B", "Ctrl+N", "Ctrl+P", "Ctrl+,", "Ctrl+PgUp", "Ctrl+PgDown"})
"""Keys that have nothing to do with the list; all others lead back to where it can be seen."""


class CounterWindow(QMainWindow):
    """Builds the parts, gives every action its key, and shows a visit; it decides nothing.

    Signals:
        question_wanted: id of the fact to ask the customer for. customer_screen_toggled, veil_toggled.
        clear_wanted: ask whether everything is clear. list_wanted. language_chosen: tag.
        next_person, sheet_wanted, undo_wanted, settings_wanted. page_wanted: how many pages further on the customer's
            screen. closed: the clerk closed the window.
    """

    question_wanted = Signal(str)
    is_clear_wanted = Signal()
    list_wanted = Signal()
    language_chosen = Signal(str)
    next_person = Signal()
    sheet_wanted = Signal()
    undo_wanted = Signal()
    settings_wanted = Signal()
    customer_screen_toggled = Signal()
    veil_toggled = Signal()
    page_wanted = Signal(int)
    closed = Signal()

    def __init__(self, content: Content, steps: VisitSteps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Schalterlotse"))
        self._visit = Visit()
        self.top = TopBar(content, self)
        self.messages = MessageBar(self)
        self.languages = LanguagePanel(content, self)
        self.heard = HeardStrip(self)
        self.shown = ShownLine(content, self)
        self.services = ServicePanel(content, self)
        self.info = MatterInfo(self)
        self.law = LawBanner(self)
        self.facts = FactsPanel(content, steps, self)
        self.checklist = ChecklistPanel(content, self)
        self.people = PeopleArea(content, self.checklist.words, self)
        self._teller = ChangeTeller(self.checklist.words, self.people.words, self)
        self.phrases = PhrasePanel(content, steps.day, self)
        self.bottom = BottomBar(content, steps.day, self)
        self.sheets = SheetsPanel(content, self)
        self._day_teller = DayTeller(self.people.words, self)
        self._left = ScrolledColumn(self, self.services, self.info, self.facts)
        self._right = ScrolledColumn(self, self.phrases)
        self._middle = self._middle_column()
        self.columns = Columns(
            (
                (self.tr("Anliegen"), self._left, 6),
                (self.tr("Liste"), self._middle, 14),
                (self.tr("Sätze"), self._right, 7),
            ),
            self,
        )
        self._sheets_place = StandIn(self.sheets, (self.columns, self.bottom))
        self._build()
        self._connect()
        self._own_actions = self._make_actions()
        self.addActions(self._own_actions)
        chain(self._tab_stops())

    def sizeHint(self) -> QSize:
        """Fits the smallest office screen."""
        return QSize(1366, 720)

    def show_visit(self, before: Visit, visit: Visit, steps: VisitSteps) -> None:
        """Show a visit as it stands, and say what changed."""
        self._visit = visit
        if visit.is_empty:
            self.languages.close_panel()
        self.top.show_visit(visit)
        self.people.show_visit(visit)
        self.heard.show_visit(visit)
        self.shown.show_visit(visit)
        self.services.show_visit(visit)
        self.info.show_visit(visit)
        self.law.show_visit(visit)
        self.facts.show_visit(visit, steps)
        self.checklist.show_visit(visit, steps.day)
        self.phrases.show_visit(visit, steps.day)
        self.bottom.show_visit(visit, steps.day)
        self.sheets.show_visit(visit)
        chain(self._tab_stops())
        announce(self.checklist, self._teller.told(before, visit))
        if other_day := self._day_teller.told(before, visit):
            self.messages.say(other_day)

    def show_screen(self, *, is_on: bool, is_veiled: bool) -> None:
        """Show whether the customer sees anything."""
        self.top.show_screen(is_on=is_on, is_veiled=is_veiled)
        self.shown.show_screen(is_on=is_on, is_veiled=is_veiled)

    def focus_search(self, typed: str = "") -> None:
        """Ready for the next person.

        Args:
            typed: what was typed before this window was there.
        """
        if typed:
            self.services.picker.field.setText(typed)
        self._go_to(self._left, self.services.picker.field)

    def go_on_with_facts(self) -> None:
        """The matter is known: on with the question that settles most."""
        self.columns.bring_forward(self._left)
        if self.facts.go_on():
            self._left.keep_in_sight()
        else:
            self._focus_list()

    def go_on_with_list(self) -> None:
        """The facts are known: on with the papers."""
        self._focus_list()

    def go_on_with_new_person(self) -> None:
        """Somebody came along: on with the question that settles most, or with the matter."""
        if self._visit.case.service is None:
            self.focus_search()
        else:
            self.go_on_with_facts()

    def go_on_with_person(self, paper: str = "") -> None:
        """Another person is at hand: on where that person stands.

        Args:
            paper: id of the paper to go to.
        """
        if paper:
            self.checklist.turn_to(paper)
        self._on_languages_closed()

    def leave_sheets(self) -> bool:
        """Back from the sheets; whether the clerk could go on where it was before."""
        self.sheets.reset()
        return self._sheets_place.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wanted leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """The Tab key never leads to something that is scrolled out of sight."""
        has_moved = super().focusNextPrevChild(next)
        for area in (self._left, self._right):
            area.keep_in_sight()
        return has_moved

    def closeEvent(self, event: QCloseEvent) -> None:
        """The clerk goes home."""
        super().closeEvent(event)
        self.closed.emit()

    def _build(self) -> None:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.top)
        layout.addLayout(_with_margins(self.messages))
        layout.addWidget(self.languages)
        layout.addWidget(self.people)
        layout.addWidget(self.sheets, 1)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.bottom)
        self.setCentralWidget(page)

    def _middle_column(self) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heard)
        layout.addWidget(self.law)
        layout.addWidget(self.checklist, 1)
        layout.addWidget(self.shown)
        return box

    def _connect(self) -> None:
        self.top.next_person.connect(self.next_person)
        self.top.language_wanted.connect(self._open_languages)
        self.top.screen_toggled.connect(self.customer_screen_toggled)
        self.top.veil_toggled.connect(self.veil_toggled)
        self.top.sheet_wanted.connect(self._want_sheet)
        self.top.sheets_wanted.connect(self._open_sheets)
        self.top.undo_wanted.connect(self.undo_wanted)
        self.top.person_wanted.connect(self._add_person)
        self.top.keys_wanted.connect(self._show_keys)
        self.top.settings_wanted.connect(self.settings_wanted)
        self.languages.chosen.connect(self.language_chosen)
        self.languages.left.connect(self._on_languages_closed)
        self.people.left.connect(self._on_languages_closed)
        self.people.advised.connect(self.messages.say)
        self.sheets.left.connect(self._on_sheets_left)
        self.sheets.advised.connect(self.messages.say)
        self.services.picker.left.connect(self._back)
        self.phrases.picker.left.connect(self._back)
        self.phrases.card.opened.connect(self._on_card_opened)
        self.facts.question_wanted.connect(self.question_wanted)
        self.facts.settled.connect(self._focus_list)
        self.facts.opened.connect(self._left.keep_in_sight)
        self.heard.closed.connect(self._focus_list)
        self.law.closed.connect(self._focus_list)
        self.columns.rearranged.connect(lambda is_wide: self.checklist.show_keys(is_shown=is_wide))
        self.checklist.show_keys(is_shown=self.columns.is_side_by_side)
        self.checklist.list_wanted.connect(self.list_wanted)
        self.bottom.misread.connect(self.messages.say)

    def _make_actions(self) -> list[QAction]:
        cases = [
            (f"Ctrl+{place + 1}", self.tr("Typischer Fall {number}").format(number=place + 1), self._case(place))
            for place in range(MOST_CASES)
        ]
        favourites = [
            (f"F{place + 5}", self.tr("Favorit {number}").format(number=place + 1), self._favourite(place))
            for place in range(4)
        ]
        return [
            self._action(key, text, act)
            for key, text, act in (
                ("F1", self.tr("Diese Liste der Tasten"), self._show_keys),
                ("F2", self.tr("Sprache der Person"), self._open_languages),
                ("F3", self.tr("Anliegen suchen"), self.focus_search),
                ("F4", self.tr("Nächste Frage der Person zeigen"), self._ask_next),
                *favourites,
                ("F9", self.tr("Liste der Person zeigen"), self.list_wanted.emit),
                ("F11", self.tr("Kundenbildschirm ein oder aus"), self.customer_screen_toggled.emit),
                ("F12", self.tr("Vorhang zu oder auf"), self.veil_toggled.emit),
                ("Ctrl+N", self.tr("Nächste Person: alles löschen"), self.next_person.emit),
                ("Ctrl+P", self.tr("Blatt ansehen und drucken"), self._want_sheet),
                ("Ctrl+B", self.tr("Blätter: jedes Blatt in jeder Sprache"), self._open_sheets),
                ("Ctrl+Z", self.tr("Letzten Schritt zurücknehmen"), self.undo_wanted.emit),
                ("Ctrl+F", self.tr("Satz suchen"), self._focus_phrases),
                ("Ctrl+L", self.tr("Zur Liste"), self._go_to_list),
                ("Ctrl+G", self.tr("Zur nächsten Frage"), self._focus_question),
                ("Ctrl+I", self.tr("Ablauf und Hinweise zum Anliegen"), self._toggle_info),
                ("Ctrl+U", self.tr("Unterlage ergänzen"), self._open_papers),
                ("Ctrl+R", self.tr("Rest ist da"), self.checklist.rest_is_present.emit),
                ("Ctrl+T", self.tr("Frist und Termin"), self._focus_dates),
                ("Ctrl+PgUp", self.tr("Kundenbildschirm: eine Seite zurück"), lambda: self.page_wanted.emit(-1)),
                ("Ctrl+PgDown", self.tr("Kundenbildschirm: eine Seite weiter"), lambda: self.page_wanted.emit(1)),
                ("Ctrl+K", self.tr("Fragen: Ist alles klar?"), self.is_clear_wanted.emit),
                ("Ctrl+,", self.tr("Einstellungen dieses Platzes"), self.settings_wanted.emit),
                *self.people.keys,
                *cases,
            )
        ]

    def _action(self, key: str, text: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setAutoRepeat(False)  # a key held a moment too long must not answer its own question
        action.triggered.connect(lambda _: self._act(key, act))
        return action

    def _act(self, key: str, act: Callable[[], object]) -> None:
        if key not in _STAY_AT_SHEETS:
            self.leave_sheets()
        act()

    def _case(self, place: int) -> Callable[[], None]:
        return lambda: self.services.case_chosen.emit(place)

    def _favourite(self, place: int) -> Callable[[], None]:
        return lambda: self.phrases.show_favourite(place)

    def _show_keys(self) -> None:
        others = (
            (self.tr("D F U E"), self.tr("In der Liste: da, fehlt, unklar, entfällt")),
            (self.tr("1 … 7"), self.tr("In der Liste: Grund, warum die Unterlage fehlt")),
            (self.tr("Entf"), self.tr("In der Liste: wieder offen; ergänzte Unterlage entfernen")),
            (self.tr("A  V"), self.tr("In der Liste: Datum des Papiers; Vorschlag")),
            (self.tr("1 … 13"), self.tr("Bei einer Frage: Antwort wählen")),
            (self.tr("A … Z"), self.tr("Bei den Angaben: die nächste öffnen, die so beginnt")),
            (self.tr("Alt+3  Alt+4"), self.tr("Bei den Blättern: Papier A3 oder A4")),
            (self.tr("↑ ↓  Bild ↑ ↓"), self.tr("In Listen: nächste Zeile, nächste Gruppe")),
            (self.tr("Esc"), self.tr("Zurück")),
        )
        dialog = KeyList(self._own_actions, others, self, favourites=self.phrases.favourite_texts)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _open_sheets(self) -> None:
        """Also from among them: from the beginning again."""
        self._sheets_place.come()
        self.languages.close_panel()
        self.people.close_panel()
        self.sheets.open_panel()

    def _want_sheet(self) -> None:
        """The sheet that the clerk is choosing, else that of the visit."""
        if self._sheets_place.is_there:
            self.sheets.look()
        else:
            self.sheet_wanted.emit()

    def _on_sheets_left(self) -> None:
        """A message goes first, as everywhere."""
        if self.messages.text:
            self.messages.close_message()
        elif not self.leave_sheets():
            self._on_languages_closed()

    def _add_person(self) -> None:
        self.leave_sheets()
        self.people.add()

    def _open_languages(self) -> None:
        self.leave_sheets()
        self.people.close_panel()
        self.languages.open_panel()

    def _on_languages_closed(self) -> None:
        """On where the visit stands."""
        if self._visit.case.service is None:
            self.focus_search()
        else:
            self._focus_list()

    def _ask_next(self) -> None:
        checklist = self._visit.case.checklist
        question = checklist.next_question if checklist else None
        if question is None:
            self.messages.say(self.tr("Keine Frage ist offen."))
        elif question.fact.asked is Asked.OFFICE:
            self.messages.say(self.tr("Diese Frage entscheidet das Amt. Bitte links antworten (Strg+G)."))
        else:
            self.question_wanted.emit(question.fact.id)

    def _back(self) -> None:
        """A message goes first, then what the customer said, then a warning; then back to where the visit stands."""
        if self.messages.text:
            self.messages.close_message()
        elif self.heard.text:
            self.heard.hide()
        elif self.law.is_loud:
            self.law.fold()
        elif self._visit.case.service is not None:
            self._focus_list()
        else:
            self.focus_search()

    def _on_card_opened(self) -> None:
        """Something is to be filled: it must be seen, whatever part was in front."""
        self.columns.bring_forward(self._right)
        chain(self._tab_stops())
        self._right.keep_in_sight()

    def _tab_stops(self) -> Iterator[QWidget]:
        """The way of the Tab key: as one reads, part by part."""
        for part in (
            self.top,
            self.messages,
            self.languages,
            self.people,
            self.sheets,
            self.columns,
            self.services,
            self.info,
            self.facts,
            self.heard,
            self.law,
            self.checklist,
            self.phrases,
            self.bottom,
        ):
            yield from part.tab_stops()

    def _focus_phrases(self) -> None:
        self._go_to(self._right, self.phrases.picker.field)

    def _go_to_list(self) -> None:
        if self._has_matter():
            self._focus_list()

    def _focus_dates(self) -> None:
        if self._has_matter():
            self.bottom.focus_deadline()

    def _has_matter(self) -> bool:
        """Whether there is something to go to; says what to do first where there is not."""
        if self._visit.case.service is None:
            self.messages.say(self.tr("Bitte zuerst das Anliegen wählen (F3)."))
        return self._visit.case.service is not None

    def _focus_list(self) -> None:
        self.leave_sheets()
        self.columns.bring_forward(self._middle)
        self.checklist.focus_row()

    def _focus_question(self) -> None:
        self.go_on_with_facts()

    def _toggle_info(self) -> None:
        if self._has_matter():
            self.info.toggle()
            if self.info.is_unfolded:
                self._go_to(self._left, self.info.fold)
            else:
                self._focus_list()

    def _open_papers(self) -> None:
        if self._has_matter():
            self.columns.bring_forward(self._middle)
            self.checklist.open_papers()

    def _go_to(self, part: QWidget, widget: QWidget) -> None:
        self.leave_sheets()
        self.columns.bring_forward(part)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(part, ScrolledColumn):
            part.keep_in_sight()


def _with_margins(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(8, 0, 8, 0)
    layout.addWidget(widget)
    return layout

"""Connects the visit with the windows of both sides; here and nowhere else pages meet."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError
from counter_app.domain.family_sheets import family_orders
from counter_app.domain.sheet_offer import SheetWish, offered_order
from counter_app.domain.visit import IsClear, Papers, Scene, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import sheet_order
from counter_app.ui.clipboard_watch import ClipboardWatch
from counter_app.ui.counter.counter_window import CounterWindow
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.customer_screen import CustomerScreen
from counter_app.ui.idle_watch import IdleWatch
from counter_app.ui.people_desk import PeopleDesk
from counter_app.ui.screens import ScreenWatch
from counter_app.ui.shared.message_bar import Weight
from counter_app.ui.sheet_desk import PrintJob, Says, SheetDesk
from counter_app.ui.visit_desk import VisitDesk


class FrontDesk(QObject):
    """One visit after the other.

    Args:
        today: the day in the office's own calendar. clock: seconds of a clock that never jumps.
    """

    def __init__(
        self,
        content: Content,
        screens: ScreenWatch,
        sheets: SheetDesk,
        today: Callable[[], date],
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._content = content
        self.sheets = sheets
        self._today = today
        self._question = ""
        self.desk = VisitDesk(content, today, self)
        self.counter = CounterWindow(content, self.desk.steps)
        self.customer = CustomerWindow(content)
        self.screen = CustomerScreen(self.customer, self.counter, screens, self)
        self.idle = IdleWatch(content.office.counter, clock, self)
        self._clipboard = ClipboardWatch(self)
        self._connect_visit()
        self._connect_counter()
        self._people = PeopleDesk(self.desk, self.counter, self)
        self._connect_customer()
        self._give_keys(self.customer)
        self._give_keys(sheets.window)
        self._show_screen()

    def start(self, typed: str = "", chosen: str = "") -> None:
        """Open the windows, ready for the first person.

        Args:
            typed: what was typed into the search for matters before. chosen: id of the matter that was chosen there.
        """
        self.screen.start()
        self._show_screen()
        self.counter.activateWindow()
        self.counter.focus_search(typed)
        if chosen:
            self._choose_service(chosen)

    def come_forward(self) -> None:
        """Somebody started the program once more."""
        self.counter.setWindowState(self.counter.windowState() & ~Qt.WindowState.WindowMinimized)
        self.counter.raise_()
        self.counter.activateWindow()
        QApplication.alert(self.counter)  # where the system does not let a window come forward

    def tell(self, trouble: CounterError) -> None:
        """Say what is wrong, what to do next, and where."""
        place = f"\n{trouble.where}" if trouble.where else ""
        self.counter.messages.say(f"{trouble.detail}{place}", Weight.WARNING)

    def tell_crash(self) -> None:
        """Say that something failed which nobody expected."""
        text = self.tr("Ein Fehler im Programm. Der Besuch geht weiter; bitte prüfen Sie den letzten Schritt.")
        self.counter.messages.say(text, Weight.WARNING)

    def close(self) -> None:
        """Forget the person and close both windows."""
        self._end()
        self.idle.stop()
        self.screen.close()
        self.counter.close()

    # The visit

    def _connect_visit(self) -> None:
        self.desk.changed.connect(self._on_changed)
        self.desk.refused.connect(self._on_refused)
        self.idle.veiled.connect(self._on_idle)
        self.idle.active.connect(self._on_back)
        self.idle.over.connect(self._end)  # a veil that the clerk drew stays: the clerk has gone, too
        self.screen.changed.connect(self._show_screen)
        self.sheets.printed.connect(self._on_printed)
        self.sheets.closed.connect(self.counter.activateWindow)

    def _on_refused(self, error: CounterError) -> None:
        """The clerk reads what to do; where in the program it came from helps nobody."""
        self.counter.messages.say(error.detail, Weight.WARNING)

    def _on_changed(self, before: Visit, visit: Visit) -> None:
        if self.counter.messages.is_asking:  # whoever goes on working has answered
            self.counter.messages.clear()
            self.screen.hold_back(is_held=False)
        self.counter.show_visit(before, visit, self.desk.steps)
        self.customer.show_visit(visit)
        self.idle.start()

    def _on_printed(self, says: Says) -> None:
        """Only slips say what was found; any other sheet changes nothing of the visit."""
        match says:
            case Says.PERSON:
                self.desk.take(VisitSteps.printed)
            case Says.FAMILY:
                self.desk.take(VisitSteps.family_printed)
            case Says.NOBODY:
                self.counter.leave_sheets()

    def _on_idle(self, seconds_left: int) -> None:
        self.screen.count_down(seconds_left)
        self.counter.top.show_idle(seconds_left)

    def _on_back(self) -> None:
        self.screen.count_down(None)
        self.counter.top.show_idle(None)

    def _next_person(self) -> None:
        """Wipe the customer's screen at once; ask once if something would be lost that is not on paper."""
        if self.desk.visit.has_unprinted and not self._has_asked:
            self._ask_whether_to_wipe()
        else:
            self._welcome_next()

    def _welcome_next(self) -> None:
        """Forget the person; the next one is to see the languages, whatever was veiled before."""
        self._end()
        self.screen.draw_veil(is_drawn=False)

    def _ask_whether_to_wipe(self) -> None:
        """The customer's screen shows nothing and takes no tap until the clerk has answered."""
        self.customer.show_visit(Visit())
        self.screen.hold_back(is_held=True)
        self.screen.uncover_counter()
        count = sum(len(slip.missing) + len(slip.unclear) for slip in self.desk.visit.unprinted)
        if count:
            text = self.tr("%n Unterlage(n) stehen noch auf keinem gedruckten Blatt. Wirklich löschen?", "", count)
        else:
            text = self.tr("Frist oder Termin stehen noch auf keinem gedruckten Blatt. Wirklich löschen?")
        wipe, stay = self.tr("Trotzdem löschen  Strg+N"), self.tr("Weiter mit diesem Besuch")
        self.counter.messages.ask(text, wipe, stay, self._welcome_next, self._on_stayed)
        self._question = text
        self.counter.activateWindow()  # the preview may have had the keyboard

    @property
    def _has_asked(self) -> bool:
        """Whether this very question waits for its answer: pressing the key again is one."""
        return self.counter.messages.is_asking and self.counter.messages.text == self._question

    def _on_stayed(self) -> None:
        """The visit goes on; the customer's screen comes back, and so does the preview."""
        self.customer.show_visit(self.desk.visit)
        self.screen.hold_back(is_held=False)
        self.counter.go_on_with_list()
        self.sheets.come_forward()

    def _end(self) -> None:
        """Forget the person: facts, answers, preview, search, undo, clipboard. The customer's screen comes first."""
        self.customer.show_visit(Visit())
        self.sheets.forget()
        self.counter.bottom.forget()  # first: what is typed there must not reach the next visit
        self.desk.end()
        self.counter.messages.clear()
        self.counter.show_visit(Visit(), Visit(), self.desk.steps)
        self._clipboard.wipe()
        self.idle.stop()
        self.screen.hold_back(is_held=False)
        self.counter.focus_search()

    # The clerk

    def _connect_counter(self) -> None:
        counter, take = self.counter, self.desk.take
        counter.next_person.connect(self._next_person)
        counter.language_chosen.connect(lambda tag: take(VisitSteps.language_chosen, tag))
        counter.undo_wanted.connect(lambda: take(VisitSteps.undone))
        counter.sheet_wanted.connect(self._show_sheet)
        counter.sheets.wanted.connect(self._show_wished_sheet)
        counter.customer_screen_toggled.connect(self.screen.toggle)
        counter.veil_toggled.connect(self.screen.toggle_veil)
        counter.page_wanted.connect(self.customer.turn_page)
        counter.question_wanted.connect(lambda fact: take(VisitSteps.asked, fact))
        counter.list_wanted.connect(lambda: take(VisitSteps.shown, Papers()))
        counter.is_clear_wanted.connect(lambda: take(VisitSteps.shown, IsClear()))
        counter.services.service_chosen.connect(self._choose_service)
        counter.services.case_chosen.connect(self._choose_case)
        counter.facts.told.connect(lambda fact, values: take(VisitSteps.fact_told, fact, values))
        counter.facts.taken_back.connect(lambda fact: take(VisitSteps.fact_taken_back, fact))
        counter.facts.assumption_toggled.connect(lambda fact: take(VisitSteps.assumption_toggled, fact))
        counter.checklist.ticked.connect(lambda paper, tick: take(VisitSteps.ticked, paper, tick))
        counter.checklist.paper_added.connect(lambda paper: take(VisitSteps.paper_added, paper))
        counter.checklist.paper_removed.connect(lambda paper: take(VisitSteps.paper_removed, paper))
        counter.checklist.paper_dated.connect(lambda paper, day: take(VisitSteps.paper_dated, paper, day))
        counter.checklist.rest_is_present.connect(lambda: take(VisitSteps.rest_is_present))
        counter.phrases.sentence_wanted.connect(lambda sentence: take(VisitSteps.shown, sentence))
        counter.bottom.deadline_entered.connect(lambda day: take(VisitSteps.deadline_set, day))
        counter.bottom.appointment_entered.connect(lambda moment: take(VisitSteps.appointment_set, moment))

    def _choose_service(self, service: str) -> None:
        if self.desk.take(VisitSteps.service_chosen, service):
            self.counter.go_on_with_facts()

    def _choose_case(self, place: int) -> None:
        if self.desk.take(VisitSteps.typical_case_chosen, place):
            self.counter.go_on_with_list()

    def _show_sheet(self) -> None:
        self.counter.bottom.take_over()
        jobs = [*self._print_jobs(self.desk.visit)]
        if jobs:
            self.sheets.show(*jobs)
        else:
            self.counter.messages.say(self.tr("Bitte zuerst das Anliegen wählen (F3)."))

    def _print_jobs(self, visit: Visit) -> Iterator[PrintJob]:
        """What the sheet of a visit can be: of a family first all sheets with the cover, then that of one person."""
        orders = family_orders(visit, self._content) if visit.is_family else ()
        if orders:
            yield PrintJob(self.tr("Alle Personen mit Deckblatt"), orders, Says.FAMILY)
        if order := sheet_order(visit, self._content):
            name = self.counter.people.words.name(visit.person)
            alone = self.tr("Nur {person}").format(person=name)
            yield PrintJob(alone if visit.is_family else order.definition.title.german, (order,), Says.PERSON)

    def _show_wished_sheet(self, wish: SheetWish) -> None:
        order = offered_order(self._content, wish, self.desk.visit.case, self._today())
        self.sheets.show(PrintJob(order.definition.title.german, (order,)))

    # The customer

    def _connect_customer(self) -> None:
        customer, take = self.customer, self.desk.take
        customer.language_chosen.connect(lambda tag: take(VisitSteps.language_chosen, tag))
        customer.scene_wanted.connect(self._show_scene)
        customer.service_tapped.connect(lambda service: take(VisitSteps.service_tapped, service))
        customer.fact_answered.connect(lambda values: take(VisitSteps.fact_answered, values))
        customer.phrase_answered.connect(lambda answer: take(VisitSteps.phrase_answered, answer))
        customer.said.connect(lambda text: take(VisitSteps.said, text))

    def _show_scene(self, scene: Scene) -> None:
        self.desk.take(VisitSteps.shown, scene)

    def _give_keys(self, window: QWidget) -> None:
        """Veil, customer's screen and next person work wherever the clerk's keyboard is."""
        for key, act in (
            ("F11", self.screen.toggle),
            ("F12", self.screen.toggle_veil),
            ("Ctrl+N", self._next_person),
        ):
            QShortcut(QKeySequence(key), window).activated.connect(act)

    def _show_screen(self) -> None:
        self.counter.show_screen(is_on=self.screen.is_on, is_veiled=self.screen.is_veiled)

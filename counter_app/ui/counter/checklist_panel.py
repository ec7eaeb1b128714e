"""The list of this person's papers, with the numbers both sides point at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN, Language
from counter_app.domain.visit import ListRow, RowState, Visit
from counter_app.search.index import document_index
from counter_app.ui.counter.empty_list import EmptyList
from counter_app.ui.counter.headings import forget_widget, heading, quiet
from counter_app.ui.counter.list_row import RowWidget
from counter_app.ui.counter.paper_day import PaperDayEntry
from counter_app.ui.counter.row_list import RowList
from counter_app.ui.counter.row_words import RowWords
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.flow_layout import FlowLayout
from counter_app.ui.shared.picker import Choice, Picker

PROGRESS_PX = 4


class ChecklistPanel(QWidget):
    """The rows, and what can be done with all of them.

    Signals:
        ticked: id of a paper, its `Tick`. paper_added, paper_removed: id of a paper.
        paper_dated: id of a paper, the day that stands on it or None.
        rest_is_present: all others are there. list_wanted: the customer should see the list.
    """

    ticked = Signal(str, object)
    paper_added = Signal(str)
    paper_removed = Signal(str)
    paper_dated = Signal(str, object)
    rest_is_present = Signal()
    list_wanted = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.words = RowWords(content, self)
        self._rows: dict[str, RowWidget] = {}
        self._language: Language | None = None
        self._current = ""
        self._person = 1
        self._papers = document_index(content.documents.values())
        self._title = heading("", self)
        self._count = quiet("", self)
        self._progress = self._new_progress()
        self._add = IconButton("add", self.tr("Unterlage"), self, key=self.tr("Strg+U"))
        self._rest = IconButton("present", self.tr("Rest ist da"), self, key=self.tr("Strg+R"))
        self._show = IconButton("list", self.tr("Liste zeigen"), self, key=self.tr("F9"))
        self._buttons = (self._add, self._rest, self._show)
        self._add.clicked.connect(self.open_papers)
        self._rest.clicked.connect(self.rest_is_present)
        self._show.clicked.connect(self.list_wanted)
        self.papers = Picker(self.tr("Unterlage suchen und ergänzen"), self._search, self)
        self.papers.chosen.connect(self._on_paper_chosen)
        self.papers.left.connect(self._close_papers)
        self.papers.hide()
        self.paper_day = PaperDayEntry(self.words.papers, self)
        self.paper_day.entered.connect(self._on_day_entered)
        self.paper_day.left.connect(self.focus_row)
        self._today = date.min
        self._actions = QWidget(self)
        self._empty = EmptyList(self)
        self._list = RowList(self)
        self._build()
        self.show_visit(Visit())

    def show_visit(self, visit: Visit, today: date | None = None) -> None:
        """Show the rows as they stand; a row that did not change is left alone."""
        self._today = today or self._today
        service = visit.case.service
        language = self._content.language(visit.language) if visit.language not in {"", GERMAN} else None
        has_new_language = language != self._language
        self._language = language
        self._title.setText(service.name.german if service else "")
        self._show_count(visit)
        self._empty.setVisible(service is None)
        for part in (self._title, self._actions, self._list):
            part.setVisible(service is not None)
        if service is None or visit.person.number != self._person:  # somebody else's list begins where it is open
            self._current = ""
            self._hide_papers()
        self._person = visit.person.number
        self._show_rows(visit.rows, has_new_language=has_new_language)

    def show_keys(self, *, is_shown: bool) -> None:
        """Leave the keys on the buttons away where room is short."""
        for button in self._buttons:
            button.show_key(is_shown=is_shown)

    def focus_row(self) -> None:
        """Go to the row the clerk was at, or to the first that is open; before there is a list nowhere."""
        open_rows = [name for name, row in self._rows.items() if row.row.tick.state is RowState.OPEN]
        name = self._current if self._current in self._rows else next(iter([*open_rows, *self._rows]), "")
        if name:
            self._rows[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_to(self, document: str) -> None:
        """Be at the row of a paper, if it is on the list."""
        if document in self._rows:
            self._current = document
            self._set_tab_stop()

    def open_papers(self) -> None:
        """Look for one more paper."""
        self.papers.reset()
        self.papers.show()
        self.papers.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self._buttons, self.papers.field, *self.paper_day.tab_stops(), *self._rows.values()]

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._count.setWordWrap(False)
        self._count.setSizePolicy(QLabel().sizePolicy())
        flow = FlowLayout(self._actions)
        for button in self._buttons:
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._progress)
        layout.addWidget(self._actions)
        layout.addWidget(self.papers)
        layout.addWidget(self.paper_day)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._list, 1)

    def _new_progress(self) -> QProgressBar:
        """How much is settled, as a thin line; the words beside it say the same."""
        bar = QProgressBar(self)
        bar.setObjectName("settled")
        bar.setTextVisible(False)
        bar.setFixedHeight(PROGRESS_PX)
        bar.setAccessibleName(self.tr("Geklärt"))
        policy = bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        bar.setSizePolicy(policy)
        return bar

    def _show_count(self, visit: Visit) -> None:
        states = [row.tick.state for row in visit.rows]
        settled = len(states) - states.count(RowState.OPEN)
        missing, unclear = states.count(RowState.MISSING), states.count(RowState.UNCLEAR)
        parts = [
            self.tr("{settled} von {all} angesehen").format(settled=settled, all=len(states)),
            self.tr("%n fehlen", "", missing) if missing else "",
            self.tr("{number} unklar").format(number=unclear) if unclear else "",
        ]
        self._count.setText(" · ".join(filter(None, parts)) if states else "")
        self._progress.setVisible(bool(visit.rows))
        self._progress.setMaximum(max(len(visit.rows), 1))
        self._progress.setValue(settled)

    def _show_rows(self, rows: Sequence[ListRow], *, has_new_language: bool) -> None:
        shown = {row.document.id: row for row in rows}
        had_focus = any(row.hasFocus() for row in self._rows.values())
        for name in [name for name in self._rows if name not in shown]:
            forget_widget(self._rows.pop(name))
        for name, row in shown.items():
            if name not in self._rows:
                self._rows[name] = self._new_row(row)
            elif has_new_language or self._rows[name].row != row:
                self._rows[name].show_row(row, self._language)
        self._rows = {name: self._rows[name] for name in shown}
        self._list.show_rows(self._rows)
        self._set_tab_stop()
        if had_focus:
            self.focus_row()

    def _new_row(self, row: ListRow) -> RowWidget:
        name = row.document.id
        made = RowWidget(row, self.words, self._language, self._list.page)
        made.ticked.connect(self.ticked)
        made.removed.connect(self.paper_removed)
        made.day_wanted.connect(self._ask_day)
        made.left.connect(lambda step: self._step(name, step))
        made.entered.connect(lambda: self._on_entered(name))
        made.resized.connect(lambda: self._on_resized(name))
        made.show()
        return made

    def _on_entered(self, name: str) -> None:
        self._current = name
        self._set_tab_stop()
        self._list.keep_in_sight(self._rows[name])

    def _on_resized(self, name: str) -> None:
        self._list.place_rows()
        if name in self._rows and self._rows[name].hasFocus():
            self._list.keep_in_sight(self._rows[name])

    def _step(self, name: str, step: int) -> None:
        names = list(self._rows)
        if name in names:  # a step of the visit may have taken the row away
            place = min(max(names.index(name) + step, 0), len(names) - 1)
            self._rows[names[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_tab_stop(self) -> None:
        """The Tab key stops at one row only; the arrow keys go from row to row."""
        current = self._current if self._current in self._rows else next(iter(self._rows), "")
        for name, row in self._rows.items():
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == current else Qt.FocusPolicy.ClickFocus)

    def _search(self, query: str) -> Sequence[Choice]:
        return [Choice(paper.id, paper.name.german, paper.plain.german) for paper in self._papers.search(query, 50)]

    def _on_paper_chosen(self, document: object) -> None:
        self._hide_papers()
        self.paper_added.emit(str(document))
        if document in self._rows:
            self._current = str(document)
        self.focus_row()

    def _ask_day(self, document: str) -> None:
        self._hide_papers()
        self.paper_day.ask(self._rows[document].row, self._today)

    def _on_day_entered(self, document: str, day: object) -> None:
        self.paper_dated.emit(document, day)
        self.focus_row()

    def _close_papers(self) -> None:
        self._hide_papers()
        self.focus_row()

    def _hide_papers(self) -> None:
        self.papers.hide()
        self.papers.reset()
        self.paper_day.forget()

"""The list of this person's papers, with the numbers both sides point at."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN, Language
from counter_app.domain.visit import ListRow, RowState, Visit
from counter_app.search.index import document_index
from counter_app.ui.counter.headings import forget_widget, heading, quiet
from counter_app.ui.counter.empty_list import EmptyList
from counter_app.ui.counter.list_row import RowWidget
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.flow_layout import FlowLayout
from counter_app.ui.shared.picker import Choice, Picker

WIDE_IN_EM = 32
"""From this width on (in heights of a line) the states stand beside the text."""


class ChecklistPanel(QWidget):
    """The rows, and what can be done with all of them.

    Signals:
        ticked: id of a paper, its `Tick`. paper_added, paper_removed: id of a paper.
        rest_is_present: all others are there. list_wanted: the customer should see the list.
    """

    ticked = Signal(str, object)
    paper_added = Signal(str)
    paper_removed = Signal(str)
    rest_is_present = Signal()
    list_wanted = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._rows: dict[str, RowWidget] = {}
        self._language: Language | None = None
        self._current = ""
        self._papers = document_index(content.documents.values())
        self._title = heading("", self)
        self._count = quiet("", self)
        self._add = IconButton("add", self.tr("Unterlage"), self, key=self.tr("Strg+U"))
        self._rest = IconButton("present", self.tr("Rest ist da"), self, key=self.tr("Strg+R"))
        self._show = IconButton("list", self.tr("Liste zeigen"), self, key=self.tr("F9"))
        self._add.clicked.connect(self.open_papers)
        self._rest.clicked.connect(self.rest_is_present)
        self._show.clicked.connect(self.list_wanted)
        self.papers = Picker(self.tr("Unterlage suchen und ergänzen"), self._search, self)
        self.papers.chosen.connect(self._on_paper_chosen)
        self.papers.left.connect(self._close_papers)
        self.papers.hide()
        self._empty = EmptyList(self)
        self._area = self._new_area()
        self._build()
        self.show_visit(Visit())

    def show_visit(self, visit: Visit) -> None:
        """Show the rows as they stand; a row that did not change is left alone."""
        service = visit.case.service
        language = self._content.language(visit.language) if visit.language not in {"", GERMAN} else None
        has_new_language = language != self._language
        self._language = language
        self._title.setText(service.name.german if service else self.tr("Liste"))
        self._show_count(visit)
        for button in (self._add, self._rest, self._show):
            button.setEnabled(service is not None)
        self._empty.setVisible(service is None)
        self._area.setVisible(service is not None)
        self._show_rows(visit.rows, has_new_language=has_new_language)

    def focus_row(self) -> None:
        """Go to the row the clerk was at, or to the first that is open."""
        open_rows = [name for name, row in self._rows.items() if row.row.tick.state is RowState.OPEN]
        name = self._current if self._current in self._rows else next(iter([*open_rows, *self._rows]), "")
        if name:
            self._rows[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_papers(self) -> None:
        """Look for one more paper."""
        self.papers.reset()
        self.papers.show()
        self.papers.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows use the width."""
        super().resizeEvent(event)
        self._spread()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_area"):
            self._spread()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page inside is never wider than what can be seen."""
        if event.type() == QEvent.Type.Resize:
            self._spread()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0)
        self._count.setWordWrap(False)
        self._count.setSizePolicy(QLabel().sizePolicy())
        actions = QWidget(self)
        flow = FlowLayout(actions)
        for button in (self._add, self._rest, self._show):
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(actions)
        layout.addWidget(self.papers)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._area, 1)

    def _new_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(area)
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        area.setWidget(inner)
        area.viewport().installEventFilter(self)
        return area

    def _show_count(self, visit: Visit) -> None:
        settled = sum(row.tick.state is not RowState.OPEN for row in visit.rows)
        text = self.tr("{settled} von {all} geklärt").format(settled=settled, all=len(visit.rows))
        self._count.setText(text if visit.rows else "")

    def _show_rows(self, rows: Sequence[ListRow], *, has_new_language: bool) -> None:
        shown = {row.document.id: row for row in rows}
        had_focus = any(row.hasFocus() for row in self._rows.values())
        for name in [name for name in self._rows if name not in shown]:
            forget_widget(self._rows.pop(name))
        for place, (name, row) in enumerate(shown.items()):
            if name not in self._rows:
                self._rows[name] = self._new_row(row)
            elif has_new_language or self._rows[name].row != row:
                self._rows[name].show_row(row, self._language)
            if self._list.indexOf(self._rows[name]) != place:
                self._list.insertWidget(place, self._rows[name])
        self._rows = {name: self._rows[name] for name in shown}
        self._spread()
        self._set_tab_stop()
        if had_focus:
            self.focus_row()

    def _new_row(self, row: ListRow) -> RowWidget:
        name = row.document.id
        made = RowWidget(row, self._content, self._language, self)
        made.ticked.connect(self.ticked)
        made.removed.connect(self.paper_removed)
        made.left.connect(lambda step: self._step(name, step))
        made.entered.connect(lambda: self._on_entered(name))
        return made

    def _on_entered(self, name: str) -> None:
        self._current = name
        self._set_tab_stop()
        self._area.ensureWidgetVisible(self._rows[name], 0, 24)

    def _step(self, name: str, step: int) -> None:
        names = list(self._rows)
        place = min(max(names.index(name) + step, 0), len(names) - 1)
        self._rows[names[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_tab_stop(self) -> None:
        """The Tab key stops at one row only; the arrow keys go from row to row."""
        current = self._current if self._current in self._rows else next(iter(self._rows), "")
        for name, row in self._rows.items():
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == current else Qt.FocusPolicy.ClickFocus)

    def _spread(self) -> None:
        is_wide = self._area.viewport().width() >= WIDE_IN_EM * self.fontMetrics().height()
        for row in self._rows.values():
            row.set_wide(is_wide=is_wide)

    def _search(self, query: str) -> Sequence[Choice]:
        return [Choice(paper.id, paper.name.german, paper.plain.german) for paper in self._papers.search(query, 50)]

    def _on_paper_chosen(self, document: object) -> None:
        self._close_papers()
        self.paper_added.emit(str(document))

    def _close_papers(self) -> None:
        self.papers.hide()
        self.papers.reset()
        self.focus_row()

"""Every sheet in every language, with or without a visit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.sheet import BlockKind
from counter_app.domain.sheet_offer import FULL_LIST, OfferedSheet, SheetWish, offered_sheets
from counter_app.domain.slots import german_date, german_time
from counter_app.domain.visit import Visit
from counter_app.search.index import Index
from counter_app.ui.counter.headings import heading, quiet
from counter_app.ui.counter.paper_choice import PaperChoice
from counter_app.ui.counter.sheet_language import SheetLanguage
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.picker import Choice, Picker

MOST_SHOWN = 200
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SheetsPanel(QFrame):
    """First the sheet, then its language, Enter each time; then the preview.

    Signals:
        wanted: a `SheetWish`. left: the clerk goes back. advised: what to do first, in a sentence.
    """

    wanted = Signal(object)
    left = Signal()
    advised = Signal(str)

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visit = Visit()
        self._index = Index(_entries(offered_sheets(content)), names_first=True)
        self._picker = Picker(self.tr("Blatt suchen"), self._search, self)
        self._language = SheetLanguage(content, self)
        self._paper = PaperChoice(self)
        self._agreed = quiet("", self)
        self._look = QPushButton(self.tr("Blatt ansehen  Enter"), self)
        self._look.setAccessibleName(self.tr("Blatt ansehen"))
        self._look.setDefault(True)
        self._close = IconButton("close", self.tr("Zurück"), self, key=self.tr("Esc"))
        self._build()
        self._connect()

    def open_panel(self) -> None:
        """Start to look for a sheet, whatever was chosen here before."""
        self.reset()
        self._picker.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reset(self) -> None:
        """As if nothing had ever been typed or chosen."""
        self._picker.reset()
        self._language.reset(self._visit.language)
        self._paper.reset()

    def show_visit(self, visit: Visit) -> None:
        """The language of the visit is the usual one; of all else only what was agreed comes onto a sheet."""
        self._visit = visit
        self._language.show_usual(visit.language)
        self._show_agreed()

    def look(self) -> None:
        """Ask for the sheet as it is chosen; where something is still to choose, go there and say so."""
        sheet = self._sheet
        if sheet is None:
            self._picker.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.advised.emit(self.tr("Bitte zuerst ein Blatt wählen: ein paar Buchstaben, dann Enter."))
        elif not self._language.tag:
            self._language.go_to()
            self.advised.emit(self.tr("Diese Sprache gibt es hier nicht. Bitte eine andere wählen."))
        else:
            self.wanted.emit(SheetWish(sheet, self._language.tag, self._paper.paper))

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [
            self._close,
            self._picker.field,
            self._language.picker.field,
            *self._paper.tab_stops(),
            self._look,
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the sheet and Esc leads back, wherever in the panel the keyboard is."""
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and self._close.hasFocus()):
            self.left.emit()
        elif event.key() in _ENTER:
            self.look()
        else:
            super().keyPressEvent(event)

    @property
    def _sheet(self) -> OfferedSheet | None:
        choice = self._picker.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return choice.thing if isinstance(choice, Choice) and isinstance(choice.thing, OfferedSheet) else None

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Blätter: jedes Blatt in jeder Sprache"), self), 1)
        head.addWidget(self._close)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._sheets_column(), 3)
        columns.addWidget(self._language, 2)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._paper, 1)
        foot.addWidget(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(columns, 1)
        layout.addWidget(self._agreed)
        layout.addLayout(foot)

    def _sheets_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Blatt"), self))
        column.addWidget(self._picker, 1)
        return column

    def _connect(self) -> None:
        self._picker.chosen.connect(self._on_sheet_chosen)
        self._picker.left.connect(self.left)
        self._picker.field.textChanged.connect(self._on_sheet)
        self._picker.list.selectionModel().currentChanged.connect(self._on_sheet)
        self._language.confirmed.connect(self.look)
        self._language.left.connect(self.left)
        self._look.clicked.connect(self.look)
        self._close.clicked.connect(self.left)
        self._on_sheet()

    def _search(self, query: str) -> Sequence[Choice]:
        return [self._choice(sheet) for sheet in self._index.search(query, MOST_SHOWN)]

    def _choice(self, sheet: OfferedSheet) -> Choice:
        title = sheet.definition.title.german
        if sheet.service is None:
            return Choice(sheet, title)
        matter = sheet.service.name.german
        if sheet.definition.id == FULL_LIST:
            return Choice(sheet, self.tr("Alle Unterlagen: {matter}").format(matter=matter), sheet.service.law)
        return Choice(sheet, self.tr("{title}: {matter}").format(title=title, matter=matter), sheet.service.law)

    def _on_sheet(self) -> None:
        self._language.show_sheet(self._sheet)
        self._show_agreed()

    def _on_sheet_chosen(self, _sheet: object) -> None:
        """On with the language, or with the preview where there is none to choose."""
        sheet = self._sheet
        if sheet is not None and sheet.definition.is_for_everyone:
            self._look.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._language.go_to()
        announce(self, self.tr("Sprache: {language}").format(language=self._language.said))

    def _show_agreed(self) -> None:
        """Say what of the visit will stand on the sheet: nobody is to find it there by surprise."""
        kinds = {block.kind for block in self._sheet.definition.blocks} if self._sheet is not None else set()
        deadline, appointment = self._visit.case.deadline, self._visit.case.appointment
        parts = []
        if deadline is not None and BlockKind.DEADLINE in kinds:
            parts.append(self.tr("Frist {date}").format(date=german_date(deadline)))
        if appointment is not None and BlockKind.APPOINTMENT in kinds:
            start = f"{german_date(appointment.start)}, {german_time(appointment.start.time())}"
            parts.append(self.tr("Termin {date}").format(date=start))
        self._agreed.setText(self.tr("Aus diesem Besuch steht darauf: {what}").format(what=" · ".join(parts)))
        self._agreed.setVisible(bool(parts))


def _entries(sheets: Sequence[OfferedSheet]) -> Sequence[tuple[OfferedSheet, str, Sequence[str]]]:
    """What finds each sheet: its title; its matter with paragraph and everyday words."""
    found: list[tuple[OfferedSheet, str, Sequence[str]]] = []
    for sheet in sheets:
        title, service = sheet.definition.title.german, sheet.service
        if service is None:
            found.append((sheet, title, ()))
        else:
            names = (title, "Alle Unterlagen", service.name.german, *service.words)
            found.append((sheet, f"{service.name.german} {service.law}", names))
    return found

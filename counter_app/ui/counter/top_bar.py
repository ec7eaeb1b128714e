"""What is always at hand: next person, language, the customer's screen, the sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN
from counter_app.domain.text import Trust, lowest
from counter_app.domain.visit import Visit
from counter_app.ui.counter.headings import strong
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.flow_layout import FlowLayout
from counter_app.ui.shared.mark import Mark

_MARKS = {
    Trust.REVIEWED: "reviewed",
    Trust.DRAFT: "draft",
    Trust.OUTDATED: "outdated",
    Trust.MISSING: "untranslated",
}


class TopBar(QFrame):
    """One row of buttons; on a narrow screen it takes two.

    Signals:
        next_person, person_wanted, language_wanted, screen_toggled, veil_toggled, sheet_wanted, sheets_wanted,
            undo_wanted, keys_wanted, settings_wanted.
    """

    next_person = Signal()
    person_wanted = Signal()
    language_wanted = Signal()
    screen_toggled = Signal()
    veil_toggled = Signal()
    sheet_wanted = Signal()
    sheets_wanted = Signal()
    undo_wanted = Signal()
    keys_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._content = content
        self._next = IconButton("next_person", self.tr("Nächste Person"), self, key=self.tr("Strg+N"))
        self._person = IconButton("add_person", self.tr("Weitere Person"), self, key=self.tr("Strg+D"))
        self._person.show_words(is_shown=False)
        self._language = IconButton("language", self.tr("Sprache"), self, key=self.tr("F2"))
        self._trust = Mark("reviewed", "", self)
        self._undo = IconButton("undo", self.tr("Rückgängig"), self, key=self.tr("Strg+Z"))
        self._screen = IconButton("screen", self.tr("Kundenbildschirm"), self, key=self.tr("F11"))
        self._veil = IconButton("veil", self.tr("Vorhang"), self, key=self.tr("F12"))
        self._sheet = IconButton("print", self.tr("Blatt"), self, key=self.tr("Strg+P"))
        self._sheets = IconButton("sheets", self.tr("Blätter"), self, key=self.tr("Strg+B"))
        self._keys = IconButton("keys", self.tr("Tasten"), self, key=self.tr("F1"))
        self._settings = IconButton("settings", self.tr("Einstellungen dieses Platzes"), self, key=self.tr("Strg+,"))
        self._settings.show_words(is_shown=False)
        for button in (self._screen, self._veil):
            button.setCheckable(True)
        self._idle = Mark("moment", "", self)
        strong(self._idle)
        self._buttons = (
            self._next,
            self._person,
            self._language,
            self._undo,
            self._screen,
            self._veil,
            self._sheet,
            self._sheets,
            self._keys,
            self._settings,
        )
        self._lesser = (self._undo, self._screen, self._sheets, self._keys)
        self._last = (self._veil, self._sheet)
        self._flow = FlowLayout(self, spacing=4)
        self._build()
        self.show_visit(Visit())
        self.show_idle(None)

    def show_visit(self, visit: Visit) -> None:
        """Show the customer's language and how far its texts can be trusted."""
        self._undo.setEnabled(bool(visit.past))
        number = visit.person.number
        whose = self.tr("Rückgängig: Person {number}").format(number=number)
        self._undo.show_text(whose if visit.is_family else self.tr("Rückgängig"))
        self._sheet.setEnabled(visit.case.service is not None)
        if not visit.language:
            self._language.show_text(self.tr("Sprache wählen"))
            self._trust.hide()
            self._fit()
            return
        language = self._content.language(visit.language)
        names = dict.fromkeys((language.own_name, language.german_name))
        self._language.show_text(" · ".join(names))
        self._show_trust(visit)
        self._fit()

    def show_screen(self, *, is_on: bool, is_veiled: bool) -> None:
        """Show whether the customer sees anything."""
        self._screen.setChecked(is_on)
        self._veil.setChecked(is_veiled)

    def show_idle(self, seconds: int | None) -> None:
        """Count down to the moment when everything is wiped; None while somebody is at work."""
        was_idle = not self._idle.isHidden()
        self._idle.setVisible(seconds is not None)
        if seconds is not None:
            text = self.tr("Alles wird gelöscht in {seconds} s. Eine Taste hält an.").format(seconds=seconds)
            self._idle.show_mark("moment", text)
            if not was_idle:
                announce(self, text)

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return self._buttons

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_flow"):
            self._fit()

    def _fit(self) -> None:
        """Where one line is not enough the keys go, they stand in the list of keys, too; then words, bit by bit."""
        for button in self._buttons:
            button.show_key(is_shown=True)
        for button in (*self._lesser, *self._last):
            button.show_words(is_shown=True)
        if self._flow.sizeHint().width() > self.width():
            for button in self._buttons:
                button.show_key(is_shown=False)
        for least in (self._lesser, self._last):
            if self._flow.sizeHint().width() > self.width():
                for button in least:
                    button.show_words(is_shown=False)

    def _show_trust(self, visit: Visit) -> None:
        tag = visit.language
        self._trust.setVisible(tag != GERMAN)
        service = visit.case.service
        trust = lowest(
            [service.name.trust(tag), *(row.document.name.trust(tag) for row in visit.rows)] if service else []
        )
        if service is None:
            trust = lowest(group.name.trust(tag) for group in self._content.service_groups.values())
        marks = self._content.labels
        is_reviewed = trust is Trust.REVIEWED
        text = self.tr("Geprüft") if is_reviewed else marks[f"trust_mark/{trust}"].german
        self._trust.show_mark(_MARKS[trust], text)

    def _build(self) -> None:
        for button, signal in (
            (self._next, self.next_person),
            (self._person, self.person_wanted),
            (self._language, self.language_wanted),
            (self._undo, self.undo_wanted),
            (self._screen, self.screen_toggled),
            (self._veil, self.veil_toggled),
            (self._sheet, self.sheet_wanted),
            (self._sheets, self.sheets_wanted),
            (self._keys, self.keys_wanted),
            (self._settings, self.settings_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
        flow = self._flow
        flow.setContentsMargins(16, 8, 16, 8)
        for widget in (
            self._next,
            self._person,
            self._language,
            self._trust,
            self._undo,
            self._screen,
            self._veil,
            self._sheet,
            self._sheets,
            self._keys,
            self._settings,
            self._idle,
        ):
            flow.addWidget(widget)

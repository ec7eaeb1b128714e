"""A phrase before it is shown: its slots to fill, and what the clerk has to think of first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.document import Document
from counter_app.domain.language import Language
from counter_app.domain.phrase import Phrase, PhraseClass
from counter_app.domain.slots import german_amount, german_date, german_time, slots_of, with_gaps
from counter_app.domain.text import Text, Trust
from counter_app.domain.visit import RowState, Sentence, Visit
from counter_app.ui.counter.headings import forget_widget, plain, quiet
from counter_app.ui.counter.slot_fields import SlotField, SlotNames
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton

SLOT_ORDER = ("document", "office", "office_address", "date", "time", "time_to", "room")


class PhraseCard(QFrame):
    """Shows a phrase at once where nothing is to be filled or thought of; else it asks first.

    Signals:
        sentence_wanted: the `Sentence` with its slots. left: Esc. opened: there is something to fill or to confirm.
    """

    opened = Signal()
    sentence_wanted = Signal(object)
    left = Signal()

    def __init__(self, content: Content, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phraseCard")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._content = content
        self._visit = Visit()
        self._language: Language | None = None
        self._phrase: Phrase | None = None
        self._names = SlotNames(self)
        self._today = today
        self._fields: dict[str, SlotField | QComboBox] = {}
        self._inner: QWidget | None = None
        self._trouble: QLabel | None = None
        self._stops: list[QWidget] = []
        self._first: QWidget = self
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self.hide()

    def show_visit(self, visit: Visit, language: Language | None, today: date) -> None:
        """What the slots are filled from."""
        self._visit, self._language, self._today = visit, language, today

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return self._stops

    def offer(self, phrase: Phrase) -> None:
        """Show the phrase to the customer, or ask first."""
        self.close_card()
        self._phrase = phrase
        hints = tuple(self._hints(phrase))
        if not hints and not slots_of(phrase.text.german):
            self._show()
            return
        self._inner = self._asked(phrase, hints)
        self._layout.addWidget(self._inner)
        self.show()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_card(self) -> None:
        """Let go of the phrase and of everything that was typed."""
        if self._inner is not None:
            forget_widget(self._inner)
        self._inner, self._phrase, self._trouble = None, None, None
        self._fields = {}
        self._stops = []
        self._first = self
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, from field to field and then to the customer; Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_card()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _hints(self, phrase: Phrase) -> Iterator[str]:
        """What the clerk confirms before the phrase is shown."""
        if phrase.only_when:
            yield self.tr("Nur wenn: {condition}").format(condition=phrase.only_when)
        if self._language is None:
            return
        trust = phrase.text.trust(self._language.tag)
        if trust is Trust.MISSING:
            yield self.tr("Nicht übersetzt: Die Person sieht nur den deutschen Satz.")
        elif phrase.phrase_class is PhraseClass.LEGAL and trust is not Trust.REVIEWED:
            yield self.tr("Rechtlich wichtig und nur ein Entwurf: Eine Dolmetscherin oder ein Dolmetscher ist besser.")
        elif trust is Trust.OUTDATED:
            yield self.tr("Veraltet: Der deutsche Satz ist neuer als die Übersetzung.")

    def _asked(self, phrase: Phrase, hints: tuple[str, ...]) -> QWidget:
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain(with_gaps(phrase.text.german), inner))
        for hint in hints:
            layout.addWidget(quiet(hint, inner))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addLayout(form)
        for slot in sorted(slots_of(phrase.text.german), key=_order):
            self._fields[slot] = self._field(slot, inner)
            form.addRow(self._names.name(slot), self._fields[slot])
        show = IconButton("speech", self.tr("Zeigen"), inner, key=self.tr("Enter"))
        show.clicked.connect(self._on_enter)
        self._trouble = quiet("", inner)
        self._trouble.hide()
        layout.addWidget(self._trouble)
        layout.addWidget(show)
        self._stops = [*self._fields.values(), show]
        empty = (field for field in self._fields.values() if isinstance(field, SlotField) and not field.text())
        self._first = next(empty, self._stops[0])
        return inner

    def _field(self, slot: str, parent: QWidget) -> SlotField | QComboBox:
        if slot == "document":
            return self._papers(parent)
        return SlotField(slot, self._defaults().get(slot, ""), self._names, self._today, parent)

    def _papers(self, parent: QWidget) -> QComboBox:
        """The papers of the list, missing ones first, then the catalogue."""
        box = QComboBox(parent)
        box.setAccessibleName(self._names.name("document"))
        on_list = sorted(self._visit.rows, key=lambda row: row.tick.state is not RowState.MISSING)
        listed = {row.document.id: row.document for row in on_list}
        for document in {**listed, **self._content.documents}.values():
            box.addItem(document.short.german, document)
        return box

    def _on_enter(self) -> None:
        """What is empty or cannot be read is asked for; else the customer sees the phrase."""
        fields = (field for field in self._fields.values() if isinstance(field, SlotField))
        open_one = next((field for field in fields if field.value is None), None)
        if open_one is None:
            self._show()
            return
        if open_one.text().strip():
            self._refuse(open_one)
        open_one.setFocus(Qt.FocusReason.TabFocusReason)

    def _refuse(self, field: SlotField) -> None:
        """Say what cannot be read, and how to write it."""
        text = self.tr("„{text}“ passt nicht zu {name}. {example}.").format(
            text=field.text().strip(), name=field.accessibleName(), example=field.accessibleDescription()
        )
        if self._trouble is not None:
            self._trouble.setText(text)
            self._trouble.show()
        announce(self, text)
        field.selectAll()

    def _show(self) -> None:
        if self._phrase is None:
            return
        sentence = Sentence(self._phrase, MappingProxyType(dict(self._filled())))
        self.close_card()
        self.sentence_wanted.emit(sentence)

    def _filled(self) -> Iterator[tuple[str, Text]]:
        for slot, field in self._fields.items():
            if isinstance(field, QComboBox):
                document = field.currentData()
                if isinstance(document, Document):
                    yield slot, document.short
            elif written := field.value:
                yield slot, Text("", written)

    def _defaults(self) -> Mapping[str, str]:
        """What the visit and the office already know."""
        case, office = self._visit.case, self._content.office
        found = {"office": office.name, "office_address": office.address, "phone": office.phone, "email": office.email}
        if case.deadline:
            found["date"] = german_date(case.deadline)
        if case.appointment:
            found["date"] = german_date(case.appointment.start.date())
            found["time"] = german_time(case.appointment.start.time())
            found["room"] = case.appointment.room
        if case.checklist and case.checklist.fee.total is not None:
            found["amount"] = german_amount(case.checklist.fee.total).removesuffix(" €")
        return found


def _order(slot: str) -> tuple[int, str]:
    return (SLOT_ORDER.index(slot) if slot in SLOT_ORDER else len(SLOT_ORDER), slot)

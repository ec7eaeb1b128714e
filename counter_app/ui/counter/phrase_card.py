"""A phrase before it is shown: its slots to fill, and what the clerk has to think of first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.document import Document
from counter_app.domain.language import Language
from counter_app.domain.phrase import Phrase, PhraseClass
from counter_app.domain.slots import german_amount, german_date, german_time, slots_of, with_names
from counter_app.domain.text import Text, Trust
from counter_app.domain.visit import RowState, Sentence, Visit
from counter_app.search.fold import folded_words
from counter_app.search.index import document_index
from counter_app.ui.counter.headings import forget_widget, plain, quiet
from counter_app.ui.counter.slot_fields import SlotField, SlotNames
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.mark import Mark

LEAST_LETTERS = 12
"""Width of a list of papers, in letters; its longest name would push the column aside."""
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
        self._asked_for = ""
        self._papers = document_index(content.documents.values())
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

    def offer(self, phrase: Phrase, typed: str = "") -> None:
        """Show the phrase to the customer, or ask first.

        Args:
            typed: the words it was found by; they may name a paper.
        """
        self.close_card()
        self._phrase, self._asked_for = phrase, typed
        if not phrase.only_when and not self._warning(phrase) and not slots_of(phrase.text.german):
            self._show()
            return
        self._inner = self._asked(phrase)
        self._layout.addWidget(self._inner)
        self.show()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_card(self) -> None:
        """Let go of the phrase and of everything that was typed."""
        if self._inner is not None:
            forget_widget(self._inner)
        self._inner, self._phrase, self._trouble = None, None, None
        self._asked_for = ""
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

    def _warning(self, phrase: Phrase) -> str:
        """Why the translation may not do; empty where it does."""
        if self._language is None:
            return ""
        trust = phrase.text.trust(self._language.tag)
        if trust is Trust.MISSING:
            return self.tr("Nicht übersetzt: Die Person sieht nur den deutschen Satz.")
        if phrase.phrase_class is PhraseClass.LEGAL and trust is not Trust.REVIEWED:
            return self.tr("Rechtlich wichtig und nur ein Entwurf: Eine Dolmetscherin oder ein Dolmetscher ist besser.")
        if trust is Trust.OUTDATED:
            return self.tr("Veraltet: Der deutsche Satz ist neuer als die Übersetzung.")
        return ""

    def _asked(self, phrase: Phrase) -> QWidget:
        """What is to be thought of, what is to be filled, and the button that shows it."""
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain(with_names(phrase.text.german, self._names.name), inner))
        if phrase.only_when:
            layout.addWidget(quiet(self.tr("Nur wenn: {condition}").format(condition=phrase.only_when), inner))
        warning = self._warning(phrase)
        if warning:
            layout.addLayout(_warned(warning, inner))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addLayout(form)
        for slot in sorted(slots_of(phrase.text.german), key=_order):
            self._fields[slot] = self._field(slot, inner)
            form.addRow(self._names.name(slot), self._fields[slot])
        words = self.tr("Trotzdem zeigen") if warning else self.tr("Zeigen")
        show = IconButton("speech", words, inner, key=self.tr("Enter"))
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
            return self._paper_box(parent)
        return SlotField(slot, self._defaults().get(slot, ""), self._names, self._today, parent)

    def _paper_box(self, parent: QWidget) -> QComboBox:
        """The papers of the list, missing ones first, then the catalogue; it starts with what was asked for."""
        box = QComboBox(parent)
        keep_narrow(box)
        box.setAccessibleName(self._names.name("document"))
        on_list = sorted(self._visit.rows, key=lambda row: row.tick.state is not RowState.MISSING)
        listed = {row.document.id: row.document for row in on_list}
        papers = {**listed, **self._content.documents}
        for document in papers.values():
            box.addItem(document.short.german, document)
        found = self._found_papers()
        wanted = next((name for name in listed if name in found), next(iter(found), ""))
        box.setCurrentIndex(list(papers).index(wanted) if wanted else 0)
        return box

    def _found_papers(self) -> Sequence[str]:
        """The papers that were asked for, the best first: by the words that are not those of the phrase."""
        own = folded_words(self._phrase.text.german) if self._phrase else ()
        words = [word for word in folded_words(self._asked_for) if word not in own]
        return [paper.id for paper in self._papers.search(" ".join(words))] if words else []

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


def keep_narrow(box: QComboBox) -> None:
    """A long name in the list does not push the column aside."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(LEAST_LETTERS)


def _warned(text: str, parent: QWidget) -> QHBoxLayout:
    """A warning: a drawing and a text that does not stand back."""
    layout = QHBoxLayout()
    layout.setSpacing(4)
    layout.addWidget(Mark("warning", "", parent), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(plain(text, parent), 1)
    return layout


def _order(slot: str) -> tuple[int, str]:
    return (SLOT_ORDER.index(slot) if slot in SLOT_ORDER else len(SLOT_ORDER), slot)

"""The phrases: a few letters, Enter, and the sentence stands on the customer's screen."""

from collections import deque
from collections.abc import Sequence
from datetime import date
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN, Language
from counter_app.domain.phrase import Phrase, Speaker
from counter_app.domain.slots import with_names
from counter_app.domain.text import Trust
from counter_app.domain.visit import Sentence, Visit
from counter_app.search.index import phrase_index
from counter_app.ui.counter.headings import heading
from counter_app.ui.counter.phrase_card import PhraseCard, keep_narrow
from counter_app.ui.counter.slot_fields import SlotNames
from counter_app.ui.shared.buttons import WrapButton
from counter_app.ui.shared.picker import Choice, Picker

LEAST_LINES = 7
"""Height of the list of phrases, in lines of text, where room is short; the column around it scrolls."""
MOST_SHOWN = 50
MOST_REMEMBERED = 8
FAVOURITE_KEYS = ("F5", "F6", "F7", "F8")


class PhrasePanel(QWidget):
    """Search, situations, favourites; what was used last comes first.

    Signals:
        sentence_wanted: the `Sentence` to show to the customer.
    """

    sentence_wanted = Signal(object)

    def __init__(self, content: Content, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._language: Language | None = None
        self._used: deque[Phrase] = deque(maxlen=MOST_REMEMBERED)  # which phrases, never for whom
        said = {name: [*filter(_is_said, found.phrases)] for name, found in content.situations.items()}
        self._titles = {name: content.situations[name].title for name, phrases in said.items() if phrases}
        self._indexes = {name: phrase_index(phrases) for name, phrases in said.items()}
        self._indexes[""] = phrase_index(chain.from_iterable(said.values()))
        self._slot_names = SlotNames(self)
        self._situations = self._situation_box()
        self.picker = Picker(self.tr("Satz suchen"), self._search, self, key=self.tr("Strg+F"))
        self.picker.chosen.connect(self._on_chosen)
        self.card = PhraseCard(content, today, self)
        self.card.sentence_wanted.connect(self._on_sentence_wanted)
        self.card.left.connect(self._on_card_left)
        self._favourites = self._favourite_buttons()
        self._build()
        self.picker.refresh()

    def show_visit(self, visit: Visit, today: date) -> None:
        """Show the phrases in the customer's language; a new visit starts with an empty search."""
        language = self._content.language(visit.language) if visit.language not in {"", GERMAN} else None
        if visit.is_empty:
            self.card.close_card()
            self.picker.reset()
            self._situations.setCurrentIndex(0)
        if language != self._language:
            self._language = language
            self.picker.refresh()
        self.card.show_visit(visit, language, today)

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self.picker.field, self._situations, *self.card.tab_stops(), *self._favourites]

    @property
    def favourite_texts(self) -> Sequence[str]:
        """What the favourites say, in the order of their keys."""
        return [button.accessibleName() for button in self._favourites]

    def show_favourite(self, place: int) -> None:
        """Take the favourite at a place, as its key does."""
        if place < len(self._favourites):
            self._favourites[place].click()

    def _situation_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Situation"))
        keep_narrow(box)
        box.addItem(self.tr("Alle Situationen"), "")
        for name, title in self._titles.items():
            box.addItem(title.german, name)
        box.currentIndexChanged.connect(self._on_situation_chosen)
        return box

    def _on_situation_chosen(self) -> None:
        self.picker.refresh()

    def _favourite_buttons(self) -> list[WrapButton]:
        phrases = {phrase.id: phrase for phrase in self._content.phrases}
        found = []
        for key, name in zip(FAVOURITE_KEYS, self._content.office.counter.favourites, strict=False):
            text = phrases[name].text.german
            button = WrapButton(f"{key}  {text}", text, self)
            button.setAccessibleDescription(key)
            button.clicked.connect(lambda _=False, phrase=phrases[name]: self.card.offer(phrase))
            found.append(button)
        return found

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("Sätze"), self))
        layout.addWidget(self.picker, 1)
        layout.addWidget(self._situations)
        layout.addWidget(self.card)
        layout.addWidget(heading(self.tr("Favoriten"), self))
        for button in self._favourites:
            layout.addWidget(button)
        self.picker.list.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())

    def _search(self, query: str) -> Sequence[Choice]:
        found = self._indexes[self._situations.currentData() or ""].search(query, MOST_SHOWN)
        if not query and not self._situations.currentData():
            found = [*self._used, *(phrase for phrase in found if phrase not in self._used)]
        return [self._choice(phrase) for phrase in found]

    def _choice(self, phrase: Phrase) -> Choice:
        german = with_names(phrase.text.german, self._slot_names.name)
        if self._language is None:
            return Choice(phrase, german)
        tag = self._language.tag
        trust = phrase.text.trust(tag)
        mark = "" if trust is Trust.REVIEWED else self._content.labels[f"trust_mark/{trust}"].german
        translated = with_names(phrase.text.in_language(tag), self._slot_names.name)
        return Choice(phrase, german, translated, self._language, mark)

    def _on_chosen(self, phrase: object) -> None:
        if isinstance(phrase, Phrase):
            self.card.offer(phrase, self.picker.field.text())

    def _on_sentence_wanted(self, sentence: Sentence) -> None:
        if sentence.phrase in self._used:
            self._used.remove(sentence.phrase)
        self._used.appendleft(sentence.phrase)
        self.picker.reset()
        self.picker.field.setFocus()
        self.sentence_wanted.emit(sentence)

    def _on_card_left(self) -> None:
        self.picker.field.setFocus()


def _is_said(phrase: Phrase) -> bool:
    """Whether the office says it; what customers say stands on their own screen."""
    return phrase.said_by in {Speaker.STAFF, Speaker.QUESTION}

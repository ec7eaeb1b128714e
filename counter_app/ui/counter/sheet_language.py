"""The language of a sheet: that of the visit until the clerk chooses another one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN
from counter_app.domain.sheet_offer import OfferedSheet
from counter_app.domain.text import Trust
from counter_app.search.index import Index
from counter_app.ui.counter.headings import heading, quiet
from counter_app.ui.shared.picker import Choice, Picker

if TYPE_CHECKING:
    from counter_app.domain.language import Language

MOST_SHOWN = 60


class SheetLanguage(QWidget):
    """Finds a language by a few letters; each says how far the sheet is translated into it.

    Signals:
        confirmed: Enter or a click on a language. left: Esc.
    """

    confirmed = Signal()
    left = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._sheet: OfferedSheet | None = None
        self._usual = self._tag = GERMAN
        languages = content.languages.values()
        self._index: Index[Language] = Index(
            (one, f"{one.german_name} {one.own_name}", (one.tag,)) for one in languages
        )
        self.picker = Picker(self.tr("Sprache des Blatts"), self._search, self)
        self.picker.chosen.connect(self._on_chosen)
        self.picker.left.connect(self.left)
        self.picker.field.textChanged.connect(self._keep_line)
        self.picker.list.selectionModel().currentChanged.connect(self._on_line)
        self._reason = quiet(self.tr("Dieses Blatt zeigt alle Sprachen. Es ist immer auf Deutsch."), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("Sprache"), self))
        layout.addWidget(self._reason)
        layout.addWidget(self.picker, 1)
        self.show_sheet(None)

    @property
    def tag(self) -> str:
        """The language that is chosen now; empty while what was typed fits none."""
        if not self.picker.isEnabled():
            return GERMAN
        return self._tag if self.picker.list.currentIndex().isValid() else ""

    @property
    def said(self) -> str:
        """The choice in words, or why there is none."""
        if not self.picker.isEnabled():
            return self._reason.text()
        return self._content.language(self._tag).german_name

    def reset(self, tag: str) -> None:
        """As if nothing had been chosen yet; the visit's language is the usual one, German without a visit."""
        self._usual = self._tag = tag or GERMAN
        self.picker.reset()
        self._keep_line()

    def show_usual(self, tag: str) -> None:
        """The visit has another language now; what the clerk chose here stays."""
        was_usual = self._tag == self._usual
        self._usual = tag or GERMAN
        if was_usual and not self.picker.field.text():
            self._tag = self._usual
            self._keep_line()

    def show_sheet(self, sheet: OfferedSheet | None) -> None:
        """Show what there is of this sheet; one for everyone lets nobody choose, and says why."""
        self._sheet = sheet
        is_for_everyone = sheet is not None and sheet.definition.is_for_everyone
        self.picker.setEnabled(not is_for_everyone)
        self._reason.setVisible(is_for_everyone)
        self.picker.field.setAccessibleDescription(self._reason.text() if is_for_everyone else "")
        self.picker.refresh()
        self._keep_line()

    def go_to(self) -> None:
        """Let the clerk type a language."""
        self.picker.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.picker.field.selectAll()

    def _search(self, query: str) -> Sequence[Choice]:
        return [self._choice(one) for one in self._index.search(query, MOST_SHOWN)]

    def _choice(self, language: "Language") -> Choice:
        own = language.own_name if language.own_name != language.german_name else ""
        return Choice(language.tag, language.german_name, own, language, self._mark(language.tag))

    def _mark(self, tag: str) -> str:
        trust = self._sheet.trust(tag) if self._sheet is not None and self.picker.isEnabled() else Trust.REVIEWED
        return "" if trust is Trust.REVIEWED else self._content.labels[f"trust_mark/{trust}"].german

    def _keep_line(self) -> None:
        """While nothing is typed the line of the chosen language is the current one."""
        model = self.picker.list.model()
        if self.picker.field.text():
            return
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(Qt.ItemDataRole.UserRole).thing == self._tag:
                self.picker.list.setCurrentIndex(index)

    def _on_line(self) -> None:
        choice = self.picker.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(choice, Choice):
            self._tag = str(choice.thing)

    def _on_chosen(self, tag: object) -> None:
        self._tag = str(tag)
        self.confirmed.emit()

"""The customer's language, found by its German or its own name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.search.index import Index
from counter_app.ui.shared.picker import Choice, Picker

if TYPE_CHECKING:
    from counter_app.domain.language import Language


class LanguagePanel(QFrame):
    """Opens below the top bar; closes when a language is chosen.

    Signals:
        chosen: tag of the language. left: nothing was chosen.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        languages = content.languages.values()
        self._index: Index[Language] = Index(
            (one, f"{one.german_name} {one.own_name}", (one.tag,)) for one in languages
        )
        self._picker = Picker(self.tr("Sprache suchen"), self._search, self)
        self._picker.chosen.connect(self._on_chosen)
        self._picker.left.connect(self._on_left)
        self._picker.list.setMaximumHeight(240)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(self._picker)
        self.hide()

    def open_panel(self) -> None:
        """Start to look."""
        self._picker.reset()
        self.show()
        self._picker.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self, query: str) -> Sequence[Choice]:
        return [Choice(one.tag, one.german_name, one.own_name, one) for one in self._index.search(query, 60)]

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self._picker.field]

    def close_panel(self) -> None:
        """Nobody looks for a language any more."""
        self.hide()
        self._picker.reset()

    def _on_chosen(self, tag: object) -> None:
        self.close_panel()
        self.chosen.emit(str(tag))
        self.left.emit()

    def _on_left(self) -> None:
        self.close_panel()
        self.left.emit()

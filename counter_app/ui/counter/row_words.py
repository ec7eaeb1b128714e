"""What a row of the list says: to the eye, and read aloud."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette

from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.language import Language
from counter_app.domain.visit import ListRow, RowState
from counter_app.ui.counter.row_layout import STATES, Spot, Words

_KEYS = {
    RowState.PRESENT: "D",
    RowState.MISSING: "F",
    RowState.UNCLEAR: "U",
    RowState.NOT_NEEDED: "E",
}
_QUIET = QPalette.ColorRole.PlaceholderText


class RowWords(QObject):
    """Puts a row into words; one for the whole list."""

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._states = {
            RowState.OPEN: self.tr("offen"),
            RowState.PRESENT: self.tr("da"),
            RowState.MISSING: self.tr("fehlt"),
            RowState.UNCLEAR: self.tr("unklar"),
            RowState.NOT_NEEDED: self.tr("entfällt"),
        }
        self.keys = self.tr("D da, F fehlt, U unklar, E entfällt, Entf wieder offen")

    def texts(self, row: ListRow, language: Language | None, *, is_here: bool) -> Iterator[Words]:
        """The lines of a row; the one the clerk is at says all there is to know."""
        name = row.document.name
        yield Words(name.german, is_strong=True, stands_beside=True)
        if language is not None and (translated := name.in_language(language.tag)):
            yield Words(translated, language=language, stands_beside=True)
        lacking = self.reason(row)
        if lacking:
            yield Words(self.tr("fehlt: {reason}").format(reason=lacking))
        yield Words(self.why(row), _QUIET)
        if is_here and not lacking and (hints := "\n".join(self._hints(row))):
            yield Words(hints, _QUIET)

    def states(self, row: ListRow, *, is_here: bool = False) -> Iterator[Spot]:
        """The four ways it can stand; where the clerk is, with their keys."""
        for state in STATES:
            is_chosen = state is row.tick.state
            yield Spot(state, self._states[state], state, is_chosen, letter=_KEYS[state], shows_letter=is_here)

    def reasons(self, row: ListRow) -> Iterator[Spot]:
        """Why it is missing, one key each."""
        for place, (reason, text) in enumerate(self._content.reasons.texts.items(), start=1):
            is_chosen = reason == row.tick.reason
            yield Spot(reason, f"{place} {text.german}", "present" if is_chosen else "open", is_chosen)

    def spoken(self, row: ListRow) -> str:
        """The row as it is read aloud."""
        return ", ".join((str(row.number), row.document.name.german, self.state(row), self.why(row)))

    def state(self, row: ListRow) -> str:
        """„fehlt, Die Kopie fehlt“."""
        return ", ".join(filter(None, (self._states[row.tick.state], self.reason(row))))

    def state_word(self, row: ListRow) -> str:
        """„fehlt“."""
        return self._states[row.tick.state]

    def reason(self, row: ListRow) -> str:
        """Why it is missing; empty where it is not."""
        if row.tick.state is not RowState.MISSING:
            return ""
        return self._content.reasons.texts[row.tick.reason].german

    def why(self, row: ListRow) -> str:
        """Why it is on the list."""
        if row.row is None:
            return self.tr("von Ihnen ergänzt")
        if row.row.needed is Truth.DEPENDS:
            facts = ", ".join(self._content.facts[fact].label.german for fact in row.row.depends_on)
            return self.tr("hängt ab von: {facts}").format(facts=facts)
        reasons = " · ".join(self._content.reason_text(reason).german for reason in row.row.because)
        return self.tr("weil: {reasons}").format(reasons=reasons or self.tr("immer"))

    def _hints(self, row: ListRow) -> Iterator[str]:
        """What only the clerk needs to know."""
        document = row.document
        for text in (document.form_note, document.limit, *(row.row.hints if row.row else ())):
            if text:
                yield text
        for group in row.row.groups if row.row else ():
            yield self.tr("Eines genügt: {group}").format(group=group.name.german)

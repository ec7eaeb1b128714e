"""What a row of the list says: to the eye, and read aloud."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette

from counter_app.domain.content import Content
from counter_app.domain.document import Confidence
from counter_app.domain.evaluation import Truth
from counter_app.domain.language import Language
from counter_app.domain.paper_clock import TOO_OLD
from counter_app.domain.role import Role
from counter_app.domain.visit import ListRow, RowState
from counter_app.ui.counter.paper_words import PaperWords
from counter_app.ui.counter.row_layout import STATES, Spot, Words

_KEYS = {
    RowState.PRESENT: "D",
    RowState.MISSING: "F",
    RowState.UNCLEAR: "U",
    RowState.NOT_NEEDED: "E",
}
DAY_KEY, SUGGESTION_KEY = "A", "V"
PAPER_DAY, SUGGESTION = "paper_day", "suggestion"
"""What can be clicked in a row beside states and reasons."""
_DECIDED = frozenset({RowState.MISSING, RowState.NOT_NEEDED})
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
        self.papers = PaperWords(content.office, self)
        self._keys = self.tr("D da, F fehlt, U unklar, E entfällt, Entf wieder offen")

    def keys(self, row: ListRow) -> str:
        """What can be pressed on a row, read aloud."""
        offers = (f"{DAY_KEY} {self.papers.asked(row)}" if row.bears_day else "", self._suggested(row))
        return ", ".join(filter(None, (self._keys, *offers)))

    def texts(self, row: ListRow, language: Language | None, *, is_here: bool) -> Iterator[Words]:
        """The lines of a row; the one the clerk is at says all there is to know."""
        name = row.document.name
        yield Words(name.german, is_strong=True, stands_beside=True)
        if language is not None and (translated := name.in_language(language.tag)):
            yield Words(translated, language=language, stands_beside=True)
        lacking = self.reason(row)
        if lacking:
            yield Words(self.tr("fehlt: {reason}").format(reason=lacking))
        if time := self.papers.said(row):
            yield Words(time, is_strong=row.time is not None and row.time.is_over)
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

    def offers(self, row: ListRow, *, is_here: bool) -> Iterator[Spot]:
        """What else can be done with a row: take what the clock suggests, tell the day that stands on the paper."""
        if suggested := self._suggested(row):
            yield Spot(SUGGESTION, suggested, RowState.MISSING, is_chosen=False)
        if is_here and row.bears_day:
            yield Spot(PAPER_DAY, f"{DAY_KEY} {self.papers.asked(row)} …", "day", is_chosen=False)

    def _suggested(self, row: ListRow) -> str:
        """„V Vorschlag: fehlt, Abgelaufen oder zu alt“; nothing is taken without the clerk."""
        if not row.is_too_old or row.tick.state in _DECIDED or TOO_OLD not in self._content.reasons.texts:
            return ""
        reason = self._content.reasons.texts[TOO_OLD].german
        return self.tr("{key} Vorschlag: fehlt, {reason}").format(key=SUGGESTION_KEY, reason=reason)

    def spoken(self, row: ListRow) -> str:
        """The row as it is read aloud."""
        parts = (str(row.number), row.document.name.german, self.state(row), self.papers.said(row), self.why(row))
        return ", ".join(filter(None, parts))

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
        """Why it is on the list, and how it is wanted: „weil: immer · von: Arbeitgeber · 2 Kopien“."""
        return " · ".join((self._because(row), *self._wanted(row)))

    def _wanted(self, row: ListRow) -> Iterator[str]:
        """Who brings it, how many copies, how old; what only rests on a weak hint says so."""
        demand = row.row or row.document
        if demand.role is not Role.APPLICANT:
            yield self.tr("von: {role}").format(role=self._content.role(demand.role).german)
        if demand.copies > 1:
            yield self.tr("%n Kopien", "", demand.copies)
        if row.age is not None and row.time is None:
            yield self.tr("höchstens {age} alt").format(age=self.papers.age(row.age))
        if row.row.is_unsure if row.row else row.document.confidence is Confidence.LOW:
            yield self.tr("unsicher: bitte prüfen")

    def _because(self, row: ListRow) -> str:
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

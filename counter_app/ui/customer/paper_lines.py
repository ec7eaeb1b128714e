"""The list of papers as the customer reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.label import Label, ScreenText
from counter_app.domain.text import joined
from counter_app.domain.visit import ListRow, RowState, Visit
from counter_app.ui.customer.wording import Reader, Wording, present

_STATES = {
    RowState.OPEN: ScreenText.OPEN,
    RowState.PRESENT: ScreenText.PRESENT,
    RowState.MISSING: ScreenText.MISSING,
    RowState.UNCLEAR: ScreenText.UNCLEAR,
    RowState.NOT_NEEDED: ScreenText.NOT_NEEDED,
}

_NAMED = 2


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One row.

    Args:
        notes: what belongs to it: why it is missing, that one of a group is enough, what it depends on.
        is_pending: whether the paper is wanted depends on something that is not known yet.
    """

    number: int
    name: Wording
    german: Wording | None
    state: RowState
    state_text: Wording
    notes: tuple[Wording, ...]
    is_pending: bool

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text of the row."""
        return (*present(self.name, self.german), self.state_text, *self.notes)

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        return "; ".join((str(self.number), *(wording.text for wording in (self.name, self.state_text, *self.notes))))


def paper_lines(visit: Visit, reader: Reader) -> tuple[PaperLine, ...]:
    """All rows, in the order of their numbers."""
    return tuple(_line(row, reader) for row in visit.rows)


def _line(row: ListRow, reader: Reader) -> PaperLine:
    state = row.tick.state
    return PaperLine(
        row.number,
        reader.reads(row.document.name),
        reader.german(row.document.name),
        state,
        reader.screen(_STATES[state]),
        tuple(_notes(row, reader)),
        row.row is not None and row.row.needed is Truth.DEPENDS,
    )


def _notes(row: ListRow, reader: Reader) -> Iterator[Wording]:
    content = reader.content
    if row.tick.state is RowState.MISSING:
        yield reader.reads(content.reasons.texts[row.tick.reason or content.reasons.default])
    if row.row is None or row.tick.state is not RowState.OPEN:
        return
    if row.row.needed is Truth.DEPENDS:
        yield _depends(row.row.depends_on, reader, content)
        return
    for group in row.row.groups:
        yield reader.reads(group.hint)


def _depends(facts: tuple[str, ...], reader: Reader, content: Content) -> Wording:
    """What the paper depends on; few words, so only the first of many."""
    labels = joined(", ", *(content.facts[fact].label for fact in facts[:_NAMED]))
    wording = reader.reads(joined(": ", content.label(Label.DEPENDS_ON), labels))
    return replace(wording, text=f"{wording.text}, …") if len(facts) > _NAMED else wording

"""What the cover of a folder says: whose papers stand how, and what it costs all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from counter_app.domain.content import Content
from counter_app.domain.fee import FeeResult, FeeState
from counter_app.domain.folder import Companion, Folder, FolderLine, Member, folder_of
from counter_app.domain.label import Label, ScreenText
from counter_app.domain.list_row import OPEN, ListRow, RowState, Tick
from counter_app.domain.role import Role
from counter_app.domain.sheet import SheetOrder
from counter_app.domain.slots import german_amount
from counter_app.sheets.parts import PaperTable, TableCell, TableLine
from counter_app.sheets.wording import Line, Wording, joined

STATES = {
    RowState.OPEN: ScreenText.OPEN,
    RowState.PRESENT: ScreenText.PRESENT,
    RowState.MISSING: ScreenText.MISSING,
    RowState.UNCLEAR: ScreenText.UNCLEAR,
    RowState.NOT_NEEDED: ScreenText.NOT_NEEDED,
}
_FIRM = frozenset({FeeState.KNOWN, FeeState.NONE})


class FolderParts:
    """Says what stands on the cover of one folder."""

    def __init__(self, content: Content, words: Wording, folder: Folder) -> None:
        self._content = content
        self._words = words
        self._folder = folder

    def table(self) -> PaperTable:
        """The papers of everybody, and below them what the marks mean."""
        heads = tuple(_names(member.companion, self._content, self._words) for member in self._folder.members)
        lines = tuple(map(self._line, self._folder.lines))
        states = {row.tick.state for line in self._folder.lines for row in line.rows if row is not None}
        legend = tuple(self._cell(state) for state in STATES if state in states) if self._words.is_bilingual else ()
        return PaperTable(heads, lines, legend)

    def fees(self) -> Iterator[Line]:
        """What it costs each, and all together as far as that is known."""
        for member in self._folder.members:
            if member.fee is not None:
                yield self._fee_of(member, tuple(self._fee(member.fee)))
        total = self._total()
        if total is not None and len(self._folder.members) > 1:
            yield self._words.labelled(Label.FEE_TOTAL, self._words.plain(german_amount(total)))
        if total != 0:
            yield self._words.label(Label.FEE_EXACT)

    def _fee_of(self, member: Member, about: Sequence[Line]) -> Line:
        """„Person 2 · Kind: 100,00 €“; with the matter, where those who came together want different things."""
        name = companion_name(member.companion, self._content, self._words)
        if member.service is not None and len(self._folder.matters) > 1:
            name = joined(" · ", name, self._words.line(member.service.name))
        said = joined(": ", name, *about)
        return replace(said, german_lead=f"{name.german}:", other_lead=f"{name.other}:" if said.other else "")

    def _line(self, line: FolderLine) -> TableLine:
        cells = tuple(None if row is None else self._cell(row.tick.state) for row in line.rows)
        return TableLine(self._words.line(line.document.name), cells)

    def _cell(self, state: RowState) -> TableCell:
        return TableCell(state, self._words.line(self._content.screen(STATES[state])))

    def _fee(self, fee: FeeResult) -> Iterator[Line]:
        match fee.state:
            case FeeState.NONE:
                yield self._words.label(Label.FEE_NONE)
            case FeeState.DEPENDS:
                if depends := self._words.facts(Label.FEE_OPEN, fee.depends_on):
                    yield depends
            case FeeState.OFFICE_DECIDES:
                yield self._words.label(Label.FEE_OFFICE)
            case FeeState.KNOWN if fee.total:
                yield self._words.plain(german_amount(fee.total))
            case FeeState.KNOWN:
                yield self._words.label(Label.FEE_ZERO)

    def _total(self) -> Decimal | None:
        """None where the fee of somebody is not known."""
        fees = [member.fee for member in self._folder.members]
        firm = [fee.total or Decimal() for fee in fees if fee is not None and fee.state in _FIRM]
        return sum(firm, Decimal()) if len(firm) == len(fees) else None


def companion_name(companion: Companion, content: Content, words: Wording) -> Line:
    """„Person 2 · Kind“."""
    return joined(" · ", *_names(companion, content, words))


def _names(companion: Companion, content: Content, words: Wording) -> tuple[Line, ...]:
    number = words.label(Label.PERSON, {"number": str(companion.number)})
    return number, words.line(content.role(companion.role))


def folder_of_order(order: SheetOrder, content: Content) -> Folder:
    """The folder of an order; of somebody who came alone, the list with what is missing or unclear."""
    if order.folder is not None:
        return order.folder
    checklist = order.checklist
    if checklist is None:
        msg = "an order that needs a matter has one"
        raise ValueError(msg)
    ticks = {missing.document.id: Tick(RowState.MISSING, missing.reason) for missing in order.missing}
    ticks |= {unclear.document.id: Tick(RowState.UNCLEAR) for unclear in order.unclear}
    rows = tuple(
        ListRow(row.number, row.document, row, ticks.get(row.document.id, OPEN))
        for row in checklist.rows
        if row.number is not None
    )
    alone = order.companion or Companion(1, Role.APPLICANT)
    return folder_of([Member(alone, checklist.service, checklist.fee, rows)], content.office.folder_order)

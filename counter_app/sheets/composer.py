"""From the order for a sheet to what stands on it: parts with lines in both languages, nothing about places yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counter_app.domain.checklist import Row
from counter_app.domain.content import Content
from counter_app.domain.document import Document, Form, OneOf
from counter_app.domain.evaluation import Reason, Truth
from counter_app.domain.fee import FeeItem, FeeState
from counter_app.domain.label import Label
from counter_app.domain.sheet import Appointment, Block, BlockKind, MissingDocument, RowChoice, SheetOrder
from counter_app.domain.slots import german_amount, german_date, german_time
from counter_app.domain.text import Text, Trust, lowest
from counter_app.sheets.wording import Line, Wording, joined


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered paper: its name, and what is to be said about it."""

    number: int
    name: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sheet, top to bottom: heading, lines, numbered papers, the appointment's code."""

    heading: Line | None = None
    lines: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    appointment: Appointment | None = None

    @property
    def trust(self) -> Trust:
        """The lowest state of the part's texts."""
        entries = (line for entry in self.entries for line in (entry.name, *entry.lines))
        head = () if self.heading is None else (self.heading,)
        return lowest(line.trust for line in (*head, *self.lines, *entries))


@dataclass(frozen=True, slots=True)
class ComposedSheet:
    """Everything that stands on a sheet, in reading order.

    Args:
        notice: that this is information and no decision.
        matter: what the customer came for, and its paragraph.
        closing: what every sheet ends with.
    """

    notice: Line
    title: Line
    matter: Line
    parts: tuple[Part, ...]
    closing: tuple[Line, ...]


class Composer:
    """Composes sheets from one snapshot of the content."""

    def __init__(self, content: Content, order: SheetOrder) -> None:
        self._content = content
        self._order = order
        self._words = Wording(content, order.language)

    def compose(self) -> ComposedSheet:
        """Put the sheet together; blocks that have nothing to say are left out."""
        notice = self._words.label(Label.INFORMATION_ONLY)
        title = self._words.line(self._order.definition.title)
        matter = self._matter()
        parts = tuple(part for block in self._order.definition.blocks if (part := self._part(block)) is not None)
        parts = (*parts, *self._assumed())
        trust = lowest((notice.trust, title.trust, matter.trust, *(part.trust for part in parts)))
        return ComposedSheet(notice, title, matter, parts, tuple(self._closing(trust)))

    def _matter(self) -> Line:
        service = self._order.checklist.service
        return self._words.labelled(Label.MATTER, self._words.line(service.name), self._words.plain(service.law))

    def _assumed(self) -> Iterator[Part]:
        """What nobody has said, but list and fee rest on."""
        assumed = (Reason(fact, (value,)) for fact, value in self._order.checklist.assumed.items())
        if line := self._words.facts_said(Label.ASSUMED, assumed):
            yield Part(None, (line, self._words.label(Label.ASSUMED_WRONG)))

    def _closing(self, trust: Trust) -> Iterator[Line]:
        binds = joined(" ", self._words.label(Label.GERMAN_BINDS), self._words.label(Label.TRANSLATION_HELPS))
        state = self._words.label(Label.CONTENT_DATE, {"date": german_date(self._content.day)})
        if self._words.is_bilingual:
            yield binds
            yield self._words.line(self._content.labels[f"trust/{lowest((trust, binds.trust, state.trust))}"])
        yield state

    def _part(self, block: Block) -> Part | None:
        heading = None if block.heading is None else self._words.line(block.heading)
        lines = () if block.text is None else (self._words.line(block.text, self._slots()),)
        match block.kind:
            case BlockKind.TEXT:
                return Part(heading, lines)
            case BlockKind.CHECKLIST:
                entries = tuple(self._entries(block.rows))
                return Part(heading, lines, entries) if entries else None
            case BlockKind.DEADLINE:
                return Part(heading, lines) if self._order.deadline else None
            case BlockKind.APPOINTMENT:
                return self._appointment()
            case BlockKind.FEE:
                return Part(self._words.label(Label.FEE), tuple(self._fee()))

    def _slots(self) -> dict[str, str]:
        return {"date": german_date(self._order.deadline)} if self._order.deadline else {}

    def _entries(self, choice: RowChoice | None) -> Iterator[Entry]:
        if choice is RowChoice.MISSING:
            yield from (self._missing_entry(missing) for missing in self._order.missing)
        elif choice is RowChoice.UNCLEAR:
            for unclear in self._order.unclear:
                about = (self._words.line(unclear.document.plain),)
                yield Entry(unclear.number, self._words.line(unclear.document.name), about)
        else:
            rows = self._order.checklist.needed(Truth.YES if choice is RowChoice.NEEDED else Truth.DEPENDS)
            yield from (self._row_entry(row, rows) for row in rows)

    def _missing_entry(self, missing: MissingDocument) -> Entry:
        reason = self._words.labelled(Label.REASON, self._words.line(self._content.reasons.texts[missing.reason]))
        row = self._order.checklist.row_of(missing.document.id)
        numbers = {found.document.id: found.number for found in self._order.missing}
        about = self._about(missing.document, row.notes if row else (), _lacking(missing))
        because = self._words.because(row.because) if row else None
        groups = self._group_hints(row.groups, numbers) if row else ()
        return Entry(missing.number, self._words.line(missing.document.name), _said(reason, *about, because, *groups))

    def _row_entry(self, row: Row, rows: Sequence[Row]) -> Entry:
        numbers = {found.document.id: found.number for found in rows if found.number is not None}
        depends = self._words.facts(Label.DEPENDS_ON, row.depends_on)
        about = self._about(row.document, row.notes, row.document.forms)
        lines = _said(*about, depends, self._words.because(row.because), *self._group_hints(row.groups, numbers))
        return Entry(row.number or 0, self._words.line(row.document.name), lines)

    def _about(self, document: Document, notes: Sequence[Text], forms: Sequence[Form]) -> Iterator[Line | None]:
        yield self._words.line(document.plain)
        yield from (self._words.line(note) for note in notes)
        papers = [self._words.line(self._content.labels[f"form/{form}"]) for form in forms if form.is_paper]
        yield self._words.labelled(Label.BRING, *papers) if papers else None
        yield self._labelled_text(Label.NOT_ENOUGH, document.not_enough)
        yield self._labelled_text(Label.WHERE, document.where)

    def _labelled_text(self, label: Label, text: Text | None) -> Line | None:
        return None if text is None else self._words.labelled(label, self._words.line(text))

    def _group_hints(self, groups: Sequence[OneOf], numbers: dict[str, int]) -> Iterator[Line]:
        """``Eines davon genügt. Nr. 3, 4``, where more than one paper of a group is on the sheet."""
        for group in groups:
            members = sorted(numbers[name] for name in group.documents if name in numbers)
            if len(members) > 1:
                column = self._words.label(Label.NUMBER_COLUMN)
                listed = self._words.plain(", ".join(map(str, members)))
                yield joined(" ", self._words.line(group.hint), column, listed)

    def _appointment(self) -> Part | None:
        appointment = self._order.appointment
        if appointment is None:
            return None
        plain = self._words.plain
        lines = [
            self._words.labelled(Label.DATE, plain(german_date(appointment.start))),
            self._words.labelled(Label.TIME, plain(german_time(appointment.start.time()))),
        ]
        if appointment.room:
            lines.append(self._words.labelled(Label.ROOM, plain(appointment.room)))
        lines.append(self._words.label(Label.QR_CAPTION))
        return Part(self._words.label(Label.APPOINTMENT), tuple(lines), appointment=appointment)

    def _fee(self) -> Iterator[Line]:
        fee = self._order.checklist.fee
        yield from (self._fee_item(item) for item in fee.items)
        match fee.state:
            case FeeState.NONE:
                yield self._words.label(Label.FEE_NONE)
            case FeeState.DEPENDS:
                yield from _said(self._words.facts(Label.FEE_OPEN, fee.depends_on))
            case FeeState.OFFICE_DECIDES:
                norms = dict.fromkeys(item.charge.discretion.norm for item in fee.items if item.charge.discretion)
                yield joined(" ", self._words.label(Label.FEE_OFFICE), self._words.plain(f"({'; '.join(norms)})"))
            case FeeState.KNOWN:
                yield from self._known_total()
        if fee.total != 0:
            yield self._words.label(Label.FEE_EXACT)

    def _known_total(self) -> Iterator[Line]:
        fee = self._order.checklist.fee
        if not fee.total:
            yield self._words.label(Label.FEE_ZERO)
        elif len(fee.items) > 1:
            yield self._words.labelled(Label.FEE_TOTAL, self._words.plain(german_amount(fee.total)))

    def _fee_item(self, item: FeeItem) -> Line:
        amount = german_amount(item.charge.eur)
        return joined(
            " – ", self._words.line(item.fee.name), self._words.plain(f"{amount} ({item.charge.norm})", amount)
        )


def _lacking(missing: MissingDocument) -> tuple[Form, ...]:
    """What to bring: all forms of the paper, or just the one that the reason says is missing."""
    named = tuple(form for form in Form if missing.reason == f"{form}_missing")
    return named or missing.document.forms


def _said(*lines: Line | None) -> tuple[Line, ...]:
    return tuple(line for line in lines if line is not None)

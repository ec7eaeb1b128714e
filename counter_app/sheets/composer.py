"""From the order for a sheet to what stands on it: parts with lines in both languages, nothing about places yet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Reason
from counter_app.domain.label import Label
from counter_app.domain.language import Language
from counter_app.domain.sheet import Block, BlockKind, SheetOrder
from counter_app.domain.slots import german_date, german_time
from counter_app.domain.text import Trust, lowest
from counter_app.sheets.fee_lines import FeeLines
from counter_app.sheets.folder_parts import FolderParts, companion_name, folder_of_order
from counter_app.sheets.paper_entries import PaperEntries
from counter_app.sheets.parts import CalendarCode, ComposedSheet, Fields, Items, OwnNames, Papers, Part, SheetWords
from counter_app.sheets.wording import Line, Wording, joined


class Composer:
    """Composes sheets from one snapshot of the content."""

    def __init__(self, content: Content, order: SheetOrder) -> None:
        self._content = content
        self._order = order
        self._words = Wording(content, order.language)
        self._fees = FeeLines(content, self._words)

    def compose(self) -> ComposedSheet:
        """Put the sheet together; blocks that have nothing to say are left out."""
        is_poster = self._order.definition.is_for_everyone
        notice = None if is_poster else self._words.label(Label.INFORMATION_ONLY)
        title = self._words.line(self._order.definition.title)
        matter = self._matter()
        parts = tuple(part for block in self._order.definition.blocks if (part := self._part(block)) is not None)
        parts = (*self._needs_check(), *parts, *self._assumed())
        head = [line.trust for line in (notice, title, self._whose, matter) if line is not None]
        closing = () if is_poster else tuple(self._closing(lowest((*head, *(part.trust for part in parts)))))
        return ComposedSheet(
            self._content.german,
            self._order.language,
            self._order.paper,
            self._content.office,
            self._head_lines(),
            notice,
            title,
            matter,
            parts,
            closing,
            self._sheet_words(),
            self._whose,
        )

    def _head_lines(self) -> tuple[str, ...]:
        """What the office tells about itself, unless the sheet does so in a part of its own, or is a poster."""
        told = any(block.kind in {BlockKind.OFFICE, BlockKind.LANGUAGES} for block in self._order.definition.blocks)
        return () if told else self._content.office.lines

    def _matter(self) -> Line | None:
        """What the customer came for; nothing where those who came together want different things."""
        if self._order.checklist is None or (self._order.folder and len(self._order.folder.matters) > 1):
            return None
        service = self._order.checklist.service
        return self._words.labelled(Label.MATTER, self._words.line(service.name), self._words.plain(service.law))

    def _needs_check(self) -> Iterator[Part]:
        """That the list may rest on old law, where it may."""
        if self._order.checklist is None or not self._order.definition.needs_matter:
            return
        if due := self._order.checklist.needs_check:
            since = german_date(min(watch.first for watch in due))
            yield Part(None, (self._words.label(Label.NEEDS_CHECK, {"date": since}),), is_box=True)

    def _assumed(self) -> Iterator[Part]:
        """What nobody has said, but list and fee rest on."""
        if self._order.checklist is None or not self._order.definition.is_for_one:
            return
        assumed = (Reason(fact, (value,)) for fact, value in self._order.checklist.assumed.items())
        if line := self._words.facts_said(Label.ASSUMED, assumed):
            yield Part(None, (line, self._words.label(Label.ASSUMED_WRONG)))

    def _closing(self, trust: Trust) -> Iterator[Line]:
        binds = joined(" ", self._words.label(Label.GERMAN_BINDS), self._words.label(Label.TRANSLATION_HELPS))
        state = self._state()
        if self._words.is_bilingual:
            yield binds
            yield self._words.line(self._content.labels[f"trust/{lowest((trust, binds.trust, state.trust))}"])
        yield state

    def _sheet_words(self) -> SheetWords:
        label = self._words.label
        title = self._order.definition.title.german
        whose = [] if self._whose is None else [self._whose.german]
        fixed = [title, *whose, self._content.office.name, label(Label.INFORMATION_ONLY).german]
        if self._words.is_bilingual:
            fixed.append(label(Label.GERMAN_BINDS).german.removesuffix("."))
        return SheetWords(
            " · ".join((*fixed, self._state().german)),
            label(Label.PAGE).german,
            label(Label.NUMBER_COLUMN),
            label(Label.DOCUMENTS_COLUMN),
            {t: self._words.line(self._content.labels[f"trust_mark/{t}"]) for t in Trust if t is not Trust.REVIEWED},
            label(Label.TICK_BOX).german,
            label(Label.QR_ALTERNATIVE).german,
            label(Label.LOGO).german,
        )

    def _state(self) -> Line:
        return self._words.label(Label.CONTENT_DATE, {"date": german_date(self._content.day)})

    def _part(self, block: Block) -> Part | None:
        """The block as a part; None where it has nothing to say."""
        heading = None if block.heading is None else self._words.line(block.heading)
        lines = () if block.text is None else (self._words.line(block.text, self._slots()),)
        return self._makers[block.kind](block, Part(heading, lines))

    @cached_property
    def _makers(self) -> Mapping[BlockKind, Callable[[Block, Part], Part | None]]:
        """What makes each kind of block from the part that holds its heading and text."""
        return {
            BlockKind.TEXT: lambda _, part: part,
            BlockKind.BOX: lambda _, part: replace(part, is_box=True),
            BlockKind.STEPS: lambda block, part: replace(part, body=Items(self._items(block), is_numbered=True)),
            BlockKind.POINTS: lambda block, part: replace(part, body=Items(self._items(block), is_numbered=False)),
            BlockKind.FIELDS: lambda block, part: replace(part, body=Fields(self._items(block))),
            BlockKind.CHECKLIST: self._papers,
            BlockKind.DEADLINE: lambda _, part: replace(part, is_box=True) if self._order.deadline else None,
            BlockKind.APPOINTMENT: lambda _, part: self._appointment(part),
            BlockKind.FEE: lambda _, part: self._fee(part),
            BlockKind.FEES: self._prices,
            BlockKind.OFFICE: lambda _, part: self._office(part),
            BlockKind.LANGUAGES: lambda _, part: replace(part, body=OwnNames(self._languages)),
            BlockKind.MATRIX: lambda _, part: replace(part, body=self._folder.table()),
            BlockKind.FEES_TOGETHER: lambda _, part: replace(
                part, lines=(*part.lines, *self._folder.fees()), is_loose=True
            ),
        }

    @cached_property
    def _whose(self) -> Line | None:
        """Whose sheet it is, where several people came together."""
        companion = self._order.companion
        return None if companion is None else companion_name(companion, self._content, self._words)

    @cached_property
    def _folder(self) -> FolderParts:
        return FolderParts(self._content, self._words, folder_of_order(self._order, self._content))

    @property
    def _checklist(self) -> Checklist:
        if self._order.checklist is None:
            msg = "an order that needs a matter has one"
            raise ValueError(msg)
        return self._order.checklist

    @property
    def _day(self) -> date:
        """The day whose prices count."""
        listed = self._order.checklist.day if self._order.checklist else self._content.day
        return self._order.day or listed

    @property
    def _languages(self) -> tuple[Language, ...]:
        return tuple(self._content.known_languages.values())

    def _slots(self) -> dict[str, str]:
        return {"date": german_date(self._order.deadline)} if self._order.deadline else {}

    def _items(self, block: Block) -> tuple[Line, ...]:
        return tuple(map(self._words.line, block.items))

    def _papers(self, block: Block, part: Part) -> Part | None:
        entries = PaperEntries(self._content, self._words, self._order, self._checklist).chosen(block.rows)
        papers = Papers(tuple(entries))
        return replace(part, body=papers) if papers.entries else None

    def _prices(self, block: Block, part: Part) -> Part:
        return replace(part, body=Items(tuple(self._fees.prices(block.fees, self._day)), is_numbered=False))

    def _appointment(self, part: Part) -> Part | None:
        """The appointment; where there is none, a sheet without a matter has lines to fill in."""
        label, plain = self._words.label, self._words.plain
        part = replace(part, heading=part.heading or label(Label.APPOINTMENT))
        appointment = self._order.appointment
        if appointment is None:
            blank = Fields(tuple(map(label, (Label.DATE, Label.TIME, Label.ROOM))))
            return None if self._order.definition.needs_matter else replace(part, body=blank)
        said = [
            self._words.labelled(Label.DATE, plain(german_date(appointment.start))),
            self._words.labelled(Label.TIME, plain(german_time(appointment.start.time()))),
        ]
        if appointment.room:
            said.append(self._words.labelled(Label.ROOM, self._words.name(appointment.room)))
        said.append(label(Label.QR_CAPTION))
        return replace(part, body=CalendarCode(tuple(said), appointment))

    def _fee(self, part: Part) -> Part:
        """What the matter costs, below what the block itself says."""
        said = (*part.lines, *self._fees.of_matter(self._checklist.fee))
        return replace(part, heading=part.heading or self._words.label(Label.FEE), lines=said)

    def _office(self, part: Part) -> Part | None:
        """What the office has told about itself; its name alone stands at the head of the sheet."""
        office = self._content.office
        told = {
            Label.ADDRESS: office.address,
            Label.ROOM: office.rooms,
            Label.HOURS: office.hours,
            Label.PHONE: office.phone,
            Label.EMAIL: office.email,
        }
        lines = [self._words.labelled(label, self._words.name(value)) for label, value in told.items() if value]
        return replace(part, lines=(*part.lines, *lines), is_loose=True) if lines or part.lines else None

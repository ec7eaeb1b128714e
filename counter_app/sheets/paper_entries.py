"""The numbered papers of a sheet: which of the list, and what is said about each."""

from collections.abc import Iterator, Mapping, Sequence

from counter_app.domain.checklist import Checklist, Row
from counter_app.domain.content import Content
from counter_app.domain.document import Age, Document, Form, OneOf
from counter_app.domain.evaluation import Truth
from counter_app.domain.label import Label
from counter_app.domain.role import Role
from counter_app.domain.sheet import MissingDocument, RowChoice, SheetOrder
from counter_app.domain.slots import german_date
from counter_app.domain.text import Text
from counter_app.sheets.parts import Entry
from counter_app.sheets.wording import Line, Wording, joined


class PaperEntries:
    """Says what is to be said about the papers of one matter."""

    def __init__(self, content: Content, words: Wording, order: SheetOrder, checklist: Checklist) -> None:
        self._content = content
        self._words = words
        self._order = order
        self._checklist = checklist

    def chosen(self, choice: RowChoice | None) -> Iterator[Entry]:
        """The papers of one choice, in the order of the list."""
        match choice:
            case RowChoice.MISSING:
                yield from (self._missing(missing) for missing in self._order.missing)
            case RowChoice.UNCLEAR:
                for unclear in self._order.unclear:
                    about = (self._words.line(unclear.document.plain),)
                    yield Entry(unclear.number, self._words.line(unclear.document.name), about)
            case _:
                rows = self._checklist.needed(Truth.YES if choice is RowChoice.NEEDED else Truth.DEPENDS)
                numbers = {row.document.id: row.number for row in rows if row.number is not None}
                yield from (self._row(row, numbers) for row in rows)

    def _missing(self, missing: MissingDocument) -> Entry:
        reason = self._words.labelled(Label.REASON, self._words.line(self._content.reasons.texts[missing.reason]))
        row = self._checklist.row_of(missing.document.id)
        numbers = {found.document.id: found.number for found in self._order.missing}
        about = self._about(row or missing.document, row.notes if row else (), _lacking(missing))
        because = self._words.because(row.because) if row else None
        groups = self._group_hints(row.groups, numbers) if row else ()
        until = self._words.label(Label.COUNTS_UNTIL, {"date": german_date(missing.last)}) if missing.last else None
        said = _said(reason, until, *about, because, *groups)
        return Entry(missing.number, self._words.line(missing.document.name), said)

    def _row(self, row: Row, numbers: Mapping[str, int]) -> Entry:
        name = self._words.line(row.document.name)
        depends = self._words.facts(Label.DEPENDS_ON, row.depends_on)
        if row.needed is Truth.DEPENDS:
            return Entry(row.number or 0, name, _said(depends))
        about = self._about(row, row.notes, row.document.forms)
        hints = self._group_hints(row.groups, numbers)
        return Entry(row.number or 0, name, _said(*about, self._words.because(row.because), *hints))

    def _about(self, wanted: Row | Document, notes: Sequence[Text], forms: Sequence[Form]) -> Iterator[Line | None]:
        document = wanted.document if isinstance(wanted, Row) else wanted
        yield self._words.line(document.plain)
        yield from (self._words.line(note) for note in notes)
        papers = [self._words.line(self._content.labels[f"form/{form}"]) for form in forms if form.is_paper]
        yield self._words.labelled(Label.BRING, *papers) if papers else None
        if forms == document.forms or Form.COPY in forms:
            yield self._copies(wanted.copies)
        yield self._age(wanted.age)
        yield self._from_whom(wanted.role)
        yield self._labelled_text(Label.NOT_ENOUGH, document.not_enough)
        yield self._labelled_text(Label.WHERE, document.where)

    def _copies(self, copies: int) -> Line | None:
        return self._words.labelled(Label.COPIES, self._words.plain(str(copies))) if copies > 1 else None

    def _age(self, age: Age | None) -> Line | None:
        if age is None:
            return None
        label = Label.AGE_DAYS if age.days else Label.AGE_MONTH if age.months == 1 else Label.AGE_MONTHS
        return self._words.label(label, {"number": str(age.days or age.months)})

    def _from_whom(self, role: Role) -> Line | None:
        return None if role is Role.APPLICANT else self._labelled_text(Label.FROM_WHOM, self._content.role(role))

    def _labelled_text(self, label: Label, text: Text | None) -> Line | None:
        return None if text is None else self._words.labelled(label, self._words.line(text))

    def _group_hints(self, groups: Sequence[OneOf], numbers: Mapping[str, int]) -> Iterator[Line]:
        """``Eines davon genügt. Nr. 3, 4``, where more than one paper of a group is on the sheet."""
        for group in groups:
            members = sorted(numbers[name] for name in group.documents if name in numbers)
            if len(members) > 1:
                column = self._words.label(Label.NUMBER_COLUMN)
                listed = self._words.plain(", ".join(map(str, members)))
                yield joined(" ", self._words.line(group.hint), column, listed)


def _lacking(missing: MissingDocument) -> tuple[Form, ...]:
    """What to bring: all forms of the paper, or just the one that the reason says is missing."""
    named = tuple(form for form in Form if missing.reason == f"{form}_missing")
    return named or missing.document.forms


def _said(*lines: Line | None) -> tuple[Line, ...]:
    return tuple(line for line in lines if line is not None)

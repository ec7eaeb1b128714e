"""From a sheet as we compose it to what the peers get."""

import re
from collections.abc import Iterable, Sequence

from benchmarks.sheets.model import Entry, Pair, Part, Said, Sheet, Voice
from counter_app.domain.language import LAST_RESORTS, Language
from counter_app.domain.slots import filled
from counter_app.domain.text import Trust
from counter_app.sheets import parts
from counter_app.sheets.text.isolates import glued, with_isolates
from counter_app.sheets.text.sentences import one_a_line
from counter_app.sheets.wording import Line

Matrix = Sequence[Sequence[int]]


class Conversion:
    """Makes the peers' sheet of one of ours.

    Args:
        matrix: the QR code for the sheet's appointment.
    """

    def __init__(self, sheet: parts.ComposedSheet, matrix: Matrix) -> None:
        self._sheet = sheet
        self._matrix = matrix

    def sheet(self) -> Sheet:
        """Everything that stands on it."""
        sheet, words = self._sheet, self._sheet.words
        return Sheet(
            german=_voice(sheet.german),
            other=_voice(sheet.language),
            title=sheet.name,
            footer=f"{words.footer} · {filled(words.page, {'number': '{page}'})}",
            tick_box=words.tick_box,
            code_says=words.code,
            number_column=self._german(words.number_column.german),
            papers_column=self._pair(words.documents_column),
            office=self._german(sheet.office.name),
            office_lines=tuple(map(self._german, sheet.office.lines)),
            notice=self._pair(sheet.notice or sheet.title),
            heading=self._pair(sheet.title),
            matter=None if sheet.matter is None else self._pair(sheet.matter),
            parts=tuple(map(self._part, sheet.parts)),
            closing=self._pairs(sheet.closing),
        )

    def _german(self, text: str) -> Said:
        return _said(text, "", self._sheet.german)

    def _pair(self, line: Line) -> Pair:
        language = self._sheet.language
        text = one_a_line(line.other) if language.sentence_lines else line.other
        other = _said(text, line.other_lead, language) if text else None
        return Pair(_said(line.german, line.german_lead, self._sheet.german), other)

    def _pairs(self, lines: Iterable[Line]) -> tuple[Pair, ...]:
        return tuple(map(self._pair, lines))

    def _part(self, part: parts.Part) -> Part:
        heading = None if part.heading is None else self._pair(part.heading)
        mark = None if part.trust is Trust.REVIEWED else self._pair(self._sheet.words.marks[part.trust])
        kind, papers, items = self._body(part.body)
        code = tuple("".join(map(str, row)) for row in self._matrix) if kind == "code" else ()
        return Part(kind, part.is_box, heading, self._pairs(part.lines), papers, items, code, mark)

    def _body(self, body: parts.Body | None) -> tuple[str, tuple[Entry, ...], tuple[Pair, ...]]:
        match body:
            case parts.Papers(entries):
                return "papers", tuple(map(self._entry, entries)), ()
            case parts.Items(lines, is_numbered):
                return "steps" if is_numbered else "points", (), self._pairs(lines)
            case parts.Fields(lines):
                return "fields", (), self._pairs(lines)
            case parts.CalendarCode(lines):
                return "code", (), self._pairs(lines)
            case parts.OwnNames() | parts.PaperTable():
                msg = "the poster for all languages and the cover of a folder are not compared"
                raise ValueError(msg)
            case None:
                return "text", (), ()

    def _entry(self, entry: parts.Entry) -> Entry:
        return Entry(str(entry.number), self._pair(entry.name), self._pairs(entry.lines))


def _voice(language: Language) -> Voice:
    families = tuple(dict.fromkeys((*language.fonts, *LAST_RESORTS)))
    return Voice(
        language.tag, language.is_rtl, tuple(map(family_name, families)), language.line_spacing, language.type_scale
    )


def family_name(file: str) -> str:
    """``NotoSansCJKsc`` is called ``Noto Sans CJK SC`` inside, all others as their file with spaces."""
    spaced = re.sub("(?<=[a-z])(?=[A-Z])", " ", file)
    return spaced.replace("CJKsc", "CJK SC")


def _said(text: str, lead: str, language: Language) -> Said:
    """The lead and what follows it, with the same isolates and no-break spaces as on our sheets."""
    label, rest = (glued(with_isolates(piece, language.direction)) for piece in (lead, text.removeprefix(lead)))
    return Said(label, rest)

"""The sheet as HTML of plain tables, for the peers that read it."""

from collections.abc import Iterable, Iterator
from html import escape

from benchmarks.sheets.model import Entry, Pair, Part, Said, Sheet, Voice, signs

Cells = tuple[str, ...]

OTHER_PT, NUMBER_PT, SIGN_PT = 218, 40, 20
PAIR = (0, OTHER_PT)
PAPERS = (NUMBER_PT, 0, OTHER_PT)
"""Widths of columns, 0 for what is left; style sheets may know better."""


class Page:
    """Writes one sheet as HTML.

    Args:
        tick_box, code: what stands for the figures, as HTML; ``code`` is asked for once a code is there.
    """

    def __init__(self, sheet: Sheet, tick_box: str, code: str) -> None:
        self._sheet = sheet
        self._tick_box = tick_box
        self._code = code

    def html(self) -> str:
        """The whole document; all looks are in classes."""
        sheet = self._sheet
        body = "".join(
            (
                '<div class="head">',
                _paragraph(sheet.german, sheet.office, "strong"),
                *(_paragraph(sheet.german, line, "small") for line in sheet.office_lines),
                "</div>",
                self._rows([self._cells(sheet.notice, "strong")]),
                self._heading(sheet.heading, "h1"),
                self._rows([self._cells(sheet.matter, "body")]) if sheet.matter else "",
                *map(self._part, sheet.parts),
                '<div class="closing"><div class="rule"></div>',
                self._rows(self._cells(line, "small") for line in sheet.closing),
                "</div>",
            )
        )
        title = escape(sheet.title)
        return f'<html lang="{sheet.german.tag}"><head><title>{title}</title></head><body>{body}</body></html>'

    def _cells(self, pair: Pair, look: str) -> Cells:
        return tuple(_cell(voice, said, look) for voice, said in self._sheet.voices(pair))

    def _rows(self, rows: Iterable[Cells], look: str = "pair") -> str:
        widths = self._item_widths if look == "items" else PAIR
        return f'<table class="{look}" width="100%">{"".join(_row(cells, widths) for cells in rows)}</table>'

    @property
    def _item_widths(self) -> tuple[int, ...]:
        words = OTHER_PT - SIGN_PT
        return (SIGN_PT, 0, words, SIGN_PT) if self._sheet.other.rtl else (SIGN_PT, 0, SIGN_PT, words)

    def _heading(self, pair: Pair, tag: str) -> str:
        return f'<div class="{tag}">{self._rows([self._cells(pair, tag)])}</div>'

    def _part(self, part: Part) -> str:
        mark = self._mark(part)
        inside = "".join(
            (
                self._heading(part.heading, "h2") if part.heading else "",
                self._rows(self._cells(line, "body") for line in part.lines) if part.lines else "",
                self._body(part, mark),
                self._rows([("", mark)]) if mark and part.kind != "papers" else "",
            )
        )
        return f'<div class="{"box" if part.is_box else "part"}">{inside}</div>'

    def _mark(self, part: Part) -> str:
        if part.mark is None:
            return ""
        both = (said.text for _, said in reversed(list(self._sheet.voices(part.mark))) if said is not None)
        return f'<p class="mark" dir="{_direction(self._sheet.other)}">{escape(" · ".join(both))}</p>'

    def _body(self, part: Part, mark: str) -> str:
        match part.kind:
            case "papers":
                return self._papers(part.papers, mark)
            case "steps" | "points":
                pairs = zip(signs(part), part.items, strict=True)
                return self._rows((self._item(sign, pair) for sign, pair in pairs), "items")
            case "fields":
                return "".join(self._rows([self._cells(pair, "small")], "field") for pair in part.items)
            case "code":
                lines = self._rows(self._cells(line, "body") for line in part.items)
                return f'<table class="code" width="100%"><tr><td>{lines}</td><td>{self._code}</td></tr></table>'
            case _:
                return ""

    def _papers(self, entries: Iterable[Entry], mark: str) -> str:
        sheet = self._sheet
        german, other = self._cells(sheet.papers_column, "strong")
        names = (_paragraph(sheet.german, sheet.number_column, "strong"), german, other + mark)
        head = _row(names, PAPERS, "th")
        rows = "".join(_row((self._number(entry), *self._about(entry)), PAPERS) for entry in entries)
        return f'<table class="papers" width="100%"><thead>{head}</thead><tbody>{rows}</tbody></table>'

    def _number(self, entry: Entry) -> str:
        return f'<p class="h2">{entry.number} {self._tick_box}</p>'

    def _about(self, entry: Entry) -> Iterator[str]:
        names = self._cells(entry.name, "strong")
        lines = [self._cells(line, "body") for line in entry.lines]
        return ("".join(texts) for texts in zip(names, *lines, strict=True))

    def _item(self, sign: str, pair: Pair) -> Cells:
        first, again = self._cells(Pair(Said("", sign), Said("", sign)), "strong")
        german, other = self._cells(pair, "body")
        return (first, german, other, again) if self._sheet.other.rtl else (first, german, again, other)


def _row(cells: Iterable[str], widths: Iterable[int], tag: str = "td") -> str:
    sides = (f'<{tag} width="{width}"' if width else f"<{tag}" for width in widths)
    return f"<tr>{''.join(f'{side}>{cell}</{tag}>' for side, cell in zip(sides, cells, strict=True))}</tr>"


def _cell(voice: Voice, said: Said | None, look: str) -> str:
    return "" if said is None else _paragraph(voice, said, look)


def _paragraph(voice: Voice, said: Said, look: str) -> str:
    lead = f"<b>{escape(said.lead)}</b>" if said.lead else ""
    text = escape(said.text).replace("\n", "<br>")
    side = "right" if voice.rtl else "left"
    place = f'lang="{voice.tag}" dir="{_direction(voice)}" align="{side}"'
    return f'<p class="{look}" {place}>{lead}{text}</p>'


def _direction(voice: Voice) -> str:
    return "rtl" if voice.rtl else "ltr"

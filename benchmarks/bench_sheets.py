"""How long a sheet takes: our ``sheet_pdf`` next to typst's reused compiler.

Both set the same sheets in the same process, turn by turn: every typical case of every matter, as ``missing`` and as
``full`` sheet, each with a deadline and an appointment of its own, so that no sheet comes twice. Both are warm: a whole
round of other sheets runs before the clock starts. Both write tagged PDF with the fonts of ``resources/fonts``.

What is on the clock:

- ours: the whole of ``sheet_pdf``, from the order to the PDF, composing and computing the QR matrix included;
- typst: one ``Compiler.compile`` of ``slip.typ``, from JSON to the PDF. Its JSON is ready before the clock starts: the
  lines as composed by us, their fragments isolated, and the QR code as an SVG of rectangles.

So what ours does alone counts against ours; the table shows how much of our time that is.

How to read the end: ``ratio sheets ours/typst warm ar: 0.80`` says that the median of our times in Arabic is 0.8 times
typst's, so less is better. The last line is the geometric mean over the languages.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path
from statistics import geometric_mean, median, quantiles
from time import perf_counter

import pikepdf
import typst

from counter_app.content.loader import load_content
from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.label import Label
from counter_app.domain.language import Language
from counter_app.domain.sheet import Appointment, SheetOrder, missing_documents
from counter_app.domain.slots import filled, german_date
from counter_app.domain.text import Trust
from counter_app.sheets.calendar_code import calendar_matrix
from counter_app.sheets.composer import ComposedSheet, Composer, Part
from counter_app.sheets.printer import sheet_pdf
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.isolates import glued, with_isolates
from counter_app.sheets.wording import Line
from counter_app.system.paths import content_folders, fonts_folder

LANGUAGES = ("ar", "en", "ti")
ROUNDS = 2
MISSING_AT_MOST = 4

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def orders(content: Content, language: Language, numbers: Iterator[int]) -> Iterator[SheetOrder]:
    """One round: each typical case as both sheets.

    Args:
        numbers: never gives the same number twice; each makes a deadline and an appointment.
    """
    for service in content.services.values():
        for case in service.cases:
            checklist = content.checklists.make(service, case.facts, content.day)
            missing = missing_documents(checklist, _missing(content, checklist), content.documents)
            for definition in content.sheets.values():
                number = next(numbers)
                start = datetime.combine(content.day, time(8)) + timedelta(
                    days=21 + number // 50, minutes=number % 50 * 5
                )
                appointment = Appointment(start, f"{number % 9 + 1}.{number % 90 + 10}")
                deadline = content.day + timedelta(days=7 + number)
                yield SheetOrder(definition, language, checklist, missing, deadline, appointment)


def _missing(content: Content, checklist: Checklist) -> dict[str, str]:
    """Every other paper of the list, each for another reason."""
    papers = [row.document.id for row in checklist.needed(Truth.YES)][::2]
    return dict(zip(papers[:MISSING_AT_MOST], content.reasons.texts, strict=False))


class Template:
    """Turns a composed sheet into the data of ``slip.typ``."""

    def __init__(self, content: Content, language: Language) -> None:
        self._content = content
        self._language = language

    def data(self, sheet: ComposedSheet) -> Json:
        """Everything that stands on the sheet."""
        office = self._content.office
        fixed = (office.name, self._german(Label.INFORMATION_ONLY), self._german(Label.GERMAN_BINDS).removesuffix("."))
        state = filled(self._german(Label.CONTENT_DATE), {"date": german_date(self._content.day)})
        columns = self._content.label(Label.DOCUMENTS_COLUMN)
        mark = self._content.labels[f"trust_mark/{Trust.DRAFT}"]
        return {
            "german": _voice(self._content.german),
            "other": _voice(self._language),
            "title": f"{sheet.title.german} – {sheet.matter.german}",
            "footer": " · ".join((*fixed, state, "")),
            "page": self._german(Label.PAGE),
            "tick_box": self._german(Label.TICK_BOX),
            "qr_alternative": self._german(Label.QR_ALTERNATIVE),
            "number_column": _said(self._german(Label.NUMBER_COLUMN), "", self._content.german),
            "documents_column": {
                "german": _said(columns.german, "", self._content.german),
                "other": _said(columns.in_language(self._language.tag), "", self._language),
            },
            "mark": {"german": mark.german, "other": mark.in_language(self._language.tag)},
            "office": _said("\n".join((office.name, *office.lines)), "", self._content.german),
            "notice": self._pair(sheet.notice),
            "heading": self._pair(sheet.title),
            "matter": self._pair(sheet.matter),
            "parts": [self._part(part) for part in sheet.parts],
            "closing": [self._pair(line) for line in sheet.closing],
        }

    def _german(self, label: Label) -> str:
        return self._content.label(label).german

    def _pair(self, line: Line) -> Json:
        return {
            "german": _said(line.german, line.german_lead, self._content.german),
            "other": _said(line.other, line.other_lead, self._language),
        }

    def _part(self, part: Part) -> Json:
        entries: list[Json] = [
            {
                "number": str(entry.number),
                "name": self._pair(entry.name),
                "lines": [self._pair(line) for line in entry.lines],
            }
            for entry in part.entries
        ]
        return {
            "heading": None if part.heading is None else self._pair(part.heading),
            "lines": [self._pair(line) for line in part.lines],
            "entries": entries,
            "code": None if part.appointment is None else self._code(part.appointment),
            "is_marked": part.trust is not Trust.REVIEWED,
        }

    def _code(self, appointment: Appointment) -> Json:
        matrix = calendar_matrix(appointment, self._content.office.name)
        return {"modules": len(matrix), "svg": _svg(matrix)}


def _voice(language: Language) -> Json:
    families = dict.fromkeys((*language.fonts, "NotoSans"))
    return {
        "tag": language.tag,
        "rtl": language.is_rtl,
        "fonts": [re.sub("(?<=[a-z])(?=[A-Z])", " ", family) for family in families],
        "spacing": language.line_spacing,
    }


def _said(text: str, lead: str, language: Language) -> Json:
    """The lead and what follows it, with the same isolates and no-break spaces as on our sheets."""
    if not text:
        return None
    label, rest = (glued(with_isolates(piece, language.direction)) for piece in (lead, text.removeprefix(lead)))
    return {"lead": label, "text": rest}


def _svg(matrix: Sequence[Sequence[int]]) -> str:
    """Each row's stretches of dark modules as rectangles in one path."""
    rows = ("".join("1" if module else " " for module in row) for row in matrix)
    stretches = (
        f"M{found.start()} {y}h{len(found[0])}v1h-{len(found[0])}z"
        for y, row in enumerate(rows)
        for found in re.finditer("1+", row)
    )
    size = len(matrix)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{"".join(stretches)}"/></svg>'


class TypstPrinter:
    """Typst with all its caches, kept from sheet to sheet."""

    def __init__(self) -> None:
        folder = Path(__file__).parent
        fonts = [str(fonts_folder())]
        self._compiler = typst.Compiler(root=str(folder), font_paths=fonts, ignore_system_fonts=True)

    def pdf(self, source: bytes) -> bytes:
        """The tagged PDF."""
        document = self._compiler.compile(source, format="pdf")
        assert isinstance(document, bytes)
        return document


def typst_source(data: Json) -> bytes:
    """A document that takes the data as a string; nothing in it is read as markup."""
    text = json.dumps(data, ensure_ascii=False).replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "slip.typ": slip\n#slip(json(bytes("{text}")))'.encode()


@dataclass(frozen=True, slots=True)
class Made:
    """One PDF and how long it took."""

    pdf: bytes
    seconds: float

    @classmethod
    def by(cls, work: Callable[[], bytes]) -> "Made":
        """Do the work on the clock."""
        start = perf_counter()
        pdf = work()
        return cls(pdf, perf_counter() - start)


@dataclass(frozen=True, slots=True)
class Turn:
    """The same sheet from both.

    Args:
        composing_s: what composing takes, counted in ours only.
        matrix_s: what computing the QR matrix takes, counted in ours only.
    """

    ours: Made
    typst: Made
    composing_s: float
    matrix_s: float


class Race:
    """Both printers in one language."""

    def __init__(self, content: Content, language: Language, fonts: FontLibrary, printer: TypstPrinter) -> None:
        self._content = content
        self._language = language
        self._fonts = fonts
        self._printer = printer
        self._template = Template(content, language)
        self._numbers = count()

    def round(self) -> Iterator[Turn]:
        """Every case as both sheets, new ones each time; who begins changes from sheet to sheet."""
        for number, order in enumerate(orders(self._content, self._language, self._numbers)):
            yield self._turn(order, ours_first=number % 2 == 0)

    def _turn(self, order: SheetOrder, *, ours_first: bool) -> Turn:
        start = perf_counter()
        composed = Composer(self._content, order).compose()
        composing_s = perf_counter() - start
        source = typst_source(self._template.data(composed))
        matrix_s = self._matrix_seconds(order)
        works = [partial(sheet_pdf, self._content, order, self._fonts), partial(self._printer.pdf, source)]
        if ours_first:
            ours, theirs = (Made.by(work) for work in works)
        else:
            theirs, ours = (Made.by(work) for work in reversed(works))
        return Turn(ours, theirs, composing_s, matrix_s)

    def _matrix_seconds(self, order: SheetOrder) -> float:
        assert order.appointment is not None
        start = perf_counter()
        calendar_matrix(order.appointment, self._content.office.name)
        return perf_counter() - start


@dataclass(frozen=True, slots=True)
class Files:
    """What one printer's PDFs of a round look like."""

    kilobytes: float
    pages: tuple[int, ...]
    tagged: int

    @classmethod
    def of(cls, pdfs: Sequence[bytes]) -> "Files":
        """Look into each file."""
        pages, tagged = zip(*map(_pages_and_tags, pdfs), strict=True)
        return cls(median(map(len, pdfs)) / 1000, pages, sum(tagged))

    def __str__(self) -> str:
        tagged = f"{self.tagged} of {len(self.pages)} tagged"
        return f"{self.kilobytes:.1f} kB (median), {sum(self.pages)} pages, {tagged}"


def _pages_and_tags(pdf: bytes) -> tuple[int, bool]:
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        is_tagged = "/StructTreeRoot" in root and "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked", False))
        return len(document.pages), is_tagged


def show_files(turns: Sequence[Turn]) -> None:
    """Whether the two make the same thing."""
    ours, theirs = Files.of([turn.ours.pdf for turn in turns]), Files.of([turn.typst.pdf for turn in turns])
    print(f"  files   ours {ours}")
    print(f"  files  typst {theirs}")
    differing = sum(a != b for a, b in zip(ours.pages, theirs.pages, strict=True))
    print(f"  number of pages differs on {differing} of {len(turns)} sheets")


def show_times(turns: Sequence[Turn]) -> float:
    """The times in milliseconds; gives back the ratio of the medians."""
    ours, theirs = [turn.ours.seconds for turn in turns], [turn.typst.seconds for turn in turns]
    composing, matrix = median(turn.composing_s for turn in turns), median(turn.matrix_s for turn in turns)
    print(f"  times   ours {_spread(ours)}, in it composing {composing * 1000:.1f} and QR matrix {matrix * 1000:.1f}")
    print(f"  times  typst {_spread(theirs)}")
    bare = median(turn.ours.seconds - turn.matrix_s for turn in turns)
    print(f"  ours without computing the matrix would be {bare / median(theirs):.2f} times typst")
    return median(ours) / median(theirs)


def _spread(seconds: Sequence[float]) -> str:
    tenths = quantiles(seconds, n=10)
    return (
        f"median {median(seconds) * 1000:.1f} ms, 10 % below {tenths[0] * 1000:.1f}, 10 % above {tenths[-1] * 1000:.1f}"
    )


def main() -> None:
    """Run all languages and print the ratios last."""
    content, fonts, printer = load_content(content_folders()), FontLibrary(fonts_folder()), TypstPrinter()
    ratios: dict[str, float] = {}
    for tag in LANGUAGES:
        race = Race(content, content.language(tag), fonts, printer)
        warm_up = list(race.round())
        print(f"{tag}: {len(warm_up)} sheets to get warm, then {ROUNDS} × {len(warm_up)} others")
        show_files(warm_up)
        ratios[tag] = show_times([turn for _ in range(ROUNDS) for turn in race.round()])
    print("typst gets the lines and the QR matrix ready-made; ours composes and computes them on the clock")
    for tag, ratio in ratios.items():
        print(f"ratio sheets ours/typst warm {tag}: {ratio:.2f}")
    print(f"ratio sheets ours/typst warm: {geometric_mean(ratios.values()):.2f}")


if __name__ == "__main__":
    main()

"""The flowable for all text on a sheet, in any script."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from reportlab.platypus import Flowable

from counter_app.domain.errors import MissingGlyph
from counter_app.domain.language import Language
from counter_app.sheets.tagging import StructureElement, TaggedCanvas
from counter_app.sheets.text.drawing import TextWriter, place_line
from counter_app.sheets.text.fonts import EM, FontLibrary
from counter_app.sheets.text.lines import break_lines, widest_segment
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import ShapedText, shape_text

LEAST_LINE_SPACING = 1.3
FEWEST_LINES_TOGETHER = 2
# Widths come back from the page layout with rounding errors; a word must not break because of one.
TOLERANCE_PT = 0.01


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks: black, and starting where its language begins to read."""

    size_pt: float
    bold: bool = False


class Paragraph(Flowable):
    """A text that breaks into lines and pages and is tagged as its structure element.

    Args:
        text: one text, or spans of it; a newline breaks the line.
        element: its place in the structure tree; gets the language if it has none yet. None only in an artifact.
        text_id: names the text in errors.

    Raises:
        MissingGlyph: none of the language's fonts has a character.
        SheetError: a font file is missing.
    """

    def __init__(
        self,
        text: str | Sequence[Span],
        language: Language,
        style: TextStyle,
        fonts: FontLibrary,
        element: StructureElement | None = None,
        text_id: str = "",
    ) -> None:
        super().__init__()
        self.width = 0.0
        self.style = style
        self.language = language
        self.element = element
        if element is not None:
            element.language = element.language or language.tag
        self.leading = style.size_pt * max(language.line_spacing, LEAST_LINE_SPACING)
        self._font = fonts.stack(language, bold=style.bold).files[0]
        self._shaped = _shaped(text, language, style, fonts, text_id)
        self._start, self._end = 0, len(self._shaped.text)
        self._lines: list[tuple[int, int]] = []

    @property
    def lines(self) -> list[str]:
        """The text of each line as broken by the last :meth:`wrap`."""
        return [self._shaped.text[start:end] for start, end in self._lines]

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002  # ReportLab's signature
        """Break the text for a width in points; the paragraph takes all of it."""
        if not self._lines or width != self.width:
            lines = break_lines(self._shaped, self._start, (width + TOLERANCE_PT) * EM / self.style.size_pt)
            self._lines = [(start, min(end, self._end)) for start, end in lines if start < self._end]
        self.width, self.height = width, len(self._lines) * self.leading
        return self.width, self.height

    def minWidth(self) -> float:  # noqa: N802  # ReportLab's name
        """The width in points below which words are cut."""
        return widest_segment(self._shaped) * self.style.size_pt / EM

    def split(self, width: float, height: float) -> list["Paragraph"]:
        """Two paragraphs of at least two lines each, the first not higher than ``height``; none if there is no way."""
        self.wrap(width, height)
        count = len(self._lines)
        fitting = int((height + TOLERANCE_PT) / self.leading)
        if fitting >= count:
            return [self]
        fitting = min(fitting, count - FEWEST_LINES_TOGETHER)
        if fitting < FEWEST_LINES_TOGETHER:
            return []
        return [self._part(0, fitting), self._part(fitting, count)]

    def keep_lines(self, first: int, last: int) -> None:
        """Drop all lines but these, as for one of several pages."""
        self._lines = self._lines[first:last]
        # ReportLab's note that the whole was put off to the next page once; a second time it would give up.
        self.__dict__.pop("_postponed", None)
        self._start, self._end = self._lines[0][0], self._lines[-1][1]

    def left_of_line(self, width: float) -> float:
        """Where a line of this width starts, in points from the left edge."""
        return float(self.width - width) if self.language.is_rtl else 0

    def draw(self) -> None:
        """Write the lines at the canvas' origin, the lower left corner of the paragraph."""
        canvas: TaggedCanvas = self.canv
        with canvas.marked(self.element):
            canvas.emit("0 g")
            writer = TextWriter(canvas, self.style.size_pt, self.language.tag)
            y = self.height - self._baseline()
            for start, end in self._lines:
                line = place_line(self._shaped, start, end)
                writer.add_line(line, self.left_of_line(line.width * self.style.size_pt / EM), y)
                y -= self.leading
            writer.finish()

    def _part(self, first: int, last: int) -> "Paragraph":
        part = copy(self)
        part.keep_lines(first, last)
        return part

    def _baseline(self) -> float:
        """From the top of a line, with the font's height in the middle."""
        ascent, descent = (self.style.size_pt * length / EM for length in (self._font.ascent, self._font.descent))
        return (self.leading - ascent - descent) / 2 + ascent


def _shaped(
    text: str | Sequence[Span], language: Language, style: TextStyle, fonts: FontLibrary, text_id: str
) -> ShapedText:
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    if style.bold:
        spans = tuple(Span(span.text, bold=True, language=span.language) for span in spans)
    try:
        return shape_text(spans, language, fonts)
    except MissingGlyph as error:
        raise MissingGlyph(error.detail, text_id) from error

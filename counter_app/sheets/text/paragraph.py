"""All text on a sheet, in any script: a piece that breaks into lines and pages and knows its structure element."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from counter_app.domain.errors import MissingGlyph
from counter_app.domain.language import Language
from counter_app.sheets.tagging import StructureElement, TaggedCanvas
from counter_app.sheets.text.embedding import admit, document_uses
from counter_app.sheets.text.fonts import EM, FontFile, FontLibrary
from counter_app.sheets.text.lines import widest_segment
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.set_text import LineBox, SetText, Setting, set_text
from counter_app.sheets.text.shaping import ShapedText, shape_text

LEAST_LINE_SPACING = 1.3
CENTRED = 0.5


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks: black, and starting where its language begins to read unless it is centred."""

    size_pt: float
    bold: bool = False
    is_centred: bool = False


class Paragraph:
    """A text in one style.

    Args:
        text: one text, or spans of it; a newline breaks the line.
        element: its place in the structure tree; gets the language if it has none yet. None for decoration.
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
        self._shaped = _shaped(text, language, style, fonts, text_id)
        self._style = style
        self._language = language
        self._font = fonts.stack(language, bold=style.bold).files[0]
        self._element = element
        if element is not None:
            element.language = element.language or language.tag
        self._set: SetText | None = None

    @property
    def lines(self) -> list[str]:
        """The text of each line as last broken."""
        return [self._shaped.text[start:end] for start, end in self._set.lines] if self._set else []

    @property
    def least_width_pt(self) -> float:
        """The width below which words are cut."""
        return widest_segment(self._shaped) * self._style.size_pt / EM

    @property
    def first_baseline_pt(self) -> float:
        """From the top to the first line of text."""
        return self._set.boxes[0].above if self._set and self._set.boxes else 0.0

    def height_at(self, width_pt: float) -> float:
        """Break the text for a width; gives back the height it then has. A half keeps the lines it has."""
        if self._set is None or width_pt != self._set.setting.width_pt:
            self._set = set_text(self._shaped, self._setting(width_pt))
        return self._set.height_pt

    def halves(self, height_pt: float) -> "tuple[Paragraph, Paragraph] | None":
        """What fits into a height, and the rest, at the width it was broken for.

        None where less than two lines would stand alone.
        """
        halves = self._set.halves(height_pt) if self._set else None
        return (self._part(halves[0]), self._part(halves[1])) if halves else None

    def draw_at(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Write the lines below and right of a point of the page."""
        if self._set is None:
            return
        operators, uses = self._set.drawn
        if not admit(canvas.document, uses):
            operators = self._set.drawn_with(document_uses(canvas.document))
        with canvas.marked(self._element):
            canvas.emit(f"q 1 0 0 1 {left:.3f} {top:.3f} cm\n{operators}\nQ")

    def _part(self, lines: SetText) -> "Paragraph":
        part = copy(self)
        part._set = lines  # noqa: SLF001 - of its own kind
        return part

    def _setting(self, width_pt: float) -> Setting:
        style, language = self._style, self._language
        leading = style.size_pt * max(language.line_spacing, LEAST_LINE_SPACING)
        usual = _usual_box(self._font, style.size_pt, leading)
        shift = CENTRED if style.is_centred else float(language.is_rtl)
        return Setting(style.size_pt, width_pt, usual, shift, language.tag)


@lru_cache(maxsize=256)
def _usual_box(font: FontFile, size_pt: float, leading: float) -> LineBox:
    """The box with the font's own height in its middle."""
    ascent, descent = (size_pt * length / EM for length in (font.ascent, font.descent))
    above = (leading - ascent - descent) / 2 + ascent
    return LineBox(above, leading - above)


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

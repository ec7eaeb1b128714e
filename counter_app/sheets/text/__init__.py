"""The text engine: shaping, order, line breaks and embedding of multilingual text."""

from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.paragraph import Paragraph, TextStyle
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import shape_text

__all__ = ["FontLibrary", "Paragraph", "Span", "TextStyle", "shape_text"]

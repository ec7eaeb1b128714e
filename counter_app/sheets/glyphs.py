"""Whether the shipped fonts can print every text."""

from collections.abc import Iterator

from counter_app.domain.content import Content
from counter_app.domain.errors import MissingGlyph
from counter_app.sheets.text import FontLibrary, Span, shape_text


def missing_glyphs(content: Content, fonts: FontLibrary) -> Iterator[MissingGlyph]:
    """Every text that cannot be printed in a language; names language and text.

    Raises:
        SheetError: a font file is missing.
    """
    for language in content.languages.values():
        for text in content.texts.values():
            try:
                shape_text((Span(text.in_language(language.tag), bold=True),), language, fonts)
            except MissingGlyph as error:
                yield MissingGlyph(error.detail, f"{language.tag}: {text.key}")

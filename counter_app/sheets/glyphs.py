"""Whether the shipped fonts can print every text."""

from collections.abc import Iterator

from counter_app.domain.content import Content
from counter_app.domain.errors import MissingGlyph
from counter_app.domain.language import Language
from counter_app.sheets.text.fonts import FontLibrary
from counter_app.sheets.text.runs import Span
from counter_app.sheets.text.shaping import shape_text


def missing_glyphs(content: Content, fonts: FontLibrary) -> Iterator[MissingGlyph]:
    """Every text that cannot be printed in a language; names language and text.

    Raises:
        SheetError: a font file is missing.
    """
    for language, name, text in _printed(content):
        try:
            shape_text((Span(text, bold=True),), language, fonts)
        except MissingGlyph as error:
            yield MissingGlyph(error.detail, f"{language.tag}: {name}")


def _printed(content: Content) -> Iterator[tuple[Language, str, str]]:
    """Language, name and wording of what sheets print."""
    for language in content.languages.values():
        yield from ((language, text.key, text.in_language(language.tag)) for text in content.texts.values())
    for office in content.offices.values():
        yield from ((content.german, f"office/{office.id}", line) for line in (office.name, *office.lines))

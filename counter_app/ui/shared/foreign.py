"""Texts in another language as they are drawn: German fragments stay in order, numbers stay whole."""

from counter_app.domain.language import Language
from counter_app.sheets.text.isolates import glued, with_isolates


def as_drawn(text: str, language: Language | None) -> str:
    """A text with the invisible marks that its direction asks for; never what is read aloud or kept.

    Args:
        language: None for German.
    """
    return text if language is None else glued(with_isolates(text, language.direction))

"""Every way in which our tests break a good file."""

# Importing them registers what they do.
from tests.sheets.breaks import content, document, fonts, structure
from tests.sheets.breaks.registry import BREAKS, Change, changed

__all__ = ["BREAKS", "Change", "changed", "content", "document", "fonts", "structure"]

"""How far each language is translated."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.domain.content import Content
from counter_app.domain.language import GERMAN
from counter_app.domain.text import Trust


@dataclass(frozen=True, slots=True)
class Coverage:
    """The texts of one language: all of them, and how many are in which state."""

    total: int
    by_trust: Mapping[Trust, int]


def coverage(content: Content) -> dict[str, Coverage]:
    """Language tag to its state, for every language but German."""
    found = {}
    for tag in content.languages:
        if tag != GERMAN:
            counts = Counter(text.trust(tag) for text in content.texts.values())
            found[tag] = Coverage(len(content.texts), {trust: counts[trust] for trust in Trust})
    return found

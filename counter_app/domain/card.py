"""What the search for matters must know of each, so that one can type before all else is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatterCard:
    """A matter as it is looked for. ``words``: everyday words that find it."""

    id: str
    name: str
    law: str
    words: tuple[str, ...]

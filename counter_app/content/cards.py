"""Cards of matters, made straight from their records: no other file need be read for them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from counter_app.domain.card import MatterCard

if TYPE_CHECKING:
    from counter_app.domain.record import EntryRecord

FOLDER = "forms/services"
"""Where the matters stand."""


def cards_of(entries: "Iterable[EntryRecord]") -> Iterator[MatterCard]:
    """The card of every matter whose record can be read."""
    for entry in entries:
        name, law, words = (entry.fields.get(key) for key in ("name", "law", "words"))
        if not entry.key and isinstance(name, str) and isinstance(law, str):
            listed = words if isinstance(words, list) else []
            yield MatterCard(str(entry.fields.get("id")), name, law, tuple(map(str, listed)))

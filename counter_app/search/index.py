"""Finds phrases, matters and papers by a few letters, in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from counter_app.domain.slots import SLOT
from counter_app.search.fold import folded_words

if TYPE_CHECKING:
    from counter_app.domain.card import MatterCard
    from counter_app.domain.document import Document
    from counter_app.domain.phrase import Phrase
    from counter_app.domain.service import Service

EXACT, START, INSIDE, NOWHERE = 3, 2, 1, 0
SHORTEST_FOR_TYPO = 4
"""Letters; in a shorter word one wrong letter makes another word."""

Thing = TypeVar("Thing")

Word = tuple[str, ...]
"""Everything one typed word can mean: itself, or known words close to it."""


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Thing]):
    """A thing with its folded words between blanks: those of its text, and the everyday words for it.

    ``names``: the everyday words as they stand, several together as one.
    """

    thing: Thing
    text: str
    words: str
    names: frozenset[str]

    def score(self, query: Iterable[Word]) -> tuple[int, int] | None:
        """How well the thing fits, and how much of that lies in its text; None when a word is nowhere."""
        total = total_in_text = 0
        for word in query:
            in_text = max([_place(meant, self.text) for meant in word])
            best = max([in_text, *[_place(meant, self.words) for meant in word]])
            if best == NOWHERE:
                return None
            total += best
            total_in_text += in_text
        return total, total_in_text


class Index(Generic[Thing]):
    """Searches things by their German text and everyday words.

    All words must occur, in any order. Whole words count more than word starts, those more than places inside a
    compound. Where nothing fits, one typing error in each word is forgiven.

    Args:
        entries: thing, text, everyday words; in the order in which all are shown while nothing is typed.
        names_first: a thing that is called just what was typed comes before what only says so in its text.
    """

    def __init__(self, entries: Iterable[tuple[Thing, str, Sequence[str]]], *, names_first: bool = False) -> None:
        self._entries = [
            _Entry(
                thing, _joined(text), _joined(" ".join(words)), frozenset(map(_joined, words) if names_first else ())
            )
            for thing, text, words in entries
        ]
        self._vocabulary = sorted({word for entry in self._entries for word in (entry.text + entry.words).split()})

    def search(self, query: str, limit: int = 20) -> list[Thing]:
        """The best things first; all in their order when nothing is typed."""
        words = dict.fromkeys(folded_words(query))
        name = _joined(query)
        as_typed = self._matches([(word,) for word in words], name)
        return (as_typed or self._matches([self._meant(word) for word in words], name))[:limit]

    def _matches(self, words: Sequence[Word], name: str) -> list[Thing]:
        scored = [(score, entry) for entry in self._entries if (score := entry.score(words)) is not None]
        scored.sort(key=lambda pair: _place_of(pair[0], pair[1], name) if words else ())
        return [entry.thing for _, entry in scored]

    def _meant(self, word: str) -> Word:
        if len(word) < SHORTEST_FOR_TYPO:
            return (word,)
        # Loaded late: nobody mistypes before the window is there.
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        near = process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=1, limit=None)
        return (word, *(name for name, _, _ in near))


def phrase_index(phrases: "Iterable[Phrase]") -> "Index[Phrase]":
    """Finds phrases by what they say, slots left out."""
    return Index((phrase, SLOT.sub(" ", phrase.text.german), phrase.words) for phrase in phrases)


def card_index(cards: "Iterable[MatterCard]") -> "Index[MatterCard]":
    """Finds cards of matters by name, paragraph and everyday words."""
    return Index(((card, f"{card.name} {card.law}", card.words) for card in cards), names_first=True)


def service_index(services: "Iterable[Service]") -> "Index[Service]":
    """Finds matters by name, paragraph and everyday words."""
    entries = ((service, f"{service.name.german} {service.law}", service.words) for service in services)
    return Index(entries, names_first=True)


def document_index(documents: "Iterable[Document]") -> "Index[Document]":
    """Finds papers by name, and by what they are called in talk."""
    return Index((document, document.name.german, (document.short.german,)) for document in documents)


def _joined(text: str) -> str:
    return f" {' '.join(folded_words(text))} "


def _place_of(score: tuple[int, int], entry: _Entry[Thing], name: str) -> tuple[int, ...]:
    """Lower comes first."""
    total, in_text = score
    return -total, -(name in entry.names), -in_text, len(entry.text)


def _place(word: str, words: str) -> int:
    if word not in words:
        return NOWHERE
    if f" {word} " in words:
        return EXACT
    return START if f" {word}" in words else INSIDE

"""Finds phrases by a few letters, in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from counter_app.domain.phrase import Phrase
from counter_app.domain.slots import SLOT
from counter_app.search.fold import folded_words

EXACT, START, INSIDE, NOWHERE = 3, 2, 1, 0
SHORTEST_FOR_TYPO = 4
"""Letters; in a shorter word one wrong letter makes another word."""


Word = tuple[str, ...]
"""Everything one typed word can mean: itself, or known words close to it."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase with its folded words between blanks: those of its text, and the everyday words for it."""

    phrase: Phrase
    text: str
    words: str

    def score(self, query: Iterable[Word]) -> tuple[int, int] | None:
        """How well the phrase fits, and how much of that lies in its text; None when a word is nowhere."""
        total = total_in_text = 0
        for word in query:
            in_text = max([_place(meant, self.text) for meant in word])
            best = max([in_text, *[_place(meant, self.words) for meant in word]])
            if best == NOWHERE:
                return None
            total += best
            total_in_text += in_text
        return total, total_in_text


class PhraseIndex:
    """Searches the German texts and everyday words of phrases.

    All words must occur, in any order. Whole words count more than word starts, those more than places inside a
    compound. Where nothing fits, one typing error in each word is forgiven.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._entries = [
            _Entry(phrase, _joined(SLOT.sub(" ", phrase.text.german)), _joined(" ".join(phrase.words)))
            for phrase in phrases
        ]
        self._vocabulary = sorted({word for entry in self._entries for word in (entry.text + entry.words).split()})

    def search(self, query: str, limit: int = 20) -> list[Phrase]:
        """The best phrases first; all in their order when nothing is typed."""
        words = dict.fromkeys(folded_words(query))
        as_typed = self._matches([(word,) for word in words])
        return (as_typed or self._matches([self._meant(word) for word in words]))[:limit]

    def _matches(self, words: Sequence[Word]) -> list[Phrase]:
        scored = [(score, entry) for entry in self._entries if (score := entry.score(words)) is not None]
        scored.sort(key=lambda pair: (-pair[0][0], -pair[0][1], len(pair[1].text) if words else 0))
        return [entry.phrase for _, entry in scored]

    def _meant(self, word: str) -> Word:
        if len(word) < SHORTEST_FOR_TYPO:
            return (word,)
        near = process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=1, limit=None)
        return (word, *(name for name, _, _ in near))


def _joined(text: str) -> str:
    return f" {' '.join(folded_words(text))} "


def _place(word: str, words: str) -> int:
    if word not in words:
        return NOWHERE
    if f" {word} " in words:
        return EXACT
    return START if f" {word}" in words else INSIDE

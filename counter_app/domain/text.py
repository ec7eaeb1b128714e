"""Texts in every language we have for them, with the computed state of each translation."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from counter_app.domain.errors import ContentError
from counter_app.domain.language import GERMAN


class Trust(StrEnum):
    """How far a translation can be trusted, lowest first. Always computed, never typed in."""

    MISSING = "missing"
    OUTDATED = "outdated"
    DRAFT = "draft"
    REVIEWED = "reviewed"


_RANK = {trust: rank for rank, trust in enumerate(Trust)}


def lowest(states: Iterable[Trust]) -> Trust:
    """The state that a whole sheet or list has; REVIEWED when there is nothing to mistrust."""
    return min(states, key=_RANK.__getitem__, default=Trust.REVIEWED)


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in one other language."""

    text: str
    trust: Trust


_MISSING = Translation("", Trust.MISSING)


@dataclass(frozen=True, slots=True)
class Text:
    """A text a customer may see.

    Args:
        key: stable id, e.g. ``document/pass/name``; never reused.
        german: the German text that binds (NFC).
        translations: BCP 47 tag to translation; missing ones are left out. Whoever asks for one language reads only
            that one; going through all reads them all.

    Raises:
        ContentError: the German text is empty.
    """

    key: str
    german: str
    translations: Mapping[str, Translation] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def __post_init__(self) -> None:
        if not self.german.strip():
            detail = f"Der deutsche Text von „{self.key}“ ist leer."
            raise ContentError(detail)

    def in_language(self, tag: str) -> str:
        """The text in a language, empty while it is missing."""
        return self.german if tag == GERMAN else self.translations.get(tag, _MISSING).text

    def trust(self, tag: str) -> Trust:
        """The state of the translation; German is what all others are measured by."""
        return Trust.REVIEWED if tag == GERMAN else self.translations.get(tag, _MISSING).trust


@dataclass(frozen=True, slots=True, eq=False)
class _Joined(Mapping[str, Translation]):
    """The translations of several texts as one; put together only when somebody reads them."""

    sign: str
    texts: tuple[Text, ...]

    def __getitem__(self, tag: str) -> Translation:
        parts = [text.translations[tag] for text in self.texts]
        return Translation(self.sign.join(part.text for part in parts), lowest(part.trust for part in parts))

    def __iter__(self) -> Iterator[str]:
        first, *others = (text.translations for text in self.texts)
        return (tag for tag in first if all(tag in other for other in others))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def joined(sign: str, *texts: Text) -> Text:
    """Several texts as one; missing in every language that lacks one of them."""
    return Text(texts[0].key, sign.join(text.german for text in texts), _Joined(sign, texts))

"""What the customer reads: a text in the customer's language, or in German where that is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from counter_app.domain.content import Content
from counter_app.domain.label import Label, ScreenText
from counter_app.domain.language import Language
from counter_app.domain.slots import filled
from counter_app.domain.text import Text, Trust, lowest
from counter_app.sheets.text.isolates import glued, with_isolates

NO_SLOTS: Mapping[str, Text] = MappingProxyType({})


@dataclass(frozen=True)
class Wording:
    """One text as it stands on the screen.

    Args:
        text: as it is read aloud.
        language: the language it is really in; German where there is no translation.
        trust: the state of the translation that was asked for.
    """

    text: str
    language: Language
    trust: Trust = Trust.REVIEWED

    @cached_property
    def shown(self) -> str:
        """The text as it is drawn: German fragments keep their order inside right-to-left text, numbers stay whole."""
        return glued(with_isolates(self.text, self.language.direction))


@dataclass(frozen=True)
class Reader:
    """Somebody who reads one language.

    Args:
        language: None until it is known; then everything stands in German.
    """

    content: Content
    chosen: Language | None

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.chosen or self.content.german

    def reads(self, text: Text, slots: Mapping[str, Text] = NO_SLOTS) -> Wording:
        """A text for the customer; a slot without translation is filled as in German."""
        tag = self.language.tag
        own = text.in_language(tag)
        if not own:
            return Wording(self._german(text, slots), self.content.german, Trust.MISSING)
        used = (value for value in slots.values() if value.translations)  # dates and amounts have nothing to translate
        trust = lowest((text.trust(tag), *(value.trust(tag) for value in used)))
        values = {name: value.in_language(tag) or value.german for name, value in slots.items()}
        return Wording(filled(own, values), self.language, trust)

    def screen(self, text: ScreenText) -> Wording:
        """What the customer's screen says by itself."""
        return self.reads(self.content.screen(text))

    def page(self, number: int) -> str:
        """What a page is called, counted from 1."""
        return self.reads(self.content.label(Label.PAGE), {"number": Text("page", str(number))}).text

    def german(self, text: Text, slots: Mapping[str, Text] = NO_SLOTS) -> Wording | None:
        """The German text beside it, for pointing at together; None where the customer reads German anyway."""
        if not text.in_language(self.language.tag) or self.language.tag == self.content.german.tag:
            return None
        return Wording(self._german(text, slots), self.content.german)

    def _german(self, text: Text, slots: Mapping[str, Text]) -> str:
        return filled(text.german, {name: value.german for name, value in slots.items()})


def present(*wordings: Wording | None) -> tuple[Wording, ...]:
    """Those that are there."""
    return tuple(wording for wording in wordings if wording is not None)


def trust_of(wordings: Iterable[Wording]) -> Trust:
    """How far a whole page can be trusted: as far as its weakest text."""
    return lowest(wording.trust for wording in wordings)

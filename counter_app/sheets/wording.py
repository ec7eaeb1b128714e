"""What a sheet says, line by line in both languages, before anybody thinks of fonts and places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from counter_app.domain.content import Content
from counter_app.domain.evaluation import Reason
from counter_app.domain.fact import Asked
from counter_app.domain.label import Label
from counter_app.domain.language import GERMAN, Language
from counter_app.domain.rule import NO
from counter_app.domain.slots import filled
from counter_app.domain.text import Text, Trust, lowest
from counter_app.sheets.text.isolates import LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said in both languages.

    Args:
        german: the text that binds.
        other: the same in the customer's language; empty while it is not translated, and on German sheets.
        key: names the text in errors.
        german_lead, other_lead: the label that the text starts with and that stands out, with its colon.
    """

    german: str
    other: str
    key: str
    trust: Trust
    german_lead: str = ""
    other_lead: str = ""


class Wording:
    """Makes the lines of one sheet.

    Args:
        language: the customer's; German makes a sheet in one language.
    """

    def __init__(self, content: Content, language: Language) -> None:
        self._content = content
        self._tag = language.tag
        self._is_rtl = language.is_rtl

    @property
    def is_bilingual(self) -> bool:
        """Whether there is a second language at all."""
        return self._tag != GERMAN

    def line(self, text: Text, values: Mapping[str, str] | None = None) -> Line:
        """A text with its slots filled."""
        slots = values or {}
        other = text.in_language(self._tag) if self.is_bilingual else ""
        return Line(filled(text.german, slots), filled(other, slots), text.key, text.trust(self._tag))

    def label(self, label: Label, values: Mapping[str, str] | None = None) -> Line:
        """A label that stands alone."""
        return self.line(self._content.label(label), values)

    def labelled(self, label: Label, *parts: Line) -> Line:
        """``Mitbringen: Original · Kopie``. Without its parts, a language says nothing."""
        lead = self.label(label)
        return replace(
            joined(": ", lead, joined(" · ", *parts)), german_lead=f"{lead.german}:", other_lead=f"{lead.other}:"
        )

    def because(self, reasons: Iterable[Reason]) -> Line | None:
        """Why a paper is needed, as far as the customer was asked for it; what is not the case explains nothing."""
        return self.facts_said(Label.WHY, filter(self._explains, reasons))

    def facts_said(self, label: Label, reasons: Iterable[Reason]) -> Line | None:
        """Facts with their answers, as far as the customer was asked for them."""
        lines = [self.line(self._content.reason_text(reason)) for reason in reasons if self._is_shown(reason.fact)]
        return self.labelled(label, *lines) if lines else None

    def facts(self, label: Label, facts: Iterable[str]) -> Line | None:
        """What something still depends on, by the names of the facts that the customer is asked for."""
        lines = [self.line(self._content.facts[fact].label) for fact in facts if self._is_shown(fact)]
        return self.labelled(label, *lines) if lines else None

    def plain(self, german: str, other: str | None = None) -> Line:
        """A name, number or amount that needs no translation; the other side may say less."""
        said = german if other is None else other
        return Line(german, said if self.is_bilingual else "", "", Trust.REVIEWED)

    def name(self, german: str) -> Line:
        """A room, address or name as the office writes it; inside right-to-left text it stays in one piece."""
        whole = f"{LEFT_TO_RIGHT_ISOLATE}{german}{POP_ISOLATE}" if self._is_rtl and " " in german else german
        return self.plain(german, whole)

    def _is_shown(self, fact: str) -> bool:
        return self._content.facts[fact].asked is Asked.CUSTOMER

    def _explains(self, reason: Reason) -> bool:
        return reason.values != (NO,) or not self._content.facts[reason.fact].value(NO).is_bare


def joined(sign: str, *lines: Line) -> Line:
    """Several lines as one; says nothing in a language that lacks one of them."""
    others = [line.other for line in lines]
    return Line(
        sign.join(line.german for line in lines),
        sign.join(others) if all(others) else "",
        next((line.key for line in lines if line.key), ""),
        lowest(line.trust for line in lines),
    )

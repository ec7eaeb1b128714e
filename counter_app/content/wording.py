"""What every text must keep to, in German and in translation, whoever wrote it."""

import unicodedata
from collections.abc import Iterator

from counter_app.content.quotes import amount_complaints
from counter_app.domain.slots import AFTER_COLON, SLOT, SLOTS, slots_of

LONGEST = 2000
"""Characters; more is no text for a counter."""

_ALLOWED = frozenset("\n\u200c\u200d\u200e\u200f\u061c")


def character_complaints(text: str) -> Iterator[str]:
    """What is wrong with the characters of a text, also of one that only the clerk sees."""
    if not unicodedata.is_normalized("NFC", text):
        yield "Der Text ist nicht in der Unicode-Form NFC; bitte neu eintippen oder umwandeln."
    # What is printable holds no forbidden character: a quick answer for nearly every text.
    if not text.isprintable() and (bad := next((char for char in text if _is_forbidden(char)), None)):
        yield f"Das unsichtbare Zeichen U+{ord(bad):04X} ist nicht erlaubt; bitte löschen."


def complaints(text: str) -> Iterator[str]:
    """What is wrong with a text as such."""
    yield from character_complaints(text)
    if len(text) > LONGEST:
        yield f"Der Text hat {len(text)} Zeichen; erlaubt sind {LONGEST}."
    if text != text.strip() or "  " in text:
        yield "Am Rand oder doppelt stehen Leerzeichen; bitte löschen."
    if _has_mark_pile(text):
        yield "Mehr als sechs Zeichen stehen übereinander; bitte prüfen."
    if wrong := sorted(slots_of(text) - SLOTS):
        yield f"Den Platzhalter „{{{wrong[0]}}}“ gibt es nicht; möglich sind {', '.join(sorted(SLOTS))}."
    if text.replace("{", "").count("}") != len(SLOT.findall(text)) or text.count("{") != text.count("}"):
        yield "Eine geschweifte Klammer steht allein; Platzhalter sehen so aus: {date}."
    yield from _misplaced_slots(text)


def translation_complaints(german: str, translation: str) -> Iterator[str]:
    """What is wrong with a translation beside its German text."""
    yield from complaints(translation)
    wanted, found = slots_of(german), slots_of(translation)
    if missing := sorted(wanted - found):
        yield f"In der Übersetzung fehlt der Platzhalter „{{{missing[0]}}}“."
    if extra := sorted((found - wanted) & SLOTS):
        yield f"Der Platzhalter „{{{extra[0]}}}“ steht nicht im deutschen Text."
    yield from amount_complaints(german, translation)


def _misplaced_slots(text: str) -> Iterator[str]:
    for match in SLOT.finditer(text):
        before = text[: match.start()].rstrip(" ")
        if match[1] in AFTER_COLON and before and before[-1] not in ":：\n":
            yield f"„{match[0]}“ darf nur nach einem Doppelpunkt oder am Anfang einer Zeile stehen."


def _is_forbidden(char: str) -> bool:
    if char in _ALLOWED:
        return False
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _has_mark_pile(text: str) -> bool:
    if text.isascii():
        return False
    pile = 0
    for char in text:
        pile = pile + 1 if unicodedata.category(char) == "Mn" else 0
        if pile > 6:  # noqa: PLR2004 - no script we ship stacks more
            return True
    return False

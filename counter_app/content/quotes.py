"""Numbers that texts quote: amounts in euro, and how old a paper may be."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from counter_app.domain.document import Age
from counter_app.domain.slots import german_amount

_EURO = r"(?:€|EUR\b|[Ee]uros?\b|[Ее]вро\b|[Єє]вро\b|يورو|ዩሮ|यूरो|欧元|歐元|[Αα]ευρώ|ευρώ)"
_NUMBER = r"\d{1,3}(?:[ .,\u00a0\u202f’']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_GERMAN_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?"
_GERMAN_AMOUNT = re.compile(rf"(?<![\d.,])({_GERMAN_NUMBER})\s*{_EURO}")
_ANY_AMOUNT = re.compile(rf"({_NUMBER})\s*{_EURO}|{_EURO}\s*({_NUMBER})")
_ANY_NUMBER = re.compile(_NUMBER)
_UNITS = {"Monat": "Monate", "Tag": "Tage", "Woche": "Tage"}
_TIME = re.compile(r"(\d+)\s*(Monat|Tag|Woche)(?:e|en|n)?\b(?P<old>\s+alt\b)?")
_OLDER = "älter als "
DAYS_OF_WEEK = 7


def german_amounts(text: str) -> Iterator[Decimal]:
    """Every amount in euro that a German text quotes."""
    if "€" in text or "EUR" in text or "uro" in text:
        for found in _GERMAN_AMOUNT.finditer(text):
            yield Decimal(found[1].replace(".", "").replace(",", "."))


def amount_complaints(german: str, translation: str) -> Iterator[str]:
    """What is wrong with the amounts of a translation beside its German text; digits of any script count."""
    wanted = set(german_amounts(german))
    digits = _latin_digits(translation)
    if wanted:
        said = {value for found in _ANY_NUMBER.finditer(digits) for value in _readings(found[0])}
        if missing := sorted(wanted - said):
            yield f"Im Deutschen stehen {german_amount(missing[0])}; in der Übersetzung fehlt dieser Betrag."
    for found in _ANY_AMOUNT.finditer(digits):
        number = found[1] or found[2]
        if not wanted.intersection(_readings(number)):
            yield f"Die Übersetzung nennt {number} €; im Deutschen steht dieser Betrag nicht."


def old_ages(text: str) -> Iterator[Age]:
    """How old a paper may be at most, as a German text says in so many words: ``höchstens 3 Monate alt``."""
    for found in _TIME.finditer(text):
        if found["old"] or text[: found.start()].endswith(_OLDER):
            yield _age(found)


def ages(text: str) -> Iterator[Age]:
    """Every number of months, weeks or days in a German text, whatever it is about."""
    return map(_age, _TIME.finditer(text))


def _age(found: re.Match[str]) -> Age:
    number = max(1, int(found[1]))
    if _UNITS[found[2]] == "Monate":
        return Age(months=number)
    return Age(days=number * (DAYS_OF_WEEK if found[2] == "Woche" else 1))


def _readings(number: str) -> set[Decimal]:
    """What a number can mean: ``1.091`` is a thousand in one language and one in another."""
    plain = re.sub(r"[ \u00a0\u202f’']", "", number)
    whole = plain.replace(".", "").replace(",", "")
    meanings = {Decimal(whole)}
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0:
        before = plain[:last].replace(".", "").replace(",", "")
        meanings.add(Decimal(f"{before}.{plain[last + 1 :]}"))
    return meanings


def _latin_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text).translate(
        {0x066B: ",", 0x066C: "."}  # decimal and thousands marks of Arabic
    )

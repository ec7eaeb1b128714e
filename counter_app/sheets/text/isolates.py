"""Marks that keep fragments whole: isolates around German inside right-to-left text, and no-break spaces.

Without isolates a phone number inside an Arabic sentence is printed with its groups in reverse order.
The marks steer the layout only: :data:`LAYOUT_MARKS` are taken out again before anything is shaped.
"""

import re

from counter_app.domain.language import Direction

LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
POP_ISOLATE = "\u2069"
LEFT_TO_RIGHT_OVERRIDE, POP_OVERRIDE = "\u202d", "\u202c"
NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
# Characters without a shape whose work is done once order and line breaks are known.
LAYOUT_MARKS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069")
MARKS = f"[{''.join(LAYOUT_MARKS)}]"

# The patterns stay texts: re compiles them at their first use and keeps them, so that windows open sooner.
MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
LETTER = r"A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f"
URL = rf"(?:https?://|www\.)[{LETTER}0-9%._~:/?#@!$&'*+=-]*[{LETTER}0-9/]"
EMAIL = rf"[{LETTER}0-9._+-]++@[{LETTER}0-9-]+(?:\.[{LETTER}0-9-]+)++"
NUMBER = rf"\+?[0-9]++(?:[.,:'][0-9]++)*+(?:\.(?=\s(?:{MONTHS})\b))?"
# "Abs.", "Tel.:" and "Buchst." lead on to what follows, a full stop after a longer word ends the sentence.
WORD = rf"[{LETTER}]++(?:[.'’&][{LETTER}0-9]++)*+(?:(?:(?<![{LETTER}]{{6}})|(?<=\bBuchst))\.(?=:?\s[{LETTER}0-9+]))?"
TOKEN = rf"(?:{URL}|{EMAIL}|§{{1,2}}|[€$%°²³]|{WORD}|{NUMBER})"
GLUE = r"(?:\s?[/+&×–-]\s?|,\s|(?<=\.):\s|\s)?"
PLAIN = rf"{TOKEN}(?:{GLUE}{TOKEN})*+"
PART = rf"(?:\({PLAIN}\)|\[{PLAIN}\]|[„“]{PLAIN}[“”]|{TOKEN})"
FRAGMENT = rf"{PART}(?:{GLUE}{PART})*+"
# Arabic and Persian digits run with the sentence around them, but a phone number is read from left to right.
NATIVE = "٠-٩۰-۹"
NATIVE_PHONE = rf"(?<![{NATIVE}])(?:\+[{NATIVE}]|\(?[٠۰][{NATIVE}])[{NATIVE} ()/–-]{{3,}}[{NATIVE}]"
# Plain numbers and lists of them are right without help, and must stay in the order of the sentence around them.
NEEDS_ISOLATE = rf"[{LETTER}§€$%°²³+@]|[0-9]\)?\s?[/:×–-]\s?[0-9]|[0-9]\.[0-9]+\.[0-9]|\b(?:0|116\s)[0-9]+\)?\s?[0-9]"

ACT = r"(?:[A-ZÄÖÜ][A-Za-zäöüß]*[GV]|SGB|BGB|StGB)\b"  # AufenthG, AsylV: German words do not end in a capital
REFERENCES = (
    r"Abs\.|Absatz|Satz|S\.|Nr\.|Nrn\.|Nummer|Art\.|Artikel|Alt\.|Buchst\.|Anlage|Seite|Kapitel"
    r"|Zimmer|Raum|Schalter|Haus|Etage|A[Zz]\.?:?|Tel\.?:?|Fax:?"
)
PARTS = r"(?:Abs\.|Nr\.|Satz\b|S\.|Buchst\.)\s"  # of a paragraph
UNITS = r"[€$%°]|(?:EUR|Uhr|mm|cm|km|m|kg|g|kB|MB|Std|Min)\b"
DAY = r"(?:Mo|Di|Mi|Do|Fr|Sa|So)"
# Each names the spaces in it; most only look at what must stand before and after.
TIED_SPACES = "|".join(
    (
        rf"(?<=[0-9])\s(?={UNITS})|(?<=[€$])\s(?=[0-9])",
        rf"(?<=[0-9]\.)\s(?=(?:{MONTHS}|Stock|Etage)\b)|(?<=[0-9]\.\s)(?:{MONTHS})\s(?=[0-9]{{4}}\b)",
        r"(?<=[0-9])\s[×–-]\s(?=[0-9])",
        rf"\b(?:{REFERENCES})\s(?=[0-9]|[a-z]\b)",
        rf"(?<=[0-9])\s(?={ACT})|(?<=[0-9][a-z])\s(?={ACT})|(?<=\bSGB)\s(?=[IVX]+\b)",
        rf"§\s[0-9]+[a-z]?\s(?={PARTS})|(?<=\.\s[a-z])\s(?={ACT})",
        r"(?<=§)\s(?=[0-9])",
        r"\s(?=·\s)|\s(?=–\s[0-9])",  # a sign that joins two things ends the line of the first
        rf"(?<=\b[{LETTER}]\.)\s(?=[{LETTER}]\.)",  # z. B., i. V. m.
        r"(?<=\bDr\.)\s(?=[A-ZÄÖÜ])|(?<=\bProf\.)\s(?=[A-ZÄÖÜ])",
    )
)
PHONE = r"(?<![0-9.,])(?:\+[0-9]|\(?0[0-9])[0-9 ()/–-]{3,}[0-9](?![.,]?[0-9])"
ADDRESS = rf"{URL}|{EMAIL}"
# In an address ICU breaks after hyphens and stops, which reads as a hyphenated word or the end of a sentence.
ADDRESS_BREAK = r"(?<=[.@:?=&#-])|(?<=/)(?=/)|(?<=//)"
JOINT = "|".join(
    (
        rf"(?<=[0-9][/–-])(?=[{LETTER}0-9])|(?<=[0-9]\.[–-])(?=[0-9])",
        rf"(?<=\b{DAY}[–-])(?={DAY}\b)",
        rf"(?<=\b[{LETTER}]-)(?=[{LETTER}])",  # E-Mail
    )
)


def with_isolates(text: str, direction: Direction) -> str:
    """Wrap each left-to-right fragment of a right-to-left text in LRI … PDI; other texts stay as they are.

    Fragments are law references, phone numbers, dates, times and their ranges, file numbers, amounts, e-mail and web
    addresses, and Latin words with what stands between them. Every character of ``text`` stays where it is.
    """
    if direction is Direction.LTR:
        return text
    return re.sub(f"(?P<native>{NATIVE_PHONE})|{FRAGMENT}", _isolated, text)


def _isolated(match: re.Match[str]) -> str:
    fragment = match.group()
    if match["native"]:  # even in an isolate Arabic digits run from right to left, group by group
        return f"{LEFT_TO_RIGHT_ISOLATE}{LEFT_TO_RIGHT_OVERRIDE}{fragment}{POP_OVERRIDE}{POP_ISOLATE}"
    return f"{LEFT_TO_RIGHT_ISOLATE}{fragment}{POP_ISOLATE}" if re.search(NEEDS_ISOLATE, fragment) else fragment


def glued(text: str) -> str:
    """Turn spaces that must not break into U+00A0, and join addresses, ranges and file numbers with U+2060."""
    text = re.sub(TIED_SPACES, lambda match: match.group().replace(" ", NO_BREAK_SPACE), text)
    text = re.sub(PHONE, lambda match: match.group().replace(" ", NO_BREAK_SPACE), text)
    text = re.sub(ADDRESS, lambda match: re.sub(ADDRESS_BREAK, WORD_JOINER, match.group()), text)
    return re.sub(JOINT, WORD_JOINER, text)


def without_marks(text: str) -> str:
    """The text without the marks that only steer the layout."""
    return re.sub(MARKS, "", text)

"""Sentences of plain German, each on a line of its own."""

import re

_STOP = re.compile(r"(?P<word>\w*)(?P<sign>[.!?])[\"“”’)]*\s+(?=[„\"(]?[A-ZÄÖÜ0-9])")
_SHORT_WORDS = frozenset(
    (
        *("Abs", "Art", "Buchst", "Nr", "Ziff"),
        *("bzw", "ca", "einschl", "etc", "evtl", "gem", "ggf", "inkl", "max", "mind", "sog", "usw", "vgl", "zzgl"),
        *("Dipl", "Dr", "Fr", "Hr", "Prof", "Tel"),
        *("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So", "Min", "Sek", "Std"),
        *("Jan", "Feb", "Apr", "Aug", "Sep", "Sept", "Okt", "Nov", "Dez"),
    )
)


def one_a_line(text: str) -> str:
    """The same text with a new line after each sentence."""
    return _STOP.sub(lambda stop: f"{stop.group().rstrip()}\n" if _ends_sentence(stop) else stop.group(), text)


def _ends_sentence(stop: re.Match[str]) -> bool:
    """No full stop does after a number, a letter, a street or a short word: "am 3. Mai", "z. B.", "Hauptstr. 5"."""
    word = stop["word"]
    if stop["sign"] != "." or not word:
        return True
    begins_small = word[0].lower() + word[1:]  # "Ggf. Pass"; but "so." is a word, and "So." a day
    is_short = len(word) == 1 or word.lower().endswith("str") or not _SHORT_WORDS.isdisjoint({word, begins_small})
    return not (is_short or word[-1].isdigit())

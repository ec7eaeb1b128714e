"""One folding for data and query: what people type and what is written meet here.

Both sides lose case, accents and the choice between ``ä``, ``ae`` and ``a``: "Auslaenderbehoerde",
"Auslanderbehorde" and "Ausländerbehörde" fold to the same letters. Signs that carry meaning (Thai, Indic) stay.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "æ": "a",
        "œ": "o",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "\u200c": " ",  # zero-width non-joiner: separates words in Persian compounds
        "\u0640": "",  # tatweel only stretches a word
        "\u00ad": "",  # soft hyphen
        "\u200b": "",  # zero-width space
        "\u200d": "",
        "\u200e": "",
        "\u200f": "",
        "\u061c": "",
    }
)
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_UMLAUT_E = re.compile("(?<=[aou])e+")


def fold(text: str) -> str:
    """The letters of a text as search compares them."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    bare = _MARKS.sub("", apart).translate(_LETTERS)
    return _UMLAUT_E.sub("", unicodedata.normalize("NFC", bare))


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; a word holds a letter or digit, and keeps the signs that belong to it."""
    spaced = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in fold(text))
    return tuple(word for word in spaced.split() if any(map(str.isalnum, word)))

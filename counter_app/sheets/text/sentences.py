"""Sentences of plain German, each on a line of its own."""

import re

# A full stop after a digit or one of these does not end a sentence: "am 3. Mai", "z. B.", "§ 4 Abs. 2".
_NO_END = r"(?<![0-9])(?<!\b[A-Za-z])(?<!\bAbs)(?<!\bNr)(?<!\bArt)(?<!\bca)(?<!\busw)"
_SENTENCE_END = re.compile(rf"(?:{_NO_END}\.|[!?])[\"“”’)]*\s+(?=[„\"(]?[A-ZÄÖÜ0-9])")


def one_a_line(text: str) -> str:
    """The same text with a new line after each sentence."""
    return _SENTENCE_END.sub(lambda match: match.group().rstrip() + "\n", text)

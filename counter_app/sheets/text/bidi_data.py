"""What the Unicode Character Database says about characters for UAX #9, whatever Unicode the running Python knows."""

import tomllib
import unicodedata
from bisect import bisect_right
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

USUAL = "L"


class _Ranges(NamedTuple):
    """Stretches of characters of one class, ascending by their first characters."""

    firsts: list[int]
    lasts: list[int]
    names: list[str]


@cache
def bidi_class(character: str) -> str:
    """The character's class, e.g. ``AL`` or ``NSM``; unassigned characters have one too."""
    ranges = _ranges()
    code = ord(character)
    place = bisect_right(ranges.firsts, code) - 1
    return ranges.names[place] if place >= 0 and code <= ranges.lasts[place] else USUAL


@cache
def brackets() -> tuple[dict[str, str], dict[str, str]]:
    """Opening and closing brackets, both mapped to the closing one in its canonical form."""
    pairs: list[str] = _data()["brackets"]
    names = {pair[1]: unicodedata.normalize("NFD", pair[1]) for pair in pairs}
    return {pair[0]: names[pair[1]] for pair in pairs}, names


@cache
def _ranges() -> _Ranges:
    found = sorted(
        (*(int(end, 16) for end in span.split("-")), name)
        for name, spans in _data()["classes"].items()
        for span in spans.split()
    )
    firsts, lasts, names = map(list, zip(*found, strict=True))
    return _Ranges(firsts, lasts, names)


@cache
def _data() -> dict[str, Any]:
    source = resources.files(__package__).joinpath("bidi_data.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)

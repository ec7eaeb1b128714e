"""Expected trouble, each kind with a stable code."""

from collections.abc import Iterable
from typing import ClassVar

MOST_LISTED = 15
"""Names a clerk can take in at a glance."""


class CounterError(Exception):
    """Trouble that is expected and has a next step; everything else is our mistake and may crash.

    Args:
        detail: one German sentence: what is wrong and what to do next.
        where: the place, e.g. ``forms/services/study.toml:41`` or ``--fact``; empty when there is none.
    """

    code: ClassVar[str] = "counter"

    def __init__(self, detail: str, where: str = "") -> None:
        super().__init__(detail, where)
        self.detail = detail
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.detail}" if self.where else self.detail


class ContentError(CounterError):
    """A content file or a text in it is broken."""

    code = "content"


class RuleError(CounterError):
    """A rule cannot be read, or speaks of facts or values that do not exist."""

    code = "rule"


class FactError(CounterError):
    """Facts contradict each other, or a value does not fit its fact."""

    code = "fact"


class UnknownName(CounterError):
    """An id that does not exist; names the nearest one that does."""

    code = "unknown_name"


class SheetError(CounterError):
    """A sheet cannot be set or written."""

    code = "sheet"


class MissingGlyph(SheetError):
    """No shipped font has a character; names the character and the text it stands in."""

    code = "missing_glyph"


def unknown(kind: str, name: str, known: Iterable[str], where: str = "") -> UnknownName:
    """The error for an id nobody knows, with the nearest valid ones.

    Args:
        kind: what was looked for, as a German noun: ``Anliegen``.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - loaded late: a window opens sooner without it

    names = sorted(known)
    near = [other for other in names if name and other.startswith(name)] or get_close_matches(name, names, n=1)
    hint = f"Meinten Sie „{near[0]}“?" if near else _possible(names)
    return UnknownName(f"„{name}“ gibt es nicht als {kind}. {hint}", where)


def _possible(names: list[str]) -> str:
    if len(names) > MOST_LISTED:
        return f"Möglich sind {len(names)}, zum Beispiel: {', '.join(names[:MOST_LISTED])}."
    return f"Möglich sind: {', '.join(names) or 'keine'}."

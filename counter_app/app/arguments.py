"""What comes in from the command line, turned into values; wrong input becomes one clear line."""

from collections.abc import Iterable
from datetime import date, datetime

from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError, unknown
from counter_app.domain.fact import FactValues
from counter_app.domain.sheet import Paper
from counter_app.domain.slots import german_date

MOST_DIGITS = 9
"""More things nobody counts, and Python reads no number of thousands of digits."""


class ArgumentError(CounterError):
    """Something on the command line is not as expected."""

    code = "argument"


def facts(given: Iterable[str]) -> FactValues:
    """``NAME=VALUE`` given once or several times.

    Raises:
        ArgumentError: the sign or one of the sides is missing.
    """
    found: dict[str, tuple[str, ...]] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not (sign and name.strip() and value.strip()):
            detail = f"„{text}“ ist keine Angabe; erwartet NAME=WERT, zum Beispiel application=renewal."
            raise ArgumentError(detail, "--fact")
        found[name.strip()] = (*found.get(name.strip(), ()), value.strip())
    return found


def day(text: str | None, option: str) -> date | None:
    """A day written as ``2026-12-03``.

    Raises:
        ArgumentError: there is no such day.
    """
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - the office's own calendar
    except ValueError as error:
        detail = f"„{text}“ ist kein Tag; erwartet JJJJ-MM-TT, zum Beispiel 2026-12-03."
        raise ArgumentError(detail, option) from error


def moment(text: str, option: str) -> datetime:
    """A day and a time, local to the office: ``2026-12-03 09:30``.

    Raises:
        ArgumentError: there is no such moment.
    """
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - the office's own wall clock
    except ValueError as error:
        detail = f"„{text}“ ist kein Termin; erwartet „JJJJ-MM-TT HH:MM“, zum Beispiel „2026-12-03 09:30“."
        raise ArgumentError(detail, option) from error


def count(text: str, option: str) -> int:
    """A number of things: ``10``.

    Raises:
        ArgumentError: it is none, or less than one.
    """
    if not (text.isdecimal() and len(text) <= MOST_DIGITS and int(text) > 0):
        detail = f"„{text}“ ist keine Anzahl; erwartet eine ganze Zahl ab 1."
        raise ArgumentError(detail, option)
    return int(text)


def paper(text: str, option: str) -> Paper:
    """What is in the printer: ``a4``.

    Raises:
        UnknownName: we do not print on that.
    """
    known = [paper.value for paper in Paper]
    if text.lower() not in known:
        raise unknown("Papier", text, known, option)
    return Paper(text.lower())


def missing(text: str, content: Content) -> dict[str, str]:
    """``DOC[:REASON],…``: ids of papers with the id of the reason why they count as missing.

    Raises:
        UnknownName: no such paper or reason.
    """
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, reason = part.partition(":")
        reason = reason or content.reasons.default
        if name not in content.documents:
            raise unknown("Unterlage", name, content.documents, "--missing")
        if name in found:
            detail = f"„{name}“ steht zweimal da; bitte einen Grund wählen."
            raise ArgumentError(detail, "--missing")
        if reason not in content.reasons.texts:
            raise unknown("Grund", reason, content.reasons.texts, "--missing")
        found[name] = reason
    return found


def not_before(when: date | None, today: date, option: str) -> date | None:
    """A day that lies ahead.

    Raises:
        ArgumentError: it has passed.
    """
    if when is not None and when < today:
        detail = f"Der {german_date(when)} ist schon vorbei; erwartet einen Tag ab dem {german_date(today)}."
        raise ArgumentError(detail, option)
    return when

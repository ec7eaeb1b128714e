"""How a log line is written so that nothing a person said, typed or tapped can stand in it.

Kept are our own fixed messages, numbers, enum members, `Known` words, and of an error its type and its places. Dropped
are all other arguments, the messages of errors, source lines, and what foreign libraries have to say.
"""

import logging
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from traceback import FrameSummary, extract_tb
from types import TracebackType

from counter_app.domain.errors import CounterError

OUR_PACKAGE = "counter_app"
SEVERAL_LINES = str.maketrans({"\r": " ", "\n": " "})


class Known(str):
    """A word that cannot come from a visit: a version, the name of one of our settings."""

    __slots__ = ()


class DiscreetFormatter(logging.Formatter):
    """Time, level, logger and a message that gives nobody away."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the places of its error below it."""
        discreet = logging.makeLogRecord(
            {**record.__dict__, "msg": message_of(record), "args": (), "exc_text": None, "stack_info": None}
        )
        return super().format(discreet)

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging calls it so
        """The error's types and places."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(lines_of(error)) if isinstance(error, BaseException) else ""


def message_of(record: logging.LogRecord) -> str:
    """The message with only harmless arguments in it."""
    if not is_ours(record.name) or not isinstance(record.msg, str):
        return f"(not kept, from {place_of_path(record.pathname)}:{record.lineno})"
    try:
        return (record.msg % _harmless(record.args)).translate(SEVERAL_LINES)
    except (TypeError, ValueError, KeyError):
        return record.msg.translate(SEVERAL_LINES)


def is_ours(logger: str) -> bool:
    """Whether a logger belongs to one of our modules."""
    return logger == OUR_PACKAGE or logger.startswith(f"{OUR_PACKAGE}.")


def lines_of(error: BaseException) -> Iterator[str]:
    """Type and places of an error and of those it came from, the oldest first; never what it says."""
    chain = list(_chain(error))
    for number, member in enumerate(reversed(chain)):
        yield f"  {'then ' if number else ''}{name_of(type(member))}{_code_of(member)}"
        yield from (f"    {line}" for line in places_of(member.__traceback__))


def places_of(trace: TracebackType | None) -> list[str]:
    """``counter_app/ui/page.py:41 in _on_click``, the outermost first; without source and values."""
    return [place_of(frame) for frame in extract_tb(trace, limit=-40)]


def place_of(frame: FrameSummary) -> str:
    """One place as file, line and function."""
    return f"{place_of_path(frame.filename)}:{frame.lineno} in {frame.name}"


def place_of_path(path: str) -> str:
    """The file from our package on, or only its name: a home folder would name the user."""
    parts = Path(path).parts
    if OUR_PACKAGE in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index(OUR_PACKAGE) :])
    return parts[-1] if parts else "?"


def name_of(kind: type[BaseException]) -> str:
    """The type's name with its module, without the one of the builtins."""
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _code_of(error: BaseException) -> str:
    if isinstance(error, CounterError):
        return f" ({error.code})"
    if isinstance(error, OSError) and error.errno is not None:
        return f" (errno {error.errno})"
    return ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _harmless(arguments: object) -> object:
    if isinstance(arguments, dict):
        return {name: _argument(value) for name, value in arguments.items()}
    return tuple(map(_argument, arguments)) if isinstance(arguments, tuple) else ()


def _argument(value: object) -> object:
    if isinstance(value, bool | int | float | Enum | Known):
        return value
    return f"<{type(value).__name__}>"

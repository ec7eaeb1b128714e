"""Nothing that a person said, typed or tapped can get into a log line."""

import logging
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.system.discreet_log import DiscreetFormatter, Known, place_of_path
from counter_app.system.files import FileError

PRIVATE = "Maryam Muster, Az. 12/345"
OURS = "counter_app.ui.page"


class Colour(StrEnum):
    """A word of our own."""

    RED = "red"


def line_of(message: object, *arguments: object, name: str = OURS, error: BaseException | None = None) -> str:
    """What the log would hold."""
    exc_info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, "/home/x/counter_app/ui/page.py", 7, message, arguments, exc_info)
    return DiscreetFormatter().format(record)


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    """The error with its places, as if it had happened."""
    with pytest.raises(type(error)) as caught:
        fail(error, cause)
    return caught.value


def fail(error: BaseException, cause: BaseException | None) -> None:
    try:
        if cause:
            raise cause  # noqa: TRY301 - the chain is the point
    except BaseException as earlier:
        raise error from earlier
    raise error


def test_a_line_holds_time_level_logger_and_message() -> None:
    assert line_of("%d rows in %.1f s, %s", 3, 0.25, Colour.RED).endswith(f" ERROR {OURS}: 3 rows in 0.2 s, red")


def test_only_words_known_beforehand_are_kept() -> None:
    assert line_of("opened %s with %s", Known("1.0"), PRIVATE).endswith("opened 1.0 with <str>")


@given(st.text(min_size=1).filter(lambda text: text not in "<str>"))
def test_no_text_gets_through(text: str) -> None:
    assert line_of("x %s", "\N{LATIN SMALL LETTER SHARP S}" + text).endswith("x <str>")


@pytest.mark.parametrize("value", [[PRIVATE], {"a": PRIVATE}, Path(PRIVATE), FileError(PRIVATE), PRIVATE.encode()])
def test_no_other_value_gets_through(value: object) -> None:
    assert PRIVATE not in line_of("x %s %r", value, 1)


def test_named_arguments_are_dropped_too() -> None:
    assert line_of("x %(name)s", {"name": PRIVATE}).endswith("x <str>")


def test_what_foreign_libraries_say_is_not_kept() -> None:
    line = line_of(f"cannot shape {PRIVATE}", name="fontTools.ttLib")
    assert PRIVATE not in line
    assert line.endswith("(not kept, from counter_app/ui/page.py:7)")


def test_an_error_as_message_is_not_kept() -> None:
    assert PRIVATE not in line_of(ValueError(PRIVATE))


def test_arguments_that_do_not_fit_lose_only_themselves() -> None:
    assert line_of("%d rows", PRIVATE).endswith("%d rows")


def test_a_message_stays_on_one_line() -> None:
    assert line_of("a\nb %s", Known("c\r\nd")).count("\n") == 0


def test_an_error_is_its_types_and_places() -> None:
    error = raised(ValueError(PRIVATE), KeyError(PRIVATE))
    line = line_of("trouble", error=error)
    assert PRIVATE not in line
    _, first, place, second, *_ = line.splitlines()
    assert first.strip() == "KeyError"
    assert place.strip().startswith("test_discreet_log.py:")
    assert place.endswith(" in fail")
    assert second.strip() == "then ValueError"


def test_source_lines_and_groups_and_notes_are_not_kept() -> None:
    inner = ValueError(PRIVATE)
    inner.add_note(PRIVATE)
    line = line_of("trouble", error=raised(ExceptionGroup(PRIVATE, [inner])))
    assert PRIVATE not in line
    assert "raise " not in line


def test_expected_trouble_gives_its_code_and_the_system_its_number() -> None:
    assert "counter_app.system.files.FileError (file)" in line_of("x", error=raised(FileError(PRIVATE)))
    assert "FileNotFoundError (errno 2)" in line_of("x", error=raised(FileNotFoundError(2, PRIVATE)))


def test_an_error_that_caused_itself_ends() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert line_of("x", error=one).count("Error") == 2


def test_endless_recursion_is_cut() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    assert len(line_of("x", error=caught.value).splitlines()) < 50


def test_an_earlier_formatting_of_the_error_is_not_reused() -> None:
    error = raised(ValueError(PRIVATE))
    exc_info = (ValueError, error, error.__traceback__)
    record = logging.LogRecord(OURS, logging.ERROR, "x.py", 1, "x", (), exc_info, sinfo=PRIVATE)
    logging.Formatter().format(record)
    assert record.exc_text
    assert PRIVATE not in DiscreetFormatter().format(record)


def test_a_place_names_no_home_folder() -> None:
    assert place_of_path("/home/muster/counter_app/x/counter_app/ui/a.py") == "counter_app/ui/a.py"
    assert place_of_path("/home/muster/lib/logging/__init__.py") == "__init__.py"
    assert place_of_path("") == "?"

"""What a screen reader says from stop to stop of the Tab key: a text that is reviewed like code."""

from pathlib import Path

import pytest

from tests.ui.accessibility import spoken, tab_steps
from tests.ui.seat import Seat

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> "Expect":
    return Expect(is_new=bool(request.config.getoption("--update-golden")))


class Expect:
    """Compares with a text of the folder, or writes it anew."""

    def __init__(self, *, is_new: bool) -> None:
        self._is_new = is_new

    def __call__(self, name: str, text: str) -> None:
        file = GOLDEN / f"{name}.txt"
        if self._is_new:
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")


def order(seat: Seat) -> str:
    """Role, name, value and description of every stop, from the first button on."""
    seat.counter.top.tab_stops()[0].setFocus()
    return "".join(f"{spoken(stop)}\n" for stop in tab_steps(seat.counter))


def test_the_empty_window(seat: Seat, expect: Expect) -> None:
    expect("counter_empty", order(seat))


def test_in_the_middle_of_a_visit(seat: Seat, expect: Expect) -> None:
    seat.choose("stud")
    seat.press("F2")
    seat.type("arab")
    seat.press("Return", "Ctrl+L", "D", "F", "2", "Ctrl+T")
    seat.type("+14")
    seat.press("Return")
    expect("counter_middle", order(seat))

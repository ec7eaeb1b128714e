"""What somebody who waits sees."""

from io import StringIO
from itertools import pairwise

from counter_app.app.stock.progress import SELDOM_S, Progress, progress_line


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def run_through(stream: StringIO, total: int, each_s: float) -> None:
    clock = Clock()
    progress = Progress(total, stream, clock)
    for _ in range(total):
        clock.now += each_s
        progress.one_more()
    progress.close()


def test_the_line_tells_done_rate_and_time_left() -> None:
    assert progress_line(42, 90, 0.8) == "42 von 90 Blättern · 52,5 je Sekunde · noch 1 s"
    assert progress_line(10, 1000, 10) == "10 von 1000 Blättern · 1,0 je Sekunde · noch 16 min"
    assert progress_line(0, 90, 0) == "0 von 90 Blättern · 0,0 je Sekunde"


def test_a_terminal_has_one_line_that_renews_itself_and_goes() -> None:
    stream = Terminal()
    run_through(stream, 20, 0.2)
    said = stream.getvalue()
    assert "\n" not in said
    lines = [line.rstrip() for line in said.split("\r") if line.strip()]
    assert lines[0] == "1 von 20 Blättern · 5,0 je Sekunde · noch 4 s"
    assert lines[-1] == "20 von 20 Blättern · 5,0 je Sekunde · noch 0 s"
    assert len(lines) == 20
    assert said.endswith(f"\r{' ' * len(lines[-1])}\r")


def test_a_shorter_line_leaves_nothing_of_the_longer_one() -> None:
    stream = Terminal()
    run_through(stream, 200, 0.2)
    lines = [line for line in stream.getvalue().split("\r") if line.strip()]
    assert all(len(after) >= len(before.rstrip()) for before, after in pairwise(lines))
    assert any(after.endswith(" ") for after in lines)


def test_a_terminal_is_not_flooded() -> None:
    stream = Terminal()
    run_through(stream, 1000, 0.001)
    assert stream.getvalue().count("von 1000") <= 10


def test_elsewhere_a_plain_line_comes_seldom() -> None:
    stream = StringIO()
    run_through(stream, 100, SELDOM_S / 40)
    assert stream.getvalue().splitlines() == [
        "40 von 100 Blättern · 4,0 je Sekunde · noch 15 s",
        "80 von 100 Blättern · 4,0 je Sekunde · noch 5 s",
    ]


def test_quick_work_says_nothing_elsewhere() -> None:
    stream = StringIO()
    run_through(stream, 100, 0.01)
    assert stream.getvalue() == ""

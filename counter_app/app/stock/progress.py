"""How far a long work is: one line that renews itself on a terminal, a line now and then elsewhere."""

import time
from collections.abc import Callable
from typing import TextIO

SMOOTH_S = 0.1
SELDOM_S = 10.0
_MINUTE_S = 60


class Progress:
    """Tells how many of all are done, how fast, and how long the rest will take.

    Args:
        clock: seconds of a clock that never jumps.
    """

    def __init__(self, total: int, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._stream = stream
        self._clock = clock
        self._renews = stream.isatty()
        self._start = self._told_at = clock()
        self._done = 0
        self._width = 0

    def one_more(self) -> None:
        """One more is done."""
        self._done += 1
        now = self._clock()
        if now - self._told_at >= (SMOOTH_S if self._renews else SELDOM_S):
            self._told_at = now
            self._tell(now)

    def close(self) -> None:
        """Leave the terminal's line to what comes next."""
        if self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._stream.flush()

    def _tell(self, now: float) -> None:
        line = progress_line(self._done, self._total, now - self._start)
        if self._renews:
            self._stream.write(f"\r{line.ljust(self._width)}")
            self._width = len(line)
        else:
            self._stream.write(f"{line}\n")
        self._stream.flush()


def progress_line(done: int, total: int, seconds: float) -> str:
    """``42 von 90 Blättern · 51,2 je Sekunde · noch 1 s``."""
    rate = done / seconds if seconds else 0.0
    left = f" · noch {_duration((total - done) / rate)}" if rate else ""
    return f"{done} von {total} Blättern · {rate:.1f} je Sekunde".replace(".", ",") + left


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 2 * _MINUTE_S else f"{seconds / _MINUTE_S:.0f} min"

"""What the program meets outside itself: printers, calendar, clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.ui.preview.printing import Printers


@dataclass(frozen=True, slots=True)
class Outside:
    """Tests and the demo put their own in.

    Args:
        today: the day in the office's own calendar. clock: seconds of a clock that never jumps.
    """

    printers: "Printers"
    today: Callable[[], date]
    clock: Callable[[], float]

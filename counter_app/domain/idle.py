"""Nobody touches anything: first the customer's screen is veiled and a countdown runs, then the visit is over."""

from dataclasses import dataclass
from datetime import timedelta

from counter_app.domain.office import CounterSettings

SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Active:
    """Somebody is there."""


@dataclass(frozen=True, slots=True)
class Veiled:
    """The customer's screen shows nothing of the visit. ``seconds_left``: until it is wiped, at least 1."""

    seconds_left: int


@dataclass(frozen=True, slots=True)
class Over:
    """Nobody came back: the visit is to be wiped."""


IdleState = Active | Veiled | Over
"""How long nobody has touched anything, as far as it matters."""


def idle_state(untouched: timedelta, settings: CounterSettings) -> IdleState:
    """Where a visit stands.

    Args:
        untouched: since the last key or tap on either side, by a clock that never jumps.
    """
    if untouched < settings.veil_after:
        return Active()
    left = settings.veil_after + settings.clear_after - untouched
    return Veiled(_whole_seconds(left)) if left > timedelta(0) else Over()


def _whole_seconds(left: timedelta) -> int:
    """Rounded up, so that 0 never stands there while it still counts."""
    return -(-left // SECOND)

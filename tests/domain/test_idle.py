"""When a visit that nobody touches is veiled, and when it is over."""

from datetime import timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.content import Content
from counter_app.domain.idle import Active, IdleState, Over, Veiled, idle_state
from counter_app.domain.office import CounterSettings


def settings_of(veil_s: float, clear_s: float) -> CounterSettings:
    return CounterSettings(timedelta(seconds=veil_s), timedelta(seconds=clear_s), may_save_pdf=False, favourites=())


@pytest.mark.parametrize(
    ("untouched_s", "expected"),
    [
        (-5, Active()),
        (0, Active()),
        (179.999999, Active()),
        (180, Veiled(60)),
        (180.000001, Veiled(60)),
        (180.999999, Veiled(60)),
        (181, Veiled(59)),
        (238.5, Veiled(2)),
        (239, Veiled(1)),
        (239.999999, Veiled(1)),
        (240, Over()),
        (86_400, Over()),
    ],
)
def test_the_veil_comes_first_then_a_countdown_then_the_end(untouched_s: float, expected: IdleState) -> None:
    assert idle_state(timedelta(seconds=untouched_s), settings_of(180, 60)) == expected


@pytest.mark.parametrize(("untouched_s", "expected"), [(9, Active()), (10, Over())])
def test_without_a_countdown_it_is_over_at_once(untouched_s: float, expected: IdleState) -> None:
    assert idle_state(timedelta(seconds=untouched_s), settings_of(10, 0)) == expected


def test_the_shipped_office_waits_three_minutes_and_counts_down_one(content: Content) -> None:
    counter = content.office.counter
    seconds = (0, 179, 180, 239, 240)
    found = [idle_state(timedelta(seconds=second), counter) for second in seconds]
    assert found == [Active(), Active(), Veiled(60), Veiled(1), Over()]


durations = st.timedeltas(min_value=timedelta(0), max_value=timedelta(minutes=10))


@given(veil=durations, clear=durations, first=durations, later=durations)
def test_it_only_goes_on_and_never_shows_a_zero(
    veil: timedelta, clear: timedelta, first: timedelta, later: timedelta
) -> None:
    settings = CounterSettings(veil, clear, may_save_pdf=False, favourites=())

    def left(untouched: timedelta) -> float:
        match idle_state(untouched, settings):
            case Active():
                assert untouched < veil
                return float("inf")
            case Veiled(seconds):
                assert 1 <= seconds <= ceil(clear / timedelta(seconds=1))
                return seconds
            case Over():
                assert untouched >= veil + clear
                return 0

    assert left(first) >= left(first + later)

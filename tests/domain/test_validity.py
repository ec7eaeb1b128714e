"""Days on which something counts."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.validity import Validity, turning_days

DAYS = st.dates(date(2026, 12, 28), date(2027, 1, 4))
VALIDITIES = st.builds(Validity, st.none() | DAYS, st.none() | DAYS).filter(
    lambda one: one.first is None or one.last is None or one.first <= one.last
)
EVERY_DAY = [date(2026, 12, 20) + timedelta(days=days) for days in range(25)]


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), True),
        (date(2027, 6, 30), True),
        (date(2027, 7, 1), False),
    ],
)
def test_first_and_last_day_belong_to_it(day: date, *, counts: bool) -> None:
    assert Validity(date(2027, 1, 1), date(2027, 6, 30)).covers(day) is counts


@given(VALIDITIES, VALIDITIES)
def test_two_overlap_where_a_day_belongs_to_both(one: Validity, other: Validity) -> None:
    both = any(one.covers(day) and other.covers(day) for day in EVERY_DAY)
    assert one.overlaps(other) is other.overlaps(one) is both


@given(st.lists(VALIDITIES))
def test_between_turning_days_nothing_changes(validities: list[Validity]) -> None:
    turns = list(turning_days(validities))
    assert turns == sorted(set(turns))
    for before, day in pairwise(EVERY_DAY):
        changes = any(one.covers(before) != one.covers(day) for one in validities)
        assert not changes or day in turns


def test_a_last_day_at_the_end_of_the_calendar_is_no_trouble() -> None:
    assert list(turning_days([Validity(last=date.max)])) == [date.min]

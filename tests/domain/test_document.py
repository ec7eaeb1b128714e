"""How old a paper may be, and in what form it comes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.document import Age, Form, strictest

ISSUED = st.dates(date(2023, 1, 1), date(2029, 12, 31))
AGES = st.builds(Age, days=st.integers(1, 400)) | st.builds(Age, months=st.integers(1, 30))


@pytest.mark.parametrize(
    ("age", "issued", "last"),
    [
        (Age(months=3), date(2027, 1, 31), date(2027, 4, 30)),
        (Age(months=3), date(2026, 8, 22), date(2026, 11, 22)),
        (Age(months=1), date(2028, 1, 30), date(2028, 2, 29)),
        (Age(months=6), date(2026, 12, 15), date(2027, 6, 15)),
        (Age(months=12), date(2028, 2, 29), date(2029, 2, 28)),
        (Age(days=14), date(2026, 12, 20), date(2027, 1, 3)),
    ],
)
def test_the_last_day_is_still_good(age: Age, issued: date, last: date) -> None:
    assert age.last_day(issued) == last
    assert not age.is_too_old(issued, last)
    assert age.is_too_old(issued, date.fromordinal(last.toordinal() + 1))


@given(AGES, ISSUED, st.integers(-40, 1300))
def test_the_oldest_good_day_of_issue_says_the_same(age: Age, issued: date, later: int) -> None:
    on = date.fromordinal(issued.toordinal() + later)
    assert age.is_too_old(issued, on) is (issued < age.oldest(on))


@pytest.mark.parametrize("age", [Age(days=999), Age(months=999)])
def test_the_ends_of_the_calendar_are_no_trouble(age: Age) -> None:
    assert age.last_day(date(9999, 12, 1)) == date.max
    assert age.oldest(date(1, 1, 31)) == date.min


@pytest.mark.parametrize(("days", "months"), [(0, 0), (1, 1), (-1, 0), (0, -3), (-1, 1)])
def test_an_age_has_either_days_or_months(days: int, months: int) -> None:
    with pytest.raises(ValueError, match="an age has days or months"):
        Age(days, months)


def test_which_age_is_strictest_depends_on_the_day() -> None:
    both = (Age(months=1), Age(days=30))
    assert strictest(both, date(2027, 3, 15)) == Age(months=1)
    assert strictest(both, date(2027, 8, 15)) == Age(days=30)
    assert strictest((), date(2027, 8, 15)) is None


@pytest.mark.parametrize(
    ("age", "said"),
    [(Age(days=1), "1 Tag"), (Age(days=14), "14 Tage"), (Age(months=1), "1 Monat"), (Age(months=3), "3 Monate")],
)
def test_the_clerk_reads_an_age_in_words(age: Age, said: str) -> None:
    assert age.german == said


def test_certified_forms_are_papers_and_digital_ones_are_not() -> None:
    papers = {form for form in Form if form.is_paper}
    assert papers == {Form.ORIGINAL, Form.COPY, Form.CERTIFIED_COPY, Form.CERTIFIED_TRANSLATION}

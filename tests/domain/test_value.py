"""Limits that change every year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from counter_app.domain.checklist import ChecklistMaker
from counter_app.domain.content import Content
from counter_app.domain.document import Confidence
from counter_app.domain.validity import Validity
from counter_app.domain.value import Unit, Value, ValueStep
from tests.makers import make_book, make_service

YEAR = Validity(date(2026, 1, 1), date(2026, 12, 31))
STEP = ValueStep(YEAR, Decimal("992.00"), "§ 16b", Confidence.HIGH, "L8", "")
NEXT = replace(STEP, validity=Validity(date(2027, 1, 1), date(2027, 12, 31)), amount=None)
STUDY = Value("study", "Lebensunterhalt", Unit.EUR_MONTH, (STEP, NEXT))


def test_the_step_of_the_day_counts() -> None:
    assert [STUDY.on(date(year, 12, 31)) for year in (2025, 2026, 2027, 2028)] == [None, STEP, NEXT, None]


def test_a_list_shows_the_values_of_its_matter_on_its_day() -> None:
    service = replace(make_service(), yearly_values=(STUDY,))
    maker = ChecklistMaker(make_book(), (), {})
    lists = (maker.make(service, {}, date(year, 1, 1)) for year in (2025, 2026))
    assert [list(made.values) for made in lists] == [[], [(STUDY, STEP)]]


def test_a_unit_is_read_in_words() -> None:
    assert [unit.german for unit in Unit] == ["im Jahr", "im Monat"]


def test_every_shipped_value_speaks_on_the_day_of_the_content(content: Content) -> None:
    steps = {value.id: value.on(content.day) for value in content.values.values()}
    assert [name for name, step in steps.items() if step is None] == []
    blue_card, unknown = steps["blue_card_regular"], steps["attachment_limit"]
    assert blue_card is not None
    assert blue_card.amount == Decimal("50700.00")
    assert unknown is not None
    assert (unknown.amount, unknown.confidence) == (None, Confidence.LOW)

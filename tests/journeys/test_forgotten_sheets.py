"""No text of a sheet outlives the visit it was made for."""

from threading import Event

import pytest

from counter_app.app.sheet_maker import LazySheetMaker
from counter_app.domain.sheet import SheetOrder
from counter_app.sheets.text.shaping import shape_text
from tests.journeys.counter_place import DESK, TOUCH, Open, Place

BEGINS_LATE_S = 0.3


def begin(place: Place) -> None:
    place.press("F3")
    place.type("stud")
    place.press("Return", "Ctrl+1")


def look_at_a_sheet(place: Place) -> None:
    begin(place)
    place.open_preview()
    assert shape_text.cache_info().currsize > 0


def texts_kept() -> int:
    return shape_text.cache_info().currsize


def test_the_next_person_finds_no_text_of_a_sheet(place: Place) -> None:
    look_at_a_sheet(place)
    place.press("Ctrl+N")
    place.hands.wait(lambda: texts_kept() == 0)


@pytest.mark.parametrize("last", [(), ("Ctrl+N",)], ids=["in a visit", "right after one"])
def test_closing_the_program_leaves_no_text_of_a_sheet(open_place: Open, last: tuple[str, ...]) -> None:
    place = open_place(DESK, TOUCH)
    look_at_a_sheet(place)
    place.press(*last)
    place.program.close()
    assert texts_kept() == 0


def test_closing_the_program_in_the_middle_of_a_sheet_leaves_no_text_of_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, never = Event(), Event()
    make = LazySheetMaker.pdf

    def make_late(maker: LazySheetMaker, order: SheetOrder) -> bytes:
        entered.set()
        never.wait(BEGINS_LATE_S)
        return make(maker, order)

    monkeypatch.setattr(LazySheetMaker, "pdf", make_late)
    begin(place)
    place.press("Ctrl+P")
    place.hands.wait(entered.is_set)
    place.program.close()
    assert place.made, "the sheet was made to its end"
    assert texts_kept() == 0

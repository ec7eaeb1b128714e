"""A sheet is made, then forgotten."""

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from counter_app.domain.sheet import SheetOrder
from counter_app.sheets.printer import SheetPrinter
from counter_app.sheets.text.shaping import ShapedText, shape_text
from counter_app.system.paths import fonts_folder, office_pictures_folder
from tests.sheets.slips import APPOINTMENT, DAY, shipped

ROOM = "Zq7xk"


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Nothing looks for cycles by itself."""
    gc.disable()
    yield
    gc.enable()


def texts_with(mark: str) -> list[str]:
    return [thing.text for thing in gc.get_objects() if isinstance(thing, ShapedText) and mark in thing.text]


@pytest.mark.usefixtures("no_collector")
def test_after_forgetting_no_text_of_the_sheet_is_left_anywhere() -> None:
    content = shipped()
    checklist = content.checklists.make(content.service("study"), {}, DAY)
    room = replace(APPOINTMENT, room=ROOM)
    order = SheetOrder(content.sheet("full"), content.language("ar"), checklist, appointment=room)
    printer = SheetPrinter(fonts_folder(), office_pictures_folder())
    printer.pdf(content, order)
    assert texts_with(ROOM), "the room stands on the sheet"
    printer.forget()
    assert texts_with(ROOM) == []
    assert shape_text.cache_info().currsize == 0

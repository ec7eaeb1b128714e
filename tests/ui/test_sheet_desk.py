"""Sheets are made and forgotten in one thread, one after the other; nobody at the counter waits for that."""

import gc
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from counter_app.app.sheet_maker import LazySheetMaker
from counter_app.domain.content import Content
from counter_app.domain.sheet import SheetOrder
from counter_app.domain.sheet_offer import OfferedSheet, SheetWish, offered_order
from counter_app.domain.visit import Case
from counter_app.sheets.text.shaping import ShapedText, shape_text
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.shared.jobs import Jobs
from counter_app.ui.sheet_desk import PrintJob, SheetDesk
from tests.ui.preview.paper import PaperPrinters

DAY = date(2026, 11, 23)
WAIT_S = 10


class SlowMaker(LazySheetMaker):
    """The real one, but a sheet is begun only when the test opens the gate."""

    def __init__(self, content: Content) -> None:
        super().__init__(content)
        self.entered, self.opened = Event(), Event()
        self.threads: list[int] = []

    def pdf(self, *orders: SheetOrder) -> bytes:
        self.threads.append(threading.get_native_id())
        self.entered.set()
        assert self.opened.wait(WAIT_S)
        return super().pdf(*orders)

    def forget(self) -> None:
        self.threads.append(threading.get_native_id())
        super().forget()


@pytest.fixture
def maker(content: Content) -> Iterator[SlowMaker]:
    maker = SlowMaker(content)
    shape_text.cache_clear()
    yield maker
    maker.opened.set()


@pytest.fixture
def desk(jobs: Jobs, maker: SlowMaker, tmp_path: Path) -> Iterator[SheetDesk]:
    preview = PreviewWindow(jobs, PaperPrinters(tmp_path), may_save=False)
    desk = SheetDesk(preview, jobs, maker)
    yield desk
    for owned in (preview, desk):
        shiboken6.delete(owned)


@pytest.fixture
def job(content: Content) -> PrintJob:
    wish = SheetWish(OfferedSheet(content.sheet("help")), "ar")
    return PrintJob("Hilfe", (offered_order(content, wish, Case(), DAY),))


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not jobs.is_busy, timeout=WAIT_S * 1000)


def texts_left() -> list[str]:
    """The texts of sheets that are still somewhere."""
    return [thing.text for thing in gc.get_objects() if isinstance(thing, ShapedText)]


def test_forgetting_in_the_middle_of_a_sheet_forgets_that_sheet_as_well(
    desk: SheetDesk, maker: SlowMaker, job: PrintJob, settle: Callable[[], None]
) -> None:
    desk.show(job)
    assert maker.entered.wait(WAIT_S)
    desk.forget()  # comes back although the sheet is still waiting at the gate
    maker.opened.set()
    settle()
    assert shape_text.cache_info().currsize == 0
    assert texts_left() == []


def test_sheets_are_forgotten_in_the_thread_that_made_them(
    desk: SheetDesk, maker: SlowMaker, job: PrintJob, settle: Callable[[], None]
) -> None:
    maker.opened.set()
    desk.show(job)
    settle()
    assert texts_left()
    desk.forget()
    settle()
    assert texts_left() == []
    assert len(maker.threads) == 2
    assert len({*maker.threads}) == 1
    assert threading.get_native_id() not in maker.threads


def test_where_no_sheet_was_made_there_is_nothing_to_forget(desk: SheetDesk, maker: SlowMaker, jobs: Jobs) -> None:
    desk.forget()
    assert not jobs.is_busy
    assert maker.threads == []


def test_once_forgotten_is_enough(desk: SheetDesk, maker: SlowMaker, job: PrintJob, settle: Callable[[], None]) -> None:
    maker.opened.set()
    desk.show(job)
    desk.forget()
    desk.forget()
    settle()
    assert maker.threads.count(maker.threads[-1]) == len(maker.threads) <= 2

import gc
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.errors import CounterError, SheetError
from counter_app.ui.shared.jobs import Job, Jobs, UnexpectedError

WAIT_S = 5


class Page(QWidget):
    """Notes what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[CounterError] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def show_answer(self, answer: object) -> None:
        self.threads.add(threading.get_ident())
        self.answers.append(answer)

    def show_error(self, error: CounterError) -> None:
        self.threads.add(threading.get_ident())
        self.errors.append(error)

    def show_step(self, step: int, steps: int) -> None:
        self.threads.add(threading.get_ident())
        self.steps.append((step, steps))


class Gate:
    """Work that stays inside until the test opens; says when it came in."""

    def __init__(self) -> None:
        self.entered = Event()
        self.opened = Event()
        self.was_cancelled = False

    def work(self, job: Job) -> str:
        self.entered.set()
        assert self.opened.wait(WAIT_S)
        self.was_cancelled = job.is_cancelled
        return "late"


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.opened.set()


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=WAIT_S * 1000)


def test_the_answer_comes_on_the_gui_thread_from_another_one(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    jobs.run(lambda _job: threading.get_ident(), done=page.show_answer, failed=page.show_error)
    assert page.answers == [], "never before run returns"
    settle(qtbot, jobs)
    assert page.threads == {threading.get_ident()}
    assert page.answers != [threading.get_ident()]


def test_one_thread_stays_the_same_for_ever_and_keeps_the_order(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    def work(number: int, _job: Job) -> tuple[int, int]:
        return threading.get_native_id(), number  # the other id may be used again by the next thread

    for number in range(50):
        jobs.run(partial(work, number), done=page.show_answer, failed=page.show_error)
    settle(qtbot, jobs)
    qtbot.wait(50)
    jobs.run(partial(work, 50), done=page.show_answer, failed=page.show_error)
    settle(qtbot, jobs)
    threads, numbers = zip(*page.answers, strict=True)
    assert len(set(threads)) == 1
    assert list(numbers) == list(range(51))


def test_a_database_opened_in_one_job_is_used_in_the_next(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    opened: list[sqlite3.Connection] = []
    jobs.run(lambda _job: opened.append(sqlite3.connect(":memory:")), done=page.show_answer, failed=page.show_error)
    jobs.run(lambda _job: opened[0].execute("select 7").fetchone(), done=page.show_answer, failed=page.show_error)
    jobs.run(lambda _job: opened[0].close(), done=page.show_answer, failed=page.show_error)
    settle(qtbot, jobs)
    assert page.answers == [None, (7,), None]


def test_expected_trouble_is_told_to_the_page_and_to_nobody_else(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    def work(_job: Job) -> None:
        raise SheetError("Das Blatt ist voll.")

    with qtbot.captureExceptions() as crashes:
        jobs.run(work, done=page.show_answer, failed=page.show_error)
        settle(qtbot, jobs)
    assert [error.detail for error in page.errors] == ["Das Blatt ist voll."]
    assert page.answers == []
    assert crashes == []


@pytest.mark.parametrize("kind", [ZeroDivisionError, SystemExit])
def test_our_mistake_reaches_the_crash_reporter_on_the_gui_side(
    qtbot: QtBot, jobs: Jobs, page: Page, kind: type[BaseException]
) -> None:
    def work(_job: Job) -> None:
        raise kind

    with qtbot.captureExceptions() as crashes:
        jobs.run(work, done=page.show_answer, failed=page.show_error)
        settle(qtbot, jobs)
    assert [crash[0] for crash in crashes] == [kind]
    assert [type(error) for error in page.errors] == [UnexpectedError]
    assert page.threads == {threading.get_ident()}


def test_a_mistake_in_a_job_nobody_wants_any_more_does_not_vanish(
    qtbot: QtBot, jobs: Jobs, page: Page, gate: Gate
) -> None:
    def work(job: Job) -> None:
        gate.work(job)
        raise ZeroDivisionError

    with qtbot.captureExceptions() as crashes:
        job = jobs.run(work, done=page.show_answer, failed=page.show_error)
        assert gate.entered.wait(WAIT_S)
        job.cancel()
        gate.opened.set()
        settle(qtbot, jobs)
    assert [crash[0] for crash in crashes] == [ZeroDivisionError]
    assert page.errors == []


def test_a_cancelled_job_learns_it_and_delivers_nothing(qtbot: QtBot, jobs: Jobs, page: Page, gate: Gate) -> None:
    job = jobs.run(gate.work, done=page.show_answer, failed=page.show_error)
    assert gate.entered.wait(WAIT_S)
    job.cancel()
    gate.opened.set()
    settle(qtbot, jobs)
    assert gate.was_cancelled
    assert page.answers == page.errors == []


def test_cancelling_between_the_work_and_the_answer_drops_the_answer(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    ended = Event()
    job = jobs.run(lambda _job: ended.set(), done=page.show_answer, failed=page.show_error)
    assert ended.wait(WAIT_S)
    job.cancel()
    settle(qtbot, jobs)
    assert page.answers == []


def test_a_job_cancelled_in_the_queue_never_runs(qtbot: QtBot, jobs: Jobs, page: Page, gate: Gate) -> None:
    ran: list[bool] = []
    jobs.run(gate.work, done=page.show_answer, failed=page.show_error)
    jobs.run(lambda _job: ran.append(True), done=page.show_answer, failed=page.show_error).cancel()
    gate.opened.set()
    settle(qtbot, jobs)
    assert ran == []
    assert page.answers == ["late"]


def test_a_job_may_be_cancelled_long_after_it_was_answered(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    job = jobs.run(lambda _job: "answer", done=page.show_answer, failed=page.show_error)
    settle(qtbot, jobs)
    qtbot.wait(0)
    job.cancel()
    assert page.answers == ["answer"]


def test_a_page_may_be_deleted_while_its_job_runs(qtbot: QtBot, jobs: Jobs, gate: Gate) -> None:
    page = Page()
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.show()
    answers, errors = page.answers, page.errors
    jobs.run(gate.work, done=page.show_answer, failed=page.show_error)
    assert gate.entered.wait(WAIT_S)
    with qtbot.waitSignal(page.destroyed):
        page.close()
    del page
    gate.opened.set()
    settle(qtbot, jobs)
    assert answers == errors == []


def test_progress_arrives_on_the_gui_thread_before_the_answer(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    def work(job: Job) -> list[tuple[int, int]]:
        job.report(1, 2)
        job.report(2, 2)
        return page.steps

    jobs.run(work, done=page.show_answer, failed=page.show_error, progressed=page.show_step)
    settle(qtbot, jobs)
    assert page.answers == [[(1, 2), (2, 2)]]
    assert page.threads == {threading.get_ident()}


def test_a_cancelled_job_reports_no_progress_either(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    reported = Event()

    def work(job: Job) -> None:
        job.report(1, 2)
        reported.set()

    job = jobs.run(work, done=page.show_answer, failed=page.show_error, progressed=page.show_step)
    assert reported.wait(WAIT_S)
    job.cancel()
    settle(qtbot, jobs)
    assert page.steps == []


def test_shutdown_waits_for_what_runs_and_drops_what_is_queued(qtbot: QtBot, page: Page, gate: Gate) -> None:
    jobs = Jobs(threads=1)
    ran: list[str] = []

    def first(job: Job) -> None:
        gate.entered.set()
        while not job.is_cancelled:
            gate.opened.wait(0.01)
        ran.append("first to its end")

    jobs.run(first, done=page.show_answer, failed=page.show_error)
    jobs.run(lambda _job: ran.append("queued"), done=page.show_answer, failed=page.show_error)
    assert gate.entered.wait(WAIT_S)
    jobs.shutdown()
    assert ran == ["first to its end"]
    assert not jobs.is_busy
    jobs.shutdown()
    jobs.run(lambda _job: ran.append("too late"), done=page.show_answer, failed=page.show_error)
    assert not jobs.is_busy
    qtbot.wait(10)
    assert ran == ["first to its end"]
    assert page.answers == page.errors == []


def test_a_mistake_found_in_shutdown_is_reported_once(qtbot: QtBot, page: Page, gate: Gate) -> None:
    jobs = Jobs(threads=1)

    def work(_job: Job) -> None:
        gate.entered.set()
        gate.opened.wait(0.05)
        raise ZeroDivisionError

    with qtbot.captureExceptions() as crashes:
        jobs.run(work, done=page.show_answer, failed=page.show_error)
        assert gate.entered.wait(WAIT_S)
        jobs.shutdown()
        qtbot.wait(10)
    assert [crash[0] for crash in crashes] == [ZeroDivisionError]


def test_several_threads_work_side_by_side(qtbot: QtBot, page: Page) -> None:
    jobs = Jobs(threads=2)
    here, there = Event(), Event()

    def meet(mine: Event, other: Event) -> bool:
        mine.set()
        return other.wait(WAIT_S)

    jobs.run(lambda _job: meet(here, there), done=page.show_answer, failed=page.show_error)
    jobs.run(lambda _job: meet(there, here), done=page.show_answer, failed=page.show_error)
    settle(qtbot, jobs)
    jobs.shutdown()
    assert page.answers == [True, True]


class Paper:
    """Something that can be watched going away."""


@pytest.mark.parametrize("is_cancelled", [False, True])
def test_nothing_of_a_job_stays_in_memory(qtbot: QtBot, jobs: Jobs, *, is_cancelled: bool) -> None:
    paper = Paper()
    watched = weakref.ref(paper)
    receiver = QObject()
    job = jobs.run(lambda _job, paper=paper: [paper], done=receiver.setObjectName, failed=receiver.setObjectName)  # type: ignore[misc, arg-type]
    if is_cancelled:
        job.cancel()
    else:
        job.done.disconnect()
    settle(qtbot, jobs)
    qtbot.wait(0)
    del paper
    gc.collect()
    assert watched() is None


def test_a_job_cancelled_in_the_queue_lets_go_at_once(qtbot: QtBot, jobs: Jobs, page: Page, gate: Gate) -> None:
    jobs.run(gate.work, done=page.show_answer, failed=page.show_error)
    paper = Paper()
    watched = weakref.ref(paper)
    job = jobs.run(lambda _job, paper=paper: paper, done=page.show_answer, failed=page.show_error)  # type: ignore[misc]
    del paper
    assert watched() is not None
    job.cancel()
    assert watched() is None
    gate.opened.set()
    settle(qtbot, jobs)


def test_thousands_of_jobs_leave_no_objects_behind(qtbot: QtBot, jobs: Jobs, page: Page) -> None:
    for number in range(2000):
        job = jobs.run(lambda _job: 1, done=page.show_answer, failed=page.show_error)
        if number % 3 == 0:
            job.cancel()
    settle(qtbot, jobs)
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))
    assert len(page.answers) == 1333

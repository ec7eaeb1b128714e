"""Who makes what."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from counter_app.app.stock.shares import LARGEST_CHUNK, Shares
from counter_app.app.stock.tasks import Task
from counter_app.sheets.stock import LibrarySheet


def tasks(**counts: int) -> list[Task]:
    """So many tasks by language."""
    return [Task(LibrarySheet(f"s{n}", tag), None) for tag, count in counts.items() for n in range(count)]


def languages(chunk: tuple[Task, ...]) -> set[str]:
    return {task.sheet.language for task in chunk}


@given(
    st.dictionaries(st.sampled_from(["ar", "de", "ti", "zh"]), st.integers(1, 40)),
    st.integers(1, 5),
    st.randoms(use_true_random=False),
)
def test_every_task_is_dealt_once_whoever_asks(counts: dict[str, int], workers: int, chance: Random) -> None:
    all_tasks = tasks(**counts)
    shares = Shares(all_tasks, workers)
    dealt: list[Task] = []
    while chunk := shares.next_for(chance.randrange(workers)):
        assert len(chunk) <= LARGEST_CHUNK
        assert len(languages(chunk)) == 1
        dealt += chunk
    assert sorted(task.sheet.name for task in dealt) == sorted(task.sheet.name for task in all_tasks)
    assert all(shares.next_for(worker) == () for worker in range(workers))


def test_a_worker_stays_in_its_language_and_takes_one_of_its_own() -> None:
    shares = Shares(tasks(ar=30, de=30, ti=30), 2)
    first, second = languages(shares.next_for(0)), languages(shares.next_for(1))
    assert first != second
    for _ in range(2):
        assert languages(shares.next_for(0)) == first
        assert languages(shares.next_for(1)) == second


def test_whoever_is_done_helps_the_others() -> None:
    shares = Shares(tasks(ar=40, de=1), 2)
    assert languages(shares.next_for(0)) == {"ar"}
    assert languages(shares.next_for(1)) == {"de"}
    assert languages(shares.next_for(1)) == {"ar"}


def test_chunks_get_small_at_the_end() -> None:
    shares = Shares(tasks(ar=20), 2)
    sizes = [len(shares.next_for(number % 2)) for number in range(9)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 1

"""Who makes what."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from counter_app.app.stock.shares import LARGEST_CHUNK, Shares
from counter_app.app.stock.tasks import Task
from counter_app.sheets.stock import LibrarySheet


def tasks(*, lists: int = 0, **counts: int) -> list[Task]:
    """So many tasks by language, and so many more in each that are lists of a matter."""
    sheets = [Task(LibrarySheet(f"s{n}", tag), None) for tag, count in counts.items() for n in range(count)]
    return sheets + [Task(LibrarySheet("full", tag, f"m{n}"), None) for tag in counts for n in range(lists)]


def languages(chunk: tuple[Task, ...]) -> set[str]:
    return {task.sheet.language for task in chunk}


def kinds(chunk: tuple[Task, ...]) -> set[str]:
    return {"list" if task.sheet.service else "sheet" for task in chunk}


@given(
    st.dictionaries(st.sampled_from(["ar", "de", "ti", "zh"]), st.integers(1, 40)),
    st.integers(0, 20),
    st.integers(1, 5),
    st.randoms(use_true_random=False),
)
def test_every_task_is_dealt_once_whoever_asks(
    counts: dict[str, int], lists: int, workers: int, chance: Random
) -> None:
    all_tasks = tasks(lists=lists, **counts)
    shares = Shares(all_tasks, workers)
    dealt: list[Task] = []
    while chunk := shares.next_for(chance.randrange(workers)):
        assert len(chunk) <= LARGEST_CHUNK
        assert len(languages(chunk)) == len(kinds(chunk)) == 1
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


def test_one_makes_lists_and_the_other_the_rest_in_all_languages() -> None:
    shares = Shares(tasks(lists=4, ar=4, de=4, ti=4), 2)
    chunks = [(shares.next_for(0), shares.next_for(1)) for _ in range(4)]
    for mine in zip(*chunks, strict=True):
        assert len({kind for chunk in mine for kind in kinds(chunk)}) == 1
        assert {tag for chunk in mine for tag in languages(chunk)} == {"ar", "de", "ti"}


def test_four_share_the_kinds_and_work_in_languages_of_their_own() -> None:
    shares = Shares(tasks(lists=20, ar=20, de=20), 4)
    fields = {(*kinds(chunk), *languages(chunk)) for chunk in map(shares.next_for, range(4))}
    assert len(fields) == 4


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

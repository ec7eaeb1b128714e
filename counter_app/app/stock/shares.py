"""Who makes what: tasks in chunks, so that a process stays in one language and keeps its shaped texts."""

from collections import Counter, deque
from collections.abc import Iterable

from counter_app.app.stock.tasks import Task

LARGEST_CHUNK = 8


class Shares:
    """Deals the tasks out.

    Args:
        workers: how many there are.
    """

    def __init__(self, tasks: Iterable[Task], workers: int) -> None:
        self._left: dict[str, deque[Task]] = {}
        for task in tasks:
            self._left.setdefault(task.sheet.language, deque()).append(task)
        self._workers = workers
        self._language_of: dict[int, str] = {}

    def next_for(self, worker: int) -> tuple[Task, ...]:
        """The next chunk for a worker: of its language, else of one that nobody works on; empty at the end."""
        language = self._language_of.get(worker, "")
        if language not in self._left:
            if not self._left:
                self._language_of.pop(worker, None)
                return ()
            language = self._language_of[worker] = self._freest()
        queue = self._left[language]
        chunk = tuple(queue.popleft() for _ in range(min(self._chunk_size(), len(queue))))
        if not queue:
            del self._left[language]
        return chunk

    def _freest(self) -> str:
        busy = Counter(self._language_of.values())
        return min(self._left, key=lambda language: (busy[language], -len(self._left[language])))

    def _chunk_size(self) -> int:
        """Smaller towards the end, so that all end at about the same time."""
        left = sum(map(len, self._left.values()))
        return max(1, min(LARGEST_CHUNK, left // (2 * self._workers)))

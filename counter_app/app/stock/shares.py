"""Who makes what: tasks in chunks, so that a process goes on with texts that it has shaped already."""

from collections import Counter, deque
from collections.abc import Iterable
from typing import NamedTuple

from counter_app.app.stock.tasks import Task

LARGEST_CHUNK = 8


class Field(NamedTuple):
    """Sheets with many texts in common: those of one language, apart by whether they are lists of a matter.

    Lists share their papers, in German with those of every language; other sheets share little with them.
    """

    is_list: bool
    language: str


class Shares:
    """Deals the tasks out.

    Args:
        workers: how many there are.
    """

    def __init__(self, tasks: Iterable[Task], workers: int) -> None:
        self._left: dict[Field, deque[Task]] = {}
        for task in tasks:
            self._left.setdefault(Field(bool(task.sheet.service), task.sheet.language), deque()).append(task)
        self._workers = workers
        self._field_of: dict[int, Field] = {}

    def next_for(self, worker: int) -> tuple[Task, ...]:
        """The next chunk for a worker: of its field, else of one that nobody works on; empty at the end."""
        if not self._left:
            self._field_of.pop(worker, None)
            return ()
        field = self._field_of.get(worker)
        if field not in self._left:
            field = self._field_of[worker] = self._freest(field)
        queue = self._left[field]
        chunk = tuple(queue.popleft() for _ in range(min(self._chunk_size(), len(queue))))
        if not queue:
            del self._left[field]
        return chunk

    def _freest(self, before: Field | None) -> Field:
        """A field of the kind the worker knows, or for a new one of the kind that fewest work on."""
        busy = Counter(self._field_of.values())
        kinds = Counter(field.is_list for field in self._field_of.values())

        def order(field: Field) -> tuple[int, int, int]:
            distance = kinds[field.is_list] if before is None else int(field.is_list != before.is_list)
            return distance, busy[field], -len(self._left[field])

        return min(self._left, key=order)

    def _chunk_size(self) -> int:
        """Smaller towards the end, so that all end at about the same time."""
        left = sum(map(len, self._left.values()))
        return max(1, min(LARGEST_CHUNK, left // (2 * self._workers)))

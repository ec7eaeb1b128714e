"""One counter on one data folder: the second start brings the first window forward and goes."""

import logging
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal, Slot

from counter_app.domain.errors import CounterError
from counter_app.system.files import make_folder, write_whole

ALREADY_OPEN = (
    "Schalterlotse ist auf diesem Rechner schon offen; das Fenster kommt jetzt nach vorn. "
    "Kommt es nicht, öffnen Sie es bitte in der Taskleiste."
)
LOCK_FILE, WAKE_FILE = "lock", "wake"

log = logging.getLogger(__name__)


class SingleInstance(QObject):
    """Decides who is first on a folder; the lock of a process that was killed is taken over.

    Both sides meet in a folder of their own: the second start leaves a small file there, which the first takes away.

    Args:
        folder: where they meet, for nothing else; made if need be.

    Signals:
        woken: somebody started the program once more; the window should come forward.
    """

    woken = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wake = folder / WAKE_FILE
        self._watcher = QFileSystemWatcher(self)
        self._lock = QLockFile(str(folder / LOCK_FILE))
        self._lock.setStaleLockTime(0)  # however long it runs: only a process that is gone loses its lock
        self.is_first = self._take_lock(folder)
        if self.is_first:
            self._listen()

    def wake_first(self) -> None:
        """Ask the first one to bring its window forward."""
        with suppress(CounterError):
            write_whole(self._wake, str(os.getpid()).encode())

    def close(self) -> None:
        """Let the next start be the first."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._lock.unlock()

    def _take_lock(self, folder: Path) -> bool:
        with suppress(CounterError):
            make_folder(folder)
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        log.warning("the data folder cannot be locked; a second start would not be noticed")
        return True

    def _listen(self) -> None:
        self._clear()  # left over by a start while nobody was there to listen
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._watch()

    def _watch(self) -> None:
        folder = str(self._wake.parent)
        if folder not in self._watcher.directories() and self._wake.parent.is_dir():
            self._watcher.addPath(folder)

    @Slot()
    def _on_folder_changed(self) -> None:
        self._watch()
        if self._clear():
            self.woken.emit()

    def _clear(self) -> bool:
        """Take the file away; whether there was one."""
        try:
            self._wake.unlink()
        except OSError:
            return False
        return True

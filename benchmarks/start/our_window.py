"""The counter as ``counter-app --data DATA`` opens it, until a letter typed into the field of matters finds something.

Called with the data folder and the folder that holds ``forms`` and ``phrasebooks``. Nothing is left out or done
beforehand: the start is the program's own, only watched.
"""

from time import perf_counter

MARKS = {"python": perf_counter()}  # before the imports: they are what is measured

import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from counter_app.app.cli import main  # noqa: E402

MARKS["command line"] = perf_counter()

from PySide6.QtCore import QEvent, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

MARKS["Qt"] = perf_counter()

from counter_app.app import counter as counter_module  # noqa: E402
from counter_app.app.counter import Counter  # noqa: E402
from counter_app.app.opening import Opened  # noqa: E402
from counter_app.content.folders import ContentFolders  # noqa: E402
from counter_app.system import paths  # noqa: E402

MARKS["our modules"] = perf_counter()

data, shipped = Path(sys.argv[1]), Path(sys.argv[2])


class WatchedCounter(Counter):
    """The counter, with a clock beside it."""

    def open(self) -> None:
        """Note how long everything before the content took."""
        MARKS["application"] = perf_counter()
        super().open()

    def _on_opened(self, opened: Opened) -> None:
        MARKS["content"] = perf_counter()
        assert opened.trouble is None
        super()._on_opened(opened)
        MARKS["building"] = perf_counter()
        QTimer.singleShot(0, self._check)

    def _check(self) -> None:
        """Type as soon as one can, and end."""
        assert self.front_desk is not None
        window = self.front_desk.counter
        field, handle = window.services.picker.field, window.windowHandle()
        if handle is None or not handle.isExposed() or not field.hasFocus():
            QTimer.singleShot(0, self._check)
            return
        MARKS["window"] = perf_counter()
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s")
        QApplication.sendEvent(field, key)
        QApplication.processEvents()
        assert window.services.picker.list.model().rowCount() > 0
        MARKS["letter"] = perf_counter()
        QApplication.quit()


counter_module.Counter = WatchedCounter  # type: ignore[misc]
paths.content_folders = lambda: ContentFolders(shipped / "forms", shipped / "phrasebooks")
try:
    main(["--data", str(data)])
finally:
    print(*(f"{name}={moment!r}" for name, moment in MARKS.items()), sep=";")

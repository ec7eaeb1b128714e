"""The counter as ``counter-app --data DATA`` opens it, until one can type, and until all of it is there.

Called with the data folder and the folder that holds ``forms`` and ``phrasebooks``. Nothing is left out or done
beforehand: the start is the program's own, only watched.
"""

from time import perf_counter

MARKS = {"python": perf_counter()}  # before the imports: they are what is measured

import gc  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

gc.disable()  # as `counter_app.app.start` does, in the same order
from counter_app.app.opening import OpenedStore  # noqa: E402

MARKS["store modules"] = perf_counter()

from PySide6.QtCore import QEvent, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

MARKS["Qt"] = perf_counter()

from counter_app.app import counter as counter_module  # noqa: E402
from counter_app.app import start  # noqa: E402
from counter_app.app.counter import Counter  # noqa: E402
from counter_app.content.folders import ContentFolders  # noqa: E402
from counter_app.domain.errors import CounterError  # noqa: E402
from counter_app.system import paths  # noqa: E402
from counter_app.ui.shared.picker import Picker  # noqa: E402

MARKS["our modules"] = perf_counter()

PATIENCE_S = 30

data, shipped = Path(sys.argv[1]), Path(sys.argv[2])
is_complete: list[bool] = []


def is_ready(window: QWidget, picker: Picker) -> bool:
    """Whether a window can be seen and its field has the keyboard."""
    return window.isVisible() and window.windowHandle().isExposed() and picker.field.hasFocus()


def type_letter(picker: Picker, letter: str) -> None:
    """A letter must find something."""
    QApplication.sendEvent(
        picker.field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(letter)), Qt.KeyboardModifier(0), letter.lower())
    )
    QApplication.processEvents()
    model = picker.list.model()
    assert model is not None
    assert model.rowCount() > 0


class WatchedCounter(Counter):
    """The counter, with a clock beside it."""

    def open(self) -> None:
        """Note how long everything before the content took."""
        MARKS["application"] = perf_counter()
        QTimer.singleShot(PATIENCE_S * 1000, self._give_up)
        super().open()

    def _on_store(self, store: OpenedStore) -> None:
        MARKS["store"] = perf_counter()
        assert store.trouble is None
        super()._on_store(store)
        MARKS["building"] = perf_counter()
        self._check_typing()

    def _on_broken(self, error: CounterError) -> None:
        super()._on_broken(error)
        QApplication.quit()

    def _give_up(self) -> None:
        print(f"nobody can type after {PATIENCE_S} s", file=sys.stderr)
        QApplication.quit()

    def _check_typing(self) -> None:
        """Type as soon as one can."""
        if not is_ready(self.start_window, self.start_window.picker):
            QTimer.singleShot(0, self._check_typing)
            return
        MARKS["window"] = perf_counter()
        type_letter(self.start_window.picker, "S")
        MARKS["letter"] = perf_counter()
        self._check_rest()

    def _check_rest(self) -> None:
        """Go on typing as soon as the whole window is there, and end."""
        desk = self.front_desk
        if desk is None or not is_ready(desk.counter, desk.counter.services.picker):
            QTimer.singleShot(1, self._check_rest)
            return
        assert desk.counter.services.picker.field.text() == "s"
        type_letter(desk.counter.services.picker, "T")
        MARKS["all the rest"] = perf_counter()
        is_complete.append(True)
        QApplication.quit()


counter_module.Counter = WatchedCounter  # type: ignore[misc]
paths.content_folders = lambda: ContentFolders(shipped / "forms", shipped / "phrasebooks")
sys.argv = ["counter-app", "--data", str(data)]
try:
    start.main()
finally:
    if not is_complete:
        sys.exit(1)
    print(*(f"{name}={moment!r}" for name, moment in MARKS.items()), sep=";")

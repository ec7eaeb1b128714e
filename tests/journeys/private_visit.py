"""Plays a visit full of marks in a process of its own, and tells what is left of it; run by `test_privacy`.

Arguments: the data folder, and the folder for what comes out of the printer.
"""

import sys

sockets: list[str] = []
sys.addaudithook(lambda event, _arguments: sockets.append(event) if event.startswith("socket.") else None)

import json  # noqa: E402 - the hook comes first
from contextlib import ExitStack  # noqa: E402
from pathlib import Path  # noqa: E402

from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from counter_app.app.crash_reporter import CrashReporter  # noqa: E402
from counter_app.app.hands import Hands  # noqa: E402
from counter_app.app.log import Log  # noqa: E402
from counter_app.app.outside import Outside  # noqa: E402
from counter_app.domain.paper_clock import PaperTime  # noqa: E402
from counter_app.domain.visit import Case, Heard, Past, Person, Sentence, Slip, Visit  # noqa: E402
from counter_app.system.paths import log_folder  # noqa: E402
from counter_app.ui.shared.jobs import Jobs  # noqa: E402
from counter_app.ui.sheet_desk import PrintJob  # noqa: E402
from tests.journeys.counter_place import DESK, TODAY, TOUCH, Clock, Place, opened, running  # noqa: E402
from tests.journeys.traces import clipboard_texts, holders_of, undoable_fields, widgets_with  # noqa: E402
from tests.ui.plugged_screens import plug  # noqa: E402
from tests.ui.preview.paper import PaperPrinters  # noqa: E402

MARK_PARTS = ("zq7xk", "vw4")
"""Together they are in every word that is typed; apart, so that this file is no trace."""


def mark() -> str:
    return "".join(MARK_PARTS)


def play(place: Place) -> None:
    """Everything that can be typed holds the mark; a sheet is looked at and printed; something crashes."""
    _look_for(place, "F2")
    place.press("F2")
    place.type("engl")
    place.press("Return")
    _look_for(place, "F3")
    place.press("F3")
    place.type("stud")
    place.press("Return", "Ctrl+1", "F9", "Ctrl+L", "F", "2")
    _date_paper(place)
    _come_along(place)
    _look_for(place, "Ctrl+U")
    _look_for(place, "Ctrl+B")
    _say(place)
    _agree(place)
    place.print_sheet()
    place.press("Ctrl+K")
    place.tap("Please explain more simply")
    place.open_preview()
    _crash(place)
    place.press("Ctrl+N")
    place.hands.wait(lambda: not any(jobs.is_busy for jobs in place.program.findChildren(Jobs)))


def _come_along(place: Place) -> None:
    """A child and another one, who is removed; the table of all papers is looked at."""
    place.press("Ctrl+D", "2", "Ctrl+1", "Ctrl+L", "F", "2", "Ctrl+D", "2", "Ctrl+Shift+D", "Ctrl+Shift+D")
    place.press("Ctrl+O", "Down", "Return", "Ctrl+Tab", "Ctrl+O", "Esc", "F9")
    assert len(place.visit.people) == 2
    assert all(person.case.ticks for person in place.visit.people)


def _date_paper(place: Place) -> None:
    """The day that stands on the card: first one that is none, then one that makes the card end before long."""
    place.press("Home", "Down", "Down", "Down", "A")
    place.type(f"{mark()}old")
    place.press("Return")
    assert mark() in place.counter_sees()
    place.press("Ctrl+A")
    place.type("1.12.26")
    place.press("Return")
    assert place.visit.case.paper_days


def _look_for(place: Place, key: str) -> None:
    place.press(key)
    place.type(f"{mark()}{key[-1]}")
    place.press("Esc", "Esc")


def _say(place: Place) -> None:
    place.press("Ctrl+F")
    place.type("in zimmer")
    place.press("Return")
    place.type(f"{mark()}room")
    place.press("Return")
    assert mark() in place.customer_sees()


def _agree(place: Place) -> None:
    place.press("Ctrl+T")
    for text in (f"{mark()}day", "+21", "930", f"{mark()}2"):
        place.fill(text)
    assert mark() in place.message()
    place.press("F3")
    place.type(f"{mark()}left")
    place.press("Ctrl+A", "Ctrl+C")
    assert mark() in QGuiApplication.clipboard().text()


def _crash(place: Place) -> None:
    """What fails in a visit is logged, without what it was about."""
    try:
        raise ValueError(mark() + place.customer_sees())  # noqa: TRY301 - it needs a place of its own
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def left_over() -> dict[str, list[str]]:
    """What can still be found in the program."""
    kinds = (Case, Heard, PaperTime, Past, Person, PrintJob, Sentence, Slip, Visit)
    return {
        "widgets": widgets_with(mark()),
        "undoable": undoable_fields(),
        "clipboard": [mark()] if mark() in clipboard_texts() else [],
        "holders": holders_of(mark()),
        "visits": sorted(type(thing).__name__ for thing in _alive(kinds)),
        "network": [name for name in sys.modules if name == "PySide6.QtNetwork"],
    }


def _alive(kinds: tuple[type, ...]) -> list[object]:
    import gc  # noqa: PLC0415

    empty = (Visit(), Person(), Case())
    return [thing for thing in gc.get_objects() if isinstance(thing, kinds) and thing not in empty]


def main(data: Path, paper: Path) -> None:
    application = QApplication([])
    plug([DESK, TOUCH])
    with ExitStack() as closing:
        log = Log(log_folder(data))
        log.start()
        closing.callback(log.close)
        reporter = CrashReporter(log_folder(data))
        reporter.install()
        closing.callback(reporter.uninstall)
        outside = Outside(PaperPrinters(paper), lambda: TODAY, Clock())
        program = closing.enter_context(running(application, data, outside))
        front_desk = opened(program)
        reporter.crashed.connect(program.show_crash)
        place = Place(program, front_desk, Hands(front_desk.counter), Clock(), PaperPrinters(paper), data)
        play(place)
        found = left_over()
    sys.stdout.write(json.dumps({**found, "sockets": sockets}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

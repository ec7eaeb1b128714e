"""The clerk's windows in many states, on a visit that shows as much as one can."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.errors import CounterError
from counter_app.domain.phrase import Phrase
from counter_app.domain.visit import RowState, Tick, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.system.settings import Preferences
from counter_app.ui.counter.counter_window import CounterWindow
from counter_app.ui.counter.fact_row import FactRow
from counter_app.ui.counter.key_list import KeyList
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.preview.print_panel import PrintPanel
from counter_app.ui.preview.printing import PrinterNames
from counter_app.ui.preview.save_dialog import SaveDialog
from counter_app.ui.settings_dialog import SettingsDialog
from counter_app.ui.shared.jobs import Jobs
from counter_app.ui.start_window import StartWindow
from tests.app.saying import shipped
from tests.ui.preview.paper import PaperPrinters


def visited(steps: VisitSteps) -> Visit:
    visit = steps.language_chosen(Visit(), "ar")
    visit = steps.service_chosen(visit, "study")
    visit = steps.typical_case_chosen(visit, 0)
    visit = steps.paper_added(visit, other_papers(visit)[0])
    first, second, third, *_ = (row.document.id for row in visit.rows)
    reason = next(iter(shipped().reasons.texts))
    visit = steps.ticked(visit, first, Tick(RowState.MISSING, reason))
    return steps.ticked(steps.ticked(visit, second, Tick(RowState.UNCLEAR)), third, Tick(RowState.PRESENT))


def other_papers(visit: Visit) -> list[str]:
    """Papers that are not on the list."""
    listed = {row.document.id for row in visit.rows}
    return [name for name in shipped().documents if name not in listed]


def counter_with(steps: VisitSteps, visit: Visit) -> CounterWindow:
    window = CounterWindow(shipped(), steps)
    window.show_visit(Visit(), visit, steps)
    return window


def opened_up(steps: VisitSteps) -> CounterWindow:
    """A counter window with everything open that can be opened."""
    window = counter_with(steps, visited(steps))
    for row in window.findChildren(FactRow):
        row.findChildren(QAbstractButton)[0].setChecked(True)
    window.phrases.card.offer(asking_most())
    window.top.show_idle(30)
    window.bottom.misread.emit(window.tr("Keine Frage ist offen."))
    window.actions()[0].trigger()
    assert window.findChildren(KeyList)
    return window


def asking_most() -> Phrase:
    """The phrase with most to confirm and to fill in."""
    return max(shipped().phrases, key=lambda phrase: (bool(phrase.only_when), phrase.text.german.count("{")))


def windows(qtbot: QtBot, steps: VisitSteps, jobs: Jobs, folder: Path) -> list[QWidget]:
    """The windows of the clerk, in several states."""
    preview = PreviewWindow(jobs, PaperPrinters(folder), may_save=True)
    preview.show_trouble(CounterError("◦"))
    panel = PrintPanel(may_save=True)
    panel.show_printers(PrinterNames((), ""))
    panel.show_step(1, 2)
    service = steps.service_chosen(Visit(), "blue_card")
    counters = (counter_with(steps, Visit()), counter_with(steps, service), opened_up(steps))
    found = [*counters, preview, panel, SaveDialog(), SettingsDialog(Preferences(), ()), StartWindow()]
    for window in found:
        qtbot.addWidget(window)
    return found

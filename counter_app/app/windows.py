"""Builds the windows of both sides; loaded when the search for matters can already be used."""

from datetime import date
from time import monotonic

from PySide6.QtWidgets import QApplication

from counter_app.app.outside import Outside
from counter_app.app.sheet_maker import LazySheetMaker
from counter_app.domain.content import Content
from counter_app.system.settings import Settings
from counter_app.ui.front_desk import FrontDesk
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.preview.printing import InstalledPrinters
from counter_app.ui.screens import ScreenWatch
from counter_app.ui.settings_dialog import SettingsDialog
from counter_app.ui.shared.jobs import Jobs
from counter_app.ui.sheet_desk import SheetDesk

__all__ = ["SettingsDialog", "build_front_desk", "usual_outside"]


def usual_outside() -> Outside:
    """The machine's printers, its calendar and its clock."""
    return Outside(InstalledPrinters(), date.today, monotonic)  # the office's own calendar


def build_front_desk(
    application: QApplication, settings: Settings, content: Content, outside: Outside, sheet_jobs: Jobs, pdf_jobs: Jobs
) -> FrontDesk:
    """The windows with all that belongs to them, not shown yet.

    Args:
        sheet_jobs: where sheets are made; one thread. pdf_jobs: where PDFium lives; one thread.
    """
    preview = PreviewWindow(pdf_jobs, outside.printers, may_save=content.office.counter.may_save_pdf)
    sheets = SheetDesk(preview, sheet_jobs, LazySheetMaker(content))
    screens = ScreenWatch(application, settings)
    return FrontDesk(content, screens, sheets, outside.today, outside.clock)

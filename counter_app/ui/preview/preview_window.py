"""The window in which a sheet is looked at and printed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from counter_app.domain.errors import CounterError
from counter_app.system.files import write_whole
from counter_app.ui.preview.pdf_document import Picture, PictureOrder, page_sizes, picture
from counter_app.ui.preview.print_panel import PrintPanel
from counter_app.ui.preview.printing import PrinterNames, Printers, PrintOrder, print_pdf
from counter_app.ui.preview.save_dialog import SaveDialog
from counter_app.ui.preview.sheet_pages import SheetPages
from counter_app.ui.preview.side_area import SideArea
from counter_app.ui.preview.state_page import StatePage
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.jobs import Job, Jobs

WIDTH_PX, HEIGHT_PX = 1040, 720
CLOSE = 1

Answer = TypeVar("Answer")


class PreviewWindow(QDialog):
    """Shows a sheet before it goes to paper. It holds the PDF only in memory, and only while it is open.

    The owner says `show_waiting` when the sheet is being made, then `show_pdf` or `show_trouble`. After a
    successful print the window closes by itself.

    Args:
        pdf_jobs: a queue with exactly one thread: PDFium must not be called from two.
        printers: the printers of the machine.
        may_save: may the clerk keep the sheet as a file? An office setting.

    Signals:
        printed: every page was handed to the printer.
        print_failed: the `CounterError`; the clerk sees it in the window as well.
        saved: the sheet was written to a place the clerk chose.
        cancelled: the clerk does not want to wait for the sheet; the window is closed, and the owner drops the work
            on the sheet, else the window would open again with it.
        retry_wanted: the clerk wants the sheet made again; the window waits.
        choice_wanted: the place of what the clerk wants to print instead, among what was offered.
        forgotten: the window was closed in any way and holds nothing any more.
    """

    printed = Signal()
    print_failed = Signal(object)
    saved = Signal()
    cancelled = Signal()
    retry_wanted = Signal()
    choice_wanted = Signal(int)
    forgotten = Signal()

    def __init__(self, pdf_jobs: Jobs, printers: Printers, *, may_save: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._pdf_jobs = pdf_jobs
        self._printers = printers
        self._pdf = b""
        self._pages = 0
        self._sheet_jobs: set[Job] = set()
        self._search_job: Job | None = None
        self._print_job: Job | None = None
        self._sheet = SheetPages(self)
        self._panel = PrintPanel(may_save=may_save, parent=self)
        self._waiting = StatePage(parent=self)
        self._trouble = StatePage(self.tr("&Noch einmal versuchen"), self.tr("Schließen  Esc"), parent=self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._add_keys()
        self._start_anew()

    @property
    def is_printing(self) -> bool:
        """Is a sheet on its way to the printer?"""
        return self._print_job is not None

    @property
    def is_ready(self) -> bool:
        """Can the sheet be printed with one key?"""
        return self.isVisible() and self._panel.can_print

    def show_waiting(self) -> None:
        """The sheet is being made."""
        self._start_anew()
        self._waiting.say(self.tr("Das Blatt wird gemacht …"))
        self._open(self._waiting)
        self._waiting.focus_first()

    def show_pdf(self, data: bytes, title: str) -> None:
        """Show these pages.

        Args:
            data: the PDF.
            title: what it is, for the clerk: "Diese Unterlagen fehlen noch".
        """
        self._start_anew(title)
        self._pdf = data
        self._open(self._sheet)
        self._ask(lambda _job: page_sizes(data), self._on_sizes)

    def show_choices(self, names: Sequence[str], chosen: int = 0) -> None:
        """Offer several things to print, until the window is closed.

        Args:
            chosen: the place of what is shown.
        """
        self._panel.show_choices(names, chosen)

    def show_trouble(self, error: CounterError) -> None:
        """The sheet cannot be made or shown: say why, and what to do."""
        self._start_anew()
        self._trouble.say(self.tr("Das Blatt ist nicht fertig geworden."), error.detail)
        self._open(self._trouble)
        self._trouble.focus_first()
        announce(self, self._trouble.text)

    def forget(self) -> None:
        """Close and hold nothing any more: no PDF, no picture, no title. What is being printed stops."""
        self.done(QDialog.DialogCode.Rejected)

    # Qt asks

    def reject(self) -> None:
        """Esc: stop printing, else give up waiting, else close."""
        if self.is_printing:
            self._stop_printing()
            return
        was_waiting = self._stack.currentWidget() is self._waiting
        super().reject()
        if was_waiting:
            self.cancelled.emit()

    def done(self, result: int) -> None:
        """However the window is closed, nothing stays."""
        was_open = self.isVisible()
        self._drop_search()
        for dialog in self.findChildren(SaveDialog):
            dialog.reject()
        self._start_anew()
        self._panel.reset()
        self._panel.show_choices(())
        if was_open:
            self._stack.repaint()  # else the sheet stays in the window's own pixels
        super().done(result)
        if was_open:
            self.forgotten.emit()

    # Building

    def _lay_out(self) -> None:
        for page in (self._waiting, self._trouble, self._sheet):
            self._stack.addWidget(page)
        self._side = SideArea(self._panel, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self._side)
        self.resize(WIDTH_PX, HEIGHT_PX)

    def _connect(self) -> None:
        self._sheet.picture_wanted.connect(self._on_picture_wanted)
        self._panel.print_wanted.connect(self._on_print_wanted)
        self._panel.stop_wanted.connect(self._stop_printing)
        self._panel.save_wanted.connect(self._on_save_wanted)
        self._panel.search_wanted.connect(self._on_search_wanted)
        self._panel.close_wanted.connect(self.reject)
        self._panel.choice_wanted.connect(self.choice_wanted)
        self._trouble.chosen.connect(self._on_trouble_answered)

    def _add_keys(self) -> None:
        view = self._sheet.view
        for keys, slot in (
            (("Ctrl++", "Ctrl+="), view.zoom_in),
            (("Ctrl+-",), view.zoom_out),
            (("Ctrl+0",), view.fit_width),
            (("PgDown",), view.page_down),
            (("PgUp",), view.page_up),
            (("Ctrl+P",), self._panel.print_now),
            (("Ctrl+S",), self._panel.save_now),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(slot)

    # The sheet

    def _start_anew(self, title: str = "") -> None:
        """Nothing of the sheet before may stay or still arrive."""
        self._drop_print_job()
        for job in self._sheet_jobs:
            job.cancel()
        self._sheet_jobs.clear()
        self._pdf = b""
        self._pages = 0
        self._sheet.show_pages(())
        self._trouble.say("")
        self._panel.show_sheet(pages=0)
        self.setWindowTitle(title or self.tr("Vorschau"))

    def _open(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self._side.setVisible(page is not self._trouble)
        if not self.isVisible():
            self._panel.reset()
            self.show()
            self._look_for_printers()

    def _on_trouble_answered(self, choice: int) -> None:
        if choice == CLOSE:
            self.reject()
            return
        self.show_waiting()
        self.retry_wanted.emit()

    def _on_sizes(self, sizes: tuple[QSizeF, ...]) -> None:
        self._pages = len(sizes)
        self._sheet.show_pages(sizes)
        self._panel.show_sheet(pages=len(sizes))
        self._focus_panel()
        announce(self, self._sheet.text)

    def _on_picture_wanted(self, order: PictureOrder) -> None:
        data = self._pdf
        self._ask(lambda _job: picture(data, order), self._on_picture)

    def _on_picture(self, picture: Picture) -> None:
        self._sheet.show_picture(picture)

    def _ask(self, work: Callable[[Job], Answer], done: Callable[[Answer], None]) -> None:
        """Work on the sheet in the PDF thread; dropped as soon as another sheet is shown, or none."""
        job = self._pdf_jobs.run(work, done=done, failed=self.show_trouble)
        self._sheet_jobs.add(job)
        job.closed.connect(self._sheet_jobs.discard)

    # Printing

    def _look_for_printers(self) -> None:
        self._drop_search()
        self._panel.show_searching()
        printers = self._printers
        self._search_job = self._pdf_jobs.run(
            lambda _job: printers.look(), done=self._on_printers, failed=self._on_no_printers
        )

    def _on_search_wanted(self) -> None:
        self._sheet.view.setFocus()  # the button goes, and Enter must not hit what happens to come next
        self._look_for_printers()

    def _on_printers(self, printers: PrinterNames) -> None:
        self._panel.show_printers(printers)
        if self._sheet.view.hasFocus():
            self._focus_panel()

    def _on_no_printers(self, error: CounterError) -> None:
        self._panel.show_no_printers(error)

    def _focus_panel(self) -> None:
        """Go where Enter prints, or to the pages, where Enter does nothing."""
        if not self._panel.focus_first():
            self._sheet.view.setFocus()

    def _drop_search(self) -> None:
        if self._search_job is not None:
            self._search_job.cancel()
            self._search_job = None

    def _on_print_wanted(self, order: PrintOrder) -> None:
        self._panel.show_printing()
        self._print_job = self._pdf_jobs.run(
            partial(print_pdf, self._pdf, order, self._printers),
            done=self._on_printed,
            failed=self._on_print_failed,
            progressed=self._panel.show_step,
        )

    def _drop_print_job(self) -> None:
        if self._print_job is not None:
            self._print_job.cancel()
            self._print_job = None

    def _on_printed(self, _nothing: None) -> None:
        self._print_job = None
        self.printed.emit()
        self.done(QDialog.DialogCode.Accepted)

    def _on_print_failed(self, error: CounterError) -> None:
        self._print_job = None
        self._panel.show_sheet(pages=self._pages)
        self._panel.say(self.tr("Nicht gedruckt."), error.detail)
        self._focus_panel()
        self.print_failed.emit(error)

    def _stop_printing(self) -> None:
        self._drop_print_job()
        self._panel.show_sheet(pages=self._pages)
        self._panel.say(
            self.tr("Druck abgebrochen."), self.tr("Seiten, die der Drucker schon hat, können noch herauskommen.")
        )
        self._focus_panel()

    # A file, when the office allows it and the clerk says where

    def _on_save_wanted(self) -> None:
        dialog = SaveDialog(self)
        dialog.place_chosen.connect(self._on_place_chosen)
        dialog.open()

    def _on_place_chosen(self, place: Path) -> None:
        data = self._pdf
        self._pdf_jobs.run(lambda _job: write_whole(place, data), done=self._on_saved, failed=self._on_not_saved)

    def _on_saved(self, _nothing: None) -> None:
        self._panel.say(self.tr("Als PDF gespeichert."))
        self.saved.emit()

    def _on_not_saved(self, error: CounterError) -> None:
        self._panel.say(self.tr("Nicht gespeichert."), error.detail)

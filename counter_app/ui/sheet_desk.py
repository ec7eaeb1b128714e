"""From the visit to the sheet on paper: made off the GUI thread, looked at, printed."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.errors import CounterError
from counter_app.domain.sheet import SheetOrder
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.shared.jobs import Job, Jobs


class SheetMaker(Protocol):
    """Makes sheets, and keeps their texts for the next one; used in the sheets' own thread only."""

    def pdf(self, order: SheetOrder) -> bytes:
        """The sheet as PDF."""

    def forget(self) -> None:
        """Keep nothing of the texts of a visit."""


class SheetDesk(QObject):
    """One sheet at a time.

    Args:
        jobs: with one thread, so that forgetting comes after the sheet that is on its way.

    Signals:
        printed: the customer has it on paper; whether it was the slip of the visit. closed: the preview went away.
    """

    printed = Signal(bool)
    closed = Signal()

    def __init__(self, preview: PreviewWindow, jobs: Jobs, maker: SheetMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._jobs = jobs
        self._maker = maker
        self._has_texts = False
        self._order: SheetOrder | None = None
        self._is_slip = False
        self._job: Job | None = None
        preview.printed.connect(self._on_printed)
        preview.saved.connect(self._on_printed)
        preview.retry_wanted.connect(self._start)
        preview.forgotten.connect(self._on_forgotten)

    @property
    def window(self) -> QWidget:
        """Where sheets are looked at, open or not."""
        return self._preview

    def come_forward(self) -> None:
        """Show the preview again above the other windows, if it is open."""
        if self._preview.isVisible():
            self._preview.raise_()
            self._preview.activateWindow()

    def is_shown(self) -> bool:
        """Whether the sheet can be looked at and printed."""
        return self._preview.is_ready

    def show(self, order: SheetOrder, *, is_slip: bool) -> None:
        """Make a sheet and show it.

        Args:
            is_slip: it says what was found and agreed in the visit; false for any other sheet.
        """
        self.drop()
        self._order, self._is_slip = order, is_slip
        self._preview.show_waiting()
        self._start()

    def forget(self) -> None:
        """Close the preview; nothing of the sheet stays, and soon nothing of its texts, for which nobody waits."""
        self.drop()
        self._preview.forget()
        if self._has_texts:
            self._has_texts = False
            self._jobs.run(lambda _job: self._maker.forget(), done=_nothing_to_do, failed=_nothing_to_do)

    def forget_texts(self) -> None:
        """Forget what lower rooms keep of the texts; only in the sheets' thread, as the last that is done there."""
        self._maker.forget()

    def drop(self) -> None:
        """Nobody wants the sheet any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._order = None

    def _start(self) -> None:
        order = self._order
        if order is not None:
            self._has_texts = True
            self._job = self._jobs.run(lambda _job: self._maker.pdf(order), done=self._on_made, failed=self._on_failed)

    def _on_made(self, pdf: bytes) -> None:
        self._job = None
        if self._order is not None:
            self._preview.show_pdf(pdf, self._order.definition.title.german)

    def _on_failed(self, error: CounterError) -> None:
        self._job = None
        self._preview.show_trouble(error)

    def _on_forgotten(self) -> None:
        self.drop()
        self.closed.emit()

    def _on_printed(self) -> None:
        self.printed.emit(self._is_slip)


def _nothing_to_do(_answer: object) -> None:
    """Nobody waits until texts are forgotten; a mistake of ours has gone to the crash reporter by now."""

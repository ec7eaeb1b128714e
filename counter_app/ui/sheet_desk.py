"""From the visit to the sheet on paper: made off the GUI thread, looked at, printed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.errors import CounterError
from counter_app.domain.sheet import SheetOrder
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.shared.jobs import Job, Jobs


class SheetMaker(Protocol):
    """Makes sheets, and keeps their texts for the next one; used in the sheets' own thread only."""

    def pdf(self, *orders: SheetOrder) -> bytes:
        """The sheet, or several of them, as one PDF."""

    def forget(self) -> None:
        """Keep nothing of the texts of a visit."""


class Says(StrEnum):
    """Of whom a print says what was found and agreed in the visit."""

    NOBODY = "nobody"
    PERSON = "person"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, repr=False)
class PrintJob:
    """What can be printed at once. ``name``: for the clerk."""

    name: str
    orders: tuple[SheetOrder, ...]
    says: Says = Says.NOBODY


class SheetDesk(QObject):
    """One sheet, or those of a family, at a time.

    Args:
        jobs: with one thread, so that forgetting comes after the sheet that is on its way.

    Signals:
        printed: it is on paper; of whom it `Says` what was found. closed: the preview went away.
    """

    printed = Signal(object)
    closed = Signal()

    def __init__(self, preview: PreviewWindow, jobs: Jobs, maker: SheetMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._jobs = jobs
        self._maker = maker
        self._has_texts = False
        self._offered: tuple[PrintJob, ...] = ()
        self._chosen = 0
        self._job: Job | None = None
        preview.printed.connect(self._on_printed)
        preview.saved.connect(self._on_printed)
        preview.retry_wanted.connect(self._start)
        preview.choice_wanted.connect(self._on_choice_wanted)
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

    def show(self, *offered: PrintJob) -> None:
        """Make a sheet, or several in one, and show it.

        Args:
            offered: the first is shown; the clerk can turn to the others.
        """
        self.drop()
        self._offered = offered
        self._preview.show_choices([job.name for job in offered])
        self._show_chosen(0)

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
        self._offered = ()

    def _show_chosen(self, place: int) -> None:
        self._chosen = place
        self._preview.show_waiting()
        self._start()

    def _start(self) -> None:
        if self._offered:
            orders = self._offered[self._chosen].orders
            self._has_texts = True
            self._job = self._jobs.run(
                lambda _job: self._maker.pdf(*orders), done=self._on_made, failed=self._on_failed
            )

    def _on_choice_wanted(self, place: int) -> None:
        if place == self._chosen or place >= len(self._offered):
            return
        if self._job is not None:
            self._job.cancel()
        self._show_chosen(place)

    def _on_made(self, pdf: bytes) -> None:
        self._job = None
        if self._offered:
            self._preview.show_pdf(pdf, self._offered[self._chosen].name)

    def _on_failed(self, error: CounterError) -> None:
        self._job = None
        self._preview.show_trouble(error)

    def _on_forgotten(self) -> None:
        self.drop()
        self.closed.emit()

    def _on_printed(self) -> None:
        self.printed.emit(self._offered[self._chosen].says if self._offered else Says.NOBODY)


def _nothing_to_do(_answer: object) -> None:
    """Nobody waits until texts are forgotten; a mistake of ours has gone to the crash reporter by now."""

"""Old law is loud: the matter rests on law that somebody must look at before the list is trusted."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.slots import german_date
from counter_app.domain.visit import Visit
from counter_app.ui.counter.headings import plain, strong
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.buttons import IconButton
from counter_app.ui.shared.mark import Mark

if TYPE_CHECKING:
    from counter_app.domain.watch import Watch


class LawBanner(QFrame):
    """Stands above the list of such a matter; once it was read a line of it stays.

    Signals:
        closed: the clerk has read it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._watches: tuple[Watch, ...] = ()
        self._is_read = False
        self._title = strong(plain("", self))
        self._text = plain("", self)
        self._fold = IconButton("close", self.tr("Gelesen"), self, key=self.tr("Esc"))
        self._fold.clicked.connect(self.fold)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(Mark("warning", "", self))
        layout.addLayout(words, 1)
        layout.addWidget(self._fold)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there; empty when nothing does."""
        labels = (self._title, self._text)
        return "" if self.isHidden() else "\n".join(label.text() for label in labels if not label.isHidden())

    def show_visit(self, visit: Visit) -> None:
        """Show what must be looked at for the list of this person; loud again where that is something else."""
        checklist = visit.case.checklist
        watches = checklist.needs_check if checklist else ()
        if watches == self._watches:
            return
        self._watches, self._is_read = watches, False
        if watches:
            first = german_date(min(watch.first for watch in watches))
            self._title.setText(self.tr("Recht zu prüfen seit {date}").format(date=first))
            self._text.setText("\n".join(self._lines()))
            announce(self, f"{self._title.text()}. {self._text.text()}")
        self.setVisible(bool(watches))
        self._show_fold()

    @property
    def is_loud(self) -> bool:
        """Whether it can be read in full."""
        return not self.isHidden() and not self._is_read

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self._fold]

    def _lines(self) -> Iterator[str]:
        for watch in self._watches:
            yield watch.text
        yield self.tr("Bitte klären Sie vor dem Drucken, ob die Liste noch stimmt.")

    def _show_fold(self) -> None:
        self._text.setVisible(not self._is_read)
        self._fold.show_icon("line_down" if self._is_read else "close")
        self._fold.show_text(self.tr("Mehr") if self._is_read else self.tr("Gelesen"))
        self._fold.show_key(is_shown=not self._is_read)

    def fold(self) -> None:
        """It was read; or the clerk wants to read it once more."""
        self._is_read = not self._is_read
        self._show_fold()
        if self._is_read:
            self.closed.emit()

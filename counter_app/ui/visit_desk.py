"""The visit that is going on, and the way to change it."""

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps

P = ParamSpec("P")


class VisitDesk(QObject):
    """Holds the one visit; pages send steps, everybody sees the next value.

    Signals:
        changed: the visit before and after a step.
        ended: the visit is over and wiped.
        refused: the `CounterError` of a step that makes no sense now; nothing was changed.
    """

    changed = Signal(object, object)
    ended = Signal()
    refused = Signal(object)

    def __init__(self, content: Content, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._today = today
        self._steps = VisitSteps(content, today())
        self._visit = Visit()

    @property
    def visit(self) -> Visit:
        """The visit as it stands."""
        return self._visit

    @property
    def steps(self) -> VisitSteps:
        """The steps, on the content and the day of this visit."""
        return self._steps

    def take(self, step: Callable[Concatenate[VisitSteps, Visit, P], Visit], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Take a step; whether it made sense."""
        before = self._visit
        try:
            after = step(self._steps, before, *args, **kwargs)
        except CounterError as error:
            self.refused.emit(error)
            return False
        if after != before:
            self._visit = after
            self.changed.emit(before, after)
        return True

    def end(self) -> None:
        """Forget the person; the next one finds an empty desk, and today's date."""
        self._visit = Visit()
        self._steps = VisitSteps(self._content, self._today())
        self.ended.emit()

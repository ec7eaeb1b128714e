"""The page of the moment and, below it, what can always be said."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.language import Language
from counter_app.domain.role import Role
from counter_app.domain.text import lowest
from counter_app.domain.visit import Languages, Scene, Visit
from counter_app.ui.customer.always_row import AlwaysRow
from counter_app.ui.customer.pages import page_for, without_answer
from counter_app.ui.customer.papers_page import PapersPage
from counter_app.ui.customer.scale import LEVELS, Scale, scale_for
from counter_app.ui.customer.scene_page import ScenePage
from counter_app.ui.customer.voice import Voice
from counter_app.ui.customer.wording import Reader, trust_of


@dataclass(frozen=True)
class Setup:
    """What the page depends on: as long as it is equal, the page stays.

    Args:
        whose: number and role of the person at hand, where more than one came.
    """

    scene: Scene
    language: Language | None
    scale: Scale
    whose: tuple[int, Role] | None = None


class Stage(Voice):
    """Shows a visit; what a step does not change stays as it is, with focus and page.

    Signals:
        rebuilt: there are new widgets.
        appeared: another scene is shown.
    """

    rebuilt = Signal()
    appeared = Signal()

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._visit = Visit()
        self._ticked = 0
        self._level = 0
        self._setup = Setup(Languages(), None, Scale())
        self._page: ScenePage | None = None
        self._row: AlwaysRow | None = None
        self._leaving: list[QWidget] = []

    @property
    def page(self) -> ScenePage | None:
        """The page that is shown."""
        return self._page

    @property
    def row(self) -> AlwaysRow | None:
        """What can always be said; None before the language is known."""
        return self._row

    @property
    def setup(self) -> Setup:
        """What the page depends on."""
        return self._setup

    def show_content(self, content: Content) -> None:
        """Use another snapshot and forget what was shown."""
        self._content = content
        self._let_go(self._page)
        self._let_go(self._row)
        self._page = self._row = None
        self.show_visit(Visit())

    def show_visit(self, visit: Visit) -> None:
        """Show the visit as it stands now."""
        before, self._visit = self._visit, visit
        if visit.is_empty:
            self._level = self._ticked = 0
        ticked = _newly_ticked(before, visit)
        self._ticked = ticked or self._ticked
        language = self._content.language(visit.language) if visit.language else None
        setup = Setup(without_answer(visit.scene), language, scale_for(self, LEVELS[self._level]), _whose(visit))
        if self._page is not None and setup == self._setup:
            if visit is not before:
                self._page.show_visit(visit)
                self._show_ticked(ticked)
                self._show_trust()
            return
        earlier, self._setup = self._setup, setup
        self._rebuild(earlier)
        if self._page is None or setup.scene != earlier.scene or setup.language != earlier.language:
            self.appeared.emit()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Put the focus where the customer goes on."""
        if self._page is not None and not self._page.take_focus(reason):
            self.setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        super().resizeEvent(event)
        if self._page is not None:
            self.show_visit(self._visit)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size of the program."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._page is not None:
            self.show_visit(self._visit)

    def _rebuild(self, earlier: Setup) -> None:
        visit, setup = self._visit, self._setup
        reader = Reader(self._content, setup.language)
        self._turn_to(reader.language, is_neutral=isinstance(visit.scene, Languages))
        old, self._page = self._page, page_for(visit, reader, setup.scale)
        if old is not None and replace(setup, scale=earlier.scale) == earlier:
            self._page.take_over(old)
        self._show_ticked(self._ticked)
        self._page.setParent(self)
        self.speak_for(self._page)
        self._let_go(old)
        self._renew_row(reader, earlier)
        self._show_trust()
        self._arrange()  # before they are shown, so that each is laid out once
        for widget in (self._page, self._row):
            if widget is not None:
                widget.show()
        self.rebuilt.emit()

    def _turn_to(self, language: Language, *, is_neutral: bool) -> None:
        """Take the direction of a language; the page with all of them is nobody's own."""
        is_rtl = language.is_rtl and not is_neutral
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self.setLocale(QLocale(language.tag))

    def _renew_row(self, reader: Reader, earlier: Setup) -> None:
        is_wanted = reader.chosen is not None and not isinstance(self._setup.scene, Languages)
        is_same = (self._setup.language, self._setup.scale) == (earlier.language, earlier.scale)
        if self._row is not None and is_wanted and is_same:
            self._row.show_heard(None)
            return
        self._let_go(self._row)
        self._row = AlwaysRow(reader, self._setup.scale) if is_wanted else None
        if self._row is not None:
            self._row.setParent(self)
            self._row.said.connect(self._on_said)
            self._row.size_wanted.connect(self._on_size_wanted)
            self._row.show_sizes(has_smaller=self._level > 0, has_larger=self._level < len(LEVELS) - 1)

    def _show_ticked(self, number: int) -> None:
        """Both sides talk about the paper that was ticked last."""
        if isinstance(self._page, PapersPage) and number:
            self._page.show_row(number)

    def _show_trust(self) -> None:
        if self._row is not None and self._page is not None:
            before = self._row.trust
            self._row.show_trust(lowest((self._page.trust, trust_of(self._row.wordings))))
            if self._row.trust is not before:
                self._arrange()

    def _on_said(self, text: ScreenText) -> None:
        if self._row is not None:
            self._row.show_heard(text)
        self.said.emit(text)

    def _on_size_wanted(self, step: int) -> None:
        self._level = min(max(0, self._level + step), len(LEVELS) - 1)
        self.show_visit(self._visit)
        if self._row is not None:
            self._row.focus_size(step)

    def _arrange(self) -> None:
        if self._page is None or self.width() <= 0:
            return
        row = self._row.needed_height(self.width()) if self._row is not None else 0
        self._page.setGeometry(0, 0, self.width(), self.height() - row)
        if self._row is not None:
            self._row.setGeometry(0, self.height() - row, self.width(), row)

    def _let_go(self, widget: QWidget | None) -> None:
        """Take a widget away at once; it ends when the tap that made it go has been dealt with."""
        if widget is None:
            return
        widget.hide()
        widget.setParent(None)
        self._leaving.append(widget)
        QTimer.singleShot(0, self, self._end_leaving)

    def _end_leaving(self) -> None:
        """End them for certain, whoever still holds them."""
        for widget in self._leaving:
            widget.deleteLater()
        self._leaving.clear()


def _whose(visit: Visit) -> tuple[int, Role] | None:
    return (visit.person.number, visit.person.role) if visit.is_family else None


def _newly_ticked(before: Visit, visit: Visit) -> int:
    """The number of the paper whose tick is another one than before; 0 for none."""
    old, new = before.case.ticks, visit.case.ticks
    if old == new or before.person.number != visit.person.number:
        return 0
    numbers = (number for name, number in visit.numbers.items() if old.get(name) != new.get(name))
    return max(numbers, default=0)

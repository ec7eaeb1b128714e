"""The second screen: the visit as the customer sees it, and the veil over it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.content import Content
from counter_app.domain.visit import Visit
from counter_app.ui.customer.scene_page import ScenePage
from counter_app.ui.customer.stage import Stage
from counter_app.ui.customer.touch_watch import TapGuard, TouchWatch
from counter_app.ui.customer.veil import Veil
from counter_app.ui.customer.voice import Voice
from counter_app.ui.shared.announce import announce


class CustomerWindow(Voice):
    """What the customer sees. It is told the visit and speaks up; by itself it changes nothing but the text size.

    Args:
        content: the snapshot that the visit is about.

    Signals:
        touched: any key, tap or touch anywhere in the window; what a tap says comes as in `Voice`.
    """

    touched = Signal()

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = TouchWatch(self)
        self._watch.touched.connect(self.touched)
        self._guard = TapGuard(self)
        self._stage = Stage(content, self)
        self._veil = Veil(content, self)
        self._veil.hide()
        self._veil.tapped.connect(self._on_veil_tapped)
        self._stage.rebuilt.connect(self._on_rebuilt)
        self._stage.appeared.connect(self._on_appeared)
        self.speak_for(self._stage)
        self.setWindowTitle(self.tr("Schalterlotse – Kundenbildschirm"))
        self.setAccessibleName(self.windowTitle())
        self.setAutoFillBackground(True)
        self.setMinimumSize(640, 480)
        self._watch.watch(self)
        self._stage.show_visit(Visit())

    @property
    def is_veiled(self) -> bool:
        """Whether the neutral page covers everything."""
        return not self._veil.isHidden()

    @property
    def page(self) -> ScenePage:
        """The page that is shown, or that lies below the veil."""
        page = self._stage.page
        assert page is not None  # noqa: S101 - made in the constructor
        return page

    def show_content(self, content: Content) -> None:
        """Use another snapshot, between two visits; an empty visit is shown with it."""
        self._stage.show_content(content)
        self._veil.show_content(content)

    def show_visit(self, visit: Visit) -> None:
        """Show the visit as it stands now; what a step does not change stays as it is, with focus and page."""
        self.setUpdatesEnabled(False)
        self._stage.show_visit(visit)
        self.setUpdatesEnabled(True)

    def veil(self, seconds_left: int | None = None) -> None:
        """Cover everything with a neutral page; with seconds it asks, counting down, whether somebody is there.

        A tap on the question takes the veil away; a veil without one stays until `unveil`.
        """
        is_news = not self.is_veiled or (seconds_left is not None and not self._veil.is_asking)
        setup = self._stage.setup
        self._stage.hide()
        self._veil.show()
        self._veil.cover(setup.scale, setup.language, seconds_left)
        self._guard.start()
        if is_news:
            self._veil.setFocus()
            self._say_aloud(self._veil.spoken)

    def unveil(self) -> None:
        """Show the visit again."""
        if self.is_veiled:
            self._guard.stop()
            if self._guard.is_tap_running:
                self._watch.swallow_this()
            self._veil.hide()
            self._veil.rest()
            self._stage.show()
            self._stage.take_focus(self._reason)
            self._say_aloud(self.page.spoken)

    def turn_page(self, step: int) -> None:
        """Show what does not fit on the page: the next tiles, papers or lines; nothing happens where there are none.

        Args:
            step: 1 for the next page, -1 for the one before.
        """
        if not self.is_veiled:
            self.page.turn_page(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand what no widget wanted to the page."""
        if self.is_veiled or not self.page.take_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the window."""
        super().resizeEvent(event)
        self._stage.setGeometry(self.rect())
        self._veil.setGeometry(self.rect())

    @property
    def _reason(self) -> Qt.FocusReason:
        """Whoever uses keys sees the focus; whoever taps need not."""
        return Qt.FocusReason.TabFocusReason if self._watch.was_key else Qt.FocusReason.MouseFocusReason

    def _on_rebuilt(self) -> None:
        self._watch.watch(self._stage)

    def _on_appeared(self) -> None:
        if not self.is_veiled:
            self._stage.take_focus(self._reason)
            self._say_aloud(self.page.spoken)

    def _on_veil_tapped(self) -> None:
        if self._veil.is_asking:
            self.unveil()

    def _say_aloud(self, text: str) -> None:
        if self.isVisible() and text:
            announce(self, text)

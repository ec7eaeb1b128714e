"""Which screen belongs to whom, and how a window gets onto it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from counter_app.system.settings import Preferences, ScreenUse, Settings


@dataclass(frozen=True, slots=True)
class ScreenArea:
    """One screen as the system tells of it.

    Args:
        name: as the system calls it; two of the same make may share it.
        area: in the coordinates of the whole desktop.
    """

    name: str
    area: QRect
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Who gets which screen, as places in the list of screens.

    Args:
        counter: none only if there is no screen at all.
        customer: none if the customer has no screen of their own.
        is_counter_exposed: only the customer's screen is left, so the clerk's window has to be there, veiled until
            the clerk wants it.
    """

    counter: int | None
    customer: int | None = None
    is_counter_exposed: bool = False


def decide(screens: Sequence[ScreenArea], wishes: Preferences) -> Placement:
    """Give the clerk and the customer their screens.

    A customer's screen that was named is never replaced by another one: that could be the clerk's second one. Two
    screens that show the same part of the desktop count as one.
    """
    customers = _named(screens, wishes.customer_screen) if wishes.screen_use is ScreenUse.TWO else []
    counter = _counter(screens, wishes, customers)
    if counter is None:
        return Placement(None)
    if counter in customers:  # nothing else is left, or two have the same name
        customers = [place for place in customers if place != counter]
        if not customers:
            return Placement(counter, is_counter_exposed=True)
    candidates = customers if wishes.customer_screen else list(range(len(screens)))
    if wishes.screen_use is ScreenUse.ONE:
        candidates = []
    return Placement(counter, next((place for place in candidates if _apart(screens, place, counter)), None))


def _counter(screens: Sequence[ScreenArea], wishes: Preferences, customers: Sequence[int]) -> int | None:
    """The named one, else the first one of the system, but the customer's only if there is no other."""
    primary = [place for place, screen in enumerate(screens) if screen.is_primary]
    order = [*_named(screens, wishes.counter_screen), *primary, *range(len(screens))]
    free = [place for place in order if place not in customers]
    return next(iter([*free, *order]), None)


def _named(screens: Sequence[ScreenArea], name: str) -> list[int]:
    return [place for place, screen in enumerate(screens) if name and screen.name == name]


def _apart(screens: Sequence[ScreenArea], one: int, other: int) -> bool:
    return not screens[one].area.intersects(screens[other].area)


class ScreenWatch(QObject):
    """Knows at every moment which screen belongs to whom.

    Signals:
        changed: a screen came, went, or has another size, place or resolution, or the settings about screens changed.
            Told at once, before the system moves windows of a screen that went: whoever shows something to the
            customer veils it first and asks for the placement then.
    """

    changed = Signal()

    def __init__(self, application: QGuiApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._settings = settings
        self._wishes = _about_screens(settings.values)
        self._customers_own = ""
        application.screenAdded.connect(self._on_screen_added)
        application.screenRemoved.connect(self._on_screens_changed)
        application.primaryScreenChanged.connect(self._on_screens_changed)
        settings.changed.connect(self._on_settings_changed)
        for screen in application.screens():
            self._follow(screen)

    @property
    def placement(self) -> Placement:
        """Who gets which screen now."""
        primary = self._application.primaryScreen()
        areas = [ScreenArea(one.name(), one.geometry(), one is primary) for one in self._application.screens()]
        wishes = self._settings.values
        if not wishes.customer_screen and self._customers_own in {area.name for area in areas}:
            wishes = replace(wishes, customer_screen=self._customers_own)
        return decide(areas, wishes)

    def stay(self) -> None:
        """From now on the screen that is the customer's stays so, whatever comes and goes beside it.

        Without it the customer's screen would become the clerk's as soon as it is the only one, or the first one.
        """
        customer, counter = self.customer_screen, self.counter_screen
        if customer is not None and counter is not None and customer.name() != counter.name():
            self._customers_own = customer.name()

    def let_go(self) -> None:
        """The clerk wants the screen that was the customer's."""
        self._customers_own = ""

    @property
    def counter_screen(self) -> QScreen | None:
        """The clerk's screen."""
        return self._screen(self.placement.counter)

    @property
    def customer_screen(self) -> QScreen | None:
        """The customer's own screen; none with only one screen."""
        return self._screen(self.placement.customer)

    def _screen(self, place: int | None) -> QScreen | None:
        return None if place is None else self._application.screens()[place]

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_screens_changed)
        screen.logicalDotsPerInchChanged.connect(self._on_screens_changed)

    @Slot(QScreen)
    def _on_screen_added(self, screen: QScreen) -> None:
        self._follow(screen)
        self.changed.emit()

    @Slot()
    def _on_screens_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_settings_changed(self) -> None:
        before, self._wishes = self._wishes, _about_screens(self._settings.values)
        if self._wishes != before:
            self.let_go()
            self.changed.emit()


def _about_screens(wishes: Preferences) -> tuple[str, str, ScreenUse]:
    return wishes.counter_screen, wishes.customer_screen, wishes.screen_use


def cover(window: QWidget, screen: QScreen) -> None:
    """Fill a screen with a window; it never shows anywhere else on the way."""
    if window.isVisible() and window.screen() is not screen:
        window.hide()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would also take the keyboard away
    window.show()


def bring_onto(window: QWidget, screen: QScreen) -> None:
    """Put a window wholly into a screen, no larger than there is room; one that is not shown stays so."""
    room = screen.availableGeometry()
    if room.contains(window.frameGeometry()):
        return
    was_maximised = window.isMaximized()
    if was_maximised:
        window.showNormal()
    frame = window.frameGeometry().size() - window.size()
    window.setScreen(screen)
    window.resize(window.size().boundedTo(room.size() - frame))
    place = QRect(room.topLeft(), window.size() + frame)
    place.moveCenter(room.center())
    window.move(place.topLeft())
    if was_maximised:
        window.showMaximized()

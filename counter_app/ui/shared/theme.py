"""How all windows look: style, colours, shapes and text size, from the settings or from the system."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QToolTip

from counter_app.system.settings import ColourScheme, Settings
from counter_app.ui.shared.fonts import interface_font
from counter_app.ui.shared.palettes import Scheme, look_of, shape_of

SPACE = 8
"""Pixels of the grid; distances are multiples of it, inside a control half of it."""
TOUCH = 48
"""Pixels a finger needs."""
BASE_POINTS = 10.5
"""The size of text at 100 %."""

_CHOSEN = {
    ColourScheme.LIGHT: Scheme.LIGHT,
    ColourScheme.DARK: Scheme.DARK,
    ColourScheme.HIGH_CONTRAST: Scheme.HIGH_CONTRAST,
}
_TITLE_BARS = {
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
    Scheme.HIGH_CONTRAST: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Keeps the look of the application as the settings, or else the system, want it.

    Colours come as roles of the palette: `Accent` and `Highlight` are the one accent, `Mid` the border of controls,
    `Midlight` hairlines, `PlaceholderText` words that stand back, `BrightText` a warning.

    Signals:
        changed: other colours or another text size hold now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._hints = application.styleHints()  # kept: what it hands out dies with it
        self._accessibility = self._hints.accessibility()
        self._applied: tuple[Scheme, int] | None = None

    @property
    def scheme(self) -> Scheme:
        """The colours that should hold now."""
        chosen = _CHOSEN.get(self._settings.values.colour_scheme)
        return chosen or scheme_of_system(self._hints.colorScheme(), self._accessibility.contrastPreference())

    def apply(self) -> None:
        """Give the application its look, and follow the settings and the system from now on."""
        self._application.setStyle("Fusion")
        self._refresh()
        self._settings.changed.connect(self._refresh)
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._accessibility.contrastPreferenceChanged.connect(self._refresh)

    @Slot()
    def _refresh(self) -> None:
        self._ask_for_title_bars()
        wanted = self.scheme, self._settings.values.text_percent
        if wanted == self._applied:
            return
        before, self._applied = self._applied, wanted
        self._show(*wanted)
        if before is not None:
            self.changed.emit()

    def _show(self, scheme: Scheme, text_percent: int) -> None:
        look = look_of(scheme)
        self._application.setFont(interface_font(BASE_POINTS * text_percent / 100))
        self._application.setPalette(look.palette)
        QToolTip.setPalette(look.palette)
        QToolTip.setFont(self._application.font())
        self._application.setStyleSheet(shape_of(look))

    def _ask_for_title_bars(self) -> None:
        """What the system draws around our windows should fit; may call `_refresh` before it returns."""
        chosen = _CHOSEN.get(self._settings.values.colour_scheme)
        if chosen is None:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(_TITLE_BARS[chosen])


def scheme_of_system(colours: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Scheme:
    """Our colours for what the system says; light if it says nothing."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return Scheme.HIGH_CONTRAST
    return Scheme.DARK if colours is Qt.ColorScheme.Dark else Scheme.LIGHT

"""The settings of this machine: how the windows look, and whose screen is whose. What an office decides is not here."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.system.settings import (
    LARGEST_TEXT,
    SMALLEST_TEXT,
    ColourScheme,
    InterfaceLanguage,
    Preferences,
    ScreenUse,
)

STEP_PERCENT = 25


class SettingsDialog(QDialog):
    """Every choice holds at once; Esc or Enter closes.

    Signals:
        chosen: the `Preferences` that should hold from now on.
    """

    chosen = Signal(object)

    def __init__(self, values: Preferences, screens: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Einstellungen dieses Platzes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._values = values
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setVerticalSpacing(16)
        self._add_look()
        self._add_screens(screens)
        close = QPushButton(self.tr("Schließen"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        note = QLabel(self.tr("Die Sprache der Fenster wechselt beim nächsten Start."), self)
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addLayout(self._form)
        layout.addWidget(note)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _add_look(self) -> None:
        sizes = range(SMALLEST_TEXT, LARGEST_TEXT + 1, STEP_PERCENT)
        self._add(
            self.tr("Schriftgröße"),
            "text_percent",
            [(self.tr("{percent} %").format(percent=size), size) for size in sizes],
        )
        self._add(
            self.tr("Farben"),
            "colour_scheme",
            [
                (self.tr("Wie das System"), ColourScheme.SYSTEM),
                (self.tr("Hell"), ColourScheme.LIGHT),
                (self.tr("Dunkel"), ColourScheme.DARK),
                (self.tr("Hoher Kontrast"), ColourScheme.HIGH_CONTRAST),
            ],
        )
        self._add(
            self.tr("Sprache der Fenster"),
            "language",
            [("Deutsch", InterfaceLanguage.GERMAN), ("English", InterfaceLanguage.ENGLISH)],
        )

    def _add_screens(self, screens: Sequence[str]) -> None:
        self._add(
            self.tr("Zweiter Bildschirm"),
            "screen_use",
            [(self.tr("Für die Kundschaft"), ScreenUse.TWO), (self.tr("Nicht verwenden"), ScreenUse.ONE)],
        )
        named = [(name, name) for name in dict.fromkeys(screens) if name]
        first = (self.tr("Automatisch"), "")
        self._add(self.tr("Bildschirm der Kundschaft"), "customer_screen", [first, *named])
        self._add(self.tr("Bildschirm am Schalter"), "counter_screen", [first, *named])

    def _add(self, name: str, field: str, choices: Sequence[tuple[str, object]]) -> None:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for text, value in choices:
            box.addItem(text, value)
        current = getattr(self._values, field)
        if current not in [value for _, value in choices]:  # a screen that is not plugged in just now
            box.addItem(str(current), current)
        box.setCurrentIndex([box.itemData(place) for place in range(box.count())].index(current))
        box.currentIndexChanged.connect(lambda place: self._choose(field, box.itemData(place)))
        self._form.addRow(name, box)

    def _choose(self, field: str, value: object) -> None:
        self._values = replace(self._values, **{field: value})  # type: ignore[arg-type]
        self.chosen.emit(self._values)

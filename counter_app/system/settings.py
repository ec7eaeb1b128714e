"""What a machine remembers about itself: how windows look, which screen is whose. Never anything of a visit."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from counter_app.domain.errors import CounterError
from counter_app.system.discreet_log import Known

log = logging.getLogger(__name__)

SMALLEST_TEXT, LARGEST_TEXT = 100, 200
GROUP = "machine"


class SettingsError(CounterError):
    """The settings cannot be kept."""

    code = "settings"


class InterfaceLanguage(StrEnum):
    """The language of the clerk's windows."""

    GERMAN = "de"
    ENGLISH = "en"


class ColourScheme(StrEnum):
    """The colours of all windows."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class ScreenUse(StrEnum):
    """Whether the customer's window may stand on a screen of its own."""

    ONE = "one"
    TWO = "two"


@dataclass(frozen=True, slots=True)
class Preferences:
    """All settings of a machine.

    Args:
        text_percent: 100 to 200, of the usual size.
        counter_screen: the name of the clerk's screen; empty: the system's first one.
        customer_screen: the name of the customer's screen; empty: any other one.
        screen_use: ``two`` uses a second screen as soon as there is one.
    """

    language: InterfaceLanguage = InterfaceLanguage.GERMAN
    colour_scheme: ColourScheme = ColourScheme.SYSTEM
    text_percent: int = SMALLEST_TEXT
    counter_screen: str = ""
    customer_screen: str = ""
    screen_use: ScreenUse = ScreenUse.TWO

    def __post_init__(self) -> None:
        if not SMALLEST_TEXT <= self.text_percent <= LARGEST_TEXT:
            message = f"text size {self.text_percent} %"
            raise ValueError(message)


def _percent(text: str) -> int:
    return Preferences(text_percent=int(text)).text_percent


_READERS: Mapping[str, Callable[[str], Any]] = {
    "language": InterfaceLanguage,
    "colour_scheme": ColourScheme,
    "text_percent": _percent,
    "counter_screen": str,
    "customer_screen": str,
    "screen_use": ScreenUse,
}


class Settings(QObject):
    """The settings in force, kept in an INI file. A broken file or value never stops the counter.

    Signals:
        changed: other settings hold now.
    """

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._values = _read(file)

    @property
    def values(self) -> Preferences:
        """What holds now."""
        return self._values

    def keep(self, values: Preferences) -> None:
        """Let these hold from now on, and at the next start.

        Raises:
            SettingsError: the file cannot be written; until the program ends the new ones hold all the same.
        """
        if values == self._values:
            return
        self._values = values
        self.changed.emit()
        self._write()

    def _write(self) -> None:
        file = _opened(self._file)
        for name, value in asdict(self._values).items():
            file.setValue(f"{GROUP}/{name}", str(value))
        file.sync()
        if file.status() is QSettings.Status.AccessError:  # a broken file is written over, so its format may be wrong
            detail = (
                "Die Einstellungen gelten jetzt, lassen sich aber nicht speichern. "
                "Bitte prüfen, ob der Datenordner beschreibbar ist und der Datenträger Platz hat."
            )
            raise SettingsError(detail, str(self._file))


def _opened(file: Path) -> QSettings:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setFallbacksEnabled(False)
    return settings


def _read(file: Path) -> Preferences:
    stored = _opened(file)
    stored.allKeys()  # it reads when it is first asked
    if stored.status() is not QSettings.Status.NoError:
        log.warning("the settings cannot be read; the defaults hold")
    found: dict[str, Any] = {}
    for field in fields(Preferences):
        key = f"{GROUP}/{field.name}"
        if not stored.contains(key):
            continue
        try:
            found[field.name] = _READERS[field.name](_text(stored.value(key)))
        except ValueError:
            log.warning("the setting %s is broken; its default holds", Known(field.name))
    return Preferences(**found)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError  # QSettings makes a list of what holds a bare comma

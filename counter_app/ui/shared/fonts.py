"""The shipped fonts in the windows: each family is loaded when it is first needed; a language has them in its order."""

import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from counter_app.domain.language import LAST_RESORTS, Language
from counter_app.system.discreet_log import Known
from counter_app.system.paths import fonts_folder

log = logging.getLogger(__name__)


def load(folder: Path, name: str) -> str:
    """Make a family known to Qt, whose files are named ``Name-Weight.ttf``.

    Returns:
        What Qt calls it, e.g. ``Noto Sans Arabic``; empty if no file can be loaded.
    """
    family = ""
    for file in sorted(folder.glob(f"{name}-*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            log.warning("the font %s cannot be loaded", Known(file.name))
        else:
            family = QFontDatabase.applicationFontFamilies(number)[0]
    return family


def families(names: Sequence[str]) -> list[str]:
    """The families of a language's fonts in its order, then those that every text may need.

    Only these are loaded: the fonts of all languages together would keep the first window waiting.
    """
    wanted = (_shipped_family(name) for name in dict.fromkeys((*names, *LAST_RESORTS)))
    return [family for family in wanted if family]


def font_for(language: Language | None, base: QFont) -> QFont:
    """The same font, for texts in this language; without one as it is."""
    if language is None:
        return base
    font = QFont(base)
    font.setFamilies(list(_families_of(language.fonts)))
    return font


def interface_font(points: float) -> QFont:
    """The font of the windows."""
    font = QFont()
    font.setFamilies(families(()))
    font.setPointSizeF(points)
    return font


@cache
def _families_of(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(families(names))


@cache
def _shipped_family(name: str) -> str:
    family = load(fonts_folder(), name)
    if not family:
        log.warning("the font %s is missing; another one stands in", Known(name))
    return family

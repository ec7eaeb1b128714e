"""The shipped fonts in the windows: loaded once, and in the right order for each language."""

import logging
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from PySide6.QtGui import QFont, QFontDatabase

from counter_app.domain.language import Language
from counter_app.system.discreet_log import Known
from counter_app.system.paths import fonts_folder

LAST_RESORT = "NotoSans"

log = logging.getLogger(__name__)


@cache
def shipped_families() -> Mapping[str, str]:
    """Our font files and what Qt calls them, e.g. ``NotoSansArabic``: ``Noto Sans Arabic``; loaded on first use."""
    return MappingProxyType(load(fonts_folder()))


def load(folder: Path) -> dict[str, str]:
    """Make the fonts of a folder known to Qt; those named ``Family-Weight.ttf`` share the family's name."""
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            log.warning("the font %s cannot be loaded", Known(file.name))
        else:
            found[file.stem.partition("-")[0]] = QFontDatabase.applicationFontFamilies(number)[0]
    return found


def families(names: Sequence[str]) -> list[str]:
    """The family names of a language's fonts in its order, then Noto Sans, then the others that we have.

    The last ones make a foreign name readable wherever it turns up.
    """
    ours = shipped_families()
    wanted = [ours[name] for name in (*names, LAST_RESORT) if _is_there(name)]
    return list(dict.fromkeys([*wanted, *ours.values()]))


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
    font.setFamilies(families((LAST_RESORT,)))
    font.setPointSizeF(points)
    return font


@cache
def _families_of(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(families(names))


@cache
def _is_there(name: str) -> bool:
    if name not in shipped_families():
        log.warning("the font %s is missing; another one stands in", Known(name))
        return False
    return True

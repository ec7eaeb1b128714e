"""The colours of the windows, read from ``resources/themes``, and how well they can be told apart."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from counter_app.system.paths import themes_folder

Role, Group = QPalette.ColorRole, QPalette.ColorGroup

LINEAR_UNTIL = 0.04045


class Scheme(StrEnum):
    """The three sets of colours, named as their files."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


ROLES = {
    "window": Role.Window,
    "window_text": Role.WindowText,
    "base": Role.Base,
    "alternate_base": Role.AlternateBase,
    "text": Role.Text,
    "placeholder_text": Role.PlaceholderText,
    "bright_text": Role.BrightText,
    "button": Role.Button,
    "button_text": Role.ButtonText,
    "light": Role.Light,
    "midlight": Role.Midlight,
    "mid": Role.Mid,
    "dark": Role.Dark,
    "shadow": Role.Shadow,
    "highlight": Role.Highlight,
    "highlighted_text": Role.HighlightedText,
    "accent": Role.Accent,
    "link": Role.Link,
    "link_visited": Role.LinkVisited,
    "tool_tip_base": Role.ToolTipBase,
    "tool_tip_text": Role.ToolTipText,
}


@dataclass(frozen=True, slots=True)
class Look:
    """One set of colours.

    Args:
        marks: ``dark`` or ``light``: the drawings that stand beside text.
        ticks: the same for those on the accent.
    """

    palette: QPalette
    marks: str
    ticks: str


@cache
def look_of(scheme: Scheme) -> Look:
    """The colours of a scheme; a window that is not in front looks the same."""
    stored = tomllib.loads((themes_folder() / f"{scheme}.toml").read_text(encoding="utf-8"))
    palette = QPalette()
    for name, role in ROLES.items():
        palette.setColor(Group.All, role, QColor(stored["active"][name]))
    for name, colour in stored["disabled"].items():
        palette.setColor(Group.Disabled, ROLES[name], QColor(colour))
    return Look(palette, stored["marks"], stored["ticks"])


def shape_of(look: Look) -> str:
    """The style sheet with the drawings of these colours."""
    folder = themes_folder()
    template = (folder / "shape.qss").read_text(encoding="utf-8")
    return _filled(template, look, folder)


def _filled(template: str, look: Look, folder: Path) -> str:
    filled = template.replace("{folder}", folder.as_posix())
    return filled.replace("{mark}", look.marks).replace("{tick}", look.ticks)


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours can be told apart, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_UNTIL else float(((part + 0.055) / 1.055) ** 2.4)

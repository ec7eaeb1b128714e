"""The colours of the customer's screen, all of them roles of the palette: every set of colours just follows."""

from PySide6.QtGui import QColor, QPalette


def text(palette: QPalette) -> QColor:
    """What is to be read."""
    return palette.color(QPalette.ColorRole.WindowText)


def page(palette: QPalette) -> QColor:
    """What lies behind everything."""
    return palette.color(QPalette.ColorRole.Window)


def quiet(palette: QPalette) -> QColor:
    """Text that only goes along."""
    return palette.color(QPalette.ColorRole.PlaceholderText)


def line(palette: QPalette) -> QColor:
    """The edge of what can be tapped."""
    return palette.color(QPalette.ColorRole.Mid)


def faint(palette: QPalette) -> QColor:
    """What only divides."""
    return palette.color(QPalette.ColorRole.Midlight)


def card(palette: QPalette) -> QColor:
    """The face of a tile."""
    return palette.color(QPalette.ColorRole.Base)


def chosen(palette: QPalette) -> QColor:
    """The face of what was chosen."""
    return palette.color(QPalette.ColorRole.Highlight)


def on_chosen(palette: QPalette) -> QColor:
    """What is to be read on what was chosen."""
    return palette.color(QPalette.ColorRole.HighlightedText)

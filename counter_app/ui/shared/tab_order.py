"""The way of the Tab key through widgets that come and go."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(stops: Iterable[QWidget]) -> None:
    """Let the Tab key go from each to the next; whatever else follows the last one follows it still."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)

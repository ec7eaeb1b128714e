"""Whether there is anything to show windows on."""

import os
import sys

from counter_app.domain.errors import CounterError


class NoScreen(CounterError):
    """Windows cannot be opened here."""

    code = "no_screen"


def need_screen() -> None:
    """Make sure that windows can be opened: without a screen Qt would end the program without a word.

    Raises:
        NoScreen: there is none.
    """
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        detail = "Hier gibt es keinen Bildschirm. „counter-app demo“ spielt einen Besuch ohne Bildschirm."
        raise NoScreen(detail)

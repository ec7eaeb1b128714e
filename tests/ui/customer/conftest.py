"""The customer's window with the shipped content, and visits as the counter makes them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.content.loader import load_content
from counter_app.domain.content import Content
from counter_app.domain.visit import Scene, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.system.paths import content_folders
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.shared.palettes import Scheme, look_of

Show = Callable[..., CustomerWindow]


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped content."""
    return load_content(content_folders())


@pytest.fixture
def steps(content: Content) -> VisitSteps:
    return VisitSteps(content, date(2026, 11, 23))


@pytest.fixture
def text_percent(request: pytest.FixtureRequest) -> int:
    """The text size of the program; 100 unless the test asks for another one."""
    return int(getattr(request, "param", 100))


@pytest.fixture
def window(qtbot: QtBot, shipped_font: QFont, text_percent: int, content: Content) -> Iterator[CustomerWindow]:
    """The window on a screen of 1280 × 1024 pixels, in the light colours."""
    shipped_font.setPointSizeF(10.5 * text_percent / 100)
    QApplication.setFont(shipped_font)
    before = QApplication.palette()
    QApplication.setPalette(look_of(Scheme.LIGHT).palette)
    window = CustomerWindow(content)
    window.resize(1280, 1024)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()
    QApplication.setPalette(before)


@pytest.fixture
def show(window: CustomerWindow) -> Show:
    """Shows a scene to somebody who reads a language."""

    def show_scene(scene: Scene, tag: str = "de", visit: Visit | None = None) -> CustomerWindow:
        window.show_visit(replace(visit or Visit(), language=tag, scene=scene))
        return window

    return show_scene

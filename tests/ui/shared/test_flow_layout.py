"""Widgets flow like words; buttons and labels ask for the room that their words need."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.shared.buttons import IconButton, WrapButton
from counter_app.ui.shared.flow_layout import FlowLayout
from counter_app.ui.shared.plain_label import PlainLabel
from tests.ui.seat import Look

LONG = "Bitte schauen Sie hierher und tippen Sie auf eine Antwort."


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    """Five widgets of 100 pixels, 10 apart."""
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=10)
    for _ in range(5):
        label = QLabel("x", box)
        label.setFixedSize(100, 20)
        flow.addWidget(label)
    return box


def places(box: QWidget, width: int) -> list[tuple[int, int]]:
    box.layout().setGeometry(QRect(0, 0, width, 500))  # type: ignore[union-attr]
    return [(label.x(), label.y()) for label in box.findChildren(QLabel)]


@pytest.mark.parametrize(("width", "lines"), [(540, 1), (539, 2), (320, 2), (210, 3), (100, 5), (50, 5)])
def test_as_many_lines_as_the_width_asks_for(box: QWidget, width: int, lines: int) -> None:
    assert len({y for _, y in places(box, width)}) == lines
    assert box.layout().heightForWidth(width) == lines * 20 + (lines - 1) * 10  # type: ignore[union-attr]


def test_from_right_to_left_it_is_mirrored(box: QWidget) -> None:
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [x for x, _ in places(box, 540)] == [440, 330, 220, 110, 0]


def test_what_is_hidden_takes_no_room(box: QWidget) -> None:
    box.findChildren(QLabel)[1].hide()
    assert [x for x, _ in places(box, 540)][2:] == [110, 220, 330]


def test_a_layout_gives_back_what_it_is_asked_for(box: QWidget) -> None:
    layout = box.layout()
    assert isinstance(layout, FlowLayout)
    assert layout.count() == 5
    assert layout.itemAt(9) is None
    assert layout.takeAt(9) is None
    assert layout.takeAt(0) is not None
    assert layout.count() == 4


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("width", [120, 200, 400, 2000])
def test_a_button_is_as_high_as_its_lines(qtbot: QtBot, width: int) -> None:
    button = WrapButton(LONG, LONG)
    qtbot.addWidget(button)
    lines = -(-button.fontMetrics().horizontalAdvance(LONG) // (width - 24))
    assert button.heightForWidth(width) >= lines * button.fontMetrics().height()
    assert button.heightForWidth(2000) < button.heightForWidth(200)


@pytest.mark.parametrize("text_percent", [100, 200])
def test_a_button_without_its_key_is_narrower_and_still_knows_it(qtbot: QtBot, look: Look, text_percent: int) -> None:
    look.choose(text_percent=text_percent)
    button = IconButton("print", "Blatt", key="Strg+P")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.show_key(is_shown=False)
    narrow = button.sizeHint().width()
    button.show_words(is_shown=False)
    assert wide > narrow > button.sizeHint().width()
    assert (button.accessibleName(), button.accessibleDescription()) == ("Blatt", "Strg+P")
    assert button.toolTip() == "Blatt  Strg+P"


@pytest.mark.usefixtures("look")
def test_a_label_never_asks_for_more_height_than_one_line(qtbot: QtBot) -> None:
    label = PlainLabel(LONG * 5)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().height() == label.fontMetrics().height()
    assert label.heightForWidth(200) > 5 * label.fontMetrics().height()

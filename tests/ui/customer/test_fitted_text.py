"""A text takes the largest size at which all of it fits, and none of it is ever cut off."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.content import Content
from counter_app.ui.customer.fitted_text import FittedText, Sizes
from counter_app.ui.customer.scale import Scale
from counter_app.ui.customer.typesetting import Setting, set_text
from counter_app.ui.customer.wording import Wording
from tests.ui.customer.looking import role

WORDS = {
    "de": ["Aufenthaltserlaubnis", "die", "§ 16b AufenthG", "100,00 €", "bitte", "ÄÖÜ", "jgqy", "03.12.2026"],
    "ar": ["يرجى", "إحضار", "جواز", "(§ 3 AufenthG)", "100,00 €", "شدّة", "فَلًّا", "info@amt.example"],
    "en": ["residence", "permit", "please", "a", "gypsy", "0351 488-6451", "Wednesday"],
    "ti": ["ብኽብረትኩም", "ፓስፖርትኩም", "ኣምጽኡ", "እዩ", "15.03.2026"],
}
texts = st.sampled_from(sorted(WORDS)).flatmap(
    lambda tag: st.tuples(st.just(tag), st.lists(st.sampled_from(WORDS[tag]), min_size=1, max_size=40).map(" ".join))
)


@pytest.fixture
def place(qtbot: QtBot, shipped_font: QFont) -> FittedText:
    del shipped_font
    widget = FittedText()
    qtbot.addWidget(widget)
    return widget


def lines_to_read(place: FittedText) -> int:
    """How many lines can be seen, going through all pages with the buttons."""
    seen = len(place.visible_lines)
    for _ in range(place.page_count - 1):
        buttons = [button for button in place.findChildren(QAbstractButton) if button.isVisibleTo(place)]
        buttons[-1].click()
        assert place.visible_height <= place.height()
        seen += len(place.visible_lines)
    return seen


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.integers(200, 1400), st.integers(140, 800), st.sampled_from([1.0, 2.0]))
def test_no_text_is_cut_off_in_any_place(
    place: FittedText, content: Content, text: tuple[str, str], width: int, height: int, factor: float
) -> None:
    tag, words = text
    scale = Scale(factor)
    place.resize(width, height)
    place.say(Wording(words, content.language(tag)), Sizes(scale.px(24), scale.px(96)), scale)
    assert place.visible_height <= height
    assert lines_to_read(place) == place.line_count


@pytest.mark.parametrize(
    ("tag", "word"),
    [("de", "ÄÖÜ jgqy §"), ("ar", "فَلًّا"), ("ar", "لِلَّٰهِ"), ("ar", "جِّ"), ("ti", "ፓስፖርትኩም"), ("en", "Åj(|")],
)
@pytest.mark.usefixtures("shipped_font")
def test_letters_stay_inside_the_height_that_is_measured(content: Content, tag: str, word: str) -> None:
    wording = Wording(word, content.language(tag))
    block = set_text(wording, Setting(Qt.AlignmentFlag.AlignLeft), 60, 700)
    margin = 100
    image = QImage(900, round(block.height) + 2 * margin, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    block.draw(painter, QPointF(0, margin))
    painter.end()
    inked = [y for y in range(image.height()) if any(image.pixelColor(x, y).value() < 128 for x in range(0, 900, 2))]
    assert inked[0] >= margin - 1
    assert inked[-1] <= margin + block.height + 1


def test_more_room_means_larger_letters_up_to_the_largest(place: FittedText, content: Content) -> None:
    place.say(Wording("Bitte nehmen Sie Platz und warten Sie.", content.german), Sizes(20, 80), Scale())
    place.show()
    used = []
    for width in (300, 600, 1200, 4000):
        place.resize(width, 200)
        used.append(place.size_used)
    assert used == sorted(used)
    assert used[0] < used[-1] == 80


def test_words_are_not_broken_while_a_smaller_size_helps(place: FittedText, content: Content) -> None:
    place.resize(420, 600)
    place.say(Wording("Fiktionsbescheinigung", content.german), Sizes(20, 96), Scale())
    assert place.line_count == 1


def test_a_text_that_cannot_fit_gets_buttons_that_can_be_tapped(place: FittedText, content: Content) -> None:
    place.resize(400, 200)
    place.say(Wording("Bitte warten Sie. " * 30, content.german), Sizes(24, 96), Scale())
    assert place.page_count > 1
    buttons = [button for button in place.findChildren(QAbstractButton) if button.isVisibleTo(place)]
    assert [button.isEnabled() for button in buttons] == [False, True]
    assert all(button.width() >= 64 and button.height() >= 64 for button in buttons)
    assert all(button.accessibleName() for button in buttons)


@pytest.mark.parametrize(("tag", "is_right"), [("ar", True), ("de", False)])
def test_text_begins_where_reading_starts(place: FittedText, content: Content, tag: str, *, is_right: bool) -> None:
    place.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_right else Qt.LayoutDirection.LeftToRight)
    place.resize(800, 100)
    place.say(Wording(WORDS[tag][0], content.language(tag)), Sizes(40, 40), Scale())
    image = place.grab().toImage()
    background = image.pixel(400, 99)
    columns = [x for x in range(800) if any(image.pixel(x, y) != background for y in range(100))]
    middle = sum(columns) / len(columns)
    assert (middle > 400) is is_right


def test_a_screen_reader_takes_it_for_text_in_its_language(place: FittedText, content: Content) -> None:
    place.say(Wording("مرحبا", content.language("ar")), Sizes(20, 40), Scale())
    assert place.accessibleName() == "مرحبا"
    assert role(place).name == "StaticText"
    assert place.locale().name().startswith("ar")
    assert isinstance(place, QLabel)

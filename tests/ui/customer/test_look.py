"""How the pages look: nothing cut off, everything named, large enough to tap, in every set of colours."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.phrase import AnswerKind
from counter_app.domain.visit import (
    IsClear,
    Languages,
    Moment,
    Papers,
    Question,
    RowState,
    Scene,
    Sentence,
    Services,
    Tick,
    Visit,
)
from counter_app.domain.visit_steps import VisitSteps
from counter_app.ui.customer import colours
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.customer.fitted_text import FittedText
from counter_app.ui.customer.tile import Tile
from counter_app.ui.shared.palettes import Scheme, look_of
from tests.ui.customer.conftest import Show
from tests.ui.customer.looking import clipped, names, press, role, tile, tiles

TAGS = ("de", "ar", "en", "ti")
READABLE, VISIBLE = 4.5, 3.0


def every_visit(steps: VisitSteps, tag: str) -> Iterator[Visit]:
    """Every scene, the long ones above all."""
    content = steps.content
    start = Visit(language=tag)
    student = steps.typical_case_chosen(steps.service_chosen(start, "study"), 0)
    student = steps.ticked(student, student.rows[1].document.id, Tick(RowState.MISSING, "translation_missing"))
    longest = max(content.phrases, key=lambda phrase: len(phrase.text.in_language(tag)))
    with_answers = max(content.phrases, key=lambda phrase: len(phrase.answers))
    to_write = next(phrase for phrase in content.phrases if phrase.answer is AnswerKind.TEXT_PAPER)
    scenes: tuple[Scene, ...] = (
        Languages(),
        Services(),
        Services("work"),
        Sentence(longest),
        Sentence(with_answers, chosen=(with_answers.answers[0].id,)),
        Sentence(to_write),
        Question("income", content.facts["income"].value_ids, ("employed",)),
        Papers(),
        IsClear(ScreenText.SIMPLER),
        Moment(),
    )
    yield from (replace(student, scene=scene) for scene in scenes)
    yield steps.shown(steps.service_chosen(start, "study"), Papers())


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("size", [(1024, 768), (1280, 1024), (1920, 1080)])
@pytest.mark.parametrize("text_percent", [100, 200], indirect=True)
def test_nothing_is_cut_off(window: CustomerWindow, steps: VisitSteps, size: tuple[int, int], tag: str) -> None:
    window.resize(*size)
    for visit in every_visit(steps, tag):
        window.show_visit(visit)
        assert clipped(window) == [], visit.scene
        press(window, Qt.Key.Key_PageDown)
        assert clipped(window) == [], visit.scene


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("text_percent", [100, 200], indirect=True)
def test_the_veil_shows_all_it_says_at_once(window: CustomerWindow, tag: str) -> None:
    for width, height in ((1024, 768), (1280, 1024), (1920, 1080)):
        window.resize(width, height)
        window.show_visit(replace(Visit(), language=tag, scene=Moment()))
        for seconds in (None, 60):
            window.veil(seconds)
            assert clipped(window) == []
            seen = [text for text in window.findChildren(FittedText) if text.isVisible()]
            assert seen
            assert [text.accessibleName() for text in seen if text.page_count > 1] == []


def test_the_largest_text_of_all_cuts_nothing_off(window: CustomerWindow, steps: VisitSteps) -> None:
    window.show_visit(replace(Visit(), language="ti", scene=Moment()))
    for _ in range(3):
        tile(window, steps.content.screen(ScreenText.LARGER_TEXT).in_language("ti")).click()
    for visit in every_visit(steps, "ti"):
        window.show_visit(visit)
        assert clipped(window) == [], visit.scene


@pytest.mark.parametrize("text_percent", [100, 200], indirect=True)
def test_a_finger_hits_everything(window: CustomerWindow, steps: VisitSteps) -> None:
    for visit in every_visit(steps, "ar"):
        window.show_visit(visit)
        buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
        assert buttons
        assert [button.accessibleName() for button in buttons if min(button.width(), button.height()) < 64] == []


@pytest.mark.parametrize("tag", TAGS)
def test_everything_that_takes_the_focus_has_a_name(window: CustomerWindow, steps: VisitSteps, tag: str) -> None:
    for visit in every_visit(steps, tag):
        window.show_visit(visit)
        for button in window.findChildren(QAbstractButton):
            assert button.accessibleName(), visit.scene
    window.veil(30)
    assert window.focusWidget().accessibleName()


def test_tiles_have_the_role_of_what_they_do(show: Show, content: Content) -> None:
    window = show(Question("application", ("first", "renewal")))
    assert role(tile(window, "Verlängern")).name == "RadioButton"
    assert role(tile(window, "Größere Schrift")).name == "Button"
    show(Question("income", content.facts["income"].value_ids))
    assert role(tile(window, "Ich arbeite")).name == "CheckBox"


def test_tiles_say_the_german_text_as_well(show: Show) -> None:
    window = show(Question("application", ("first", "renewal")), "en")
    assert "Verlängern" in tile(window, "Extend it").accessibleDescription()


def test_right_to_left_is_the_mirror_of_left_to_right(show: Show, window: CustomerWindow) -> None:
    def corners(tag: str) -> list[Tile]:
        show(IsClear(), tag)
        return [each for each in tiles(window) if isinstance(each.face.key, ScreenText)]

    def left_edge(tag: str, text: ScreenText) -> int:
        return next(each for each in corners(tag) if each.face.key is text).mapTo(window, window.rect().topLeft()).x()

    assert left_edge("de", ScreenText.REPEAT) < left_edge("de", ScreenText.LARGER_TEXT)
    assert left_edge("ar", ScreenText.REPEAT) > left_edge("ar", ScreenText.LARGER_TEXT)


def test_a_page_too_small_for_its_tiles_has_several(show: Show, window: CustomerWindow, content: Content) -> None:
    window.resize(800, 600)
    show(Question("income", content.facts["income"].value_ids), "ar")
    first = names(window)
    press(window, Qt.Key.Key_PageDown)
    assert names(window) != first
    assert clipped(window) == []


@pytest.mark.parametrize("scheme", Scheme)
def test_every_set_of_colours_can_be_read(scheme: Scheme) -> None:
    palette = look_of(scheme).palette
    page, card, chosen = colours.page(palette), colours.card(palette), colours.chosen(palette)
    for front, back, least in (
        (colours.text(palette), page, READABLE),
        (colours.text(palette), card, READABLE),
        (colours.quiet(palette), page, READABLE),
        (colours.quiet(palette), card, READABLE),
        (colours.on_chosen(palette), chosen, READABLE),
        (colours.line(palette), page, VISIBLE),
        (colours.text(palette), page, VISIBLE),
        (chosen, page, VISIBLE),
    ):
        assert contrast(front, back) >= least, (front.name(), back.name())


@pytest.mark.parametrize("scheme", Scheme)
def test_the_window_takes_its_colours_from_the_palette(
    qtbot: QtBot, window: CustomerWindow, content: Content, scheme: Scheme
) -> None:
    window.close()
    QApplication.setPalette(look_of(scheme).palette)
    window = CustomerWindow(content)
    qtbot.addWidget(window)
    picture = window.grab().toImage()
    assert picture.pixelColor(5, 5) == look_of(scheme).palette.color(QPalette.ColorRole.Window)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

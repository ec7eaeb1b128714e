"""What every scene shows, and what a tap on it says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import qGray
from pytestqt.qtbot import QtBot

from counter_app.domain.content import Content
from counter_app.domain.label import ScreenText
from counter_app.domain.phrase import AnswerKind, Phrase, PointsAt
from counter_app.domain.text import Text, Trust
from counter_app.domain.visit import (
    IsClear,
    Languages,
    Moment,
    Papers,
    Question,
    RowState,
    Sentence,
    Services,
    Tick,
    Visit,
)
from counter_app.domain.visit_steps import VisitSteps
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.customer.paper_row import PaperRow
from tests.makers import make_text
from tests.ui.customer.conftest import Show
from tests.ui.customer.looking import names, press, tap, tile, tiles, visible_texts


def phrase_with(content: Content, **wanted: object) -> Phrase:
    """A phrase that is as the test needs it."""
    return next(
        phrase for phrase in content.phrases if all(getattr(phrase, name) == value for name, value in wanted.items())
    )


# The language


def test_every_language_stands_there_in_its_own_words_german_first(window: CustomerWindow, content: Content) -> None:
    assert names(window)[:-1] == [language.own_name for language in content.languages.values()]
    assert names(window)[0] == "Deutsch"


def test_a_tap_on_a_language_says_its_tag(qtbot: QtBot, window: CustomerWindow) -> None:
    with qtbot.waitSignal(window.language_chosen) as told:
        tap(window, "ትግርኛ")
    assert told.args == ["ti"]


def test_whoever_reads_none_of_the_languages_can_say_so(qtbot: QtBot, window: CustomerWindow) -> None:
    with qtbot.waitSignal(window.said) as told:
        tap(window, "Andere Sprache · Other language")
    assert told.args == [ScreenText.OTHER_LANGUAGE]


def test_forty_languages_need_no_scroll_bar(qtbot: QtBot, window: CustomerWindow, content: Content) -> None:
    some = list(content.languages.values())
    many = {f"x{number}": replace(some[number % 4], tag=f"x{number}") for number in range(39)}
    window.show_content(replace(content, languages={"de": content.german, **many}))
    seen = set(tiles(window))
    assert len(seen) >= 12
    for _ in range(4):
        press(window, Qt.Key.Key_PageDown)
        seen |= set(tiles(window))
    assert {"x0", "x38"} <= {str(each.face.key) for each in seen}
    with qtbot.waitSignal(window.language_chosen) as told:
        press(window, Qt.Key.Key_3)
        press(window, Qt.Key.Key_9)
    assert told.args == ["x37"]


# The matter


def test_the_groups_with_a_matter_are_offered_and_what_else_there_is_to_say(show: Show, content: Content) -> None:
    window = show(Services())
    used = {service.group.id for service in content.services.values()}
    groups = [group.name.german for group in content.service_groups.values() if group.id in used]
    assert names(window)[: len(groups)] == groups
    assert {"Etwas anderes", "Ich weiß es nicht", "Ich habe einen Brief"} <= set(names(window))


def test_a_group_leads_to_its_matters_and_a_matter_to_the_counter(qtbot: QtBot, show: Show) -> None:
    window = show(Services())
    with qtbot.waitSignal(window.scene_wanted) as wanted:
        tap(window, "Arbeit")
    assert wanted.args == [Services("work")]
    window = show(Services("work"))
    with qtbot.waitSignal(window.service_tapped) as told:
        tap(window, "Blaue Karte EU")
    assert told.args == ["blue_card"]


def test_a_matter_shows_plain_words(show: Show) -> None:
    assert "verdienen genug für die Blaue Karte" in visible_texts(show(Services("work")))


@pytest.mark.parametrize(
    ("name", "text"), [("Etwas anderes", ScreenText.OTHER_MATTER), ("Ich habe einen Brief", ScreenText.LETTER)]
)
def test_what_is_no_matter_is_said(qtbot: QtBot, show: Show, name: str, text: ScreenText) -> None:
    window = show(Services())
    with qtbot.waitSignal(window.said) as told:
        tap(window, name)
    assert told.args == [text]


@pytest.mark.parametrize(("scene", "before"), [(Services("work"), Services()), (Services(), Languages())])
def test_back_leads_to_where_one_came_from(qtbot: QtBot, show: Show, scene: Services, before: object) -> None:
    window = show(scene)
    with qtbot.waitSignal(window.scene_wanted) as wanted:
        tap(window, "Zurück")
    assert wanted.args == [before]


def test_a_group_that_no_longer_exists_shows_all_groups(show: Show) -> None:
    assert "Arbeit" in names(show(Services("gone")))


# A phrase


def test_a_phrase_stands_there_in_both_languages(show: Show, content: Content) -> None:
    phrase = next(phrase for phrase in content.phrases if phrase.text.in_language("ar") and not phrase.answers)
    seen = visible_texts(show(Sentence(phrase), "ar"))
    assert phrase.text.in_language("ar") in seen
    assert phrase.text.german in seen


def test_slots_are_filled_in_both_languages_and_fall_back_to_german(show: Show, content: Content) -> None:
    text = make_text("Wir brauchen: {document} am {date}.", "phrase/x", ar="نحتاج: {document} {date}.")
    phrase = replace(next(content.phrases), text=text)
    slots = {"document": make_text("Pass", ar="جواز"), "date": Text("date", "03.12.2026")}
    seen = visible_texts(show(Sentence(phrase, slots), "ar"))
    assert "نحتاج: جواز 03.12.2026." in seen
    assert "Wir brauchen: Pass am 03.12.2026." in seen


def test_a_phrase_without_translation_stands_there_in_german_only_once(show: Show, content: Content) -> None:
    phrase = replace(next(content.phrases), text=make_text("Nur auf Deutsch."), answers=())
    window = show(Sentence(phrase), "ar")
    assert visible_texts(window).count("Nur auf Deutsch.") == 1
    assert window.page.trust is Trust.MISSING
    assert content.labels["trust/missing"].in_language("ar") in visible_texts(window)


def test_an_answer_to_a_phrase_is_said_and_stays_marked(qtbot: QtBot, show: Show, content: Content) -> None:
    phrase = phrase_with(content, answer=AnswerKind.YES_NO)
    window = show(Sentence(phrase))
    with qtbot.waitSignal(window.phrase_answered) as told:
        tap(window, "Ja")
    assert told.args == [phrase.answers[0].id]
    assert not tile(window, "Ja").isChecked(), "marked only once it was understood"
    show(Sentence(phrase, chosen=(phrase.answers[0].id,)))
    assert tile(window, "Ja").isChecked()
    show(Sentence(phrase, chosen=(phrase.answers[1].id,)))
    assert [tile(window, name).isChecked() for name in ("Ja", "Nein")] == [False, True]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (AnswerKind.NUMBER, ScreenText.WRITE_ON_PAPER),
        (AnswerKind.DATE, ScreenText.WRITE_ON_PAPER),
        (AnswerKind.TEXT_PAPER, ScreenText.WRITE_ON_PAPER),
        (AnswerKind.POINT_AT, ScreenText.POINT_HERE),
    ],
)
def test_where_nothing_can_be_tapped_it_says_what_to_do(
    show: Show, content: Content, kind: AnswerKind, text: ScreenText
) -> None:
    phrase = next(phrase for phrase in content.phrases if phrase.answer is kind)
    assert content.screen(text).german in visible_texts(show(Sentence(phrase)))


def test_a_phrase_that_asks_for_the_language_offers_them(qtbot: QtBot, show: Show, content: Content) -> None:
    window = show(Sentence(phrase_with(content, points_at=PointsAt.LANGUAGES)))
    with qtbot.waitSignal(window.language_chosen) as told:
        tap(window, "العربية")
    assert told.args == ["ar"]


def test_a_phrase_that_asks_for_the_matter_offers_the_groups(qtbot: QtBot, show: Show, content: Content) -> None:
    window = show(Sentence(phrase_with(content, points_at=PointsAt.SERVICES)))
    with qtbot.waitSignal(window.scene_wanted) as wanted:
        tap(window, "Familie")
    assert wanted.args == [Services("family")]


# A question


def test_a_tap_answers_a_question_at_once_and_another_one_corrects_it(qtbot: QtBot, show: Show) -> None:
    question = Question("application", ("first", "renewal"))
    window = show(question)
    with qtbot.waitSignal(window.fact_answered) as told:
        tap(window, "Verlängern")
    assert told.args == [("renewal",)]
    show(replace(question, chosen=("renewal",)))
    assert tile(window, "Verlängern").isChecked()
    with qtbot.waitSignal(window.fact_answered) as told:
        tap(window, "Zum ersten Mal")
    assert told.args == [("first",)]


def test_only_answers_that_are_still_possible_are_offered(show: Show) -> None:
    names_seen = names(show(Question("application", ("first", "loss"))))
    assert names_seen[:2] == ["Zum ersten Mal", "Karte ist weg"]
    assert "Verlängern" not in names_seen


def test_several_answers_wait_for_done(qtbot: QtBot, show: Show) -> None:
    window = show(Question("income", ("employed", "scholarship", "none")))
    with qtbot.assertNotEmitted(window.fact_answered):
        tap(window, "Ich arbeite")
        tap(window, "Stipendium")
    with qtbot.waitSignal(window.fact_answered) as told:
        tap(window, "Fertig")
    assert told.args == [("employed", "scholarship")]


def test_an_answer_that_stands_alone_excludes_the_others(show: Show) -> None:
    window = show(Question("income", ("employed", "scholarship", "none")))
    everything = ("Ich arbeite", "Stipendium", "Ich habe kein Einkommen")
    tap(window, "Ich arbeite")
    tap(window, "Ich habe kein Einkommen")
    assert [tile(window, name).isChecked() for name in everything] == [False, False, True]
    tap(window, "Stipendium")
    assert [tile(window, name).isChecked() for name in everything] == [False, True, False]


def test_a_second_tap_takes_one_of_several_answers_back(qtbot: QtBot, show: Show) -> None:
    window = show(Question("income", ("employed", "scholarship")))
    tap(window, "Ich arbeite")
    tap(window, "Ich arbeite")
    with qtbot.assertNotEmitted(window.fact_answered):
        tap(window, "Fertig")


def test_larger_text_keeps_answers_that_were_not_sent_yet(show: Show) -> None:
    window = show(Question("income", ("employed", "scholarship")))
    tap(window, "Ich arbeite")
    tap(window, "Größere Schrift")
    assert tile(window, "Ich arbeite").isChecked()


# The papers


@pytest.fixture
def listed(steps: VisitSteps) -> Visit:
    """A student's list with every state a paper can be in."""
    visit = steps.typical_case_chosen(steps.service_chosen(Visit(language="ar"), "study"), 0)
    ticks = (
        Tick(RowState.PRESENT),
        Tick(RowState.MISSING, "expired"),
        Tick(RowState.UNCLEAR),
        Tick(RowState.NOT_NEEDED),
    )
    for row, tick in zip(visit.rows, ticks, strict=False):
        visit = steps.ticked(visit, row.document.id, tick)
    return steps.shown(visit, Papers())


def rows(window: CustomerWindow) -> list[PaperRow]:
    return window.findChildren(PaperRow)


def test_papers_have_the_numbers_of_the_counter_and_say_how_they_stand(
    window: CustomerWindow, listed: Visit, content: Content
) -> None:
    window.show_visit(listed)
    assert [row.line.number for row in rows(window)] == [row.number for row in listed.rows]
    for row, state in zip(rows(window), (ScreenText.PRESENT, ScreenText.MISSING, ScreenText.UNCLEAR), strict=False):
        assert content.screen(state).in_language("ar") in row.accessibleName()
    assert content.reasons.texts["expired"].in_language("ar") in rows(window)[1].accessibleName()


def test_every_state_has_its_own_shape_in_grey(window: CustomerWindow, listed: Visit) -> None:
    window.show_visit(replace(listed, language="de"))
    pictures = []
    for row in rows(window)[:5]:
        mark = row.grab(row.mark_box).toImage()
        places = ((x, y) for x in range(mark.width()) for y in range(mark.height()))
        pictures.append(tuple(qGray(mark.pixel(x, y)) for x, y in places))
    assert len(set(pictures)) == 5


def test_a_paper_that_still_depends_looks_different_and_says_on_what(window: CustomerWindow, steps: VisitSteps) -> None:
    visit = steps.shown(steps.service_chosen(Visit(language="de"), "study"), Papers())
    window.show_visit(visit)
    pending = [row for row in rows(window) if row.line.is_pending]
    certain = [row for row in rows(window) if not row.line.is_pending]
    assert pending
    assert certain
    assert all("Hängt noch ab von" in row.accessibleName() for row in pending)
    assert not any("Hängt noch ab von" in row.accessibleName() for row in certain)


def test_all_papers_can_be_reached_page_by_page(window: CustomerWindow, steps: VisitSteps) -> None:
    window.show_visit(steps.shown(steps.service_chosen(Visit(language="ar"), "study"), Papers()))
    seen: set[int] = set()
    for _ in range(20):
        seen |= {row.line.number for row in rows(window) if row.isVisible()}
        press(window, Qt.Key.Key_PageDown)
    assert seen == {row.line.number for row in rows(window)}


def test_a_tick_changes_the_row_and_nothing_else(window: CustomerWindow, listed: Visit, steps: VisitSteps) -> None:
    window.show_visit(listed)
    press(window, Qt.Key.Key_PageDown)
    before, page = rows(window), window.page
    seen = [row.isVisible() for row in before]
    open_row = listed.in_state(RowState.OPEN)[0]
    window.show_visit(steps.ticked(listed, open_row.document.id, Tick(RowState.PRESENT)))
    assert window.page is page
    assert rows(window) == before
    assert [row.isVisible() for row in before] == seen
    changed = next(row for row in before if row.line.number == open_row.number)
    assert changed.line.state is RowState.PRESENT


def test_the_papers_open_where_the_last_tick_was(window: CustomerWindow, listed: Visit, steps: VisitSteps) -> None:
    window.resize(800, 600)
    last = listed.rows[-1]
    window.show_visit(replace(listed, scene=Moment()))
    ticked = steps.ticked(listed, last.document.id, Tick(RowState.PRESENT))
    window.show_visit(replace(ticked, scene=Moment()))
    window.show_visit(replace(ticked, scene=Papers()))
    assert last.number in {row.line.number for row in rows(window) if row.isVisible()}
    window.turn_page(-1)
    assert last.number not in {row.line.number for row in rows(window) if row.isVisible()}


def test_turning_the_page_is_harmless_where_there_is_only_one(show: Show) -> None:
    window = show(Moment())
    page, before = window.page, visible_texts(window)
    window.turn_page(1)
    window.turn_page(-1)
    assert window.page is page
    assert visible_texts(window) == before


# The end, and in between


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ja, alles klar", ScreenText.ALL_CLEAR),
        ("Bitte einfacher erklären", ScreenText.SIMPLER),
    ],
)
def test_is_everything_clear_has_its_answers(qtbot: QtBot, show: Show, name: str, text: ScreenText) -> None:
    window = show(IsClear())
    with qtbot.waitSignal(window.said) as told:
        tap(window, name)
    assert told.args == [text]
    show(IsClear(text))
    assert tile(window, name).isChecked()


def test_one_moment_leaves_only_what_can_always_be_said(show: Show) -> None:
    window = show(Moment())
    assert "Einen Moment bitte" in visible_texts(window)
    assert [each.face.key for each in tiles(window)] == [
        ScreenText.REPEAT,
        ScreenText.NOT_UNDERSTOOD,
        ScreenText.INTERPRETER,
        ScreenText.SMALLER_TEXT,
        ScreenText.LARGER_TEXT,
    ]

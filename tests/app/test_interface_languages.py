"""What the windows say in each interface language; what comes from the content stays as it is."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.app.translation import translate, untranslate
from counter_app.domain.family import MOST_PEOPLE
from counter_app.domain.visit import IsClear, Papers, Sentence, Services, Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.system.settings import InterfaceLanguage
from counter_app.ui.counter import counter_window
from counter_app.ui.counter.key_list import KeyList
from counter_app.ui.counter.service_panel import MOST_CASES
from counter_app.ui.customer.customer_window import CustomerWindow
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.shared.jobs import Jobs
from counter_app.ui.start_window import StartWindow
from tests.app.clerk_windows import counter_with, opened_up, other_papers, windows
from tests.app.saying import WORD, native, said_by, shipped, without_content
from tests.app.test_translation import KEY, file_of, messages
from tests.ui.preview.paper import PaperPrinters

GERMAN, ENGLISH = InterfaceLanguage.GERMAN, InterfaceLanguage.ENGLISH
TODAY = date(2026, 11, 23)
Speak = Callable[[InterfaceLanguage], None]


@pytest.fixture
def steps() -> VisitSteps:
    return VisitSteps(shipped(), TODAY)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Lets windows that are made from now on speak a language."""
    yield lambda language: translate(qapp, language)
    untranslate(qapp)


@pytest.fixture(autouse=True)
def kept_by_qt(tmp_path: Path) -> None:
    """What Qt remembers of its dialogs, each test its own."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    queue = Jobs(threads=1)
    yield queue
    queue.shutdown()
    qtbot.wait(0)


# Texts


@cache
def german_words() -> frozenset[str]:
    """Words of the German texts that are in none of the English ones."""
    german, english = set[str](), set[str]()
    for message in messages(file_of(ENGLISH)):
        german.update(WORD.findall(message.source))
        english.update(word for form in message.forms for word in WORD.findall(form))
    return frozenset(german - english)


def test_the_english_windows_say_nothing_german(
    qtbot: QtBot, speak: Speak, steps: VisitSteps, jobs: Jobs, tmp_path: Path
) -> None:
    speak(ENGLISH)
    for window in windows(qtbot, steps, jobs, tmp_path):
        for text in said_by(window):
            german = german_words() & set(WORD.findall(without_content(text)))
            assert not german, f"{type(window).__name__}: {text}"


def test_what_both_languages_say_alike_comes_from_the_content(
    qtbot: QtBot, speak: Speak, steps: VisitSteps, jobs: Jobs, tmp_path: Path
) -> None:
    both = []
    for language in (GERMAN, ENGLISH):
        speak(language)
        both.append([list(said_by(window)) for window in windows(qtbot, steps, jobs, tmp_path)])
    alike = {message.source for message in messages(file_of(ENGLISH)) if message.forms == (message.source,)}
    for german, english in zip(*both, strict=True):
        assert len(german) == len(english)
        same = {text for text, other in zip(german, english, strict=True) if text == other} - alike
        assert not {text for text in same if WORD.search(re.sub(r"\bF\d+", "", without_content(text)))}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (GERMAN, {1: ["1 Zeile neu", "1 Zeile entfallen"], 3: ["3 Zeilen neu", "3 Zeilen entfallen"]}),
        (ENGLISH, {1: ["1 row added", "1 row dropped"], 3: ["3 rows added", "3 rows dropped"]}),
    ],
)
def test_one_row_and_three_rows_are_told_rightly(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    speak: Speak,
    steps: VisitSteps,
    language: InterfaceLanguage,
    told: dict[int, list[str]],
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(counter_window, "announce", lambda _widget, text: heard.append(text))
    speak(language)
    before = steps.service_chosen(Visit(), "study")
    window = counter_with(steps, before)
    qtbot.addWidget(window)
    for count, expected in told.items():
        after = before
        for paper in other_papers(before)[:count]:
            after = steps.paper_added(after, paper)
        heard.clear()
        window.show_visit(before, after, steps)
        window.show_visit(after, before, steps)
        assert heard == expected


# Qt's own texts


@pytest.mark.parametrize(
    ("language", "buttons", "menu"),
    [
        (GERMAN, {"Abbrechen", "Speichern"}, {"&Kopieren", "Einf&ügen"}),
        (ENGLISH, {"Cancel", "Save"}, {"&Copy", "&Paste"}),
    ],
)
def test_qt_speaks_the_language_of_the_windows(
    qtbot: QtBot, speak: Speak, language: InterfaceLanguage, buttons: set[str], menu: set[str]
) -> None:
    speak(language)
    standard = QDialogButtonBox.StandardButton
    box, field = QDialogButtonBox(standard.Cancel | standard.Save), QLineEdit()
    for widget in (box, field):
        qtbot.addWidget(widget)
    opened = field.createStandardContextMenu()
    assert {button.text().replace("&", "") for button in box.buttons()} == buttons
    assert {action.text().partition("\t")[0] for action in opened.actions()} >= menu
    opened.deleteLater()


def test_the_last_language_holds_and_none_stays_behind(qapp: QApplication, speak: Speak) -> None:
    def key() -> str:
        return native(QKeySequence("Ctrl+N"))

    as_written = key()
    speak(GERMAN)
    assert key() == "Strg+N"
    speak(ENGLISH)
    assert key() == "Ctrl+N"
    speak(GERMAN)
    untranslate(qapp)
    assert key() == as_written


def test_a_missing_file_leaves_the_german_texts(
    qtbot: QtBot, speak: Speak, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setattr("counter_app.app.translation.translations_folder", lambda: tmp_path)
    speak(ENGLISH)
    window = StartWindow()
    qtbot.addWidget(window)
    assert "Schalterlotse startet. Die Inhalte werden eingelesen …" in said_by(window)
    assert [record.message for record in caplog.records] == ["texts in the language en are missing"]


# The customer


JUST_VISIBLE = 32


@pytest.mark.parametrize("tag", ["de", "ar"])
def test_the_customers_window_does_not_care(qtbot: QtBot, speak: Speak, steps: VisitSteps, tag: str) -> None:
    visit = steps.service_chosen(steps.language_chosen(Visit(), tag), "study")
    scenes = (Services(), Papers(), IsClear(), Sentence(next(iter(shipped().phrases))))
    visits = [Visit(), *(steps.shown(visit, scene) for scene in scenes)]
    looks, words = [], []
    for language in (GERMAN, ENGLISH):
        speak(language)
        window = CustomerWindow(shipped())
        qtbot.addWidget(window)
        window.resize(1280, 800)
        for one in visits:
            window.show_visit(one)
            looks.append(small_picture(window))
            # The name in the task bar is the clerk's.
            words.append([text for text in said_by(window, with_hidden=False) if text != window.windowTitle()])
    assert words[: len(visits)] == words[len(visits) :]
    for german, english in zip(looks[: len(visits)], looks[len(visits) :], strict=True):
        assert max(abs(one - other) for one, other in zip(german, english, strict=True)) < JUST_VISIBLE


def small_picture(window: CustomerWindow) -> bytes:
    """What there is to see, in grey and small: Qt draws the edges of letters as its cache happens to have them."""
    picture = window.grab().toImage().scaled(320, 200, mode=Qt.TransformationMode.SmoothTransformation)
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)  # its bits live as long as it does
    return bytes(grey.constBits())


# Keys


@pytest.mark.parametrize("language", [GERMAN, ENGLISH])
def test_every_key_a_text_names_is_a_key_of_its_window(
    qtbot: QtBot, speak: Speak, steps: VisitSteps, language: InterfaceLanguage
) -> None:
    speak(language)
    window = opened_up(steps)
    qtbot.addWidget(window)
    listed = {native(action.shortcut()) for action in window.actions()}
    (key_list,) = window.findChildren(KeyList)
    cases = [native(QKeySequence(f"Ctrl+{place}")) for place in range(1, MOST_CASES + 1)]
    people = [native(QKeySequence(f"Ctrl+Shift+{number}")) for number in range(1, MOST_PEOPLE + 1)]
    ranges = {f"{row[0]} … {len(row)}" for row in (cases, people)}
    shown = {*listed, native(QKeySequence("Del")), *ranges} - {*cases, *people}
    assert shown <= set(said_by(key_list)), "the list of keys shows them all; typical cases and people share a line"
    named = {key for text in said_by(window) for key in KEY.findall(text) if "F" in key or "+" in key}
    assert named - {*people} == listed - {*people}


@pytest.mark.parametrize("language", [GERMAN, ENGLISH])
def test_every_key_the_preview_names_is_one_of_its_keys(
    qtbot: QtBot, speak: Speak, jobs: Jobs, tmp_path: Path, language: InterfaceLanguage
) -> None:
    speak(language)
    window = PreviewWindow(jobs, PaperPrinters(tmp_path), may_save=True)
    qtbot.addWidget(window)
    keys = {native(shortcut.key()) for shortcut in window.findChildren(QShortcut)}
    named = {key.replace("−", "-") for text in said_by(window) for key in KEY.findall(text) if "+" in key}
    assert named
    assert named <= keys

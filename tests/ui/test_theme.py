"""Colours, shapes and fonts of all windows: readable in every scheme, at every size, also in grey."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QImage, QPalette, QRawFont, QStyleHints
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counter_app.content.loader import load_content
from counter_app.domain.language import Direction, Language
from counter_app.system.paths import content_folders, fonts_folder, themes_folder
from counter_app.system.settings import ColourScheme, Settings
from counter_app.ui.shared import fonts
from counter_app.ui.shared.fonts import families, font_for, interface_font, load
from counter_app.ui.shared.palettes import ROLES, Scheme, contrast, look_of, shape_of
from counter_app.ui.shared.theme import BASE_POINTS, Theme, scheme_of_system

READABLE, VISIBLE = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
Role = QPalette.ColorRole

TEXT_ON = [
    *product([Role.Text, Role.PlaceholderText, Role.BrightText, Role.Link, Role.LinkVisited], [Role.Base]),
    *product([Role.Text, Role.PlaceholderText], [Role.AlternateBase]),
    *product([Role.WindowText, Role.PlaceholderText, Role.BrightText, Role.Link, Role.Accent], [Role.Window]),
    *product([Role.ButtonText], [Role.Button, Role.Midlight]),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
]
CONTROLS_ON = [
    *product([Role.Mid, Role.Dark, Role.Highlight, Role.Accent], [Role.Window, Role.Base, Role.Button]),
    *product([Role.Highlight], [Role.AlternateBase]),
]


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("front", "back"), TEXT_ON, ids=str)
def test_text_is_readable(scheme: Scheme, front: Role, back: Role) -> None:
    palette = look_of(scheme).palette
    assert contrast(palette.color(front), palette.color(back)) >= READABLE


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("front", "back"), CONTROLS_ON, ids=str)
def test_controls_and_focus_are_visible(scheme: Scheme, front: Role, back: Role) -> None:
    palette = look_of(scheme).palette
    assert contrast(palette.color(front), palette.color(back)) >= VISIBLE


@pytest.mark.parametrize("scheme", Scheme)
def test_what_is_disabled_can_still_be_made_out(scheme: Scheme) -> None:
    palette, off = look_of(scheme).palette, QPalette.ColorGroup.Disabled
    for front, back in ((Role.Text, Role.Base), (Role.ButtonText, Role.Button), (Role.WindowText, Role.Window)):
        assert contrast(palette.color(off, front), palette.color(off, back)) >= VISIBLE


@pytest.mark.parametrize("scheme", Scheme)
def test_every_role_is_ours_and_a_window_behind_looks_the_same(scheme: Scheme) -> None:
    palette = look_of(scheme).palette
    assert set(ROLES.values()) == set(Role) - {Role.NoRole, Role.NColorRoles}
    for role in ROLES.values():
        assert palette.isBrushSet(QPalette.ColorGroup.Active, role)
        assert palette.color(QPalette.ColorGroup.Inactive, role) == palette.color(QPalette.ColorGroup.Active, role)


def test_contrast_is_measured_as_the_guideline_says() -> None:
    black, white, grey = QColor("#000000"), QColor("#ffffff"), QColor("#767676")
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)
    assert contrast(grey, grey) == 1


def test_the_style_sheet_has_no_colour_and_no_text_size_of_its_own() -> None:
    text = re.sub(r"/\*.*?\*/", "", (themes_folder() / "shape.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3}|rgb|font:|font-size|font-family|\bblack\b|\bwhite\b", text)


@pytest.mark.parametrize("scheme", Scheme)
def test_every_drawing_of_the_style_sheet_is_there(scheme: Scheme) -> None:
    named = re.findall(r'url\("([^"]+)"\)', shape_of(look_of(scheme)))
    assert len(named) == 4
    assert all(Path(name).is_file() for name in named)


@pytest.mark.parametrize(
    ("colours", "wish", "expected"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, Scheme.LIGHT),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, Scheme.LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, Scheme.DARK),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, Scheme.HIGH_CONTRAST),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, Scheme.HIGH_CONTRAST),
    ],
)
def test_the_system_decides_when_nobody_else_does(
    colours: Qt.ColorScheme, wish: Qt.ContrastPreference, expected: Scheme
) -> None:
    assert scheme_of_system(colours, wish) is expected


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nobody has changed yet."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Iterator[Theme]:
    """The look of the application; afterwards it looks as before."""
    before = qapp.style().objectName(), qapp.font(), qapp.palette(), qapp.styleSheet()
    theme = Theme(qapp, settings)
    theme.apply()
    yield theme
    theme.deleteLater()
    qapp.setStyle(before[0])
    qapp.setFont(before[1])
    qapp.setPalette(before[2])
    qapp.setStyleSheet(before[3])


def choose(settings: Settings, scheme: Scheme | ColourScheme, text_percent: int = 100) -> None:
    settings.keep(replace(settings.values, colour_scheme=ColourScheme(scheme), text_percent=text_percent))


def test_a_change_of_the_settings_shows_at_once(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    small = line.sizeHint()
    with qtbot.waitSignal(theme.changed):
        choose(settings, Scheme.DARK, 200)
    assert line.palette().color(Role.Base) == look_of(Scheme.DARK).palette.color(Role.Base)
    assert line.font().pointSizeF() == pytest.approx(2 * BASE_POINTS)
    assert line.sizeHint().height() > 1.5 * small.height()


def test_other_settings_change_nothing_about_the_look(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        settings.keep(replace(settings.values, customer_screen="Touch"))


def test_the_system_is_followed_while_the_program_runs(
    theme: Theme, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = qapp.styleHints()
    assert theme.scheme is Scheme.LIGHT
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: Qt.ColorScheme.Dark)
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().color(Role.Window) == look_of(Scheme.DARK).palette.color(Role.Window)


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("is_by_style_sheet", [False, True])
def test_a_bold_label_grows_with_the_text_too(settings: Settings, qtbot: QtBot, *, is_by_style_sheet: bool) -> None:
    label = QLabel("Unterlagen")
    qtbot.addWidget(label)
    if is_by_style_sheet:
        label.setProperty("strong", True)
    else:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    label.show()
    assert label.font().weight() >= QFont.Weight.DemiBold
    choose(settings, Scheme.LIGHT, 150)
    assert label.font().pointSizeF() == pytest.approx(1.5 * BASE_POINTS)
    assert label.font().weight() >= QFont.Weight.DemiBold


def shown_in_window(qtbot: QtBot, control: QWidget) -> QWidget:
    """A window with the control beside a line that has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    elsewhere = QLineEdit()
    layout.addWidget(elsewhere)
    layout.addWidget(control)
    window.show()
    window.activateWindow()
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)
    return window


def checked(button: QAbstractButton) -> QAbstractButton:
    button.setText("fehlt")
    button.setCheckable(True)
    button.setChecked(True)
    return button


def colour_pairs(before: QImage, after: QImage) -> Iterator[tuple[QColor, QColor]]:
    for x, y in product(range(before.width()), range(before.height())):
        if before.pixel(x, y) != after.pixel(x, y):
            yield before.pixelColor(x, y), after.pixelColor(x, y)


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(
    "make",
    [
        lambda: QPushButton("Drucken"),
        QLineEdit,
        QComboBox,
        QSpinBox,
        QListWidget,
        lambda: QCheckBox("unklar"),
        lambda: QRadioButton("da"),
        lambda: checked(QPushButton()),
        lambda: checked(QToolButton()),
    ],
    ids=["button", "line", "combo", "spin", "list", "check", "radio", "checked button", "checked tool"],
)
def test_the_focus_can_be_seen(make: type[QWidget], scheme: Scheme, settings: Settings, qtbot: QtBot) -> None:
    choose(settings, scheme)
    control = make()
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window = shown_in_window(qtbot, control)
    before = control.grab().toImage()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    clear = [pair for pair in colour_pairs(before, control.grab().toImage()) if contrast(*pair) >= VISIBLE]
    assert window.isVisible()
    assert len(clear) >= 2 * (before.width() + before.height()) * 0.8  # about one pixel all around


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox, QRadioButton])
def test_what_is_checked_can_be_seen_in_grey(
    kind: type[QAbstractButton], scheme: Scheme, settings: Settings, qtbot: QtBot
) -> None:
    choose(settings, scheme)
    button = kind()
    button.setCheckable(True)
    window = shown_in_window(qtbot, button)
    before = button.grab().toImage()
    button.setChecked(True)
    after = button.grab().toImage()
    grey = QImage.Format.Format_Grayscale8
    pairs = colour_pairs(before.convertToFormat(grey), after.convertToFormat(grey))
    assert window.isVisible()
    assert sum(contrast(*pair) >= VISIBLE for pair in pairs) >= 50


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("text_percent", [100, 200])
def test_no_words_of_a_button_are_cut_off(scheme: Scheme, text_percent: int, settings: Settings, qtbot: QtBot) -> None:
    choose(settings, scheme, text_percent)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    controls = [QPushButton("Nächste Person"), QCheckBox("Rest ist da"), QRadioButton("fehlt")]
    for control in controls:
        layout.addWidget(control)
    window.show()
    for control in controls:
        text = control.fontMetrics().size(0, control.text())
        assert control.width() >= text.width()
        assert control.height() >= text.height()


@pytest.mark.usefixtures("qapp")
def test_every_language_is_written_in_its_own_shipped_font() -> None:
    for language in load_content(content_folders()).known_languages.values():
        font = font_for(language, QFont())
        assert family_names(font)[: len(language.fonts)] == list(language.fonts)
        assert QFontInfo(font).family() == font.families()[0]
        font.setBold(True)
        assert QFontInfo(font).bold()
        assert covers(QRawFont.fromFont(font, QFontDatabase.WritingSystem.Any), language)


def family_names(font: QFont) -> list[str]:
    """What Qt calls the families, as our files are called."""
    return [name.replace(" ", "").replace("SC", "sc") for name in font.families()]


def covers(font: QRawFont, language: Language) -> bool:
    """Whether the first font writes the language's own name; Latin letters may come from the second."""
    letters = (
        char for char in language.own_name if char.isalpha() and (language.script == "Latn" or ord(char) > 0x24F)
    )
    return all(font.supportsCharacter(ord(char)) for char in letters)


@pytest.mark.usefixtures("qapp")
def test_a_font_for_a_language_keeps_size_and_weight() -> None:
    base = QFont()
    base.setPointSizeF(17.5)
    base.setBold(True)
    font = font_for(language("NotoSansArabic"), base)
    assert (font.pointSizeF(), font.bold()) == (17.5, True)
    assert font_for(None, base) == base


@pytest.mark.usefixtures("qapp")
def test_every_text_may_fall_back_to_latin_and_to_signs() -> None:
    assert families(("NotoSansArabic",)) == ["Noto Sans Arabic", "Noto Sans", "Noto Sans Symbols2", "Noto Sans Math"]


@pytest.mark.usefixtures("qapp")
def test_a_font_is_loaded_when_its_language_is_first_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts._shipped_family.cache_clear()  # noqa: SLF001 - another test may have needed the font
    fonts._families_of.cache_clear()  # noqa: SLF001
    loaded: list[str] = []

    def note(_folder: Path, name: str) -> str:
        loaded.append(name)
        return name

    monkeypatch.setattr(fonts, "load", note)
    interface_font(10)
    assert loaded == ["NotoSans", "NotoSansSymbols2", "NotoSansMath"]
    for _ in range(2):
        font_for(language("NotoNastaliqUrdu", "NotoSans"), QFont())
    assert loaded == ["NotoSans", "NotoSansSymbols2", "NotoSansMath", "NotoNastaliqUrdu"]
    fonts._shipped_family.cache_clear()  # noqa: SLF001 - these names are not Qt's
    fonts._families_of.cache_clear()  # noqa: SLF001


@pytest.mark.usefixtures("qapp")
def test_a_missing_font_is_told_once_and_another_one_stands_in(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        assert families(("NotoSansRunic",))[0] == "Noto Sans"
    assert [record.getMessage() for record in caplog.records] == [
        "the font NotoSansRunic is missing; another one stands in"
    ]


@pytest.mark.usefixtures("qapp")
def test_a_broken_font_file_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "Broken-Regular.ttf").write_bytes(b"no font")
    assert load(tmp_path, "Broken") == ""
    assert [record.getMessage() for record in caplog.records] == ["the font Broken-Regular.ttf cannot be loaded"]


@pytest.mark.usefixtures("qapp")
def test_every_shipped_font_can_be_loaded() -> None:
    stems = {file.stem.partition("-")[0] for file in fonts_folder().glob("*.ttf")}
    assert len({load(fonts_folder(), stem) for stem in stems} - {""}) == len(stems) > 0


def language(*names: str) -> Language:
    return Language("xx", "x", "x", "Arab", Direction.RTL, names, 1.5, 1)

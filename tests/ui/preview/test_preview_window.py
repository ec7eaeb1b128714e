import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.errors import CounterError, SheetError
from counter_app.ui.preview.page_view import PageView
from counter_app.ui.preview.pdf_document import Picture, page_sizes
from counter_app.ui.preview.preview_window import PreviewWindow
from counter_app.ui.preview.printing import PrinterNames, PrintError
from counter_app.ui.preview.save_dialog import SaveDialog
from counter_app.ui.shared.jobs import Jobs
from tests.ui.preview.paper import PaperPrinters, make_pdf

TITLE = "Diese Unterlagen fehlen noch"
SMALLEST_SCREEN = (1366, 728)  # less the task bar


class Preview:
    """The window with what a clerk sees and does."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, window: PreviewWindow) -> None:
        self.qtbot = qtbot
        self.jobs = jobs
        self.window = window
        self.heard: list[str] = []
        self.errors: list[CounterError] = []
        for name in ("printed", "saved", "cancelled", "retry_wanted", "forgotten"):
            getattr(window, name).connect(self._hear(name))
        window.print_failed.connect(self.errors.append)

    def _hear(self, name: str) -> Callable[[], None]:
        return lambda: self.heard.append(name)

    def show(self, data: bytes | None = None) -> None:
        self.window.show_pdf(data or make_pdf(), TITLE)
        self.settle()

    def settle(self) -> None:
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy)

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, keys)

    def seen(self, kind: type[QWidget], name: str) -> QWidget | None:
        """The control with this name, if it is to be seen."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible() and one.accessibleName() == name]
        return found[0] if found else None

    def button(self, name: str) -> QPushButton:
        button = self.seen(QPushButton, name)
        assert isinstance(button, QPushButton), f"no button {name}"
        return button

    @property
    def view(self) -> PageView:
        return self.window.findChildren(PageView)[0]

    @property
    def words(self) -> str:
        return " | ".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def copies(self) -> QSpinBox:
        spin = self.seen(QSpinBox, "Exemplare")
        assert isinstance(spin, QSpinBox)
        return spin


@pytest.fixture
def printers(tmp_path: Path) -> PaperPrinters:
    return PaperPrinters(tmp_path)


@pytest.fixture
def make_preview(qtbot: QtBot, jobs: Jobs, printers: PaperPrinters) -> Iterator[Callable[..., Preview]]:
    made: list[Preview] = []

    def make(*, may_save: bool = True) -> Preview:
        window = PreviewWindow(jobs, printers, may_save=may_save)
        qtbot.addWidget(window)
        made.append(Preview(qtbot, jobs, window))
        return made[-1]

    yield make
    for preview in made:
        preview.window.forget()
        preview.settle()


@pytest.fixture
def preview(make_preview: Callable[..., Preview]) -> Preview:
    return make_preview()


# Seeing


def test_the_sheet_is_seen_sharp(preview: Preview) -> None:
    preview.show()
    assert preview.view.is_sharp
    assert preview.window.windowTitle() == TITLE
    assert "Seite 1 von 2" in preview.words


def test_while_the_sheet_is_made_the_window_says_so_and_esc_gives_up(preview: Preview) -> None:
    preview.window.show_waiting()
    preview.settle()
    assert "Das Blatt wird gemacht …" in preview.words
    assert not preview.button("Drucken").isEnabled()
    assert preview.button("Abbrechen").isEnabled()
    preview.press(Qt.Key.Key_Escape)
    assert preview.heard == ["forgotten", "cancelled"]
    assert not preview.window.isVisible()


def test_a_hasty_enter_while_waiting_does_nothing(preview: Preview, printers: PaperPrinters) -> None:
    preview.window.show_waiting()
    preview.settle()
    preview.press(Qt.Key.Key_Return)
    assert preview.window.isVisible()
    assert preview.heard == []
    assert printers.opened == []


def test_trouble_is_told_with_its_next_step_and_can_be_tried_again(preview: Preview) -> None:
    preview.window.show_waiting()
    preview.window.show_trouble(SheetError("Für „ሀ“ fehlt die Schrift. Bitte melden Sie das."))
    preview.settle()
    assert "Für „ሀ“ fehlt die Schrift. Bitte melden Sie das." in preview.words
    preview.press(Qt.Key.Key_Return)
    assert preview.heard == ["retry_wanted"]
    assert "Das Blatt wird gemacht …" in preview.words


def test_trouble_is_left_with_esc(preview: Preview) -> None:
    preview.window.show_trouble(SheetError("Nein."))
    preview.settle()
    preview.press(Qt.Key.Key_Escape)
    assert preview.heard == ["forgotten"]


def test_bytes_that_are_no_pdf_are_trouble(preview: Preview) -> None:
    preview.show(b"no pdf")
    assert "Das Blatt ist nicht fertig geworden." in preview.words


def test_keys_zoom_and_turn_pages_wherever_the_focus_is(preview: Preview) -> None:
    preview.show()
    preview.copies().setFocus()
    fitted = preview.view.zoom
    preview.press(Qt.Key.Key_Plus, ctrl=True)
    assert preview.view.zoom > fitted
    preview.press(Qt.Key.Key_Minus, ctrl=True)
    preview.press(Qt.Key.Key_Minus, ctrl=True)
    assert preview.view.zoom < fitted
    preview.press(Qt.Key.Key_0, ctrl=True)
    assert preview.view.zoom == fitted
    for _ in range(3):
        preview.press(Qt.Key.Key_PageDown)
    assert "Seite 2 von 2" in preview.words
    for _ in range(3):
        preview.press(Qt.Key.Key_PageUp)
    assert "Seite 1 von 2" in preview.words
    assert preview.copies().value() == 1
    preview.settle()


# Printing


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_P])
def test_one_key_prints_and_closes(preview: Preview, printers: PaperPrinters, key: Qt.Key) -> None:
    preview.show()
    preview.press(key, ctrl=key == Qt.Key.Key_P)
    preview.settle()
    assert preview.heard == ["printed", "forgotten"]
    assert printers.opened == ["Zimmer 2.14"]
    assert len(PdfReader(printers.paper).pages) == 2
    assert not preview.window.isVisible()


def test_printer_and_copies_are_chosen_by_keyboard(preview: Preview, printers: PaperPrinters) -> None:
    preview.show()
    choice = preview.seen(QComboBox, "Drucker")
    assert isinstance(choice, QComboBox)
    choice.setFocus()
    preview.press(Qt.Key.Key_Up)
    preview.copies().setFocus()
    preview.press(Qt.Key.Key_Up)
    preview.press(Qt.Key.Key_Return)
    preview.settle()
    assert printers.opened == ["Flur"]
    assert len(PdfReader(printers.paper).pages) == 4


def test_copies_stay_between_one_and_nine_and_start_anew_for_the_next_sheet(preview: Preview) -> None:
    preview.show()
    preview.copies().setValue(99)
    assert preview.copies().value() == 9
    preview.window.forget()
    preview.show()
    assert preview.copies().value() == 1


def test_without_a_printer_the_window_says_so_and_the_sheet_can_still_be_saved(
    preview: Preview, printers: PaperPrinters
) -> None:
    printers.names = ()
    preview.show()
    assert "Kein Drucker gefunden. | Bitte schalten Sie einen Drucker ein" in preview.words
    assert not preview.button("Drucken").isEnabled()
    assert preview.button("Drucken").accessibleDescription() == "Es ist kein Drucker da."
    assert preview.button("Als PDF speichern").isEnabled()
    preview.press(Qt.Key.Key_P, ctrl=True)
    assert printers.opened == []


def test_a_printer_switched_on_is_found_on_the_second_look(preview: Preview, printers: PaperPrinters) -> None:
    printers.names = ()
    preview.show()
    printers.names = ("Flur",)
    printers.usual = "Flur"
    preview.press(Qt.Key.Key_Return)
    assert preview.view.hasFocus()
    preview.settle()
    assert "Kein Drucker" not in preview.words
    assert preview.button("Drucken").hasFocus()
    preview.press(Qt.Key.Key_Return)
    preview.settle()
    assert preview.heard == ["printed", "forgotten"]


def test_printers_that_cannot_be_listed_are_told(preview: Preview, printers: PaperPrinters) -> None:
    def look() -> PrinterNames:
        raise PrintError("Der Druckdienst antwortet nicht. Bitte fragen Sie die Technik.")

    printers.look = look  # type: ignore[method-assign]
    preview.show()
    assert "Der Druckdienst antwortet nicht." in preview.words
    assert not preview.button("Drucken").isEnabled()


def test_a_print_that_fails_leaves_the_sheet_open_with_the_next_step(preview: Preview, printers: PaperPrinters) -> None:
    preview.show()
    printers.names = ()
    preview.press(Qt.Key.Key_Return)
    preview.settle()
    assert "Nicht gedruckt. | Diesen Drucker gibt es nicht mehr." in preview.words
    assert [error.code for error in preview.errors] == ["print"]
    assert preview.heard == []
    assert preview.button("Drucken").hasFocus()
    assert preview.view.is_sharp


def test_esc_while_printing_stops_the_print_and_not_the_preview(preview: Preview, printers: PaperPrinters) -> None:
    gate, entered = Event(), Event()
    look_up = printers.open

    def open_slowly(name: str) -> object:
        entered.set()
        gate.wait(5)
        return look_up(name)

    printers.open = open_slowly  # type: ignore[method-assign, assignment]
    preview.show()
    preview.press(Qt.Key.Key_Return)
    assert entered.wait(5)
    assert preview.window.is_printing
    assert "Wird gedruckt …" in preview.words
    assert not preview.button("Schließen").isEnabled()
    preview.press(Qt.Key.Key_Escape)
    gate.set()
    preview.settle()
    assert "Druck abgebrochen." in preview.words
    assert preview.window.isVisible()
    assert preview.heard == []
    preview.press(Qt.Key.Key_Escape)
    assert preview.heard == ["forgotten"]


# Saving


def save_as(preview: Preview, place: Path) -> None:
    preview.press(Qt.Key.Key_S, ctrl=True)
    (dialog,) = preview.window.findChildren(SaveDialog)
    dialog.setDirectory(str(place.parent))
    dialog.selectFile(place.name)
    dialog.accept()
    preview.settle()


def test_saving_writes_the_very_bytes_where_the_clerk_says(preview: Preview, tmp_path: Path) -> None:
    data = make_pdf()
    preview.show(data)
    save_as(preview, tmp_path / "liste.pdf")
    assert (tmp_path / "liste.pdf").read_bytes() == data
    assert preview.heard == ["saved"]
    assert "Als PDF gespeichert." in preview.words


def test_saving_that_fails_is_told(preview: Preview, tmp_path: Path) -> None:
    preview.show()
    preview.press(Qt.Key.Key_S, ctrl=True)
    (dialog,) = preview.window.findChildren(SaveDialog)
    dialog.place_chosen.emit(tmp_path / "gone" / "liste.pdf")
    preview.settle()
    assert "Nicht gespeichert. | Die Datei lässt sich nicht schreiben" in preview.words
    assert preview.heard == []
    dialog.reject()


def test_without_leave_of_the_office_nothing_can_be_saved(make_preview: Callable[..., Preview]) -> None:
    preview = make_preview(may_save=False)
    preview.show()
    assert preview.seen(QPushButton, "Als PDF speichern") is None
    preview.press(Qt.Key.Key_S, ctrl=True)
    assert preview.window.findChildren(SaveDialog) == []


def test_forgetting_takes_an_open_save_dialog_along(preview: Preview) -> None:
    preview.show()
    preview.press(Qt.Key.Key_S, ctrl=True)
    (dialog,) = preview.window.findChildren(SaveDialog)
    preview.window.forget()
    assert not dialog.isVisible()


# Forgetting


def pictures_in_memory() -> list[Picture]:
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Picture)]


@pytest.mark.parametrize("way", ["forget", "close", "printed", "waiting", "trouble"])
def test_however_the_sheet_goes_nothing_of_it_stays_in_memory(preview: Preview, way: str) -> None:
    data = make_pdf()
    before = sys.getrefcount(data)
    preview.show(data)
    assert pictures_in_memory()
    assert sys.getrefcount(data) > before
    match way:
        case "forget":
            preview.window.forget()
        case "close":
            preview.window.close()
        case "printed":
            preview.press(Qt.Key.Key_Return)
        case "waiting":
            preview.window.show_waiting()
        case _:
            preview.window.show_trouble(SheetError("Nein."))
    preview.settle()
    assert pictures_in_memory() == []
    assert sys.getrefcount(data) == before
    assert preview.window.windowTitle() == "Vorschau"
    assert preview.view.page_rects == ()


def test_forgetting_in_the_middle_of_drawing_leaves_nothing_either(preview: Preview) -> None:
    data = make_pdf()
    before = sys.getrefcount(data)
    preview.window.show_pdf(data, TITLE)
    for _ in range(5):
        QApplication.processEvents()
        preview.window.forget()
        preview.window.show_pdf(data, TITLE)
    preview.window.forget()
    preview.settle()
    assert pictures_in_memory() == []
    assert sys.getrefcount(data) == before
    assert not preview.window.isVisible()


# Everybody


def tab_order(preview: Preview, start: QWidget) -> list[str]:
    start.setFocus()
    names = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or type(focused).__name__)
        preview.press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    return names


def test_tab_goes_from_the_pages_down_the_panel_and_round(preview: Preview) -> None:
    preview.show()
    assert tab_order(preview, preview.view) == [
        "Seiten des Blatts",
        "Kleiner",
        "Größer",
        "Ganze Breite",
        "Drucker",
        "Exemplare",
        "Drucken",
        "Als PDF speichern",
        "Schließen",
    ]


def show_state(preview: Preview, printers: PaperPrinters, state: str) -> None:
    match state:
        case "waiting":
            preview.window.show_waiting()
        case "trouble":
            preview.window.show_trouble(SheetError("Für „ሀ“ fehlt die Schrift. Bitte melden Sie das der Stelle." * 2))
        case _:
            printers.names = ("Ein Drucker mit einem sehr langen Namen im zweiten Stock",) if state == "pages" else ()
            printers.usual = (*printers.names, "")[0]
            preview.window.show_pdf(make_pdf(), TITLE)
    preview.settle()


def test_where_the_keyboard_is_can_be_seen_everywhere(preview: Preview) -> None:
    preview.show()
    start: QWidget = preview.view
    start.setFocus()
    for _ in range(9):
        focused = QApplication.focusWidget()
        assert focused is not None
        place = QRect(focused.mapTo(preview.window, QPoint()), focused.size())
        with_focus = preview.window.grab(place).toImage()
        preview.press(Qt.Key.Key_Tab)
        preview.settle()
        assert preview.window.grab(place).toImage() != with_focus, focused
    assert QApplication.focusWidget() is start


STATES = pytest.mark.parametrize("state", ["waiting", "trouble", "pages", "no printer"])


@STATES
def test_every_control_has_a_name_for_those_who_listen(preview: Preview, printers: PaperPrinters, state: str) -> None:
    show_state(preview, printers, state)
    for widget in preview.window.findChildren(QWidget):
        is_ours = not widget.objectName().startswith("qt_")
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and is_ours:
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name, widget
            assert widget.accessibleName() or not isinstance(widget, QComboBox)


def assert_nothing_clipped(preview: Preview) -> None:
    whole = QRect(QPoint(), preview.window.size())
    assert (preview.window.width(), preview.window.height()) == SMALLEST_SCREEN
    for widget in preview.window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QPushButton | QLabel | QSpinBox):
            place = QRect(widget.mapTo(preview.window, QPoint()), widget.size())
            assert whole.contains(place), widget
            assert widget.width() >= widget.minimumSizeHint().width(), widget
            needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
            assert widget.height() >= needed, widget


@STATES
@pytest.mark.parametrize("points", [10, 20])
def test_nothing_is_clipped_at_twice_the_text_size_on_the_smallest_screen(
    preview: Preview, printers: PaperPrinters, shipped_font: QFont, state: str, points: int
) -> None:
    QApplication.setFont(QFont(shipped_font.family(), points))
    preview.window.resize(*SMALLEST_SCREEN)
    show_state(preview, printers, state)
    assert_nothing_clipped(preview)


def test_what_the_panel_says_does_not_change_its_width(preview: Preview, printers: PaperPrinters) -> None:
    show_state(preview, printers, "pages")
    before = preview.button("Schließen").width()
    preview.window.forget()
    show_state(preview, printers, "no printer")
    assert "Kein Drucker gefunden." in preview.words
    assert preview.button("Schließen").width() == before


def test_text_follows_the_size_the_clerk_sets_while_the_window_is_open(preview: Preview, shipped_font: QFont) -> None:
    preview.window.resize(*SMALLEST_SCREEN)
    preview.show()
    button = preview.button("Drucken")
    before = button.fontMetrics().height()
    QApplication.setFont(QFont(shipped_font.family(), 20))
    preview.settle()
    assert button.fontMetrics().height() > 1.8 * before
    assert_nothing_clipped(preview)


def test_the_window_opens_quickly_with_the_printers_still_being_looked_for(
    preview: Preview, printers: PaperPrinters
) -> None:
    gate = Event()
    look = printers.look

    def look_slowly() -> PrinterNames:
        gate.wait(5)
        return look()

    printers.look = look_slowly  # type: ignore[method-assign]
    began = time.monotonic()
    preview.window.show_waiting()
    QApplication.processEvents()
    assert time.monotonic() - began < 2
    choice = preview.seen(QComboBox, "Drucker")
    assert isinstance(choice, QComboBox)
    assert choice.placeholderText() == "Drucker werden gesucht …"
    gate.set()
    preview.settle()
    assert choice.currentText() == "Zimmer 2.14"


def test_a_name_of_a_printer_too_long_for_the_panel_can_be_read(preview: Preview, printers: PaperPrinters) -> None:
    show_state(preview, printers, "pages")
    choice = preview.seen(QComboBox, "Drucker")
    assert choice is not None
    assert choice.toolTip() == printers.usual


def test_a_real_sheet_size_is_kept(preview: Preview) -> None:
    data = make_pdf((595.276, 841.89))
    preview.show(data)
    size = page_sizes(data)[0]
    page = preview.view.page_rects[0]
    assert abs(page.height() / page.width() - size.height() / size.width()) < 0.01

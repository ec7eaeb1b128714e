"""Any sheet in any language: found by a few letters, whoever is there; nothing of a visit changes."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from counter_app.domain.content import Content
from counter_app.domain.sheet import Paper
from counter_app.domain.sheet_offer import SheetWish, offered_sheets
from tests.ui.seat import Seat

SEARCH, LANGUAGE = "Blatt suchen", "Sprache des Blatts"
POSTER = "language_poster"


@pytest.fixture
def wishes(seat: Seat) -> list[SheetWish]:
    """The sheets that the clerk asked for."""
    asked: list[SheetWish] = []
    seat.counter.sheets.wanted.connect(asked.append)
    return asked


def lines(seat: Seat, name: str) -> list[str]:
    """What stands in the list below a field."""
    model = hits(seat, name).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def hits(seat: Seat, name: str) -> QListView:
    found = seat.named(f"Treffer: {name}")
    assert isinstance(found, QListView)
    return found


def current(seat: Seat, name: str) -> str:
    return str(hits(seat, name).currentIndex().data())


def field(seat: Seat, name: str) -> QLineEdit:
    found = seat.named(name)
    assert isinstance(found, QLineEdit)
    return found


def is_open(seat: Seat) -> bool:
    return seat.counter.sheets.isVisible()


def find(seat: Seat, letters: str) -> None:
    """Open the sheets and choose one; on with the language."""
    seat.press("Ctrl+B")
    seat.type(letters)
    seat.press("Return")


def choose(seat: Seat, name: str) -> None:
    """Choose a sheet by its whole name, which may have letters that no plain keyboard has."""
    seat.press("Ctrl+B")
    field(seat, SEARCH).setText(name)
    seat.press("Return")


def preview_closed(seat: Seat) -> None:
    """Wait for the sheet, and close the preview."""
    seat.hands.wait(lambda: seat.front_desk.sheets.is_shown() and not seat.jobs.is_busy)
    seat.press("Esc")


def said(seat: Seat) -> list[str]:
    return [label.text() for label in seat.counter.sheets.findChildren(QLabel) if label.isVisible()]


# Finding a sheet


def test_all_sheets_can_be_looked_through_before_anything_is_typed(seat: Seat, content: Content) -> None:
    seat.press("Ctrl+B")
    assert len(lines(seat, SEARCH)) == len(offered_sheets(content))
    assert {sheet.title.german for sheet in content.sheets.values() if not sheet.needs_matter} <= {*lines(seat, SEARCH)}


def test_every_sheet_is_found_by_its_title(seat: Seat, content: Content) -> None:
    seat.press("Ctrl+B")
    for sheet in content.sheets.values():
        if not sheet.needs_matter:
            field(seat, SEARCH).setText(sheet.title.german)
            assert current(seat, SEARCH) == sheet.title.german


def test_the_list_of_every_matter_is_found_by_its_name_and_its_everyday_words(seat: Seat, content: Content) -> None:
    seat.press("Ctrl+B")
    for service in content.services.values():
        name = f"Alle Unterlagen: {service.name.german}"
        field(seat, SEARCH).setText(service.name.german)
        assert current(seat, SEARCH) == name
        for word in service.words:
            field(seat, SEARCH).setText(word)
            assert name in lines(seat, SEARCH), word


def test_what_says_what_is_missing_is_not_there(seat: Seat, content: Content) -> None:
    seat.press("Ctrl+B")
    assert content.sheet("missing").title.german not in lines(seat, SEARCH)


# Language and paper


def test_without_a_visit_two_times_enter_ask_for_the_german_sheet(seat: Seat, wishes: list[SheetWish]) -> None:
    find(seat, "fikt")
    assert seat.focus() == LANGUAGE
    seat.press("Return")
    assert [(wish.sheet.definition.id, wish.tag, wish.paper) for wish in wishes] == [
        ("fiktionsbescheinigung", "de", Paper.A4)
    ]
    preview_closed(seat)


def test_the_usual_language_is_that_of_the_visit(seat: Seat, wishes: list[SheetWish]) -> None:
    seat.begin("tigr")
    find(seat, "fikt")
    assert current(seat, LANGUAGE) == "Tigrinya"
    seat.press("Return")
    assert [wish.tag for wish in wishes] == ["ti"]
    preview_closed(seat)


@pytest.mark.parametrize(("letters", "tag"), [("tigr", "ti"), ("engl", "en"), ("arab", "ar"), ("de", "de")])
def test_another_language_is_found_by_a_few_letters(
    seat: Seat, wishes: list[SheetWish], letters: str, tag: str
) -> None:
    seat.begin("engl")
    find(seat, "fikt")
    seat.type(letters)
    seat.press("Return")
    assert [wish.tag for wish in wishes] == [tag]
    assert seat.visit.language == "en"
    preview_closed(seat)


def test_a_language_that_is_not_there_is_not_replaced_by_another(seat: Seat, wishes: list[SheetWish]) -> None:
    find(seat, "fikt")
    seat.type("qqqq")
    seat.press("Return", "Ctrl+P")
    assert wishes == []
    assert seat.message().startswith("Diese Sprache gibt es hier nicht.")


def test_esc_in_what_was_typed_leads_back_to_the_usual_language(seat: Seat) -> None:
    seat.begin("arab")
    find(seat, "fikt")
    seat.type("qqqq")
    seat.press("Esc")
    assert is_open(seat)
    assert current(seat, LANGUAGE) == "Arabisch"


def test_a_language_tapped_meanwhile_becomes_the_usual_one_unless_the_clerk_has_chosen(seat: Seat) -> None:
    find(seat, "fikt")
    seat.customer.language_chosen.emit("ar")
    assert current(seat, LANGUAGE) == "Arabisch"
    seat.press("Up")
    chosen = current(seat, LANGUAGE)
    assert chosen != "Arabisch"
    seat.customer.language_chosen.emit("ti")
    assert current(seat, LANGUAGE) == chosen


def test_how_far_a_sheet_is_translated_is_read_aloud_with_the_language(
    seat: Seat, content: Content, announced: list[str]
) -> None:
    find(seat, "fikt")
    trust = content.sheet("fiktionsbescheinigung").title.trust("ar")
    seat.type("arab")
    assert announced[-1].endswith(content.labels[f"trust_mark/{trust}"].german)


def test_a_sheet_for_everyone_has_no_language_to_choose_and_says_why(
    seat: Seat, content: Content, wishes: list[SheetWish], announced: list[str]
) -> None:
    seat.begin("arab")
    choose(seat, content.sheet(POSTER).title.german)
    reason = "Dieses Blatt zeigt alle Sprachen. Es ist immer auf Deutsch."
    assert not field(seat, LANGUAGE).isEnabled()
    assert field(seat, LANGUAGE).accessibleDescription() == reason
    assert reason in said(seat)
    assert reason in announced[-1]
    seat.press("Return")
    assert [(wish.sheet.definition.id, wish.tag) for wish in wishes] == [(POSTER, "de")]
    preview_closed(seat)
    seat.press("Ctrl+B")
    assert field(seat, LANGUAGE).isEnabled()
    assert reason not in said(seat)


@pytest.mark.parametrize(("keys", "paper"), [(("Alt+3",), Paper.A3), (("Alt+3", "Alt+4"), Paper.A4)])
def test_the_paper_is_chosen_by_key_while_one_goes_on_typing(
    seat: Seat, wishes: list[SheetWish], keys: tuple[str, ...], paper: Paper
) -> None:
    find(seat, "fikt")
    seat.press(*keys)
    assert seat.focus() == LANGUAGE
    seat.press("Return")
    assert [wish.paper for wish in wishes] == [paper]
    preview_closed(seat)


# Into the preview and back


def test_ctrl_p_and_the_button_ask_for_the_sheet_that_is_chosen(seat: Seat, wishes: list[SheetWish]) -> None:
    seat.begin()
    seat.press("Ctrl+B")
    seat.type("fikt")
    seat.press("Ctrl+P")
    preview_closed(seat)
    seat.click(seat.named("Blatt ansehen"))
    preview_closed(seat)
    assert [wish.sheet.definition.id for wish in wishes] == ["fiktionsbescheinigung"] * 2


def test_nothing_chosen_yet_says_what_to_do(seat: Seat, wishes: list[SheetWish]) -> None:
    seat.press("Ctrl+B", "Tab", "Return")
    assert wishes == []
    assert seat.message().startswith("Bitte zuerst ein Blatt wählen")
    assert seat.focus() == SEARCH
    seat.press("Esc")
    assert seat.message() == ""
    assert is_open(seat)


def test_after_a_look_the_clerk_can_choose_another_language(seat: Seat, wishes: list[SheetWish]) -> None:
    find(seat, "fikt")
    seat.press("Return")
    preview_closed(seat)
    assert seat.focus() == LANGUAGE
    seat.type("arab")
    seat.press("Return")
    preview_closed(seat)
    assert [(wish.sheet.definition.id, wish.tag) for wish in wishes] == [
        ("fiktionsbescheinigung", "de"),
        ("fiktionsbescheinigung", "ar"),
    ]


def test_a_printed_sheet_leads_back_and_leaves_the_visit_as_it_was(seat: Seat) -> None:
    seat.begin()
    seat.press("F")
    before, focus = seat.visit, seat.focus()
    find(seat, "fikt")
    seat.press("Return")
    seat.hands.wait(lambda: seat.front_desk.sheets.is_shown() and not seat.jobs.is_busy)
    seat.press("Ctrl+P")
    seat.hands.wait(lambda: not seat.front_desk.sheets.window.isVisible() and not seat.jobs.is_busy)
    assert not is_open(seat)
    assert (seat.visit, seat.focus()) == (before, focus)
    assert seat.visit.has_unprinted


def test_esc_leads_back_to_what_the_clerk_was_at(seat: Seat) -> None:
    seat.begin()
    seat.press("Down", "Down")
    before, visit = seat.focus(), seat.visit
    find(seat, "fikt")
    assert not seat.counter.columns.isVisible()
    seat.press("Esc")
    assert not is_open(seat)
    assert (seat.focus(), seat.visit) == (before, visit)


def test_esc_leads_to_the_beginning_where_the_clerk_was_at_something_that_is_gone(seat: Seat) -> None:
    seat.press("F2", "Ctrl+B", "Esc")
    assert seat.focus() == "Anliegen suchen"


def test_the_button_with_the_cross_leads_back_by_key_and_click(seat: Seat) -> None:
    seat.press("Ctrl+B", "Shift+Tab", "Return")
    assert (is_open(seat), seat.focus()) == (False, "Anliegen suchen")
    seat.press("Ctrl+B")
    seat.click(seat.named("Zurück"))
    assert (is_open(seat), seat.focus()) == (False, "Anliegen suchen")


@pytest.mark.parametrize(
    ("key", "focus"),
    [("F3", "Anliegen suchen"), ("Ctrl+F", "Satz suchen"), ("Ctrl+L", "1, "), ("Ctrl+T", "Frist"), ("Ctrl+R", "1, ")],
)
def test_a_key_for_something_else_leads_there(seat: Seat, key: str, focus: str) -> None:
    seat.begin()
    find(seat, "fikt")
    seat.press(key)
    assert not is_open(seat)
    assert seat.focus().startswith(focus)


def test_keys_of_the_customers_screen_leave_it_open(seat: Seat) -> None:
    seat.begin()
    find(seat, "fikt")
    seat.press("F12", "F12", "Ctrl+PgDown")
    assert (is_open(seat), seat.focus()) == (True, LANGUAGE)


def test_the_same_key_again_begins_anew(seat: Seat) -> None:
    find(seat, "fikt")
    seat.press("Alt+3", "Ctrl+B")
    assert seat.focus() == SEARCH
    assert field(seat, SEARCH).text() == ""
    seat.press("Esc")
    assert seat.focus() == "Anliegen suchen"


def test_the_next_person_closes_it_and_nothing_typed_stays(seat: Seat) -> None:
    seat.begin()
    find(seat, "fikt")
    seat.type("en")
    seat.press("Ctrl+N")
    assert not is_open(seat)
    assert seat.focus() == "Anliegen suchen"
    fields = seat.counter.sheets.findChildren(QLineEdit)
    assert [(field.text(), field.isUndoAvailable()) for field in fields] == [("", False)] * 2
    seat.press("Ctrl+B")
    assert current(seat, LANGUAGE) == "Deutsch"


def test_what_comes_from_the_visit_is_said_before(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+T")
    for text in ("+14", "+21", "930"):
        seat.type(text)
        seat.press("Tab")
    find(seat, "Termin bei")
    assert "Aus diesem Besuch steht darauf: Termin 14.12.2026, 09:30" in said(seat)
    choose(seat, "Aufenthaltserlaubnis zum Studium")
    assert "Aus diesem Besuch steht darauf: Frist 07.12.2026 · Termin 14.12.2026, 09:30" in said(seat)
    find(seat, "fikt")
    assert not any(text.startswith("Aus diesem Besuch") for text in said(seat))


def test_the_window_keeps_its_size(seat: Seat) -> None:
    before = seat.counter.size()
    seat.begin()
    seat.press("Ctrl+B", "Esc", "Ctrl+B")
    assert seat.counter.size() == before

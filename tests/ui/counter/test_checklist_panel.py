"""The list: every key and every click does what it says, and numbers stay with their papers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from counter_app.domain.visit import RowState, Tick
from counter_app.ui.counter.row_layout import WIDE_IN_EM
from tests.ui.seat import Seat


def states(seat: Seat) -> list[RowState]:
    return [row.row.tick.state for row in seat.rows()]


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("D", RowState.PRESENT),
        ("F", RowState.MISSING),
        ("U", RowState.UNCLEAR),
        ("E", RowState.NOT_NEEDED),
        ("Space", RowState.PRESENT),
    ],
)
def test_a_key_settles_the_row(seat: Seat, key: str, state: RowState) -> None:
    seat.begin()
    seat.press(key)
    assert states(seat)[0] is state
    assert seat.rows()[0].isChecked() is (state is RowState.PRESENT)


@pytest.mark.parametrize(("key", "goes_on_to"), [("D", 2), ("U", 2), ("E", 2), ("F", 1), ("Space", 1)])
def test_what_is_settled_leads_to_the_next_row_unless_a_reason_may_follow(
    seat: Seat, key: str, goes_on_to: int
) -> None:
    seat.begin()
    seat.press(key)
    assert seat.focus().startswith(f"{goes_on_to}, ")


def test_a_digit_is_the_reason_why_it_is_missing(seat: Seat) -> None:
    seat.begin()
    for digit in range(1, 8):
        seat.press("Home", *["Down"] * (digit - 1), "F", str(digit))
    reasons = list(seat.front_desk.desk.steps.content.reasons.texts)
    assert [row.row.tick for row in seat.rows()[:7]] == [Tick(RowState.MISSING, reason) for reason in reasons]


def test_the_first_reason_can_be_chosen_again(seat: Seat) -> None:
    seat.begin()
    seat.press("F", "3", "Up", "1")
    assert seat.said(1) == "1, Antragsformular, fehlt, Heute nicht dabei"
    assert seat.focus().startswith("2, ")


def test_a_digit_without_a_reason_behind_it_changes_nothing(seat: Seat) -> None:
    seat.begin()
    seat.press("1", "F", "9", "0")
    assert seat.said(1) == "1, Antragsformular, fehlt, Heute nicht dabei"


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_entf_opens_a_row_again(seat: Seat, key: str) -> None:
    seat.begin()
    seat.press("F", "3", "Up", key)
    assert states(seat)[0] is RowState.OPEN


def test_space_takes_back_what_space_has_done(seat: Seat) -> None:
    seat.begin()
    seat.press("Space", "Space")
    assert states(seat)[0] is RowState.OPEN


def test_arrows_go_from_row_to_row_and_stop_at_the_ends(seat: Seat) -> None:
    seat.begin()
    seat.press("Down", "Down")
    assert seat.focus().startswith("3, ")
    seat.press("Up")
    assert seat.focus().startswith("2, ")
    seat.press("End", "Down")
    assert seat.focus().startswith("10, ")
    seat.press("Home", "Up")
    assert seat.focus().startswith("1, ")


def test_a_key_with_ctrl_is_no_key_of_the_row(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+D", "Ctrl+E")
    assert states(seat)[0] is RowState.OPEN


def test_the_row_the_clerk_is_at_can_be_seen_as_a_whole(seat: Seat) -> None:
    seat.begin()
    for key in ("End", "Up", "F", "Home", "F", "Down", "Down", "Down"):
        seat.press(key)
        row = next(row for row in seat.rows() if row.hasFocus())
        assert row.visibleRegion().boundingRect() == row.rect(), key


def test_a_click_on_a_state_settles_and_a_second_one_takes_back(seat: Seat) -> None:
    seat.begin()
    row = seat.row(2)
    seat.click(row, row.spot("missing").rect.center())
    assert states(seat)[1] is RowState.MISSING
    assert row.hasFocus()
    seat.click(row, row.spot("copy_missing").rect.center())
    assert seat.said(2) == "2, Reisepass oder Passersatz, fehlt, Die Kopie fehlt"
    seat.click(row, row.spot("missing").rect.center())
    assert states(seat)[1] is RowState.OPEN


def test_a_click_beside_the_states_only_goes_to_the_row(seat: Seat) -> None:
    seat.begin()
    seat.click(seat.row(3), seat.row(3).plan.number.center())
    assert seat.row(3).hasFocus()
    assert set(states(seat)) == {RowState.OPEN}


def test_reasons_are_offered_only_where_the_clerk_is_and_something_is_missing(seat: Seat) -> None:
    seat.begin()
    assert not seat.row(1).plan.reasons
    seat.press("F")
    assert [spot.words for spot in seat.row(1).plan.reasons][:2] == ["1 Heute nicht dabei", "2 Abgelaufen oder zu alt"]
    assert seat.row(1).plan.reasons[0].is_chosen
    seat.press("Down")
    assert not seat.row(1).plan.reasons


def test_the_count_and_the_line_below_it_say_how_much_is_settled(seat: Seat) -> None:
    seat.begin()
    seat.press("D", "F", "Down", "D")
    seat.press("U")
    assert "4 von 10 angesehen · 1 fehlt · 1 unklar" in [
        label.text() for label in seat.counter.checklist.findChildren(QLabel)
    ]
    bar = seat.counter.checklist.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.value(), bar.maximum()) == (4, 10)


def test_the_rest_is_there_and_what_was_decided_stays(seat: Seat) -> None:
    seat.begin()
    seat.press("F", "Down", "U", "Ctrl+R")
    assert states(seat)[:3] == [RowState.MISSING, RowState.UNCLEAR, RowState.PRESENT]
    assert RowState.OPEN not in states(seat)
    seat.press("Ctrl+Z")
    assert states(seat)[2] is RowState.OPEN


def test_an_added_paper_is_missing_and_entf_takes_it_away(seat: Seat) -> None:
    seat.begin()
    seat.press("Ctrl+U")
    seat.type("heirat")
    seat.press("Return")
    assert seat.rows()[-1].accessibleName().startswith("11, Heiratsurkunde oder Partnerschaftsurkunde, fehlt, Heute")
    assert seat.rows()[-1].hasFocus(), "a reason may follow"
    seat.press("Delete")
    assert len(seat.rows()) == 10
    assert seat.focus() != ""


def test_esc_leaves_the_search_for_papers_empty(seat: Seat) -> None:
    seat.begin()
    seat.press("Down", "Ctrl+U")
    seat.type("heirat")
    seat.press("Esc")
    assert seat.focus() == "Unterlage suchen und ergänzen"
    seat.press("Esc")
    assert seat.focus().startswith("2, ")
    assert not seat.counter.checklist.papers.isVisible()


def test_before_the_matter_is_known_there_is_nothing_to_add_to(seat: Seat) -> None:
    seat.press("Ctrl+U")
    assert seat.message() == "Bitte zuerst das Anliegen wählen (F3)."
    assert not seat.counter.checklist.papers.isVisible()


@pytest.mark.parametrize("width", [700, 1366, 1920])
def test_states_stand_beside_the_name_where_there_is_room_and_below_it_where_not(seat: Seat, width: int) -> None:
    seat.begin()
    seat.counter.resize(width, 768)
    seat.press("Ctrl+L")
    row = seat.row(1)
    is_wide = row.width() >= WIDE_IN_EM * row.fontMetrics().height()
    assert (row.plan.states[0].rect.top() < row.plan.texts[0].rect.bottom()) is is_wide
    assert all(row.rect().contains(spot.rect) for spot in row.plan.states)


def test_rows_say_why_they_are_there(seat: Seat) -> None:
    seat.choose("stud")
    reasons = [row.accessibleName().rpartition(", ")[2] for row in seat.rows()]
    assert any("weil: immer" in reason for reason in reasons)
    assert any("hängt ab von: " in row.accessibleName() for row in seat.rows())


def test_a_row_that_does_not_change_is_left_alone(seat: Seat) -> None:
    seat.begin()
    before = {row.row.number: row for row in seat.rows()}
    seat.press("F", "2", "Ctrl+Z")
    assert all(row is before[row.row.number] for row in seat.rows())


def test_the_texts_of_a_row_follow_the_customers_language(seat: Seat) -> None:
    seat.begin()
    assert seat.row(1).plan.texts[1].words.text == "استمارة الطلب"
    seat.press("F2")
    seat.type("engl")
    seat.press("Return")
    assert seat.row(1).plan.texts[1].words.text == "Application form"
    seat.press("F2")
    seat.type("deut")
    seat.press("Return")
    assert all(placed.words.language is None for placed in seat.row(1).plan.texts)


def test_german_words_keep_their_order_inside_a_text_from_right_to_left(seat: Seat) -> None:
    seat.begin()
    drawn = seat.row(5).plan.texts[1]
    assert "Sperrkonto" in drawn.words.text
    assert "\u2066(Sperrkonto)\u2069" in drawn.drawn
    assert drawn.words.language is not None
    assert drawn.words.language.is_rtl


def test_the_tab_key_stops_at_one_row_only(seat: Seat) -> None:
    seat.begin()
    seat.press("Down", "Down")
    stops = [row.row.number for row in seat.rows() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [3]

"""Several people at the counter: the strip, the choice of a role, the table of all papers, whose step is undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from counter_app.domain.role import Role
from counter_app.domain.visit import RowState
from counter_app.ui.counter.matrix_dialog import MatrixDialog
from tests.ui.accessibility import clipped, spoken_name
from tests.ui.seat import Look, Seat


@pytest.fixture
def family(seat: Seat) -> Seat:
    """Four people; the first has papers in every state, the second is at hand."""
    seat.begin()
    seat.press("Ctrl+L", "D", "F", "1", "U", "E")
    for digit in ("1", "2", "2"):
        seat.press("Ctrl+D", digit, "Ctrl+1")
    seat.press("Ctrl+Shift+2")
    return seat


def buttons(seat: Seat) -> list[QAbstractButton]:
    stops = seat.counter.people.strip.tab_stops()
    return [stop for stop in stops if isinstance(stop, QAbstractButton) and stop.isCheckable()]


def people(seat: Seat) -> list[str]:
    return [spoken_name(button) for button in buttons(seat)]


def table(seat: Seat) -> MatrixDialog:
    seat.press("Ctrl+O")
    (dialog,) = seat.counter.findChildren(MatrixDialog)
    return dialog


# The strip


def test_one_person_alone_has_no_strip(seat: Seat) -> None:
    seat.begin()
    assert not seat.counter.people.isVisible()
    assert people(seat) == []


def test_the_strip_says_who_is_there_and_how_their_papers_stand(family: Seat) -> None:
    assert people(family) == [
        "Person 1 · Hauptperson, 1 fehlt · 1 unklar · 6 offen",
        "Person 2 · Ehepartner, 10 offen",
        "Person 3 · Kind, 10 offen",
        "Person 4 · Kind, 10 offen",
    ]
    assert [button.isChecked() for button in buttons(family)] == [False, True, False, False]


def test_a_person_can_be_turned_to_with_the_mouse_and_stays_pressed(family: Seat) -> None:
    third = buttons(family)[2]
    for _ in range(2):
        family.click(third)
        assert family.visit.person.number == 3
        assert third.isChecked()


def test_whoever_has_all_papers_is_done(family: Seat) -> None:
    family.press("Ctrl+R")
    assert people(family)[1] == "Person 2 · Ehepartner, alles da"


def test_before_the_matter_is_known_the_strip_says_so(seat: Seat) -> None:
    seat.press("Ctrl+D", "2")
    assert people(seat) == ["Person 1 · Hauptperson, noch kein Anliegen", "Person 2 · Kind, noch kein Anliegen"]
    assert seat.focus() == "Anliegen suchen"


def test_gaps_in_the_numbers_lead_to_the_right_person(family: Seat) -> None:
    family.press("Ctrl+L", "D", "Ctrl+Shift+D", "Ctrl+Shift+D")
    assert [person.number for person in family.visit.people] == [1, 3, 4]
    family.press("Ctrl+Shift+4")
    assert family.visit.person.number == 4
    family.press("Ctrl+Shift+2")
    assert family.message() == "Eine Person 2 gibt es in diesem Besuch nicht."
    family.click(buttons(family)[1])
    assert family.visit.person.number == 3


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("key", ["", "Ctrl+D"])
def test_nothing_is_cut_off(family: Seat, look: Look, percent: int, key: str) -> None:
    look.choose(text_percent=percent)
    if key:
        family.press(key)
    QApplication.processEvents()
    assert clipped(family.counter.people) == []
    assert family.counter.minimumSizeHint().width() <= 1366
    assert family.counter.height() <= 768


def test_another_person_begins_at_the_first_open_paper(family: Seat) -> None:
    family.press("Ctrl+L", "D", "D", "Ctrl+Shift+1")
    assert family.focus().startswith("5, ")
    family.press("Ctrl+Shift+2")
    assert family.focus().startswith("3, ")


# Roles


def test_the_roles_say_what_is_so_now(family: Seat) -> None:
    family.press("Ctrl+Shift+R")
    assert family.focus() == "Ehepartner"
    family.press("Return")
    assert family.visit.person.role is Role.SPOUSE
    family.press("Ctrl+Shift+R", "2")
    assert people(family)[1].startswith("Person 2 · Kind")


def test_a_role_by_the_mouse(family: Seat) -> None:
    family.press("Ctrl+D")
    (host,) = (
        button for button in family.counter.people.roles.tab_stops() if spoken_name(button) == "Einladende Person"
    )
    family.click(host)
    assert family.visit.person.role is Role.HOST
    assert not family.counter.people.roles.isVisible()


# Whose step


def test_undo_says_whose_step_it_takes_back(family: Seat, announced: list[str]) -> None:
    family.press("Ctrl+L", "D")
    assert family.sees("Rückgängig: Person 2")
    family.press("Ctrl+Z")
    assert announced[-1].startswith("Zurückgenommen bei Person 2 · Ehepartner: Unterlage")


def test_somebody_else_is_announced(family: Seat, announced: list[str]) -> None:
    family.press("Ctrl+Tab")
    assert announced[-1] == "Person 3 · Kind, 10 offen"


# The table of all papers


def test_the_table_says_whose_paper_stands_how(family: Seat) -> None:
    dialog = table(family)
    model = dialog.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Person 1\nHauptperson\n1 fehlt · 1 unklar · 6 offen"
    column = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert column[:4] == ["da", "fehlt", "unklar", "entfällt"]
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Reisepass oder Passersatz, Person 1, Hauptperson, ")
    assert spoken.endswith(", fehlt")
    dialog.reject()


def test_a_paper_that_somebody_does_not_need_is_a_dash(family: Seat) -> None:
    family.press("Ctrl+U")
    family.type("heirat")
    family.press("Return")
    dialog = table(family)
    model = dialog.table.model()
    row = next(
        row
        for row in range(model.rowCount())
        if str(model.headerData(row, Qt.Orientation.Vertical)).startswith("Heirats")
    )
    assert [model.index(row, place).data() for place in range(4)] == ["–", "fehlt", "–", "–"]
    dialog.table.setCurrentIndex(model.index(row, 3))
    family.press("Return")
    assert family.visit.person.number == 4


def test_enter_goes_to_the_paper_of_the_person(family: Seat) -> None:
    table(family)
    family.press("Down", "Down", "Left", "Return")
    assert family.visit.person.number == 1
    assert family.focus().startswith("3, Digitales biometrisches Lichtbild, unklar")


def test_the_table_follows_what_the_customer_taps(family: Seat) -> None:
    dialog = table(family)
    dialog.table.setCurrentIndex(dialog.table.model().index(1, 1))
    family.front_desk.desk.take(type(family.front_desk.desk.steps).rest_is_present)
    assert dialog.table.model().index(1, 1).data() == "da"
    assert dialog.table.currentIndex() == dialog.table.model().index(1, 1)
    dialog.reject()


def test_without_any_matter_there_is_no_table(seat: Seat) -> None:
    seat.press("Ctrl+O")
    assert seat.message() == "Bitte zuerst das Anliegen wählen (F3)."
    assert seat.counter.findChildren(MatrixDialog) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_the_table_fits_into_the_window(family: Seat, look: Look, percent: int) -> None:
    look.choose(text_percent=percent)
    dialog = table(family)
    assert dialog.width() <= family.counter.width()
    assert dialog.height() <= family.counter.height()
    assert dialog.table.verticalHeader().width() <= family.counter.width() * 2 // 5
    assert [spoken_name(button) for button in dialog.findChildren(QPushButton)] == ["Schließen"]
    dialog.reject()


def test_one_person_alone_has_a_table_as_well(seat: Seat) -> None:
    seat.begin()
    dialog = table(seat)
    assert dialog.table.model().columnCount() == 1
    assert dialog.table.model().rowCount() == len(seat.visit.rows)
    assert {row.tick.state for row in seat.visit.rows} == {RowState.OPEN}
    dialog.reject()

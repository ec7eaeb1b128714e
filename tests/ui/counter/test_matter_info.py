"""What the clerk reads about the matter: old law, values of the year, how it goes on; and the search by groups."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from counter_app.domain.content import Content
from counter_app.domain.role import Role
from counter_app.domain.visit import OPEN, ListRow
from counter_app.ui.counter.row_words import RowWords
from counter_app.ui.shared.picker import Choice
from tests.makers import make_document
from tests.ui.seat import Look, Seat

LAW = "Recht zu prüfen seit 20.08.2026"


def choices(seat: Seat) -> list[Choice]:
    view = seat.counter.services.picker.list
    model = view.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def current(view: QListView) -> Choice:
    choice = view.currentIndex().data(Qt.ItemDataRole.UserRole)
    assert isinstance(choice, Choice)
    return choice


# Old law


def test_old_law_is_loud_until_it_was_read_and_a_line_of_it_stays(seat: Seat) -> None:
    law = seat.counter.law
    seat.choose("stud")
    assert law.text == ""
    seat.choose("duldung")
    assert law.text.startswith(f"{LAW}\nNicht gelesen: ")
    assert law.text.endswith("\nBitte klären Sie vor dem Drucken, ob die Liste noch stimmt.")
    seat.press("Ctrl+L", "Escape")
    assert law.text == LAW
    seat.click(seat.named("Mehr"))
    assert "Nicht gelesen" in law.text


def test_another_matter_with_the_same_change_stays_read_and_the_next_person_is_told_anew(seat: Seat) -> None:
    seat.choose("duldung")
    seat.press("Escape")
    assert seat.counter.law.text == LAW
    seat.press("Ctrl+N")
    assert seat.counter.law.text == ""
    seat.choose("duldung")
    assert seat.counter.law.is_loud


def test_an_appointment_after_a_change_of_law_raises_the_banner(seat: Seat) -> None:
    seat.choose("blaue karte")
    assert seat.counter.law.text == ""
    seat.press("Ctrl+T", "Tab")
    for text in ("11.1.2027", "930"):
        seat.type(text)
        seat.press("Tab")
    assert seat.counter.law.text.startswith("Recht zu prüfen seit 01.01.2027\n")


# The matter


def test_values_of_the_year_are_in_sight_and_their_ground_is_a_key_away(seat: Seat) -> None:
    seat.choose("blaue karte")
    info = seat.counter.info
    assert "Blaue Karte EU: Mindestgehalt: 50.700 € im Jahr" in info.text
    assert "§ 18g" not in info.text
    seat.press("Ctrl+I")
    assert "gilt bis 31.12.2026" in info.text
    assert "§ 18g Abs. 1 S. 1 AufenthG" in info.text
    assert info.fold.hasFocus()
    seat.press("Ctrl+I")
    assert seat.rows()[0].hasFocus()
    assert "§ 18g" not in info.text


def test_a_value_that_nobody_could_read_says_so(seat: Seat) -> None:
    seat.choose("wohnsitzauflage")
    assert seat.counter.info.text.endswith(": nicht bekannt")


def test_the_matter_says_for_whom_it_is_and_how_it_goes_on(seat: Seat, content: Content) -> None:
    seat.choose("blaue karte")
    seat.press("Ctrl+I")
    service = content.service("blue_card")
    for text in (service.who, service.notes, service.process.duration.german, service.process.steps[0].text.german):
        assert text in seat.counter.info.text


def test_another_matter_is_folded_again_and_without_one_there_is_nothing(seat: Seat) -> None:
    seat.press("Ctrl+I")
    assert not seat.counter.info.isVisible()
    assert seat.message() == "Bitte zuerst das Anliegen wählen (F3)."
    seat.choose("blaue karte")
    seat.press("Ctrl+I")
    seat.choose("stud")
    assert "Ablauf:" not in seat.counter.info.text
    seat.press("Ctrl+N")
    assert not seat.counter.info.isVisible()


def test_a_row_says_who_brings_it_and_what_is_not_certain(seat: Seat, content: Content) -> None:
    seat.choose("fachkräfteverfahren")
    seat.press("Ctrl+1")
    why = [row.accessibleName() for row in seat.rows()]
    assert any(f"von: {content.role(Role.EMPLOYER).german}" in said for said in why)
    assert not any("unsicher" in said for said in why)
    seat.choose("baby")
    seat.press("Ctrl+1")
    unsure = [row.row.row.is_unsure for row in seat.rows() if row.row.row]
    assert [row.accessibleName().endswith("unsicher: bitte prüfen") for row in seat.rows()] == unsure
    assert any(unsure)


@pytest.mark.usefixtures("look")
def test_a_row_says_how_many_copies_are_wanted(content: Content) -> None:
    words = RowWords(content)
    tick = ListRow(1, make_document("paper", copies=2), None, OPEN)
    assert words.why(tick) == "von Ihnen ergänzt · 2 Kopien"


# The search


def test_while_nothing_is_typed_all_matters_stand_group_by_group(seat: Seat, content: Content) -> None:
    found = choices(seat)
    assert [choice.heading for choice in found if choice.heading] == [
        group.name.german for group in content.service_groups.values()
    ]
    assert {choice.thing for choice in found} == set(content.services)
    groups = [content.service(str(choice.thing)).group.id for choice in found]
    assert groups == sorted(groups, key=list(content.service_groups).index)


def test_while_one_types_the_best_stand_first_without_groups(seat: Seat) -> None:
    seat.type("heirat")
    assert not any(choice.heading for choice in choices(seat))


def test_page_down_goes_from_group_to_group_and_the_group_is_said(seat: Seat, content: Content) -> None:
    view = seat.counter.services.picker.list
    names = [group.name.german for group in content.service_groups.values()]
    seat.press("PgDown")
    assert current(view).heading == names[0]
    seat.press("PgDown", "PgDown")
    assert current(view).heading == names[2]
    assert current(view).spoken.startswith(f"{names[2]}, ")
    seat.press("Down", "PgUp")
    assert current(view).heading == names[2]
    seat.press("PgUp", "PgUp", "PgUp")
    assert current(view).heading == names[0]
    seat.press("Return")
    assert seat.visit.case.service is not None


def test_with_large_text_the_banner_leaves_room_for_the_list(seat: Seat, look: Look) -> None:
    look.choose(text_percent=200)
    seat.choose("duldung")
    seat.press("Ctrl+L")
    row = seat.rows()[0]
    assert seat.counter.law.isVisible()
    assert row.hasFocus()
    assert row.visibleRegion().boundingRect().height() > row.fontMetrics().height() * 2
    seat.press("Escape")
    assert row.visibleRegion().boundingRect().height() == row.height()

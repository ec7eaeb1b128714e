"""A family of four comes together, the clerk with the keyboard only: each has a role, a list, a slip; one cover."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from counter_app.domain.role import Role
from counter_app.domain.visit import RowState
from counter_app.ui.counter.matrix_dialog import MatrixDialog
from tests.journeys.counter_place import Place

MOST_KEYS = 200


def test_a_family_of_four_gets_a_cover_and_everybody_a_slip(place: Place) -> None:
    _worker(place)
    _spouse(place)
    _children(place)
    _what_holds_for_all(place)
    _papers_of_each(place)
    _overview(place)
    _screen(place)
    _cover_and_slips(place)
    _one_slip(place)
    _next_person(place)
    assert place.hands.keys_pressed <= MOST_KEYS


def _worker(place: Place) -> None:
    """One person first, as in every visit; no strip takes any room."""
    _language(place, "engl")
    _matter(place, "fachkraefte")
    place.press("Ctrl+3")
    assert place.visit.case.service is not None
    assert place.visit.case.service.id == "skilled_work"
    assert "Hauptperson" not in place.counter_sees()


def _spouse(place: Place) -> None:
    """One key, one digit: somebody comes along, with the same matter until another one is chosen."""
    place.press("Ctrl+D")
    assert "Wer kommt dazu?" in place.counter_sees()
    place.press("1")
    assert place.visit.case.service is not None
    assert place.visit.case.service.id == "skilled_work"
    _matter(place, "ehegattennachzug zu aus")
    place.press("Ctrl+4")
    assert "Person 1 · Hauptperson" in place.counter_sees()
    assert "Person 2 · Ehepartner" in place.counter_sees()


def _children(place: Place) -> None:
    """Of a child nobody assumes that it is grown up."""
    place.press("Ctrl+D", "2")
    _matter(place, "kindernachzug")
    assert "Alter: offen" in place.counter_sees()
    place.press("Ctrl+1", "Ctrl+D", "2", "Ctrl+1")
    people = [(person.number, person.role) for person in place.visit.people]
    assert people == [(1, Role.APPLICANT), (2, Role.SPOUSE), (3, Role.CHILD), (4, Role.CHILD)]
    assert place.visit.case.service is not None
    assert place.visit.case.service.id == "child_joins"


def _what_holds_for_all(place: Place) -> None:
    """They moved into a house of their own: told once."""
    place.press("Ctrl+Shift+1")
    place.open_fact("Wohnung")
    place.press("3")
    assert [person.row_of("mietvertrag") for person in place.visit.people] == [None] * 4
    first, second, *_ = place.visit.people
    assert first.row_of("eigentum")
    assert second.row_of("eigentum")
    place.press("Ctrl+Tab")
    assert "Wohnung: für alle gesagt: Wohnung gehört mir" in place.counter_sees()


def _papers_of_each(place: Place) -> None:
    """Each list is gone through; a step is taken back from the person at hand, and that is said."""
    for number in (1, 2, 3, 4):
        place.press(f"Ctrl+Shift+{number}", "Ctrl+L")
        assert place.visit.person.number == number
        for _ in range(number):
            place.press("F", "1")
        place.press("Ctrl+R")
    assert "Rückgängig: Person 4" in place.counter_sees()
    place.press("U", "Ctrl+Z")
    missing = [len(person.in_state(RowState.MISSING)) for person in place.visit.people]
    assert missing == [1, 2, 3, 4]
    assert "Person 3 · Kind, 3 fehlen" in place.counter_sees()
    place.press("Ctrl+T")
    place.fill("+14")
    assert len({person.case.deadline for person in place.visit.people}) == 1


def _overview(place: Place) -> None:
    """Who lacks what, at a glance; Enter goes to the paper of a person."""
    place.press("Ctrl+O")
    (dialog,) = place.counter.findChildren(MatrixDialog)
    model = dialog.table.model()
    papers = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert papers[:3] == ["Antragsformular", "Reisepass oder Passersatz", "Digitales biometrisches Lichtbild"]
    assert [model.index(0, column).data() for column in range(4)] == ["fehlt"] * 4
    place.press("Down", "Left", "Left", "Return")
    assert place.visit.person.number == 2
    assert place.focus().startswith("2, Reisepass oder Passersatz, fehlt")


def _screen(place: Place) -> None:
    """The customers see whose list it is."""
    place.press("F9")
    assert "Your documents" in place.customer_sees()
    assert "Person 2 · " in place.customer_sees()
    assert place.papers() == place.rows()
    place.press("Ctrl+Tab")
    assert "Person 3 · " in place.customer_sees()
    assert place.papers() == place.rows()


def _cover_and_slips(place: Place) -> None:
    """One print: the cover, then a slip for each from a new page on, with just what this person lacks."""
    place.print_sheet()
    pages = _pages(place.made[-1])
    cover, *slips = _by_sheet(pages)
    assert cover.startswith("Ausländerbehörde")
    assert "Deckblatt für die Akte" in cover
    papers = ("Antragsformular", "Reisepass", "Digitales biometrisches Lichtbild", "Bisheriger Aufenthaltstitel")
    places = [cover.index(paper) for paper in papers]
    assert places == sorted(places)
    assert len(slips) == 4
    for person, slip in zip(place.visit.people, slips, strict=True):
        assert f"Person {person.number} · " in slip
        for row in person.rows:
            is_missing = row.tick.state is RowState.MISSING
            assert (f"{row.number} {row.document.name.german}" in slip) is is_missing
    assert not place.visit.has_unprinted


def _one_slip(place: Place) -> None:
    """Or the slip of the person at hand alone."""
    place.press("Ctrl+L", "Home")
    place.open_preview()
    preview = place.preview()
    assert preview is not None
    (choice,) = (box for box in preview.findChildren(QComboBox) if box.accessibleName() == "Was gedruckt wird")
    assert [choice.itemText(place) for place in range(choice.count())] == [
        "Alle Personen mit Deckblatt",
        "Nur Person 3 · Kind",
    ]
    place.press("Alt+W", "Down")
    place.hands.wait(lambda: len(place.made) == 3 and place.front_desk.sheets.is_shown())
    assert "Deckblatt" not in place.sheet()
    assert "Person 3 · " in place.sheet()
    place.press("Return")
    place.hands.wait(lambda: place.preview() is None)


def _next_person(place: Place) -> None:
    """Everybody is forgotten at once."""
    place.press("Ctrl+N")
    assert place.visit.is_empty
    assert "Person 2" not in place.counter_sees()
    assert "Person 2" not in place.customer_sees()


def test_somebody_who_has_no_slip_yet_is_asked_for_before_all_is_wiped(place: Place) -> None:
    _language(place, "engl")
    _matter(place, "fachkraefte")
    place.press("Ctrl+L", "F", "Ctrl+D", "1", "Ctrl+L", "F", "1", "F", "1")
    place.press("Ctrl+N")
    assert place.message() == "3 Unterlagen stehen noch auf keinem gedruckten Blatt. Wirklich löschen?"
    place.press("Esc")
    assert len(place.visit.people) == 2
    place.press("Ctrl+N", "Ctrl+N")
    assert place.visit.is_empty


def test_removing_somebody_is_asked_for_and_no_other_key_answers(place: Place) -> None:
    _matter(place, "fachkraefte")
    place.press("Ctrl+L", "F", "Ctrl+D", "1", "Ctrl+Shift+D")
    assert place.message().startswith("Person 2 · Ehepartner entfernen?")
    place.press("Ctrl+N")
    assert place.message().startswith("Eine Unterlage") or "Wirklich löschen?" in place.message()
    assert len(place.visit.people) == 2
    place.press("Ctrl+Shift+D")
    assert len(place.visit.people) == 2, "the other question was not answered by this key"
    place.press("Ctrl+Shift+D")
    assert [person.number for person in place.visit.people] == [1]


def test_another_role_by_one_digit(place: Place) -> None:
    _matter(place, "fachkraefte")
    place.press("Ctrl+D", "1", "Ctrl+Shift+R")
    assert "Wer ist Person 2?" in place.counter_sees()
    place.press("3")
    assert place.visit.person.role is Role.PARENT
    assert "Person 2 · Elternteil" in place.counter_sees()


@pytest.mark.parametrize("keys", [("Ctrl+D", "Esc"), ("Ctrl+D", "F2", "Esc")])
def test_nobody_comes_along_by_mistake(place: Place, keys: tuple[str, ...]) -> None:
    place.press(*keys)
    assert len(place.visit.people) == 1
    assert "Wer kommt dazu?" not in place.counter_sees()


def test_the_overview_ends_with_the_visit(place: Place) -> None:
    _matter(place, "fachkraefte")
    place.press("Ctrl+O")
    assert QApplication.activeModalWidget() is not None
    place.front_desk._end()  # noqa: SLF001 - what an idle counter does by itself
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None


def _language(place: Place, letters: str) -> None:
    place.press("F2")
    place.type(letters)
    place.press("Return")


def _matter(place: Place, letters: str) -> None:
    place.press("F3")
    place.type(letters)
    place.press("Return")


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def _by_sheet(pages: list[str]) -> list[str]:
    """The pages of each sheet as one text: every sheet begins with the office."""
    sheets: list[str] = []
    for page in pages:
        if "Seite 1/" in page:
            sheets.append(page)
        else:
            sheets[-1] += f" {page}"
    return sheets

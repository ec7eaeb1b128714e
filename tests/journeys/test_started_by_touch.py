"""The customer begins: everything by tap on the second screen, until the clerk takes over."""

from PySide6.QtWidgets import QApplication

from tests.journeys.counter_place import Place

PARENTS = "Erklärung und Einkommen der Eltern"


def test_a_customer_gets_to_the_matter_without_the_clerk(place: Place) -> None:
    place.tap("English")
    assert "English · Englisch" in place.counter_sees()
    place.tap("Work")
    assert "EU Blue Card" in place.tiles()
    place.tap("Back")
    place.tap("Study and vocational training")
    place.tap("Residence permit for studying")
    assert "One moment, please" in place.customer_sees()
    assert place.heard() == "Was brauchen Sie heute? → Aufenthaltserlaubnis zum Studium"
    assert "§ 16b AufenthG" in place.counter_sees()
    assert len(place.rows()) > 20
    assert place.hands.keys_pressed == 0


def test_taps_leave_the_keyboard_with_the_clerk(place: Place) -> None:
    for name in ("English", "Study and vocational training", "Residence permit for studying", "Once more, please"):
        place.tap(name)
        assert QApplication.activeWindow() is place.counter
        assert place.focus() == "Anliegen suchen"
    place.press("Ctrl+1", "F9", "D")
    assert place.row(1).startswith("1, Antragsformular, da")
    assert place.papers() == place.rows()


def test_who_does_not_know_is_heard(place: Place) -> None:
    place.tap("English")
    place.tap("I do not know")
    assert place.heard() == "Was brauchen Sie heute? → Ich weiß es nicht"
    assert "One moment, please" in place.customer_sees()
    place.tap("With an interpreter, please")
    assert place.heard() == "Die Person sagt: Ich brauche jemanden, der dolmetscht"


def test_an_answer_is_corrected_by_another_tap(place: Place) -> None:
    place.tap("English")
    place.press("F3")
    place.type("stud")
    place.press("Return", "F4")
    place.tap("Scholarship")
    place.tap("My parents pay")
    assert place.heard() == "", "several answers are possible, so nothing is said yet"
    place.tap("Done")
    assert place.heard().startswith("Wovon leben Sie? → Stipendium · ")
    assert "Stipendienbescheid" in place.rows().values()
    assert PARENTS in place.rows().values()
    place.tap("My parents pay")
    place.tap("Done")
    assert place.heard() == "Wovon leben Sie? → Stipendium"
    assert PARENTS not in place.rows().values()

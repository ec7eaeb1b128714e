"""A whole visit, the clerk with the keyboard only: a student renews her permit; she reads English."""

from datetime import date, datetime

from counter_app.domain.sheet import Appointment
from tests.journeys.counter_place import Place

CONTRACT = "Untermietvertrag mit Zustimmung der Vermieterin oder des Vermieters"
DORMITORY = "Wohnheimvertrag"
MOST_KEYS = 160
WHEN = datetime(2026, 12, 14, 9, 30)  # noqa: DTZ001 - the office's own wall clock


def test_a_visit_from_the_language_to_the_next_person_by_keyboard_alone(place: Place) -> None:
    _languages(place)
    _matter(place)
    _facts(place)
    _question(place)
    _list(place)
    _papers(place)
    _sentence(place)
    _deadline_and_appointment(place)
    _paper(place)
    _is_all_clear(place)
    _next_person(place)
    assert place.hands.keys_pressed <= MOST_KEYS


def _languages(place: Place) -> None:
    """The customer points, the clerk chooses."""
    assert "Deutsch" in place.tiles()
    assert "Bitte tippen Sie auf Ihre Sprache." in place.customer_sees()
    assert place.focus() == "Anliegen suchen"
    place.press("F2")
    place.type("engl")
    place.press("Return")
    assert "English · Englisch" in place.counter_sees()
    assert "What do you need today?" in place.customer_sees()
    assert "Study and vocational training" in place.tiles()
    assert place.focus() == "Anliegen suchen"


def _matter(place: Place) -> None:
    """A few letters, and there is a list whose rows say what they depend on."""
    place.press("F3")
    place.type("stud")
    place.press("Return")
    assert "§ 16b AufenthG" in place.counter_sees()
    assert "hängt ab von: " in place.counter_sees()
    assert "Gebühr hängt ab von: " in place.counter_sees()
    assert len(place.rows()) > 20
    assert place.focus() != ""


def _facts(place: Place) -> None:
    """A typical case in one key; then one of its facts is another one. What is assumed can be seen."""
    place.press("Ctrl+1")
    before = place.rows()
    assert list(before) == list(range(1, 11))
    assert before[8] == CONTRACT
    assert "0 von 10 angesehen" in place.counter_sees()
    assert "Express-Karte: angenommen: Nein" in place.counter_sees()
    assert place.focus().startswith("1, Antragsformular, offen")
    place.open_fact("Wohnung")
    place.press("4")
    assert "Wohnung: Wohnheim" in place.counter_sees()
    assert place.rows() == {**{number: name for number, name in before.items() if number != 8}, 11: DORMITORY}


def _question(place: Place) -> None:
    """One answer is open again; one key asks the person, a tap answers, and it comes back in German."""
    place.open_fact("Krankenversicherung")
    place.tab_to("Angabe zurücknehmen")
    place.press("Space")
    assert "hängt ab von: Krankenversicherung" in place.counter_sees()
    place.press("F4")
    assert "What health insurance do you have?" in place.customer_sees()
    assert "Wie sind Sie krankenversichert?" in place.customer_sees()
    place.tap("Statutory health insurance fund")
    assert place.heard() == "Wie sind Sie krankenversichert? → Gesetzliche Krankenkasse"
    assert "Krankenversicherung: Gesetzliche Krankenkasse" in place.counter_sees()
    assert place.tile("Statutory health insurance fund").isChecked()


def _list(place: Place) -> None:
    """n is n on both screens."""
    place.press("F9")
    assert "Your documents" in place.customer_sees()
    assert place.papers() == place.rows()


def _papers(place: Place) -> None:
    """Rows are ticked, one with a reason; one paper is added; the rest is there."""
    place.press("Ctrl+L", "D", "D", "F", "2", "U", "F")
    place.press("Ctrl+U")
    place.type("heirat")
    place.press("Return")
    added = max(place.rows())
    assert place.rows()[added].startswith("Heirats")
    place.press("Ctrl+R")
    assert place.row(3).startswith("3, Digitales biometrisches Lichtbild, fehlt, Abgelaufen oder zu alt")
    assert place.row(4).split(", ")[-2] == "unklar"
    assert place.row(5).startswith("5, Bestätigung des Sperrkontos, fehlt, Heute nicht dabei")
    assert f"{len(place.rows())} von {len(place.rows())} angesehen" in place.counter_sees()
    assert place.papers() == place.rows()
    assert "2 / 2" in place.customer_sees(), "the page with the paper that was ticked last"
    place.press("Ctrl+PgUp")
    for shown in (
        "1 / 2",
        "1; Application form; It is here",
        "Still missing; Expired or too old",
        "We are still checking this",
    ):
        assert shown in place.customer_sees()


def _sentence(place: Place) -> None:
    """A phrase with a slot: a few letters, Enter, the slot, Enter."""
    place.press("Ctrl+F")
    place.type("in zimmer")
    place.press("Return")
    assert place.focus() == "Zimmer"
    place.type("1.07")
    place.press("Return")
    assert "1.07" in place.customer_sees()
    assert "Bitte gehen Sie in Zimmer 1.07." in place.customer_sees()
    assert place.focus() == "Satz suchen"


def _deadline_and_appointment(place: Place) -> None:
    """Typed short, shown long."""
    place.press("Ctrl+T")
    for text in ("+14", "+21", "930", "2.14"):
        place.fill(text)
    assert place.visit.case.deadline == date(2026, 12, 7)
    assert place.visit.case.appointment == Appointment(WHEN, "2.14")
    assert "07.12.2026" in place.counter_sees()
    assert "Gebühr 93,00 €" in place.counter_sees()


def _paper(place: Place) -> None:
    """The sheet says what is missing, under the same numbers, and nothing of the rest."""
    place.print_sheet()
    text = place.sheet()
    for number, name in place.rows().items():
        is_on_it = number in {3, 4, 5, max(place.rows())}
        assert (f"{number} {name}" in text) is is_on_it, text
    for said in ("These documents are still missing", "07.12.2026", "14.12.2026", "09:30", "2.14", "93,00 €"):
        assert said in text
    assert place.printers.opened == ["Zimmer 2.14"]
    assert place.printers.paper.stat().st_size > 0
    assert not place.visit.has_unprinted


def _is_all_clear(place: Place) -> None:
    place.press("Ctrl+K")
    assert "Is everything clear?" in place.customer_sees()
    place.tap("Yes, everything is clear")
    assert place.heard() == "Ist alles klar? → Ja, alles klar"


def _next_person(place: Place) -> None:
    """All is printed, so nobody asks; both windows are as at the start."""
    place.press("Ctrl+N")
    assert place.visit.is_empty
    assert place.rows() == place.papers() == {}
    assert place.message() == place.heard() == ""
    assert "Deutsch" in place.tiles()
    assert "Sprache wählen" in place.counter_sees()
    assert place.focus() == "Anliegen suchen"

"""A list whose law changes between today and the appointment: it holds on the day on which the papers are handed in."""

from pathlib import Path

import pytest

from counter_app.system import paths
from tests.content.copies import copied_content, edit
from tests.journeys.counter_place import DESK, TOUCH, Open, Place

ENROLMENT, CERTIFICATES = "Immatrikulationsbescheinigung", "Schulzeugnisse"
STUDY, WATCH = "forms/services/study.toml", "forms/watch.toml"
OLD_ROW = 'document = "immatrikulation"\nwhen = "enrolled"\n'
NEW_ROW = """
[[requirement]]
document = "zeugnisse"
when = "always"
valid_from = 2026-12-01
confidence = "low"
source = "x"
"""
NEW_WATCH = """
[[watch]]
id = "studying"
from = 2026-12-01
text = "Das Studium wird neu geregelt."
services = ["study"]
source = "x"
"""


@pytest.fixture
def place(open_place: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The counter of an office where students need certificates from December on, and no enrolment any more."""
    folders = copied_content(tmp_path / "new_law")
    edit(folders.path(STUDY), OLD_ROW, f"{OLD_ROW}valid_to = 2026-11-30\n")
    for name, lines in ((STUDY, NEW_ROW), (WATCH, NEW_WATCH)):
        path = folders.path(name)
        path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    monkeypatch.setattr(paths, "content_folders", lambda: folders)
    return open_place(DESK, TOUCH)


def papers(place: Place) -> str:
    return "\n".join(place.rows().values())


def agree_on(place: Place, day: str) -> None:
    place.press("Ctrl+T", "Tab")
    for text in (day, "930", "2.14"):
        place.fill(text)


def test_the_list_is_the_one_of_the_day_on_which_the_papers_are_handed_in(place: Place) -> None:
    _todays_list(place)
    _appointment_under_old_law(place)
    _appointment_under_new_law(place)
    _what_the_customer_gets(place)
    _back_to_old_law(place)
    place.press("Ctrl+N", "Ctrl+N")
    assert place.visit.is_empty
    assert place.message() == ""


def _todays_list(place: Place) -> None:
    """Today nobody needs what is wanted from December on."""
    place.press("F2")
    place.type("engl")
    place.press("Return", "F3")
    place.type("stud")
    place.press("Return", "Ctrl+1")
    assert ENROLMENT in papers(place)
    assert CERTIFICATES not in papers(place)


def _appointment_under_old_law(place: Place) -> None:
    """Another day alone changes nothing and says nothing."""
    agree_on(place, "30.11.2026")
    assert place.visit.case.appointment is not None
    assert ENROLMENT in papers(place)
    assert place.message() == ""
    assert place.counter.law.text == ""


def _appointment_under_new_law(place: Place) -> None:
    """On 10 December other law applies: the list is that of the day, and the clerk is told."""
    before = place.rows()
    agree_on(place, "10.12.2026")
    assert place.message() == (
        "Am 10.12.2026 gilt anderes Recht: 1 Zeile neu, 1 Zeile entfallen. "
        "Die Liste gilt jetzt für den Tag des Termins."
    )
    assert ENROLMENT not in papers(place)
    assert CERTIFICATES in papers(place)
    assert place.counter.law.text.startswith("Recht zu prüfen seit 01.12.2026\nDas Studium wird neu geregelt.")
    kept = {number: paper for number, paper in place.rows().items() if number in before}
    assert kept.items() <= before.items(), "a number never means another paper"
    assert max(place.rows()) > max(before)


def _what_the_customer_gets(place: Place) -> None:
    """The sheet says what is wanted on that day, and that somebody must look at the law."""
    place.open_preview()
    assert CERTIFICATES in place.sheet()
    assert ENROLMENT not in place.sheet()
    assert "Das Gesetz kann sich seit dem 01.12.2026 geändert haben." in place.sheet()
    place.press("Escape")


def _back_to_old_law(place: Place) -> None:
    """One key takes the appointment back: the list is that of the day before, and the clerk is told again."""
    place.press("Ctrl+L", "Ctrl+Z")
    assert place.message().startswith("Am 30.11.2026 gilt anderes Recht: 1 Zeile neu, 1 Zeile entfallen.")
    assert ENROLMENT in papers(place)
    assert CERTIFICATES not in papers(place)

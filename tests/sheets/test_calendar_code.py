"""The appointment for the phone: what the code holds, and what it cannot hold."""

import re
from dataclasses import replace

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import SheetError
from counter_app.domain.sheet import Appointment
from counter_app.sheets.calendar_code import MASK, MOST_BYTES, calendar_matrix, calendar_text
from tests.sheets.slips import APPOINTMENT, checklist_of, order_of, print_slip, read, shipped

OFFICE = "Landratsamt Musterkreis, Ausländerbehörde"
SIGNS = {"\\\\": "\\", "\\,": ",", "\\;": ";", "\\n": "\n"}


def read_calendar(text: str) -> list[tuple[str, str]]:
    """Name and value of each content line (RFC 5545), with escapes taken back."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert not any("\r" in line or "\n" in line for line in lines)
    return [(name, unescaped(value)) for name, _, value in (line.partition(":") for line in lines)]


def unescaped(value: str) -> str:
    found, place = "", 0
    while place < len(value):
        sign = SIGNS.get(value[place : place + 2])
        assert sign is not None or value[place] not in "\\,;"
        found += sign or value[place]
        place += 2 if sign else 1
    return found


def event(appointment: Appointment, office: str) -> dict[str, str]:
    """The fields of the one event."""
    lines = read_calendar(calendar_text(appointment, office))
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert lines[1] == ("VERSION", "2.0")
    assert lines[2][0] == "PRODID"
    assert lines[3] == ("BEGIN", "VEVENT")
    assert lines[-2:] == [("END", "VEVENT"), ("END", "VCALENDAR")]
    fields = dict(lines[4:-2])
    assert len(fields) == len(lines) - 6
    return fields


def test_a_phone_learns_when_and_where() -> None:
    fields = event(APPOINTMENT, OFFICE)
    assert fields["DTSTART"] == "20261210T093000"
    assert fields["SUMMARY"] == OFFICE
    assert fields["LOCATION"] == "Zimmer 2.14"


def test_an_event_has_what_the_standard_asks_for() -> None:
    fields = event(APPOINTMENT, OFFICE)
    assert fields["UID"]
    assert re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", fields["DTSTAMP"])


def test_without_a_room_no_place_is_named() -> None:
    assert "LOCATION" not in event(Appointment(APPOINTMENT.start, ""), OFFICE)


def test_another_appointment_is_another_event() -> None:
    later = replace(APPOINTMENT, start=APPOINTMENT.start.replace(hour=10))
    elsewhere = replace(APPOINTMENT, room="3.01")
    marks = {event(one, OFFICE)["UID"] for one in (APPOINTMENT, later, elsewhere)}
    assert len(marks | {event(APPOINTMENT, "Stadt")["UID"]}) == 4
    assert event(APPOINTMENT, OFFICE)["UID"] in marks


@given(st.text("aÄ,;\\n\n\r\u2028: ", max_size=20), st.text("a1,;\\n\n\r. ", min_size=1, max_size=10))
def test_signs_of_the_format_and_line_breaks_are_escaped(office: str, room: str) -> None:
    fields = event(Appointment(APPOINTMENT.start, room), office)
    assert fields["SUMMARY"] == "\n".join(office.splitlines())
    assert fields["LOCATION"] == "\n".join(f"Zimmer {room}".splitlines())


def test_a_usual_appointment_is_far_below_the_limit() -> None:
    assert len(calendar_text(APPOINTMENT, OFFICE).encode()) < MOST_BYTES * 0.75


def test_what_fits_exactly_is_taken_and_one_byte_more_is_refused() -> None:
    room_left = MOST_BYTES - len(calendar_text(APPOINTMENT, "").encode())
    assert calendar_matrix(APPOINTMENT, "A" * room_left)
    with pytest.raises(SheetError, match=r"zu lang für den QR-Code\. Bitte"):
        calendar_matrix(APPOINTMENT, "A" * (room_left + 1))


def test_bytes_count_and_not_letters() -> None:
    room_left = MOST_BYTES - len(calendar_text(APPOINTMENT, "").encode())
    with pytest.raises(SheetError):
        calendar_matrix(APPOINTMENT, "Ä" * (room_left // 2 + 1))


def test_the_code_is_a_square_of_dark_and_light_as_segno_draws_it() -> None:
    matrix = calendar_matrix(APPOINTMENT, OFFICE)
    code = segno.make(calendar_text(APPOINTMENT, OFFICE).encode(), error="m", mask=MASK, micro=False, boost_error=False)
    assert [list(row) for row in matrix] == [[int(module) for module in row] for row in code.matrix]
    assert code.error == "M"
    assert {len(row) for row in matrix} == {len(matrix)}


def test_without_an_appointment_there_is_no_code() -> None:
    order = order_of(checklist_of("study"))
    code = shipped().labels["label/qr_alternative"].german
    with_code, without = (
        [figure.text for figure in read(print_slip(one).pdf).every("Figure")]
        for one in (order, replace(order, appointment=None))
    )
    assert code in with_code
    assert code not in without

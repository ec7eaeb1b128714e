"""The appointment as a QR code that a phone puts into its calendar."""

import hashlib
from collections.abc import Sequence

import segno

from counter_app.domain.errors import SheetError
from counter_app.domain.sheet import Appointment

MASK = 3
MOST_BYTES = 400
"""More makes modules too small for a phone camera at the size that fits the slip."""


def calendar_matrix(appointment: Appointment, office: str) -> Sequence[Sequence[int]]:
    """The modules of the code, row by row, without quiet zone.

    Raises:
        SheetError: the text is too long for a code that phones can read.
    """
    data = calendar_text(appointment, office).encode()
    if len(data) > MOST_BYTES:
        detail = "Name des Amts und Zimmer sind zu lang für den QR-Code. Bitte in der Büro-Datei kürzer schreiben."
        raise SheetError(detail)
    # A fixed mask: trying all eight and scoring them takes longer than the rest of the sheet, and phones read each.
    code = segno.make_qr(data, error="m", mask=MASK, boost_error=False)
    return [[int(module) for module in row] for row in code.matrix]


def calendar_text(appointment: Appointment, office: str) -> str:
    """The appointment as iCalendar (RFC 5545); the time is the office's own wall clock."""
    start = f"{appointment.start:%Y%m%dT%H%M%S}"
    mark = hashlib.sha256(f"{start} {office} {appointment.room}".encode()).hexdigest()[:12]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:Schalterlotse",
        "BEGIN:VEVENT",
        f"UID:{mark}",
        f"DTSTAMP:{start}Z",
        f"DTSTART:{start}",
        f"SUMMARY:{_escaped(office)}",
        *([f"LOCATION:{_escaped(f'Zimmer {appointment.room}')}"] if appointment.room else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines) + "\r\n"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())

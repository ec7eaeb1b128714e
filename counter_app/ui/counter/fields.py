"""Fields for what a clerk types in a hurry: dates and times, short or long."""

import re
from datetime import date, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.domain.slots import german_date, german_time

_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d{2}|\d{4})?", re.ASCII)
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?", re.ASCII)
_AHEAD = re.compile(r"\+\s*(\d{1,3})\s*([tw]?)", re.ASCII | re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:[:.,]?(\d{2}))?(?:\s*uhr)?", re.ASCII | re.IGNORECASE)
CENTURY = 2000
LAST_HOUR, LAST_MINUTE = 23, 59
MOST_YEARS = 8
"""From one leap day to the next there may be eight years."""


def read_date(text: str, today: date) -> date | None:
    """A day as clerks type it: ``3.12.``, ``03.12.2026``, ``0312``, ``+14`` (days), ``+2w``; None if it is none.

    Without a year the next such day is meant; years before 2000 are a slip of the finger.
    """
    text = text.strip()
    if ahead := _AHEAD.fullmatch(text):
        return _later(today, int(ahead[1]) * (7 if ahead[2].lower() == "w" else 1))
    found = _DATE.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year is None:
        coming = (_day(today.year + ahead, month, day) for ahead in range(MOST_YEARS + 1))
        return next((found_day for found_day in coming if found_day is not None and found_day >= today), None)
    if len(year) == len("26"):
        return _day(CENTURY + int(year), month, day)
    return _day(int(year), month, day) if int(year) >= CENTURY else None


def read_issue_date(text: str, today: date) -> date | None:
    """The day on which a paper was issued: ``3.11.26``, ``3.11.``, ``031126``; None if it is none.

    Without a year the last such day is meant, today included; a year of two digits is one that has come.
    """
    text = text.strip()
    found = _DATE.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        return None
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year is None:
        gone = (_day(today.year - back, month, day) for back in range(MOST_YEARS + 1))
        return next((found_day for found_day in gone if found_day is not None and found_day <= today), None)
    if len(year) == len("26"):
        return _day(CENTURY + int(year) - (100 if CENTURY + int(year) > today.year else 0), month, day)
    return _day(int(year), month, day)


def read_time(text: str) -> time | None:
    """A time of day as clerks type it: ``9``, ``930``, ``9:30``, ``9.30 Uhr``; None if it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > LAST_HOUR or int(found[2] or 0) > LAST_MINUTE:
        return None
    return time(int(found[1]), int(found[2] or 0))


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateField(QLineEdit):
    """A day, typed short and shown long.

    Signals:
        entered: the day, or None once the field is empty.
        misread: the text that is no day. passed: a day that is over.
    """

    entered = Signal(object)
    misread = Signal(str)
    passed = Signal(str)

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("TT.MM.JJJJ"))
        self.setAccessibleDescription(self.tr("Zum Beispiel 3.12. oder +14 für in 14 Tagen"))
        self.setToolTip(self.accessibleDescription())
        self.editingFinished.connect(self.take_over)

    def show_day(self, day: date | None) -> None:
        """Show a day without telling anybody."""
        self.setText(german_date(day) if day else "")

    def day(self) -> date | None:
        """The day in the field, if it is one that is not over."""
        day = read_date(self.text(), self._today)
        return None if day is None or day < self._today else day

    def set_today(self, today: date) -> None:
        """The day from which short input counts."""
        self._today = today

    def take_over(self) -> None:
        """Read what stands there, as leaving the field does."""
        text = self.text().strip()
        day = self.day()
        if text and day is None:
            over = read_date(text, self._today)
            if over is None:
                self.misread.emit(text)
            else:
                self.passed.emit(german_date(over))
            return
        self.show_day(day)
        self.entered.emit(day)


class TimeField(QLineEdit):
    """A time of day.

    Signals:
        entered: the time, or None once the field is empty.
        misread: the text that is no time.
    """

    entered = Signal(object)
    misread = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Std:Min"))
        self.setAccessibleDescription(self.tr("Zum Beispiel 930 oder 14:15"))
        self.setToolTip(self.accessibleDescription())
        self.editingFinished.connect(self.take_over)

    def show_time(self, moment: time | None) -> None:
        """Show a time without telling anybody."""
        self.setText(german_time(moment) if moment else "")

    def time(self) -> time | None:
        """The time in the field, if it is one."""
        return read_time(self.text())

    def take_over(self) -> None:
        """Read what stands there, as leaving the field does."""
        text = self.text().strip()
        moment = self.time()
        if text and moment is None:
            self.misread.emit(text)
            return
        self.show_time(moment)
        self.entered.emit(moment)

"""Fields for the slots of a phrase: what is typed short is shown long, as on paper."""

import re
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.domain.slots import german_amount, german_date, german_time
from counter_app.ui.counter.fields import read_date, read_time

_AMOUNT = re.compile(r"\d{1,6}(?:,\d{1,2})?", re.ASCII)
_COUNT = re.compile(r"[1-9]\d{0,2}", re.ASCII)


def read_slot(slot: str, text: str, today: date) -> str | None:
    """What was typed for a slot, in the one format of both languages; None if it cannot be read."""
    text = text.strip()
    match slot:
        case "date":
            day = read_date(text, today)
            return german_date(day) if day else None
        case "time" | "time_to":
            moment = read_time(text)
            return german_time(moment) if moment else None
        case "amount":
            euros = text.removesuffix("€").strip()
            is_amount = _AMOUNT.fullmatch(euros)
            return german_amount(Decimal(euros.replace(",", "."))).removesuffix(" €") if is_amount else None
        case "minutes" | "weeks":
            return text if _COUNT.fullmatch(text) else None
        case _:
            return text or None


class SlotNames(QObject):
    """What slots are called, and how they are filled."""

    def name(self, slot: str) -> str:
        """The name of a slot."""
        names = {
            "amount": self.tr("Betrag"),
            "date": self.tr("Datum"),
            "document": self.tr("Unterlage"),
            "email": self.tr("E-Mail"),
            "minutes": self.tr("Minuten"),
            "number": self.tr("Nummer"),
            "office": self.tr("Amt"),
            "office_address": self.tr("Adresse"),
            "phone": self.tr("Telefon"),
            "room": self.tr("Zimmer"),
            "time": self.tr("Uhrzeit"),
            "time_to": self.tr("bis Uhrzeit"),
            "weeks": self.tr("Wochen"),
        }
        return names[slot]

    def example(self, slot: str) -> str:
        """How it can be typed; empty where anything goes."""
        examples = {
            "amount": self.tr("Zum Beispiel 93 oder 28,80"),
            "date": self.tr("Zum Beispiel 3.12. oder +14 für in 14 Tagen"),
            "minutes": self.tr("Eine Zahl, zum Beispiel 20"),
            "time": self.tr("Zum Beispiel 930 oder 14:15"),
            "time_to": self.tr("Zum Beispiel 930 oder 14:15"),
            "weeks": self.tr("Eine Zahl, zum Beispiel 6"),
        }
        return examples.get(slot, "")


class SlotField(QLineEdit):
    """A slot to type into.

    Args:
        names: what it is called.
    """

    def __init__(self, slot: str, text: str, names: SlotNames, today: date, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._slot, self._today = slot, today
        self.setAccessibleName(names.name(slot))
        self.setAccessibleDescription(names.example(slot))
        self.setPlaceholderText(names.example(slot))

    @property
    def value(self) -> str | None:
        """What was typed, as it is shown; None while it is empty or cannot be read."""
        return read_slot(self._slot, self.text(), self._today)

"""What the paper clock says about a row of the list."""

from PySide6.QtCore import QObject

from counter_app.domain.document import Age
from counter_app.domain.office import Office
from counter_app.domain.paper_clock import PaperTime
from counter_app.domain.slots import german_date
from counter_app.domain.visit import ListRow


class PaperWords(QObject):
    """Puts the time of a paper into words.

    Args:
        office: says how long before a card ends it wants the application for the next one.
    """

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office

    def said(self, row: ListRow) -> str:
        """Until when the paper counts; empty while nobody told the day that stands on it."""
        if row.time is None:
            return ""
        return self._of_card(row.time) if row.time.age is None else self._of_age(row.time, self.age(row.time.age))

    def age(self, age: Age) -> str:
        """„3 Monate“."""
        return self.tr("%n Tag(e)", "", age.days) if age.days else self.tr("%n Monat(e)", "", age.months)

    def asked(self, row: ListRow) -> str:
        """What the clerk may tell about the paper: „Ausgestellt am“."""
        return self.tr("Gültig bis") if row.document.expires else self.tr("Ausgestellt am")

    def _of_age(self, time: PaperTime, age: str) -> str:
        if not time.is_over:
            text = self.tr("ausgestellt {issued}, gilt bis {last}")
            return text.format(issued=german_date(time.told), last=german_date(time.last))
        if time.is_appointment:
            text = self.tr("am Tag des Termins {on} zu alt (höchstens {age}, gilt bis {last})")
        else:
            text = self.tr("heute zu alt (höchstens {age}, galt bis {last})")
        return text.format(on=german_date(time.on), age=age, last=german_date(time.last))

    def _of_card(self, time: PaperTime) -> str:
        """A card that ends early is still brought; what matters is when the next one is asked for."""
        last = german_date(time.last)
        if time.is_over:
            if time.is_appointment:
                return self.tr("läuft vor dem Termin ab (gültig bis {last})").format(last=last)
            return self.tr("abgelaufen (gültig bis {last})").format(last=last)
        first = german_date(time.renewal_from(self._office.renewal_months))
        return self.tr("gültig bis {last} · Verlängerung ab {first}").format(last=last, first=first)

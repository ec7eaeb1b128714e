"""What is special about a day, in words for the clerk."""

from datetime import date

from PySide6.QtCore import QObject

from counter_app.domain.calendar import SATURDAY, Calendar, DayKind


class DayWords(QObject):
    """Puts the mark of a day into words: „Samstag“, „Buß- und Bettag (Feiertag in Sachsen)“."""

    def __init__(self, calendar: Calendar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calendar = calendar

    def said(self, day: date) -> str:
        """What is special about a day; empty for one like any other."""
        mark = self._calendar.mark(day)
        if mark is None:
            return ""
        if mark.kind is DayKind.WEEKEND:
            return self.tr("Samstag") if day.weekday() == SATURDAY else self.tr("Sonntag")
        lands = self.tr(" und ").join(land.german for land in mark.lands)
        if mark.kind is DayKind.LOCAL_HOLIDAY:
            where = self.tr("Feiertag nur in manchen Gemeinden")
        else:
            where = self.tr("Feiertag in {land}").format(land=lands) if lands else self.tr("Feiertag")
        return self.tr("{name} ({where})").format(name=mark.name, where=where)

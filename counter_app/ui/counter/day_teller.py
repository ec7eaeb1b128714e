"""Says what another day of the appointment does: other law, papers that will be too old."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from counter_app.domain.law_change import LawChange, law_change
from counter_app.domain.slots import german_date
from counter_app.domain.visit import Person, Visit
from counter_app.ui.counter.people_words import PeopleWords


class DayTeller(QObject):
    """Compares the lists of each person before and after a step: „Am 15.01.2027 gilt anderes Recht: 1 Zeile neu.“."""

    def __init__(self, people: PeopleWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = people

    def told(self, before: Visit, visit: Visit) -> str:
        """What happened to the lists because they are for another day now; empty where nothing did."""
        known = {person.number: person for person in before.people}
        pairs = ((known[person.number], person) for person in visit.people if person.number in known)
        said = []
        for then, now in pairs:
            text = " ".join(self._said(then, now))
            if text:
                said.append(f"{self._people.name(now)}: {text}" if visit.is_family else text)
        return "\n".join(said)

    def _said(self, then: Person, now: Person) -> Iterator[str]:
        old, new = then.case.checklist, now.case.checklist
        if old is None or new is None or old.service is not new.service or old.day == new.day:
            return
        if change := law_change(old, new):
            what = ", ".join(self._changes(change))
            yield self.tr("Am {date} gilt anderes Recht: {what}.").format(date=german_date(new.day), what=what)
            if now.case.appointment is not None:
                yield self.tr("Die Liste gilt jetzt für den Tag des Termins.")
            else:
                yield self.tr("Die Liste gilt wieder für heute.")
        if late := self._too_old(then, now):
            yield self.tr("Am Tag des Termins zu alt: Nr. {numbers}.").format(numbers=late)

    def _changes(self, change: LawChange) -> Iterator[str]:
        if change.came:
            yield self.tr("%n Zeile(n) neu", "", change.came)
        if change.went:
            yield self.tr("%n Zeile(n) entfallen", "", change.went)
        if change.changed:
            yield self.tr("%n Zeile(n) anders", "", change.changed)
        if change.is_fee_changed:
            yield self.tr("andere Gebühr")

    def _too_old(self, then: Person, now: Person) -> str:
        """The numbers of papers that were good for the day before and are not for this one."""
        were = {row.document.id for row in then.rows if row.is_too_old}
        return ", ".join(str(row.number) for row in now.rows if row.is_too_old and row.document.id not in were)

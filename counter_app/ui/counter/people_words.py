"""What those who came together are called at the counter, and how their papers stand."""

from PySide6.QtCore import QObject

from counter_app.domain.role import Role
from counter_app.domain.visit import Person, RowState, Step


class PeopleWords(QObject):
    """Puts people into words; never a name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.roles = {
            Role.APPLICANT: self.tr("Hauptperson"),
            Role.SPOUSE: self.tr("Ehepartner"),
            Role.CHILD: self.tr("Kind"),
            Role.PARENT: self.tr("Elternteil"),
            Role.REFERENCE: self.tr("Person in Deutschland"),
            Role.HOST: self.tr("Einladende Person"),
            Role.EMPLOYER: self.tr("Arbeitgeber"),
            Role.OTHER: self.tr("Andere Person"),
        }
        self._steps = {
            Step.SERVICE: self.tr("Anliegen"),
            Step.TYPICAL_CASE: self.tr("typischer Fall"),
            Step.FACT: self.tr("Angabe"),
            Step.ASSUMPTION: self.tr("Annahme"),
            Step.TICK: self.tr("Unterlage"),
            Step.REST_IS_PRESENT: self.tr("Rest ist da"),
            Step.PAPER: self.tr("ergänzte Unterlage"),
            Step.PAPER_DAY: self.tr("Datum eines Papiers"),
            Step.DEADLINE: self.tr("Frist"),
            Step.APPOINTMENT: self.tr("Termin"),
            Step.ROLE: self.tr("Rolle"),
        }

    def number(self, person: Person) -> str:
        """„Person 2“."""
        return self.tr("Person {number}").format(number=person.number)

    def name(self, person: Person) -> str:
        """„Person 2 · Kind“."""
        return f"{self.number(person)} · {self.roles[person.role]}"

    def state(self, person: Person) -> str:
        """„4 fehlen · 2 offen“."""
        if person.case.service is None:
            return self.tr("noch kein Anliegen")
        states = (RowState.MISSING, RowState.UNCLEAR, RowState.OPEN)
        missing, unclear, is_open = (len(person.in_state(state)) for state in states)
        parts = (
            self.tr("%n fehlen", "", missing) if missing else "",
            self.tr("{number} unklar").format(number=unclear) if unclear else "",
            self.tr("{number} offen").format(number=is_open) if is_open else "",
        )
        return " · ".join(filter(None, parts)) or self.tr("alles da")

    def undone(self, person: Person, step: Step) -> str:
        """„Zurückgenommen bei Person 2 · Kind: Angabe“."""
        return self.tr("Zurückgenommen bei {person}: {step}").format(person=self.name(person), step=self._steps[step])

"""What the clerk may want to know about the matter: values of the year, for whom it is, how it goes on."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.checklist import Checklist
from counter_app.domain.document import Confidence
from counter_app.domain.process import Process
from counter_app.domain.slots import german_amount, german_date
from counter_app.domain.value import Unit, Value, ValueStep
from counter_app.domain.visit import Visit
from counter_app.ui.counter.headings import plain, quiet
from counter_app.ui.shared.buttons import IconButton


class MatterInfo(QWidget):
    """The values of the year in sight; the rest is folded away until it is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = MatterWords(self)
        self._checklist: Checklist | None = None
        self._values = plain("", self)
        self.fold = IconButton("line_down", self.tr("Ablauf und Hinweise"), self, key=self.tr("Strg+I"))
        self.fold.setProperty("flat", True)
        self.fold.clicked.connect(self.toggle)
        self._text = quiet("", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._values, self.fold, self._text):
            layout.addWidget(part)
        self._is_unfolded = False
        self.show_visit(Visit())

    @property
    def text(self) -> str:
        """What can be read now."""
        labels = (self._values, self._text)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def show_visit(self, visit: Visit) -> None:
        """Tell about the matter of the person at hand; folded again where that is another one."""
        before, self._checklist = self._checklist, visit.case.checklist
        if self._checklist is None or before is None or before.service is not self._checklist.service:
            self._is_unfolded = False
        if self._checklist is not None:
            self._values.setText("\n".join(self._words.values(self._checklist)))
            self._text.setText("\n\n".join(self._words.about(self._checklist)))
        self._show_parts()

    def toggle(self) -> None:
        """Unfold it, or fold it again."""
        self._is_unfolded = self._checklist is not None and not self._is_unfolded
        self._show_parts()

    @property
    def is_unfolded(self) -> bool:
        """Whether all of it can be read."""
        return self._is_unfolded

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return [self.fold]

    def _show_parts(self) -> None:
        has_matter = self._checklist is not None
        self.setVisible(has_matter)
        self._values.setVisible(has_matter and bool(self._values.text()))
        self._text.setVisible(self._is_unfolded)
        self.fold.show_icon("line_up" if self._is_unfolded else "line_down")
        state = self.tr("aufgeklappt") if self._is_unfolded else self.tr("zugeklappt")
        self.fold.setAccessibleDescription(self.tr("Strg+I, {state}").format(state=state))


class MatterWords(QObject):
    """Puts what is known about a matter into lines for the clerk."""

    def values(self, checklist: Checklist) -> Iterator[str]:
        """„Mindestgehalt: 50.700 € im Jahr“; what nobody could read yet says so."""
        for value, step in checklist.values:
            if step.amount is None:
                yield self.tr("{name}: nicht bekannt").format(name=value.name)
            else:
                amount = german_amount(step.amount).replace(",00 ", " ")
                text = self.tr("{name}: {amount} {unit}")
                yield text.format(name=value.name, amount=amount, unit=self._unit(value.unit))

    def about(self, checklist: Checklist) -> Iterator[str]:
        """For whom it is, what to mind, how it goes on and how long that takes."""
        service = checklist.service
        if service.confidence is Confidence.LOW:
            yield self.tr("Unsicher: bitte prüfen.")
        if service.who:
            yield self.tr("Für: {who}").format(who=service.who)
        if service.notes:
            yield self.tr("Hinweis: {notes}").format(notes=service.notes)
        if service.application_forms:
            yield self.tr("Antrag: {forms}").format(forms=service.application_forms)
        for value, step in checklist.values:
            yield self._ground(value, step)
        yield "\n".join(self._process(service.process))

    def _unit(self, unit: Unit) -> str:
        return self.tr("im Jahr") if unit is Unit.EUR_YEAR else self.tr("im Monat")

    def _ground(self, value: Value, step: ValueStep) -> str:
        """What a value rests on: „Mindestgehalt: § …; gilt bis 31.12.2026“."""
        until = step.validity.last
        parts = (
            step.norm,
            self.tr("gilt bis {date}").format(date=german_date(until)) if until else "",
            self.tr("unsicher: bitte prüfen") if step.confidence is Confidence.LOW else "",
        )
        text = self.tr("{name}: {ground}").format(name=value.name, ground="; ".join(filter(None, parts)))
        return f"{text}. {step.note}" if step.note else text

    def _process(self, process: Process) -> Iterator[str]:
        duration = process.duration.german
        if process.confidence is Confidence.LOW:
            duration = self.tr("{duration} (unsicher: bitte prüfen)").format(duration=duration)
        yield self.tr("Ablauf: {name}. {duration}").format(name=process.name.german.rstrip("."), duration=duration)
        for number, step in enumerate(process.steps, start=1):
            yield f"{number}. {step.text.german}"

"""What the customer takes home beside the list: fee, deadline, next appointment."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.content import Content
from counter_app.domain.fee import FeeItem, FeeResult, FeeState
from counter_app.domain.sheet import Appointment
from counter_app.domain.slots import german_amount
from counter_app.domain.visit import Visit
from counter_app.ui.counter.day_words import DayWords
from counter_app.ui.counter.fields import DateField, TimeField
from counter_app.ui.counter.headings import plain, strong
from counter_app.ui.shared.announce import announce
from counter_app.ui.shared.flow_layout import FlowLayout
from counter_app.ui.shared.mark import Mark


class BottomBar(QFrame):
    """Fee to read, deadline and appointment to fill.

    Signals:
        deadline_entered: a day or None. appointment_entered: an `Appointment` or None.
        misread: a sentence about input that cannot be understood.
    """

    deadline_entered = Signal(object)
    appointment_entered = Signal(object)
    misread = Signal(str)

    def __init__(self, content: Content, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self._content = content
        self._fee = plain("", self)
        self._deadline = DateField(self.tr("Frist"), today, self)
        self._day = DateField(self.tr("Termin, Datum"), today, self)
        self._time = TimeField(self.tr("Termin, Uhrzeit"), self)
        self._room = QLineEdit(self)
        self._room.setAccessibleName(self.tr("Zimmer"))
        self._complaint = strong(QLabel(self))
        self._complaint.setForegroundRole(QPalette.ColorRole.BrightText)
        self._days = DayWords(content.calendar, self)
        self._special = Mark("day", "", self)
        self._special.hide()
        self._fields = (self._deadline, self._day, self._time, self._room)
        self._build()
        self._connect()
        self.show_visit(Visit())

    def show_visit(self, visit: Visit, today: date | None = None) -> None:
        """Show what is agreed; a field the clerk is typing in is left alone."""
        case = visit.case
        if today is not None:
            self._deadline.set_today(today)
            self._day.set_today(today)
        checklist = case.checklist
        if visit.is_empty:
            self.forget()
        self._fee.setText(self._fee_text(checklist.fee) if checklist else self.tr("Gebühr: noch kein Anliegen"))
        for field in self._fields:
            field.setEnabled(checklist is not None)
        if not self._deadline.hasFocus():
            self._deadline.show_day(case.deadline)
        if case.appointment is not None or not self._is_filling():
            start = case.appointment.start if case.appointment else None
            self._day.show_day(start.date() if start else None)
            self._time.show_time(start.time() if start else None)
            self._room.setText(case.appointment.room if case.appointment else "")
        self._complain()

    @property
    def complaint(self) -> str:
        """What is not valid yet; empty when all is."""
        return self._complaint.text()

    @property
    def special(self) -> str:
        """What is special about the days; empty where they are like any other."""
        return self._special.text()

    def forget(self) -> None:
        """Empty all fields, and tell nobody: what is typed there belongs to the person who has gone."""
        for field in self._fields:
            blocker = QSignalBlocker(field)
            field.setText("")  # clearing alone would keep it for undo
            field.setEnabled(False)
            blocker.unblock()
        self._mark_days()

    def take_over(self) -> None:
        """Read what is being typed, as leaving the field does."""
        for field in (self._deadline, self._day, self._time):
            field.take_over()
        self._tell_appointment()

    def tab_stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return self._fields

    def focus_deadline(self) -> None:
        """Go to the first field."""
        self._deadline.setFocus()
        self._deadline.selectAll()

    def _is_filling(self) -> bool:
        """Whether an appointment is half typed."""
        return any(field.text() for field in (self._day, self._time, self._room))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addWidget(self._fee)
        fields = QWidget(self)
        flow = FlowLayout(fields, spacing=16)
        for name, key, widgets in (
            (self.tr("Frist"), self.tr("Strg+T"), (self._deadline,)),
            (self.tr("Termin"), "", (self._day, self._time)),
            (self.tr("Zimmer"), "", (self._room,)),
        ):
            flow.addWidget(_named(name, key, widgets, fields))
        flow.addWidget(self._complaint)
        flow.addWidget(self._special)
        layout.addWidget(fields)
        self._set_widths()

    def _set_widths(self) -> None:
        for field, sample in (
            (self._deadline, self._deadline.placeholderText()),
            (self._day, self._day.placeholderText()),
            (self._time, self._time.placeholderText()),
            (self._room, "00000"),
        ):
            field.setMinimumWidth(field.fontMetrics().horizontalAdvance(sample) + 40)
            field.setMaximumWidth(field.fontMetrics().horizontalAdvance(sample) + 64)

    def _connect(self) -> None:
        self._deadline.entered.connect(self.deadline_entered)
        for field in (self._deadline, self._day):
            field.misread.connect(self._on_no_date)
            field.passed.connect(self._on_passed)
        self._time.misread.connect(self._on_no_time)
        self._day.entered.connect(self._tell_appointment)
        self._time.entered.connect(self._tell_appointment)
        self._room.editingFinished.connect(self._tell_appointment)
        for entry in self._fields:
            entry.textChanged.connect(self._complain)
        for field in (self._deadline, self._day):
            field.textChanged.connect(self._mark_days)

    def _tell_appointment(self) -> None:
        """Tell it once day and time are there; half an appointment is none."""
        day, moment = self._day.day(), self._time.time()
        if day is None or moment is None:
            self.appointment_entered.emit(None)
        else:
            self.appointment_entered.emit(Appointment(datetime.combine(day, moment), self._room.text().strip()))

    def _complain(self) -> None:
        """Say beside the fields what is not right yet, until it is."""
        parts = (
            self.tr("Frist prüfen") if self._deadline.text() and self._deadline.day() is None else "",
            self.tr("Datum fehlt") if self._is_filling() and self._day.day() is None else "",
            self.tr("Uhrzeit fehlt") if self._is_filling() and self._time.time() is None else "",
        )
        text = " · ".join(filter(None, parts))
        self._complaint.setText(self.tr("Noch nicht gültig: {what}").format(what=text) if text else "")
        self._complaint.setVisible(bool(text))

    def _mark_days(self) -> None:
        """Say that the office may be closed on a day; it may be agreed all the same."""
        named = ((self.tr("Frist"), self._deadline), (self.tr("Termin"), self._day))
        said = [(name, self._days.said(day)) for name, field in named if (day := field.day()) is not None]
        text = " · ".join(self.tr("{name}: {day}").format(name=name, day=day) for name, day in said if day)
        if text != self._special.text():
            self._special.show_mark("day", text)
            self._special.setVisible(bool(text))
            announce(self, text)

    def _on_no_date(self, text: str) -> None:
        self.misread.emit(self.tr("„{text}“ ist kein Datum. Zum Beispiel: 3.12. oder +14.").format(text=text))

    def _on_passed(self, text: str) -> None:
        self.misread.emit(self.tr("Der {text} ist schon vorbei. Bitte einen Tag ab heute wählen.").format(text=text))

    def _on_no_time(self, text: str) -> None:
        self.misread.emit(self.tr("„{text}“ ist keine Uhrzeit. Zum Beispiel: 930 oder 14:15.").format(text=text))

    def _fee_text(self, fee: FeeResult) -> str:
        items = ", ".join(self._items(fee.items))
        match fee.state:
            case FeeState.NONE:
                return self.tr("Gebühr: keine")
            case FeeState.DEPENDS:
                facts = ", ".join(self._content.facts[fact].label.german for fact in fee.depends_on)
                return self.tr("Gebühr hängt ab von: {facts}").format(facts=facts)
            case FeeState.OFFICE_DECIDES:
                return self.tr("Gebühr: Das Amt kann sie senken oder erlassen. Sonst: {items}").format(items=items)
            case FeeState.KNOWN:
                total = german_amount(fee.total) if fee.total is not None else ""
                return self.tr("Gebühr {total} · {items}").format(total=total, items=items)

    def _items(self, items: tuple[FeeItem, ...]) -> Iterator[str]:
        for item in items:
            amount = f" {german_amount(item.charge.eur)}" if len(items) > 1 else ""
            yield f"{item.fee.name.german}{amount} ({item.charge.norm})"


def _named(name: str, key: str, widgets: tuple[QWidget, ...], parent: QWidget) -> QWidget:
    """Fields with their name before them."""
    box = QWidget(parent)
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    label = QLabel(f"{name}  {key}" if key else name, box)
    label.setBuddy(widgets[0])
    label.setForegroundRole(QPalette.ColorRole.WindowText)
    layout.addWidget(label)
    for widget in widgets:
        layout.addWidget(widget)
    return box

"""Where, how often, and go: the panel beside the pages."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.errors import CounterError
from counter_app.ui.preview.notice import Notice, plain_label
from counter_app.ui.preview.printing import PrinterNames, PrintOrder

MOST_COPIES = 9
SHORTEST_NAME = 22
STEP_PX = 8


class PrintPanel(QWidget):
    """The clerk chooses printer and copies and prints.

    Args:
        may_save: offer "save as PDF" as well; an office setting.

    Signals:
        print_wanted: a `PrintOrder`.
        stop_wanted: stop printing.
        save_wanted: keep the sheet as a file.
        search_wanted: look for printers once more.
        close_wanted: leave the preview.
        choice_wanted: the place of what to print instead.
    """

    print_wanted = Signal(object)
    stop_wanted = Signal()
    save_wanted = Signal()
    search_wanted = Signal()
    close_wanted = Signal()
    choice_wanted = Signal(int)

    def __init__(self, *, may_save: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = 0
        self._is_printing = False
        self._choice = QComboBox(self)
        self._choice_label = self._label(self.tr("&Was"), self._choice)
        self._printer = QComboBox(self)
        self._search = QPushButton(self.tr("&Erneut suchen"), self)
        self._copies = QSpinBox(self)
        self._notice = Notice(self)
        self._step = plain_label(self)
        self._progress = QProgressBar(self)
        self._print = QPushButton(self.tr("Drucken  Strg+P"), self)
        self._stop = QPushButton(self.tr("Druck abbrechen  Esc"), self)
        self._save = QPushButton(self.tr("Als PDF speichern …  Strg+S"), self)
        self._close = QPushButton(self)
        self._main = QStackedWidget(self)
        self._set_up_fields()
        self._set_up_buttons(may_save=may_save)
        self._lay_out()
        self._connect()
        self.show_choices(())
        self.show_searching()

    def show_searching(self) -> None:
        """Printers are being looked for."""
        self._offer((), self.tr("Drucker werden gesucht …"))

    def show_printers(self, printers: PrinterNames) -> None:
        """Offer these, the usual one first; without any say what to do."""
        self._offer(printers.names, self.tr("Kein Drucker"))
        self._printer.setCurrentText(printers.usual)
        if printers.names:
            self._notice.clear()
            return
        self._search.show()
        self.say(
            self.tr("Kein Drucker gefunden."),
            self.tr("Bitte schalten Sie einen Drucker ein oder richten Sie ihn ein, und suchen Sie dann erneut."),
        )

    def show_no_printers(self, error: CounterError) -> None:
        """They could not be looked for."""
        self.show_printers(PrinterNames((), ""))
        self.say(self.tr("Kein Drucker gefunden."), error.detail)

    def show_sheet(self, *, pages: int) -> None:
        """There are this many pages to print now; 0: nothing yet."""
        self._pages = pages
        self._show_printing(is_printing=False)

    def show_printing(self) -> None:
        """While it prints the only thing to do is to stop."""
        self._notice.clear()
        self._show_printing(is_printing=True)
        self._stop.setFocus()

    def show_step(self, page: int, pages: int) -> None:
        """How many pages the printer has."""
        self._progress.setRange(0, pages)
        self._progress.setValue(page)
        self._step.setText(self.tr("Seite {page} von {pages} ist beim Drucker.").format(page=page, pages=pages))

    def say(self, heading: str, text: str = "") -> None:
        """Tell the clerk something that stays until the next step."""
        self._notice.say(heading, text)

    def show_choices(self, names: Sequence[str], chosen: int = 0) -> None:
        """Offer several things to print; one alone is no choice.

        Args:
            chosen: the place of what is shown.
        """
        self._choice.clear()
        self._choice.addItems(list(names))
        self._choice.setCurrentIndex(chosen if names else -1)
        for widget in (self._choice_label, self._choice):
            widget.setVisible(len(names) > 1)

    def reset(self) -> None:
        """As for the next person: one copy, nothing said."""
        self._copies.setValue(1)
        self._notice.clear()
        self.show_sheet(pages=0)

    def focus_first(self) -> bool:
        """Go where Enter is the next step; False when nothing can be done yet."""
        for button in (self._print, self._search):
            if button.isEnabled() and button.isVisibleTo(self):
                button.setFocus()
                return True
        return False

    @property
    def can_print(self) -> bool:
        """Whether there are a sheet and a printer."""
        return self._print.isEnabled()

    def print_now(self) -> None:
        """Print as chosen, if it can be printed."""
        if self._print.isEnabled():
            self.print_wanted.emit(PrintOrder(self._printer.currentText(), self._copies.value()))

    def save_now(self) -> None:
        """Save, if that is offered now."""
        if self._save.isEnabled() and self._save.isVisibleTo(self):
            self._notice.clear()
            self.save_wanted.emit()

    # Building

    def _set_up_fields(self) -> None:
        self._choice.setAccessibleName(self.tr("Was gedruckt wird"))
        self._printer.setAccessibleName(self.tr("Drucker"))
        for box in (self._choice, self._printer):
            box.setMinimumContentsLength(SHORTEST_NAME)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._copies.setAccessibleName(self.tr("Exemplare"))
        self._copies.setRange(1, MOST_COPIES)
        self._progress.setAccessibleName(self.tr("Druck"))
        self._step.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(STEP_PX)

    def _set_up_buttons(self, *, may_save: bool) -> None:
        strong = QFont()
        strong.setBold(True)  # nothing else, so that size and family stay the application's
        self._print.setFont(strong)
        self._print.setDefault(True)
        self._save.setVisible(may_save)
        for button, name in (
            (self._print, self.tr("Drucken")),
            (self._stop, self.tr("Druck abbrechen")),
            (self._save, self.tr("Als PDF speichern")),
        ):
            button.setAccessibleName(name)
        fields = (self._choice, self._printer, self._copies)
        for widget in (*fields, self._search, self._print, self._stop, self._save, self._close):
            widget.setMinimumHeight(5 * STEP_PX)
        self._main.addWidget(self._print)
        self._main.addWidget(self._stop)
        self._main.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP_PX, 3 * STEP_PX, 3 * STEP_PX, 3 * STEP_PX)
        column.setSpacing(STEP_PX)
        for widget in (self._choice_label, self._choice):
            column.addWidget(widget)
        column.addWidget(self._label(self.tr("&Drucker"), self._printer))
        column.addWidget(self._printer)
        column.addWidget(self._search)
        column.addSpacing(STEP_PX)
        column.addWidget(self._label(self.tr("E&xemplare"), self._copies))
        column.addWidget(self._copies)
        column.addSpacing(STEP_PX)
        column.addWidget(self._notice)
        column.addStretch(1)
        column.addWidget(self._step)
        column.addWidget(self._progress)
        for button in (self._main, self._save, self._close):
            column.addWidget(button)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(buddy)
        return label

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_now)
        self._stop.clicked.connect(self.stop_wanted)
        self._printer.currentTextChanged.connect(self._printer.setToolTip)  # names are long, the panel is narrow
        self._save.clicked.connect(self.save_now)
        self._search.clicked.connect(self.search_wanted)
        self._close.clicked.connect(self.close_wanted)
        self._choice.activated.connect(self.choice_wanted)

    # States

    def _offer(self, names: tuple[str, ...], placeholder: str) -> None:
        self._printer.clear()
        self._printer.addItems(list(names))
        self._printer.setPlaceholderText(placeholder)
        self._search.hide()
        self._refresh()

    def _show_printing(self, *, is_printing: bool) -> None:
        self._is_printing = is_printing
        self._progress.setRange(0, 0)
        self._progress.setVisible(is_printing)
        self._step.setText(self.tr("Wird gedruckt …"))
        self._step.setVisible(is_printing)
        self._main.setCurrentWidget(self._stop if is_printing else self._print)
        self._refresh()

    def _refresh(self) -> None:
        has_printer = self._printer.count() > 0
        is_free = self._pages > 0 and not self._is_printing
        self._choice.setEnabled(not self._is_printing)
        self._printer.setEnabled(has_printer and not self._is_printing)
        self._copies.setEnabled(has_printer and not self._is_printing)
        self._print.setEnabled(has_printer and is_free)
        self._save.setEnabled(is_free)
        self._close.setEnabled(not self._is_printing)
        self._close.setText(self.tr("Schließen  Esc") if self._pages else self.tr("Abbrechen  Esc"))
        self._close.setAccessibleName(self.tr("Schließen") if self._pages else self.tr("Abbrechen"))
        reason = "" if has_printer else self.tr("Es ist kein Drucker da.")
        self._print.setToolTip(reason)
        self._print.setAccessibleDescription(reason)

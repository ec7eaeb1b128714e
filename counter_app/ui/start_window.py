"""What is seen before the windows are there: nothing usually, a note when it takes long, a reason when it fails."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.domain.errors import CounterError

SOON_MS = 700


class StartWindow(QWidget):
    """A small window that mostly never appears."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Schalterlotse"))
        self._text = QLabel(self.tr("Schalterlotse startet. Die Inhalte werden eingelesen …"), self)
        self._text.setWordWrap(True)
        self._close = QPushButton(self.tr("Schließen"), self)
        self._close.clicked.connect(self.close)
        self._close.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(16)
        layout.addWidget(self._text)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)

    def show_soon(self) -> None:
        """Appear unless `close` comes first."""
        self._timer.start(SOON_MS)

    def show_trouble(self, error: CounterError) -> None:
        """Say why there is nothing to work with; closing ends the program."""
        self._timer.stop()
        self._text.setText(self.tr("Schalterlotse kann nicht starten.\n\n{detail}").format(detail=error))
        self._close.show()
        self._close.clicked.connect(QApplication.quit)
        self.resize(480, 200)
        self.show()

    def closeEvent(self, event: object) -> None:
        """No late appearance."""
        self._timer.stop()
        super().closeEvent(event)  # type: ignore[arg-type]

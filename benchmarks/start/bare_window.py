"""The least a window can cost: PySide6, one field with the focus, one letter typed into it."""

from time import perf_counter

MARKS = {"python": perf_counter()}  # before the imports: they are what is measured

from PySide6.QtCore import QEvent, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow  # noqa: E402

MARKS["imports"] = perf_counter()


def check() -> None:
    """Type as soon as one can, and end."""
    if not window.windowHandle().isExposed() or not field.hasFocus():
        QTimer.singleShot(0, check)
        return
    MARKS["window"] = perf_counter()
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s"))
    application.processEvents()
    assert field.text() == "s"
    MARKS["letter"] = perf_counter()
    application.quit()


application = QApplication([])
window = QMainWindow()
field = QLineEdit(window)
window.setCentralWidget(field)
window.showMaximized()
field.setFocus()
QTimer.singleShot(0, check)
application.exec()
print(*(f"{name}={moment!r}" for name, moment in MARKS.items()), sep=";")

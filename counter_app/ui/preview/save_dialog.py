"""Asks for the place of a PDF each time anew, and remembers none."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class SaveDialog(QFileDialog):
    """A dialog for one file, which leaves no trace of it.

    Qt's own dialog, not the system's: Windows and GTK keep lists of the last files and folders, names included.
    Qt keeps such a list too; it is wiped before Qt writes it, when the dialog goes away.

    Signals:
        place_chosen: the `Path` to write to.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", "", "")
        self.setWindowTitle(self.tr("Als PDF speichern"))
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(self.tr("PDF-Dateien (*.pdf)"))
        self.setDefaultSuffix("pdf")
        self.setHistory([])
        self._go_home()
        self.selectFile(self.tr("Blatt.pdf"))
        self.finished.connect(self._on_finished)

    def _on_finished(self, result: int) -> None:
        chosen = [Path(name) for name in self.selectedFiles()] if result else []
        self._go_home()  # this is what Qt keeps as the last folder
        self.setHistory([])
        for place in chosen:
            self.place_chosen.emit(place)
        self.deleteLater()

    def _go_home(self) -> None:
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.setDirectory(str(documents if documents.is_dir() else Path.home()))

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.ui.preview.save_dialog import SaveDialog

MARKER = "Amira-Haddad"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps settings in the registry, not in files")
@pytest.mark.parametrize("is_saved", [True, False])
def test_neither_the_place_nor_the_name_is_remembered(
    window: QWidget, tmp_path: Path, kept_by_qt: Path, *, is_saved: bool
) -> None:
    folder = tmp_path / MARKER
    folder.mkdir()
    chosen: list[Path] = []
    dialog = SaveDialog(window)
    dialog.place_chosen.connect(chosen.append)
    dialog.open()
    dialog.setDirectory(str(folder))
    dialog.selectFile(f"{MARKER}.pdf")
    if is_saved:
        dialog.accept()
    else:
        dialog.reject()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert chosen == ([folder / f"{MARKER}.pdf"] if is_saved else [])
    files = [path.read_text() for path in kept_by_qt.rglob("*") if path.is_file()]
    assert files, "Qt writes its file, so looking into it proves something"
    assert not [text for text in files if MARKER in text]
    again = SaveDialog(window)
    assert MARKER not in again.directory().path() + "".join(again.history())


def test_the_name_offered_says_nothing_and_the_ending_comes_by_itself(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = SaveDialog(window)
    dialog.place_chosen.connect(chosen.append)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Blatt.pdf"]
    dialog.open()
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("liste")
    dialog.accept()
    assert chosen == [tmp_path / "liste.pdf"]

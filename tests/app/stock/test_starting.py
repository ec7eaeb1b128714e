"""When a process that makes sheets may be a copy of the one that hands out the work."""

import subprocess
import sys

import pytest

from counter_app.system.paths import shipped_root

ASK = "from counter_app.app.stock.starting import can_copy; print(can_copy())"
A_THREAD = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"
NOT_LINUX = "import sys, counter_app.app.stock.starting; sys.platform = 'win32'"


def answer(before: str) -> str:
    """What a process says that did something else before."""
    command = [sys.executable, "-c", f"{before}\n{ASK}"]
    return subprocess.run(command, cwd=shipped_root(), capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no copies")
def test_on_linux_the_command_line_can_be_copied() -> None:
    assert answer("import counter_app.app.cli, counter_app.app.stock.making, counter_app.app.stock.maker") == "True"


@pytest.mark.parametrize("before", ["import PySide6", A_THREAD, NOT_LINUX])
def test_qt_threads_and_other_systems_cannot(before: str) -> None:
    assert answer(before) == "False"

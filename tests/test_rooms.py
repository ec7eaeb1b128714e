"""The rooms that compute run where Qt cannot: scripts, servers, a small office PC's command line."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS_WITHOUT_QT = ("domain", "content", "store", "search", "sheets")

# A fresh Python, because pytest-qt has loaded Qt into this one.
IMPORT_ALL = """
import importlib, pkgutil, sys
for room in sys.argv[1:]:
    package = importlib.import_module(f"counter_app.{room}")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
print(*(name for name in sys.modules if name.partition(".")[0] in {"PySide6", "shiboken6"}))
"""


def test_the_rooms_that_compute_never_load_qt() -> None:
    command = [sys.executable, "-c", IMPORT_ALL, *ROOMS_WITHOUT_QT]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.split() == []

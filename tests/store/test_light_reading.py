"""The program starts by reading, and reading needs neither Qt nor what only writing needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("PySide6", "sqlite_utils", "polib", "tomllib", "click")

READ = """
import sys
from pathlib import Path
from counter_app.content.from_records import content_of
from counter_app.store.content_store import open_local

with open_local(Path(sys.argv[1])) as library:
    print(len(library.base().entries))
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_reading_a_store_loads_nothing_heavy(filled: Path) -> None:
    command = [sys.executable, "-c", READ, str(filled), *HEAVY]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.split("\n") == ["4", "", ""]

"""The command as it is started: what it loads, what it writes to a terminal that knows no UTF-8."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = "from counter_app.app.cli import main; main()"
AND_TELL_WHAT_WAS_LOADED = """
import sys
from counter_app.app.cli import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
HEAVY = {"PySide6", "shiboken6", "reportlab", "uharfbuzz", "icu4py", "pikepdf", "fontTools", "segno"}


def start(
    *arguments: str, code: str = COMMAND, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a Python of its own, as the console script starts it."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [("services",), ("checklist", "study"), ("phrases", "pass")], ids=" ".join)
def test_a_quick_command_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    finished = start(*arguments, code=AND_TELL_WHAT_WAS_LOADED)
    assert finished.returncode == 0
    loaded = set(finished.stderr.decode().split())
    assert "counter_app" in loaded
    assert loaded & HEAVY == set()


def test_a_sheet_is_written_without_a_window(tmp_path: Path) -> None:
    arguments = ("sheet", "full", "--service", "study", "--language", "ar", "--out", "full.pdf")
    finished = start(*arguments, code=AND_TELL_WHAT_WAS_LOADED, cwd=tmp_path)
    assert finished.returncode == 0
    assert (tmp_path / "full.pdf").read_bytes().startswith(b"%PDF-")
    assert {"PySide6", "shiboken6"} & set(finished.stderr.decode().split()) == set()


def test_output_is_utf8_wherever_it_goes() -> None:
    finished = start("checklist", "study", "--language", "ar", "--json", PYTHONIOENCODING="cp1252")
    assert (finished.returncode, finished.stderr) == (0, b"")
    names = [row["name"]["ar"] for row in json.loads(finished.stdout.decode("utf-8"))["documents"]]
    assert all(name > "\u0600" for name in names)


def test_a_complaint_is_utf8_wherever_it_goes() -> None:
    finished = start("checklist", "北", PYTHONIOENCODING="ascii")
    assert finished.returncode == 2
    assert finished.stdout == b""
    assert finished.stderr.decode("utf-8").startswith("„北“ gibt es nicht als Anliegen.")
    assert finished.stderr.count(b"\n") == 1

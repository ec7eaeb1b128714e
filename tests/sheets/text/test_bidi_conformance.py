"""A sample of Unicode's own tests of UAX #9, by the tool that runs all of them where they are installed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SAMPLE = Path(__file__).parent / "bidi_sample"


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "check_bidi.py", folder],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )


def test_our_order_is_that_of_unicode() -> None:
    done = check(SAMPLE)
    assert (done.stdout, done.stderr, done.returncode) == ("921 of 921 cases pass\n", "", 0)


def test_a_failing_case_is_shown(tmp_path: Path) -> None:
    (tmp_path / "BidiTest.txt").write_text("@Levels: 1 0\n@Reorder: 0 1\nR L; 2\n@Levels: 0 0\nR L; 2\nR L; 1\n")
    (tmp_path / "BidiCharacterTest.txt").write_text("05D0 0061;2;1;1 2;1 0\n05D0 0061;2;0;1 0;0 1\n")
    done = check(tmp_path)
    assert done.stdout.splitlines() == [
        "BidiTest.txt:5: direction 0, 05D0 0061",
        "BidiTest.txt:6: direction 2, 05D0 0061",
        "BidiCharacterTest.txt:2: direction 2, 05D0 0061",
        "2 of 5 cases pass",
    ]
    assert done.returncode == 1


def test_missing_files_are_named_with_what_helps(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert f"BidiTest.txt and BidiCharacterTest.txt not found in {tmp_path}" in done.stderr
    assert "unicode-data" in done.stderr
    assert done.returncode == 1

"""PySide6 6.12.0 drops references of None on Python 3.11 until the interpreter aborts; short suites do not notice."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_a_call_that_returns_none_costs_none_no_reference() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.parent()
    assert sys.getrefcount(None) > before - CALLS // 10  # room for what the garbage collector frees meanwhile

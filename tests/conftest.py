"""What every test may count on."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a test run never opens windows on somebody's desk


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes the expected texts anew; the difference is reviewed like code."""
    parser.addoption("--update-golden", action="store_true", help="write the expected texts anew")

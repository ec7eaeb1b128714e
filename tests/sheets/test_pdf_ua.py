"""The shipped sheets keep the rules for accessible PDF that a machine can check."""

from pathlib import Path

import pytest

from tests.sheets.pdf_ua import Rule, violations
from tests.sheets.slips import every_slip, slip_of

PAGE = Path(__file__).parents[2] / "docs" / "accessible_pdf.md"


@pytest.mark.parametrize(("matter", "tag", "sheet"), [pytest.param(*slip, id="-".join(slip)) for slip in every_slip()])
def test_a_sheet_of_any_matter_breaks_no_rule(matter: str, tag: str, sheet: str) -> None:
    assert violations(slip_of(matter, tag, sheet).pdf) == []


@pytest.mark.parametrize("rule", Rule)
def test_the_handbook_says_which_rules_are_checked(rule: Rule) -> None:
    number, _, _ = rule.partition(": ")
    assert number == "own" or number in PAGE.read_text(encoding="utf-8")

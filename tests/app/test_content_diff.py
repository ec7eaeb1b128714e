"""``content diff``: on copies of the shipped files, as the office reads it and as scripts do."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.command import Run, change
from tests.content.copies import copied_content

Write = Callable[[str, str, str], Path]


@pytest.fixture
def changed(tmp_path_factory: pytest.TempPathFactory) -> Write:
    """A copy of the shipped content with one text in one file of ``forms`` replaced; the folder it lies in."""

    def write(name: str, old: str, new: str) -> Path:
        folders = copied_content(tmp_path_factory.mktemp("version"))
        change(folders.forms / name, old, new)
        return folders.forms.parent

    return write


RULE = 'when = "application in [first, change_purpose] and not enrolled"'


def test_the_shipped_content_does_not_differ_from_itself(run: Run) -> None:
    outcome = run("content", "diff", "shipped", "shipped", "--date", "2026-12-03")
    assert (outcome.code, outcome.out, outcome.err) == (0, "Am 03.12.2026: kein Unterschied.\n", "")


def test_one_changed_rule_is_one_row_of_one_matter(run: Run, changed: Write) -> None:
    new = changed(
        "services/study.toml", RULE, 'when = "application in [first, change_purpose, renewal] and not enrolled"'
    )
    outcome = run("content", "diff", "shipped", str(new), "--date", "2026-12-03")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "Am 03.12.2026: 1 Anliegen geändert, 0 neu, 0 entfallen.",
        "",
        "Aufenthaltserlaubnis zum Studium [study]",
        "  Unterlage Zulassungsbescheid [zulassung]: geändert in 1 von 6 Fällen dieser Zeile",
        "    jetzt gebraucht: in 1 Fall",
        "      wenn Art des Antrags: Verlängern und Eingeschrieben: Nein",
        "      Regel: application == renewal and not enrolled",
        "      Beispiel: Art des Antrags: Verlängern · Eingeschrieben: Nein",
    ]


def test_scripts_get_the_same(run: Run, changed: Write) -> None:
    new = changed("services/study.toml", RULE, 'when = "application == first and not enrolled"')
    shape = run("content", "diff", "shipped", str(new / "forms"), "--json").json
    assert list(shape) == ["date", "matters_added", "matters_removed", "matters", "values", "texts"]
    (matter,) = shape["matters"]
    assert list(matter) == ["id", "name", "rows", "fees", "limits", "assumptions", "texts", "later"]
    assert (matter["id"], matter["name"]) == ("study", {"de": "Aufenthaltserlaubnis zum Studium"})
    (row,) = matter["rows"]
    wanted = {"role": "applicant", "copies": 1, "max_age_days": None, "max_age_months": None}
    assert row == {
        "id": "zulassung",
        "name": {"de": "Zulassungsbescheid"},
        "fate": "changed",
        "cases": 6,
        "changed": 1,
        "is_complete": True,
        "changes": [
            {
                "before": wanted,
                "after": None,
                "cases": 1,
                "when": "application == change_purpose and not enrolled",
                "example": {"application": ["change_purpose"], "enrolled": ["no"]},
            }
        ],
    }


def test_matters_with_the_same_change_stand_together(run: Run, changed: Write) -> None:
    new = changed("fees.toml", '{ when = "always", eur = "113.00" }', '{ when = "always", eur = "120.00" }')
    shape = run("content", "diff", "shipped", str(new), "--json").json
    fees = [fee for matter in shape["matters"] for fee in matter["fees"]]
    assert {fee["id"] for fee in fees} == {"settlement"}
    assert {(one["before"]["amount_eur"], one["after"]["amount_eur"]) for fee in fees for one in fee["changes"]} == {
        ("113.00", "120.00")
    }
    lines = run("content", "diff", "shipped", str(new)).out.splitlines()
    matters = [line for line in lines if line and not line.startswith(" ")][1:]
    assert len(matters) == len(shape["matters"])
    assert any("113,00 € (§ 44 Nr. 3 AufenthV) → 120,00 € (§ 44 Nr. 3 AufenthV)" in line for line in lines)


def test_content_with_a_finding_is_not_compared(run: Run, changed: Write) -> None:
    broken = changed("services/study.toml", RULE, 'when = "enroled"')
    complaint = run("content", "diff", "shipped", str(broken)).complaint
    assert re.match(rf"{re.escape(str(broken))}: forms/services/study\.toml:[0-9]+: .*„enrolled“", complaint)
    assert complaint.endswith("Bitte dort mit „counter-app content check“ prüfen.")

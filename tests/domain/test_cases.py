"""Real cases, written by hand, against the shipped content."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import FactValues
from counter_app.domain.fee import FeeState

CASES = Path(__file__).resolve().parent.parent / "cases"


@dataclass(frozen=True)
class Case:
    """One person at the counter and the list this person must get.

    Args:
        fee: the state of the fee, with the total where it is known: ``known 93.00``.
    """

    service: str
    says: str
    written: str
    facts: FactValues
    needed: list[str]
    depends: list[str]
    fee: str


def _read() -> list[Case]:
    return [
        Case(path.stem, **{**table, "facts": {name: _values(value) for name, value in table["facts"].items()}})
        for path in sorted(CASES.glob("*.toml"))
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def _values(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _papers(checklist: Checklist, needed: Truth) -> list[str]:
    return sorted(row.document.id for row in checklist.needed(needed))


ALL = _read()


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.service}: {case.says}")
def test_a_person_gets_exactly_this_list(content: Content, case: Case) -> None:
    found = content.checklists.make(content.service(case.service), case.facts, content.day)
    # Names of their own: pytest would print the whole list, and that takes minutes.
    needed, depends = _papers(found, Truth.YES), _papers(found, Truth.DEPENDS)
    fee = f"{found.fee.state} {found.fee.total}" if found.fee.state is FeeState.KNOWN else str(found.fee.state)
    assert needed == sorted(case.needed)
    assert depends == sorted(case.depends)
    assert fee == case.fee


def test_a_typical_case_leaves_nothing_open(content: Content) -> None:
    made = {
        f"{service.id}: {typical.name}": content.checklists.make(service, typical.facts, content.day)
        for service in content.services.values()
        for typical in service.cases
    }
    open_lists = {
        name: _papers(found, Truth.DEPENDS) or found.fee.depends_on
        for name, found in made.items()
        if found.needed(Truth.DEPENDS) or found.fee.state is FeeState.DEPENDS or found.next_question
    }
    assert made
    assert open_lists == {}


def test_there_are_enough_cases_for_every_matter(content: Content) -> None:
    assert len(ALL) >= 40
    assert Counter(case.service for case in ALL).keys() == content.services.keys()
    assert len({(case.service, case.says) for case in ALL}) == len(ALL)

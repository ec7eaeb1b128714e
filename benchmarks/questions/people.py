"""The people of ``tests/cases``: what each says, and the list that each must get."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.errors import FactError
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import FactValues
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import NO
from counter_app.domain.service import Service, TypicalCase

CASES = Path(__file__).resolve().parents[2] / "tests" / "cases"
Settled = tuple[frozenset[str], frozenset[str], str, Decimal | None]
"""What counts of a list: the papers needed, the papers that still depend, the state of the fee and its total."""


def settled(checklist: Checklist) -> Settled:
    """What counts of a list."""
    needed, open_ = ({row.document.id for row in checklist.needed(truth)} for truth in (Truth.YES, Truth.DEPENDS))
    return frozenset(needed), frozenset(open_), str(checklist.fee.state), checklist.fee.total


@dataclass(frozen=True)
class Visitor:
    """Somebody who comes with a matter.

    What nobody wrote down is as the matter assumes. Where the list depends on something that was left out all the same,
    and where somebody asks for what makes no difference, the answer is the usual one: that of the typical case
    that is nearest, else no, else the first.

    Args:
        says: the person in one sentence.
        facts: what the person says when asked.
    """

    service: Service
    says: str
    facts: FactValues
    content: Content

    @cached_property
    def truth(self) -> FactValues:
        """All that the list depends on."""
        truth = dict(self.facts)
        known = self.content.checklists.know(self.service, truth)
        truth |= {fact: (value,) for fact, value in known.assumed.items()}
        while question := self._made(truth).next_question:
            truth[question.fact.id] = self._usual(question.fact.id, self._made(truth).known)
        return truth

    @cached_property
    def wanted(self) -> Settled:
        """What counts of the list that this person must get."""
        return settled(self._made(self.truth))

    @cached_property
    def nearest(self) -> tuple[int, ...]:
        """The places of the typical cases that agree with most of what the person says."""
        agreeing = [self._agreement(case) for case in self.service.cases]
        return tuple(place for place, count in enumerate(agreeing) if count == max(agreeing))

    def answer(self, fact: str) -> tuple[str, ...]:
        """What the person says about a fact."""
        return self.truth[fact] if fact in self.truth else self._usual(fact, self._made(self.truth).known)

    def denies(self, fact: str, values: tuple[str, ...]) -> bool:
        """Whether this does not hold for the person, or cannot be beside what holds."""
        if fact in self.truth:
            return {*values} != {*self.truth[fact]}
        try:
            self.content.checklists.know(self.service, {**self.truth, fact: values})
        except FactError:
            return True
        return False

    def _made(self, facts: FactValues) -> Checklist:
        return self.content.checklists.make(self.service, facts, self.content.day)

    def _agreement(self, case: TypicalCase) -> int:
        return sum({*case.facts.get(fact, ())} == {*values} for fact, values in self.facts.items())

    def _usual(self, fact: str, known: Knowledge) -> tuple[str, ...]:
        possible = known.open_values(fact)
        typical = self.service.cases[self.nearest[0]].facts.get(fact, ())
        if typical and {*typical} <= {*possible}:
            return typical
        return (NO,) if NO in possible else possible[:1]


def visitors(content: Content, folder: Path = CASES) -> Iterator[Visitor]:
    """Everybody whose case was written down by hand, matter by matter."""
    for path in sorted(folder.glob("*.toml")):
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            facts = {fact: _values(value) for fact, value in table["facts"].items()}
            yield Visitor(content.service(path.stem), table["says"], facts, content)


def _values(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)

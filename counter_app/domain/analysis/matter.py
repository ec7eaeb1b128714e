"""One matter as analysis looks at it: before anybody has said a word, whatever the office has set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counter_app.domain.analysis.search import WitnessSearch
from counter_app.domain.fact import FactBook
from counter_app.domain.fee import ServiceFee
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import Assignment, Not, Rule
from counter_app.domain.service import Service
from counter_app.domain.validity import turning_days


@dataclass(frozen=True)
class Matter:
    """A matter with every case that its limits and the contradictions leave. Settings of the office stay open.

    Args:
        known: what follows from the limits of the matter.
        day: the day from which on its law is looked at.
    """

    service: Service
    known: Knowledge
    day: date

    @classmethod
    def of(cls, service: Service, book: FactBook, day: date) -> "Matter":
        """The matter as it is while nobody has said anything.

        Raises:
            FactError: its limits contradict each other.
        """
        return cls(service, Knowledge.nothing(book, service.limits), day)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The day itself and every later one on which a row, a fee or a relief of the matter changes."""
        return (self.day, *(turn for turn in turning_days(self.service.validities()) if turn > self.day))

    def witness(self, rule: Rule) -> Assignment | None:
        """A case of the matter in which a rule holds; None proves that there is none."""
        return self._search.witness(rule)

    def never(self, rule: Rule) -> bool:
        """Whether a rule holds in no case of the matter."""
        return self.witness(rule) is None

    def always(self, rule: Rule) -> bool:
        """Whether a rule holds in every case of the matter."""
        return self.witness(Not(rule)) is None

    def never_words(self, rule: Rule) -> str:
        """The proof that a rule holds in no case: ``in keinem der 24 Fälle gilt …``."""
        count = self._count(rule)
        return f"im einzigen Fall gilt „{rule}“ nicht" if count == 1 else f"in keinem der {count} Fälle gilt „{rule}“"

    def always_words(self, rule: Rule) -> str:
        """The proof that a rule holds in every case: ``in allen 24 Fällen gilt …``."""
        count = self._count(rule)
        return f"im einzigen Fall gilt „{rule}“" if count == 1 else f"in allen {count} Fällen gilt „{rule}“"

    def _count(self, rule: Rule) -> int:
        """How many cases of the matter a rule tells apart."""
        return len(self.known.cases((rule,)))

    def fees(self) -> Iterator[tuple[date, ServiceFee]]:
        """What it costs, as it is on each of the days."""
        return ((day, fee) for day in self.days for fee in self.service.fees_on(day))

    @cached_property
    def _search(self) -> WitnessSearch:
        return WitnessSearch(self.known)


Matters = Sequence[Matter]

"""A skilled clerk at the counter window, who knows what the person says, and what each step takes in key presses.

The keys are those of the window (``ui/counter``): Ctrl+digit for a typical case; a digit for an answer of the next question
(two from the tenth on), Enter after an answer that may be several; Ctrl+G to the question and the facts, there a letter
opens the next fact whose name begins with it. Waiting for the second digit of a number is no key press.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.questions.people import Visitor, settled
from counter_app.domain.checklist import Checklist
from counter_app.domain.errors import FactError
from counter_app.domain.fact import Fact, FactKind
from counter_app.domain.question import NextQuestion
from counter_app.domain.visit import Visit
from counter_app.domain.visit_steps import VisitSteps
from counter_app.domain.visit_view import FactLine, FactState, fact_lines, open_facts

Choose = Callable[[Checklist], NextQuestion | None]
"""The question that is asked next; None where nothing is open."""
MOST_STEPS = 80
QUESTION, LIST = "question", "list"
_ORDER = (FactState.OPEN, FactState.ASSUMED, FactState.TYPICAL, FactState.FAMILY, FactState.TOLD)
"""The groups of the facts as they stand in the panel."""


class Stuck(Exception):
    """No key leads on."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What it took from the matter to the settled list.

    Args:
        way: how the clerk began.
        presses: all key presses.
        asked: the facts that were asked, in order.
        corrected: the facts that stood there otherwise and were put right.
    """

    way: str
    presses: int
    asked: tuple[str, ...]
    corrected: tuple[str, ...]

    @property
    def said(self) -> int:
        """How many facts the clerk had to hear of, asked or put right."""
        return len(self.asked) + len(self.corrected)


@dataclass
class Clerk:
    """One visit, from the matter to the settled list that the person must get."""

    steps: VisitSteps
    visitor: Visitor
    choose: Choose
    presses: int = 0
    place: str = QUESTION
    asked: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    visit: Visit = field(init=False)

    def __post_init__(self) -> None:
        """The matter has been found: the keys count from here."""
        self.visit = self.steps.service_chosen(Visit(), self.visitor.service.id)

    def settle(self, typical: int | None = None) -> Effort:
        """Go on until nothing is open and the list is the right one.

        Args:
            typical: the place of the typical case to begin with.

        Raises:
            Stuck: no key leads on.
        """
        if typical is not None:
            self.visit = self.steps.typical_case_chosen(self.visit, typical)
            self.presses, self.place = self.presses + 1, LIST
        for _ in range(MOST_STEPS):
            question = self._question()
            if question is None and settled(self._checklist) == self.visitor.wanted:
                way = "questions" if typical is None else f"case {typical + 1}"
                return Effort(way, self.presses, tuple(self.asked), tuple(self.corrected))
            if question is None or not self._answer(question):
                self._put_right()
        raise Stuck(self.visitor.says)

    @property
    def _checklist(self) -> Checklist:
        checklist = self.visit.case.checklist
        assert checklist is not None
        return checklist

    def _question(self) -> NextQuestion | None:
        return self.choose(self._checklist)

    def _answer(self, question: NextQuestion) -> bool:
        """Answer the question that is shown; False where the right answer is not offered."""
        values = self.visitor.answer(question.fact.id)
        if not {*values} <= {*question.answers}:
            return False
        self.visit = self.steps.fact_told(self.visit, question.fact.id, values)
        self.presses += (self.place != QUESTION) + presses_for(question.fact, question.answers, (), values)
        self.place = QUESTION if self._question() else LIST
        self.asked.append(question.fact.id)
        return True

    def _put_right(self) -> None:
        """Change a fact that stands there otherwise: first one of those that change the list, from the top."""
        lines = self._lines()
        wrong = [line for line in lines if line.values and self.visitor.denies(line.fact.id, line.values)]
        possible = [(line, visit) for line in wrong if (visit := self._told(line.fact.id))]
        if not possible:
            raise Stuck(self.visitor.says)
        before = settled(self._checklist)
        line, visit = next((one for one in possible if _listed(one[1]) != before), possible[0])
        offered = self.steps.answers(self.visit, line.fact.id)
        chosen = presses_for(line.fact, offered, line.values, self.visitor.answer(line.fact.id))
        self.presses += self._way_to(line, lines) + chosen
        self.visit, self.place = visit, line.fact.id
        self.corrected.append(line.fact.id)

    def _told(self, fact: str) -> Visit | None:
        try:
            return self.steps.fact_told(self.visit, fact, self.visitor.answer(fact))
        except FactError:
            return None

    def _lines(self) -> list[FactLine]:
        """The facts as they stand in the panel."""
        return sorted(fact_lines(self.visit, self.steps.content), key=lambda line: _ORDER.index(line.state))

    def _way_to(self, line: FactLine, lines: Sequence[FactLine]) -> int:
        """Key presses until the answers of a fact are open: Ctrl+G unless the clerk is there, then its first letter."""
        start = next((place for place, other in enumerate(lines) if other.fact.id == self.place), 0)
        letter = _letter(line)
        same = [other for other in (*lines[start:], *lines[:start]) if _letter(other) == letter]
        return (self.place == LIST) + same.index(line) + 1


def _letter(line: FactLine) -> str:
    return line.fact.label.german[0].casefold()


def _listed(visit: Visit) -> object:
    assert visit.case.checklist is not None
    return settled(visit.case.checklist)


def presses_for(fact: Fact, offered: Sequence[str], before: Sequence[str], values: Sequence[str]) -> int:
    """Key presses to answer: the digits, and Enter where several may be ticked."""
    if fact.kind is not FactKind.MULTI_CHOICE:
        return _digits(offered, values)
    ticked = [value for value in values if value not in before]
    lone = {value.id for value in fact.values if value.alone}
    gone_by_itself = {*before} if lone.intersection(ticked) else lone.intersection(before) if ticked else set()
    unticked = [value for value in before if value not in values and value not in gone_by_itself]
    return _digits(offered, (*ticked, *unticked)) + 1


def _digits(offered: Sequence[str], values: Sequence[str]) -> int:
    return sum(len(str(offered.index(value) + 1)) if value in offered else 2 for value in values)


def best_question(checklist: Checklist) -> NextQuestion | None:
    """The question of the window."""
    return checklist.next_question


def in_file_order(checklist: Checklist) -> NextQuestion | None:
    """The first open fact of ``facts.toml``."""
    known = checklist.known
    fact = min(open_facts(checklist), key=known.book.order, default=None)
    return None if fact is None else NextQuestion(known.book[fact], known.open_values(fact))

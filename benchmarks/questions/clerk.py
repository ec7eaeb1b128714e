"""A skilled clerk at the counter window, who knows what the person says, and the keys that each step takes.

The keys are those of the window (``ui/counter``): Ctrl+digit for a typical case; a digit for an answer of the next
question (two from the tenth on), Enter after an answer that may be several; Ctrl+G to the question and the facts,
where letters open the fact whose name begins with them. Waiting for the second digit of a number is no key press.
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
from counter_app.ui.counter.name_jump import jump

Choose = Callable[[Checklist], NextQuestion | None]
"""The question that is asked next; None where nothing is open."""
MOST_STEPS = 80
QUESTION, LIST = "question", "list"
"""Where the clerk is; else at a fact."""
QUESTIONS = "questions"
"""The way without a typical case."""
_ORDER = (FactState.OPEN, FactState.ASSUMED, FactState.TYPICAL, FactState.FAMILY, FactState.TOLD)
"""The groups of the facts as they stand in the panel."""


class Stuck(Exception):
    """No key leads on."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What it took from the matter to the settled list.

    Args:
        way: how the clerk began.
        keys: every key press, as Qt writes keys.
        asked: the facts that were asked, in order.
        corrected: the facts that stood there otherwise and were put right.
    """

    way: str
    keys: tuple[str, ...]
    asked: tuple[str, ...]
    corrected: tuple[str, ...]

    @property
    def presses(self) -> int:
        """How many key presses it took."""
        return len(self.keys)

    @property
    def questions(self) -> int:
        """How many answers it took; what stood there otherwise had to be asked for, too."""
        return len(self.asked) + len(self.corrected)


@dataclass
class Clerk:
    """One visit, from the matter to the settled list that the person must get."""

    steps: VisitSteps
    visitor: Visitor
    choose: Choose
    place: str = QUESTION
    keys: list[str] = field(default_factory=list)
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
        way = QUESTIONS if typical is None else f"case {typical + 1}"
        if typical is not None:
            self.visit = self.steps.typical_case_chosen(self.visit, typical)
            self.keys.append(f"Ctrl+{typical + 1}")
            self.place = LIST
        for _ in range(MOST_STEPS):
            question = self.choose(_list(self.visit))
            if question is None and settled(_list(self.visit)) == self.visitor.wanted:
                return Effort(way, tuple(self.keys), tuple(self.asked), tuple(self.corrected))
            if question is None or not self._answer(question):
                self._put_right()
        raise Stuck(self.visitor.says)

    def _answer(self, question: NextQuestion) -> bool:
        """Answer the question that is shown; False where the right answer is not offered."""
        values = self.visitor.answer(question.fact.id)
        if not {*values} <= {*question.answers}:
            return False
        self.visit = self.steps.fact_told(self.visit, question.fact.id, values)
        self.keys += ["Ctrl+G"] * (self.place != QUESTION)
        self.keys += keys_for(question.fact, question.answers, (), values)
        self.place = QUESTION if self.choose(_list(self.visit)) else LIST
        self.asked.append(question.fact.id)
        return True

    def _put_right(self) -> None:
        """Change a fact that stands there otherwise: the first that changes the list, from the top."""
        lines = sorted(fact_lines(self.visit, self.steps.content), key=lambda line: _ORDER.index(line.state))
        wrong = [line for line in lines if line.values and self.visitor.denies(line.fact.id, line.values)]
        possible = [(line, visit) for line in wrong if (visit := self._told(line.fact.id))]
        if not possible:
            raise Stuck(self.visitor.says)
        before = settled(_list(self.visit))
        line, visit = next((one for one in possible if settled(_list(one[1])) != before), possible[0])
        offered = self.steps.answers(self.visit, line.fact.id)
        self.keys += self._way_to(line, lines)
        self.keys += keys_for(line.fact, offered, line.values, self.visitor.answer(line.fact.id))
        self.visit, self.place = visit, line.fact.id
        self.corrected.append(line.fact.id)

    def _told(self, fact: str) -> Visit | None:
        """The visit after an answer; None where it is not offered or cannot be."""
        values = self.visitor.answer(fact)
        if not {*values} <= {*self.steps.answers(self.visit, fact)}:
            return None
        try:
            return self.steps.fact_told(self.visit, fact, values)
        except FactError:
            return None

    def _way_to(self, line: FactLine, lines: Sequence[FactLine]) -> list[str]:
        """The keys until the answers of a fact are open: Ctrl+G unless the clerk is there, then letters of its name."""
        here = next((place for place, other in enumerate(lines) if other.fact.id == self.place), None)
        names, target = [other.fact.label.german for other in lines], lines.index(line)
        start = (0, 0) if here is None else (here, here + 1)
        spelt, again = names[target], names[target][0] * len(lines)
        letters = min((letters_to(names, target, typed, start) for typed in (spelt, again)), key=len)
        return ["Ctrl+G"] * (self.place == LIST) + [*letters]


def letters_to(names: Sequence[str], target: int, typed: str, start: tuple[int, int]) -> str:
    """The first of these letters, until the right name is reached.

    Args:
        start: where one is, and from where a single letter counts.

    Returns:
        The letters; more than there are names where they do not lead there.
    """
    before, (at, after) = "", start
    for count, letter in enumerate(typed, start=1):
        place, before = jump(names, before, letter, at, after)
        if place == target:
            return typed[:count].upper()
        if place is not None:
            at, after = place, place + 1
    return typed + "?" * len(names)


def keys_for(fact: Fact, offered: Sequence[str], before: Sequence[str], values: Sequence[str]) -> list[str]:
    """The keys of an answer: digits, and Enter where several may be ticked."""
    if fact.kind is not FactKind.MULTI_CHOICE:
        return _digits(offered, values)
    ticked = [value for value in values if value not in before]
    lone = {value.id for value in fact.values if value.alone}
    gone_by_itself = {*before} if lone.intersection(ticked) else lone.intersection(before) if ticked else set()
    unticked = [value for value in before if value not in values and value not in gone_by_itself]
    return [*_digits(offered, (*ticked, *unticked)), "Return"]


def _digits(offered: Sequence[str], values: Sequence[str]) -> list[str]:
    """The highest number first: a 1 that stands last cannot be taken for the beginning of another number."""
    places = sorted((offered.index(value) + 1 for value in values), reverse=True)
    return [digit for place in places for digit in str(place)]


def _list(visit: Visit) -> Checklist:
    assert visit.case.checklist is not None
    return visit.case.checklist


def best_question(checklist: Checklist) -> NextQuestion | None:
    """The question of the window."""
    return checklist.next_question


def in_file_order(checklist: Checklist) -> NextQuestion | None:
    """The first open fact of ``facts.toml``."""
    known = checklist.known
    fact = min(open_facts(checklist), key=known.book.order, default=None)
    return None if fact is None else NextQuestion(known.book[fact], known.open_values(fact))

"""What the clerk reads off a visit: the facts that matter, what a step changed, the sheet to print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from counter_app.domain.checklist import Checklist
from counter_app.domain.content import Content
from counter_app.domain.evaluation import Truth
from counter_app.domain.fact import Fact
from counter_app.domain.folder import Companion
from counter_app.domain.language import GERMAN
from counter_app.domain.sheet import MissingDocument, SheetOrder, UnclearDocument
from counter_app.domain.visit import Case, ListRow, Person, RowState, Visit


class FactState(StrEnum):
    """Where the value of a fact comes from."""

    TOLD = "told"
    FAMILY = "family"
    TYPICAL = "typical"
    ASSUMED = "assumed"
    WITHDRAWN = "withdrawn"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact that matters for the list or the fee. ``values``: ids, empty while it is open."""

    fact: Fact
    state: FactState
    values: tuple[str, ...]


def fact_lines(visit: Visit, content: Content) -> tuple[FactLine, ...]:
    """The facts that matter now, in the order in which they are asked."""
    return tuple(sorted(_lines(visit, content), key=lambda line: content.facts.order(line.fact.id)))


def _lines(visit: Visit, content: Content) -> Iterator[FactLine]:
    case = visit.case
    if case.checklist is None:
        return
    assumed = case.checklist.assumed
    used = case.checklist.service.facts_used
    for fact_id, values in case.known.items():
        if fact_id in used or content.facts[fact_id].rule is not None:
            yield FactLine(content.facts[fact_id], _known_by(fact_id, case), values)
    for fact_id, value in assumed.items():
        yield FactLine(content.facts[fact_id], FactState.ASSUMED, (value,))
    for fact_id in open_facts(case.checklist) | (case.withdrawn & used):
        if fact_id not in case.known and fact_id not in assumed:
            state = FactState.WITHDRAWN if fact_id in case.withdrawn else FactState.OPEN
            yield FactLine(content.facts[fact_id], state, ())


def _known_by(fact_id: str, case: Case) -> FactState:
    if fact_id in case.family:
        return FactState.FAMILY
    return FactState.TYPICAL if fact_id in case.typical else FactState.TOLD


def open_facts(checklist: Checklist) -> set[str]:
    """The facts on which a row or the fee still depends."""
    return {fact for row in checklist.rows for fact in row.depends_on} | {*checklist.fee.depends_on}


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a step did to the list: how many rows came, went, and became certain."""

    came: int
    went: int
    settled: int


def list_change(before: Visit, after: Visit) -> ListChange:
    """What happened to the list between two values of a visit."""
    old = {row.document.id: row for row in before.rows}
    new = {row.document.id: row for row in after.rows}
    still_open = {name for name, row in new.items() if row.row and row.row.needed is Truth.DEPENDS}
    was_open = {name for name, row in old.items() if row.row and row.row.needed is Truth.DEPENDS}
    return ListChange(len(new.keys() - old), len(old.keys() - new), len((was_open & new.keys()) - still_open))


def sheet_order(visit: Visit, content: Content) -> SheetOrder | None:
    """The sheet that fits the person at hand: see :func:`order_of`."""
    return order_of(visit.person, visit, content)


def order_of(person: Person, visit: Visit, content: Content) -> SheetOrder | None:
    """The sheet that fits a person: what is missing, or everything where nothing was found missing yet.

    None before the matter is known.
    """
    checklist = person.case.checklist
    if checklist is None:
        return None
    slip = person.slip(visit.language)
    return SheetOrder(
        content.sheet("missing" if slip.missing else "full"),
        content.language(visit.language or GERMAN),
        _as_numbered(checklist, person),
        tuple(_missing(row) for row in slip.missing),
        slip.deadline,
        slip.appointment,
        tuple(UnclearDocument(row.number, row.document) for row in slip.unclear),
        companion=Companion(person.number, person.role) if visit.is_family else None,
    )


def _missing(row: ListRow) -> MissingDocument:
    return MissingDocument(row.number, row.document, row.tick.reason, row.time.last if row.time else None)


def _as_numbered(checklist: Checklist, person: Person) -> Checklist:
    """The list with the numbers of the visit, without the papers that the clerk found not to be needed."""
    kept = (row for row in person.rows if row.row is not None and row.tick.state is not RowState.NOT_NEEDED)
    rows = tuple(replace(row.row, number=row.number) for row in kept if row.row is not None)
    return replace(checklist, rows=rows)

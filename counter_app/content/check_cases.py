"""Whether typical cases and the size of rules fit the matters."""

from collections.abc import Iterable, Iterator
from datetime import date

from counter_app.content.facts_reader import MOST_COMBINATIONS
from counter_app.content.problems import Finding
from counter_app.content.reader import Reading
from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError, FactError
from counter_app.domain.evaluation import Truth
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import Rule
from counter_app.domain.service import Service, TypicalCase

FEWEST_CASES, MOST_CASES = 2, 6


def case_findings(reading: Reading, day: date) -> Iterator[Finding]:
    """Too few or too many cases, cases that are impossible or leave something open, and rules of too many facts."""
    content, places = reading.content, reading.places
    for service in content.services.values():
        if complaint := _count_complaint(service):
            surplus = [f"case/{service.id}/{case.name}" for case in service.cases[MOST_CASES:]]
            yield Finding(places[surplus[0] if surplus else f"service/{service.id}"], complaint)
        explosions = list(_explosions(service, content))
        yield from (Finding(places[place], detail) for place, detail in explosions)
        # Going through the cases would take for ever where a row or fee explodes.
        for case in service.cases if not explosions else ():
            if complaint := _case_complaint(case, service, content, day):
                yield Finding(places[f"case/{service.id}/{case.name}"], complaint)


def _count_complaint(service: Service) -> str:
    if FEWEST_CASES <= len(service.cases) <= MOST_CASES:
        return ""
    return f"Ein Anliegen hat {FEWEST_CASES} bis {MOST_CASES} typische Fälle, hier sind es {len(service.cases)}."


def _explosions(service: Service, content: Content) -> Iterator[tuple[str, str]]:
    """Rows and fees that tell too many cases apart: where they are noted, and what is wrong."""
    try:
        nothing = Knowledge.nothing(content.facts, service.limits).settled_by_office(content.office.settings)
    except FactError:
        return  # the limits clash; the analysis says so

    def is_too_much(rules: Iterable[Rule]) -> bool:
        return nothing.count_cases(rules) > MOST_COMBINATIONS

    for requirement in service.requirements:
        if is_too_much(clause.when for clause in requirement.clauses):
            paper = requirement.document.id
            last = len(requirement.clauses) - 1
            yield f"row/{service.id}/{paper}/{last}", _too_much(f"Die Zeile „{paper}“")
    for number, row in enumerate(service.fees):
        if is_too_much(row.rules):
            yield f"fee/{service.id}/{row.fee.id}/{number}", _too_much(f"Die Gebühr „{row.fee.id}“")


def _too_much(what: str) -> str:
    return f"{what} unterscheidet mehr als {MOST_COMBINATIONS} Fälle; bitte die Regeln einfacher fassen."


def _case_complaint(case: TypicalCase, service: Service, content: Content, day: date) -> str:
    try:
        checklist = content.checklists.make(service, case.facts, day)
    except CounterError as error:
        return f"Typischer Fall „{case.name}“: {error.detail}"
    of_rows = (fact for row in checklist.needed(Truth.DEPENDS) for fact in row.depends_on)
    if facts := dict.fromkeys((*of_rows, *checklist.fee.depends_on)):
        return f"Typischer Fall „{case.name}“: Es bleibt offen: {', '.join(facts)}."
    return ""

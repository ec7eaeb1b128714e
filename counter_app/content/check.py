"""What the single files cannot see: whether matters, cases and questions fit together."""

from collections.abc import Iterable, Iterator

from counter_app.content.facts_reader import MOST_COMBINATIONS
from counter_app.content.loader import Reading
from counter_app.content.problems import Finding
from counter_app.domain.content import Content
from counter_app.domain.errors import CounterError
from counter_app.domain.evaluation import Truth
from counter_app.domain.knowledge import Knowledge
from counter_app.domain.rule import Rule
from counter_app.domain.service import Service, TypicalCase

FEWEST_CASES, MOST_CASES = 2, 6


def check(reading: Reading) -> tuple[Finding, ...]:
    """Everything that is wrong: in the files, and once these can all be read, between them."""
    return (*reading.findings, *_crossing(reading)) if reading.is_complete else reading.findings


def _crossing(reading: Reading) -> Iterator[Finding]:
    content, places = reading.content, reading.places
    for service in content.services.values():
        matter = f"service/{service.id}"
        if complaint := _count_complaint(service):
            surplus = [f"case/{service.id}/{case.name}" for case in service.cases[MOST_CASES:]]
            yield Finding(places[surplus[0] if surplus else matter], complaint)
        explosions = list(_explosions(service, content))
        yield from (Finding(places.get(place, places[matter]), detail) for place, detail in explosions)
        # Going through the cases would take for ever where a row or fee explodes.
        for case in service.cases if not explosions else ():
            if complaint := _case_complaint(case, service, content):
                yield Finding(places[f"case/{service.id}/{case.name}"], complaint)


def _count_complaint(service: Service) -> str:
    if FEWEST_CASES <= len(service.cases) <= MOST_CASES:
        return ""
    return f"Ein Anliegen hat {FEWEST_CASES} bis {MOST_CASES} typische Fälle, hier sind es {len(service.cases)}."


def _explosions(service: Service, content: Content) -> Iterator[tuple[str, str]]:
    """Rows and fees that tell too many cases apart: where they are noted, and what is wrong."""
    nothing = Knowledge.nothing(content.facts, service.limits).settled_by_office(content.office.settings)

    def is_too_much(rules: Iterable[Rule]) -> bool:
        return nothing.count_cases(rules) > MOST_COMBINATIONS

    for requirement in service.requirements:
        if is_too_much(clause.when for clause in requirement.clauses):
            paper = requirement.document.id
            yield f"service/{service.id}/{paper}", _too_much(f"Die Zeile „{paper}“")
    for row in service.fees:
        if is_too_much(row.rules):
            yield f"fee/{service.id}/{row.fee.id}", _too_much(f"Die Gebühr „{row.fee.id}“")


def _too_much(what: str) -> str:
    return f"{what} unterscheidet mehr als {MOST_COMBINATIONS} Fälle; bitte die Regeln einfacher fassen."


def _case_complaint(case: TypicalCase, service: Service, content: Content) -> str:
    try:
        checklist = content.checklists.make(service, case.facts, content.day)
    except CounterError as error:
        return f"Typischer Fall „{case.name}“: {error.detail}"
    of_rows = (fact for row in checklist.needed(Truth.DEPENDS) for fact in row.depends_on)
    if facts := dict.fromkeys((*of_rows, *checklist.fee.depends_on)):
        return f"Typischer Fall „{case.name}“: Es bleibt offen: {', '.join(facts)}."
    return ""
